"""Text from kits as it may be shown: no character that hides, breaks a file, or turns the direction of writing."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.kit.text import FORBIDDEN, one_line

_UNWANTED: Final = re.compile(rf"[{FORBIDDEN}\u200e\u200f\u061c\ud800-\udfff]")
#: The folders of a whole path on Linux, macOS or Windows, up to its last part.
_FOLDERS: Final = re.compile(r"(?<![\w/.:])(?:[A-Za-z]:)?[/\\](?:[^/\\\s'\"]+[/\\])+")


# Titles of printables and texts of findings come back with every member.
@lru_cache(maxsize=1024)
def shown(text: str) -> str:
    """Return a text on one line; a character that no text may hold becomes ``�``."""
    return _UNWANTED.sub("�", one_line(text))


def without_places(text: str, output: Path) -> str:
    """Return a text that names files from the output on, and of any other whole path only the last part.

    Where on a machine something stands is nobody's affair who reads the overview, and differs from one to the next.
    """
    for place in sorted({str(output), str(output.absolute()), str(output.resolve())} - {"."}, key=len, reverse=True):
        text = re.sub(rf"(?<![\w/\\.-]){re.escape(place)}[/\\]", "", text)
    return _FOLDERS.sub("", text)


def number(value: int) -> str:
    """Return a whole number as Dutch writes it: ``1.000``."""
    return f"{value:,}".replace(",", ".")


def members_word(value: int) -> str:
    """Return ``1 lid`` or ``1.000 leden``."""
    return f"{number(value)} {'lid' if value == 1 else 'leden'}"
