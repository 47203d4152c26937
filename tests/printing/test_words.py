"""A text remembers how it is divided into lines, and says the same as one that is divided for the first time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.printing.layout.words import Span, Wording
from tests.printing.kits import FONTS, LANGE_MAIL, LANGE_NAAM

TEXTS = (
    LANGE_NAAM,
    f"Mail {LANGE_MAIL} of bel 06 12345678, van 9.00 tot 17.00 uur",
    "Een gesprek is vertrouwelijk. Er gebeurt niets zonder jouw toestemming.\nBehalve in uitzonderlijke gevallen.",
    "",
)


def a_text(content: str) -> Wording:
    return Wording(FONTS, (Span(content), Span(" vet", "bold")), "regular", "#000000")


@given(st.sampled_from(TEXTS), st.lists(st.floats(-10, 40_000), min_size=2, max_size=12))
def test_a_text_that_was_divided_before_gives_the_lines_of_a_new_one(content: str, widths: list[float]) -> None:
    used = a_text(content)
    for width in widths:
        assert used.divided(width).rows == a_text(content).divided(width).rows


@pytest.mark.parametrize("content", TEXTS)
def test_lines_change_exactly_where_a_word_begins_to_fit(content: str) -> None:
    """The width of every line that was ever set is where one division ends and another begins."""
    used = a_text(content)
    for start in range(1, 30_000, 500):
        for row in used.divided(float(start)).rows:
            for width in (row.width - 1e-6, row.width, row.width + 1e-6):
                assert used.divided(width).rows == a_text(content).divided(width).rows


def test_a_text_remembers_no_more_than_the_ways_in_which_it_can_be_divided() -> None:
    used = a_text(TEXTS[2])
    different = {used.divided(width / 3).rows for width in range(-300, 90_000)}
    assert 10 < len(different) < 100
    assert used.known <= 2 * len(different)
