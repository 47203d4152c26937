"""Fonts in the file: only the letters that were drawn, each with what it means."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from generator.printing.layout.fonts import Face
from generator.printing.pdf.alphabet import WESTERN, place
from generator.printing.pdf.file import File
from generator.printing.pdf.meaning import to_unicode
from generator.printing.pdf.subset import subset
from generator.printing.pdf.written import numbers, reference

_FIRST: Final = "".join(WESTERN)


@dataclass(slots=True)
class Part:
    """A part of a face (see ``alphabet``) that a file draws with: its name, its number, and the texts drawn."""

    face: Face
    part: int
    name: str
    number: int
    texts: list[str] = field(default_factory=list)

    @property
    def letters(self) -> str:
        """The letters that were drawn, in the order of their codes."""
        places = {letter: place(letter) for letter in set().union(*self.texts)}
        return "".join(sorted((letter for letter in places if places[letter][0] == self.part), key=places.__getitem__))


class Typefaces:
    """The faces that a file draws with."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._parts: dict[tuple[str, int], Part] = {}

    def part(self, face: Face, part: int, text: str) -> Part:
        """Return the part of a face that draws letters of a text."""
        used = self._parts.get((face.name, part))
        if used is None:
            used = Part(face, part, f"/F{len(self._parts)}", self._file.reserve())
            self._parts[face.name, part] = used
        used.texts.append(text)
        return used

    def finish(self) -> None:
        """Put everything that was drawn with in the file."""
        meanings: dict[str, int] = {}
        for part in self._parts.values():
            letters = part.letters
            # Faces have their first part in common: what its letters mean is said once for all of them.
            said = letters if part.part else _FIRST
            if said not in meanings:
                meanings[said] = self._file.stream("/Filter/FlateDecode", to_unicode(said))
            self._file.put(part.number, self._font(part.face, letters, meanings[said]))

    def _font(self, face: Face, letters: str, meaning: int) -> str:
        """Return a font's dictionary (section 9.6.3)."""
        font, made = face.font.face, _embedded(face, letters)
        program = self._file.stream(f"/Length1 {made.length}/Filter/FlateDecode", made.packed)
        # Flags: symbolic, because its letters have codes of their own.
        descriptor = self._file.add(
            f"<</Type/FontDescriptor/FontName{made.name}/Flags 4/FontBBox[{numbers(*font.bbox)}]/ItalicAngle 0"
            f"/Ascent {numbers(font.ascent)}/Descent {numbers(font.descent)}/CapHeight {numbers(font.capHeight)}"
            f"/StemV {numbers(font.stemV)}/MissingWidth {numbers(font.defaultWidth)}/FontFile2 {reference(program)}>>"
        )
        return (
            f"<</Type/Font/Subtype/TrueType/BaseFont{made.name}/FirstChar {made.first}/LastChar {made.last}"
            f"/Widths[{made.widths}]/ToUnicode {reference(meaning)}/FontDescriptor {reference(descriptor)}>>"
        )


@dataclass(frozen=True, slots=True)
class _Embedded:
    """A font with some letters alone: its name, its first and last code with the widths from one to the other.

    ``packed`` is the program itself, compressed, and ``length`` how long it was before that.
    """

    name: str
    first: int
    last: int
    widths: str
    length: int
    packed: bytes


# Sheets of one kit, and of kits that resemble each other, draw the same letters.
@lru_cache(maxsize=128)
def _embedded(face: Face, letters: str) -> _Embedded:
    font = face.font.face
    codes = [place(letter)[1] for letter in letters]
    glyphs = {code: font.charToGlyph.get(ord(letter), 0) for code, letter in zip(codes, letters, strict=True)}
    widths = {code: face.width(letter) for code, letter in zip(codes, letters, strict=True)}
    program = subset(font, glyphs)
    return _Embedded(
        name=f"/{_tag(letters)}+{face.name}",
        first=codes[0],
        last=codes[-1],
        widths=numbers(*[widths.get(code, 0) for code in range(codes[0], codes[-1] + 1)]),
        length=len(program),
        packed=zlib.compress(program),
    )


def _tag(letters: str) -> str:
    """Return six capitals that name a subset by its letters (section 9.6.4): other letters, another font."""
    number = int.from_bytes(hashlib.sha256(letters.encode()).digest()[:8], "big")
    return "".join(chr(65 + number // 26**power % 26) for power in range(6))
