"""Numbers, dictionaries and arrays are written as reportlab writes them: a file does not tell who wrote which part."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfdoc

from generator.printing.pdf.written import array, dictionary, numbers

NAMES = st.text("ABCabc", min_size=1, max_size=4)
SIZES = st.one_of(
    st.floats(-20_000, 20_000),
    # Places on a page in points, with more figures than are written.
    st.integers(-(10**13), 10**13).map(lambda value: value / 10**9),
    st.integers(-(10**11), 10**11).map(lambda value: value / 10**9),
    st.integers(-10_000_000, 10_000_000),
    st.floats(-1e-6, 1e-6),
    st.sampled_from([10.0**power for power in range(-9, 7)]),
    st.floats(-2000, 2000).map(lambda value: round(value, 3)),
)


@given(st.lists(SIZES, min_size=1, max_size=4))
def test_numbers_are_written_as_reportlab_does(values: list[float]) -> None:
    assert numbers(*values) == fp_str(values)


@given(st.dictionaries(NAMES, st.integers(0, 99), max_size=15))
def test_a_dictionary_is_written_as_reportlab_does(entries: dict[str, int]) -> None:
    ours = dictionary((name, b"%d" % value) for name, value in sorted(entries.items()))
    assert ours == pdfdoc.PDFDictionary(entries).format(None)


@given(st.lists(st.integers(0, 999), max_size=32))
def test_an_array_is_written_as_reportlab_does(items: list[int]) -> None:
    assert array(b"%d" % item for item in items) == pdfdoc.PDFArray(items).format(None)
