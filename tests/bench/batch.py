"""Measure a build of many kits: CPU against ``mkdocs build``, doing nothing, memory, disk and rate.

``python tests/bench/batch.py --members 1000`` generates an association (``members.py``) and prints each figure beside
its goal, as ratios within this one run where it can, because absolute times say more about a machine than about us.
The goals are for 1,000 members; fewer show that the measuring works. ``--folder`` keeps members and output for a
later call with another ``--part``. Linux only: the kernel counts CPU and memory of all descendants.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parents[2]
#: The day that every build is told, so that midnight changes nothing halfway; the members were checked before it.
TODAY: Final = "2026-11-21"
#: Exit code of a build of which some kits failed.
_SOME_FAILED: Final = 4
#: A batch of fewer kits starts no worker process.
_FIRST: Final = 2
#: Number of ``PR_SET_CHILD_SUBREAPER`` in Linux's ``prctl.h``.
_SUBREAPER: Final = 36


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command and all its descendants took: seconds of CPU and on the wall, bytes of the largest process."""

    cpu: float
    wall: float
    peak: int


@dataclass(frozen=True, slots=True)
class Bench:
    """What the command line asks for; ``few`` members are the small association that memory is compared with."""

    folder: Path
    members: int
    few: int
    sample: int
    runs: int
    jobs: int
    seed: int

    def kits(self, members: int) -> Path:
        """Return the kits folder of an association of so many members, made if it is not there."""
        home = self.folder / f"leden-{members}-{self.seed}"
        if not home.is_dir():
            making = home.with_suffix(".nieuw")
            shutil.rmtree(making, ignore_errors=True)
            script = [sys.executable, str(ROOT / "tests" / "bench" / "members.py"), str(making)]
            run([*script, "--members", str(members), "--seed", str(self.seed)])
            making.rename(home)
        return home / "kits"

    def slugs(self, members: int) -> list[str]:
        """Return the members' folder names by number."""
        found = [file.parent.name for file in self.kits(members).glob("*/*/kit.yml")]
        return sorted(found, key=lambda slug: int(slug.rpartition("-")[2]))

    def output(self, members: int) -> Path:
        """Return where the association of so many members is built."""
        return self.folder / f"dist-{members}-{self.seed}"

    def build(self, members: int, output: Path, *more: str, jobs: int | None = None) -> Cost:
        """Build kits of the association of so many members, all unless ``more`` names some."""
        fixed = ["--kits", str(self.kits(members)), "--output", str(output), "--today", TODAY]
        return run([sys.executable, "-m", "generator", "build", *more, *fixed, "--jobs", str(jobs or self.jobs)])


def run(command: Sequence[str]) -> Cost:
    """Run a command to its end, with everything that it starts. Ends the benchmark if it fails."""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        counted = [used]
        # Helpers that outlive the command are ours now; what a pool's processes used is counted with them.
        with suppress(ChildProcessError):
            while True:
                counted.append(os.wait4(-1, 0)[2])
        said.seek(0)
        _judge(process.returncode, f"{' '.join(command)}\n{said.read().decode(errors='replace')[-3000:]}")
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in counted)
    return Cost(cpu, wall, max(usage.ru_maxrss for usage in counted) * 1024)


def _judge(code: int, told: str) -> None:
    """Go on where some kits of many failed, but show it: a figure for fewer kits is a smaller figure."""
    if code == _SOME_FAILED:
        print(told, file=sys.stderr)
    elif code:
        sys.exit(told)


def adopt_orphans() -> None:
    """Let the kernel hand us what our commands leave running (``prctl(2)``), so that none goes uncounted."""
    if ctypes.CDLL(None, use_errno=True).prctl(_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def tell(what: str, figure: str, goal: str = "") -> None:
    print(f"  {what:<44} {figure:<28} {f'goal: {goal}' if goal else ''}".rstrip(), flush=True)


def cpu(bench: Bench) -> None:
    """Compare the CPU of a kit in a warm batch with that of MkDocs on the project that it stages.

    The cost of the others after the first two is that of a warm batch: two kits already go through a worker process,
    so what starting it takes is in both and falls out.
    """
    sample = bench.slugs(bench.members)[: bench.sample]
    print(f"CPU of {len(sample)} kits, one after another, {bench.runs} runs, medians")
    for name, goal, only in (("complete kit", "0.80", ()), ("site alone", "0.35", ("--only", "site"))):
        _compare(bench, sample, name, goal, only)


def _compare(bench: Bench, sample: list[str], name: str, goal: str, only: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory(dir=bench.folder) as folder:
        stage, output = Path(folder, "project"), Path(folder, "dist")
        options = (*only, "--force")
        bench.build(bench.members, output, *sample, *options, "--keep-stage", str(stage), jobs=1)
        first, all_of_them, theirs = [], [], []
        half = len(sample) // 2
        for _ in range(bench.runs):
            # In turn, so that a machine that becomes slower does so for both.
            first.append(bench.build(bench.members, output, *sample[:_FIRST], *options, jobs=1).cpu)
            site = Path(folder, "mkdocs")
            before = [_mkdocs(stage / slug, site) for slug in sample[:half]]
            all_of_them.append(bench.build(bench.members, output, *sample, *options, jobs=1).cpu)
            theirs.append(statistics.mean(before + [_mkdocs(stage / slug, site) for slug in sample[half:]]))
    one, many, other = statistics.median(first), statistics.median(all_of_them), statistics.median(theirs)
    warm = (many - one) / (len(sample) - _FIRST)
    plain = many / len(sample)
    tell(f"mkdocs build, {name}", f"{other:.2f} s")
    tell(f"{name}, after the first two", f"{warm:.2f} s   ratio {warm / other:.2f}", f"at most {goal}")
    tell(f"{name}, all of them", f"{plain:.2f} s   ratio {plain / other:.2f}")


def _mkdocs(project: Path, site: Path) -> float:
    config = ["--config-file", str(project / "mkdocs.yml"), "--site-dir", str(site)]
    return run([sys.executable, "-m", "mkdocs", "build", "--quiet", *config]).cpu


def memory(bench: Bench) -> None:
    """Build a few and all from nothing: the largest process of each run, and the rate of the whole."""
    few = bench.build(bench.few, bench.output(bench.few), "--force")
    everything = bench.build(bench.members, bench.output(bench.members), "--force")
    minutes = everything.wall / 60
    print(f"The whole of {bench.members} kits, {bench.jobs} at a time")
    tell("wall", f"{everything.wall:.0f} s   {bench.members / minutes:.0f} kits a minute")
    tell("CPU", f"{everything.cpu:.0f} s   {everything.cpu / bench.members:.2f} s a kit")
    print(f"Memory of the largest process, at {bench.few} and at {bench.members} kits")
    figure = f"{few.peak / 1e6:.0f} and {everything.peak / 1e6:.0f} MB"
    tell(figure, f"ratio {everything.peak / few.peak:.2f}", "at most 1.20")


def nothing(bench: Bench) -> None:
    """Build again with nothing changed, and with one value of one kit changed."""
    members, output = bench.members, bench.output(bench.members)
    slug = bench.slugs(members)[0]
    bench.build(members, output)
    same = [bench.build(members, output).wall for _ in range(bench.runs)]
    file = next(bench.kits(members).glob(f"*/{slug}/kit.yml"))
    was = file.read_bytes()
    changed = []
    try:
        for at in range(bench.runs):
            file.write_text(_changed(was, f"HR, ronde {time.time_ns()}-{at}"), encoding="utf-8")
            changed.append(bench.build(members, output).wall)
    finally:
        file.write_bytes(was)
    bench.build(members, output)
    with tempfile.TemporaryDirectory(dir=bench.folder) as alone:
        one = [bench.build(members, Path(alone), slug, "--force", jobs=1).wall for _ in range(bench.runs)]
    unchanged, after, build = statistics.median(same), statistics.median(changed), statistics.median(one)
    print(f"Nothing and little to do, {members} kits, {bench.runs} runs, medians")
    tell("nothing changed", f"{unchanged:.2f} s", "under 3 s for 1,000 kits")
    tell("one value changed", f"{after:.2f} s   {after - unchanged:.2f} s more", "one build more")
    tell("one build, as a process of its own", f"{build:.2f} s")


def _changed(kit: bytes, sender: str) -> str:
    values: dict[str, Any] = yaml.safe_load(kit)
    values["organisatie"]["afzender"] = sender
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=False))


def disk(bench: Bench) -> None:
    """Count what the sites take on disk, against as many that ``mkdocs build`` writes from the same staged projects.

    Those are copies: each has all that the theme brings. They are built for members spread over the whole association.
    The output is also counted as it would be if no two names shared their bytes.
    """
    output = bench.output(bench.members)
    bench.build(bench.members, output)
    os.sync()  # a file system may count a block only when it is written
    print(f"Disk of {bench.members} kits")
    sites, named = _sizes(output, _of_a_site)
    plain = _plain_size(bench) * bench.members
    tell(f"sites, {sites / 1e6:.0f} of {plain / 1e6:.0f} MB", f"ratio {sites / plain:.2f}", "at most 0.40")
    tell(f"sites, {sites / 1e6:.0f} of {named / 1e6:.0f} MB", f"ratio {sites / named:.2f} if no name shared bytes")
    real, copies = _sizes(output, lambda _: True)
    tell(f"everything, {real / 1e6:.0f} of {copies / 1e6:.0f} MB", f"ratio {real / copies:.2f} if no name shared bytes")


def _plain_size(bench: Bench) -> float:
    """Return the bytes on disk of one site as ``mkdocs build`` makes it, the mean of a sample."""
    slugs = bench.slugs(bench.members)
    sample = slugs[:: max(1, len(slugs) // bench.sample)][: bench.sample]
    with tempfile.TemporaryDirectory(dir=bench.folder) as folder:
        stage, output = Path(folder, "project"), Path(folder, "dist")
        bench.build(bench.members, output, *sample, "--force", "--keep-stage", str(stage))
        found = []
        for slug in sample:
            site = Path(folder, "sites", slug)
            _mkdocs(stage / slug, site)
            os.sync()
            found.append(_sizes(site, lambda _: True)[0])
    return statistics.mean(found)


def _of_a_site(inside: Path) -> bool:
    """Tell whether a path, from the output folder, is part of a site or of what sites share."""
    return inside.parts[0].startswith(".") or "site" in inside.parts[1:2]


def _sizes(output: Path, wanted: Callable[[Path], bool]) -> tuple[int, int]:
    """Return the bytes that files and folders take, each once, and with every name counted."""
    seen: dict[tuple[int, int], int] = {}
    copies = 0
    for path in output.rglob("*"):
        if path.is_symlink() or not wanted(path.relative_to(output)):
            continue
        state = path.stat()
        seen[state.st_dev, state.st_ino] = state.st_blocks * 512
        # What lies hidden beside the kits would not be there if every site had its own copy.
        if not path.relative_to(output).parts[0].startswith("."):
            copies += state.st_blocks * 512
    return sum(seen.values()), max(copies, 1)


PARTS: Final = {"cpu": cpu, "memory": memory, "nothing": nothing, "disk": disk}


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", action="append", choices=PARTS, help="one part; repeat for more (default: all)")
    parser.add_argument("--members", type=int, default=1000)
    parser.add_argument("--few", type=int, default=50, help="the small association that memory is compared with")
    parser.add_argument("--sample", type=int, default=20, help="how many members the CPU is measured on")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--folder", type=Path, help="keep members and output here (default: a temporary folder)")
    asked = parser.parse_args()
    adopt_orphans()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (asked.folder or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        few, sample = min(asked.few, asked.members), min(asked.sample, asked.members)
        if sample <= _FIRST:
            parser.error(f"--sample and --members must be more than {_FIRST}")
        bench = Bench(folder, asked.members, few, sample, asked.runs, asked.jobs, asked.seed)
        for name in asked.part or PARTS:
            PARTS[name](bench)


if __name__ == "__main__":
    main()
