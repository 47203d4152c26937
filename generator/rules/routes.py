"""Do routes begin where help is: 112, the police or 113 in danger, and the manager for what no advisor is for?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.kit.nodes import KeyPath
from generator.kit.shared import ANY_ADVISOR, BY_KIND
from generator.kit.text import enumerate_words, shorten
from generator.rules import sources
from generator.rules.rule import Case, Hit, rule

#: In a situation that a kit names itself: what no advisor is for, unless one of the second list is part of it.
_OUT_OF_SCOPE: Final = re.compile(
    r"\b(beoordeling|beoordeeld|functionering|functioneren|salaris|loon|contract|rooster|verlof|reorganisatie"
    r"|arbeidsconflict|ziekmelding|verzuim|re-integratie|promotie|overwerk|pensioen)",
    re.IGNORECASE,
)
_UNWANTED: Final = re.compile(
    r"pest|intimid|discrimin|agress|geweld|grens|bedreig|buitengesl|buitenges|scheld|verneder|ongewenst|nare |lastig"
    r"|fraude|integriteit|misstand|racis|roddel",
    re.IGNORECASE,
)
#: Words that mean danger now, or a crime, in the title of a situation that a kit names itself.
_DANGER: Final = re.compile(
    r"\b(levensgevaar|in gevaar|direct gevaar|acuut gevaar|zelfmoord|zelfdoding|suïcide|suicide|verkracht|aangerand"
    r"|aanranding|verkrachting|mishandeld|mishandeling|overval|overvallen|neergestoken|wapen|bedreigd met|aangevallen"
    r"|brand|reanimatie|bewusteloos)\b",
    re.IGNORECASE,
)


@rule(
    "VK117",
    "warning",
    title="een route die begint bij de vertrouwenspersoon, terwijl die daar niet voor is",
    why="Een vertrouwenspersoon gaat niet over loon, beoordeling of ziekte. Wie daar begint, is terug bij af.",
    source=sources.PROFILE,
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
        own = next((item for item in case.kit.situaties if item.id == name), None)
        text = f"{own.titel} {own.uitleg or ''}" if own else ""
        if name in shared:
            message = f"De route bij '{shared[name].titel}' begint bij de vertrouwenspersoon."
        elif own and _OUT_OF_SCOPE.search(own.titel) and not _UNWANTED.search(text):
            message = f"'{shorten(own.titel)}' lijkt geen zaak voor de vertrouwenspersoon, maar de route begint daar."
        else:
            continue
        advice = "Zet de leidinggevende of HR vooraan. De vertrouwenspersoon mag wel verderop in de route staan."
        yield Hit((*path, 0), message, advice)


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
    national = {contact.id for contact in case.library.landelijk}
    for path, name, route in _routes(case):
        if route[0] in national:
            continue
        if name in dangers:
            message = f"De route bij '{dangers[name].titel}' begint bij '{route[0]}'."
            yield Hit((*path, 0), message, f"Zet {enumerate_words(dangers[name].eerst)} vooraan in deze route.")
        elif not {"112", "113"}.isdisjoint(route):
            late = next(contact for contact in route if contact in {"112", "113"})
            message = f"In deze route staat '{route[0]}' voor {late}."
            yield Hit(
                (*path, 0), message, f"Zet {late} vooraan. Wie {late} nodig heeft, mag niet eerst een ander bellen."
            )


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
    national = {contact.id for contact in case.library.landelijk}
    for path, name, route in _routes(case):
        own = next((item for item in case.kit.situaties if item.id == name), None)
        found = _DANGER.search(own.titel) if own else None
        if found and route[0] not in national and {"112", "113"}.isdisjoint(route):
            message = f"Deze situatie gaat over '{found[0]}', maar de route begint bij '{route[0]}'."
            advice = (
                'Zet vooraan wie meteen helpt: "112", politie of "113". Is er geen gevaar meer? Zeg dat in de titel.'
            )
            yield Hit((*path, 0), message, advice)


def _routes(case: Case) -> Iterator[tuple[KeyPath, str, tuple[str, ...]]]:
    """Go through the routes that the kit itself gives: the place, the situation, the contacts."""
    for name, route in case.kit.doorverwijzing.items():
        yield ("doorverwijzing", name), name, route
    for index, situatie in enumerate(case.kit.situaties):
        if situatie.id not in case.kit.doorverwijzing:
            yield ("situaties", index, "contacten"), situatie.id, situatie.contacten
