"""Numbers that lost their zero get it back, and only where that gives a number that exists."""

from __future__ import annotations

import pytest

from generator.intake.phones import read_number, same_number
from generator.kit.phone import parse_phone

REPAIRED = [
    ("612345678", "06 12345678"),
    ("302345678", "030 2345678"),
    ("345123456", "0345 123456"),
    ("88 1234567", "088 1234567"),
    ("31612345678", "+31 6 12345678"),
    ("31302345678", "+31 30 2345678"),
    ("8000188", "0800-0188"),
]


@pytest.mark.parametrize(("typed", "meant"), REPAIRED)
def test_a_lost_zero_or_plus_is_put_back(typed: str, meant: str) -> None:
    number = read_number(typed)
    assert (number.text, number.repaired) == (meant, True)
    parse_phone(number.text)


@pytest.mark.parametrize(
    "typed", ["06 12345678", "0612345678", "+31 6 12345678", "112", "14 030", "12345", "3225551212"]
)
def test_a_number_that_lost_nothing_stays_as_typed(typed: str) -> None:
    number = read_number(typed)
    assert (number.text, number.repaired) == (typed, False)


def test_a_label_and_an_apostrophe_are_no_part_of_the_number() -> None:
    assert read_number("Tel.: 06 12345678").text == "06 12345678"
    assert read_number("'0612345678").text == "0612345678"


def test_a_number_that_a_spreadsheet_shortened_is_damaged() -> None:
    assert read_number("6,12346E+08").damaged


def test_grouping_makes_no_other_number() -> None:
    assert same_number("06 12345678", "06-12 34 56 78")
    assert not same_number("06 12345678", "06 12345679")
    assert not same_number("bel me", "bel me")
