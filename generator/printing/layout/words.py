"""Text divided into words that are measured once, whatever size they are set in later.

Widths are in thousandths of the type size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from math import inf
from typing import Final

from generator.printing.layout.elements import Run
from generator.printing.layout.fonts import Fonts, Weight, drawn

#: After these a line may end without a space: in a double name, a street, two words with a slash.
_HYPHEN: Final = re.compile(r"(?<=[^\W\d]{2}[-–/])(?=[^\W\d]{2})")
#: A mail address or a web address: a hyphen at the end of a line would leave open whether it belongs to it.
_IS_ADDRESS: Final = re.compile(r"@|\w{2}\.\w{2}")
#: Where an address may break that is wider than the line, the clearest place first: before a sign, so that nobody
#: takes a full stop for the end of a sentence, and last of all after a hyphen, which could be a hyphenation.
_ADDRESS: Final = (re.compile(r"(?=@)"), re.compile(r"(?=\.)|(?<=/)(?=\w)"), re.compile(r"(?<=[-_])(?=\w)"))
_NBSP: Final = "\u00a0"
#: Hours that belong together: ``9.00 tot 17.00 uur``.
_HOURS: Final = re.compile(r"(\d) (tot|–|-) (\d{1,2}[.:]\d{2})( uur)?")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in a weight or a colour of its own; None takes the style's."""

    text: str
    weight: Weight | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """Parts that stay together on a line; ``gap`` is the width of the space that follows, 0 if none does."""

    parts: tuple[Run, ...]
    width: float
    gap: float

    @property
    def space(self) -> bool:
        """Tell whether a space follows."""
        return self.gap > 0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a text: its parts, its width, and whether a word ends with it."""

    parts: tuple[Run, ...]
    width: float
    space: bool


@dataclass(slots=True)
class _Room:
    """A width to set lines in, and between which widths every answer that it gave would have been the same."""

    width: float
    low: float = -inf
    high: float = inf

    def holds(self, width: float) -> bool:
        """Tell whether something so wide fits."""
        if width <= self.width:
            self.low = max(self.low, width)
            return True
        self.high = min(self.high, width)
        return False


@dataclass(frozen=True, slots=True)
class Division:
    """The lines of a text at every width from ``low`` up to ``high``, and the width of the longest."""

    rows: tuple[Row, ...]
    natural: float
    low: float
    high: float


class Wording:
    """A text in words, and its divisions into lines as far as they have been asked for.

    A page is tried in several sizes and a chart in many widths, but a text has few divisions: each is made once.
    """

    def __init__(self, fonts: Fonts, spans: Iterable[Span], weight: Weight, colour: str) -> None:
        self._fonts = fonts
        self._paragraphs = _paragraphs(fonts, spans, weight, colour)
        self._known: list[Division] = []

    def divided(self, width: float) -> Division:
        """Return the lines of at most ``width``; a word that is wider stands alone on its line."""
        for known in self._known:
            if known.low <= width < known.high:
                return known
        room = _Room(width)
        rows = tuple(self._row(line) for words in self._paragraphs for line in _lines(self._fonts, words, room))
        # Their ranges do not meet, so there are never more of them than the text has ways to be divided.
        self._known.append(Division(rows, max(row.width for row in rows), room.low, room.high))
        return self._known[-1]

    @property
    def known(self) -> int:
        """How many divisions are remembered."""
        return len(self._known)

    def _row(self, line: Sequence[Word]) -> Row:
        parts = _joined(line)
        return Row(parts, _measure(self._fonts, parts), line[-1].space if line else True)


# The texts of two or three kits in all their styles: what all kits share stays, what one kit says goes out in time.
@lru_cache(maxsize=1024)
def wording(fonts: Fonts, content: str | tuple[Span, ...], weight: Weight, colour: str) -> Wording:
    """Return a text in words; a style gives the spans that have none their weight and colour."""
    return Wording(fonts, (Span(content),) if isinstance(content, str) else content, weight, colour)


def _paragraphs(fonts: Fonts, spans: Iterable[Span], weight: Weight, colour: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each paragraph; a line end in a text begins a new one."""
    found: list[list[Word]] = [[]]
    open_parts: list[Run] = []

    def close(*, space: bool) -> None:
        if open_parts:
            found[-1].append(_word(fonts, tuple(open_parts), space=space))
            open_parts.clear()

    for span in spans:
        for piece in re.split(r"([ \n])", _bound(span.text)):
            if piece == "\n":
                close(space=True)
                found.append([])
            elif piece == " ":
                close(space=True)
            elif piece:
                first, *rest = [piece] if _IS_ADDRESS.search(piece) else _HYPHEN.split(piece)
                open_parts.append(Run(first, span.weight or weight, span.colour or colour))
                for text in rest:
                    close(space=False)
                    open_parts.append(Run(text, span.weight or weight, span.colour or colour))
    close(space=True)
    return tuple(tuple(words) for words in found)


def _lines(fonts: Fonts, words: Sequence[Word], room: _Room) -> Iterator[list[Word]]:
    """Divide a paragraph into lines, a word that is wider than the room alone on its line."""
    line: list[Word] = []
    so_far = 0.0
    for word in _broken(fonts, words, room):
        if line and not room.holds(so_far + word.width):
            yield line
            line, so_far = [], 0.0
        line.append(word)
        so_far += word.width + word.gap
    yield line


def _joined(words: Sequence[Word]) -> tuple[Run, ...]:
    """Return the words of one line as parts, those that look alike joined."""
    parts: list[Run] = []
    for index, word in enumerate(words):
        parts += word.parts
        if word.space and index < len(words) - 1:
            parts.append(Run(" ", word.parts[-1].weight, word.parts[-1].colour))
    return tuple(
        Run(drawn("".join(part.text for part in same)), weight, colour)
        for (weight, colour), same in groupby(parts, key=lambda part: (part.weight, part.colour))
    )


def _measure(fonts: Fonts, parts: Sequence[Run]) -> float:
    """Return the width of parts beside each other."""
    return sum(fonts.width(part.text, part.weight) for part in parts)


def _word(fonts: Fonts, parts: tuple[Run, ...], *, space: bool) -> Word:
    return Word(parts, _measure(fonts, parts), fonts.width(" ", parts[-1].weight) if space else 0.0)


def _broken(fonts: Fonts, words: Sequence[Word], room: _Room) -> Iterator[Word]:
    """Break an address that is wider than a line after its signs."""
    for word in words:
        if room.holds(word.width) or len(word.parts) > 1:
            yield word
            continue
        pieces = _split(fonts, word.parts[0], room, 0)
        for index, piece in enumerate(pieces):
            last = index == len(pieces) - 1
            yield (
                word
                if len(pieces) == 1
                else _word(fonts, (replace(word.parts[0], text=piece),), space=word.space and last)
            )


def _split(fonts: Fonts, part: Run, room: _Room, tier: int) -> list[str]:
    """Break letters at the clearest places that are needed to get within the room."""
    if tier == len(_ADDRESS) or room.holds(fonts.width(part.text, part.weight)):
        return [part.text]
    pieces = [piece for piece in _ADDRESS[tier].split(part.text) if piece]
    return [small for piece in pieces for small in _split(fonts, replace(part, text=piece), room, tier + 1)]


def _bound(text: str) -> str:
    """Return the text with hours kept together on a line."""
    return _HOURS.sub(lambda found: found[0].replace(" ", _NBSP), text)
