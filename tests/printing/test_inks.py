"""Whatever colours an organisation brings: what is read on them can be read, also by a copier."""

from __future__ import annotations

import random

import pytest

from generator.colours import TEXT_CONTRAST, WHITE, contrast
from generator.printing.parts.inks import BLACK, GREY, LINE, inks

_CHANCE = random.Random(2026)  # noqa: S311  colours are no secret
BRANDS = ["#000000", "#ffffff", "#808080", "#ffff00", "#ff0000", "#767676"] + [
    f"#{_CHANCE.randrange(1 << 24):06x}" for _ in range(30)
]


@pytest.mark.parametrize("brand", BRANDS)
def test_every_pair_of_colours_that_carries_text_passes(brand: str) -> None:
    made = inks(brand, None)
    pairs = {
        "text on the field of colour": (made.op_kleur, made.kleur),
        "a heading on white": (made.kop, WHITE),
        "a heading on the tint": (made.kop, made.tint),
        "initials on the strong tint": (made.kop, made.tint_sterk),
        "text on the tint": (BLACK, made.tint),
        "text on the strong tint": (BLACK, made.tint_sterk),
        "quiet text on the tint": (GREY, made.tint),
        "quiet text on the strong tint": (GREY, made.tint_sterk),
        "text on white": (BLACK, WHITE),
        "quiet text on white": (GREY, WHITE),
    }
    weak = {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < TEXT_CONTRAST}
    assert weak == {}


@pytest.mark.parametrize("accent", BRANDS)
def test_the_accent_is_seen_on_white(accent: str) -> None:
    assert contrast(inks("#00524c", accent).accent, WHITE) >= 3


@pytest.mark.parametrize("brand", ["#00524c", "#b3412e", "#1d4ed8"])
def test_a_colour_that_passes_is_kept_as_it_is(brand: str) -> None:
    assert inks(brand, brand).kleur == brand
    assert inks(brand, brand).accent == brand


def test_without_colours_of_its_own_an_organisation_gets_ours() -> None:
    assert inks(None, None) == inks("#0b5c63", None)


def test_a_rule_is_seen_on_a_copy() -> None:
    assert contrast(LINE, WHITE) > 2
