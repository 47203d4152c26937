"""Does the organisation have what a report and a complaint need: a reporting procedure and a committee?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.rules import sources
from generator.rules.choice import LARGE
from generator.rules.rule import Case, Hit, rule

#: What people write where there is nothing.
_NOTHING: Final = re.compile(
    r"(geen|nog geen|n\.?v\.?t\.?|niet van toepassing|onbekend|volgt|-+|x+|\?+)", re.IGNORECASE
)


@rule(
    "VK115",
    "warning",
    title="geen meldregeling, bij 50 of meer mensen",
    why="Wie een misstand wil melden, moet weten waar. Een organisatie vanaf 50 mensen moet dat regelen.",
    source=sources.WHISTLEBLOWERS,
)
def reporting_procedure(case: Case) -> Iterator[Hit]:
    """An organisation of 50 or more says where to report; a ``meldregeling`` with nothing in it says nothing.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 50}
        meldregeling: {}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 50}
        meldregeling: {contact: {email: integriteit@voorbeeld.example}}
    """
    number, regeling = case.kit.organisatie.medewerkers, case.kit.meldregeling
    if number >= LARGE and (regeling is None or not (regeling.contact or regeling.document)):
        place = ("meldregeling",) if regeling else ("organisatie", "medewerkers")
        message = f"Er is geen meldregeling ingevuld, terwijl hier {number} mensen werken."
        advice = "Vul meldregeling in. Bijvoorbeeld meldregeling: {contact: {email: integriteit@voorbeeld.nl}}"
        yield Hit(place, message, advice)


@rule(
    "VK116",
    "warning",
    title="geen klachtencommissie",
    why="Wie een klacht wil indienen, heeft dan geen vaste weg. De site legt wel uit wat er dan kan.",
    source=sources.OWN,
)
def complaints_committee(case: Case) -> Iterator[Hit]:
    """There is a committee for complaints: an own one, one of the sector, or a national one.

    Wrong::

        organisatie: {naam: Voorbeeld, medewerkers: 12}

    Right::

        organisatie: {naam: Voorbeeld, medewerkers: 12}
        klachtencommissie: {naam: Klachtencommissie ongewenst gedrag, soort: extern}
    """
    commissie = case.kit.klachtencommissie
    if commissie is None:
        advice = "Vraag de branche of de arbodienst of je kunt meedoen met hun commissie, en vul klachtencommissie in."
        yield Hit(("klachtencommissie",), "Er is geen klachtencommissie ingevuld.", advice)
    elif _NOTHING.fullmatch(commissie.naam):
        message = f"De klachtencommissie heet '{commissie.naam}'. Zo komt het ook op de site."
        advice = "Is er geen commissie? Haal dan het hele blok klachtencommissie weg."
        yield Hit(("klachtencommissie", "naam"), message, advice)
