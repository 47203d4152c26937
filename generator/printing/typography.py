"""Text becomes measured lines: wrapped, balanced, shrunk to a stated floor, and never cut off.

Sizes are in points, widths and heights in millimetres. The top of a block is the height of a capital, so that text
lines up with what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Final, Literal

from generator.printing.elements import Line, Run, Text
from generator.printing.fonts import Fonts, Weight, drawn
from generator.printing.geometry import POINTS, Box

Align = Literal["left", "centre", "right"]

#: Height of a capital above the baseline and depth of a tail below it, as parts of the type size.
CAPITAL: Final = 0.7
TAIL: Final = 0.22
#: The steps in which text shrinks.
_STEP: Final = 0.25

#: After these a line may end without a space: in a double name, a street, two words with a slash.
_HYPHEN: Final = re.compile(r"(?<=[^\W\d]{2}[-–/])(?=[^\W\d]{2})")
#: A mail address or a web address: a hyphen at the end of a line would leave open whether it belongs to it.
_IS_ADDRESS: Final = re.compile(r"@|\w{2}\.\w{2}")
#: Only where a word is wider than the line: in a mail address or a web address.
_ADDRESS: Final = re.compile(r"(?<=[@._/-])(?=\w)|(?=[@])")


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
        return replace(self, size=size)

    def in_(self, colour: str) -> Style:
        """Return the style in another colour."""
        return replace(self, colour=colour)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in a weight or a colour of its own; None takes the style's."""

    text: str
    weight: Weight | None = None
    colour: str | None = None


Content = str | Sequence[Span]


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text that does not fit in its place at the smallest size that is allowed."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    weight: Weight
    colour: str


@dataclass(frozen=True, slots=True)
class _Word:
    """Parts that stay together on a line; ``space`` tells whether a space follows."""

    parts: tuple[_Part, ...]
    space: bool

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Block:
    """Set lines that have no place yet."""

    lines: tuple[tuple[tuple[_Part, ...], float, bool], ...]
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

    def at(self, x: float, y: float, *, align: Align = "left", link: str | None = None, about: str = "") -> Text:
        """Return the text with its top left corner at a place; ``about`` says where a link leads."""
        shift = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        lines = []
        for index, (parts, width, space) in enumerate(self.lines):
            baseline = y + self.first_baseline + index * self.style.size * self.style.leading / POINTS
            runs = tuple(Run(part.text, part.weight, part.colour) for part in parts)
            lines.append(Line(x + shift * (self.width - width), baseline, width, runs, space))
        box = Box(x, y, self.width, self.height)
        return Text(box, tuple(lines), self.style.size, link, about)


@dataclass(slots=True)
class Setter:
    """Sets text in the given fonts; ``shrink`` makes everything smaller, each text as far as its floor.

    What does not fit is gathered in ``too_long``; the block is set nevertheless, so that all is found at once.
    """

    fonts: Fonts
    shrink: float = 1.0
    too_long: list[TooLong] = field(default_factory=list)

    def sized(self, style: Style) -> Style:
        """Return the style as it is under the present shrinking."""
        return style.to(max(style.least, style.size * self.shrink))

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
                self.too_long.append(TooLong(_plain(content), style.size))
                return block
            style = style.to(max(style.least, style.size - _STEP))

    def width(self, text: str, style: Style) -> float:
        """Return the width of one line in millimetres."""
        return self.fonts.width(text, style.weight) * style.size / 1000 / POINTS

    def need(self, text: str, have: float, want: float, style: Style) -> None:
        """Note that ``text`` wants more room than there is."""
        if want > have + 0.01:
            self.too_long.append(TooLong(text, style.size))

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
        lines: list[tuple[tuple[_Part, ...], float, bool]] = []
        widest = 0.0
        for paragraph in _paragraphs(content, style):
            for words in self._lines(paragraph, style.size, width):
                parts = tuple(_joined(words))
                measured = self._measure(parts, style.size)
                widest = max(widest, measured)
                lines.append((parts, measured, words[-1].space if words else True))
        return Block(tuple(lines), style, width, widest)

    def _lines(self, words: Sequence[_Word], size: float, width: float) -> Iterable[list[_Word]]:
        line: list[_Word] = []
        for word in self._broken(words, size, width):
            if line and self._measure(tuple(_joined([*line, word])), size) > width + 0.001:
                yield line
                line = []
            line.append(word)
        yield line

    def _broken(self, words: Sequence[_Word], size: float, width: float) -> Iterable[_Word]:
        """Break an address that is wider than a line after its signs."""
        for word in words:
            fits = len(word.parts) != 1 or self._measure(word.parts, size) <= width
            pieces = [word.text] if fits else _ADDRESS.split(word.text)
            if fits or len(pieces) < 2:
                yield word
                continue
            for index, piece in enumerate(pieces):
                yield _Word((replace(word.parts[0], text=piece),), word.space and index == len(pieces) - 1)

    def _measure(self, parts: tuple[_Part, ...], size: float) -> float:
        return sum(self.fonts.width(part.text, part.weight) for part in parts) * size / 1000 / POINTS


def _plain(content: Content) -> str:
    return content if isinstance(content, str) else "".join(span.text for span in content)


def _paragraphs(content: Content, style: Style) -> Iterable[list[_Word]]:
    """Divide content into words; a line end in it is kept."""
    spans = [Span(content)] if isinstance(content, str) else content
    paragraph: list[_Word] = []
    open_parts: list[_Part] = []

    def close(*, space: bool) -> None:
        if open_parts:
            paragraph.append(_Word(tuple(open_parts), space))
            open_parts.clear()

    for span in spans:
        weight, colour = span.weight or style.weight, span.colour or style.colour
        for piece in re.split(r"([ \n])", span.text):
            if piece == "\n":
                close(space=True)
                yield paragraph
                paragraph = []
            elif piece == " ":
                close(space=True)
            elif piece:
                first, *rest = [piece] if _IS_ADDRESS.search(piece) else _HYPHEN.split(piece)
                open_parts.append(_Part(first, weight, colour))
                for part in rest:
                    close(space=False)
                    open_parts.append(_Part(part, weight, colour))
    close(space=True)
    yield paragraph


def _joined(words: Sequence[_Word]) -> Iterable[_Part]:
    """Return the words of one line as parts, those that look alike joined."""
    parts: list[_Part] = []
    for index, word in enumerate(words):
        parts += word.parts
        if word.space and index < len(words) - 1:
            parts.append(replace(word.parts[-1], text=" "))
    for (weight, colour), same in groupby(parts, key=lambda part: (part.weight, part.colour)):
        yield _Part(drawn("".join(part.text for part in same)), weight, colour)
