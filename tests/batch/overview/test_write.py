from __future__ import annotations

from pathlib import Path

import pytest

from generator.batch.overview import write_overview
from generator.batch.overview.aside import replaced
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


def test_what_fails_halfway_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "index.html"
    target.write_bytes(b"oud")

    def fail() -> None:
        with replaced(target) as file:
            file.write(b"half")
            raise OSError("vol")

    with pytest.raises(OSError, match="vol"):
        fail()
    assert written(tmp_path) == {"index.html": b"oud"}


def test_a_file_is_seen_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "index.html"
    target.write_bytes(b"oud")
    with replaced(target) as file:
        file.write(b"nieuw")
        file.flush()
        assert target.read_bytes() == b"oud"
    assert written(tmp_path) == {"index.html": b"nieuw"}


def test_what_a_killed_run_left_is_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "index.html"
    with replaced(target) as file:
        left = Path(file.name)
    left.write_bytes(b"rest van een vorige keer, veel langer dan wat er nu komt")
    with replaced(target) as file:
        file.write(b"kort")
    assert written(tmp_path) == {"index.html": b"kort"}
