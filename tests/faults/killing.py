"""Kill real runs at random moments, again and again; after each the output is whole, and at the end it is finished.

By hand: ``python -m tests.faults.killing --rounds 200 --seed 1``. Each round starts ``build`` over several kits in two
processes, after one of the kits changed, and kills the run, one of its workers, or all of them together.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.cli.conftest import a_kit, environment_for
from tests.cli.test_build_many import wholes, workers_of
from tests.faults.worlds import litter, tree

SLUGS: Final = ("een", "twee", "drie")
#: The part of a run after which it is killed: not before Python has started, nor so late that it is sure to be done.
_MOMENTS: Final = (0.1, 0.9)
_BUILD: Final = ["build", "--jobs", "2", "--zip", "--only", "print", "--today", "2026-11-21"]
WHOM: Final = ("run", "worker", "group")


@dataclass
class Seen:
    """What was seen in all rounds: how runs ended, by whom was killed, and what was wrong."""

    endings: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def rounds(folder: Path, number: int, seed: int) -> Seen:
    """Kill ``number`` runs in an empty folder; the last one is left alone, and must finish the work."""
    chance, seen = random.Random(seed), Seen()  # noqa: S311  no secret
    os.chdir(folder)
    for slug in SLUGS:
        a_kit(slug)
    lasts = _lasts()
    for at in range(number):
        _rename(Path("kits", chance.choice(SLUGS), "kit.yml"), f"Ronde {at}")
        whom = WHOM[at % len(WHOM)]
        seen.endings[f"{whom}: {_killed(folder, whom, lasts * chance.uniform(*_MOMENTS))}"] += 1
        seen.wrong += [f"round {at} ({whom}): {item}" for item in _broken(folder)]
    done = _undisturbed("dist")
    if done.returncode != 0:
        seen.wrong.append(f"the last run: {done.stdout}{done.stderr}")
    seen.wrong += [f"left over: {name}" for name in litter(folder / "dist")]
    seen.wrong += _unlike_an_undisturbed_build(folder)
    return seen


def _undisturbed(output: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *_BUILD, "--output", output]
    return subprocess.run(command, env=environment_for(), capture_output=True, text=True, check=False)


def _lasts() -> float:
    """Return how many seconds this machine needs for a run in which one kit has changed."""
    _undisturbed("proef")
    _rename(Path("kits", SLUGS[0], "kit.yml"), "Proef")
    start = time.monotonic()
    _undisturbed("proef").check_returncode()
    return time.monotonic() - start


def _rename(kit: Path, naam: str) -> None:
    lines = kit.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("  naam: "))
    lines[at] = f'  naam: "{naam}"'
    kit.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _killed(folder: Path, whom: str, after: float) -> str:
    """Start a run, kill it or a part of it, and return how it ended."""
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", *_BUILD],
        cwd=folder,
        env=environment_for(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        if whom == "group":
            os.killpg(running.pid, signal.SIGKILL)
        elif whom == "run":
            running.kill()
        else:
            for worker in workers_of(running.pid)[:1]:
                os.kill(worker, signal.SIGKILL)
    code = running.wait(60)
    assert running.stdout
    running.stdout.read()  # it ends when the last worker has seen that the run is gone
    running.stdout.close()
    return "killed" if code < 0 else str(code)


def _broken(folder: Path) -> list[str]:
    """Return what is half or out of place in an output, as a web server would show it."""
    dist = folder / "dist"
    if not dist.is_dir():
        return []
    try:
        wholes(dist)
    except (AssertionError, OSError, ValueError) as problem:
        return [f"not whole: {problem}"]
    for packed in dist.glob("*.zip"):
        with zipfile.ZipFile(packed) as archive:
            if (damaged := archive.testzip()) is not None:
                return [f"not whole: {packed.name}: {damaged}"]
    known = {*SLUGS, *(f"{slug}.zip" for slug in SLUGS), "index.html", "report.json", "report.csv", ".vertrouwenskit"}
    return [f"out of place: {path.name}" for path in dist.iterdir() if path.name not in known]


def _unlike_an_undisturbed_build(folder: Path) -> list[str]:
    _undisturbed("vers").check_returncode()
    one, other = tree(folder / "dist"), tree(folder / "vers")
    told = {"index.html", "report.json", "report.csv"}  # what was made in this run, and what stood there
    return [f"unlike: {name}" for name in sorted({*one, *other} - told) if one.get(name) != other.get(name)]


def main() -> int:
    """Kill as often as was asked; return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        seen = rounds(Path(folder), asked.rounds, asked.seed)
    sys.stdout.write(f"{dict(seen.endings)}\n" + "".join(f"{line}\n" for line in seen.wrong))
    return 1 if seen.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
