"""A photo known by its content, and decoded once: on reading a kit to see that it is whole, then for paper and site."""

from __future__ import annotations

import hashlib
import io
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import ExifTags, Image

from generator.memo import Memo

#: Both sides of a decoded photo are at least this long, if the photo has so many pixels: 159 dots an inch of 160 mm,
#: the largest portrait of any poster. Twelve megapixels at half their size take a quarter of the memory, and so do
#: photos that were made 2,000 pixels wide.
FINE: Final = 1000
#: What the photos of one kit may take decoded, one under way included: two of them, or six megapixels that can't be
#: halved. What does not fit is decoded once more, so that six large photos take hardly more memory than one.
_MOST: Final = 24_000_000
#: A JPEG in progressive scans is held whole while it is decoded, two bytes for each of 1.5 values a pixel.
_SCANS: Final = 3
#: When a file was written to, its size and which file it is.
_State = tuple[int, int, int, int]
#: The sorts of picture that are decoded, in Pillow's names. For others it may start a program of this machine (EPS).
FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
#: The EXIF orientations in which rows and columns change places (EXIF 2.3, section 4.6.4).
LYING: Final = frozenset({5, 6, 7, 8})


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a file: two files with the same bytes are equal, wherever they stand.

    ``state`` is that of the file when it was read, by which it is known whether it was written to since.
    """

    digest: bytes
    path: Path = field(compare=False)
    state: _State = field(compare=False)

    def check(self) -> None:
        """Raise ``OSError`` if the file was written to since: another face must not be remembered under this one."""
        if _state(self.path.stat()) != self.state:
            raise OSError(f"{self.path.name} changed while it was read")


def content_of(path: Path) -> Content:
    """Return the content of a file as it is now; raises ``OSError``."""
    return _content_of(path, _state(path.stat()))


def opened_inside(data: bytes) -> Image.Image:
    """Open a picture that stands inside another file; raises what Pillow raises, also for a sort we do not decode."""
    return Image.open(io.BytesIO(data), formats=FORMATS)


@lru_cache(maxsize=256)
def _content_of(path: Path, state: _State) -> Content:
    return Content(hashlib.sha256(path.read_bytes()).digest(), path, state)


def _state(stat: os.stat_result) -> _State:
    return (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The pixels of a photo (RGB, CMYK, or L for grey) as they lie in the file; do not change them.

    ``orientation`` says how they are to be turned (1 to 8; EXIF 2.3, section 4.6.4), ``profile`` is the ICC profile of
    their colours, if there is one.
    """

    pixels: Image.Image
    orientation: int
    profile: bytes | None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height once it is set upright."""
        width, height = self.pixels.size
        return (height, width) if self.orientation in LYING else (width, height)

    @property
    def bytes(self) -> int:
        """How much memory the pixels take; those of three colours have four bytes."""
        return self.pixels.width * self.pixels.height * _bands(self.pixels)


def decoded(content: Content) -> Decoded:
    """Return a photo, whole or a number of times smaller (see ``FINE``), and on white if it is transparent.

    Raises what Pillow raises for a file that is no picture, or that ends half way, and ``OSError`` for one that was
    written to since its content was looked at.
    """
    return _DECODED.get((content, 1), lambda: _decode(content))


def halved(content: Content) -> Decoded:
    """Return what ``decoded`` returns at half its size, from which smaller pictures are made quicker."""

    def halve() -> Decoded:
        photo = decoded(content)
        return replace(photo, pixels=photo.pixels.reduce(2))

    return _DECODED.get((content, 2), halve)


# The photo of an advisor whom several organisations share is in each of their kits.
@lru_cache(maxsize=1024)
def decoded_size(content: Content) -> tuple[int, int]:
    """Return the ``size`` of a decoded photo; raises what ``decoded`` raises, and so tells that the file is whole."""
    return decoded(content).size


def forget_decoded() -> None:
    """Let go of the decoded photos: between two kits they serve nobody."""
    _DECODED.forget()


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what Pillow warns of to ourselves: a picture that is too large or damaged gives a finding instead."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _decode(content: Content) -> Decoded:
    with Image.open(content.path, formats=FORMATS) as opened:
        scans = opened.width * opened.height * _SCANS if opened.info.get("progressive") else 0
        opened.draft("RGB", (FINE, FINE))
        _DECODED.make_room(opened.width * opened.height * _bands(opened) + scans)
        opened.load()
        content.check()
        plain = opened.mode in {"RGB", "CMYK", "L"} and not opened.has_transparency_data
        pixels = opened if plain else _on_white(opened)
        factor = min(pixels.size) // FINE
        return Decoded(
            pixels.reduce(factor) if factor > 1 else pixels,
            opened.getexif().get(ExifTags.Base.Orientation, 1),
            opened.info.get("icc_profile"),
        )


def _bands(image: Image.Image) -> int:
    return 1 if image.mode == "L" else 4


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image.convert("RGBA"))
    return white.convert("RGB")


_DECODED: Final = Memo[Decoded](_MOST, lambda photo: photo.bytes)
