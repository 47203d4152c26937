"""An independent reader of QR codes, on a page as a camera sees it."""

from __future__ import annotations

import zxingcpp
from PIL import Image

#: The turns in degrees at which every code must be read.
TURNS = (0, 7)


def read(picture: Image.Image, turn: float = 0) -> list[str]:
    """Return what the codes of a picture say, sorted; ``turn`` degrees turns the picture first, on white."""
    picture = picture.convert("L")
    if turn:
        picture = picture.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = zxingcpp.read_barcodes(picture, formats=formats, try_invert=False)
    return sorted(code.text for code in found)
