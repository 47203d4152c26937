"""Wallet cards: ten of their size, cut along the marks, and each front with the back of its own person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
import vobject

from generator.printing.layout.elements import Code, Page, Shape, Text, placed
from generator.printing.layout.geometry import A4, Box
from tests.printing.boxes import lines, texts, things
from tests.printing.kits import AWKWARD, Gedrukt

#: A card and what is kept clear of a cut (mm).
WIDE, HIGH, CLEAR = 85, 54, 3
#: Ends of marks and lines that are not further apart are one cut (mm).
SAME = 1e-6


def sheets(kit: Gedrukt) -> list[tuple[Page, Page]]:
    """Return the sheets of cards, front and back."""
    (made,) = (item.made for item in kit.laid_out if item.made.bestand == "kaartjes.pdf")
    pages = made.document.pages
    return list(zip(pages[::2], pages[1::2], strict=True))


def cuts(page: Page) -> tuple[list[float], list[float]]:
    """Return where the lines and marks of a sheet say that it is cut: downwards at x, across at y."""
    shapes = [leaf.item for leaf in placed(page) if isinstance(leaf.item, Shape)]
    straight = [shape for shape in shapes if shape.stroke and [name for name, _ in shape.outline.steps] == ["M", "L"]]
    return _once(line.box.x for line in straight if line.box.w < SAME), _once(
        line.box.y for line in straight if line.box.h < SAME
    )


def _once(values: Iterator[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SAME:
            found.append(value)
    return found


def cells(page: Page) -> list[Box]:
    """Return the cards of a sheet as it is cut."""
    xs, ys = cuts(page)
    return [Box(x, y, right - x, bottom - y) for (y, bottom), (x, right) in product(pairwise(ys), pairwise(xs))]


def behind(cell: Box) -> Box:
    """Return where the back of a card is on the other side of a sheet that is turned on its long edge."""
    return Box(A4.width - cell.right, cell.y, cell.w, cell.h)


def names(kit: Gedrukt, page: Page, cell: Box) -> list[str]:
    """Return the names of advisors that stand in a card by themselves."""
    known = {persoon.naam for persoon in kit.source.vertrouwenspersonen}
    texts = [leaf for leaf in placed(page) if isinstance(leaf.item, Text) and cell.holds(leaf.box)]
    return [leaf.item.text for leaf in texts if isinstance(leaf.item, Text) and leaf.item.text in known]


def people(page: Page, cell: Box) -> list[str]:
    """Return whose contact cards the codes in a card are."""
    codes = [leaf.item for leaf in placed(page) if isinstance(leaf.item, Code) and cell.holds(leaf.box)]
    return [vobject.readOne(code.payload).fn.value for code in codes]


def test_ten_cards_of_85_by_54_millimetres_come_from_a_sheet(kit: Gedrukt) -> None:
    for front, _ in sheets(kit):
        xs, ys = cuts(front)
        assert [right - left for left, right in pairwise(xs)] == pytest.approx([WIDE] * 2, abs=0.001)
        assert [bottom - top for top, bottom in pairwise(ys)] == pytest.approx([HIGH] * 5, abs=0.001)


def test_the_cards_stand_in_the_middle_so_that_both_sides_meet(kit: Gedrukt) -> None:
    for front, _ in sheets(kit):
        xs, _ = cuts(front)
        assert sum(xs) / len(xs) == pytest.approx(A4.width / 2)


def test_each_cut_has_a_mark_outside_the_cards_at_both_ends(kit: Gedrukt) -> None:
    for front, _ in sheets(kit):
        xs, ys = cuts(front)
        whole = Box(xs[0], ys[0], xs[-1] - xs[0], ys[-1] - ys[0])
        marks = [leaf.box for leaf in placed(front) if isinstance(leaf.item, Shape) and leaf.item.stroke]
        for x in xs:
            assert any(box.w < SAME and abs(box.x - x) < SAME and box.bottom < whole.y for box in marks), x
            assert any(box.w < SAME and abs(box.x - x) < SAME and box.y > whole.bottom for box in marks), x
        for y in ys:
            assert any(box.h < SAME and abs(box.y - y) < SAME and box.right < whole.x for box in marks), y
            assert any(box.h < SAME and abs(box.y - y) < SAME and box.x > whole.right for box in marks), y


def test_no_cut_goes_through_letters_or_a_code(kit: Gedrukt) -> None:
    for front, back in sheets(kit):
        fronts = cells(front)
        for page, cards in ((front, fronts), (back, [behind(cell) for cell in fronts])):
            for ink in (*lines(page), *things(page)):
                cut = [card for card in cards if card.overlaps(ink.box)]
                assert all(card.inset(CLEAR).holds(ink.box) for card in cut), ink.what


def test_the_back_behind_each_front_is_of_the_same_person(kit: Gedrukt) -> None:
    for front, back in sheets(kit):
        for cell in cells(front):
            named = names(kit, front, cell)
            assert len(named) == 1, cell
            assert people(back, behind(cell)) == named, cell


def test_every_advisor_has_a_card(kit: Gedrukt) -> None:
    found = {name for front, _ in sheets(kit) for cell in cells(front) for name in names(kit, front, cell)}
    assert found == {persoon.naam for persoon in kit.source.vertrouwenspersonen}


def test_the_kits_of_these_tests_have_one_two_three_and_six_advisors() -> None:
    """With one advisor alone, a mistake in the order of the backs is not seen."""
    assert {1, 2, 3, 6} <= {len(kit.get("vertrouwenspersonen", [{}])) for kit in AWKWARD.values()}


def test_every_card_says_when_it_was_checked_and_of_which_version_it_is(kit: Gedrukt) -> None:
    day = r"Gecontroleerd op \d+ \w+ \d{4}" if kit.source.kit.gecontroleerd_op else "Datum van controle: niet ingevuld"
    for front, back in sheets(kit):
        for cell in map(behind, cells(front)):
            said = " ".join(text.text for leaf, text in texts(back) if cell.holds(leaf.box))
            assert re.search(day, said), said
            assert kit.source.version in said
            assert kit.source.kit.organisatie.roepnaam in said
