"""Photos and logos at the size at which they are printed: 300 dots an inch, not more, and never enlarged."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.kit.model import Foto
from generator.kit.values import Bestand
from generator.photos import PORTRAIT_SIDES, logo_pixels, logo_sides, portrait, print_portrait
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

    def side_for(self, shown: int) -> int | None:
        """Return the side of the site's portrait that holds ``shown`` pixels, if that is less than this one has."""
        if self.ratio != 1.0:
            return None
        return next((side for side in PORTRAIT_SIDES if shown <= side < self.width), None)

    def small(self, side: int) -> bytes:
        """Return the site's portrait of the same part of the photo, ``side`` pixels wide (see ``side_for``)."""
        return dict(portrait(self.foto).sides)[side]


def pixels(millimetres: float, dpi: int = PHOTO_DPI) -> int:
    """Return how many pixels a length takes."""
    return max(1, round(millimetres / 25.4 * dpi))


def photo(foto: Foto, box: Box, clip: Outline | None = None, factor: float = 1.0) -> Picture:
    """Return a portrait that fills a box, square or not, which will be printed ``factor`` times as large."""
    ratio = 1.0 if abs(box.w - box.h) <= _SQUARE else box.w / box.h
    return Picture(box, Portrait(foto, pixels(box.w * factor), ratio), clip)


def logo(source: Bestand, width: float, height: float, ground: str, font: Path) -> Picture:
    """Return a logo at the top left, as large as fits in ``width`` by ``height`` mm, flattened on its ground."""
    state = source.pad.stat()
    changed = (state.st_mtime_ns, state.st_size)
    most = _at_most(source.pad, (pixels(width, LOGO_DPI), pixels(height, LOGO_DPI)), changed)
    data, sides = _packed_logo(source.pad, most, ground, font, changed)
    scale = min(width / sides[0], height / sides[1])
    return Picture(Box(0, 0, sides[0] * scale, sides[1] * scale), Pixels(data, sides), packed=True)


# The sheets of a kit give a logo five different rooms.
@lru_cache(maxsize=32)
def _at_most(path: Path, room: tuple[int, int], _state: tuple[int, int]) -> tuple[int, int]:
    """Return the room for a logo's pixels without what it can't fill: as many rooms as may be become the same one."""
    own = logo_sides(path)
    return (min(room[0], own[0]), min(room[1], own[1])) if own else room


# Every sheet of a kit carries the logo, in one or two sizes.
@lru_cache(maxsize=32)
def _packed_logo(
    path: Path, most: tuple[int, int], ground: str, font: Path, _state: tuple[int, int]
) -> tuple[bytes, tuple[int, int]]:
    image = logo_pixels(path, most, ground, font)
    return zlib.compress(image.tobytes(), 9), image.size
