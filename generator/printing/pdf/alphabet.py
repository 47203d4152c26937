"""Letters as they are written: a font holds at most 256, so each face has parts, and each letter a code in one.

The codes are the same in every file, so that a text is written once for all files that say it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final

from generator.printing.layout.fonts import Face, advance
from generator.printing.pdf.written import numbers, string

#: The letters of western Europe, which nearly every text keeps to; their part comes first.
WESTERN: Final = {
    letter: code
    for code in (*range(0x20, 0x7F), *range(0x80, 0x100))
    if (letter := bytes([code]).decode("cp1252", errors="ignore"))
}
_WESTERN: Final = frozenset(WESTERN)
_CODES: Final = str.maketrans({letter: chr(code) for letter, code in WESTERN.items()})


def place(letter: str) -> tuple[int, int]:
    """Return the part that a letter stands in, and its code there; other letters stand as Unicode has them."""
    if letter in WESTERN:
        return 0, WESTERN[letter]
    page, code = divmod(ord(letter), 256)
    return page + 1, code


# A text is drawn on several sheets, and what all kits share comes back with each of them.
@lru_cache(maxsize=1024)
def rows(text: str, face: Face) -> tuple[tuple[int, str], ...]:
    """Return what shows a text, pairs of letters at their own distance: for each stretch of one part its operator."""
    letters = list(advance(text, face))
    if _WESTERN.issuperset(text):
        return ((0, _shown(letters)),) if text else ()
    stretches = groupby(letters, key=lambda pair: place(pair[0])[0])
    return tuple((part, _shown(list(same))) for part, same in stretches)


def _shown(letters: Sequence[tuple[str, float]]) -> str:
    """Return the operator for letters of one part, each with what it stands apart from the next (section 9.4.3)."""
    items: list[str] = []
    stretch = ""
    for letter, kern in letters:
        stretch += letter
        if kern:
            items += [_written(stretch), numbers(round(-kern, 1))]
            stretch = ""
    if stretch:
        items.append(_written(stretch))
    return f"[{''.join(items)}]TJ"


def _written(letters: str) -> str:
    if _WESTERN.issuperset(letters):
        return string(letters.translate(_CODES))
    return string("".join(chr(place(letter)[1]) for letter in letters))
