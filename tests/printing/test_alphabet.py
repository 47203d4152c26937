"""Letters are numbered as they come, also where a font has more of them than one part can hold."""

from __future__ import annotations

from typing import Any

from generator.printing.pdf.alphabet import Alphabet


class SmallFont:
    """A font whose parts hold two letters each."""

    def __init__(self) -> None:
        self.letters: list[str] = []

    def splitString(self, text: str, _document: Any) -> list[tuple[int, bytes]]:  # noqa: N802  # reportlab's name
        self.letters.append(text)
        part, number = divmod(len(self.letters) - 1, 2)
        return [(part, bytes([number]))]


def test_letters_of_one_part_stand_together_in_the_order_of_the_text() -> None:
    alphabet = Alphabet(SmallFont(), None)
    assert list(alphabet.numbered("abba")) == [(0, "00010100")]


def test_text_is_divided_where_the_next_letter_stands_in_another_part() -> None:
    alphabet = Alphabet(SmallFont(), None)
    assert list(alphabet.numbered("abcda")) == [(0, "0001"), (1, "0001"), (0, "00")]


def test_a_letter_is_asked_for_once_and_keeps_its_number() -> None:
    font = SmallFont()
    alphabet = Alphabet(font, None)
    assert list(alphabet.numbered("ba")) == [(0, "0001")]
    assert list(alphabet.numbered("ab")) == [(0, "0100")]
    assert font.letters == ["b", "a"]
