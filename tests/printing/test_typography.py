"""Text becomes lines that fit: nothing is lost, nothing is broken where a reader would stumble."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kit.phone import NBSP
from generator.printing.layout.elements import Text
from generator.printing.layout.typography import Content, NoRoom, Setter, Span, Style, TooLong
from tests.printing.boxes import width
from tests.printing.kits import FONTS, LANGE_MAIL, LANGE_NAAM

TWELVE = Style(12)


def a_setter(shrink: float = 1.0) -> Setter:
    return Setter(FONTS, shrink)


def set_in(content: Content, room: float, style: Style = TWELVE, *, balance: bool = False) -> Text:
    """Set text in ``room`` mm and put it in the corner of the sheet."""
    return a_setter().block(content, style, room, balance=balance).at(0, 0)


def said(text: Text) -> list[str]:
    """Return the lines."""
    return [line.text for line in text.lines]


def room_for(text: str, style: Style = TWELVE) -> float:
    return a_setter().width(text, style)


WORDS = st.lists(st.text("abcdëïWM.-@_/0129,é", min_size=1, max_size=25), min_size=1, max_size=12)


@given(WORDS, st.floats(15, 120))
def test_wrapping_loses_and_adds_nothing(words: list[str], room: float) -> None:
    content = " ".join(words)
    assert set_in(content, room).text == content


@given(WORDS, st.floats(40, 120))
def test_no_line_is_wider_than_there_is_room_unless_one_word_is(words: list[str], room: float) -> None:
    content = " ".join(words)
    too_wide = max(room_for(word) for word in words)
    for line in set_in(content, room).lines:
        assert width(line, 12) <= max(room, too_wide) + 0.01


@given(WORDS, st.floats(40, 120))
def test_a_line_ends_only_where_the_next_word_does_not_fit(words: list[str], room: float) -> None:
    lines = set_in(" ".join(word.replace("-", "").replace("/", "") or "a" for word in words), room).lines
    for one, other in pairwise(lines):
        assert room_for(f"{one.text} {other.text.split()[0]}") > room or not one.space


def test_a_number_stays_on_one_line() -> None:
    number = f"06{NBSP}12{NBSP}34{NBSP}56{NBSP}78"
    room = room_for(number)
    assert room_for("Bel of app 06") < room
    assert said(set_in(f"Bel of app {number} nu", room)) == ["Bel of app", "06 12 34 56 78", "nu"]


def test_a_double_name_breaks_after_its_hyphen_only_and_is_read_as_one() -> None:
    text = set_in(LANGE_NAAM, room_for("Schimmelpenninck van"))
    assert said(text) == ["Marie-Louise van", "Nieuwenhuijzen-", "Schimmelpenninck van", "der Oye"]
    assert text.text == LANGE_NAAM


@pytest.mark.parametrize("word", ["e-mail", "1-2-2026", "06-12345678", "B-12", "A/B"])
def test_what_is_short_or_a_number_does_not_break_at_a_hyphen(word: str) -> None:
    assert said(set_in(f"Lees {word}", room_for(word))) == ["Lees", word]


def test_an_address_that_fits_on_a_line_stays_whole() -> None:
    assert said(set_in(f"Mail {LANGE_MAIL}", room_for(LANGE_MAIL))) == ["Mail", LANGE_MAIL]


def test_a_web_address_that_fits_on_a_line_stays_whole() -> None:
    address = "agenda.de-linge.example/vertrouwen/samira"
    assert said(set_in(f"Zie {address}", room_for(address))) == ["Zie", address]


@pytest.mark.parametrize(
    ("widest", "expected"),
    [
        # Before the at sign, then before a full stop, and after a hyphen only if nothing else helps.
        ("vertrouwenspersoon.marie-louise", ["vertrouwenspersoon.marie-louise", "@thuis.example"]),
        ("vertrouwenspersoon.marie-", ["vertrouwenspersoon", ".marie-louise", "@thuis.example"]),
        ("vertrouwenspersoon", ["vertrouwenspersoon", ".marie-louise", "@thuis.example"]),
    ],
)
def test_an_address_that_is_wider_than_the_line_breaks_at_its_clearest_sign(widest: str, expected: list[str]) -> None:
    text = set_in(LANGE_MAIL, room_for(widest))
    assert said(text) == expected
    assert text.text == LANGE_MAIL


def test_an_address_breaks_after_a_hyphen_if_nothing_else_helps() -> None:
    address = "anna-maria-van-bergerhenegouwen@thuis.example"
    text = set_in(address, room_for("anna-maria-van-b"))
    assert said(text)[0] == "anna-maria-van-"
    assert text.text == address


def test_hours_stay_together_on_a_line() -> None:
    text = "maandag t/m donderdag, 9.00 tot 17.00 uur"
    assert said(set_in(text, room_for("maandag t/m donderdag, 9.00 tot"))) == [
        "maandag t/m donderdag,",
        "9.00 tot 17.00 uur",
    ]


def test_line_ends_in_the_text_are_kept() -> None:
    assert said(set_in("Postbus 900\n4100 AA Culemborg", 100)) == ["Postbus 900", "4100 AA Culemborg"]


def test_a_line_says_whether_a_word_ends_with_it() -> None:
    text = set_in("Anna Brouwers-Hovenier belt", room_for("Anna Brouwers- "))
    assert [(line.text, line.space) for line in text.lines] == [("Anna Brouwers-", False), ("Hovenier belt", True)]


def test_a_stretch_in_another_weight_keeps_its_weight_and_its_spaces() -> None:
    text = set_in([Span("Bel "), Span("Samira", "bold", "#00524c"), Span(", nu.")], 100)
    assert [(run.text, run.weight) for line in text.lines for run in line.runs] == [
        ("Bel ", "regular"), ("Samira", "bold"), (", nu.", "regular"),
    ]  # fmt: skip
    assert text.lines[0].runs[1].colour == "#00524c"


def test_a_sign_stays_with_the_word_that_it_follows_in_another_weight() -> None:
    content = [Span("Bel Samira", "bold"), Span(", of mail.")]
    assert said(set_in(content, room_for("Bel Samira", Style(12, "bold")))) == ["Bel", "Samira, of", "mail."]


def test_a_headline_has_no_short_last_line() -> None:
    headline = Style(52, "extrabold", 1.0)
    plain = set_in("Zit je iets dwars op het werk?", 180, headline)
    balanced = set_in("Zit je iets dwars op het werk?", 180, headline, balance=True)
    assert len(plain.lines) == len(balanced.lines) == 2
    assert plain.lines[-1].width < 0.7 * plain.lines[0].width
    assert min(line.width for line in balanced.lines) > 0.8 * max(line.width for line in balanced.lines)


@given(WORDS, st.floats(50, 120))
def test_balancing_never_adds_a_line(words: list[str], room: float) -> None:
    content = " ".join(words)
    assert len(set_in(content, room, balance=True).lines) == len(set_in(content, room).lines)


def test_text_that_does_not_fit_becomes_as_small_as_it_needs() -> None:
    setter = a_setter()
    block = setter.block("Nieuwenhuijzen", Style(30, "bold", floor=10), 60)
    assert 10 < block.style.size < 30
    assert block.natural <= 60.001
    assert setter.too_long == []


def test_text_is_not_made_smaller_than_its_floor_and_is_then_said_to_be_too_long() -> None:
    setter = a_setter()
    block = setter.block("Nieuwenhuijzen", Style(30, "bold", floor=20), 30)
    assert block.style.size == 20
    assert setter.too_long == [TooLong("Nieuwenhuijzen", 20)]


def test_text_without_a_floor_keeps_its_size() -> None:
    setter = a_setter(shrink=0.5)
    assert setter.block("Tekst", Style(30), 100).style.size == 30


def test_shrinking_a_page_stops_at_each_text_s_own_floor() -> None:
    setter = a_setter(shrink=0.5)
    assert setter.block("Tekst", Style(30, floor=10), 100).style.size == 15
    assert setter.block("Tekst", Style(30, floor=20), 100).style.size == 20


def test_text_that_takes_too_many_lines_is_made_smaller() -> None:
    setter = a_setter()
    content = "Een vertrouwenspersoon luistert, denkt mee en wijst de weg."
    assert len(setter.block(content, Style(20, floor=8), 80).lines) == 3
    block = setter.block(content, Style(20, floor=8), 80, lines=2)
    assert len(block.lines) == 2
    assert block.style.size < 20
    assert setter.too_long == []


def test_what_wants_more_room_than_there_is_is_noted() -> None:
    setter = a_setter()
    setter.need("Past", 10, 10, TWELVE)
    assert setter.too_long == []
    setter.need("Past niet", 10, 10.1, TWELVE)
    assert setter.too_long == [TooLong("Past niet", 12)]


@pytest.mark.parametrize(("align", "left"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_lines_stand_left_in_the_middle_or_right(align: str, left: float) -> None:
    block = a_setter().block("Bel", TWELVE, 60)
    (line,) = block.at(10, 20, align=align).lines  # type: ignore[arg-type]  # a parametrised test has plain text
    assert line.x == pytest.approx(10 + left * (60 - room_for("Bel")))


def test_the_top_of_a_block_is_the_top_of_a_capital_and_its_bottom_is_below_the_last_tail() -> None:
    block = a_setter().block("Een\ntwee", Style(72, leading=1.5), 300)
    text = block.at(0, 100)
    assert [line.baseline for line in text.lines] == pytest.approx([100 + 0.7 * 25.4, 100 + (0.7 + 1.5) * 25.4])
    assert text.box.bottom == pytest.approx(100 + (0.7 + 1.5 + 0.22) * 25.4)


def test_a_trial_ends_at_the_first_text_that_does_not_fit() -> None:
    with pytest.raises(NoRoom):
        Setter(FONTS, trial=True).block("onmogelijkbreed", Style(20), 5)
    with pytest.raises(NoRoom):
        Setter(FONTS, trial=True).need("te hoog", 10, 11, Style(20))


@pytest.mark.parametrize(("whole", "short"), [(True, 1.5), (False, 1.0)])
def test_a_trial_tells_how_much_too_high_something_is_where_that_says_anything(whole: bool, short: float) -> None:
    with pytest.raises(NoRoom) as excess:
        Setter(FONTS, trial=True).need("te hoog", 10, 15, Style(20), whole=whole)
    assert excess.value.short == short


def test_a_trial_in_which_all_fits_gives_what_any_other_setting_gives() -> None:
    assert Setter(FONTS, trial=True).block("past", Style(20), 50) == Setter(FONTS).block("past", Style(20), 50)
