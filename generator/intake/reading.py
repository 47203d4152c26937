"""A file of members, whatever it is called → a book; what it is shows from its first bytes."""

from __future__ import annotations

from math import ceil
from pathlib import Path
from typing import Final

from generator import limits
from generator.errors import UsageError
from generator.intake.grid import Book
from generator.intake.mistakes import FileRefused
from generator.refusals import refusal

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_REFUSED: Final = {
    ".ods": "is een bestand van LibreOffice. Sla het op als .xlsx: Bestand, Opslaan als.",
    ".xlsm": "mag macro's bevatten. Sla het op als .xlsx, zonder macro's.",
    ".xlsb": "is een binair Excel-bestand. Sla het op als .xlsx.",
    ".pdf": "is een pdf. Vraag om de lijst als .xlsx of .csv.",
    ".numbers": "is een bestand van Numbers. Exporteer het als Excel (.xlsx) of csv.",
}


def read_book(path: Path) -> Book:
    """Return the sheets of a file of members.

    Raises ``UsageError`` if there is no such file, and ``FileRefused`` if it cannot be read as a list.
    """
    if not path.is_file():
        raise UsageError(f"Het bestand {path} is er niet.")
    refused = _REFUSED.get(path.suffix.lower())
    if refused:
        raise FileRefused(f"{path.name} {refused}")
    data = _bytes(path)
    if data.startswith(_OLE):
        raise FileRefused(
            f"{path.name} is een oud Excel-bestand (.xls), of er staat een wachtwoord op. "
            "Sla het in Excel op als .xlsx, zonder wachtwoord."
        )
    if data.startswith(_ZIP):
        from generator.intake.workbook import read_workbook

        return read_workbook(path)
    if data[:1000].lstrip().lower().startswith((b"<html", b"<!doctype", b"<table", b"<?xml")):
        raise FileRefused(f"{path.name} is een webpagina, geen lijst. Open het in Excel en sla het op als .xlsx.")
    if path.suffix.lower() in {".xlsx", ".xls"}:
        raise FileRefused(f"{path.name} is geen Excel-bestand. Open het in Excel en sla het op als .xlsx.")
    from generator.intake.textfile import read_text_file

    return read_text_file(path, data)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.LIST_BYTES:
            raise FileRefused(
                f"{path.name} is {ceil(size / 1024 / 1024)} MB; we lezen hooguit "
                f"{limits.LIST_BYTES // 1024 // 1024} MB. "
                "Zet alleen de ledenlijst in een nieuw bestand, zonder plaatjes."
            )
        if size == 0:
            raise FileRefused(f"{path.name} is leeg.")
        return path.read_bytes()
    except OSError as error:
        raise FileRefused(f"{path.name} kan niet worden gelezen: {refusal(error)}.") from error
