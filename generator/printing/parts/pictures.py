"""Photos and logos at the size at which they are printed: about 300 dots an inch, and never enlarged."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.kit.decoding import Content, content_of, forget_decoded
from generator.kit.model import Foto
from generator.kit.values import Bestand
from generator.logos import logo_pixels, logo_size
from generator.photos import PORTRAIT_SIDES, portrait, print_portrait
from generator.pixels import named
from generator.printing.layout.elements import Outline, Picture, Pixels
from generator.printing.layout.geometry import Box

PHOTO_DPI: Final = 300
#: A logo has hard edges: twice as fine.
LOGO_DPI: Final = 600
#: A box whose sides differ by less (mm) is a square, which is cached for all sheets.
_SQUARE: Final = 0.01


@dataclass(frozen=True, slots=True)
class Portrait:
    """A part of a photo around its focus, ``ratio`` times as wide as high and at most ``width`` pixels wide."""

    foto: Foto
    width: int
    ratio: float = 1.0

    def load(self) -> tuple[bytes, tuple[int, int]]:
        """Return the JPEG and its sides; raises ``BuildFailed`` if the photo can't be decoded whole."""
        return print_portrait(self.foto, self.width, self.ratio)

    def small(self, shown: int) -> bytes | None:
        """Return the same part of the photo as a JPEG for a place of ``shown`` pixels wide on a screen.

        It is the site's portrait if that is square too; None if there is none with fewer pixels than for paper.
        """
        side = next((side for side in PORTRAIT_SIDES if shown <= side < self.width), None)
        if side is None:
            return None
        if self.ratio == 1.0:
            return dict(portrait(self.foto).sides)[side]
        return print_portrait(self.foto, PORTRAIT_SIDES[-1], self.ratio)[0]


def develop(rasters: Iterable[Portrait]) -> None:
    """Make the pictures of all sheets and of the site, photo after photo, so that few photos are decoded at a time.

    What is made is remembered. Raises ``BuildFailed`` if a photo can't be decoded whole.
    """
    wanted: dict[Foto, dict[Portrait, None]] = {}
    for raster in rasters:
        wanted.setdefault(raster.foto, {})[raster] = None
    # The photo that was read last is the one that is surely still decoded.
    for foto in reversed(wanted):
        for raster in wanted[foto]:
            raster.load()
            raster.small(0)
        portrait(foto)
    forget_decoded()


def pixels(millimetres: float, dpi: int = PHOTO_DPI) -> int:
    """Return how many pixels a length takes."""
    return max(1, round(millimetres / 25.4 * dpi))


def photo(foto: Foto, box: Box, clip: Outline | None = None, factor: float = 1.0) -> Picture:
    """Return a portrait that fills a box, square or not, which will be printed ``factor`` times as large."""
    ratio = 1.0 if abs(box.w - box.h) <= _SQUARE else box.w / box.h
    return Picture(box, Portrait(foto, pixels(box.w * factor), ratio), clip)


def logo(source: Bestand, width: float, height: float, ground: str, font: Path) -> Picture:
    """Return a logo at the top left, as large as fits in ``width`` by ``height`` mm, flattened on its ground.

    Raises ``BuildFailed`` if the file can't be decoded whole.
    """
    with named("Het logo", source.pad):
        content = content_of(source.pad)
    most = (pixels(width, LOGO_DPI), pixels(height, LOGO_DPI))
    own = _logo_size(content)
    if own and own[0] <= most[0] and own[1] <= most[1]:
        most = own  # it is not enlarged, so it is the same for every place that is large enough
    data, sides = _packed_logo(content, most, ground, font)
    scale = min(width / sides[0], height / sides[1])
    return Picture(Box(0, 0, sides[0] * scale, sides[1] * scale), Pixels(data, sides), packed=True)


@lru_cache(maxsize=32)
def _logo_size(content: Content) -> tuple[int, int] | None:
    return logo_size(content.path)


# Every sheet of a kit carries the logo, in one or two sizes.
@lru_cache(maxsize=32)
def _packed_logo(content: Content, most: tuple[int, int], ground: str, font: Path) -> tuple[bytes, tuple[int, int]]:
    image = logo_pixels(content.path, most, ground, font)
    with named("Het logo", content.path):
        content.check()
    return zlib.compress(image.tobytes(), 9), image.size
