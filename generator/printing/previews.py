"""A picture of each printable's first page for the downloads page: a JPEG, drawn from the PDF itself."""

from __future__ import annotations

import io
from math import ceil
from typing import Final

import pypdfium2
from PIL import Image
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE, FPDFPage_CountObjects, FPDFPage_GetObject, FPDFPageObj_GetType

from generator.printing.layout.elements import Page, Picture, placed
from generator.printing.layout.geometry import POINTS
from generator.printing.parts.pictures import Portrait

#: The longer side of a picture of a printable in pixels: the downloads page shows a sheet 208 CSS pixels high, or wide
#: if it lies on its side, and a dense screen shows twice as many.
PICTURE_SIDE: Final = 416
_QUALITY: Final = 75


class Previews:
    """Pictures the printables of one kit, which hold the same photos again and again.

    To decode what is meant for paper, and to make it a tenth as large, would take most of a picture's time: here each
    photo is a small one.
    """

    def __init__(self) -> None:
        self._known: dict[bytes, pypdfium2.PdfBitmap] = {}

    def picture(self, data: bytes, layout: Page) -> tuple[bytes, tuple[int, int]]:
        """Return the first page of a PDF as a JPEG, and its width and height in pixels; ``layout`` is that page."""
        pdf = pypdfium2.PdfDocument(data)
        try:
            page = pdf[0]
            scale = PICTURE_SIDE / max(page.get_size())
            self._make_small(page, layout, scale)
            # Links are drawn as nothing. Four bytes a pixel are drawn and packed quicker than three.
            image = page.render(scale=scale, draw_annots=False, rev_byteorder=True, prefer_bgrx=True).to_pil()
            out = io.BytesIO()
            # Tables of its own would make it a twentieth smaller, and progressive scans a tenth; they take half of the
            # time again, and more than twice the time.
            image.save(out, "JPEG", quality=_QUALITY)
        finally:
            pdf.close()
        return out.getvalue(), image.size

    def _make_small(self, page: pypdfium2.PdfPage, layout: Page, scale: float) -> None:
        pictures = [leaf.item for leaf in placed(layout) if isinstance(leaf.item, Picture)]
        if not pictures:
            return
        for image, picture in zip(_images(page), pictures, strict=True):
            shown = ceil(picture.box.w * POINTS * scale)
            small = picture.raster.small(shown) if isinstance(picture.raster, Portrait) else None
            if small:
                image.set_bitmap(self._bitmap(small))

    def _bitmap(self, jpeg: bytes) -> pypdfium2.PdfBitmap:
        if jpeg not in self._known:
            with Image.open(io.BytesIO(jpeg)) as opened:
                self._known[jpeg] = pypdfium2.PdfBitmap.from_pil(opened.convert("RGB"))
        return self._known[jpeg]


def _images(page: pypdfium2.PdfPage) -> list[pypdfium2.PdfObject]:
    """Return the images on a page in the order of drawing.

    ``PdfPage.get_objects`` makes a Python object of each letter and line before it looks at what it is.
    """
    objects = (FPDFPage_GetObject(page, number) for number in range(FPDFPage_CountObjects(page)))
    return [pypdfium2.PdfObject(raw, page=page) for raw in objects if FPDFPageObj_GetType(raw) == FPDF_PAGEOBJ_IMAGE]
