"""Logos, and pictures that are offered as documents, as they are published: upright and without any metadata."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from PIL import ExifTags, Image, ImageOps

from generator.kit.decoding import LYING
from generator.pixels import jpeg, named, png, srgb

#: A logo stands in a bar of 48 CSS pixels; three times that stays sharp on any screen.
LOGO_HEIGHT: Final = 144
_JPEG_QUALITY: Final = 82
_SVG: Final = "http://www.w3.org/2000/svg"
#: Namespaces that only carry meaning for a browser; editors' own namespaces name makers, tools and folders.
_SVG_NAMESPACES: Final = frozenset({_SVG, "http://www.w3.org/1999/xlink", ""})
_SVG_SILENT: Final = frozenset({"metadata", "title", "desc"})


def picture(path: Path) -> bytes:
    """Return a JPEG or PNG that is offered as a document: every pixel, upright, without metadata.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with named("Het document", path), Image.open(path) as opened:
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
            return ".svg", _clean_svg(path.read_bytes())
        with Image.open(path) as opened:
            small = ImageOps.exif_transpose(opened).convert("RGBA")
            small.thumbnail((LOGO_HEIGHT * 6, LOGO_HEIGHT), Image.Resampling.LANCZOS)
            return ".png", png(small)


def logo_size(path: Path) -> tuple[int, int] | None:
    """Return the width and height of a logo in pixels; None of a vector, which has as many as are asked for.

    Raises ``BuildFailed`` if the file is no picture.
    """
    if path.suffix.lower() == ".svg":
        return None
    with named("Het logo", path), Image.open(path) as opened:
        lying = opened.getexif().get(ExifTags.Base.Orientation) in LYING
        return (opened.height, opened.width) if lying else (opened.width, opened.height)


def logo_pixels(path: Path, most: tuple[int, int], ground: str, font: Path) -> Image.Image:
    """Return a logo as RGB pixels on its ground (``#rrggbb``), as large as fits in ``most``.

    ``font`` draws the letters of a vector logo that holds letters instead of lines.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with named("Het logo", path):
        if path.suffix.lower() == ".svg":
            drawn: Image.Image = Image.open(io.BytesIO(_drawn_svg(path, most, font)))
        else:
            with Image.open(path) as opened:
                drawn = ImageOps.exif_transpose(opened).convert("RGBA")
                drawn.thumbnail(most, Image.Resampling.LANCZOS)
        plate = Image.new("RGBA", drawn.size, ground)
        plate.alpha_composite(drawn.convert("RGBA"))
        return plate.convert("RGB")


def _drawn_svg(path: Path, most: tuple[int, int], font: Path) -> bytes:
    """Draw a vector logo; without a width as well as a height a strange viewBox could ask for any amount of memory.

    Reading the kit refused whatever points outside the file. No font of this machine is used: letters in a logo
    would look different elsewhere.
    """
    import resvg_py  # only a kit with a vector logo waits for it

    drawn: bytes = resvg_py.svg_to_bytes(
        svg_string=_clean_svg(path.read_bytes()).decode(),
        skip_system_fonts=True,
        width=most[0],
        height=most[1],
        font_files=[str(font)],
    )
    return drawn


def _clean_svg(raw: bytes) -> bytes:
    """Return the drawing alone: no comments, no metadata, no attributes of drawing programs."""
    ET.register_namespace("", _SVG)
    # Reading the kit refused document types and entities, so this can't expand or fetch anything.
    root = ET.fromstring(raw)  # noqa: S314
    for parent in root.iter():
        for child in list(parent):
            if not _is_drawing(child.tag):
                parent.remove(child)
        for name in [name for name in parent.attrib if _namespace(name) not in _SVG_NAMESPACES]:
            del parent.attrib[name]
    cleaned: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=False)
    return cleaned


def _namespace(tag: str) -> str:
    return tag[1:].partition("}")[0] if tag.startswith("{") else ""


def _is_drawing(tag: object) -> bool:
    return isinstance(tag, str) and _namespace(tag) in _SVG_NAMESPACES and tag.rpartition("}")[2] not in _SVG_SILENT
