"""Who is on the poster above the strips: face, name and number, for when the last strip is gone.

What stands beside each other has its rows at one height: a long name leaves room below its neighbour's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Node, Tag
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import face, field_words, role_words
from generator.printing.parts.source import Source
from generator.printing.parts.ways import Way, on_poster
from generator.printing.posters.designs import Frame

_Person = Vertrouwenspersoon


@dataclass(frozen=True, slots=True)
class _Plan:
    """How so many are placed.

    ``columns`` and the ``gutter`` between them (mm); type sizes in points; a face is between ``least`` and ``most``
    mm wide, and stands above its text or beside it. With ``label`` the number has a label.
    """

    columns: int
    gutter: float
    naam: float
    nummer: float
    tekst: float
    most: float
    least: float
    above: bool = False
    label: bool = False


_PLANS: Final = {
    1: _Plan(1, 0, 26, 36, 12, 62, 24, label=True),
    2: _Plan(2, 7, 17, 20, 11, 30, 18, label=True),
    3: _Plan(3, 7, 17, 18, 10.5, 48, 14, above=True),
    4: _Plan(2, 8, 17, 20, 10, 26, 13),
    5: _Plan(2, 8, 15, 17, 9.5, 21, 11),
    6: _Plan(2, 8, 15, 17, 9.5, 21, 11),
}
#: As many as go above the strips.
MOST: Final = max(_PLANS)
#: From a face to its text, and between two rows of advisors (mm).
_BESIDE: Final = 5.0
_ABOVE: Final = 4.0
_ROWS: Final = 4.0
#: How much smaller names may become to stay on one line.
_ONE_LINE: Final = 0.8


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of an advisor's text and the gap above it."""

    tag: Tag
    block: Block
    gap: float
    way: Way | None = None


_Entry = tuple[_Line, ...]


class Faces:
    """Advisors set for the room that a frame leaves; ``edge`` is where a field of colour behind them ends."""

    def __init__(self, source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> None:
        self._source, self._setter, self._frame = source, setter, frame
        self._plan = plan = _PLANS[len(personen)]
        self._cells = frame.body.columns(plan.columns, plan.gutter)
        self._rows = [personen[start : start + plan.columns] for start in range(0, len(personen), plan.columns)]
        s, count = setter.shrink, len(self._rows)
        room = (frame.body.h - _ROWS * s * (count - 1)) / count
        self._side = min(max(plan.most * s, plan.least), room, self._cells[0].w)
        width = self._cells[0].w - (0 if plan.above else self._side + _BESIDE)
        entries = _Setting(source, setter, plan, personen, width).entries()
        self._entries = [entries[start : start + plan.columns] for start in range(0, len(entries), plan.columns)]
        if plan.above:
            self._side = min(self._side, room - max(map(_height, self._levels())) - _ABOVE * s)
        longest = max((persoon.naam for persoon in personen), key=len)
        setter.need(longest, self._side, plan.least, Style(plan.naam))
        setter.need(longest, room, max(self._heights()), Style(plan.naam))
        spare = frame.body.h - sum(self._heights())
        self._gap = min(max(spare / (count + 1), _ROWS * s), spare / (count - 1), 8.0) if count > 1 else 0.0
        self._top = frame.body.y + max(spare - self._gap * (count - 1), 0) / 2

    def _levels(self) -> list[list[float]]:
        """Return for each row of advisors how high each row of their text is, gap included."""
        return [
            [max(line.gap + line.block.height for line in same) for same in zip(*row, strict=True)]
            for row in self._entries
        ]

    def _heights(self) -> list[float]:
        texts = map(_height, self._levels())
        if self._plan.above:
            return [self._side + _ABOVE * self._setter.shrink + text for text in texts]
        return [max(self._side, text) for text in texts]

    @property
    def edge(self) -> float:
        """Return where a field of colour behind the first row ends: above its text, halfway up its faces."""
        if self._plan.above:
            return self._top + self._side * 0.5
        return self._top + self._heights()[0] - _height(self._levels()[0]) - 3.0

    def nodes(self) -> Iterator[Node]:
        """Yield an element for each advisor."""
        y = self._top
        for personen, entries, levels, height in zip(
            self._rows, self._entries, self._levels(), self._heights(), strict=True
        ):
            for persoon, entry, cell in zip(personen, entries, self._cells, strict=False):
                place = Box(cell.x, y, self._side, self._side)
                if self._plan.above:
                    x, top = cell.x, y + height - _height(levels)
                else:
                    spare = height - _height(levels)
                    # On the edge of a field, text stands below it.
                    x, top = place.right + _BESIDE, y + (spare if self._frame.ring else spare / 2)
                    place = place.moved(0, (height - self._side) / 2)
                portrait = face(self._source, persoon, place, self._frame.face, self._frame.ring)
                yield Node("Div", (portrait, *_placed(entry, levels, x, top)))
            y += height + self._gap


def _height(levels: Sequence[float]) -> float:
    return sum(levels)


def _placed(entry: _Entry, levels: Sequence[float], x: float, y: float) -> Iterator[Node]:
    """Yield the rows of one text, each as high as the highest beside it."""
    for line, level in zip(entry, levels, strict=True):
        link, about = (line.way.link, line.way.about) if line.way else (None, "")
        yield Node(line.tag, (line.block.at(x, y + line.gap, link=link, about=about),))
        y += level


@dataclass(frozen=True, slots=True)
class _Setting:
    """Sets names and numbers alike for all, on one line each where that is possible."""

    source: Source
    setter: Setter
    plan: _Plan
    personen: Sequence[_Person]
    width: float

    def entries(self) -> list[_Entry]:
        """Return the text of each advisor."""
        names = [persoon.naam for persoon in self.personen]
        name = self._alike(names, Style(self.plan.naam, "bold", 1.1, self.source.inks.kop, 9))
        ways = [on_poster(self.source, persoon, 1)[0] for persoon in self.personen]
        numbers = [way.tekst for way in ways if way.soort == "nummer"]
        number = self._alike(numbers, Style(self.plan.nummer, "bold", 1.1, BLACK, 10.5))
        return [self._entry(*each, name, number) for each in zip(self.personen, ways, strict=True)]

    def _alike(self, texts: Sequence[str], style: Style) -> Style:
        """Return the largest style in which each text takes one line, unless it would be much smaller."""
        style = self.setter.sized(style)
        widest = max((self.setter.width(text, style) for text in texts), default=0.0)
        share = min(self.width / widest, 1.0) if widest else 1.0
        return style.to(max(style.least, style.size * share - 0.05)) if share >= _ONE_LINE else style

    def _entry(self, persoon: _Person, way: Way, name: Style, number: Style) -> _Entry:
        s, width = self.setter.shrink, self.width
        small = Style(self.plan.tekst, leading=1.25, colour=GREY, floor=8)
        # Both styles are as small already as this sheet's shrinking makes them.
        plain = Setter(self.setter.fonts)
        head = plain.block(persoon.naam, name, width, lines=4)
        if way.soort == "nummer":
            reach = plain.block(way.tekst, number, width, lines=1)
        else:
            reach = plain.block(way.tekst, self.setter.sized(Style(12, "bold", 1.15, BLACK, 9)), width, lines=3)
        self.setter.too_long += plain.too_long
        lines = [
            _Line("H2", head, 0),
            _Line("P", self.setter.block(self._role(persoon), small, width), 1.5 * s),
        ]
        if self.plan.label:
            lines.append(_Line("P", self.setter.block(way.label, small, width), 3.5 * s))
        return (*lines, _Line("P", reach, 2.2 * s, way))

    def _role(self, persoon: _Person) -> str:
        """Return who it is; on a line of its own what the work is limited to."""
        limited = field_words(self.source, persoon)
        role = role_words(self.source, persoon)
        return f"{role.removesuffix(f' · {limited}')}\n{limited}" if limited else role
