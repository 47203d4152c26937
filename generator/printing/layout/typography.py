"""Text becomes measured lines: wrapped, balanced, shrunk to a stated floor, and never cut off.

Sizes are in points, widths and heights in millimetres. The top of a block is the height of a capital, so that text
lines up with what stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from generator.printing.layout.elements import Line, Text
from generator.printing.layout.fonts import Fonts, Weight
from generator.printing.layout.geometry import POINTS, Box
from generator.printing.layout.words import Row, Span, wording

__all__ = ["Align", "Block", "Content", "NoRoom", "Setter", "Span", "Style", "TooLong"]

Align = Literal["left", "centre", "right"]
#: How much of the room that a line leaves stands to the left of it.
_SHIFTS: Final[Mapping[Align, float]] = {"left": 0.0, "centre": 0.5, "right": 1.0}

#: Height of a capital above the baseline and depth of a tail below it, as parts of the type size.
CAPITAL: Final = 0.7
TAIL: Final = 0.22
#: The steps in which text shrinks.
_STEP: Final = 0.25


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks: ``size`` and ``floor`` in points, ``leading`` as a multiple of the size."""

    size: float
    weight: Weight = "regular"
    leading: float = 1.35
    colour: str = "#000000"
    floor: float | None = None

    @property
    def least(self) -> float:
        """The smallest size that this text may have."""
        return self.size if self.floor is None else min(self.floor, self.size)

    def to(self, size: float) -> Style:
        """Return the style at another size."""
        return self if size == self.size else Style(size, self.weight, self.leading, self.colour, self.floor)

    def in_(self, colour: str) -> Style:
        """Return the style in another colour."""
        return Style(self.size, self.weight, self.leading, colour, self.floor)


Content = str | Sequence[Span]


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text that does not fit in its place at the smallest size that is allowed."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class Block:
    """Set lines that have no place yet; the longest of them is ``natural`` mm wide."""

    lines: tuple[Row, ...]
    style: Style
    width: float
    natural: float

    @property
    def height(self) -> float:
        """From the top of the first capital to below the last tail."""
        return self.style.size * (CAPITAL + TAIL + (len(self.lines) - 1) * self.style.leading) / POINTS

    @property
    def first_baseline(self) -> float:
        """From the top of the block to the first line's feet."""
        return self.style.size * CAPITAL / POINTS

    def line_width(self, row: Row) -> float:
        """Return the width of one of the lines in millimetres."""
        return row.width * _unit(self.style)

    def at(self, x: float, y: float, *, align: Align = "left", link: str | None = None, about: str = "") -> Text:
        """Return the text with its top left corner at a place; ``about`` says where a link leads."""
        shift, first, size, unit = _SHIFTS[align], y + self.first_baseline, self.style.size, _unit(self.style)
        lines = []
        for index, row in enumerate(self.lines):
            width = row.width * unit
            baseline = first + index * size * self.style.leading / POINTS
            lines.append(Line(x + shift * (self.width - width), baseline, width, row.parts, row.space))
        box = Box(x, y, self.width, self.height)
        return Text(box, tuple(lines), self.style.size, link, about)


class NoRoom(Exception):
    """Something does not fit where only the whole counts (``Setter.trial``).

    ``short`` is how many times the room that there is was asked for, as far as anybody told; 1 if nobody did.
    """

    def __init__(self, short: float = 1.0) -> None:
        super().__init__(short)
        self.short = short


@dataclass(slots=True)
class Setter:
    """Sets text in the given fonts; ``shrink`` makes everything smaller, each text as far as its floor.

    What does not fit is gathered in ``too_long``; the block is set nevertheless, so that all is found at once. A
    ``trial`` is thrown away if anything does not fit, and ends there: it raises ``NoRoom``.
    """

    fonts: Fonts
    shrink: float = 1.0
    trial: bool = False
    too_long: list[TooLong] = field(default_factory=list)

    def blame(self, *excess: TooLong, short: float = 1.0) -> None:
        """Note what does not fit, if anything; ``short`` goes with the ``NoRoom`` of a trial."""
        self.too_long += excess
        if self.trial and self.too_long:
            raise NoRoom(short)

    def sized(self, style: Style) -> Style:
        """Return the style as it is under the present shrinking."""
        return style if self.shrink == 1 else style.to(max(style.least, style.size * self.shrink))

    def block(
        self, content: Content, style: Style, width: float, *, lines: int | None = None, balance: bool = False
    ) -> Block:
        """Set ``content`` within ``width``, in at most ``lines`` lines; too much of it is made smaller."""
        style = self.sized(style)
        while True:
            block = self._wrapped(content, style, width)
            if block.natural <= width + 0.001 and (lines is None or len(block.lines) <= lines):
                return self._balanced(block, content) if balance else block
            if style.size <= style.least:
                self.blame(TooLong(_plain(content), style.size))
                return block
            style = style.to(max(style.least, style.size - _STEP))

    def width(self, text: str, style: Style) -> float:
        """Return the width of one line in millimetres."""
        return self.fonts.width(text, style.weight) * style.size / 1000 / POINTS

    def need(self, text: str, have: float, want: float, style: Style, *, whole: bool = False) -> None:
        """Note that ``text`` wants more room than there is; ``whole`` if these are heights that shrink with it."""
        if want > have + 0.01:
            self.blame(TooLong(text, style.size), short=want / have if whole and have > 0 else 1.0)

    def _balanced(self, block: Block, content: Content) -> Block:
        """Return the narrowest setting with as many lines: no short last line in a headline."""
        if len(block.lines) < 2:
            return block
        low, high = block.width * 0.4, block.width
        best = block
        while high - low > 0.5:
            middle = (low + high) / 2
            tried = self._wrapped(content, block.style, middle)
            if len(tried.lines) == len(block.lines) and tried.natural <= middle:
                best, high = tried, middle
            else:
                low = middle
        return replace(best, width=block.width)

    def _wrapped(self, content: Content, style: Style, width: float) -> Block:
        text = content if isinstance(content, str) else tuple(content)
        unit = _unit(style)
        found = wording(self.fonts, text, style.weight, style.colour).divided((width + 0.001) / unit)
        return Block(found.rows, style, width, found.natural * unit)


def _plain(content: Content) -> str:
    return content if isinstance(content, str) else "".join(span.text for span in content)


def _unit(style: Style) -> float:
    """Return how many millimetres a thousandth of the type size is."""
    return style.size / 1000 / POINTS
