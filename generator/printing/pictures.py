"""Photos and logos at the size at which they are printed: 300 dots an inch, not more, and never enlarged."""

from __future__ import annotations

import zlib
from pathlib import Path
from typing import Final

from generator.kit.model import Foto
from generator.kit.values import Bestand
from generator.photos import logo_pixels, print_portrait
from generator.printing.elements import Outline, Picture
from generator.printing.geometry import Box

PHOTO_DPI: Final = 300
#: A logo has hard edges: twice as fine.
LOGO_DPI: Final = 600


def pixels(millimetres: float, dpi: int = PHOTO_DPI) -> int:
    """Return how many pixels a length takes."""
    return max(1, round(millimetres / 25.4 * dpi))


def photo(foto: Foto, box: Box, clip: Outline | None = None, factor: float = 1.0) -> Picture:
    """Return a square portrait in a square box that will be printed ``factor`` times as large."""
    data, side = print_portrait(foto, pixels(box.w * factor))
    return Picture(box, data, (side, side), clip)


def logo(source: Bestand, width: float, height: float, ground: str, font: Path) -> Picture:
    """Return a logo at the top left, as large as fits in ``width`` by ``height`` mm, flattened on its ground."""
    image = logo_pixels(source.pad, (pixels(width, LOGO_DPI), pixels(height, LOGO_DPI)), ground, font)
    scale = min(width / image.width, height / image.height)
    box = Box(0, 0, image.width * scale, image.height * scale)
    return Picture(box, zlib.compress(image.tobytes(), 9), image.size, packed=True)
