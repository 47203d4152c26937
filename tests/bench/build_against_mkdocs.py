"""Time the build of one kit's site against ``mkdocs build`` on the project that it stages; both as processes, in turn.

Run by hand: ``make bench``. It prints medians of CPU and wall-clock seconds and their ratio in this one run, because
absolute times say more about a machine than about us.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process took, in seconds."""

    cpu: float
    wall: float


def run(command: list[str]) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def median(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(cost.cpu for cost in costs), statistics.median(cost.wall for cost in costs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kit", default="bouwbedrijf-de-linge")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        stage, output = Path(folder, "stage"), Path(folder, "dist")
        # MkDocs makes no posters, so neither does this build; those are timed against another rival.
        build = [sys.executable, "-m", "generator", "build", arguments.kit, "--only", "site", "--output", str(output)]
        run([*build, "--keep-stage", str(stage)])
        config = str(stage / arguments.kit / "mkdocs.yml")
        mkdocs = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            config,
            "--site-dir",
            f"{folder}/site",
        ]
        run(mkdocs)
        ours, theirs = [], []
        for _ in range(arguments.runs):
            ours.append(run(build))
            theirs.append(run(mkdocs))
    one, other = median(ours), median(theirs)
    print(f"{arguments.kit}, {arguments.runs} runs of each in turn, medians")
    print(f"  vertrouwenskit build   cpu {one.cpu:.2f} s   wall {one.wall:.2f} s")
    print(f"  mkdocs build           cpu {other.cpu:.2f} s   wall {other.wall:.2f} s")
    cpu, wall = one.cpu / other.cpu, one.wall / other.wall
    print(f"  ratio                  cpu {cpu:.2f}     wall {wall:.2f}     (goal: at most 1.30)")


if __name__ == "__main__":
    main()
