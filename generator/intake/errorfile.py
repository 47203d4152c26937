"""The mistakes as a spreadsheet beside the list, to work through or to send on; no cell of it can run."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from generator.intake.mistakes import Mistake, column_letters
from generator.intake.publishing import write_if_other
from generator.intake.savedbook import FONT, is_ours, saved
from generator.kit.text import forbidden_character

HEADINGS: Final = ("Blad", "Cel", "Kolom", "Waarde", "Wat is er mis?", "Wat hoort hier?", "Voorbeeld")
_WIDTHS: Final = (14, 8, 26, 28, 60, 60, 34)
#: The wide forms are the same signs to some of them.
_RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LONGEST: Final = 500


def error_file(source: Path, *, as_text: bool) -> Path:
    """Return where the mistakes of a list are written: ``leden.xlsx`` gives ``leden-fouten.xlsx``."""
    return source.with_name(f"{source.stem}-fouten{'.csv' if as_text else '.xlsx'}")


def write_error_file(path: Path, mistakes: Sequence[Mistake], *, as_text: bool) -> bool:
    """Write the mistakes, or take an older file of ours away if there are none; return whether one stands there now.

    A file of that name that is not ours is left alone. Raises ``OSError`` if the disk or an open program refuses.
    """
    if path.exists() and not _made_by_us(path, as_text=as_text):
        return False
    if not mistakes:
        path.unlink(missing_ok=True)
        return False
    write_if_other(path, _csv(mistakes) if as_text else _xlsx(mistakes))
    return True


def _made_by_us(path: Path, *, as_text: bool) -> bool:
    data = path.read_bytes()
    return data.startswith(_head().encode("utf-8-sig")) if as_text else is_ours(data)


def _cells(item: Mistake) -> tuple[str, ...]:
    texts = (item.sheet, item.place.address, item.heading, item.value, item.message, item.expected, item.example)
    return tuple(_fit(text) for text in texts)


def _fit(text: str) -> str:
    """Return text that any spreadsheet can hold, not too long to look at."""
    shown = "".join("\ufffd" if forbidden_character(letter) else letter for letter in text)
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def _head() -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerow(HEADINGS)
    return stream.getvalue()


def _csv(mistakes: Sequence[Mistake]) -> bytes:
    """Write for a Dutch spreadsheet program: semicolons, and the mark by which it knows UTF-8."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";")
    # An apostrophe in front is how spreadsheets themselves write "this is text".
    writer.writerows([f"'{text}" if _may_run(text) else text for text in _cells(item)] for item in mistakes)
    return (_head() + stream.getvalue()).encode("utf-8-sig")


def _may_run(text: str) -> bool:
    return text.lstrip(" \u00a0").startswith(_RUNS) or text.startswith(("\n", " "))


def _xlsx(mistakes: Sequence[Mistake]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101  a new workbook has one sheet
    sheet.title = "Fouten"
    for number, (heading, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True), start=1):
        sheet.cell(1, number, heading).font = Font(name=FONT, bold=True)
        sheet.column_dimensions[column_letters(number)].width = width
    for row, item in enumerate(mistakes, start=2):
        for number, text in enumerate(_cells(item), start=1):
            cell = sheet.cell(row, number)
            cell.value = text
            cell.data_type = "s"
            # Without it a text that begins with = becomes a formula once somebody edits the cell.
            cell.quotePrefix = _may_run(text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:G{len(mistakes) + 1}"
    return saved(book)
