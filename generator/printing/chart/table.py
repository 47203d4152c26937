"""The situation-to-contact chart as one table: danger in a heavy frame, then group by group, one bold contact a row.

It is drawn in a given box at any size: a ``Look`` says the sizes. Columns take the widths that make it lowest, and
room that is left goes between the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, islice
from typing import Final

from generator.printing.chart.cells import Look, Piece
from generator.printing.chart.columns import Columns, Row
from generator.printing.chart.marks import mark
from generator.printing.chart.rows import told
from generator.printing.chart.selection import Chosen
from generator.printing.layout.elements import Node, Shape, Tag, Text, filled, rectangle, rule
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Align, Block, Setter, TooLong
from generator.printing.parts.inks import BLACK, GREY, LINE
from generator.printing.parts.source import Source

_WHITE: Final = "#ffffff"


@dataclass(frozen=True, slots=True)
class Chart:
    """A laid out chart: the table, the drawings behind it, and where it ends (mm)."""

    table: Node
    under: tuple[Shape, ...]
    bottom: float


class Charting:
    """The chart of one sheet, to be tried in several sizes; ``refer`` says where several advisors stand."""

    def __init__(self, source: Source, rows: Chosen, look: Look, refer: str) -> None:
        self._source, self._rows, self._look = source, rows, look
        self._told = tuple(told(source, rij, refer) for rij in rows.rijen)
        self._likely = 0

    def lay(self, setter: Setter, box: Box) -> Chart:
        """Lay out the chart from the top of ``box``."""
        columns = Columns(self._told, setter, self._look)
        # What was best in another size is tried first: most other divisions lose to it before they are whole.
        order = sorted(range(len(self._look.splits)), key=lambda number: (number != self._likely, number))
        best, *others = (self._table(setter, columns, box, number) for number in order)
        best.filled(None)
        for table in others:
            if table.filled(best):
                best = table
        self._likely = best.number
        setter.blame(*best.too_long)
        setter.need(self._source.zin("wegwijzer-titel"), box.h, best.natural, self._look.text, whole=True)
        return best.placed()

    def _table(self, setter: Setter, columns: Columns, box: Box, number: int) -> _Table:
        own = Setter(setter.fonts, setter.shrink)
        return _Table(self._source, own, self._rows, box, self._look, columns, number)


class _Table:
    """The chart at the ``number``-th division of the width."""

    def __init__(
        self, source: Source, setter: Setter, rows: Chosen, box: Box, look: Look, columns: Columns, number: int
    ) -> None:
        self._setter, self.number = setter, number
        self._source, self._chosen, self._box, self._look, self._columns = source, rows, box, look, columns
        self._pad = look.pad * setter.shrink
        room = box.w - look.marks - 4 * look.gutter
        self._widths = (*(part * room for part in look.splits[number]), look.marks)
        starts = accumulate(self._widths[:-1], lambda x, width: x + width + look.gutter, initial=box.x)
        self._x = tuple(starts)
        self._head = self._head_blocks()
        label = setter.sized(look.label).size * 0.25
        self._head_height = max(block.height for block in self._head) + 2.4 * self._pad
        self._band_height = label + 2.2 * self._pad
        self._label_height = label + 2.5 * self._pad
        self._labels = sum([self._label_height] * len(rows.groepen))
        self._after_danger = 1.6 * self._pad
        self._rows: list[Row] = []
        self._height = 0.0
        self._long, self._odd = len(setter.too_long), 0

    def filled(self, best: _Table | None) -> bool:
        """Set the rows, and tell whether this division is better than the best so far.

        What counts against a division only grows: one that has lost already is left half filled.
        """
        beaten = best and best._against
        for number in range(self._columns.count):
            row = self._columns.row(number, self._widths)
            self._rows.append(row)
            self._height += self._tall(row)
            long, odd = row.against
            self._long += long
            self._odd += odd
            if beaten and self._against >= beaten:
                return False
        return True

    @property
    def _against(self) -> tuple[int, int, float, int]:
        # Of two divisions that are equally good the first one counts.
        return self._long, self._odd, self.natural, self.number

    @property
    def too_long(self) -> tuple[TooLong, ...]:
        """What does not fit in its column."""
        return (*self._setter.too_long, *(excess for row in self._rows for excess in row.too_long))

    # Measuring

    @property
    def natural(self) -> float:
        """The height with the least room between rows, in millimetres."""
        return self._head_height + self._band_height + self._height + self._labels + self._after_danger

    def _tall(self, row: Row, extra: float = 0) -> float:
        return row.height + 2 * self._pad + extra

    def _head_blocks(self) -> tuple[Block, ...]:
        words = self._source.library.woorden
        keys = ("situatie", "eerst", "daarna", "buiten", "regie")
        style = self._look.head
        blocks = []
        for index, (key, width) in enumerate(zip(keys, self._widths, strict=True)):
            ink = self._source.inks.op_kleur if index == 1 else GREY
            blocks.append(self._setter.block(words[key], style.in_(ink), width))
        return tuple(blocks)

    # Placing

    def placed(self) -> Chart:
        """Return the table in its place, rows spread over the room that there is."""
        extra = max(0.0, min((self._box.h - self.natural) / len(self._rows), self._look.most))
        left = iter(self._rows)
        top = self._box.y
        y = top + self._head_height
        lines: list[Shape] = []
        body = [Node("TR", (self._band(y),))]
        danger = list(islice(left, len(self._chosen.gevaar)))
        rows, bottom = self._placed_rows(danger, y + self._band_height, extra, lines)
        body += rows
        frame = self._frame(y, bottom)
        y = bottom + self._after_danger
        for index, groep in enumerate(self._chosen.groepen):
            if index:
                lines.append(self._line(y, self._source.inks.kop, 0.5))
            body.append(Node("TR", (self._label(groep.titel, y),)))
            group = list(islice(left, len(groep.rijen)))
            rows, y = self._placed_rows(group, y + self._label_height, extra, lines)
            body += rows
        lines.append(self._line(y, self._source.inks.kop, 0.5))
        table = Node("Table", (Node("THead", (self._head_row(top),)), Node("TBody", tuple(body))))
        return Chart(table, (*self._column(top, y), *lines, *frame), y)

    def _placed_rows(self, rows: Sequence[Row], y: float, extra: float, lines: list[Shape]) -> tuple[list[Node], float]:
        """Return rows from ``y`` down, and where they end; the rules between them go to ``lines``."""
        placed = []
        for index, row in enumerate(rows):
            if index:
                lines.append(self._line(y, LINE, 0.2))
            placed.append(self._placed_row(row, y, extra))
            y += self._tall(row, extra)
        return placed, y

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
        titel = self._setter.block(self._source.library.groepen[0].titel, style, self._widths[0], lines=1)
        alarm = self._setter.block(
            self._source.zin("gevaar"), replace(style, weight="extrabold"), self._box.right - self._x[1], lines=1
        )
        top = y + (self._band_height - titel.first_baseline) / 2
        return self._across(Node("P", (titel.at(self._box.x, top),)), Node("P", (alarm.at(self._x[1], top),)))

    def _label(self, titel: str, y: float) -> Node:
        block = self._setter.block(titel, self._look.label.in_(self._source.inks.kop), self._box.w)
        top = y + self._label_height - block.first_baseline - 0.5 * self._pad
        return self._across(Node("P", (block.at(self._box.x, top),)))

    def _across(self, *words: Node) -> Node:
        # Of its own row alone: as the head of columns it would be read out with every cell of the groups below.
        return Node("TH", words, scope="Row", columns=5)

    def _placed_row(self, row: Row, y: float, extra: float) -> Node:
        top = y + self._pad + extra / 2
        cells = []
        texts = row.placed()
        for index, pieces in enumerate(texts):
            tag: Tag = "TD" if index else "TH"
            cells.append(Node(tag, tuple(_stacked(pieces, self._x[index], top)), scope=None if index else "Row"))
        dot = self._look.dot * self._setter.shrink
        head = texts[0][0]
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

    def _frame(self, top: float, bottom: float) -> tuple[Shape, Shape]:
        """Draw a black band and a heavy frame around danger, a little outside the rows."""
        outside = 2 * self._look.frame
        box = Box(self._box.x - outside, top, self._box.w + 2 * outside, bottom - top)
        band = filled(Box(box.x, top, box.w, self._band_height), BLACK)
        return band, Shape(rectangle(box, 0.8), stroke=BLACK, width=self._look.frame)


def _stacked(pieces: Iterable[Piece], x: float, y: float) -> Iterator[Node]:
    for piece in pieces:
        text: Text = piece.block.at(x + piece.dx, y + piece.dy, link=piece.link, about=piece.about)
        yield Node("P", (text,))
