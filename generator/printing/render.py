"""The printables of one kit: laid out, looked over, drawn, and pictured for the downloads page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2

from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.printing.catalog import CATALOG, Printable
from generator.printing.lookover import findings_of
from generator.printing.parts.source import Made, Source
from generator.printing.pdf.drawing import draw

#: Width of a picture of a printable in pixels: twice what the downloads page shows, for a dense screen.
PICTURE_WIDTH: Final = 440


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
    for item in laid_out:
        document = item.made.document
        plain = draw(document, source.fonts)
        data = draw(document, source.fonts, press=True) if press else plain
        picture, sides = _picture(plain)
        yield Printed(item.row, item.made.bestand, item.made.titel, len(document.pages), data, picture, sides)


def _picture(data: bytes) -> tuple[bytes, tuple[int, int]]:
    """Return the first page as a JPEG, and its width and height in pixels."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        page = pdf[0]
        image = page.render(scale=PICTURE_WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        pdf.close()
    out = io.BytesIO()
    image.save(out, "JPEG", quality=80, optimize=True, progressive=True)
    return out.getvalue(), image.size
