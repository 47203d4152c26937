"""The command line as a person meets it: arguments in, text and an exit code out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.cli import main
from generator.starter import Starter, StarterAdvisor, starter_text
from tests.conftest import TODAY

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Cli = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the command line runs in."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "VERTROUWENSKIT_DEBUG"):
        # Set first, so that what a command sets is taken back after the test too.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    # A finding about a date must not come by itself when these tests are a year old.
    monkeypatch.setenv(
        "SOURCE_DATE_EPOCH", str(int(datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC).timestamp()))
    )
    # Rich lays out help for the width that it is told; a narrow runner must not break the lines that tests read.
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Run a command in this process."""

    def run(*arguments: str | Path) -> Answer:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Answer(code, captured.out, captured.err)

    return run


def process(*arguments: str | Path, cwd: Path, **environment: str) -> Answer:
    """Run a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env=environment_for(**environment),
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=120,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def environment_for(**more: str) -> dict[str, str]:
    """Return an environment in which this checkout can be imported, without what would change the output."""
    ours = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR"}}
    return {**ours, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


def a_kit(place: str, *lines: str, kits: str = "kits") -> Path:
    """Write a small kit that is in order into ``kits/place``, with ``lines`` added at the end, and return its file."""
    path = Path(kits) / place / "kit.yml"
    advisors = (
        StarterAdvisor("Sam Bakker", "intern", "06 12345678", "sam@voorbeeld.example"),
        StarterAdvisor("Joost Verhage", "extern", "088 1234567", "joost@verhage.example"),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    text = starter_text(Starter(path.parent.name, "Voorbeeld", 12, "je", advisors))
    in_order = (f"gecontroleerd_op: {TODAY}", "klachtencommissie: {naam: Klachtencommissie, soort: extern}")
    path.write_text(text + "".join(f"{line}\n" for line in (*in_order, *lines)), encoding="utf-8")
    return path
