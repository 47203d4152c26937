"""Everything in an output that is a picture, wherever it hides: in files, in PDFs, in addresses that hold data."""

from __future__ import annotations

import hashlib
import os
import re
from base64 import b64decode
from collections.abc import Iterator
from functools import reduce
from pathlib import Path
from typing import Final
from urllib.parse import unquote_to_bytes

from PIL import Image, ImageChops
from pypdf.generic import StreamObject

from tests.printing.pdf import Pdf

#: How each sort of picture begins: what a file is called does not count.
_BEGINNINGS: Final = {
    b"\xff\xd8\xff": ".jpg",
    b"\x89PNG\r\n\x1a\n": ".png",
    b"GIF8": ".gif",
    b"RIFF": ".webp",
    b"II*\0": ".tif",
    b"MM\0*": ".tif",
    b"<svg": ".svg",
    b"<?xml": ".svg",
    b"\0\0\1\0": ".ico",
}
_DATA_URL: Final = re.compile(rb"data:(?P<type>[\w/+.-]*)(?P<coding>;base64)?,(?P<data>[^\"'\s)]+)")


def files_of(folder: Path) -> list[Path]:
    """Return all files below a folder, hidden ones too."""
    return sorted(Path(here, name) for here, _, names in os.walk(folder) for name in names)


def pictures(folder: Path) -> dict[str, tuple[str, bytes]]:
    """Return every picture in an output once: its digest, where it was found first, and its bytes."""
    found: dict[str, tuple[str, bytes]] = {}
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        for where, data in _within(name, path.read_bytes()):
            found.setdefault(hashlib.sha256(data).hexdigest(), (where, data))
    return found


def suffix_of(data: bytes) -> str:
    """Return the suffix that fits what is in a picture, or in a profile of colours; an empty text for what is none."""
    if data[36:40] == b"acsp":
        return ".icc"
    return next((suffix for start, suffix in _BEGINNINGS.items() if data.startswith(start)), "")


def pixels_like(image: Image.Image, colour: tuple[int, int, int]) -> int:
    """Return how many pixels of a picture have a colour, or nearly so."""
    away = ImageChops.difference(image.convert("RGB"), Image.new("RGB", image.size, colour))
    furthest = reduce(ImageChops.lighter, away.split())
    return sum(furthest.histogram()[:40])


def _within(where: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    if suffix_of(data):
        yield where, data
    if data.startswith(b"%PDF-"):
        yield from ((f"{where} object {number}", raw) for number, raw in _in_pdf(data))
    else:
        for found in _DATA_URL.finditer(data):
            raw = unquote_to_bytes(found["data"])
            yield from _within(f"{where} data:", b64decode(raw) if found["coding"] else raw)


def _in_pdf(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield what in a PDF is a picture by itself: streams as they stand, or unpacked."""
    reader = Pdf(data).reader
    for number in range(1, int(reader.trailer["/Size"])):  # type: ignore[call-overload]
        found = reader.get_object(number)
        if not isinstance(found, StreamObject):
            continue
        raw = found._data if found.get("/Filter") == "/DCTDecode" else found.get_data()
        if suffix_of(raw):
            yield number, raw
