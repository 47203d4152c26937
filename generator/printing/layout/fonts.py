"""The typefaces of the printables: which letters they have, how wide letters are, which pairs move closer.

Files, sources and licences: ``theme/print/fonts``. A face is parsed once in a process, and the fallback family
only when a letter asks for it. Widths and kerning are in thousandths of the type size.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

from reportlab.pdfbase.ttfonts import TTFont

Weight = Literal["regular", "bold", "extrabold"]

_FAMILY: Final[Mapping[Weight, str]] = {
    "regular": "AtkinsonHyperlegibleNext-Regular",
    "bold": "AtkinsonHyperlegibleNext-Bold",
    "extrabold": "AtkinsonHyperlegibleNext-ExtraBold",
}
_FALLBACK: Final[Mapping[Weight, str]] = {
    "regular": "NotoSans-Regular",
    "bold": "NotoSans-Bold",
    "extrabold": "NotoSans-Bold",
}
#: A space of any width that may or may not break is drawn as the font's own space.
_SPACES: Final = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2011": "-", "\u00ad": ""}


@dataclass(frozen=True)
class Face:
    """One parsed font file. ``font`` belongs to the canvas, which alone knows reportlab's inside."""

    name: str
    path: Path
    font: TTFont = field(repr=False, compare=False)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters that the face can draw."""
        return frozenset(map(chr, self.font.face.charToGlyph))

    def has(self, letter: str) -> bool:
        """Tell whether the face can draw the letter."""
        return letter in self.letters

    def width(self, letter: str) -> float:
        """Return the advance of a letter in thousandths of the type size."""
        return float(self.font.face.getCharWidth(ord(letter)))

    def kern(self, left: str, right: str) -> float:
        """Return how much closer (negative) or further apart a pair stands."""
        glyphs = self.font.face.charToGlyph
        return self.pairs.get((glyphs.get(ord(left), 0), glyphs.get(ord(right), 0)), 0.0)

    def run_width(self, text: str) -> float:
        """Return the width of letters with the kerning between them."""
        widths, other = self.font.face.charWidths, self.font.face.defaultWidth
        return sum(float(widths.get(ord(letter), other)) + kern for letter, kern in advance(text, self))

    @cached_property
    def pairs(self) -> Mapping[tuple[int, int], float]:
        """The kerning pairs by glyph."""
        return MappingProxyType(_kerning(self.path.read_bytes()))


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that one face draws, and how wide they are in thousandths of the type size."""

    text: str
    face: Face
    width: float


@dataclass(frozen=True)
class Fonts:
    """The family for reading, and the fallback for letters that it lacks."""

    folder: Path

    def __hash__(self) -> int:
        """Return the folder's hash, computed once: fonts are part of the key of whatever is measured."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(self.folder)

    def __eq__(self, other: object) -> bool:
        """Tell whether the other reads the same folder."""
        return self is other or (isinstance(other, Fonts) and self.folder == other.folder)

    def face(self, weight: Weight) -> Face:
        """Return the family's face of a weight."""
        return _load(self, _FAMILY[weight])

    def fallback(self, weight: Weight) -> Face:
        """Return the fallback's face of a weight."""
        return _load(self, _FALLBACK[weight])

    def pieces(self, text: str, weight: Weight) -> tuple[Piece, ...]:
        """Divide text by face; a word is drawn whole in one face, because mixed letters read badly."""
        return _pieces(self, text, weight)

    def divided(self, text: str, weight: Weight) -> Iterator[tuple[str, Face]]:
        """Yield stretches of text, each with the face that draws it."""
        main = self.face(weight)
        letters = drawn(text)
        if main.letters.issuperset(letters):
            return iter([(letters, main)] if letters else [])
        words = (part for word in _words(letters) for part in self._faces(word, main, weight))
        return (("".join(part for part, _ in same), face) for face, same in groupby(words, key=itemgetter(1)))

    def _faces(self, word: str, main: Face, weight: Weight) -> Iterator[tuple[str, Face]]:
        if main.letters.issuperset(word):
            yield word, main
            return
        other = self.fallback(weight)
        if other.letters.issuperset(word):
            yield word, other
            return
        for letter in word:
            yield letter, main if main.has(letter) else other

    def width(self, text: str, weight: Weight) -> float:
        """Return the width of a text on one line, in thousandths of the type size."""
        return sum(piece.width for piece in _pieces(self, text, weight))

    def missing(self, text: str, weight: Weight = "regular") -> tuple[str, ...]:
        """Return the letters that neither the family nor the fallback can draw, each once.

        A mark that makes no letter with the one before it would be drawn over it.
        """
        letters = dict.fromkeys(drawn(text))
        return tuple(letter for letter in letters if unicodedata.combining(letter) or not self._draws(letter, weight))

    def _draws(self, letter: str, weight: Weight) -> bool:
        return self.face(weight).has(letter) or self.fallback(weight).has(letter)


# What is measured is kept under its fonts: those of one folder are told to be the same at a glance.
@lru_cache(maxsize=8)
def fonts_in(folder: Path) -> Fonts:
    """Return the fonts of a folder, the same ones each time."""
    return Fonts(folder)


def drawn(text: str) -> str:
    """Return the letters that are put on paper for a text: composed forms, and one kind of space."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(_SPACES.get(letter, letter) for letter in composed)


def advance(text: str, face: Face) -> Iterator[tuple[str, float]]:
    """Yield each letter with the kerning towards the next one, in thousandths of the type size."""
    numbers, kern = face.font.face.charToGlyph, face.pairs.get
    glyphs = [numbers.get(ord(letter), 0) for letter in text]
    return zip(text, [*[kern(pair, 0.0) for pair in pairwise(glyphs)], 0.0], strict=False)


# The words and lines of two or three kits: what all kits share stays, what one kit says goes out in time.
@lru_cache(maxsize=2048)
def _pieces(fonts: Fonts, text: str, weight: Weight) -> tuple[Piece, ...]:
    return tuple(Piece(part, face, face.run_width(part)) for part, face in fonts.divided(text, weight))


# Six files a family; tests and a preview may read more than one folder.
@lru_cache(maxsize=32)
def _load(fonts: Fonts, name: str) -> Face:
    path = fonts.folder / f"{name}.ttf"
    return Face(path.stem, path, TTFont(path.stem, str(path), asciiReadable=False))


def _words(text: str) -> Iterator[str]:
    """Yield words and the spaces between them."""
    word = ""
    for letter in text:
        if letter == " ":
            if word:
                yield word
            yield letter
            word = ""
        else:
            word += letter
    if word:
        yield word


def _kerning(data: bytes) -> dict[tuple[int, int], float]:
    """Read the pairs of a ``kern`` table, version 0 format 0 (OpenType specification, 'kern - Kerning')."""
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {data[at : at + 4]: struct.unpack_from(">LL", data, at + 8) for at in range(12, 12 + 16 * count, 16)}
    units = struct.unpack_from(">H", data, tables[b"head"][0] + 18)[0]
    pairs: dict[tuple[int, int], float] = {}
    if b"kern" in tables:
        offset = tables[b"kern"][0]
        (number,) = struct.unpack_from(">H", data, offset + 2)
        offset += 4
        for _ in range(number):
            _, length, _, amount = struct.unpack_from(">HHHH", data, offset)
            for left, right, value in struct.iter_unpack(">HHh", data[offset + 14 : offset + 14 + 6 * amount]):
                pairs[left, right] = value * 1000 / units
            offset += length
    return pairs
