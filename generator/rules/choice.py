"""Is there somebody to choose: from inside or outside, when one is away, and from another team?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.kit.text import shorten
from generator.rules import sources
from generator.rules.rule import Case, Hit, rule

#: From this number of workers on, more is expected of an organisation.
LARGE: Final = 50
_SIZE: Final = ("organisatie", "medewerkers")


@rule(
    "VK104",
    "notice",
    title="geen keus tussen intern en extern, bij 50 of meer mensen",
    why="De een praat liever met een collega, de ander juist met iemand van buiten.",
    source=sources.both(sources.PRACTICE, sources.STUDY),
)
def both_kinds(case: Case) -> Iterator[Hit]:
    """An organisation of 50 or more offers an advisor from inside and one from outside.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 50}
        vertrouwenspersonen:
          - {naam: Joost Verhage, soort: extern, contact: {telefoon: "088 1234567", email: joost@verhage.example}}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 50}
        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}}
          - {naam: Joost Verhage, soort: extern, contact: {telefoon: "088 1234567", email: joost@verhage.example}}
    """
    number, kinds = case.kit.organisatie.medewerkers, {p.soort for p in case.kit.vertrouwenspersonen}
    if number >= LARGE and len(kinds) == 1:
        (only,) = kinds
        missing = "iemand van buiten" if only == "intern" else "een collega"
        message = f"Bij {number} mensen zijn alle vertrouwenspersonen {only}."
        yield Hit(_SIZE, message, f"Stel ook {missing} aan als vertrouwenspersoon. Dan is er iets te kiezen.")


@rule(
    "VK105",
    "warning",
    title="alleen interne vertrouwenspersonen, bij minder dan 50 mensen",
    why="In een kleine organisatie kent iedereen elkaar. Praten met een collega voelt dan niet veilig.",
    source=sources.PRACTICE,
)
def outsider_in_a_small_organisation(case: Case) -> Iterator[Hit]:
    """An organisation of fewer than 50 has an advisor from outside.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 49}
        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 49}
        vertrouwenspersonen:
          - {naam: Joost Verhage, soort: extern, contact: {telefoon: "088 1234567", email: joost@verhage.example}}
    """
    number = case.kit.organisatie.medewerkers
    if number < LARGE and all(persoon.soort == "intern" for persoon in case.kit.vertrouwenspersonen):
        message = f"Bij {number} mensen zijn er alleen interne vertrouwenspersonen."
        yield Hit(_SIZE, message, "Stel iemand van buiten aan, bijvoorbeeld via de branche of de arbodienst.")


@rule(
    "VK107",
    "warning",
    title="één vertrouwenspersoon zonder vervanger",
    why="Bij vakantie of ziekte is er dan niemand. Wie eindelijk durft te bellen, krijgt geen antwoord.",
    source=sources.PROFILE,
)
def replacement(case: Case) -> Iterator[Hit]:
    """A single advisor has nobody to stand in; an unknown or own id as ``vervanger`` is VK061, found on reading.

    Wrong::

        vertrouwenspersonen:
          - {naam: Joost Verhage, soort: extern, contact: {telefoon: "088 1234567", email: joost@verhage.example}}

    Right::

        vertrouwenspersonen:
          - naam: Joost Verhage
            soort: extern
            contact: {telefoon: "088 1234567", email: joost@verhage.example}
            vervanger: lotte-smit
          - {naam: Lotte Smit, soort: extern, contact: {telefoon: "088 7654321", email: lotte@verhage.example}}
    """
    if len(case.kit.vertrouwenspersonen) == 1:
        (persoon,) = case.kit.vertrouwenspersonen
        message = f"{persoon.naam} is de enige vertrouwenspersoon, en niemand vervangt deze persoon."
        advice = "Spreek af wie invalt, zet die persoon in de kit, en noem hem of haar bij vervanger."
        yield Hit(case.own(("vertrouwenspersonen", 0, "naam")), message, advice)


@rule(
    "VK125",
    "notice",
    title="geen keus van persoon of van team",
    why="Wie te dicht bij de vertrouwenspersoon werkt, wil naar iemand uit een ander team kunnen.",
    source=sources.STUDY,
)
def choice_of_person(case: Case) -> Iterator[Hit]:
    """There are two people to choose from, and they are not all colleagues of one department or one site.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            afdeling: Inkoop
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
          - naam: Lotte Smit
            soort: intern
            afdeling: Inkoop
            contact: {telefoon: "06 12345679", email: lotte@voorbeeld.example}

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            afdeling: Inkoop
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
          - naam: Lotte Smit
            soort: intern
            afdeling: Planning
            contact: {telefoon: "06 12345679", email: lotte@voorbeeld.example}
    """
    people = case.kit.vertrouwenspersonen
    if len(people) == 1:
        message = f"Er is één vertrouwenspersoon: {people[0].naam}. Er valt niets te kiezen."
        yield Hit(case.own(("vertrouwenspersonen",)), message, "Stel een tweede aan, uit een ander team of van buiten.")
        return
    if any(persoon.soort == "extern" for persoon in people):
        return
    for key, same in (("afdeling", _same_department(case)), ("vestigingen", _same_site(case))):
        if same:
            what = "van de afdeling" if key == "afdeling" else "van de vestiging"
            message = f"Alle vertrouwenspersonen zijn {what} {shorten(same)}."
            advice = "Stel er ook een aan uit een ander team of van buiten."
            yield Hit(("vertrouwenspersonen", 0, key), message, advice)
            return


def _same_department(case: Case) -> str | None:
    """Return the one department that all advisors are of."""
    names = {(persoon.afdeling or "").casefold().removeprefix("afdeling ") for persoon in case.kit.vertrouwenspersonen}
    return case.kit.vertrouwenspersonen[0].afdeling if len(names) == 1 else None


def _same_site(case: Case) -> str | None:
    """Return the one site, of several, that all advisors are at."""
    places = {persoon.vestigingen for persoon in case.kit.vertrouwenspersonen}
    only = next(iter(places)) if len(places) == 1 else ()
    return only[0] if len(only) == 1 and len(case.kit.organisatie.vestigingen) > 1 else None
