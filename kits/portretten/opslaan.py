"""Save a rendered portrait as a photo file, on purpose with what real photos carry along.

Real photos come turned, with a place and with remarks inside. The tool has to put them upright and take everything
out before it publishes; these pictures let the tests see whether it does.
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

KWALITEIT = 88
ORIENTATION, DESCRIPTION, MAKER, GPS = 0x0112, 0x010E, 0x010F, 0x8825


def gps() -> dict[int, object]:
    """Return a place for the EXIF block: a spot in the North Sea, where nobody lives (EXIF 2.3, section 4.6.6)."""
    return {0: b"\x02\x03\x00\x00", 1: "N", 2: (54.0, 0.0, 0.0), 3: "E", 4: (4.0, 30.0, 0.0)}


def bewaar(beeld: Image.Image, doel: Path, *, gedraaid: bool, opmerking: str | None) -> None:
    """Write `beeld` to `doel`, JPEG or PNG by its suffix; `gedraaid` stores it turned, with EXIF orientation 6."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    rgb = beeld.convert("RGB")
    if doel.suffix == ".png":
        tekst = PngInfo()
        if opmerking:
            tekst.add_text("Comment", opmerking)
        rgb.quantize(256, dither=Image.Dither.NONE).save(doel, optimize=True, pnginfo=tekst)
        return
    if not gedraaid:
        rgb.save(doel, quality=KWALITEIT, optimize=True, progressive=True)
        return
    exif = Image.Exif()
    exif[ORIENTATION], exif[DESCRIPTION], exif[MAKER] = 6, opmerking or "", "Verzonnen camera"
    exif.get_ifd(GPS).update(gps())
    # Orientation 6 says: turn a quarter clockwise to view. So the stored picture stands a quarter counter-clockwise.
    rgb.transpose(Image.Transpose.ROTATE_90).save(
        doel, quality=KWALITEIT, optimize=True, exif=exif, comment=(opmerking or "").encode()
    )
