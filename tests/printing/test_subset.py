"""A font with some letters alone draws them as the whole font does, by another reader of fonts."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from generator.printing.layout.fonts import Face
from generator.printing.pdf.subset import subset
from tests.printing.kits import FONTS

FACES = [FONTS.face("regular"), FONTS.face("extrabold"), FONTS.fallback("regular")]
#: Letters that are one outline, that consist of others, and none.
LETTERS = "AgQ8é.Åö "


def a_subset(face: Face, letters: str = LETTERS) -> bytes:
    glyphs = face.font.face.charToGlyph
    return subset(face.font.face, {ord(letter): glyphs[ord(letter)] for letter in letters})


def tables(program: bytes) -> dict[bytes, bytes]:
    count = struct.unpack_from(">H", program, 4)[0]
    rows = [struct.unpack_from(">4sIII", program, 12 + 16 * at) for at in range(count)]
    return {tag: program[start : start + length] for tag, _, start, length in rows}


def drawn(font: ImageFont.FreeTypeFont, letter: str) -> Image.Image:
    picture = Image.new("1", (1400, 1400))
    ImageDraw.Draw(picture).text((100, 1000), letter, font=font, anchor="ls", fill=1)
    return picture


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_letters_look_and_advance_as_in_the_whole_font(face: Face) -> None:
    whole = ImageFont.truetype(str(face.path), 1000, layout_engine=ImageFont.Layout.BASIC)
    # The codes of a font that is part of a PDF belong to it alone; FreeType takes them for those of an old Macintosh.
    part = ImageFont.truetype(io.BytesIO(a_subset(face)), 1000, encoding="armn", layout_engine=ImageFont.Layout.BASIC)
    for letter in LETTERS:
        ours, theirs = drawn(part, letter), drawn(whole, letter)
        # FreeType moves edges to whole pixels, by what other letters of the font it sees.
        different = ImageChops.logical_xor(ours, theirs).histogram()[255]
        assert different <= 0.02 * theirs.histogram()[255], letter
        assert part.getlength(letter) == whole.getlength(letter), letter


def test_other_letters_are_not_in_it() -> None:
    face = FONTS.face("regular")
    small, large = a_subset(face, "A"), a_subset(face, "ABCDEFGH")
    assert len(tables(small)[b"glyf"]) < len(tables(large)[b"glyf"]) < len(tables(face.path.read_bytes())[b"glyf"])
    assert struct.unpack_from(">H", tables(small)[b"maxp"], 4)[0] == 2


def test_a_font_has_what_a_pdf_needs_and_no_more() -> None:
    assert set(tables(a_subset(FONTS.face("bold")))) == {b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"}


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_the_sums_are_right(face: Face) -> None:
    program = a_subset(face)
    words = struct.unpack(f">{len(program) // 4}I", program)
    assert sum(words) & 0xFFFFFFFF == 0xB1B0AFBA
    rows = [struct.unpack_from(">4sIII", program, 12 + 16 * at) for at in range(7)]
    for tag, summed, start, length in rows:
        table = bytearray(program[start : start + length])
        if tag == b"head":
            table[8:12] = bytes(4)
        table += bytes(-len(table) % 4)
        assert sum(struct.unpack(f">{len(table) // 4}I", table)) & 0xFFFFFFFF == summed, tag
