"""The catalogue names every printable; what is made is what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.kit.text import slugify
from generator.printing.catalog import CATALOG, Printable
from generator.printing.layout.geometry import A3, A4
from generator.printing.render import lay_out
from tests.builders import een_kit
from tests.printing.conftest import Drukker
from tests.printing.kits import Gedrukt, gedrukt

#: The file names that the outside world counts on.
FIXED = {
    "poster-a4.pdf",
    "poster-a3.pdf",
    "poster-VESTIGING-a4.pdf",
    "poster-NAAM-a4.pdf",
    "poster-afscheurstroken-a4.pdf",
    "poster-misverstanden-a4.pdf",
    "wegwijzer-a3.pdf",
    "infoblad-nieuwe-medewerkers.pdf",
    "infoblad-grote-letters.pdf",
    "kaartjes.pdf",
    "ophangplan.pdf",
}


def pattern(row: Printable) -> str:
    """Return the file names of a row; a word in capitals stands for a name."""
    return re.sub(r"[A-Z]{2,}", "[a-z0-9-]+", re.escape(row.bestand).replace(r"\-", "-"))


def files_of(kit: Gedrukt, row: Printable) -> list[str]:
    return [item.made.bestand for item in kit.laid_out if item.row is row]


def test_the_catalogue_has_every_printable_once() -> None:
    assert sorted(row.bestand for row in CATALOG) == sorted(FIXED)


@pytest.mark.parametrize("row", CATALOG, ids=lambda row: row.bestand)
def test_each_printable_says_in_one_sentence_what_it_is_for(row: Printable) -> None:
    assert re.fullmatch(r"[A-Z][^.?!]+[.?!]", row.doel), row.doel
    assert row.titel


@pytest.mark.parametrize("row", CATALOG, ids=lambda row: row.bestand)
def test_a_poster_has_a_place_to_hang_and_nothing_else_has(row: Printable) -> None:
    assert bool(row.plekken) == (row.soort == "poster")


def test_each_row_makes_files_called_as_it_says(kit: Gedrukt) -> None:
    for item in kit.laid_out:
        assert re.fullmatch(pattern(item.row), item.made.bestand)


def test_what_is_not_one_per_name_is_made_once_for_every_kit(kit: Gedrukt) -> None:
    for row in CATALOG:
        if not re.search(r"[A-Z]{2}", row.bestand):
            assert files_of(kit, row) == [row.bestand]


def test_each_advisor_has_a_poster(kit: Gedrukt) -> None:
    (row,) = (row for row in CATALOG if row.bestand == "poster-NAAM-a4.pdf")
    assert files_of(kit, row) == [f"poster-{persoon.id}-a4.pdf" for persoon in kit.source.vertrouwenspersonen]


def test_each_site_has_a_poster_if_there_are_several(kit: Gedrukt) -> None:
    (row,) = (row for row in CATALOG if row.bestand == "poster-VESTIGING-a4.pdf")
    sites = kit.source.kit.organisatie.vestigingen
    assert files_of(kit, row) == [f"poster-{slugify(site)}-a4.pdf" for site in sites if len(sites) > 1]


def test_no_two_files_have_one_name(kit: Gedrukt) -> None:
    names = [item.made.bestand for item in kit.laid_out]
    assert len(set(names)) == len(names)


def test_a_site_called_as_an_advisor_keeps_a_poster_of_its_own(tmp_path: Path) -> None:
    advisor = {"naam": "Tiel", "soort": "extern", "contact": {"telefoon": "088 1234567"}}
    folder = een_kit(tmp_path, vertrouwenspersonen=[advisor], organisatie__vestigingen=["Tiel", "A3"])
    names = [item.made.bestand for item in lay_out(gedrukt(folder, tmp_path).source)]
    assert {"poster-tiel-a4.pdf", "poster-vestiging_tiel-a4.pdf", "poster-a3.pdf", "poster-a3-a4.pdf"} <= set(names)
    assert len(set(names)) == len(names)


def test_a_fixed_name_stays_that_of_the_fixed_poster(tmp_path: Path) -> None:
    advisor = {"naam": "Mis", "id": "misverstanden", "soort": "extern", "contact": {"telefoon": "088 1234567"}}
    sites = ["Afscheurstroken", "Misverstanden"]
    folder = een_kit(tmp_path, vertrouwenspersonen=[advisor], organisatie__vestigingen=sites)
    made = {item.made.bestand: item.row.bestand for item in lay_out(gedrukt(folder, tmp_path).source)}
    assert made["poster-misverstanden-a4.pdf"] == "poster-misverstanden-a4.pdf"
    assert made["poster-afscheurstroken-a4.pdf"] == "poster-afscheurstroken-a4.pdf"
    assert made["poster-persoon_misverstanden-a4.pdf"] == "poster-NAAM-a4.pdf"
    assert made["poster-vestiging_misverstanden-a4.pdf"] == "poster-VESTIGING-a4.pdf"
    assert made["poster-vestiging_afscheurstroken-a4.pdf"] == "poster-VESTIGING-a4.pdf"


def test_the_paper_is_what_the_row_says(kit: Gedrukt) -> None:
    for item in kit.laid_out:
        wanted = A3 if item.row.formaat.startswith("A3") else A4
        for page in item.made.document.pages:
            assert {page.sheet.width, page.sheet.height} == {wanted.width, wanted.height}, item.made.bestand


def test_the_sheet_for_new_employees_has_two_sides(kit: Gedrukt) -> None:
    (made,) = (item.made for item in kit.laid_out if item.made.bestand == "infoblad-nieuwe-medewerkers.pdf")
    assert len(made.document.pages) == 2


def test_cards_have_a_back_for_every_front(kit: Gedrukt) -> None:
    (made,) = (item.made for item in kit.laid_out if item.made.bestand == "kaartjes.pdf")
    assert len(made.document.pages) % 2 == 0


def test_more_advisors_than_a_poster_holds_are_spread_over_several_sheets(drukker: Drukker) -> None:
    (poster,) = (item.made for item in drukker("negen-vestigingen").laid_out if item.made.bestand == "poster-a4.pdf")
    assert len(poster.document.pages) == 2
