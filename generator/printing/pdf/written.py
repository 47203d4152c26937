"""Values as they stand in a file (PDF 1.7, section 7.3), each as short as it may be.

Everything is text whose letters are bytes (Latin-1).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

#: What a string can't hold as it is (section 7.3.4.2).
_ESCAPED: Final = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


def array(items: Iterable[str]) -> str:
    """Return an array of items as they are written."""
    return f"[{' '.join(items)}]"


def reference(number: int) -> str:
    """Return a reference to the object of a number."""
    return f"{number} 0 R"


def numbers(*values: float) -> str:
    """Return numbers with a space between them, each in at most four figures after the point."""
    return " ".join([_figures(value) for value in values])


def string(codes: str) -> str:
    """Return a string of bytes."""
    return f"({codes.translate(_ESCAPED)})"


# What is said of links and pictures comes back on each sheet.
@lru_cache(maxsize=512)
def text(value: str) -> str:
    """Return a string of letters (section 7.9.2.2): in one byte each if the two alphabets of PDF agree on them."""
    # The soft hyphen has no place in the alphabet of PDF (annex D.2).
    if "\u00ad" not in value and all(" " <= letter <= "~" or "\u00a1" <= letter <= "\u00ff" for letter in value):
        return string(value)
    return string(("\ufeff" + value).encode("utf-16-be").decode("latin-1"))


# Sheets are made on a grid, and of letters that come back: a few numbers stand in a file again and again.
@lru_cache(maxsize=4096)
def _figures(value: float) -> str:
    figures = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if figures == "-0" else figures
