"""Is this archive an Excel workbook that can be opened without risk? Looked at before any of it is parsed."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from typing import Final

from generator import limits
from generator.intake.mistakes import FileRefused

_CHUNK: Final = 1024 * 1024
_DECLARES: Final = (b"<!DOCTYPE", b"<!ENTITY")
#: The same in UTF-16, which an XML part may be written in.
_WIDE: Final = tuple(word.decode().encode(code) for word in _DECLARES for code in ("utf-16-le", "utf-16-be"))
_BROKEN: Final = "is beschadigd of geen Excel-bestand. Open het in Excel of LibreOffice en sla het op als .xlsx."


def check_archive(path: Path) -> None:
    """Raise ``FileRefused`` for what is no plain workbook: other formats, macros, bombs, XML with declarations."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check(path, archive)
    # A RuntimeError is a file with a password; one packed in a way that Python can't unpack is a kind of that.
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as problem:
        raise FileRefused(f"{path.name} {_BROKEN}") from problem


def _check(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "mimetype" in names and "content.xml" in names:
        raise FileRefused(f"{path.name} is een bestand van LibreOffice. Sla het op als .xlsx: Bestand, Opslaan als.")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise FileRefused(f"In {path.name} zitten macro's. Sla de lijst op als .xlsx, zonder macro's.")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/workbook") for name in names):
        raise FileRefused(f"{path.name} {_BROKEN}")
    if any(name.startswith("xl/workbook.bin") for name in names):
        raise FileRefused(f"{path.name} is een binair Excel-bestand (.xlsb). Sla het op als .xlsx.")
    markup = [part for part in parts if part.filename.lower().endswith((".xml", ".rels", ".vml"))]
    if len(parts) > limits.LIST_PARTS or sum(part.file_size for part in markup) > limits.LIST_XML_BYTES:
        raise FileRefused(
            f"{path.name} is uitgepakt te groot. Zet alleen de ledenlijst in een nieuw bestand, zonder opmaak."
        )
    for part in markup:
        _refuse_declarations(path, archive, part)


def _refuse_declarations(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse declarations, with which a small part can become endless or fetch another file; workbooks have none."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            window = tail + chunk
            if any(word in window for word in (*_DECLARES, *_WIDE)):
                raise FileRefused(f"In {path.name} zit iets dat niet in een ledenlijst hoort ({part.filename}).")
            tail = window[-32:]
