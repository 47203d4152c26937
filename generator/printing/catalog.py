"""The catalogue: every printable in one table. Downloads page, hanging plan, guide and ``--help`` are made from it.

A printable is one module that lays it out and one row here. ``maker`` names the function
(``package.module.function``, from ``Source`` to ``Made``); it is looked up when it is needed, so that ``--help`` does
not load a PDF library.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final, Literal, cast

if TYPE_CHECKING:
    from generator.printing.parts.source import Made, Source

#: Where a sheet hangs or lies; the words stand in ``drukwerk.yml`` under ``plek-…``.
Plek = Literal["koffie", "printer", "kleedruimte", "keet", "ingang", "kantine", "vergaderkamer", "toilet"]
Soort = Literal["poster", "uitdelen", "voor-hr"]


@dataclass(frozen=True, slots=True)
class Printable:
    """One kind of printable.

    ``bestand`` is the file's name, with a word in capitals where each advisor or site has a file of its own.
    ``doel`` is its purpose in one Dutch sentence; ``plekken`` are the places where it belongs.
    """

    bestand: str
    titel: str
    formaat: str
    doel: str
    soort: Soort
    maker: str
    plekken: tuple[Plek, ...] = ()

    def make(self, source: Source) -> Iterator[Made]:
        """Lay out the files of this kind."""
        module, _, function = self.maker.rpartition(".")
        found = getattr(import_module(f"generator.printing.{module}"), function)
        return cast("Callable[[Source], Iterator[Made]]", found)(source)


CATALOG: Final[tuple[Printable, ...]] = (
    Printable(
        "poster-a4.pdf",
        "Poster",
        "A4",
        "Alle vertrouwenspersonen, met foto en nummer.",
        "poster",
        "posters.poster.poster_a4",
        ("koffie", "printer", "kleedruimte", "keet"),
    ),
    Printable(
        "poster-a3.pdf",
        "Grote poster",
        "A3",
        "Dezelfde poster, om van ver te zien.",
        "poster",
        "posters.poster.poster_a3",
        ("ingang", "kantine"),
    ),
    Printable(
        "poster-VESTIGING-a4.pdf",
        "Poster voor één vestiging",
        "A4",
        "Alleen de vertrouwenspersonen van die vestiging.",
        "poster",
        "posters.poster.site_posters",
        ("koffie", "printer"),
    ),
    Printable(
        "poster-NAAM-a4.pdf",
        "Poster van één vertrouwenspersoon",
        "A4",
        "Eén gezicht en één nummer, groot.",
        "poster",
        "posters.single.single_posters",
        ("printer", "vergaderkamer"),
    ),
    Printable(
        "poster-afscheurstroken-a4.pdf",
        "Poster met afscheurstroken",
        "A4",
        "Een nummer meenemen zonder dat iemand het ziet.",
        "poster",
        "posters.strips.strip_poster",
        ("toilet", "kleedruimte"),
    ),
    Printable(
        "poster-misverstanden-a4.pdf",
        "Poster over misverstanden",
        "A4",
        "Wat mensen denken over een vertrouwenspersoon, en wat waar is.",
        "poster",
        "posters.misverstanden.misunderstandings",
        ("kantine", "koffie"),
    ),
    Printable(
        "wegwijzer-a3.pdf",
        "Wegwijzer",
        "A3",
        "Bij welke situatie hoort welke hulp?",
        "poster",
        "chart.poster.wegwijzer_poster",
        ("kantine", "keet"),
    ),
    Printable(
        "infoblad-nieuwe-medewerkers.pdf",
        "Infoblad voor nieuwe medewerkers",
        "A4, twee kanten",
        "Wie, wat en hoe, met de wegwijzer op de achterkant.",
        "uitdelen",
        "handouts.sheet.infoblad",
    ),
    Printable(
        "infoblad-grote-letters.pdf",
        "Infoblad in grote letters",
        "A4",
        "Hetzelfde infoblad, voor wie kleine letters moeilijk leest.",
        "uitdelen",
        "handouts.sheet_large.infoblad_groot",
    ),
    Printable(
        "kaartjes.pdf",
        "Kaartjes",
        "A4, twee kanten, om te snijden",
        "Tien kaartjes van 85 × 54 mm voor in een portemonnee.",
        "uitdelen",
        "handouts.cards.cards",
    ),
    Printable(
        "ophangplan.pdf",
        "Ophangplan",
        "A4",
        "Wat hangt waar, wanneer is het opgehangen en wanneer kijkt iemand het na?",
        "voor-hr",
        "handouts.plan.hanging_plan",
    ),
)
