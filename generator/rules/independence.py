"""Is every advisor independent? No second role that clashes, no seat in the committee, nobody's manager or doctor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, get_args

from generator.errors import Level
from generator.kit.model import Vertrouwenspersoon
from generator.kit.nodes import KeyPath
from generator.kit.text import enumerate_words, shorten
from generator.rules import roles, sources
from generator.rules.names import Certainty, same_person
from generator.rules.roles import Body
from generator.rules.rule import Case, Hit, rule

#: Whom a contact of the organisation stands for, if an advisor of the same name turns up there.
_CONTACTS_CLASHING: Final = {"hr": "HR", "directie": "de directie", "ondernemingsraad": "de ondernemingsraad"}
_CONTACTS_MEDICAL: Final = {
    "bedrijfsarts": "bedrijfsarts",
    "bedrijfsmaatschappelijk-werk": "bedrijfsmaatschappelijk werker",
}
_SUREST_FIRST: Final = get_args(Certainty)
#: A surname alone: worth a look, but many people are called De Jong.
_UNSURE: Final[Certainty] = "mogelijk"
_OTHER_PERSON: Final = "Is het iemand anders? Schrijf dan op beide plekken de hele voornaam en alle voorletters."


@rule(
    "VK101",
    "error",
    title="een vertrouwenspersoon met een rol die niet samengaat",
    why="Wie bij HR, de directie, de ondernemingsraad of de klachtencommissie hoort, is niet onafhankelijk. "
    "Medewerkers durven dan niet te praten.",
    source=sources.both(sources.PROFILE, sources.STUDY),
    waivable=False,
    note="Een waarschuwing als alleen de achternaam gelijk is.",
)
def other_role(case: Case) -> Iterator[Hit]:
    """An advisor is not also in HR, on the works council, in top management or on the complaints committee.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            andere_rollen: [ondernemingsraad]
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            andere_rollen: []
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
    """
    for path, persoon in case.advisors():
        seen: set[str] = set()
        for place, body, found in (
            *_roles(path, persoon, roles.CLASHING),
            *_jobs(path, persoon, roles.CLASHING),
            *_as_contact(case, persoon, _CONTACTS_CLASHING),
        ):
            if body not in seen:
                seen.add(body)
                unsure = f" {_UNSURE} " in found
                message = f"{persoon.naam} hoort ook bij {body}{found}."
                yield Hit(place, message, _choose_another(found), "warning" if unsure else None)


@rule(
    "VK102",
    "error",
    title="een vertrouwenspersoon in de klachtencommissie",
    why="Een vertrouwenspersoon staat naast de medewerker. De commissie moet onpartijdig zijn. Dat kan niet samen.",
    source=sources.PROFILE,
    waivable=False,
    note="Een waarschuwing als alleen de achternaam gelijk is.",
)
def in_committee(case: Case) -> Iterator[Hit]:
    """No advisor is a member or the chair of the complaints committee, however the name is written.

    Wrong::

        klachtencommissie: {naam: Klachtencommissie, soort: intern, leden: [S. Bakker, C. Yilmaz]}
        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}}

    Right::

        klachtencommissie: {naam: Klachtencommissie, soort: intern, leden: [A. de Boer, C. Yilmaz]}
        vertrouwenspersonen:
          - {naam: Sam Bakker, soort: intern, contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}}
    """
    commissie = case.kit.klachtencommissie
    if commissie is None:
        return
    seats: list[tuple[KeyPath, str]] = [(("leden", index), lid) for index, lid in enumerate(commissie.leden)]
    if commissie.voorzitter:
        seats.insert(0, (("voorzitter",), commissie.voorzitter))
    for _, persoon in case.advisors():
        found = [(seat, naam, sure) for seat, naam in seats if (sure := same_person(persoon.naam, naam))]
        if found:  # the chair is mostly listed among the members too: one person, one finding
            seat, naam, sure = min(found, key=lambda item: _SUREST_FIRST.index(item[2]))
            message = f"'{shorten(naam)}' in de klachtencommissie is {sure} dezelfde als {persoon.naam}."
            advice = f"Kies voor de commissie iemand anders. {_OTHER_PERSON}"
            yield Hit(("klachtencommissie", *seat), message, advice, _level(sure))


@rule(
    "VK103",
    "notice",
    title="een vertrouwenspersoon die leidinggeeft",
    why="Wie leidinggeeft, beslist over anderen. Het eigen team kan dan niet vrij praten.",
    source=sources.PROFILE,
    note="Een fout als er geen vertrouwenspersoon is die geen leiding geeft.",
)
def manages(case: Case) -> Iterator[Hit]:
    """An advisor who manages people is an error if there is no advisor who does not, and otherwise worth a look.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            andere_rollen: [leidinggevende]
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}

    Right::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            functie: planner
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
    """
    managing = [
        (place, persoon) for path, persoon in case.advisors() if (place := _manages(case, path, persoon)) is not None
    ]
    nobody_else = len(managing) == len(case.kit.vertrouwenspersonen)
    for place, persoon in managing:
        if nobody_else:
            message = f"{persoon.naam} geeft leiding, en er is geen vertrouwenspersoon die dat niet doet."
            yield Hit(place, message, "Zoek er iemand bij die geen leiding geeft, of iemand van buiten.", "error")
        else:
            advice = "Laat medewerkers van dat team weten dat zij ook naar een ander kunnen."
            yield Hit(place, f"{persoon.naam} geeft ook leiding.", advice)


@rule(
    "VK106",
    "warning",
    title="een vertrouwenspersoon die bedrijfsarts of bedrijfsmaatschappelijk werker is",
    why="Een arts of maatschappelijk werker heeft eigen regels en eigen plichten. "
    "Dan weet iemand niet met wie hij praat.",
    source=sources.DESK,
)
def doctor_or_social_worker(case: Case) -> Iterator[Hit]:
    """An advisor is not the company doctor or the company social worker as well.

    Wrong::

        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            andere_rollen: [bedrijfsarts]
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}

    Right::

        contacten:
          bedrijfsarts: {naam: dr. P. Smit, contact: {telefoon: "0345 654321"}}
        vertrouwenspersonen:
          - naam: Sam Bakker
            soort: intern
            contact: {telefoon: "06 12345678", email: sam@voorbeeld.example}
    """
    for path, persoon in case.advisors():
        found = (
            *_roles(path, persoon, roles.MEDICAL),
            *_jobs(path, persoon, roles.MEDICAL),
            *_as_contact(case, persoon, _CONTACTS_MEDICAL),
        )
        for place, body, how in found[:1]:
            yield Hit(place, f"{persoon.naam} is ook {body}{how}.", _choose_another(how))


_Found = tuple[KeyPath, str, str]


def _roles(path: KeyPath, persoon: Vertrouwenspersoon, bodies: tuple[Body, ...]) -> Iterator[_Found]:
    """Find clashing words in ``andere_rollen``."""
    for index, rol in enumerate(persoon.andere_rollen):
        for body in bodies:
            if roles.is_role_of(body, rol):
                yield (*path, "andere_rollen", index), body.naam, ""


def _jobs(path: KeyPath, persoon: Vertrouwenspersoon, bodies: tuple[Body, ...]) -> Iterator[_Found]:
    """Find a clashing job or department of a colleague; an advisor from outside has these elsewhere."""
    if persoon.soort == "extern":
        return
    for key, text in (("functie", persoon.functie), ("afdeling", persoon.afdeling)):
        for body in bodies:
            if text and roles.is_job_of(body, text):
                yield (*path, key), body.naam, f" (bij {key} staat '{shorten(text)}')"


def _as_contact(case: Case, persoon: Vertrouwenspersoon, known: Mapping[str, str]) -> Iterator[_Found]:
    """Find an advisor whose name stands among the other contacts too."""
    for key, body in known.items():
        contact = case.kit.contacten.get(key)
        sure: Certainty | None = same_person(persoon.naam, contact.naam) if contact else None
        if contact and sure:
            how = f" ('{shorten(contact.naam)}' bij contacten.{key} is {sure} dezelfde persoon)"
            yield ("contacten", key, "naam"), body, how


def _manages(case: Case, path: KeyPath, persoon: Vertrouwenspersoon) -> KeyPath | None:
    """Return the place that says that an advisor manages people, if there is one."""
    for index, rol in enumerate(persoon.andere_rollen):
        if roles.is_role_of(roles.MANAGING, rol):
            return (*path, "andere_rollen", index)
    if persoon.soort == "intern" and persoon.functie and roles.is_job_of(roles.MANAGING, persoon.functie):
        return (*path, "functie")
    named = case.kit.contacten.get("leidinggevende")
    return ("contacten", "leidinggevende", "naam") if named and same_person(persoon.naam, named.naam) else None


def _level(sure: Certainty) -> Level | None:
    return "warning" if sure == _UNSURE else None


def _choose_another(how: str) -> str:
    """Return the advice; where a name was compared, also what to do if it is somebody else."""
    options = ["kies een andere vertrouwenspersoon", "laat deze persoon de andere rol neerleggen"]
    advice = f"{enumerate_words(options).capitalize()}."
    return f"{advice} {_OTHER_PERSON}" if "dezelfde persoon" in how else advice
