"""Dictionaries and arrays as they stand in a file (PDF 1.7, section 7.3), byte for byte as reportlab writes them.

A tagged file consists for the greater part of thousands of small dictionaries, and reportlab looks at each key and
value of them anew to find out what it is. Here each value is given as it is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log10
from typing import Any

from reportlab.pdfbase import pdfdoc

#: After so many entries reportlab begins a new line.
_ENTRIES = 6
_ITEMS = 10
#: What is smaller is written as 0.
_NOTHING = 1e-7


def dictionary(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a dictionary; names come in the order of the alphabet, values as they are written."""
    parts = [b"/%b %b" % (name.encode(), value) for name, value in entries]
    return b"<<\n" + _broken(parts, _ENTRIES) + b"\n>>"


def array(items: Iterable[bytes]) -> bytes:
    """Return an array of items as they are written."""
    return b"[ " + _broken(list(items), _ITEMS) + b" ]"


def number(value: float) -> bytes:
    """Return a number in six figures after the point, or fewer where more stand before it."""
    return numbers(value).encode()


def numbers(*values: float) -> str:
    """Return numbers with a space between them, for the content of a page."""
    return " ".join([_figures(value) for value in values])


# Sheets are made on a grid, and of letters that come back: a few numbers stand in a file again and again.
@lru_cache(maxsize=4096)
def _figures(value: float) -> str:
    size = abs(value)
    if size <= _NOTHING:
        return "0"
    after = 6 if size < 10 else 5 if size < 100 else 4 if size < 1000 else max(0, 6 - int(log10(size)))
    figures = f"{value:.{after}f}"
    if after:
        figures = figures.rstrip("0").rstrip(".")
    return figures[1:] if figures.startswith("0") and len(figures) > 1 else figures


def reference(document: Any, name: str) -> bytes:
    """Return a reference to the object of a name; raises ``KeyError`` if ``document`` has none."""
    number, version = document.idToObjectNumberAndVersion[name]
    return b"%d %d R" % (number, version)


def text(value: str, document: Any) -> bytes:
    """Return a string."""
    written: bytes = pdfdoc.PDFString(value).format(document)
    return written


def _broken(parts: Sequence[bytes], most: int) -> bytes:
    lines = (b" ".join(parts[start : start + most]) for start in range(0, len(parts), most))
    return b" \n  ".join(lines)
