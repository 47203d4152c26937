"""Photos of advisors as they are published: upright, cut around the face, resized, and without any metadata."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import Image

from generator.kit.decoding import FORMATS, LYING, Content, Decoded, content_of, decoded, decoded_size, halved
from generator.kit.model import Foto
from generator.memo import Memo
from generator.pixels import jpeg, named, srgb

#: Side of a portrait in CSS pixels as the site shows it at most, and the same for a dense screen.
PORTRAIT_SIDES: Final[tuple[int, int]] = (168, 336)
#: A portrait for the site is made from at least so many times its pixels, which keeps it sharp.
_AMPLE: Final = 1.4
_QUALITY: Final = 82
#: On paper nobody sees the difference; and without Huffman tables of its own, which take as long again as all the rest,
#: a JPEG of this quality is as small as one of the above with them.
_PRINT_QUALITY: Final = 80
#: How much less than the pixels that are asked for may do: with two thirds of 300, 200 dots an inch are left.
_COARSEST: Final = 1 / 3
#: Bytes of pictures for paper that are remembered: those of a kit with many advisors.
_MOST: Final = 12_000_000
#: EXIF orientation -> the turn that sets a photo upright (EXIF 2.3, section 4.6.4).
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
#: The orientations that count a place from the other end of the file's rows, and those that do of its columns.
_FROM_RIGHT: Final = frozenset({2, 3, 7, 8})
_FROM_BELOW: Final = frozenset({3, 4, 6, 7})

_Box = tuple[int, int, int, int]
#: A JPEG with its width and height in pixels.
_Printed = tuple[bytes, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Portrait:
    """One advisor's published photo: JPEG bytes per side in pixels."""

    sides: tuple[tuple[int, bytes], ...]


def portrait(foto: Foto, sides: tuple[int, ...] = PORTRAIT_SIDES) -> Portrait:
    """Return ``foto`` upright and square around its focus, as one JPEG per side; the pixels are all that is kept.

    Raises ``BuildFailed`` if the file, which was a good picture when the kit was read, can't be decoded whole.
    """
    with named("De foto", foto.bestand.pad):
        return _portrait(content_of(foto.bestand.pad), foto.focus, sides)


# Many kits share the photos of a pool, and a rebuild while somebody edits a text should not do them again; 64 portraits
# are a megabyte or two.
@lru_cache(maxsize=64)
def _portrait(content: Content, focus: tuple[float, float], sides: tuple[int, ...]) -> Portrait:
    factor = _factor(min(decoded_size(content)) / max(sides) / _AMPLE)
    square = _part(content, focus, 1.0, factor)
    made: dict[int, bytes] = {}
    for side in sorted(sides, reverse=True):
        square = _narrowed(square, side)
        made[side] = jpeg(square, _QUALITY, progressive=True)
    return Portrait(tuple((side, made[side]) for side in sides))


def _narrowed(square: Image.Image, side: int) -> Image.Image:
    if square.width == 2 * side:
        return square.reduce(2)
    return square.resize((side, side), Image.Resampling.LANCZOS)


def print_portrait(foto: Foto, width: int, ratio: float = 1.0) -> _Printed:
    """Return ``foto`` as a JPEG for paper, ``ratio`` times as wide as high, and its sides in pixels.

    It is about ``width`` pixels wide, at least two thirds and at most four thirds of it; less if the photo has no more.
    Raises ``BuildFailed`` if the file can't be decoded.
    """
    with named("De foto", foto.bestand.pad):
        content = content_of(foto.bestand.pad)
        left, _, right, _ = _box(decoded_size(content), foto.focus, ratio)
        factor = _factor((right - left) / width + 1 - _COARSEST)
        return _PRINTED.get((content, foto.focus, ratio, factor), lambda: _printed(content, foto.focus, ratio, factor))


def _factor(times: float) -> int:
    """Return how many times smaller a photo becomes: at most so many, and a whole number that is quickly made.

    The average of whole pixels takes no filter, even numbers begin at half the photo, and near sizes share a picture.
    """
    whole = max(1, int(times))
    return whole if whole <= 3 else whole - whole % 2


def _printed(content: Content, focus: tuple[float, float], ratio: float, factor: int) -> _Printed:
    part = _part(content, focus, ratio, factor)
    return jpeg(part, _PRINT_QUALITY), part.size


_PRINTED: Final = Memo[_Printed](_MOST, lambda printed: len(printed[0]))


def photo_side(foto: Foto) -> int:
    """Return how many pixels the square around the focus has a side.

    Raises ``BuildFailed`` if the file can't be read.
    """
    with named("De foto", foto.bestand.pad), Image.open(foto.bestand.pad, formats=FORMATS) as opened:
        return min(opened.size)


def _part(content: Content, focus: tuple[float, float], ratio: float, factor: int) -> Image.Image:
    """Return a part of a photo upright and in sRGB, ``factor`` times smaller.

    It is made small before it is turned and before its colours are converted: both take their time for each pixel.
    """
    even = factor % 2 == 0
    photo = halved(content) if even else decoded(content)
    box = _as_it_lies(_box(photo.size, focus, ratio), photo)
    part = photo.pixels.reduce(factor // 2 if even else factor, box)
    turn = _TURNS.get(photo.orientation)
    return srgb(part if turn is None else part.transpose(turn), photo.profile)


def _as_it_lies(box: _Box, photo: Decoded) -> _Box:
    """Return where a part of the upright photo is among the pixels in the file."""
    width, height = photo.pixels.size
    left, top, right, bottom = box
    if photo.orientation in LYING:
        left, top, right, bottom = top, left, bottom, right
    if photo.orientation in _FROM_RIGHT:
        left, right = width - right, width - left
    if photo.orientation in _FROM_BELOW:
        top, bottom = height - bottom, height - top
    return (left, top, right, bottom)


def _box(size: tuple[int, int], focus: tuple[float, float], ratio: float) -> _Box:
    """Return the largest part that is ``ratio`` times as wide as high, its centre as near to ``focus`` as may be."""
    width = min(size[0], max(1, round(size[1] * ratio)))
    height = min(size[1], max(1, round(size[0] / ratio)))
    left = min(max(round(size[0] * focus[0] - width / 2), 0), size[0] - width)
    top = min(max(round(size[1] * focus[1] - height / 2), 0), size[1] - height)
    return (left, top, left + width, top + height)
