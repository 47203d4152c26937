from __future__ import annotations

from pathlib import Path

from generator.batch.overview import write_overview
from generator.resources import Resources
from tests.batch.overview.members import DAY, TITLE, veel_leden

FILES = {"index.html", "report.json", "report.csv"}


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_three_files_are_written_and_nothing_else(tmp_path: Path, resources: Resources) -> None:
    write_overview(tmp_path, veel_leden(12), TITLE, DAY, resources)
    assert set(written(tmp_path)) == FILES


def test_the_same_members_give_the_same_bytes_in_whatever_order(tmp_path: Path, resources: Resources) -> None:
    members = veel_leden(30)
    write_overview(tmp_path, members, TITLE, DAY, resources)
    first = written(tmp_path)
    write_overview(tmp_path, members[::-1], TITLE, DAY, resources)
    assert written(tmp_path) == first
