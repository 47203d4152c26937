"""The rows of the chart at any division of its width: each cell is set once at each width that its column takes.

A division is tried to be measured, and one of them is placed: a row knows how high it is before anything in it is
moved to its place.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.printing.chart.cells import Cells, Look, Piece, reach
from generator.printing.chart.rows import Told
from generator.printing.layout.typography import Setter, TooLong
from generator.wegwijzer import Rij

_COLUMNS: Final[tuple[Callable[[Cells, Told], tuple[Piece, ...]], ...]] = (
    Cells.title,
    Cells.first,
    Cells.next,
    Cells.outside,
)


@dataclass(frozen=True, slots=True)
class Cell:
    """The texts of a situation in one column, how many of them are odd, and what does not fit."""

    pieces: tuple[Piece, ...]
    odd: int
    too_long: tuple[TooLong, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a situation, less the mark; ``down`` is where each text begins, and ``height`` is the row's (mm)."""

    rij: Rij
    cells: tuple[Cell, ...]
    down: tuple[tuple[float, ...], ...]
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
        return tuple(
            tuple(
                Piece(piece.block, piece.dx, dy, piece.link, piece.about)
                for piece, dy in zip(cell.pieces, down, strict=True)
            )
            for cell, down in zip(self.cells, self.down, strict=True)
        )


class Columns:
    """The columns of text of one chart in one size."""

    def __init__(self, rows: Sequence[Told], setter: Setter, look: Look) -> None:
        self._rows, self._setter, self._look = rows, setter, look
        self._reach = reach(setter, rows, look)
        self._cells: dict[tuple[int, int, float], Cell] = {}

    def row(self, number: int, widths: Sequence[float]) -> Row:
        """Return a row at given widths of its columns (mm)."""
        cells = tuple(self._cell(number, column, widths[column]) for column in range(len(_COLUMNS)))
        # First lines of a row stand on one line, whatever their sizes.
        baseline = max(cell.pieces[0].baseline for cell in cells if cell.pieces)
        low = [
            [piece.dy + (baseline - cell.pieces[0].baseline) for piece in cell.pieces] if cell.pieces else []
            for cell in cells
        ]
        top = min(dy for down in low for dy in down)
        level = tuple(tuple(dy - top for dy in down) for down in low)
        height = max(
            dy + piece.block.height
            for cell, down in zip(cells, level, strict=True)
            for piece, dy in zip(cell.pieces, down, strict=True)
        )
        return Row(self._rows[number].rij, cells, level, height)

    def _cell(self, number: int, column: int, width: float) -> Cell:
        key = (number, column, width)
        if key not in self._cells:
            setter = Setter(self._setter.fonts, self._setter.shrink)
            cells = Cells(setter, self._look, width, self._reach)
            pieces = _COLUMNS[column](cells, self._rows[number])
            self._cells[key] = Cell(pieces, len(cells.odd), tuple(setter.too_long))
        return self._cells[key]
