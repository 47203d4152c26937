"""Letters as they are written in one file: it holds those alone that it draws, numbered as they come."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Any

from generator.printing.layout.fonts import Face, advance


class Alphabet:
    """The letters of one face in one file; a font has parts of at most 256 letters, each with numbers of its own."""

    def __init__(self, font: Any, document: Any) -> None:
        self._font, self._document = font, document
        self._parts: dict[str, int] = {}
        self._numbers: dict[int, str] = {}
        self._divided = False

    def numbered(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield stretches of text as numbers in hexadecimals, each with the part of the font that they belong to."""
        for letter in text:
            if letter not in self._parts:
                self._add(letter)
        if self._divided:
            stretches = [(part, "".join(same)) for part, same in groupby(text, key=self._parts.__getitem__)]
        else:
            stretches = [(0, text)]
        return ((part, same.translate(self._numbers)) for part, same in stretches)

    def _add(self, letter: str) -> None:
        ((part, number),) = self._font.splitString(letter, self._document)
        self._parts[letter] = part
        self._numbers[ord(letter)] = number.hex()
        self._divided = self._divided or part > 0


# A text is drawn on several sheets, each of which has numbers of its own for its letters.
@lru_cache(maxsize=2048)
def stretches(text: str, face: Face) -> tuple[tuple[str, str], ...]:
    """Divide text where letters move closer or further apart, each stretch with what is written for that move."""
    found: list[tuple[str, str]] = []
    start = 0
    for end, (_, kern) in enumerate(advance(text, face), start=1):
        if kern:
            found.append((text[start:end], f"> {-kern:.1f} <"))
            start = end
    return (*found, (text[start:], "")) if start < len(text) else tuple(found)
