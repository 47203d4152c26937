"""A csv or tsv file → a sheet: its encoding, its separator, and cells with line breaks."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from generator import limits
from generator.intake.columns import known_headings
from generator.intake.grid import Book, Cell, Row, Sheet
from generator.intake.mistakes import FileRefused, Notice, Place

_SEPARATORS: Final = (";", ",", "\t", "|")
#: What spreadsheet programs start a calculation with; in a text file nothing else tells one from text.
_CALCULATES: Final = ("=", "+", "-", "@")
_PEEK: Final = 64 * 1024


def read_text_file(path: Path, data: bytes) -> Book:
    """Return the file as one sheet; raises ``FileRefused`` if it is no table of text."""
    text, notices = _decode(data)
    if "\x00" in text:
        raise FileRefused(f"{path.name} is geen tekstbestand. Sla de lijst op als .xlsx of als .csv.")
    separator, text = _separator(text)
    rows = tuple(_rows(path, text, separator))
    return Book(path, (Sheet(path.stem, rows),), as_text=True, notices=notices)


def _decode(data: bytes) -> tuple[str, tuple[Notice, ...]]:
    """Return the text: by its byte order mark, as UTF-16 by its zeros, as UTF-8, or else as Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    head = data[:2000]
    if len(head) > 1 and head.count(b"\x00") > len(head) // 4:
        return data.decode("utf-16-le" if head[1:2] == b"\x00" else "utf-16-be", errors="replace"), ()
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        text = "Het bestand is geen UTF-8; het is gelezen als Windows-1252. Kijk of letters met een accent kloppen."
        return data.decode("cp1252", errors="replace"), (Notice(text),)


def _separator(text: str) -> tuple[str, str]:
    """Return the separator, by which most headings are known, and the text without Excel's own line about it."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        return first.strip()[-1], rest
    if first.strip().lower() == "sep=":  # a tab, of which nothing is left after stripping
        return "\t", rest
    head = text[:_PEEK]
    return max(_SEPARATORS, key=lambda separator: _score(head, separator)), text


def _score(head: str, separator: str) -> tuple[int, int]:
    known = [0]
    try:
        for number, values in enumerate(csv.reader(io.StringIO(head, newline=""), delimiter=separator), start=1):
            known.append(known_headings(_row(number, values[: limits.LIST_COLUMNS])))
            if number >= 40:
                break
    except csv.Error:
        pass
    return max(known), head.count(separator)


def _rows(path: Path, text: str, separator: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: list[Row] = []
    cells = 0
    try:
        for number, values in enumerate(reader, start=1):
            row = _row(number, values)
            cells += len(row.cells)
            if number > limits.LIST_ROWS or cells > limits.LIST_CELLS or len(values) > limits.LIST_COLUMNS:
                raise FileRefused(
                    f"{path.name} is te groot: we lezen hooguit {limits.LIST_ROWS} rijen van "
                    f"{limits.LIST_COLUMNS} kolommen."
                )
            if row.cells:
                rows.append(row)
    except csv.Error as problem:
        raise FileRefused(
            f"In {path.name} klopt een aanhalingsteken niet, bij regel {reader.line_num}. "
            "Verbeter dat, of sla de lijst op als .xlsx."
        ) from problem
    return rows


def _row(number: int, values: list[str]) -> Row:
    return Row(
        number,
        {
            column: Cell(Place(number, column), value, formula=_is_formula(value))
            for column, value in enumerate(values, start=1)
            if value.strip()
        },
    )


def _is_formula(value: str) -> bool:
    """Tell whether a spreadsheet program would run this text; a telephone number or a lone dash is no formula."""
    text = value.lstrip(" \t\r\n\u00a0")
    if not text.startswith(_CALCULATES):
        return False
    rest = text[1:]
    if text[0] == "-" and not rest.strip(" -"):
        return False
    return not (text[0] == "+" and rest.strip() and not rest.strip(" 0123456789()./-\u00a0"))
