"""Whatever colours an organisation brings: what is read on them can be read, also by a copier."""

from __future__ import annotations

import random
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from generator.colours import TEXT_CONTRAST, WHITE, contrast
from generator.printing.layout.elements import Page, Placed, Shape, placed
from generator.printing.layout.geometry import Box
from generator.printing.parts.inks import BLACK, GREY, LINE, Inks, inks
from tests.builders import een_kit
from tests.printing.boxes import ink_of, texts
from tests.printing.kits import Gedrukt, gedrukt

_CHANCE = random.Random(2026)  # noqa: S311  colours are no secret
BRANDS = ["#000000", "#ffffff", "#808080", "#ffff00", "#ff0000", "#767676"] + [
    f"#{_CHANCE.randrange(1 << 24):06x}" for _ in range(30)
]


DESIGNS = ("rustig", "kleur", "gesprek")
#: A smaller shape is no field behind text, but a line or a mark beside it (mm).
FIELD = 3.0
#: There are 256 greys: the nearest one is this much off at most.
ROUNDING = 0.1


def pairs_of(made: Inks) -> dict[str, tuple[str, str]]:
    """Return the colours of letters with what is behind them."""
    return {
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


def as_grey(colour: str) -> str:
    """Return the grey that is as light as a colour (WCAG's relative luminance)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    value = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return f"#{round(value * 255):02x}" + f"{round(value * 255):02x}" * 2


def weak(pairs: Mapping[str, tuple[str, str]], least: float = TEXT_CONTRAST) -> dict[str, float]:
    return {name: round(contrast(*pair), 2) for name, pair in pairs.items() if contrast(*pair) < least}


@pytest.mark.parametrize("brand", BRANDS)
def test_every_pair_of_colours_that_carries_text_passes(brand: str) -> None:
    assert weak(pairs_of(inks(brand, None))) == {}


@pytest.mark.parametrize("brand", BRANDS)
def test_every_pair_of_colours_that_carries_text_passes_in_grey_too(brand: str) -> None:
    grey = {name: (as_grey(ink), as_grey(ground)) for name, (ink, ground) in pairs_of(inks(brand, None)).items()}
    assert weak(grey, TEXT_CONTRAST - ROUNDING) == {}


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


def a_printed_kit(kits: Path, ontwerp: str, kleur: str) -> Gedrukt:
    """Return a kit in a design and a colour, with a photo, one without, and situations of its own."""
    advisors = [
        {
            "naam": "Samira El Amrani",
            "soort": "intern",
            "contact": {"telefoon": "06 12345678", "whatsapp": "06 12345678"},
        },
        {"naam": "Joost Verhage", "soort": "extern", "contact": {"email": "joost@verhage.example"}},
    ]
    huisstijl = {"ontwerp": ontwerp, "kleur": kleur}
    return gedrukt(een_kit(kits, vertrouwenspersonen=advisors, organisatie__huisstijl=huisstijl), kits)


def behind(page: Page, leaf: Placed, place: Box) -> str:
    """Return the colour of the paper or of the field on which a line stands: the last one drawn before it."""
    colour = WHITE
    for other in placed(page):
        if other.item is leaf.item:
            break
        if isinstance(other.item, Shape) and other.item.fill and min(other.box.w, other.box.h) > FIELD:
            x, y = place.centre
            if other.box.x <= x <= other.box.right and other.box.y <= y <= other.box.bottom:
                colour = other.item.fill
    return colour


@pytest.mark.parametrize("kleur", ["#00524c", "#f2c200", "#e5353f"])
@pytest.mark.parametrize("ontwerp", DESIGNS)
def test_no_design_draws_letters_in_another_colour_than_its_inks(tmp_path: Path, ontwerp: str, kleur: str) -> None:
    kit = a_printed_kit(tmp_path, ontwerp, kleur)
    made = kit.source.inks
    known = {BLACK, GREY, WHITE, made.op_kleur, made.kop}
    used = {
        run.colour: f"{where}: {line.text}"
        for where, _, page in kit.pages()
        for _, text in texts(page)
        for line in text.lines
        for run in line.runs
    }
    assert {colour: place for colour, place in used.items() if colour not in known} == {}


@pytest.mark.parametrize("kleur", ["#00524c", "#f2c200", "#e5353f"])
@pytest.mark.parametrize("ontwerp", DESIGNS)
def test_every_line_can_be_read_on_what_is_behind_it_also_in_grey(tmp_path: Path, ontwerp: str, kleur: str) -> None:
    kit = a_printed_kit(tmp_path, ontwerp, kleur)
    faint = {
        (where, line.text, run.colour, ground)
        for where, _, page in kit.pages()
        for leaf, text in texts(page)
        for line in text.lines
        for run in line.runs
        for ground in [behind(page, leaf, leaf.on_sheet(ink_of(line, text.size)))]
        if contrast(as_grey(run.colour), as_grey(ground)) < TEXT_CONTRAST - ROUNDING
    }
    assert faint == set()


def test_letters_on_the_field_can_be_read_on_a_printer_that_has_only_black() -> None:
    for red, green, blue in product(range(0, 256, 51), repeat=3):
        made = inks(f"#{red:02x}{green:02x}{blue:02x}", None)
        field = [int(made.kleur[at : at + 2], 16) for at in (1, 3, 5)]
        grey = round(sum(part * value for part, value in zip((0.299, 0.587, 0.114), field, strict=True)))
        assert contrast(made.op_kleur, f"#{grey:02x}{grey:02x}{grey:02x}") >= TEXT_CONTRAST, made
