"""Text divided into words that are measured once, whatever size they are set in later.

Widths are in thousandths of the type size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import Final

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
class Part:
    """Letters of one weight and colour."""

    text: str
    weight: Weight
    colour: str


@dataclass(frozen=True, slots=True)
class Word:
    """Parts that stay together on a line; ``gap`` is the width of the space that follows, 0 if none does."""

    parts: tuple[Part, ...]
    width: float
    gap: float

    @property
    def space(self) -> bool:
        """Tell whether a space follows."""
        return self.gap > 0


# A page is tried in several sizes, and its words come back each time.
@lru_cache(maxsize=4096)
def paragraphs(fonts: Fonts, spans: tuple[Span, ...], weight: Weight, colour: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each paragraph; a line end in a text begins a new one."""
    found: list[list[Word]] = [[]]
    open_parts: list[Part] = []

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
                open_parts.append(Part(first, span.weight or weight, span.colour or colour))
                for text in rest:
                    close(space=False)
                    open_parts.append(Part(text, span.weight or weight, span.colour or colour))
    close(space=True)
    return tuple(tuple(words) for words in found)


def lines(fonts: Fonts, words: Sequence[Word], width: float) -> Iterator[list[Word]]:
    """Divide a paragraph into lines of at most ``width``, a word that is wider alone on its line."""
    line: list[Word] = []
    so_far = 0.0
    for word in _broken(fonts, words, width):
        if line and so_far + word.width > width:
            yield line
            line, so_far = [], 0.0
        line.append(word)
        so_far += word.width + word.gap
    yield line


def joined(words: Sequence[Word]) -> tuple[Part, ...]:
    """Return the words of one line as parts, those that look alike joined."""
    parts: list[Part] = []
    for index, word in enumerate(words):
        parts += word.parts
        if word.space and index < len(words) - 1:
            parts.append(Part(" ", word.parts[-1].weight, word.parts[-1].colour))
    return tuple(
        Part(drawn("".join(part.text for part in same)), weight, colour)
        for (weight, colour), same in groupby(parts, key=lambda part: (part.weight, part.colour))
    )


def measure(fonts: Fonts, parts: Sequence[Part]) -> float:
    """Return the width of parts beside each other."""
    return sum(fonts.width(part.text, part.weight) for part in parts)


def _word(fonts: Fonts, parts: tuple[Part, ...], *, space: bool) -> Word:
    return Word(parts, measure(fonts, parts), fonts.width(" ", parts[-1].weight) if space else 0.0)


def _broken(fonts: Fonts, words: Sequence[Word], width: float) -> Iterator[Word]:
    """Break an address that is wider than a line after its signs."""
    for word in words:
        fits = word.width <= width or len(word.parts) > 1
        pieces = [word.parts[0].text] if fits else _split(fonts, word.parts[0], width, 0)
        for index, piece in enumerate(pieces):
            last = index == len(pieces) - 1
            yield (
                word
                if len(pieces) == 1
                else _word(fonts, (replace(word.parts[0], text=piece),), space=word.space and last)
            )


def _split(fonts: Fonts, part: Part, width: float, tier: int) -> list[str]:
    """Break letters at the clearest places that are needed to get below ``width``."""
    if tier == len(_ADDRESS) or fonts.width(part.text, part.weight) <= width:
        return [part.text]
    pieces = [piece for piece in _ADDRESS[tier].split(part.text) if piece]
    return [small for piece in pieces for small in _split(fonts, replace(part, text=piece), width, tier + 1)]


def _bound(text: str) -> str:
    """Return the text with hours kept together on a line."""
    return _HOURS.sub(lambda found: found[0].replace(" ", _NBSP), text)
