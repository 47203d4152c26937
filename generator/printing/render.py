"""The printables of one kit: laid out, looked over, drawn, and pictured for the downloads page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.printing.catalog import CATALOG, Printable
from generator.printing.layout.elements import Page, Picture, placed
from generator.printing.lookover import findings_of
from generator.printing.parts.pictures import Portrait
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
    pictures: dict[str, tuple[bytes, tuple[int, int]]] = {}
    for item in laid_out:
        made, document = item.made, item.made.document
        plain = draw(document, source.fonts)
        data = draw(document, source.fonts, press=True) if press else plain
        picture = pictures.get(made.looks_like) or _picture(plain, document.pages[0])
        pictures[made.bestand] = picture
        yield Printed(item.row, made.bestand, made.titel, len(document.pages), data, *picture)


def _picture(data: bytes, layout: Page) -> tuple[bytes, tuple[int, int]]:
    """Return the first page as a JPEG, and its width and height in pixels."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        page = pdf[0]
        _with_small_photos(page, layout)
        image = page.render(scale=PICTURE_WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        pdf.close()
    out = io.BytesIO()
    # The same pixels in progressive scans are a twentieth smaller, and take more than twice the time.
    image.save(out, "JPEG", quality=80, optimize=True)
    return out.getvalue(), image.size


def _with_small_photos(page: pypdfium2.PdfPage, layout: Page) -> None:
    """Show large photos as the site does: to decode what is meant for paper takes most of a picture's time."""
    pictures = [leaf.item for leaf in placed(layout) if isinstance(leaf.item, Picture)]
    images = page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=1)
    for image, picture in zip(list(images), pictures, strict=True):
        small = picture.raster.small() if isinstance(picture.raster, Portrait) else None
        if small:
            image.load_jpeg(io.BytesIO(small), inline=True)
