"""An xlsx file → sheets of cells, read in a stream and within bounds; formulas are seen as formulas."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, Final

from defusedxml.ElementTree import iterparse

from generator import limits
from generator.intake.archive import check_archive
from generator.intake.grid import Book, Cell, Row, Sheet
from generator.intake.mistakes import FileRefused, Place

_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RANGE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(slots=True)
class _Layout:
    """What openpyxl's stream leaves out: hidden rows and columns, and cells that are merged downwards."""

    rows: set[int] = field(default_factory=set)
    columns: set[int] = field(default_factory=set)
    merged: list[tuple[int, int, int]] = field(default_factory=list)
    too_long: bool = False


def read_workbook(path: Path) -> Book:
    """Return every sheet that holds cells.

    Raises ``FileRefused``, in Dutch, for a file that cannot be read, that holds macros or that is too large.
    """
    check_archive(path)
    try:
        return _read(path)
    except FileRefused:
        raise
    except Exception as problem:  # openpyxl raises whatever it meets in a damaged file
        raise FileRefused(
            f"{path.name} is beschadigd en kan niet worden gelezen. Open het in Excel en sla het op als .xlsx."
        ) from problem


def _read(path: Path) -> Book:
    from openpyxl import load_workbook

    # As a stream: openpyxl judges a file by its suffix, and we did by its content.
    with path.open("rb") as stream, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # about styles and extensions, which an import has no use for
        book = load_workbook(stream, read_only=True, data_only=False, keep_links=False, rich_text=False)
        try:
            sheets = tuple(_sheet(path, sheet) for sheet in book.worksheets)
        finally:
            book.close()
    return Book(path, sheets)


def _sheet(path: Path, sheet: Any) -> Sheet:
    layout = _layout(path, sheet._worksheet_path)
    if layout.too_long:
        raise _too_large(path, sheet.title)
    rows = {row.number: row for row in _rows(path, sheet)}
    numbers = sorted(rows)
    if sum(last - first for _, first, last in layout.merged) > limits.LIST_CELLS:
        raise _too_large(path, sheet.title)
    for column, first, last in layout.merged:
        _fill_down(rows, column, first, last)
    return Sheet(
        str(sheet.title),
        tuple(rows[number] for number in numbers),
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(layout.rows),
        hidden_columns=frozenset(layout.columns),
    )


def _rows(path: Path, sheet: Any) -> Iterator[Row]:
    seen = 0
    # Bounds of our own: the size that a file gives of itself may be a lie in both directions, and the stream also
    # gives every empty row up to the last.
    for cells in sheet.iter_rows(max_row=limits.LIST_ROWS, max_col=limits.LIST_COLUMNS + 1):
        found = {}
        for cell in cells:
            if cell.value is not None and str(cell.value).strip():
                found[cell.column] = _cell(cell)
        if not found:
            continue
        seen += len(found)
        number = next(iter(found.values())).place.row
        if seen > limits.LIST_CELLS or max(found) > limits.LIST_COLUMNS:
            raise _too_large(path, sheet.title)
        yield Row(number, found)


def _too_large(path: Path, title: str) -> FileRefused:
    return FileRefused(
        f"In {path.name} is het blad '{title}' te groot: we lezen hooguit {limits.LIST_ROWS} rijen en "
        f"{limits.LIST_COLUMNS} kolommen."
    )


def _cell(cell: Any) -> Cell:
    value = cell.value
    place = Place(cell.row, cell.column)
    if cell.data_type == "f" or not isinstance(value, str | int | float | bool | date | time | timedelta):
        text = getattr(value, "text", None) or str(value)
        return Cell(place, text if str(text).startswith("=") else f"={text}", formula=True)
    if isinstance(value, str):
        value = value.replace("_x000D_", "\n")
        return Cell(place, value, formula=value.lstrip().startswith("="), failed=cell.data_type == "e")
    return Cell(place, value)


def _layout(path: Path, part: str) -> _Layout:
    """Go through a sheet once more for what is hidden and merged; the cells themselves are dropped at once."""
    found = _Layout()
    with zipfile.ZipFile(path) as archive, archive.open(part) as stream:
        for _, element in iterparse(stream, events=("end",), forbid_dtd=True):
            name = element.tag.removeprefix(_MAIN).removeprefix(_STRICT)
            if name == "row":
                found.too_long |= int(element.get("r") or 0) > limits.LIST_ROWS and any(len(cell) for cell in element)
                if element.get("hidden") in {"1", "true"} and element.get("r"):
                    found.rows.add(int(element.get("r")))
                element.clear()
            elif name == "col" and element.get("hidden") in {"1", "true"}:
                last = min(int(element.get("max")), limits.LIST_COLUMNS)
                found.columns |= set(range(int(element.get("min")), last + 1))
            elif name == "mergeCell":
                found.merged += _downwards(element.get("ref") or "")
                element.clear()
    return found


def _downwards(ref: str) -> list[tuple[int, int, int]]:
    """Return column, first and last row of a merge of one column: one value that stands for several rows."""
    match = _RANGE.fullmatch(ref)
    if match is None or match[1] != match[3]:
        return []
    first, last = int(match[2]), min(int(match[4]), limits.LIST_ROWS)
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return [(number, first, last)] if number <= limits.LIST_COLUMNS else []


def _fill_down(rows: dict[int, Row], column: int, first: int, last: int) -> None:
    """Let every row of a merged cell hold its value; rows that hold nothing else stay empty."""
    top = rows.get(first)
    cell = top.cells.get(column) if top else None
    if cell is None:
        return
    for number in range(first + 1, last + 1):
        row = rows.get(number)
        if row is not None and column not in row.cells:
            rows[number] = Row(number, {**row.cells, column: Cell(Place(number, column), cell.value, cell.formula)})
