"""Logos, and pictures that are offered as documents, as they are published: upright and without any metadata."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image, ImageOps

from generator.kit.decoding import FORMATS, LYING
from generator.kit.svgdraw import draw_svg
from generator.pixels import jpeg, named, png, srgb
from generator.vectors import clean_svg

#: A logo stands in a bar of 48 CSS pixels; three times that stays sharp on any screen.
LOGO_HEIGHT: Final = 144
_JPEG_QUALITY: Final = 82


def picture(path: Path) -> bytes:
    """Return a JPEG or PNG that is offered as a document: every pixel, upright, without metadata.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with named("Het document", path), Image.open(path, formats=FORMATS) as opened:
        turned = ImageOps.exif_transpose(opened)
        if opened.format == "PNG":
            return png(turned)
        return jpeg(srgb(turned, opened.info.get("icc_profile")), _JPEG_QUALITY, progressive=True)


def logo(path: Path) -> tuple[str, bytes]:
    """Return a file suffix and the bytes of a logo without metadata; a vector stays a vector.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with named("Het logo", path):
        if path.suffix.lower() == ".svg":
            return ".svg", clean_svg(path.read_bytes())
        with Image.open(path, formats=FORMATS) as opened:
            small = ImageOps.exif_transpose(opened).convert("RGBA")
            small.thumbnail((LOGO_HEIGHT * 6, LOGO_HEIGHT), Image.Resampling.LANCZOS)
            return ".png", png(small)


def logo_size(path: Path) -> tuple[int, int] | None:
    """Return the width and height of a logo in pixels; None of a vector, which has as many as are asked for.

    Raises ``BuildFailed`` if the file is no picture.
    """
    if path.suffix.lower() == ".svg":
        return None
    with named("Het logo", path), Image.open(path, formats=FORMATS) as opened:
        lying = opened.getexif().get(ExifTags.Base.Orientation) in LYING
        return (opened.height, opened.width) if lying else (opened.width, opened.height)


def logo_pixels(path: Path, most: tuple[int, int], ground: str, font: Path) -> Image.Image:
    """Return a logo as RGB pixels on its ground (``#rrggbb``), as large as fits in ``most``.

    ``font`` draws the letters of a vector logo that holds letters instead of lines.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with named("Het logo", path):
        if path.suffix.lower() == ".svg":
            # Reading the kit refused whatever points outside the file.
            made = draw_svg(clean_svg(path.read_bytes()).decode(), most, font)
            drawn: Image.Image = Image.open(io.BytesIO(made))
        else:
            with Image.open(path, formats=FORMATS) as opened:
                drawn = ImageOps.exif_transpose(opened).convert("RGBA")
                drawn.thumbnail(most, Image.Resampling.LANCZOS)
        plate = Image.new("RGBA", drawn.size, ground)
        plate.alpha_composite(drawn.convert("RGBA"))
        return plate.convert("RGB")
