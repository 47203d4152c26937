"""A picture of each printable's first page for the downloads page: a JPEG, drawn from the PDF itself."""

from __future__ import annotations

import io
from math import ceil
from typing import Final

import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from generator.printing.layout.elements import Page, Picture, placed
from generator.printing.parts.pictures import Portrait

#: Width of a picture of a printable in pixels: the downloads page shows a sheet 147 CSS pixels wide, 208 on its side,
#: and a dense screen shows twice as many.
PICTURE_WIDTH: Final = 340


class Previews:
    """Pictures the printables of one kit, which hold the same photos again and again.

    To decode what is meant for paper, and to make it a tenth as large, would take most of a picture's time: here each
    photo is the one that the site shows.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[Portrait, int], pypdfium2.PdfBitmap] = {}

    def picture(self, data: bytes, layout: Page) -> tuple[bytes, tuple[int, int]]:
        """Return the first page of a PDF as a JPEG, and its width and height in pixels; ``layout`` is that page."""
        pdf = pypdfium2.PdfDocument(data)
        try:
            page = pdf[0]
            self._make_small(page, layout)
            scale = PICTURE_WIDTH / page.get_width()
            # Links are drawn as nothing.
            image = page.render(scale=scale, draw_annots=False, rev_byteorder=True).to_pil()
            out = io.BytesIO()
            # Tables of its own would make it a twentieth smaller, and progressive scans a tenth; they take half of the
            # time again, and more than twice the time.
            image.save(out, "JPEG", quality=80)
        finally:
            pdf.close()
        return out.getvalue(), image.size

    def _make_small(self, page: pypdfium2.PdfPage, layout: Page) -> None:
        pictures = [leaf.item for leaf in placed(layout) if isinstance(leaf.item, Picture)]
        images = page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=1)
        for image, picture in zip(list(images), pictures, strict=True):
            small = self._small(picture, ceil(picture.box.w / layout.sheet.width * PICTURE_WIDTH))
            if small:
                image.set_bitmap(small)

    def _small(self, picture: Picture, shown: int) -> pypdfium2.PdfBitmap | None:
        """Return the pixels for a photo that is ``shown`` pixels wide, or None if its own serve as well."""
        raster = picture.raster
        side = raster.side_for(shown) if isinstance(raster, Portrait) else None
        return self._of(raster, side) if isinstance(raster, Portrait) and side else None

    def _of(self, raster: Portrait, side: int) -> pypdfium2.PdfBitmap:
        key = (raster, side)
        if key not in self._known:
            with Image.open(io.BytesIO(raster.small(side))) as opened:
                self._known[key] = pypdfium2.PdfBitmap.from_pil(opened.convert("RGB"))
        return self._known[key]
