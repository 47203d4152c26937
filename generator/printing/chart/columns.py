"""The rows of the chart at any division of its width: each cell is set once at each width that its column takes.

A division is tried to be measured, and one of them is placed: a row knows how high it is before anything in it is
moved to its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.printing.chart.cells import Cells, Look, Piece, reach
from generator.printing.chart.rows import Entry, Told
from generator.printing.layout.fonts import Fonts
from generator.printing.layout.typography import Setter, TooLong
from generator.wegwijzer import Rij

#: Situation, first, next and outside.
_COLUMNS: Final = 4
_FIRST: Final = 1


#: What the first contact of a row is set from: see ``Told``, and whether it stands under danger.
_Begin = tuple[tuple[Entry, ...], tuple[Entry, ...], bool]


@dataclass(frozen=True, slots=True)
class Cell:
    """The texts of a situation in one column, how many of them are odd, and what does not fit."""

    pieces: tuple[Piece, ...]
    odd: int
    too_long: tuple[TooLong, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a situation, less the mark; first lines stand on one ``baseline``, and ``height`` is the row's (mm).

    ``top`` is where the highest text would begin if the one with that baseline began at 0.
    """

    rij: Rij
    cells: tuple[Cell, ...]
    baseline: float
    top: float
    height: float

    @property
    def too_long(self) -> tuple[TooLong, ...]:
        """What does not fit; of the contact to begin with first."""
        title, first, *others = self.cells
        return tuple(excess for cell in (first, title, *others) for excess in cell.too_long)

    @property
    def against(self) -> tuple[int, int]:
        """How many texts do not fit, and how many come out unlike their neighbours."""
        return sum([len(cell.too_long) for cell in self.cells]), sum([cell.odd for cell in self.cells])

    def placed(self) -> tuple[tuple[Piece, ...], ...]:
        """Return the texts of each cell in their places."""
        return tuple(tuple(self._lowered(cell.pieces)) for cell in self.cells)

    def _lowered(self, pieces: Sequence[Piece]) -> Iterator[Piece]:
        for piece in pieces:
            dy = piece.dy + (self.baseline - pieces[0].baseline) - self.top
            yield Piece(piece.block, piece.dx, dy, piece.link, piece.about)


class Columns:
    """The columns of text of one chart in one size."""

    def __init__(self, rows: Sequence[Told], setter: Setter, look: Look) -> None:
        self._rows, self._setter, self._look = rows, setter, look
        self._reach = reach(setter, rows, look)
        self._cells: dict[tuple[int, int, float], Cell] = {}
        self._firsts: dict[tuple[_Begin, float], Cell] = {}

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, number: int, widths: Sequence[float]) -> Row:
        """Return a row at given widths of its columns (mm)."""
        cells = tuple([self._cell(number, column, widths[column]) for column in range(_COLUMNS)])
        # First lines of a row stand on one line, whatever their sizes.
        begun = [(cell.pieces, cell.pieces[0].baseline) for cell in cells if cell.pieces]
        baseline = max([first for _, first in begun])
        low = [(piece, piece.dy + (baseline - first)) for pieces, first in begun for piece in pieces]
        top = min([dy for _, dy in low])
        height = max([dy - top + piece.block.height for piece, dy in low])
        return Row(self._rows[number].rij, cells, baseline, top, height)

    def _cell(self, number: int, column: int, width: float) -> Cell:
        key = (number, column, width)
        if key not in self._cells:
            self._cells[key] = self._made(self._rows[number], column, width)
        return self._cells[key]

    def _made(self, told: Told, column: int, width: float) -> Cell:
        fonts, shrink = self._setter.fonts, self._setter.shrink
        if column == _FIRST:
            return self._first(told, width)
        said = (told.rij.titel, None, told.next, told.outside)[column]
        return _shared(fonts, shrink, self._look, width, said or ())

    def _first(self, told: Told, width: float) -> Cell:
        # Half of the rows begin with the advisor, and most others with the manager.
        key = ((told.first, told.choice, told.rij.gevaar), width)
        if key not in self._firsts:
            cells = Cells(Setter(self._setter.fonts, self._setter.shrink), self._look, width, self._reach)
            self._firsts[key] = _cell(cells, cells.first(told))
        return self._firsts[key]


# What to do and who helps outside is the same for most kits; a chart takes some two thousand cells to try, and these
# are the cells of two charts.
@lru_cache(maxsize=1024)
def _shared(fonts: Fonts, shrink: float, look: Look, width: float, said: str | tuple[Entry, ...]) -> Cell:
    cells = Cells(Setter(fonts, shrink), look, width, 0)
    return _cell(cells, cells.title(said) if isinstance(said, str) else cells.below(said))


def _cell(cells: Cells, pieces: tuple[Piece, ...]) -> Cell:
    return Cell(pieces, len(cells.odd), tuple(cells.setter.too_long))
