"""What stands below a chart: the legend of its marks, hard words, where to find more, and names and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.printing.chart.cells import is_number
from generator.printing.chart.marks import legend
from generator.printing.chart.rows import Entry, hard_words, register, rest_of
from generator.printing.chart.selection import Chosen
from generator.printing.layout.elements import Node
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Setter, Span, Style
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
        trial = replace(self, setter=Setter(self.setter.fonts, self.setter.shrink))
        return trial.laid(0, 0)[1]

    @property
    def _line(self) -> float:
        return self.setter.sized(self.style).size * 0.33

    def placed(self, x: float, y: float) -> tuple[Node, ...]:
        """Return legend, words and register; the chart ends at ``y``."""
        return self.laid(x, y)[0]

    def laid(self, x: float, y: float) -> tuple[tuple[Node, ...], float]:
        """Return legend, hard words, where more is told and the register from below ``y``, and where they end (mm)."""
        asked = self._block([Span(self.source.zin("wegwijzer-legenda"), "bold")], self.width)
        y += self.gap
        used = {rij.regie for rij in self.rows.rijen}
        marks, right = legend(self.source, self.setter, used, x + asked.natural + self.gap, y, self.style)
        nodes = [Node("P", (asked.at(x, y),)), marks]
        rest = None if self.rows.whole else rest_of(self.source)
        room = x + self.width - right
        beside = rest is not None and self.setter.width(rest.naam, self.setter.sized(self.style)) < room - 1
        if rest and beside:
            block = self._block([Span(rest.naam)], room)
            nodes.append(Node("P", (block.at(right, y, align="right", link=rest.link, about=rest.about),)))
        y += self._line
        for spans, entry in self._below(None if beside else rest):
            block = self._block(spans, self.width)
            y += self.gap * 0.6
            nodes.append(Node("P", (block.at(x, y, link=entry.link, about=entry.about),)))
            y += block.height
        entries = register(self.source, self.rows)
        if not entries:
            return tuple(nodes), y
        listed, bottom = self.numbers(entries, Box(x, y + self.gap, self.width, _ENDLESS))
        return (*nodes, *listed), bottom

    def _below(self, rest: Entry | None) -> Iterable[tuple[list[Span], Entry]]:
        """Yield the lines between the legend and the register: hard words, and the rest if it needs its own line."""
        words = hard_words(self.source, self.rows)
        if words:
            spans = [span for word, said in words for span in (Span(f"{word}: ", "bold"), Span(f"{said}. "))]
            yield [*spans[:-1], Span(spans[-1].text.rstrip())], Entry("")
        if rest:
            yield [Span(rest.naam)], rest

    def _block(self, spans: Sequence[Span], width: float) -> Block:
        return self.setter.block(spans, self.style, width)

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
