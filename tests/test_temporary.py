"""What is only needed for a moment goes with the process that needed it, or with the next one."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from threading import Timer

import pytest
from filelock import FileLock

from generator.claimed import LOCK, Claimed, claimed
from generator.errors import BuildFailed
from generator.temporary import temporary_folder
from tests.cli.conftest import environment_for

PROGRAM = """
import sys
from generator.temporary import temporary_folder

with temporary_folder() as folder:
    (folder / "half.html").touch()
    print(folder.name, flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def another_process(place: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        env=environment_for(TMPDIR=str(place)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_it_is_private_and_gone_afterwards(place: Path) -> None:
    with temporary_folder() as folder:
        assert folder.stat().st_mode & 0o077 == 0
        assert folder.parent == place
        with temporary_folder() as another:
            assert folder.is_dir()
            assert another != folder
    assert list(place.iterdir()) == []


def test_what_a_killed_process_left_goes_and_what_another_is_busy_with_stays(place: Path) -> None:
    with another_process(place) as killed, another_process(place) as busy:
        assert killed.stdout
        assert busy.stdout
        left, alive = killed.stdout.readline().strip(), busy.stdout.readline().strip()
        killed.kill()
        killed.wait()
        assert (place / left / "half.html").is_file()
        with temporary_folder():
            assert not (place / left).exists()
            assert (place / alive / "half.html").is_file()
        busy.communicate("")
    assert list(place.iterdir()) == []


def test_a_link_that_somebody_put_there_is_not_followed(place: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    mine = tmp_path_factory.mktemp("van-mij")
    (mine / "brief.txt").write_text("van mij", encoding="utf-8")
    (place / "vertrouwenskit-0123456789abcdef").symlink_to(mine)
    (place / "vertrouwenskit-0123456789abcdef.lock").touch()
    (place / "vertrouwenskit-fedcba9876543210.lock").symlink_to(mine / "brief.txt")
    with temporary_folder():
        assert (mine / "brief.txt").read_text(encoding="utf-8") == "van mij"
        assert (place / "vertrouwenskit-0123456789abcdef").is_symlink()
    assert (mine / "brief.txt").is_file()


def test_no_place_for_it_is_told_with_a_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "bestand"))
    with pytest.raises(BuildFailed, match=r"geen plek voor tijdelijke bestanden.*TMPDIR"), temporary_folder():
        pass


def test_who_cleans_up_beside_it_does_not_stand_in_the_way(tmp_path: Path) -> None:
    """Another process may hold the lock of a new folder for a moment, to see whether anybody uses it."""
    looking = FileLock(tmp_path / f"nieuw{LOCK}", thread_local=False)
    looking.acquire()
    later = Timer(0.2, looking.release)
    later.start()
    with claimed(tmp_path / "nieuw", wait=30) as folder:
        assert folder.is_dir()
    later.join()
    with FileLock(tmp_path / f"nieuw{LOCK}"), pytest.raises(Claimed), claimed(tmp_path / "nieuw"):
        pytest.fail("it belongs to another")
