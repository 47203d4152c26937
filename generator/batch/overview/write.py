"""Write the association's overview: three files, each made apart and then put in the place of the old one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.batch.member import Member
from generator.batch.overview.order import in_order
from generator.batch.overview.page import page
from generator.batch.overview.plain import without_places
from generator.batch.overview.report import report
from generator.batch.overview.spreadsheet import spreadsheet
from generator.resources import Resources
from generator.whole import replaced


def write_overview(  # noqa: PLR0913, PLR0917  what it tells, when, and where
    output: Path,
    members: Sequence[Member],
    title: str,
    today: date,
    resources: Resources,
    work: Path | None = None,
) -> None:
    """Write ``index.html``, ``report.json`` and ``report.csv`` in the folder ``output``, which exists.

    The same input gives the same bytes, in whatever order the members come. ``title`` names whose kits they are, for
    example the association. Each file grows in ``work`` (see ``replaced``). Raises ``OSError`` if one can't be written;
    it is then as it was.
    """
    ordered = in_order(replace(member, reason=without_places(member.reason, output)) for member in members)
    _write(output / "report.json", report(ordered, title, today), work)
    _write(output / "report.csv", spreadsheet(ordered), work)
    _write(output / "index.html", page(ordered, title, today, resources), work)


def _write(target: Path, pieces: Iterable[bytes], work: Path | None) -> None:
    with replaced(target, work) as file:
        file.writelines(pieces)
