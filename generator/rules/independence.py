"""Is every advisor independent? No second role that clashes, no seat in the committee, nobody's manager or doctor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from generator.kit.model import Vertrouwenspersoon
from generator.kit.nodes import KeyPath
from generator.kit.text import shorten
from generator.rules import roles, sources
from generator.rules.persons import Certainty, same_person
from generator.rules.rule import Case, Hit, rule
from generator.rules.ties import OTHER_PERSON, UNSURE, ties

_SUREST_FIRST: Final = get_args(Certainty)


@rule(
    "VK101",
    "error",
    title="een vertrouwenspersoon met een rol die niet samengaat",
    why="Wie bij HR, de directie, de ondernemingsraad of de klachtencommissie hoort, is niet onafhankelijk. "
    "Medewerkers durven dan niet te praten.",
    source=sources.both(sources.PROFILE, sources.STUDY),
    waivable=False,
    note="Een waarschuwing als dat niet zeker is, bijvoorbeeld omdat alleen de achternaam gelijk is.",
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
        for tie in ties(case, path, persoon, roles.CLASHING):
            if tie.body is roles.COMMITTEE and _seat_of(case, persoon):
                continue  # VK102 says so
            is_it = "hoort ook bij" if tie.sure else "lijkt ook te horen bij"
            message = f"{persoon.naam} {is_it} {tie.body.naam}{tie.how}."
            yield Hit(tie.place, message, tie.advice, None if tie.sure else "warning")


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
    for _, persoon in case.advisors():
        seat = _seat_of(case, persoon)
        if seat:
            path, naam, certainty = seat
            message = f"'{shorten(naam)}' in de klachtencommissie is {certainty} dezelfde als {persoon.naam}."
            advice = f"Kies voor de commissie iemand anders. {OTHER_PERSON}"
            yield Hit(path, message, advice, "warning" if certainty == UNSURE else None)


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
        for tie in ties(case, path, persoon, roles.MEDICAL)[:1]:
            is_it = "is ook" if tie.sure else "lijkt ook te zijn:"
            yield Hit(tie.place, f"{persoon.naam} {is_it} {tie.body.naam}{tie.how}.", tie.advice)


def _seat_of(case: Case, persoon: Vertrouwenspersoon) -> tuple[KeyPath, str, Certainty] | None:
    """Return where an advisor sits in the committee, the name as it stands there, and how sure that is.

    The chair is mostly listed among the members too: of several places the surest counts.
    """
    commissie = case.kit.klachtencommissie
    if commissie is None:
        return None
    seats: list[tuple[KeyPath, str]] = [(("voorzitter",), commissie.voorzitter)] if commissie.voorzitter else []
    seats += [(("leden", index), lid) for index, lid in enumerate(commissie.leden)]
    found = [
        (("klachtencommissie", *seat), naam, certainty)
        for seat, naam in seats
        if (certainty := same_person(persoon.naam, naam))
    ]
    return min(found, key=lambda item: _SUREST_FIRST.index(item[2]), default=None)


def _manages(case: Case, path: KeyPath, persoon: Vertrouwenspersoon) -> KeyPath | None:
    """Return the place that says that an advisor manages people, unless that place says what VK101 is about."""
    clashing = {tie.place for tie in ties(case, path, persoon, roles.CLASHING)}
    managing = [tie.place for tie in ties(case, path, persoon, (roles.MANAGING,)) if tie.sure]
    return next((place for place in managing if place not in clashing), None)
