"""A clock that is wrong, or that jumps, makes no stale page and ends no run; ``--today`` says what a page says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest
from PIL import Image

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


@contextmanager
def jumping(file: Path, moments: Sequence[str]) -> Iterator[dict[str, str]]:
    """Give an environment in which the clock jumps from moment to moment all the time, forward and back."""
    file.write_text(f"@{moments[0]}", encoding="utf-8")
    library = subprocess.run(
        [_FAKETIME, "2026-01-01", "printenv", "LD_PRELOAD"], capture_output=True, encoding="utf-8", check=True
    ).stdout.strip()
    over = threading.Event()

    def jump() -> None:
        for moment in cycle(moments):
            beside = file.with_suffix(".next")
            beside.write_text(f"@{moment}", encoding="utf-8")
            beside.replace(file)
            if over.wait(0.003):
                return

    thread = threading.Thread(target=jump)
    thread.start()
    try:
        yield {
            "LD_PRELOAD": library,
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_NO_CACHE": "1",
            # What waits does so by a clock that never jumps, and files say when they were written.
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }
    finally:
        over.set()
        thread.join()


def test_a_clock_that_jumps_while_a_kit_is_made_gives_the_kit_of_one_day(folder: Path, tmp_path: Path) -> None:
    """Whatever is asked of the clock on the way, all pages and sheets say the same day."""
    days = ["2026-11-21", "2031-01-01"]
    kit = a_kit("een")
    photo = "soort: intern\n    foto: {bestand: foto.png, toestemming: 2028-01-01}"
    kit.write_text(kit.read_text(encoding="utf-8").replace("soort: intern", photo), encoding="utf-8")
    Image.new("RGB", (600, 800), "teal").save(kit.with_name("foto.png"))
    of_a_day = []
    for day in days:
        at(f"{day} 12:00:00", "build", "--today", day, "--output", day, cwd=folder)
        of_a_day.append(tree(folder / day / "een"))
    assert [any("foto" in name for name in made) for made in of_a_day] == [False, True]
    environment = environment_for()
    environment.pop("SOURCE_DATE_EPOCH", None)
    with jumping(tmp_path / "klok", [f"{day} 12:00:00" for day in days]) as clock:
        assert sorted(asked_of(environment | clock)) == days
        for number in range(3):
            done = subprocess.run(
                [sys.executable, "-m", "generator", "build", "--force", "--jobs", str(1 + number % 2)],
                cwd=folder,
                env=environment | clock,
                capture_output=True,
                encoding="utf-8",
                timeout=120,
                check=False,
            )
            assert done.returncode == 0, done.stdout + done.stderr
            assert tree(folder / "dist/een") in of_a_day
    at("2026-11-21 12:00:00", "build", cwd=folder)
    assert tree(folder / "dist/een") == of_a_day[0]


def asked_of(environment: dict[str, str]) -> list[str]:
    """Return the days that a process sees which asks again and again for half a second."""
    code = """
import datetime, time
seen, start = set(), time.monotonic()
while time.monotonic() < start + 0.5:
    seen.add(str(datetime.date.today()))
print(*seen)
"""
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


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
