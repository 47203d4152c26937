"""Files as people save them are read; files that cannot be read say what to do; hostile files do no harm."""

from __future__ import annotations

import io
import random
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from generator import limits
from generator.errors import UsageError
from generator.intake.grid import Book
from generator.intake.mistakes import FileRefused
from generator.intake.reading import read_book
from generator.intake.tables import Table, find_table
from tests.intake.lists import HEADINGS, MEMBER, member, text_file, workbook

ROWS = (HEADINGS, MEMBER, member(lidnummer="1002", naam="Café Zoë", plaats="Zoutelande"))


def values(book: Book) -> list[list[Any]]:
    return [[cell.value for cell in row.cells.values()] for row in book.sheets[0].rows]


def table(path: Path, sheet: str | None = None) -> Table:
    return find_table(read_book(path), sheet)


def notices(found: Table) -> str:
    return "\n".join(notice.text for notice in found.notices)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_file_is_read_whatever_its_separator_and_encoding(separator: str, encoding: str, tmp_path: Path) -> None:
    found = values(read_book(text_file(tmp_path / "leden.csv", ROWS, separator, encoding)))
    assert found == [[str(cell) for cell in row] for row in ROWS]


def test_windows_1252_is_told(tmp_path: Path) -> None:
    assert "Windows-1252" in notices(table(text_file(tmp_path / "leden.csv", ROWS, encoding="cp1252")))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_excels_own_line_about_the_separator_is_no_row(separator: str, tmp_path: Path) -> None:
    path = text_file(tmp_path / "leden.csv", ROWS, separator)
    path.write_text(f"sep={separator}\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    book = read_book(path)
    assert values(book)[0] == list(HEADINGS)
    assert book.sheets[0].rows[0].number == 1


def test_a_quoted_cell_may_hold_line_breaks_separators_and_quotes(tmp_path: Path) -> None:
    path = tmp_path / "leden.csv"
    path.write_text('Bedrijfsnaam;Medewerkers\n"Bakkerij ""De\nKorenbloem""; Tiel";45\nCafé;3\n', encoding="utf-8")
    rows = read_book(path).sheets[0].rows
    assert rows[1].cells[1].value == 'Bakkerij "De\nKorenbloem"; Tiel'
    # The row's number is that of the spreadsheet, not of the line.
    assert rows[2].number == 3


def test_a_quote_that_does_not_close_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "leden.csv"
    path.write_text('Bedrijfsnaam;Medewerkers\n"Bakkerij;45\nCafé;3\n', encoding="utf-8")
    with pytest.raises(FileRefused, match="aanhalingsteken"):
        read_book(path)


@pytest.mark.parametrize("text", ["=1+1", "@SOM(A1)", "-2+3", "+31 6 =cmd", " =A1"])
def test_text_that_a_spreadsheet_would_run_is_a_formula(text: str, tmp_path: Path) -> None:
    book = read_book(text_file(tmp_path / "leden.csv", [HEADINGS, ("1", text)]))
    assert book.sheets[0].rows[1].cells[2].formula


@pytest.mark.parametrize("text", ["+31 6 12345678", "-", "--", "a=b", "+31 (0)30-2345678"])
def test_a_number_with_a_plus_and_a_dash_are_no_formula(text: str, tmp_path: Path) -> None:
    book = read_book(text_file(tmp_path / "leden.csv", [HEADINGS, ("1", text)]))
    assert not book.sheets[0].rows[1].cells[2].formula


def test_a_workbook_keeps_numbers_and_dates(tmp_path: Path) -> None:
    path = workbook(tmp_path / "leden.xlsx", [("Bedrijfsnaam", "Medewerkers", "Gecontroleerd op"),
                                              ("Café", 3.0, date(2026, 10, 1))])  # fmt: skip
    cells = read_book(path).sheets[0].rows[1].cells
    assert cells[2].value == 3
    assert str(cells[3].value) == "2026-10-01 00:00:00"


def test_formulas_and_failed_calculations_are_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "leden.xlsx", [HEADINGS, ("1", "=B1", "#N/A")])
    cells = read_book(path).sheets[0].rows[1].cells
    assert cells[2].formula
    assert cells[3].failed


def test_a_workbook_is_known_by_its_content(tmp_path: Path) -> None:
    path = workbook(tmp_path / "leden.xlsx", ROWS).rename(tmp_path / "leden.csv")
    assert values(read_book(path))[0] == list(HEADINGS)


def test_titles_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ledenlijst Bond van Bakkers"])
    sheet.merge_cells("A1:H1")
    sheet.append([])
    for row in ROWS:
        sheet.append(list(row))
    book.save(tmp_path / "leden.xlsx")
    found = table(tmp_path / "leden.xlsx")
    assert found.columns.heading_row == 3
    assert "De kopjes staan in rij 3" in notices(found)


def test_the_sheet_with_the_headings_is_taken_and_told(tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Voorblad"  # type: ignore[union-attr]
    sheet = book.create_sheet("Leden 2026")
    for row in ROWS:
        sheet.append(list(row))
    book.save(tmp_path / "leden.xlsx")
    found = table(tmp_path / "leden.xlsx")
    assert found.sheet.name == "Leden 2026"
    assert "Gelezen: het blad 'Leden 2026'. Niet gelezen: Voorblad." in notices(found)
    assert table(tmp_path / "leden.xlsx", "leden 2026").sheet.name == "Leden 2026"
    with pytest.raises(FileRefused, match="Bedoelde je 'Leden 2026'"):
        table(tmp_path / "leden.xlsx", "Leden 2025")
    with pytest.raises(FileRefused, match="kopjes"):
        table(tmp_path / "leden.xlsx", "Voorblad")


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    path = workbook(tmp_path / "leden.xlsx", ROWS)
    book = load_workbook(path)
    book["Leden"].column_dimensions["G"].hidden = True
    book["Leden"].row_dimensions[3].hidden = True
    book.save(path)
    found = table(path)
    assert len(found.rows) == 2
    assert "Verborgen kolom G (VP 1 telefoon) is wel gelezen." in notices(found)
    assert "Verborgen rijen (3) zijn wel gelezen" in notices(found)


def test_a_hidden_sheet_is_only_read_by_name(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Oud")
    for row in ROWS:
        sheet.append(list(row))
    sheet.sheet_state = "hidden"
    book.save(tmp_path / "leden.xlsx")
    with pytest.raises(FileRefused, match="--sheet 'Oud'"):
        table(tmp_path / "leden.xlsx")
    assert len(table(tmp_path / "leden.xlsx", "Oud").rows) == 2


def test_a_cell_that_is_merged_downwards_holds_for_every_row(tmp_path: Path) -> None:
    path = workbook(tmp_path / "leden.xlsx", [HEADINGS, MEMBER, member(lidnummer=None, naam=None, vp="Jan Vos")])
    book = load_workbook(path)
    book["Leden"].merge_cells("A2:A3")
    book.save(path)
    assert read_book(path).sheets[0].rows[2].cells[1].value == "1001"


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("leden.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "oud Excel-bestand"),
        ("leden.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "wachtwoord"),
        ("leden.ods", b"PK\x03\x04", "LibreOffice"),
        ("leden.xlsm", b"PK\x03\x04", "macro"),
        ("leden.xlsx", b"PK\x03\x04" + bytes(100), "beschadigd"),
        ("leden.xlsx", b"naam;medewerkers\n", "geen Excel-bestand"),
        ("leden.xls", b"<html><table></table></html>", "webpagina"),
        ("leden.csv", b"", "leeg"),
        ("leden.csv", b"naam;\x00\x01\x02;medewerkers\n", "geen tekstbestand"),
        ("leden.pdf", b"%PDF-", "pdf"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(FileRefused, match=words):
        read_book(tmp_path / name)


def test_a_file_that_is_not_there_is_a_wrong_command(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"leden\.xlsx is er niet"):
        read_book(tmp_path / "leden.xlsx")


def with_part(path: Path, name: str, data: bytes) -> Path:
    """Put one more part in a workbook, or another in its place."""
    with zipfile.ZipFile(path) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in (parts | {name: data}).items():
            archive.writestr(part, content)
    path.write_bytes(raw.getvalue())
    return path


LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>
<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>&b;</t></si></sst>"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_declares_entities_is_refused(encoding: str, tmp_path: Path) -> None:
    part = LAUGHS.decode().encode(encoding)
    path = with_part(workbook(tmp_path / "leden.xlsx", ROWS), "xl/sharedStrings.xml", part)
    with pytest.raises(FileRefused, match="niet in een ledenlijst hoort"):
        read_book(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path / "leden.xlsx", ROWS), "xl/worksheets/sheet9.xml", b" " * 120_000_000)
    assert path.stat().st_size < 200_000
    with pytest.raises(FileRefused, match="uitgepakt te groot"):
        read_book(path)


def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    whole = workbook(tmp_path / "leden.xlsx", ROWS).read_bytes()
    chance = random.Random(7)  # noqa: S311  the same damage every time
    outcomes = set()
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / "stuk.xlsx").write_bytes(data)
        try:
            read_book(tmp_path / "stuk.xlsx")
            outcomes.add("gelezen")
        except FileRefused as refused:
            outcomes.add("beschadigd" if "beschadigd" in str(refused) else "anders")
    assert "beschadigd" in outcomes


def test_macros_are_refused_under_any_name(tmp_path: Path) -> None:
    path = with_part(workbook(tmp_path / "leden.xlsx", ROWS), "xl/vbaProject.bin", b"x")
    with pytest.raises(FileRefused, match="macro"):
        read_book(path)


def sheet_xml(rows: str) -> bytes:
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/>'
        f"<sheetData>{rows}</sheetData></worksheet>"
    ).encode()


def test_a_sheet_that_lies_about_its_size_is_read_as_it_is(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>Bedrijfsnaam</t></is></c></row><row r="1048576"/>'
    path = with_part(workbook(tmp_path / "leden.xlsx", ROWS), "xl/worksheets/sheet1.xml", sheet_xml(rows))
    assert values(read_book(path)) == [["Bedrijfsnaam"]]


def test_a_sheet_that_says_it_is_smaller_loses_nothing(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c><c r="B{row}"><v>2</v></c></row>' for row in (1, 2, 3)
    )
    xml = sheet_xml(rows).replace(b"A1:XFD1048576", b"A1")
    path = with_part(workbook(tmp_path / "leden.xlsx", ROWS), "xl/worksheets/sheet1.xml", xml)
    assert values(read_book(path)) == [[1, 2], [2, 2], [3, 2]]


def test_merges_without_end_are_too_much(tmp_path: Path) -> None:
    merges = '<mergeCell ref="A1:A19000"/>' * 60
    xml = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>').replace(
        b"</worksheet>", f"<mergeCells>{merges}</mergeCells></worksheet>".encode()
    )
    path = with_part(workbook(tmp_path / "leden.xlsx", ROWS), "xl/worksheets/sheet1.xml", xml)
    with pytest.raises(FileRefused, match="te groot"):
        read_book(path)


def test_a_value_far_below_is_too_much_and_never_lost_in_silence(tmp_path: Path) -> None:
    row = limits.LIST_ROWS + 1
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="A{row}"><v>1</v></c></row>'
    path = with_part(workbook(tmp_path / "leden.xlsx", ROWS), "xl/worksheets/sheet1.xml", sheet_xml(rows))
    with pytest.raises(FileRefused, match="te groot"):
        read_book(path)


def test_a_long_text_file_is_too_much(tmp_path: Path) -> None:
    path = tmp_path / "leden.csv"
    path.write_text("Bedrijfsnaam;Medewerkers\n" + "a;1\n" * limits.LIST_ROWS, encoding="utf-8")
    with pytest.raises(FileRefused, match="te groot"):
        read_book(path)
