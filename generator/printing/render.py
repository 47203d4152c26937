"""The printables of one kit: laid out, looked over, drawn, and pictured for the downloads page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.printing.catalog import CATALOG, Printable
from generator.printing.layout.elements import Page, Picture, placed
from generator.printing.lookover import findings_of
from generator.printing.parts.pictures import Portrait, develop
from generator.printing.parts.source import Made, Source
from generator.printing.pdf.drawing import draw
from generator.printing.previews import Previews


@dataclass(frozen=True, slots=True)
class Printed:
    """One finished file: the row that it belongs to, its PDF, its pages, and a JPEG of the first one."""

    row: Printable
    bestand: str
    titel: str
    paginas: int
    data: bytes
    picture: bytes
    sides: tuple[int, int]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A printable with its row, before anything is drawn."""

    row: Printable
    made: Made


def lay_out(source: Source) -> tuple[LaidOut, ...]:
    """Return every printable of the catalogue."""
    return tuple(LaidOut(row, made) for row in CATALOG for made in row.make(source))


def look_over(laid_out: tuple[LaidOut, ...], source: Source, loaded: LoadedKit) -> tuple[Finding, ...]:
    """Return what can't be printed well: text without room, letters without a font, photos with too few pixels."""
    return findings_of([item.made for item in laid_out], source, loaded)


def print_out(laid_out: tuple[LaidOut, ...], source: Source, *, press: bool = False) -> Iterator[Printed]:
    """Yield the finished files; ``press`` adds bleed and crop marks to the PDF, not to its picture."""
    develop(raster for item in laid_out for page in item.made.document.pages for raster in _portraits(page))
    previews = Previews()
    pictures: dict[str, tuple[bytes, tuple[int, int]]] = {}
    for item in laid_out:
        made, document = item.made, item.made.document
        plain = draw(document, source.fonts)
        data = draw(document, source.fonts, press=True) if press else plain
        picture = pictures.get(made.looks_like) or previews.picture(plain, document.pages[0])
        pictures[made.bestand] = picture
        yield Printed(item.row, made.bestand, made.titel, len(document.pages), data, *picture)


def _portraits(page: Page) -> Iterator[Portrait]:
    rasters = (leaf.item.raster for leaf in placed(page) if isinstance(leaf.item, Picture))
    return (raster for raster in rasters if isinstance(raster, Portrait))
