"""The mistakes beside the list: complete, opened by any spreadsheet, and no cell of it runs."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.intake.errorfile import HEADINGS, error_file, write_error_file
from generator.intake.mistakes import Mistake, Place, column_letters

RUNS = ["=1+1", "+31 =x", "-2", "@SOM(A1)", "\t=1", " =1", "\n=1"]


def mistake(value: str, **other: str) -> Mistake:
    return Mistake("Leden", Place(7, 2), "Tel.", value, "Dit is mis.", "Doe dat.", other.get("example", "06 12345678"))


@pytest.mark.parametrize("as_text", [True, False])
def test_it_stands_beside_the_list_and_says_where_what_and_how(as_text: bool, tmp_path: Path) -> None:
    path = error_file(tmp_path / "leden.xlsx", as_text=as_text)
    assert path == tmp_path / ("leden-fouten.csv" if as_text else "leden-fouten.xlsx")
    assert write_error_file(path, [mistake("06 1")], as_text=as_text)
    expected = ["Leden", "B7", "Tel.", "06 1", "Dit is mis.", "Doe dat.", "06 12345678"]
    if as_text:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream, delimiter=";"))
    else:
        rows = [[str(cell.value) for cell in row] for row in load_workbook(path)["Fouten"].iter_rows()]
    assert rows == [list(HEADINGS), expected]


@pytest.mark.parametrize("text", RUNS)
def test_no_cell_of_a_workbook_runs(text: str, tmp_path: Path) -> None:
    path = tmp_path / "leden-fouten.xlsx"
    write_error_file(path, [mistake(text)], as_text=False)
    cell = load_workbook(path)["Fouten"]["D2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


@pytest.mark.parametrize("text", RUNS)
def test_no_cell_of_a_text_file_runs(text: str, tmp_path: Path) -> None:
    path = tmp_path / "leden-fouten.csv"
    write_error_file(path, [mistake(text, example=text)], as_text=True)
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream, delimiter=";"))
    assert rows[1][3] == f"'{text}"
    assert rows[1][6] == f"'{text}"


@pytest.mark.parametrize("as_text", [True, False])
def test_the_same_mistakes_make_the_same_bytes_and_none_take_it_away(as_text: bool, tmp_path: Path) -> None:
    path = error_file(tmp_path / "leden.x", as_text=as_text)
    write_error_file(path, [mistake("06 1")], as_text=as_text)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    write_error_file(path, [mistake("06 1")], as_text=as_text)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert not write_error_file(path, [], as_text=as_text)
    assert not path.exists()


@pytest.mark.parametrize("as_text", [True, False])
def test_somebodys_own_file_of_that_name_is_left_alone(as_text: bool, tmp_path: Path) -> None:
    path = error_file(tmp_path / "leden.x", as_text=as_text)
    path.write_text("van mij", encoding="utf-8")
    assert not write_error_file(path, [mistake("06 1")], as_text=as_text)
    assert not write_error_file(path, [], as_text=as_text)
    assert path.read_text(encoding="utf-8") == "van mij"


def test_hidden_characters_and_long_texts_do_not_break_it(tmp_path: Path) -> None:
    path = tmp_path / "leden-fouten.xlsx"
    write_error_file(path, [mistake("a\x07b\u202e" + "x" * 2000)], as_text=False)
    value = str(load_workbook(path)["Fouten"]["D2"].value)
    assert value.startswith("a�b�x")
    assert len(value) == 500


def test_columns_are_called_as_spreadsheets_call_them() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
