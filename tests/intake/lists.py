"""Lists of members as tests write them: a workbook or a text file from rows, and an import that runs in the test."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from generator.intake.importing import Planned, Request, plan_import
from generator.intake.mistakes import Mistake
from generator.intake.places import kits_root_for
from generator.intake.publishing import write_plans
from generator.kit.shared import SharedIds
from tests.builders import SHARED

#: The fewest columns that make a valid kit, and one member in them.
HEADINGS = ("Lidnummer", "Naam organisatie", "Plaats", "Aantal medewerkers", "Vertrouwenspersoon 1", "VP 1 soort",
            "VP 1 telefoon", "VP 1 e-mail")  # fmt: skip
MEMBER = ("1001", "Bakkerij De Korenbloem", "Tiel", 45, "Samira El Amrani", "intern", "06 12345678",
          "samira@korenbloem.example")  # fmt: skip
BRANCHE = """\
formaat: 1
branche: {naam: Bond van Bakkers}
vergrendeld: [klachtencommissie]
vertrouwenspersonen:
  - {id: joost-verhage, naam: Joost Verhage, soort: extern, contact: {telefoon: "088 1234567"}}
klachtencommissie: {naam: Klachtencommissie Bakkers, soort: extern}
"""


def workbook(path: Path, rows: Iterable[Sequence[Any]], sheet: str = "Leden") -> Path:
    """Write an xlsx file with one sheet."""
    book = Workbook()
    book.active.title = sheet  # type: ignore[union-attr]
    for row in rows:
        book.active.append(list(row))  # type: ignore[union-attr]
    book.save(path)
    return path


def text_file(path: Path, rows: Iterable[Sequence[Any]], separator: str = ";", encoding: str = "utf-8") -> Path:
    """Write a text file; cells are not quoted."""
    text = "".join(separator.join("" if cell is None else str(cell) for cell in row) + "\n" for row in rows)
    path.write_bytes(text.encode(encoding))
    return path


def member(**other: Any) -> tuple[Any, ...]:
    """Return the row of ``MEMBER`` with some cells changed, by the key of the column."""
    keys = ("lidnummer", "naam", "plaats", "medewerkers", "vp", "soort", "telefoon", "email")
    values = dict(zip(keys, MEMBER, strict=True)) | other
    return tuple(values[key] for key in keys)


def planned(source: Path, into: Path, *, overwrite: bool = False, shared: SharedIds = SHARED) -> Planned:
    """Plan an import; the kits folder is the one around ``into`` that is called kits."""
    return plan_import(Request(source, into, kits_root_for(into, Path("kits")), None, overwrite), shared)


def imported(source: Path, into: Path, *, overwrite: bool = False, shared: SharedIds = SHARED) -> Planned:
    """Plan an import and write it."""
    found = planned(source, into, overwrite=overwrite, shared=shared)
    write_plans(found.plans, into, found.register)
    return found


def kits_folder(tmp_path: Path, *, branche: str | None = None) -> Path:
    """Make an empty folder for members."""
    into = tmp_path / "kits" / "bakkers"
    into.mkdir(parents=True)
    if branche is not None:
        (into / "branche.yml").write_text(branche, encoding="utf-8")
    return into


def cells(mistakes: Iterable[Mistake]) -> dict[str, str]:
    """Return the message of each mistake by its cell."""
    return {item.place.address: item.message for item in mistakes}


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return bytes and time of every file, to see whether anything was written."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
