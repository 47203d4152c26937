"""A page gets the largest size at which all fits, however the sizes are tried."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.printing.layout.elements import Page
from generator.printing.layout.geometry import A4
from generator.printing.layout.typography import Setter, Style, TooLong
from generator.printing.parts.source import fitted
from tests.printing.kits import FONTS

ROOM = 100.0
#: From large to small, as pages shrink.
SIZES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55)
SMALLEST = 0.5


def a_page(tried: list[float], height: Callable[[float], float], *, whole: bool = True) -> Callable[[Setter], Page]:
    """Return a composer of a page that is ``height(shrink)`` mm high, which notes the sizes that it is tried in."""

    def compose(setter: Setter) -> Page:
        tried.append(setter.shrink)
        setter.need("tekst", ROOM, height(setter.shrink), Style(12), whole=whole)
        return Page(A4, ())

    return compose


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("growth", [0.5, 1.0, 2.0, 4.0])
@pytest.mark.parametrize("largest", SIZES)
def test_the_largest_size_that_fits_is_taken_however_fast_the_page_shrinks(
    largest: float, growth: float, whole: bool
) -> None:
    tried: list[float] = []
    page, too_long = fitted(FONTS, a_page(tried, lambda size: ROOM * (size / largest) ** growth, whole=whole))
    assert (page, too_long) == (Page(A4, ()), ())
    assert max(size for size in tried if size <= largest) == largest
    assert largest == 1 or SIZES[SIZES.index(largest) - 1] in tried  # the next larger one was seen to fail
    assert SMALLEST not in tried


def test_a_page_that_is_much_too_high_skips_sizes() -> None:
    told: list[float] = []
    untold: list[float] = []
    for tried, whole in ((told, True), (untold, False)):
        fitted(FONTS, a_page(tried, lambda size: ROOM * (size / 0.7) ** 1.85, whole=whole))
    assert untold == list(SIZES[:8])
    assert len(told) == 3


def test_what_fits_at_no_size_is_told_at_the_smallest() -> None:
    tried: list[float] = []
    _, too_long = fitted(FONTS, a_page(tried, lambda _size: ROOM * 9))
    assert tried[-1] == SMALLEST
    assert too_long == (TooLong("tekst", 12),)
    assert len(set(tried)) == len(tried)
