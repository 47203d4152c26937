"""Values are written so that another program reads the same: numbers, and strings in whatever letters."""

from __future__ import annotations

import io
import re
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from pypdf.generic import read_object

from generator.printing.pdf.written import array, numbers, reference, string, text

SIZES = st.one_of(
    st.floats(-20_000, 20_000),
    st.integers(-10_000_000, 10_000_000),
    st.floats(-1e-3, 1e-3),
    st.sampled_from([10.0**power for power in range(-9, 7)]),
)


@given(st.lists(SIZES, min_size=1, max_size=4))
def test_numbers_are_close_enough_and_written_without_an_exponent(values: list[float]) -> None:
    written = numbers(*values).split(" ")
    assert all(re.fullmatch(r"-?\d+(\.\d{1,4})?", figures) for figures in written)
    assert all(abs(float(figures) - value) <= 0.00005001 for figures, value in zip(written, values, strict=True))


def test_a_number_has_no_figure_that_says_nothing() -> None:
    assert numbers(12, 0.5, -0.00001, 120.25, 100) == "12 0.5 0 120.25 100"


def read(written: str) -> Any:
    """Return a value as another program reads it."""
    return read_object(io.BytesIO(written.encode("latin-1") + b" "), None)


@given(st.text(max_size=40))
@example("\u00ad")
def test_text_comes_back_in_whatever_letters(value: str) -> None:
    assert read(text(value)) == value


def test_western_text_takes_one_byte_a_letter() -> None:
    assert text("Café (Tiel)") == "(Café \\(Tiel\\))"
    assert text("’s Avonds").startswith("(\u00fe\u00ff")


@given(st.binary(max_size=40))
def test_a_string_of_bytes_comes_back(value: bytes) -> None:
    assert read(string(value.decode("latin-1"))).original_bytes == value


def test_an_array_holds_its_items_as_they_are_written() -> None:
    assert array(map(reference, (3, 12))) == "[3 0 R 12 0 R]"
