"""The situation-to-contact chart as one table: danger in a heavy frame, then group by group, one bold contact a row.

It is drawn in a given box at any size: a ``Look`` says the sizes. Columns take the widths that make it lowest, and
room that is left goes between the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final

from generator.printing.chart_marks import mark
from generator.printing.chart_rows import Chosen, Entry, first_entry, next_entries, outside_entries
from generator.printing.elements import Node, Shape, Tag, Text, filled, rectangle, rule
from generator.printing.geometry import Box
from generator.printing.inks import BLACK, GREY, LINE
from generator.printing.source import Source
from generator.printing.typography import Align, Block, Setter, Style
from generator.wegwijzer import Rij

_WHITE: Final = "#ffffff"
#: What a column of numbers is measured by, and the room before it (mm).
_NUMBER: Final = "06 12 34 56 78"
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
class Chart:
    """A laid out chart: the table, the drawings behind it, and where it ends (mm)."""

    table: Node
    under: tuple[Shape, ...]
    bottom: float


@dataclass(frozen=True, slots=True)
class _Piece:
    """Set text in a cell, ``dx`` and ``dy`` mm from the cell's corner."""

    block: Block
    dx: float = 0
    dy: float = 0
    link: str | None = None
    about: str = ""

    @property
    def baseline(self) -> float:
        return self.dy + self.block.first_baseline

    @property
    def bottom(self) -> float:
        return self.dy + self.block.height


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[tuple[_Piece, ...], ...]
    rij: Rij
    height: float


def chart(source: Source, setter: Setter, rows: Chosen, box: Box, look: Look, refer: str) -> Chart:
    """Lay out the chart from the top of ``box``; ``refer`` says where the names of several advisors stand."""
    tried = [
        _Table(source, Setter(setter.fonts, setter.shrink), rows, box, look, refer, split) for split in look.splits
    ]
    table = min(tried, key=lambda one: (len(one.setter.too_long), one.natural))
    setter.too_long += table.setter.too_long
    setter.need(source.zin("wegwijzer-titel"), box.h, table.natural, look.text)
    return table.placed()


class _Table:
    """The chart at one division of the width."""

    def __init__(
        self, source: Source, setter: Setter, rows: Chosen, box: Box, look: Look, refer: str, split: Sequence[float]
    ) -> None:
        self.setter = setter
        self._source, self._box, self._look = source, box, look
        self._refer = refer
        self._pad = look.pad * setter.shrink
        room = box.w - look.marks - 4 * look.gutter
        self._widths = (*(part * room for part in split), look.marks)
        starts = accumulate(self._widths[:-1], lambda x, width: x + width + look.gutter, initial=box.x)
        self._x = tuple(starts)
        self._head = self._head_blocks()
        self._danger = [self._row(rij) for rij in rows.gevaar]
        self._groups = [(groep.titel, [self._row(rij) for rij in groep.rijen]) for groep in rows.groepen]

    # Measuring

    @property
    def natural(self) -> float:
        """The height with the least room between rows, in millimetres."""
        rows = [*self._danger, *(row for _, group in self._groups for row in group)]
        labels = sum(self._label_height for _ in self._groups)
        return self._head_height + self._band_height + sum(map(self._tall, rows)) + labels + self._after_danger

    def _tall(self, row: _Row, extra: float = 0) -> float:
        return row.height + 2 * self._pad + extra

    @property
    def _head_height(self) -> float:
        return max(block.height for block in self._head) + 2.4 * self._pad

    @property
    def _band_height(self) -> float:
        return self.setter.sized(self._look.label).size * 0.25 + 2.2 * self._pad

    @property
    def _label_height(self) -> float:
        return self.setter.sized(self._look.label).size * 0.25 + 2.5 * self._pad

    @property
    def _after_danger(self) -> float:
        return 1.6 * self._pad

    def _head_blocks(self) -> tuple[Block, ...]:
        words = self._source.library.woorden
        keys = ("situatie", "eerst", "daarna", "buiten", "regie")
        style = self._look.head
        blocks = []
        for index, (key, width) in enumerate(zip(keys, self._widths, strict=True)):
            ink = self._source.inks.op_kleur if index == 1 else GREY
            blocks.append(self.setter.block(words[key], style.in_(ink), width))
        return tuple(blocks)

    def _row(self, rij: Rij) -> _Row:
        look, source = self._look, self._source
        first = tuple(self._first(first_entry(source, rij.eerst, self._refer, danger=rij.gevaar), danger=rij.gevaar))
        cells = (
            (_Piece(self._set(rij.titel, look.title, 0)),),
            first,
            self._below(next_entries(source, rij.daarna), 2),
            self._below(outside_entries(source, rij.buiten), 3),
        )
        # First lines of a row stand on one line, whatever their sizes.
        baseline = max(piece.baseline for piece in _heads(cells))
        level = tuple(_moved(cell, baseline - cell[0].baseline if cell else 0) for cell in cells)
        top = min(piece.dy for cell in level for piece in cell)
        level = tuple(_moved(cell, -top) for cell in level)
        return _Row(level, rij, max(piece.bottom for cell in level for piece in cell))

    def _set(self, content: str, style: Style, column: int) -> Block:
        return self.setter.block(content, style, self._widths[column])

    def _first(self, entry: Entry, *, danger: bool) -> Iterator[_Piece]:
        """Set the bold contact, its number beside or below it, and a few words."""
        look, width = self._look, self._widths[1]
        number = entry.waarde[:1] in "+0123456789" if entry.waarde else False
        style = (look.danger if danger else look.number).in_(BLACK) if number else look.text.in_(BLACK)
        apart = self._apart if number or (entry.noot and not entry.waarde) else None
        if apart is None or not self._fits(entry.naam, apart):
            apart = None
        name = self.setter.block(entry.naam, look.first.in_(BLACK), width if apart is None else apart - _BETWEEN)
        yield _Piece(name)
        pieces = [(entry.waarde, style, entry.link, entry.about), (entry.noot, look.text.in_(GREY), None, "")]
        bottom = name.height
        for text, own, link, about in pieces:
            if text and apart is not None:
                block = self.setter.block(text, own, width - apart)
                dy = name.first_baseline - block.first_baseline
                yield _Piece(block, apart, dy, link, about)
                apart, bottom = None, max(bottom, dy + block.height)
            elif text:
                block = self.setter.block(text, own, width)
                yield _Piece(block, 0, bottom + self._gap, link, about)
                bottom += self._gap + block.height

    @property
    def _apart(self) -> float | None:
        """Where numbers begin that stand beside names: there is room for a number of ten digits (mm)."""
        if not self._look.aside:
            return None
        return self._widths[1] - self.setter.width(_NUMBER, self.setter.sized(self._look.number)) - 0.1

    def _fits(self, naam: str, apart: float) -> bool:
        """Tell whether a name leaves room for its number beside it, on two lines at most."""
        trial = Setter(self.setter.fonts, self.setter.shrink)
        block = trial.block(naam, self._look.first, apart - _BETWEEN)
        return not trial.too_long and len(block.lines) < 3

    def _below(self, entries: Iterable[Entry], column: int) -> tuple[_Piece, ...]:
        pieces: list[_Piece] = []
        for entry in entries:
            dy = pieces[-1].bottom + self._gap if pieces else 0
            block = self._set(entry.one_line, self._look.text, column)
            pieces.append(_Piece(block, 0, dy, entry.link, entry.about))
        return tuple(pieces)

    @property
    def _gap(self) -> float:
        return self.setter.sized(self._look.text).size * 0.12 * self.setter.shrink

    # Placing

    def placed(self) -> Chart:
        """Return the table in its place, rows spread over the room that there is."""
        count = len(self._danger) + sum(len(rows) for _, rows in self._groups)
        extra = max(0.0, min((self._box.h - self.natural) / count, self._look.most))
        back: list[Shape] = []
        over: list[Shape] = []
        top = self._box.y
        y = top + self._head_height
        body: list[Node] = []
        frame_top = y
        body.append(Node("TR", (self._band(y),)))
        y += self._band_height
        for index, row in enumerate(self._danger):
            if index:
                over.append(self._line(y, LINE, 0.2))
            body.append(self._placed_row(row, y, extra))
            y += self._tall(row, extra)
        frame = self._around(Box(self._box.x, frame_top, self._box.w, y - frame_top))
        y += self._after_danger
        for titel, rows in self._groups:
            body.append(Node("TR", (self._label(titel, y, over),)))
            y += self._label_height
            for index, row in enumerate(rows):
                if index:
                    over.append(self._line(y, LINE, 0.2))
                body.append(self._placed_row(row, y, extra))
                y += self._tall(row, extra)
        over.append(self._line(y, self._source.inks.kop, 0.5))
        back += self._column(top, y)
        band = filled(
            Box(self._frame_box(frame.box).x, frame_top, self._frame_box(frame.box).w, self._band_height), BLACK
        )
        table = Node("Table", (Node("THead", (self._head_row(top),)), Node("TBody", tuple(body))))
        return Chart(table, (*back, *over, band, frame), y)

    def _head_row(self, top: float) -> Node:
        cells = []
        for index, (block, x) in enumerate(zip(self._head, self._x, strict=True)):
            y = top + self._head_height - block.height - self._pad
            align: Align = "centre" if index == 4 else "left"
            cells.append(Node("TH", (Node("P", (block.at(x, y, align=align),)),), scope="Column"))
        return Node("TR", tuple(cells))

    def _band(self, y: float) -> Node:
        """Head the danger rows: white on black, with the one number that matters over the contacts."""
        style = self._look.label.in_(_WHITE)
        titel = self.setter.block(self._source.library.groepen[0].titel, style, self._widths[0], lines=1)
        alarm = self.setter.block(
            self._source.zin("gevaar"), replace(style, weight="extrabold"), self._box.right - self._x[1], lines=1
        )
        top = y + (self._band_height - titel.first_baseline) / 2
        words = (Node("P", (titel.at(self._box.x, top),)), Node("P", (alarm.at(self._x[1], top),)))
        return Node("TH", words, scope="Column", columns=5)

    def _label(self, titel: str, y: float, over: list[Shape]) -> Node:
        block = self.setter.block(titel, self._look.label.in_(self._source.inks.kop), self._box.w)
        over.append(self._line(y, self._source.inks.kop, 0.5))
        return self._across(block, y + self._label_height - block.first_baseline - 0.5 * self._pad)

    def _across(self, block: Block, y: float) -> Node:
        return Node("TH", (Node("P", (block.at(self._box.x, y),)),), scope="Column", columns=5)

    def _placed_row(self, row: _Row, y: float, extra: float) -> Node:
        top = y + self._pad + extra / 2
        cells = []
        for index, pieces in enumerate(row.cells):
            tag: Tag = "TD" if index else "TH"
            cells.append(Node(tag, tuple(_stacked(pieces, self._x[index], top)), scope=None if index else "Row"))
        dot = self._look.dot * self.setter.shrink
        head = row.cells[0][0]
        middle = top + head.dy + head.block.first_baseline / 2
        place = Box(self._x[4] + (self._widths[4] - dot) / 2, middle - dot / 2, dot, dot)
        cells.append(Node("TD", (mark(row.rij.regie, row.rij.regie_label, place),)))
        return Node("TR", tuple(cells))

    # Drawing

    def _line(self, y: float, colour: str, width: float) -> Shape:
        return rule(self._box.x, y, self._box.right, y, colour, width)

    def _column(self, top: float, bottom: float) -> list[Shape]:
        """Draw the column to look at: a tab in the organisation's colour and a tint below it."""
        margin = self._look.gutter * 0.5
        column = Box(self._x[1] - margin, top, self._widths[1] + 2 * margin, bottom - top)
        tab = Box(column.x, column.y, column.w, self._head_height)
        return [filled(column, self._source.inks.tint), filled(tab, self._source.inks.kleur)]

    def _frame_box(self, box: Box) -> Box:
        return box

    def _around(self, box: Box) -> Shape:
        """Draw the heavy frame of danger a little outside the rows."""
        return Shape(rectangle(box.inset(-self._look.frame * 2, 0), 0.8), stroke=BLACK, width=self._look.frame)


def _heads(cells: Iterable[Sequence[_Piece]]) -> Iterator[_Piece]:
    return (cell[0] for cell in cells if cell)


def _moved(cell: Iterable[_Piece], dy: float) -> tuple[_Piece, ...]:
    return tuple(replace(piece, dy=piece.dy + dy) for piece in cell)


def _stacked(pieces: Iterable[_Piece], x: float, y: float) -> Iterator[Node]:
    for piece in pieces:
        text: Text = piece.block.at(x + piece.dx, y + piece.dy, link=piece.link, about=piece.about)
        yield Node("P", (text,))
