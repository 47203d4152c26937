"""Letters have the same codes in every file, and stand in parts of at most 256."""

from __future__ import annotations

import pytest

from generator.printing.pdf.alphabet import place, rows
from tests.printing.kits import FONTS


@pytest.mark.parametrize(
    ("letter", "part", "code"),
    [("A", 0, 0x41), ("é", 0, 0xE9), ("’", 0, 0x92), ("€", 0, 0x80), ("ı", 2, 0x31), ("ễ", 0x1F, 0xC5)],
)
def test_a_letter_has_a_part_and_a_code(letter: str, part: int, code: int) -> None:
    assert place(letter) == (part, code)


def test_no_two_letters_have_the_same_place() -> None:
    letters = [chr(number) for number in range(0x20, 0x3000)]
    assert len({place(letter) for letter in letters}) == len(letters)
    assert all(0 <= place(letter)[1] < 256 for letter in letters)


def test_pairs_of_letters_stand_at_their_own_distance() -> None:
    face = FONTS.face("regular")
    assert face.kern("T", "o") < 0
    assert rows("To nn", face) == ((0, f"[(T){-face.kern('T', 'o'):g}(o nn)]TJ"),)


def test_text_is_divided_where_the_next_letter_stands_in_another_part() -> None:
    parts = [part for part, _ in rows("Ayışe Nguyễn", FONTS.fallback("regular"))]
    assert parts == [0, 2, 0, 0x1F, 0]


def test_what_would_end_a_string_does_not() -> None:
    ((_, row),) = rows("a(\\", FONTS.face("bold"))
    assert row == "[(a\\(\\\\)]TJ"


def test_nothing_is_shown_for_nothing() -> None:
    assert rows("", FONTS.face("regular")) == ()
