"""What is under way stands apart, and does not outlive who made it."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from generator.batch.workplace import workplace
from generator.errors import UsageError
from tests.cli.conftest import environment_for

PROGRAM = """
    import sys
    from pathlib import Path
    from generator.batch.workplace import workplace

    with workplace(Path("dist")) as folder:
        (folder / "half.html").touch()
        print(folder.name, flush=True)
        sys.stdin.read()
"""


def another_run(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(PROGRAM)],
        cwd=folder,
        env=environment_for(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def test_it_is_empty_and_gone_afterwards(tmp_path: Path) -> None:
    (tmp_path / "een-site").mkdir()
    with workplace(tmp_path) as folder:
        assert list(folder.iterdir()) == []
        (folder / "iets.html").touch()
    assert [path.name for path in tmp_path.iterdir()] == ["een-site"]


def test_an_output_in_which_nothing_came_is_not_made(tmp_path: Path) -> None:
    with workplace(tmp_path / "dist"):
        pass
    assert not (tmp_path / "dist").exists()


def test_what_a_killed_run_left_is_swept_up_and_what_another_is_busy_with_is_not(tmp_path: Path) -> None:
    with another_run(tmp_path) as killed, another_run(tmp_path) as busy:
        assert killed.stdout
        assert busy.stdout
        left, alive = killed.stdout.readline().strip(), busy.stdout.readline().strip()
        work = tmp_path / "dist/.vertrouwenskit/work"
        killed.kill()
        killed.wait()
        assert (work / left / "half.html").is_file()
        with workplace(tmp_path / "dist"):
            assert not (work / left).exists()
            assert (work / alive / "half.html").is_file()
        busy.communicate("")
    # Who was the first to write there takes the empty folders along.
    assert not work.exists() or list(work.iterdir()) == []


def test_an_output_that_can_not_be_written_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "dist").touch()
    with pytest.raises(UsageError, match="kan niet geschreven worden"), workplace(tmp_path / "dist"):
        pass


def test_what_a_killed_run_moved_aside_stands_there_again_before_anything_else_is_done(tmp_path: Path) -> None:
    aside = tmp_path / ".vertrouwenskit/work/0123456789abcdef/.een-kit/.oud/een"
    aside.mkdir(parents=True)
    (aside / "kit.json").write_text("{}", encoding="utf-8")
    with workplace(tmp_path):
        assert (tmp_path / "een/kit.json").is_file()
    assert not aside.exists()


def test_a_lock_without_its_folder_is_swept_up_too(tmp_path: Path) -> None:
    lock = tmp_path / ".vertrouwenskit/work/0123456789abcdef.lock"
    lock.parent.mkdir(parents=True)
    lock.touch()
    with workplace(tmp_path):
        assert not lock.exists()
