"""How one advisor is reached, large: the first way over the whole width, the rest in columns below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Node
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.source import Source
from generator.printing.parts.ways import Way, on_poster
from generator.printing.posters.single_parts import CODE, LEFT, WIDTH, code


@dataclass(frozen=True, slots=True)
class _Detail:
    label: str
    text: str
    way: Way | None = None


def _details(source: Source, persoon: Vertrouwenspersoon) -> Iterator[_Detail]:
    for way in on_poster(source, persoon)[1:]:
        yield _Detail(way.label, way.tekst, way)
    if persoon.bereikbaar:
        yield _Detail(source.zin("een-wanneer"), persoon.bereikbaar)
    if persoon.locatie:
        yield _Detail(source.zin("een-waar"), persoon.locatie)


_Set = tuple[_Detail, Block, Block]


class Reach:
    """The number over the whole width, and below it the rest in columns, beside the code if ``code``."""

    def __init__(self, source: Source, setter: Setter, persoon: Vertrouwenspersoon, *, code: bool) -> None:
        self._source, self._setter, self._persoon, self._code = source, setter, persoon, code
        s = setter.shrink
        self._way = on_poster(source, persoon)[0]
        self._label = setter.block(self._way.label, Style(16, leading=1.2, colour=GREY, floor=11), WIDTH)
        number = self._way.soort == "nummer"
        style = Style(69, "extrabold", 1.0, BLACK, 30) if number else Style(34, "bold", 1.1, BLACK, 15)
        self._first = setter.block(self._way.tekst, style, WIDTH, lines=1 if number else 3)
        self._gap, self._below, self._between = 4 * s, 8 * s, 4 * s
        room = Box(LEFT, 0, WIDTH - (CODE + 9 if code else 0), 0)
        self._columns = room.columns(2 if code else 3, 8)
        self._rows = self._divided(tuple(self._set(detail) for detail in _details(source, persoon)))
        self._top = self._label.height + self._gap + self._first.height + self._below
        rest = max((self._column_height(column) for column in self._rows), default=0.0)
        self.height = self._top + max(rest, CODE + 5 if code else 0.0)

    def _set(self, detail: _Detail) -> _Set:
        width = self._columns[0].w
        label = self._setter.block(detail.label, Style(10, "bold", 1.2, GREY, 8.5), width)
        text = self._setter.block(detail.text, Style(12.5, leading=1.28, colour=BLACK, floor=10), width)
        return detail, label, text

    def _item_height(self, item: _Set) -> float:
        return item[1].height + 1.0 + item[2].height

    def _column_height(self, column: Sequence[_Set]) -> float:
        return sum(self._item_height(item) for item in column) + self._between * max(len(column) - 1, 0)

    def _divided(self, items: tuple[_Set, ...]) -> tuple[tuple[_Set, ...], ...]:
        """Divide the items in their order over the columns, so that the longest column is as short as may be."""
        count = min(len(self._columns), len(items))
        if not count:
            return ()
        ways = []
        for cuts in combinations(range(1, len(items)), count - 1):
            ends = (0, *cuts, len(items))
            ways.append(tuple(items[a:b] for a, b in pairwise(ends)))
        return min(ways, key=lambda columns: max(self._column_height(column) for column in columns))

    def nodes(self, y: float) -> tuple[Node, ...]:
        """Place it all with the label at ``y``."""
        way = self._way
        first = self._first.at(LEFT, y + self._label.height + self._gap, link=way.link, about=way.about)
        nodes = [Node("P", (self._label.at(LEFT, y), first))]
        top = y + self._top
        for box, column in zip(self._columns, self._rows, strict=False):
            at = top
            for item in column:
                nodes.append(self._item(item, box.x, at))
                at += self._item_height(item) + self._between
        if self._code:
            nodes.append(code(self._source, self._setter, self._persoon, LEFT + WIDTH - CODE - 2, y + self.height))
        return tuple(nodes)

    def _item(self, item: _Set, x: float, y: float) -> Node:
        detail, label, text = item
        link, about = (detail.way.link, detail.way.about) if detail.way else (None, "")
        return Node("P", (label.at(x, y), text.at(x, y + label.height + 1.0, link=link, about=about)))
