"""The cells of the chart: each text set within its column, first lines of a row level with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.printing.chart.rows import Entry, first_entry, next_entries, outside_entries
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.source import Source
from generator.wegwijzer import Rij

#: The room between a name and the number beside it (mm).
_BETWEEN: Final = 3.0


@dataclass(frozen=True, slots=True)
class Look:
    """The sizes of a chart: styles, and in millimetres the room above and below a row, gutters and the last column.

    ``splits`` are divisions of the width over situation, first, next and outside, of which the lowest chart wins;
    with ``aside`` numbers stand beside names in a column of their own; ``most`` is the room that a row may get on top
    of its own where the sheet has it.
    """

    title: Style
    first: Style
    number: Style
    danger: Style
    text: Style
    head: Style
    label: Style
    pad: float
    gutter: float
    marks: float
    frame: float
    most: float
    splits: tuple[tuple[float, float, float, float], ...]
    aside: bool = False

    @property
    def dot(self) -> float:
        """The diameter of a mark, in millimetres."""
        return self.title.size * 0.34


@dataclass(frozen=True, slots=True)
class Piece:
    """Set text in a cell, ``dx`` and ``dy`` mm from the cell's corner."""

    block: Block
    dx: float = 0
    dy: float = 0
    link: str | None = None
    about: str = ""

    @property
    def baseline(self) -> float:
        """Where the first line stands, from the cell's top (mm)."""
        return self.dy + self.block.first_baseline

    @property
    def bottom(self) -> float:
        """Where it ends, from the cell's top (mm)."""
        return self.dy + self.block.height


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a situation, less the mark, and how high they are (mm)."""

    cells: tuple[tuple[Piece, ...], ...]
    rij: Rij
    height: float


@dataclass(frozen=True, slots=True)
class Cells:
    """Sets rows in columns of given widths (mm); ``refer`` says where the names of several advisors stand.

    ``reach`` is the width of the widest number. ``odd`` gathers texts that come out unlike their neighbours: smaller,
    because a word is wider than its column, or with the number below the name instead of beside it.
    """

    source: Source
    setter: Setter
    look: Look
    widths: Sequence[float]
    refer: str
    reach: float
    odd: list[str] = field(default_factory=list)

    def row(self, rij: Rij) -> Row:
        """Return a situation with its contacts."""
        look, source = self.look, self.source
        first = tuple(self._first(first_entry(source, rij.eerst, self.refer, danger=rij.gevaar), danger=rij.gevaar))
        cells = (
            (Piece(self._set(rij.titel, look.title, self.widths[0])),),
            first,
            self._below(next_entries(source, rij.daarna), 2),
            self._below(outside_entries(source, rij.buiten), 3),
        )
        # First lines of a row stand on one line, whatever their sizes.
        baseline = max(piece.baseline for piece in _heads(cells))
        level = tuple(_moved(cell, baseline - cell[0].baseline if cell else 0) for cell in cells)
        top = min(piece.dy for cell in level for piece in cell)
        level = tuple(_moved(cell, -top) for cell in level)
        return Row(level, rij, max(piece.bottom for cell in level for piece in cell))

    def _set(self, content: str, style: Style, width: float) -> Block:
        block = self.setter.block(content, style, width)
        if block.style.size < self.setter.sized(style).size:
            self.odd.append(content)
        return block

    def _first(self, entry: Entry, *, danger: bool) -> Iterator[Piece]:
        """Set the bold contact, its number beside or below it, and a few words."""
        look, width = self.look, self.widths[1]
        number = is_number(entry)
        apart = self._apart(entry) if number or not entry.waarde else None
        name = self._set(entry.naam, look.first.in_(BLACK), width if apart is None else apart - _BETWEEN)
        yield Piece(name)
        bottom = name.height
        for text, style, link in (
            (entry.waarde, (look.danger if danger else look.number).in_(BLACK) if number else look.text, entry.link),
            (entry.noot, look.text.in_(GREY), None),
        ):
            if not text:
                continue
            block = self._set(text, style, width - (apart or 0))
            dy = bottom + self._gap if apart is None else name.first_baseline - block.first_baseline
            yield Piece(block, apart or 0, dy, link, entry.about)
            apart, bottom = None, max(bottom, dy + block.height)

    def _apart(self, entry: Entry) -> float | None:
        """Return where a number begins beside its name (mm), or None: the name may take two lines, not more."""
        if not self.look.aside or not (entry.waarde or entry.noot):
            return None
        apart = self.widths[1] - self.reach
        trial = replace(self, setter=Setter(self.setter.fonts, self.setter.shrink), odd=[])
        lines = trial._set(entry.naam, self.look.first, apart - _BETWEEN).lines if apart > _BETWEEN else ()
        if not lines or trial.odd or len(lines) > 2:
            self.odd.append(entry.naam)
            return None
        return apart

    def _below(self, entries: Iterable[Entry], column: int) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for entry in entries:
            dy = pieces[-1].bottom + self._gap if pieces else 0
            block = self._set(entry.one_line, self.look.text, self.widths[column])
            pieces.append(Piece(block, 0, dy, entry.link, entry.about))
        return tuple(pieces)

    @property
    def _gap(self) -> float:
        return self.setter.sized(self.look.text).size * 0.12 * self.setter.shrink


def is_number(entry: Entry) -> bool:
    """Tell whether a contact has a number, and not an address."""
    return entry.waarde[:1] in set("+0123456789")


def reach(source: Source, setter: Setter, rijen: Iterable[Rij], look: Look) -> float:
    """Return the width of the widest number to begin with (mm)."""
    widths = [_BETWEEN]
    for rij in rijen:
        entry = first_entry(source, rij.eerst, "")
        style = setter.sized(look.danger if rij.gevaar else look.number)
        widths.append(setter.width(entry.waarde, style) + 0.1 if is_number(entry) else 0)
    return max(widths)


def _heads(cells: Iterable[Sequence[Piece]]) -> Iterator[Piece]:
    return (cell[0] for cell in cells if cell)


def _moved(cell: Iterable[Piece], dy: float) -> tuple[Piece, ...]:
    return tuple(replace(piece, dy=piece.dy + dy) for piece in cell)
