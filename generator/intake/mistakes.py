"""What an import has to say: mistakes by cell, notices, and a file that cannot be read at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.errors import VertrouwenskitError
from generator.kit.text import shorten

_LETTERS: Final = 26


class FileRefused(VertrouwenskitError):
    """The file cannot be read as a list of members; the message is Dutch and says what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A cell: its row and column, both from 1."""

    row: int
    column: int

    @property
    def address(self) -> str:
        """Return the cell as spreadsheets call it: ``B7``."""
        return f"{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One cell that keeps its row from being imported; every text is Dutch.

    ``heading`` is the heading of its column as it stands in the sheet; ``expected`` says what belongs here.
    """

    sheet: str
    place: Place
    heading: str
    value: str
    message: str
    expected: str
    example: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that was repaired, left out or decided, told in Dutch; ``place`` is None if it is about the whole."""

    text: str
    place: Place | None = None


def column_letters(number: int) -> str:
    """Return the letters of a column: 1 gives ``A``, 27 gives ``AA``."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def in_order(mistakes: Iterable[Mistake]) -> tuple[Mistake, ...]:
    """Return the mistakes by place, each once."""
    unique = dict.fromkeys(mistakes)
    return tuple(sorted(unique, key=lambda item: (item.sheet, item.place, item.message)))


def quoted(text: str) -> str:
    """Return a value from a cell as a message quotes it."""
    return f"'{shorten(text)}'"
