"""Members are recognised from one import to the next, and never taken for one another."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.intake.lists import HEADINGS, cells, imported, kits_folder, member, snapshot, workbook


def a_list(tmp_path: Path, *rows: tuple[Any, ...]) -> Path:
    return workbook(tmp_path / "leden.xlsx", [HEADINGS, *rows])


def somebody(lidnummer: Any, naam: str, vp: str, telefoon: str, **more: Any) -> tuple[Any, ...]:
    return member(lidnummer=lidnummer, naam=naam, vp=vp, telefoon=telefoon, email=None, **more)


ALFA = ("Alfa", "Anna Alfa", "06 11111111")
ZETA = ("Zeta", "Zoe Zeta", "06 22222222")
RHO = ("Rho", "Rik Rho", "06 33333333")


@pytest.mark.parametrize("numbers", [("0101", "101", "102"), ("007", "0007", "7"), ("101", "0101", 55)])
def test_numbers_that_differ_by_a_zero_in_front_are_different_members(numbers: tuple[Any, ...], tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    rows = [somebody(number, *who) for number, who in zip(numbers, (ZETA, ALFA, RHO), strict=True)]
    imported(a_list(tmp_path, *rows), into)
    before = snapshot(into)
    for order in (rows, rows[::-1]):
        assert {plan.fate for plan in imported(a_list(tmp_path, *order), into).plans} == {"unchanged"}
        assert snapshot(into) == before


def test_a_number_without_its_zeros_is_another_member_if_the_name_is_another(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path, somebody("0101", *ZETA)), into)
    found = imported(a_list(tmp_path, somebody(101, *ALFA)), into)
    assert [(plan.slug, plan.fate) for plan in found.plans] == [("alfa", "new")]
    assert [entry.naam for entry in found.vanished] == ["Zeta"]
    assert "Zoe Zeta" in (into / "zeta" / "kit.yml").read_text(encoding="utf-8")


def test_a_number_that_was_given_to_somebody_else_is_refused_at_its_cell(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path, somebody(5, *ZETA)), into)
    before = snapshot(into)
    source = a_list(tmp_path, somebody(5, *ALFA))
    told = cells(imported(source, into).all_mistakes)
    assert told == {"A2": "Dit nummer was de vorige keer van Zeta. Nu staat hier Alfa, met andere vertrouwenspersonen."}
    assert snapshot(into) == before
    assert [plan.fate for plan in imported(source, into, overwrite=True).plans] == ["changed"]


def test_members_whose_numbers_were_swapped_keep_their_own_kits(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path, somebody(1, *ZETA), somebody(2, *ALFA)), into)
    kits = {slug: (into / slug / "kit.yml").read_bytes() for slug in ("alfa", "zeta")}
    found = imported(a_list(tmp_path, somebody(2, *ZETA), somebody(1, *ALFA)), into)
    assert [(plan.slug, plan.fate) for plan in found.plans] == [("zeta", "unchanged"), ("alfa", "unchanged")]
    assert {slug: (into / slug / "kit.yml").read_bytes() for slug in kits} == kits


def test_a_member_with_a_new_name_or_new_advisors_is_the_same_member(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path, somebody(5, *ZETA)), into)
    for row in (somebody(5, "Zeta Groep", *ALFA[1:]), somebody(5, "Omega", "Ans Bos", ALFA[2])):
        assert [(plan.slug, plan.fate) for plan in imported(a_list(tmp_path, row), into).plans] == [("zeta", "changed")]
