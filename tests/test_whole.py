"""A file is seen whole or not at all, whatever happens while it is written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.whole import replaced, sweep_unfinished, write_new, write_whole


def written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "kit.yml"
    path.write_bytes(b"oud")
    return path


def test_what_fails_halfway_leaves_the_old_file(target: Path) -> None:
    def fail() -> None:
        with replaced(target) as file:
            file.write(b"half")
            raise OSError("vol")

    with pytest.raises(OSError, match="vol"):
        fail()
    assert written(target.parent) == {"kit.yml": b"oud"}


def test_the_old_file_stands_until_the_new_one_is_finished(target: Path) -> None:
    with replaced(target) as file:
        file.write(b"nieuw")
        file.flush()
        assert target.read_bytes() == b"oud"
    assert written(target.parent) == {"kit.yml": b"nieuw"}


def test_two_that_write_the_same_file_at_once_do_not_mix(target: Path) -> None:
    with replaced(target) as one, replaced(target) as other:
        one.write(b"van de een")
        other.write(b"van de ander, en dat is meer")
    assert written(target.parent) == {"kit.yml": b"van de een"}


def test_what_a_killed_run_left_is_swept_up_and_nothing_else(target: Path) -> None:
    own = target.with_name(".mijn.nieuw")
    own.write_bytes(b"van mij")
    with replaced(target) as file:
        left = Path(file.name)
    left.write_bytes(b"half")
    sweep_unfinished(target.parent)
    assert written(target.parent) == {"kit.yml": b"", ".mijn.nieuw": b"van mij"}


def test_a_file_keeps_the_rights_that_it_had(target: Path) -> None:
    target.chmod(0o640)
    write_whole(target, b"nieuw")
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_new_file_never_takes_the_place_of_another(target: Path) -> None:
    with pytest.raises(FileExistsError):
        write_new(target, b"nieuw")
    assert written(target.parent) == {"kit.yml": b"oud"}


def no_links(*_: object) -> None:
    raise OSError(errno.EPERM, "no links here")


def test_where_no_links_are_a_new_file_is_written_all_the_same(
    target: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", no_links)
    write_new(tmp_path / "nieuw.yml", b"nieuw")
    with pytest.raises(FileExistsError):
        write_new(target, b"nieuw")
    assert written(tmp_path) == {"kit.yml": b"oud", "nieuw.yml": b"nieuw"}
