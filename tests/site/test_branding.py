"""Whatever colour an organisation has, text on it and in it can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.colours import TEXT_CONTRAST, contrast, readable
from generator.site.branding import DARK_PAPER, palette, stylesheet

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_colour_that_already_passes_is_left_as_it_is() -> None:
    assert readable("#00524c", "#ffffff") == "#00524c"


@given(kleur=colours, accent=st.none() | colours)
def test_every_text_pair_of_any_colour_passes_in_light_and_dark(kleur: str, accent: str | None) -> None:
    for colours_of_scheme in palette(kleur, accent).values():
        assert contrast(colours_of_scheme["--vk-kleur"], colours_of_scheme["--vk-op-kleur"]) >= TEXT_CONTRAST
        assert contrast(colours_of_scheme["--vk-link"], colours_of_scheme["--vk-tint"]) >= TEXT_CONTRAST


@given(kleur=colours)
def test_links_pass_on_the_paper_of_each_scheme(kleur: str) -> None:
    schemes = palette(kleur, None)
    assert contrast(schemes["light"]["--vk-link"], "#ffffff") >= TEXT_CONTRAST
    assert contrast(schemes["dark"]["--vk-link"], DARK_PAPER) >= TEXT_CONTRAST


def test_the_reader_s_choice_beats_the_system_s_scheme() -> None:
    sheet = stylesheet("#00524c", None)
    assert "@media (prefers-color-scheme:dark){:root:not([data-vk-schema=licht])" in sheet
    assert ":root[data-vk-schema=donker]" in sheet
