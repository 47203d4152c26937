"""The cells of the chart: each text set within its column, first lines of a row level with each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.printing.chart.rows import Entry, Told
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.inks import BLACK

#: The room between a name and the number beside it (mm).
_BETWEEN: Final = 3.0
#: What a number may begin with.
_BEGINS: Final = frozenset("+0123456789")


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The sizes of a chart: styles, and in millimetres the room above and below a row, gutters and the last column.

    ``splits`` are divisions of the width over situation, first, next and outside, of which the lowest chart wins;
    with ``aside`` numbers stand beside names in a column of their own; ``most`` is the room that a row may get on top
    of its own where the sheet has it. Each sheet has one, which is equal to itself alone: it is part of many a key.
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
class Cells:
    """Sets the cells of a column ``width`` mm wide; ``reach`` is the width of the widest number.

    ``odd`` gathers texts that come out unlike their neighbours: smaller, because a word is wider than its column, or
    with the number below the name instead of beside it.
    """

    setter: Setter
    look: Look
    width: float
    reach: float
    odd: list[str] = field(default_factory=list)

    def title(self, titel: str) -> tuple[Piece, ...]:
        """Set the situation."""
        return (Piece(self._set(titel, self.look.title, self.width)),)

    def first(self, told: Told) -> tuple[Piece, ...]:
        """Set the contact to begin with."""
        return tuple(self._first(told))

    def _set(self, content: str, style: Style, width: float) -> Block:
        block = self.setter.block(content, style, width)
        if block.style.size < self.setter.sized(style).size:
            self.odd.append(content)
        return block

    def _first(self, told: Told) -> Iterator[Piece]:
        """Set the bold contact, who that is, the number beside or below it, and a few words."""
        entries = told.first
        if len(entries) == 2:
            pair = tuple(self._pair(entries))
            if pair:
                yield from pair
                return
            self.odd.append(entries[0].naam)
            entries = told.choice
        yield from self._one(entries[0], danger=told.rij.gevaar)

    def _one(self, entry: Entry, *, danger: bool) -> Iterator[Piece]:
        look, width = self.look, self.width
        number = is_number(entry)
        apart = self._apart(entry) if number else None
        room = width if apart is None else apart - _BETWEEN
        name = self._set(entry.naam, look.first.in_(BLACK), width if entry.wie else room)
        yield Piece(name)
        bottom, level = name.height, name.first_baseline
        if entry.wie:
            who = self._set(entry.wie, self._who, room)
            yield Piece(who, 0, bottom + self._gap)
            level = bottom + self._gap + who.first_baseline
            bottom += self._gap + who.height
        for text, style, link in (
            (entry.waarde, (look.danger if danger else look.number).in_(BLACK) if number else look.text, entry.link),
            (entry.noot, look.text, None),
        ):
            if not text:
                continue
            block = self._set(text, style, width - (apart or 0))
            dy = bottom + self._gap if apart is None else level - block.first_baseline
            yield Piece(block, apart or 0, dy, link, entry.about)
            apart, bottom = None, max(bottom, dy + block.height)

    def _pair(self, entries: Sequence[Entry]) -> Iterator[Piece]:
        """Set two advisors, each on a line: first name and number; nothing if that is too wide."""
        numbers = [self.setter.block(entry.waarde, self.look.number.in_(BLACK), self.width) for entry in entries]
        widest = max(self.reach if self.look.aside else 0, *(number.natural for number in numbers))
        apart = self.width - widest
        style = self.setter.sized(self.look.first)
        if max(self.setter.width(entry.naam, style) for entry in entries) > apart - _BETWEEN * 0.6:
            return
        y = 0.0
        for entry, number in zip(entries, numbers, strict=True):
            name = self.setter.block(entry.naam, self.look.first.in_(BLACK), apart)
            yield Piece(name, 0, y + number.first_baseline - name.first_baseline)
            yield Piece(number, apart, y, entry.link, entry.about)
            y += number.height + 2 * self._gap

    @property
    def _who(self) -> Style:
        return replace(self.look.first.in_(BLACK), weight="regular")

    def _apart(self, entry: Entry) -> float | None:
        """Return where a number begins beside its name (mm), or None: the name may take two lines, not more."""
        if not self.look.aside:
            return None
        apart = self.width - self.reach
        trial = replace(self, setter=Setter(self.setter.fonts, self.setter.shrink), odd=[])
        beside, style = (entry.wie, self._who) if entry.wie else (entry.naam, self.look.first)
        lines = trial._set(beside, style, apart - _BETWEEN).lines if apart > _BETWEEN else ()
        if not lines or trial.odd or len(lines) > 2:
            self.odd.append(beside)
            return None
        return apart

    def below(self, entries: Iterable[Entry]) -> tuple[Piece, ...]:
        """Set contacts one below the other: who else may help, or the help from outside."""
        pieces: list[Piece] = []
        for entry in entries:
            dy = pieces[-1].bottom + self._gap if pieces else 0
            block = self._set(entry.one_line, self.look.text, self.width)
            pieces.append(Piece(block, 0, dy, entry.link, entry.about))
        return tuple(pieces)

    @property
    def _gap(self) -> float:
        return self.setter.sized(self.look.text).size * 0.12 * self.setter.shrink


def is_number(entry: Entry) -> bool:
    """Tell whether a contact has a number, and not an address."""
    return entry.waarde[:1] in _BEGINS


def reach(setter: Setter, rows: Iterable[Told], look: Look) -> float:
    """Return the width of the widest number to begin with (mm)."""
    widths = [_BETWEEN]
    for row in rows:
        style = setter.sized(look.danger if row.rij.gevaar else look.number)
        numbers = [entry.waarde for entry in row.first if is_number(entry)]
        widths += [setter.width(number, style) + 0.1 for number in numbers]
    return max(widths)
