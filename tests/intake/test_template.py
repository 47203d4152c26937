"""The empty list explains itself, keeps zeros and dates, and filled in it makes valid kits."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from generator.intake.headings import meanings
from generator.intake.mistakes import column_letters
from generator.intake.template import EXAMPLE, EXPLANATION, SHEET, template_bytes
from generator.kit.loader import load_kit
from tests.builders import SHARED
from tests.intake.lists import imported, kits_folder, planned

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    path = tmp_path / "leden.xlsx"
    path.write_bytes(template_bytes())
    return path


def test_it_has_headings_that_the_import_knows_each_once(template: Path) -> None:
    headings = [cell.value for cell in load_workbook(template)[SHEET][1]]
    found = [meanings(str(heading))[0] for heading in headings]
    assert len(headings) > 80
    assert len({(item.field.key, item.group) for item in found}) == len(headings)


def test_every_heading_is_explained_and_needed_columns_say_so(template: Path) -> None:
    book = load_workbook(template)
    for cell in book[SHEET][1]:
        assert cell.comment is not None
        assert "Voorbeeld: " in cell.comment.text
    needed = [cell.value for cell in book[SHEET][1] if cell.comment and "Dit is nodig" in cell.comment.text]
    assert needed == ["Naam organisatie", "Aantal medewerkers"]
    parts = [row[0].value for row in book[EXPLANATION].iter_rows()]
    assert {"Lidnummer", "Vertrouwenspersoon 1: telefoon", "Meldregeling: e-mail"} <= set(parts)


def test_choices_are_offered_on_every_row(template: Path) -> None:
    book = load_workbook(template)
    sheet = book[SHEET]
    offered = {}
    for rule in sheet.data_validations.dataValidation:
        heading = sheet.cell(1, next(iter(rule.sqref.ranges)).min_col).value
        if rule.type == "list":
            name, cells = rule.formula1.split("!")
            offered[heading] = [cell.value for (cell,) in book[name][cells.replace("$", "")]]
        assert "2:" in str(rule.sqref)
    assert offered["Vertrouwenspersoon 2: soort"] == ["intern", "extern"]
    assert offered["Je of u"] == ["je", "u"]
    assert offered["Site openbaar"] == ["ja", "nee"]
    assert "sport" in offered["Sector"]
    assert "ondernemingsraad" in offered["Vertrouwenspersoon 1: andere rollen"]


def test_phones_are_text_dates_are_dates_and_the_headings_stay_in_sight(template: Path) -> None:
    sheet = load_workbook(template)[SHEET]
    forms = {
        cell.value: sheet.column_dimensions[column_letters(number)].number_format
        for number, cell in enumerate(sheet[1], 1)
    }
    assert forms["Vertrouwenspersoon 1: telefoon"] == "@"
    assert forms["Gecontroleerd op"] == "d-m-yyyy"
    assert sheet.freeze_panes == "C2"
    assert all(sheet.column_dimensions[column_letters(number)].width >= 14 for number in range(1, len(sheet[1]) + 1))


def test_an_empty_one_holds_no_member(template: Path, tmp_path: Path) -> None:
    found = planned(template, kits_folder(tmp_path))
    assert (found.plans, found.all_mistakes, found.notices) == ((), (), ())


def test_filled_in_it_makes_valid_kits(template: Path, tmp_path: Path) -> None:
    book = load_workbook(template)
    for number, row in enumerate(book[EXAMPLE].iter_rows(min_row=2, max_row=3, values_only=True), start=2):
        for column, value in enumerate(row, start=1):
            book[SHEET].cell(number, column).value = value
    book.save(template)
    into = kits_folder(tmp_path)
    found = imported(template, into)
    assert found.all_mistakes == ()
    assert [plan.slug for plan in found.plans] == ["de-korenbloem", "loodgietersbedrijf-waterman"]
    for plan in found.plans:
        loaded = load_kit(into / plan.slug, tmp_path / "kits", SHARED)
        assert [item.message for item in loaded.findings if item.level == "error"] == []


def test_it_is_the_same_every_time() -> None:
    assert template_bytes() == template_bytes()


def test_another_reader_sees_the_sheets_and_the_frozen_row() -> None:
    # Not openpyxl, which wrote it: a workbook that only its writer reads is no workbook.
    with zipfile.ZipFile(io.BytesIO(template_bytes())) as archive:
        assert archive.testzip() is None
        book = ET.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314  our own file
        sheets = {item.get("name"): item.get("state") for item in book.iter(f"{MAIN}sheet")}
        sheet = ET.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314
    assert sheets == {"Leden": "visible", "Voorbeeld": "visible", "Uitleg": "visible", "Keuzes": "hidden"}
    (pane,) = sheet.iter(f"{MAIN}pane")
    assert (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    assert [item.tag for item in sheet].index(f"{MAIN}dataValidations") > 0
