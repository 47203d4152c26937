"""A member's sheets name the association too, and its name and logo push nothing out."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pytest

from generator.printing.handouts.cards import cards
from generator.printing.handouts.sheet_large import infoblad_groot
from generator.printing.layout.elements import Page, Picture, Text, placed
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter
from generator.printing.parts.pieces import small_print
from generator.printing.parts.source import Source
from generator.printing.posters.poster import poster_a4
from tests.printing.boxes import texts
from tests.printing.conftest import Drukker
from tests.printing.kits import LANGE_BRANCHE, Gedrukt, bron

MEMBER: Final = "bouwbedrijf-de-linge"
NAME: Final = "Vereniging Bouwers tussen de Rivieren"
#: Posters of A4 and A3 that have small print with room for a logo.
POSTERS: Final = (
    "poster-a4.pdf",
    "poster-a3.pdf",
    "poster-tiel-a4.pdf",
    "poster-samira-el-amrani-a4.pdf",
    "poster-afscheurstroken-a4.pdf",
    "poster-misverstanden-a4.pdf",
)
BACKS: Final = 10
LARGE: Final = "infoblad-grote-letters.pdf"


def named(source: Source, name: str) -> Source:
    """Return a kit whose association is called otherwise."""
    assert source.kit.branche is not None
    branche = source.kit.branche.model_copy(update={"naam": name})
    return replace(source, kit=source.kit.model_copy(update={"branche": branche}))


def alone(source: Source) -> Source:
    """Return a kit without its association."""
    return replace(source, kit=source.kit.model_copy(update={"branche": None}))


def parts(source: Source, setter: Setter, box: Box) -> tuple[Text, Picture | None]:
    """Return text and logo of the small print."""
    leaves = [leaf.item for leaf in placed(Page(A4, (small_print(source, setter, box),)))]
    (text,) = (item for item in leaves if isinstance(item, Text))
    return text, next((item for item in leaves if isinstance(item, Picture)), None)


def logo_at_the_foot(page: Page) -> list[Box]:
    """Return the places of the artefact pictures on the lower part of a sheet."""
    found = (leaf for leaf in placed(page) if isinstance(leaf.item, Picture) and leaf.owner is None)
    return [leaf.box for leaf in found if leaf.box.y > page.sheet.height / 2]


def backs(source: Source) -> Page:
    (made,) = cards(source)
    return made.document.pages[1]


def sheets(kit: Gedrukt) -> list[tuple[str, Page]]:
    """Return the pages whose small print has room for the association: all but those in large letters."""
    return [(where, page) for where, row, page in kit.pages() if row.bestand != LARGE]


def said(page: Page) -> list[str]:
    return [text.text for _, text in texts(page)]


@pytest.mark.xdist_group(MEMBER)
def test_every_page_names_the_association_after_the_member(drukker: Drukker) -> None:
    for where, page in sheets(drukker(MEMBER)):
        lines = [text for text in said(page) if f"Samen met {NAME}" in text]
        assert any(line.startswith("Bouwbedrijf De Linge B.V. · ") for line in lines), where


@pytest.mark.xdist_group("twee-lange-branche")
def test_a_long_name_is_whole_on_every_page(drukker: Drukker) -> None:
    for where, page in sheets(drukker("twee-lange-branche")):
        assert any(f"Samen met {LANGE_BRANCHE}" in text for text in said(page)), where


def test_a_kit_without_an_association_says_nothing_of_one(kit: Gedrukt) -> None:
    if kit.source.kit.branche is None:
        assert not [where for where, _, page in kit.pages() if "Samen met" in " ".join(said(page))]


@pytest.mark.parametrize("name", [NAME, LANGE_BRANCHE])
def test_the_sheet_in_large_letters_names_the_association_once_and_gets_no_page_more(name: str) -> None:
    source = named(bron(MEMBER), name)
    (made,), (without,) = infoblad_groot(source), infoblad_groot(alone(source))
    found = [text for page in made.document.pages for text in said(page) if "Samen met" in text]
    assert found == [f"Samen met {name}"]
    assert len(made.document.pages) == len(without.document.pages)


@pytest.mark.xdist_group(MEMBER)
def test_the_logo_stands_small_at_the_foot_of_every_poster(drukker: Drukker) -> None:
    made = {item.made.bestand: item.made for item in drukker(MEMBER).laid_out}
    for file in POSTERS:
        (page,) = made[file].document.pages
        (box,) = logo_at_the_foot(page)
        factor = page.sheet.width / A4.width
        assert box.h <= 7 * factor, file
        assert box.right == pytest.approx(page.sheet.width - 15 * factor), file
        assert page.sheet.box.inset(6).holds(box), file


@pytest.mark.xdist_group(MEMBER)
def test_a_screen_reader_hears_the_name_and_not_the_logo_again(drukker: Drukker) -> None:
    kit = drukker(MEMBER)
    for file in POSTERS:
        spoken = "\n".join(kit.read[file].spoken())
        assert spoken.count(NAME) == 1, file
        assert f"Logo van {NAME}" not in spoken, file


@pytest.mark.xdist_group(MEMBER)
def test_a_name_that_goes_on_the_line_takes_no_room_from_a_poster() -> None:
    source = bron(MEMBER)
    (with_name,), (without,) = poster_a4(source), poster_a4(alone(source))
    places = [
        [(text.text, text.box) for _, text in texts(made.document.pages[0]) if "Versie" not in text.text]
        for made in (with_name, without)
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize(
    ("length", "lines", "with_logo"),
    [(30, 1, True), (50, 1, False), (90, 2, True), (124, 2, False), (240, 3, False)],
)
def test_the_logo_goes_before_the_name_takes_a_line_of_its_own(length: int, lines: int, *, with_logo: bool) -> None:
    name = ("Bond van Bouwers " * 20)[: length - 1] + "."
    source = named(bron(MEMBER), name)
    setter = Setter(source.fonts)
    text, logo = parts(source, setter, Box(15, 20, 180, 260))
    assert (len(text.lines), logo is not None) == (lines, with_logo)
    assert f"Samen met {name}" in text.text
    assert not setter.too_long
    assert text.box.bottom == pytest.approx(280)
    assert logo is None or max(line.x + line.width for line in text.lines) < logo.box.x


def test_an_association_without_a_logo_has_its_name_over_the_whole_width() -> None:
    source = named(bron(MEMBER), "B" * 56)
    assert source.kit.branche is not None
    bare = source.kit.branche.model_copy(update={"logo": None})
    text, logo = parts(
        replace(source, kit=source.kit.model_copy(update={"branche": bare})), Setter(source.fonts), A4.box
    )
    assert logo is None
    assert text.text.endswith("Samen met " + "B" * 56)


@pytest.mark.xdist_group(MEMBER)
@pytest.mark.parametrize("name", [NAME, "Koninklijke Vereniging van Installateurs en Loodgieters"])
def test_every_card_back_names_the_association_and_still_whom_else_to_call(name: str) -> None:
    found = said(backs(named(bron(MEMBER), name)))
    assert sum(f"Samen met {name}" in text and not text.startswith("Bouwbedrijf") for text in found) == BACKS
    assert found.count("Liever met een ander praten?") == BACKS


@pytest.mark.xdist_group(MEMBER)
def test_a_card_back_without_room_for_the_name_has_the_logo_beside_the_members_own() -> None:
    source = named(bron(MEMBER), LANGE_BRANCHE)
    page = backs(source)
    found = said(page)
    assert found.count("Liever met een ander praten?") == BACKS
    assert sum("Samen met" in text for text in found) == 1
    logos = [leaf.box for leaf in placed(page) if isinstance(leaf.item, Picture)]
    assert len(logos) == 2 * BACKS
    for own, other in zip(logos[::2], logos[1::2], strict=True):
        assert other.right < own.x
        assert other.y == pytest.approx(own.y)
