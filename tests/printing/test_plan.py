"""The hanging plan: every poster that there is has a row on its site, with room for who hung it and when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from generator.kit.text import slugify
from generator.printing.handouts.plan import look_again
from generator.printing.layout.elements import Node, Page, Shape, Text
from tests.builders import een_kit
from tests.printing.boxes import texts
from tests.printing.kits import Gedrukt, gedrukt
from tests.printing.test_small_print import MONTHS


def pages(kit: Gedrukt) -> tuple[Page, ...]:
    (made,) = (item.made for item in kit.laid_out if item.made.bestand == "ophangplan.pdf")
    return made.document.pages


def said(page: Page) -> str:
    return " ".join(text.text for _, text in texts(page))


def named_files(page: Page) -> list[str]:
    """Return the files that a page names."""
    return [file for _, text in texts(page) for file in re.findall(r"[a-z0-9_-]+\.pdf", text.text)]


def every(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from every(tuple(child for child in node.children if isinstance(child, Node)))


def words(node: Node) -> str:
    return " ".join(child.text for each in every((node,)) for child in each.children if isinstance(child, Text))


def sites(kit: Gedrukt) -> tuple[str, ...]:
    return kit.source.kit.organisatie.vestigingen


def posters(kit: Gedrukt) -> set[str]:
    return {item.made.bestand for item in kit.laid_out if item.row.soort == "poster"}


def site_poster(kit: Gedrukt, site: str) -> str:
    """Return the poster of a site, by the files that there are."""
    (file,) = posters(kit) & {f"poster-{slugify(site)}-a4.pdf", f"poster-vestiging_{slugify(site)}-a4.pdf"}
    return file


def test_every_file_that_the_plan_names_is_there(kit: Gedrukt) -> None:
    assert {file for page in pages(kit) for file in named_files(page)} <= posters(kit)


def test_every_poster_has_a_row(kit: Gedrukt) -> None:
    # Where each site has a poster of its own, that of all advisors together hangs nowhere.
    wanted = posters(kit) - ({"poster-a4.pdf"} if len(sites(kit)) > 1 else set())
    assert {file for page in pages(kit) for file in named_files(page)} == wanted


def test_each_site_has_a_page_with_its_own_poster_and_not_that_of_another(kit: Gedrukt) -> None:
    if len(sites(kit)) > 1:
        of_sites = {site: site_poster(kit, site) for site in sites(kit)}
        for site in sites(kit):
            heads = [page for page in pages(kit) if any(_heads(text.text, site) for _, text in texts(page))]
            found = {file for page in heads for file in named_files(page)}
            assert found & set(of_sites.values()) == {of_sites[site]}, site


def _heads(text: str, site: str) -> bool:
    return re.fullmatch(rf"{re.escape(site)}(, blad \d+ van \d+)?", text) is not None


def test_the_columns_are_place_poster_number_date_and_initials(kit: Gedrukt) -> None:
    for page in pages(kit):
        heads = [words(node) for node in every(page.body) if node.tag == "TH" and node.scope == "Column"]
        assert heads == ["Plek", "Wat hangt er", "Aantal", "Opgehangen op", "Paraaf"]


def test_each_row_has_a_poster_to_tick_and_cells_to_write_in(kit: Gedrukt) -> None:
    for page in pages(kit):
        rows = [node for node in every(page.body) if node.tag == "TR"][1:]
        for row in rows:
            poster, number, day, initials = [cell for cell in row.children if isinstance(cell, Node)][-4:]
            assert any(isinstance(child, Shape) for child in poster.children)
            assert (words(day), words(initials)) == ("", "")
            if words(poster):
                assert named_files(Page(page.sheet, (poster,)))
                assert words(number) == "×"
                assert any(isinstance(child, Shape) for child in number.children)


def test_places_are_those_of_the_work(kit: Gedrukt) -> None:
    places = " ".join(words(node) for page in pages(kit) for node in every(page.body) if node.scope == "Row")
    for place in ("Koffiehoek", "printer", "Kleedruimte"):
        assert place.lower() in places.lower()
    assert ("keet" in places.lower()) == (kit.source.kit.organisatie.sector == "bouw")


def test_every_page_says_when_to_look_again(kit: Gedrukt) -> None:
    day = kit.source.kit.gecontroleerd_op
    for page in pages(kit):
        assert "Opnieuw controleren op" in said(page)
        assert "elk half jaar" in said(page)
        if day:
            month, year = (day.month + 6, day.year) if day.month <= 6 else (day.month - 6, day.year + 1)
            assert f"uiterlijk op {day.day} {MONTHS[month - 1]} {year}" in said(page)


@pytest.mark.parametrize(
    ("checked", "again"),
    [
        (date(2026, 11, 2), date(2027, 5, 2)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 6, 30), date(2026, 12, 30)),
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(9999, 12, 31), date(9999, 6, 30)),
    ],
)
def test_half_a_year_later_is_a_day_that_exists(checked: date, again: date) -> None:
    assert look_again(checked) == again


def test_a_poster_whose_name_was_taken_is_named_as_its_file_is(tmp_path: Path) -> None:
    advisors = [
        {"naam": naam, "soort": "extern", "contact": {"telefoon": "088 1234567"}} for naam in ("Tiel", "Misverstanden")
    ]
    folder = een_kit(tmp_path, vertrouwenspersonen=advisors, organisatie__vestigingen=["Tiel", "Afscheurstroken"])
    kit = gedrukt(folder, tmp_path)
    named = {file for page in pages(kit) for file in named_files(page)}
    assert named == posters(kit) - {"poster-a4.pdf"}
