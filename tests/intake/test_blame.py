"""What is missing is told where it can be mended: once for a column, at the cell for a member."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.intake.lists import cells, imported, kits_folder, planned, workbook

HEADINGS = ("Naam organisatie", "Aantal medewerkers", "Vertrouwenspersoon", "Soort", "Telefoon")
ROWS = [("Alfa", 20, "Anna Alfa", "intern", "06 11111111"), ("Beta", 30, "Bert Beta", "extern", "06 22222222")]


def without(tmp_path: Path, *left_out: str, rows: list[tuple[Any, ...]] | None = None) -> Path:
    """Write the list without some of its columns."""
    kept = [number for number, heading in enumerate(HEADINGS) if heading not in left_out]
    table = [HEADINGS, *(rows or ROWS)]
    return workbook(tmp_path / "leden.xlsx", [[row[number] for number in kept] for row in table])


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Soort", ("C1", "De lijst heeft geen kolom 'Soort', en dit gegeven is nodig.", "Kies intern", "intern")),
        ("Aantal medewerkers", ("A1", "De lijst heeft geen kolom 'Aantal medewerkers'", "geen fte", "45")),
        ("Telefoon", ("C1", "De lijst heeft geen kolom met een telefoonnummer of", "kolom 'Telefoon'", "06 12345678")),
    ],
)
def test_a_column_that_is_missing_is_one_mistake(heading: str, told: tuple[str, str, str, str], tmp_path: Path) -> None:
    cell, message, expected, example = told
    (mistake,) = planned(without(tmp_path, heading), kits_folder(tmp_path)).all_mistakes
    assert (mistake.place.address, mistake.example) == (cell, example)
    assert mistake.message.startswith(message)
    assert expected in mistake.expected


def test_each_advisor_of_a_row_needs_a_column_of_its_own(tmp_path: Path) -> None:
    headings = (
        "Naam organisatie",
        "Aantal medewerkers",
        "VP 1",
        "VP 1 soort",
        "VP 1 telefoon",
        "VP 2",
        "VP 2 telefoon",
    )
    rows = [(name, 20, "Ann Vos", "intern", "06 11111111", "Kees Bos", "06 22222222") for name in ("Alfa", "Beta")]
    (mistake,) = planned(workbook(tmp_path / "l.xlsx", [headings, *rows]), kits_folder(tmp_path)).all_mistakes
    assert (mistake.place.address, mistake.message) == (
        "F1", "De lijst heeft geen kolom 'VP 2 soort', en dit gegeven is nodig.",
    )  # fmt: skip


def test_who_works_for_an_agency_comes_from_outside(tmp_path: Path) -> None:
    headings = ("Naam organisatie", "Aantal medewerkers", "Vertrouwenspersoon", "Bureau", "Telefoon")
    source = workbook(tmp_path / "l.xlsx", [headings, ("Alfa", 20, "Anna Alfa", "Praktijk A", "06 11111111")])
    into = kits_folder(tmp_path)
    assert imported(source, into).all_mistakes == ()
    assert "soort: extern" in (into / "alfa" / "kit.yml").read_text(encoding="utf-8")
    assert [plan.fate for plan in imported(source, into).plans] == ["unchanged"]


def test_an_advisor_of_a_new_member_who_cannot_be_reached_is_told_at_a_cell(tmp_path: Path) -> None:
    rows = [ROWS[0], (*ROWS[1][:4], None)]
    told = cells(planned(without(tmp_path, rows=rows), kits_folder(tmp_path)).all_mistakes)
    assert told == {"E3": "Er is geen enkele manier om contact op te nemen."}


@pytest.mark.parametrize(
    "row", [("Totaal", None, None, 75), (None, None, "TOTAAL:", 75), (None, "Totaal", None, 75, 2), (None, None, "Som")]
)
def test_a_row_that_adds_up_is_passed_over(row: tuple[Any, ...], tmp_path: Path) -> None:
    headings = ("Lidnummer", "Naam organisatie", "Plaats", "Aantal medewerkers", "Vertrouwenspersoon", "Soort",
                "Telefoon")  # fmt: skip
    first = ("1", "Alfa", "Tiel", 20, "Anna Alfa", "intern", "06 11111111")
    found = planned(workbook(tmp_path / "l.xlsx", [headings, first, row]), kits_folder(tmp_path))
    assert (len(found.plans), found.all_mistakes) == (1, ())
    assert "totaalregel" in found.notices[-1].text
