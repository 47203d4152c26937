"""A photo known by its content, and decoded small once: on reading a kit to see that it is whole, then for the site."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from PIL import Image

#: Both sides of a photo that is decoded small are at least this long, if the photo has so many pixels: nearly half as
#: large again as the largest portrait of the site, which keeps that sharp, and a quarter of what most cameras make.
SMALL: Final = 480


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a file: two files with the same bytes are equal, wherever they stand."""

    digest: bytes
    path: Path = field(compare=False)


def content_of(path: Path) -> Content:
    """Return the content of a file as it is now; raises ``OSError``."""
    stat = path.stat()
    return _content_of(path, (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino))


@lru_cache(maxsize=256)
def _content_of(path: Path, _state: tuple[int, ...]) -> Content:
    return Content(hashlib.sha256(path.read_bytes()).digest(), path)


# Few kits have more than eight photos; a photo that is decoded small takes some 2 megabytes.
@lru_cache(maxsize=8)
def small(content: Content) -> Image.Image:
    """Return a photo at its full size or at a half, a quarter or an eighth of it; do not change it.

    Raises what Pillow raises for a file that is no picture, or that ends half way.
    """
    with Image.open(content.path) as opened:
        opened.draft("RGB", (SMALL, SMALL))
        opened.load()
        return opened
