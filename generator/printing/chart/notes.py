"""What stands below a chart: the legend of its marks, the register of names and numbers, and that the site has more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.printing.chart.cells import is_number
from generator.printing.chart.marks import legend
from generator.printing.chart.rows import Chosen, Entry, register
from generator.printing.layout.elements import Node
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Setter, Span, Style
from generator.printing.parts.inks import GREY
from generator.printing.parts.source import Source

_ENDLESS: Final = 10_000.0


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of one chart, ``width`` mm wide, the register in ``columns``; gaps in mm."""

    source: Source
    setter: Setter
    rows: Chosen
    width: float
    columns: int
    style: Style
    gap: float

    @property
    def height(self) -> float:
        """The room that the notes take below the chart."""
        entries = register(self.source, self.rows)
        trial = replace(self, setter=Setter(self.setter.fonts, self.setter.shrink))
        listed = trial.numbers(entries, Box(0, 0, self.width, _ENDLESS))[1]
        return self.gap + self._line + (self.gap * 1.4 + listed if entries else 0)

    @property
    def _line(self) -> float:
        return self.setter.sized(self.style).size * 0.33

    def placed(self, x: float, y: float) -> tuple[Node, ...]:
        """Return legend and register; the chart ends at ``y``."""
        y += self.gap
        asked = self._block(Span(self.source.zin("wegwijzer-legenda"), "bold"), self.width)
        marks, right = legend(
            self.source,
            self.setter,
            {rij.regie for rij in self.rows.rijen},
            x + asked.natural + self.gap,
            y,
            self.style,
        )
        nodes = [Node("P", (asked.at(x, y),)), marks]
        if not self.rows.whole:
            rest = self._block(Span(self.source.zin("wegwijzer-rest"), colour=GREY), x + self.width - right)
            nodes.append(Node("P", (rest.at(right, y, align="right"),)))
        below = Box(x, y + self._line + self.gap * 1.4, self.width, _ENDLESS)
        return (*nodes, *self.numbers(register(self.source, self.rows), below)[0])

    def _block(self, span: Span, width: float) -> Block:
        return self.setter.block([span], self.style, width)

    def numbers(self, entries: Sequence[Entry], box: Box) -> tuple[tuple[Node, ...], float]:
        """Return names and numbers in columns of like height, and where the longest ends (mm)."""
        cells = box.columns(self.columns, self.gap * 1.8)
        gap = self.gap * 0.4
        blocks = [self.setter.block(list(_words(entry)), self.style, cells[0].w) for entry in entries]
        total = sum(block.height + gap for block in blocks)
        rows: list[Node] = []
        column, y, bottom = 0, box.y, box.y
        for entry, block in zip(entries, blocks, strict=True):
            if y - box.y + block.height / 2 > total / self.columns and column < self.columns - 1:
                column, y = column + 1, box.y
            text = block.at(cells[column].x, y, link=entry.link, about=entry.about)
            rows.append(Node("LI", (Node("LBody", (text,)),)))
            y += block.height + gap
            bottom = max(bottom, y - gap)
        return (Node("L", tuple(rows)),) if rows else (), bottom


def _words(entry: Entry) -> Iterable[Span]:
    yield Span(f"{entry.naam} ", "bold")
    if entry.noot:
        yield Span(f"{entry.noot} ")
    yield Span(entry.waarde, "bold" if is_number(entry) else None)
