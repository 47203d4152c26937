"""Write the association's overview: first all three files are made, each beside the old one, then it is replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.batch.member import Member
from generator.batch.overview.aside import replaced
from generator.batch.overview.order import in_order
from generator.batch.overview.page import page
from generator.batch.overview.plain import without_places
from generator.batch.overview.report import report
from generator.batch.overview.spreadsheet import spreadsheet
from generator.resources import Resources


def write_overview(output: Path, members: Sequence[Member], title: str, today: date, resources: Resources) -> None:
    """Write ``index.html``, ``report.json`` and ``report.csv`` in the folder ``output``, which exists.

    The same input gives the same bytes, in whatever order the members come. ``title`` names whose kits they are, for
    example the association. Raises ``OSError`` if a file can't be written; that file is then as it was.
    """
    ordered = in_order(replace(member, reason=without_places(member.reason, output)) for member in members)
    _write(output / "report.json", report(ordered, title, today))
    _write(output / "report.csv", spreadsheet(ordered))
    _write(output / "index.html", page(ordered, title, today, resources))


def _write(target: Path, pieces: Iterable[bytes]) -> None:
    with replaced(target) as file:
        file.writelines(pieces)
