"""Do routes begin where help is: 112, the police or 113 in danger, and the manager for what no advisor is for?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.kit.model import Situatie as EigenSituatie
from generator.kit.nodes import KeyPath
from generator.kit.shared import ANY_ADVISOR, BY_KIND, FIXED
from generator.kit.text import enumerate_words, shorten
from generator.library import Situatie
from generator.rules import sources
from generator.rules.rule import Case, Hit, rule

#: In a situation that a kit names itself: what no advisor is for, unless one of the second list is part of it.
_OUT_OF_SCOPE: Final = re.compile(
    r"\b(beoordeling|beoordeeld|functionering|functioneren|salaris|loon|contract|rooster|verlof|vakantie|reorganisatie"
    r"|arbeidsconflict|ziekmelding|verzuim|re-integratie|promotie|overwerk|pensioen|ontslagen|ontslag)",
    re.IGNORECASE,
)
_UNWANTED: Final = re.compile(
    r"pest|intimid|discrimin|agress|geweld|grens|bedreig|dreig|buitenges|buitensl|scheld|verneder|ongewenst|nare "
    r"|lastig|fraude|integriteit|misstand|racis|roddel|seks|ruil|chant|uitga|uit te gaan|wraak|straf|bang|onder druk"
    r"|omdat ik|als ik|oneerlijk|weiger",
    re.IGNORECASE,
)
#: Words of danger now or of a crime, in the title of a situation that a kit names itself.
_DANGER: Final = re.compile(
    r"levensgevaar|\b(?:in|direct|acuut|nu) gevaar\b|\bgevaar voor\b|zelfmoord|zelfdoding|su[iï]cid"
    r"|\bwil(?:len)? (?:niet meer leven|dood)|\bniet meer (?:willen )?leven\b|verkracht|aangerand|aanranding"
    r"|mishandel|overval|\b(?:neer)?gestoken\b|steekpartij|\bmes(?:sen)?\b|wapen|pistool|schietpartij|\bgeschoten\b"
    r"|\bnu bedreigd|bedreigd met|dreigt .*(?:doden|vermoorden|slaan|schieten|steken)|dreigt mij te|\bbom|gijzel"
    r"|gestalkt|\bstalk|\bgewond|hartaanval|hartstilstand|bewusteloos|\bbrand\b|explosie|\baangevallen\b"
    r"|\bgeslagen\b|vechtpartij|reanimatie|zelfbeschadig|bedreigt mij",
    re.IGNORECASE,
)
#: What says that the danger is over, and that the situation is about what comes after it.
_AFTER: Final = re.compile(
    r"\bna (?:een|de|het|zo|mijn|afloop)\b|\bnazorg\b|\bopvang\b|\bgeweest\b|meegemaakt|aangegrepen|slaap|verwerk"
    r"|geen gevaar|\bachteraf\b|\bvroeger\b|herinner|\bsinds\b|nare dromen|\bgezien\b|\bvorige?\b|\bdaarna\b"
    r"|\berover\b|training|cursus|gevonden",
    re.IGNORECASE,
)
#: Who helps at once, in the order of urgency; nobody of the organisation may stand before the first two.
_AT_ONCE: Final = frozenset({"112", "113"})
_FIRST_HELP: Final = frozenset({*FIXED, "centrum-seksueel-geweld", "veilig-thuis"})


@rule(
    "VK117",
    "warning",
    title="een route die begint bij de vertrouwenspersoon, terwijl die daar niet voor is",
    why="Een vertrouwenspersoon gaat niet over loon, beoordeling of ziekte. Wie daar begint, is terug bij af.",
    source=sources.PROFILE,
    note="Een opmerking bij een eigen situatie: daar kan het programma alleen raden.",
)
def out_of_scope(case: Case) -> Iterator[Hit]:
    """For pay, appraisal, illness and the like, a route begins with the manager or HR.

    Wrong::

        doorverwijzing:
          functioneren-beoordeling: [vertrouwenspersoon, leidinggevende]

    Right::

        doorverwijzing:
          functioneren-beoordeling: [leidinggevende, vertrouwenspersoon]
    """
    advisors = {ANY_ADVISOR, *BY_KIND, *(persoon.id for persoon in case.kit.vertrouwenspersonen)}
    shared = {situatie.id: situatie for situatie in case.library.situaties if situatie.buiten_bereik}
    for path, name, route in _routes(case):
        if route[0] not in advisors:
            continue
        own = _own(case, name)
        text = f"{own.titel} {own.uitleg or ''}" if own else ""
        if name in shared:
            message = f"De route bij '{shared[name].titel}' begint bij de vertrouwenspersoon."
            advice = "Zet de leidinggevende of HR vooraan. De vertrouwenspersoon mag wel verderop in de route staan."
            yield Hit((*path, 0), message, advice)
        elif own and _OUT_OF_SCOPE.search(own.titel) and not _UNWANTED.search(text):
            message = f"Is '{shorten(own.titel)}' een zaak voor de vertrouwenspersoon? De route begint daar."
            advice = "Gaat het ook om ongewenst gedrag? Zeg dat in de titel of de uitleg. Zo niet, begin bij een ander."
            yield Hit((*path, 0), message, advice, "notice")


@rule(
    "VK118",
    "error",
    title="bij gevaar staat een ander voor 112, de politie of 113",
    why="Bij gevaar telt elke seconde. Dan mag er niemand van de organisatie tussen staan.",
    source=sources.OWN,
    waivable=False,
)
def danger_first(case: Case) -> Iterator[Hit]:
    """In danger, after a crime and at thoughts of suicide, nobody inside comes before 112, the police or 113.

    Wrong::

        doorverwijzing:
          acuut-gevaar: [leidinggevende, "112"]

    Right::

        doorverwijzing:
          acuut-gevaar: ["112", leidinggevende]
    """
    dangers = {situatie.id: situatie for situatie in case.library.situaties if situatie.gevaar}
    national = {contact.id for contact in case.library.landelijk} - case.kit.contacten.keys()
    for path, name, route in _routes(case):
        urgent = _urgent(case, name, route, dangers)
        index = _first_inside(route, urgent, national)
        if index is not None:
            where = f" bij '{dangers[name].titel}'" if name in dangers else ""
            first = dangers[name].eerst if name in dangers else tuple(item for item in route if item in urgent)[:1]
            message = f"In de route{where} staat '{route[index]}' voor {enumerate_words(first)}."
            advice = f"Zet {enumerate_words(first)} vooraan. Bij gevaar belt niemand eerst een ander."
            yield Hit((*path, index), message, advice)
    for name in dict.fromkeys(contact for situatie in dangers.values() for contact in situatie.eerst):
        if name in case.kit.contacten:
            message = f"'{name}' staat vooraan bij gevaar, maar deze kit geeft er een eigen contact voor."
            advice = "Haal dit contact weg: het landelijke nummer staat er vanzelf bij. Of geef het een andere naam."
            yield Hit(("contacten", name), message, advice)


@rule(
    "VK119",
    "warning",
    title="een eigen situatie die op gevaar lijkt en niet bij 112, de politie of 113 begint",
    why="Bij gevaar telt elke seconde. De wegwijzer moet dan meteen naar hulp van buiten leiden.",
    source=sources.OWN,
)
def own_situation_with_danger(case: Case) -> Iterator[Hit]:
    """A situation of the organisation's own that sounds like danger begins with help from outside.

    Wrong::

        situaties:
          - {id: overval, titel: Er is een overval in de winkel, contacten: [leidinggevende]}

    Right::

        situaties:
          - {id: overval, titel: Er is een overval in de winkel, contacten: ["112", leidinggevende]}
    """
    for path, name, route in _routes(case):
        word = _sounds_like_danger(case, name)
        if word and route[0] not in _FIRST_HELP and FIXED.isdisjoint(route):
            message = f"Deze situatie gaat over '{word}', maar de route begint bij '{route[0]}'."
            advice = (
                'Zet vooraan wie meteen helpt: "112", politie of "113". Gaat het om de tijd erna? Zeg dat in de titel.'
            )
            yield Hit((*path, 0), message, advice)


@rule(
    "VK130",
    "warning",
    title="een landelijk contact met een eigen nummer",
    why="Landelijke nummers komen uit bronnen die we nakijken. Een eigen nummer op die plek kan verkeerd of oud zijn.",
    source=sources.OWN,
)
def national_contact_of_its_own(case: Case) -> Iterator[Hit]:
    """A kit does not put a contact of its own in the place of a national one.

    Wrong::

        contacten:
          slachtofferhulp: {naam: Bureau Nazorg, contact: {telefoon: "0345 123456"}}

    Right::

        contacten:
          nazorg: {naam: Bureau Nazorg, contact: {telefoon: "0345 123456"}}
    """
    first = {contact for situatie in case.library.situaties if situatie.gevaar for contact in situatie.eerst}
    for contact in case.library.landelijk:
        if contact.id in case.kit.contacten and contact.id not in first:  # VK118 is about the first ones
            message = f"'{contact.id}' is {contact.naam}. Deze kit zet er een ander contact voor in de plaats."
            advice = "Haal dit contact weg: het landelijke staat er vanzelf bij. Of geef het een andere naam."
            yield Hit(("contacten", contact.id), message, advice)


def _own(case: Case, name: str) -> EigenSituatie | None:
    """Return the situation of the organisation's own with that id."""
    return next((item for item in case.kit.situaties if item.id == name), None)


def _urgent(case: Case, name: str, route: tuple[str, ...], dangers: Mapping[str, Situatie]) -> set[str]:
    """Return before whom nobody of the organisation may stand in this route; empty if there is no danger in it."""
    if name in dangers:
        return {*_AT_ONCE, *dangers[name].eerst}
    urgent = _AT_ONCE & set(route)
    return {*urgent, *(FIXED & set(route))} if urgent or _sounds_like_danger(case, name) else set()


def _first_inside(route: tuple[str, ...], urgent: set[str], national: set[str]) -> int | None:
    """Return the place of the first contact that is not national and stands before everybody who is urgent."""
    before = itertools.takewhile(lambda contact: contact not in urgent, route) if urgent else ()
    return next((index for index, contact in enumerate(before) if contact not in national), None)


def _sounds_like_danger(case: Case, name: str) -> str | None:
    """Return the word in the title of an own situation that means danger now; None if it is about what comes after."""
    own = _own(case, name)
    found = _DANGER.search(own.titel) if own and not _AFTER.search(own.titel) else None
    return found[0] if found else None


def _routes(case: Case) -> Iterator[tuple[KeyPath, str, tuple[str, ...]]]:
    """Go through the routes that the kit itself gives: the place, the situation, the contacts."""
    for name, route in case.kit.doorverwijzing.items():
        yield ("doorverwijzing", name), name, route
    for index, situatie in enumerate(case.kit.situaties):
        if situatie.id not in case.kit.doorverwijzing:
            yield ("situaties", index, "contacten"), situatie.id, situatie.contacten
