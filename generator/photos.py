"""Photos and logos as they are published: upright, cropped to a square, resized, and without any metadata."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from PIL import ExifTags, Image, ImageCms, ImageOps

from generator.errors import BuildFailed
from generator.kit.decoding import Content, content_of, small
from generator.kit.model import Foto

#: Side of a portrait in CSS pixels as the site shows it at most, and the same for a dense screen.
PORTRAIT_SIDES: Final[tuple[int, int]] = (168, 336)
#: A logo stands in a bar of 48 CSS pixels; three times that stays sharp on any screen.
LOGO_HEIGHT: Final = 144
_JPEG_QUALITY: Final = 82
#: The largest portrait that is printed: 150 mm at 300 dots an inch.
_LARGEST: Final = 1772
#: A JPEG is decoded at a half or a quarter of its size as long as that leaves 170 dots an inch of that portrait, which
#: hangs on a wall; decoding 12 megapixels whole takes four times as long.
_SHARP: Final = 1004
#: To make a photo a little smaller costs much and gains little: a quarter more pixels than asked for may stay.
_NEAR: Final = 1.25
#: The orientations of Exif (CIPA DC-008, 4.6.4) in which a picture lies on its side.
_TURNED: Final = frozenset({5, 6, 7, 8})
_SVG: Final = "http://www.w3.org/2000/svg"
#: Namespaces that only carry meaning for a browser; editors' own namespaces name makers, tools and folders.
_SVG_NAMESPACES: Final = frozenset({_SVG, "http://www.w3.org/1999/xlink", ""})
_SVG_SILENT: Final = frozenset({"metadata", "title", "desc"})


@dataclass(frozen=True, slots=True)
class Portrait:
    """One advisor's published photo: JPEG bytes per side in pixels."""

    sides: tuple[tuple[int, bytes], ...]


def portrait(foto: Foto, sides: tuple[int, ...] = PORTRAIT_SIDES) -> Portrait:
    """Return ``foto`` upright and square around its focus, as one JPEG per side; the pixels are all that is kept.

    Raises ``BuildFailed`` if the file, which was a good picture when the kit was read, can't be decoded whole.
    """
    with _named("De foto", foto.bestand.pad):
        return _portrait(content_of(foto.bestand.pad), foto.focus, sides)


# Many kits share the photos of a pool, and a rebuild while somebody edits a text should not do them again; 64 portraits
# are a megabyte or two.
@lru_cache(maxsize=64)
def _portrait(content: Content, focus: tuple[float, float], sides: tuple[int, ...]) -> Portrait:
    square = _square(_plain_rgb(ImageOps.exif_transpose(small(content))), focus)
    return Portrait(tuple((side, _jpeg(_narrowed(square, side))) for side in sides))


def _narrowed(square: Image.Image, side: int) -> Image.Image:
    return square.resize((side, side), Image.Resampling.LANCZOS, reducing_gap=3.0)


def print_portrait(foto: Foto, width: int, ratio: float = 1.0) -> tuple[bytes, tuple[int, int]]:
    """Return ``foto`` as a JPEG for paper, ``ratio`` times as wide as high, and its sides in pixels.

    It is ``width`` pixels wide or up to a quarter more; fewer if the photo has no more. Raises ``BuildFailed`` if the
    file can't be decoded.
    """
    with _named("De foto", foto.bestand.pad):
        content = content_of(foto.bestand.pad)
        box = _box(_large_size(content), foto.focus, ratio)
        # The average of whole pixels is quick and serves several sizes; the width is exact if that leaves far too many.
        whole = box[2] - box[0]
        factor = max(1, whole // width)
        exact = width if whole / factor > _NEAR * width else 0
        return _print_portrait(content, box, factor, exact)


def photo_side(foto: Foto) -> int:
    """Return how many pixels the square around the focus has a side.

    Raises ``BuildFailed`` if the file can't be read.
    """
    with _named("De foto", foto.bestand.pad), Image.open(foto.bestand.pad) as opened:
        return min(opened.size)


# A set of printables asks for the same few sizes again and again; 64 of them are some ten megabytes.
@lru_cache(maxsize=64)
def _print_portrait(
    content: Content, box: tuple[int, int, int, int], factor: int, exact: int
) -> tuple[bytes, tuple[int, int]]:
    """Return a part of a photo, ``factor`` times smaller, and then of the ``exact`` width unless that is 0."""
    cut = _large(content).reduce(factor, box)
    if exact:
        sides = (exact, round(exact * (box[3] - box[1]) / (box[2] - box[0])))
        cut = cut.resize(sides, Image.Resampling.HAMMING)
    return _jpeg(cut, progressive=False), cut.size


def forget_large() -> None:
    """Let go of the decoded photos, tens of megabytes: between two kits they serve nobody."""
    _large.cache_clear()


# The photos of a pool come back in every kit, and their sizes on paper are remembered above.
@lru_cache(maxsize=256)
def _large_size(content: Content) -> tuple[int, int]:
    return _large(content).size


# Decoding costs more than resizing, and every advisor is on several sheets; a photo takes some 10 megabytes here.
@lru_cache(maxsize=6)
def _large(content: Content) -> Image.Image:
    """Return a photo upright, with the pixels that paper can use."""
    with Image.open(content.path) as opened:
        opened.draft("RGB", (_SHARP, _SHARP))
        ImageOps.exif_transpose(opened, in_place=True)
        upright = _plain_rgb(opened)
    factor = _LARGEST / min(upright.size)
    if factor * _NEAR > 1:
        return upright
    return upright.resize(
        (round(upright.width * factor), round(upright.height * factor)), Image.Resampling.HAMMING, reducing_gap=1.0
    )


@contextmanager
def _named(what: str, path: Path) -> Iterator[None]:
    """Turn what Pillow and the disk say into a sentence that names the file."""
    try:
        yield
    except (OSError, SyntaxError, ValueError) as error:
        raise BuildFailed(f"{what} {path.name} is niet helemaal te lezen. Is het bestand beschadigd?") from error


def picture(path: Path) -> bytes:
    """Return a JPEG or PNG that is offered as a document: every pixel, upright, without metadata.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with _named("Het document", path), Image.open(path) as opened:
        upright = ImageOps.exif_transpose(opened)
        return _png(upright) if opened.format == "PNG" else _jpeg(_plain_rgb(upright))


def logo(path: Path) -> tuple[str, bytes]:
    """Return a file suffix and the bytes of a logo without metadata; a vector stays a vector.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with _named("Het logo", path):
        if path.suffix.lower() == ".svg":
            return ".svg", _clean_svg(path.read_bytes())
        with Image.open(path) as opened:
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
            upright.thumbnail((LOGO_HEIGHT * 6, LOGO_HEIGHT), Image.Resampling.LANCZOS)
            return ".png", _png(upright)


def logo_sides(path: Path) -> tuple[int, int] | None:
    """Return the width and height of a logo in pixels as it is seen, or None for a vector, which has any size.

    Raises ``BuildFailed`` if the file can't be read.
    """
    if path.suffix.lower() == ".svg":
        return None
    with _named("Het logo", path), Image.open(path) as opened:
        width, height = opened.size
        return (height, width) if opened.getexif().get(ExifTags.Base.Orientation, 1) in _TURNED else (width, height)


def logo_pixels(path: Path, most: tuple[int, int], ground: str, font: Path) -> Image.Image:
    """Return a logo as RGB pixels on its ground (``#rrggbb``), as large as fits in ``most``.

    ``font`` draws the letters of a vector logo that holds letters instead of lines.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with _named("Het logo", path):
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


def _plain_rgb(image: Image.Image) -> Image.Image:
    """Return RGB pixels in sRGB on white; the colour profile is applied and then dropped, as it can name a device."""
    profile = image.info.get("icc_profile")
    if profile and image.mode in {"RGB", "CMYK", "L"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            converted = None  # a damaged profile: the plain values are the best that is left
        if converted is not None:
            return converted
    if image.has_transparency_data:
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        return white.convert("RGB")
    image.load()
    return image if image.mode == "RGB" else image.convert("RGB")


def _square(image: Image.Image, focus: tuple[float, float]) -> Image.Image:
    """Return the largest square whose centre is as near to ``focus`` (0 to 1, from the top left) as the edges allow."""
    return image.crop(_box(image.size, focus, 1.0))


def _box(size: tuple[int, int], focus: tuple[float, float], ratio: float) -> tuple[int, int, int, int]:
    """Return the largest part that is ``ratio`` times as wide as high, its centre as near to ``focus`` as may be."""
    width = min(size[0], max(1, round(size[1] * ratio)))
    height = min(size[1], max(1, round(size[0] / ratio)))
    left = min(max(round(size[0] * focus[0] - width / 2), 0), size[0] - width)
    top = min(max(round(size[1] * focus[1] - height / 2), 0), size[1] - height)
    return (left, top, left + width, top + height)


def _jpeg(image: Image.Image, *, progressive: bool = True) -> bytes:
    """Return a JPEG; ``progressive`` shows it sooner on a slow line, and means nothing on paper."""
    image.info = {}  # Pillow writes a comment and a profile back from here
    out = io.BytesIO()
    image.save(out, "JPEG", quality=_JPEG_QUALITY, optimize=True, progressive=progressive)
    return out.getvalue()


def _png(image: Image.Image) -> bytes:
    image.info = {}
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


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
