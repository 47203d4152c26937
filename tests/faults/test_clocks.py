"""A clock that is wrong, or that jumps, makes no stale page and ends no run; ``--today`` says what a page says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from generator.batch.fingerprint import next_turn
from tests.builders import een_kit, lees
from tests.cli.conftest import Cli, a_kit, environment_for
from tests.faults.worlds import tree

_FAKETIME = shutil.which("faketime") or "faketime"
BUILD = ("build", "--only", "print")
#: Seconds since 1970: before it, at it, in the first and after the last year of a zip, and after 32 bits.
MOMENTS = [-86_400, 0, 315_532_800, 4_354_819_200, 7_258_118_400]


def changed(kit: Path, old: str, new: str) -> None:
    """Change a kit in such a way that its size and its time of writing stay as they were."""
    before = kit.stat()
    text = kit.read_text(encoding="utf-8")
    assert len(old) == len(new)
    assert old in text
    kit.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(kit, ns=(before.st_atime_ns, before.st_mtime_ns))


def at(clock: str, *arguments: str, cwd: Path) -> str:
    """Run a command under a clock that is wrong, without a date that says otherwise."""
    environment = environment_for()
    environment.pop("SOURCE_DATE_EPOCH", None)
    done = subprocess.run(
        [_FAKETIME, clock, sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("moment", MOMENTS)
def test_files_of_any_age_are_built_and_packed_and_then_left_alone(moment: int, cli: Cli) -> None:
    kit = a_kit("een")
    os.utime(kit, (moment, moment))
    assert cli(*BUILD, "--zip").code == 0
    before = tree(Path("dist"))
    assert "1 ongewijzigd" in cli(*BUILD, "--zip").out
    assert tree(Path("dist")) == before


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_change_that_leaves_size_and_time_of_writing_as_they_were_is_seen(moment: int, cli: Cli) -> None:
    kit = a_kit("een")
    os.utime(kit, (moment, moment))
    cli(*BUILD)
    before = tree(Path("dist"))
    changed(kit, "Sam Bakker", "Kim Bakker")
    assert "1 van 1 kit gemaakt" in cli(*BUILD).out
    assert tree(Path("dist")) != before


def test_clocks_that_jump_to_and_fro_between_runs_leave_nothing_stale(folder: Path) -> None:
    kit = a_kit("een")
    names = ["Sam Bakker", "Kim Bakker", "Pim Bakker"]
    for year, old, new in zip((2066, 1986, 2026), names, [*names[1:], names[0]], strict=True):
        at(f"{year}-11-21 12:00:00", *BUILD, "--zip", cwd=folder)
        changed(kit, old, new)
    at("2026-11-21 12:00:00", *BUILD, "--zip", "--today", "2026-11-21", cwd=folder)
    last = tree(folder / "dist")
    shutil.rmtree(folder / "dist")
    at("2031-01-01 12:00:00", *BUILD, "--zip", "--today", "2026-11-21", cwd=folder)
    assert tree(folder / "dist") == last


@pytest.mark.parametrize("day", ["0001-01-01", "1979-12-31", "2107-12-31", "2150-01-01", "9999-12-31"])
def test_any_day_that_exists_can_be_built_on_and_packed(day: str, cli: Cli) -> None:
    a_kit("een")
    assert cli(*BUILD, "--zip", "--today", day).code == 0
    assert Path("dist/een.zip").is_file()


@pytest.mark.parametrize("day", [date(9999, 12, 31), date(9998, 12, 31), date(9999, 1, 1)])
def test_a_date_at_the_end_of_the_calendar_turns_on_that_day(day: date, tmp_path: Path) -> None:
    kit = lees(een_kit(tmp_path, gecontroleerd_op=day)).kit
    assert kit is not None
    assert next_turn(kit, date(2026, 11, 21)) == day
    assert next_turn(kit, date.max) is None
