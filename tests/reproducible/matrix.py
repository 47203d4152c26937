"""Build all examples and generated members under each circumstance by itself, and tell which of them made a difference.

``python tests/reproducible/matrix.py`` prints a table; ``--members 12`` and ``--seed 1`` say how large the association
is that it makes beside the examples. The test beside it changes everything at once, in two builds.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

# Started as a script, Python looks in this folder only.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.members import write_association
from tests.conftest import KITS
from tests.privacy.traces import words_below
from tests.reproducible.circumstances import HERE, THERE, Circumstances, build, copy_kits, place_of
from tests.reproducible.trees import difference, wrong_rights

#: The build that all others are compared with.
PLAIN: Final = Circumstances(place="plain")
#: One circumstance at a time: what it is called, and the build.
ONE_BY_ONE: Final = {
    "again": replace(PLAIN, place="again"),
    "longer path": replace(PLAIN, place=THERE.place, machine=THERE.machine),
    "kits elsewhere": replace(PLAIN, place="far", far=True),
    "east of the date line": replace(PLAIN, place="east", zone=HERE.zone),
    "west of the date line": replace(PLAIN, place="west", zone=THERE.zone),
    "language C": replace(PLAIN, place="c", language="C"),
    "language POSIX": replace(PLAIN, place="posix", language="POSIX"),
    "Turkish": replace(PLAIN, place="tr", language="tr_TR.UTF-8"),
    "a language that is absent": replace(PLAIN, place="absent", language="xx"),
    "hash seed": replace(PLAIN, place="seed", seed=4242),
    "umask 077": replace(PLAIN, place="mask", mask=0o077),
    "two jobs": replace(PLAIN, place="two", jobs=2),
    "many jobs": replace(PLAIN, place="many", jobs=6),
    "folders filled backwards": replace(PLAIN, place="back", backwards=True),
    "May 2031, a second before midnight": replace(PLAIN, place="late", moment="2031-05-06 23:59:59"),
    "the day by SOURCE_DATE_EPOCH": replace(PLAIN, place="epoch", by_epoch=True),
    "everything at once, here": replace(HERE, place="h"),
    "everything at once, there": THERE,
}


@dataclass(frozen=True)
class Row:
    """How one build ended: the difference with the plain one (empty if there is none), traces, seconds."""

    name: str
    told: str
    traces: int
    cpu: float
    wall: float


def rows(base: Path, source: Path, options: list[str], names: list[str]) -> Iterator[Row]:
    """Build under each circumstance and compare with the plain build."""
    plain = place_of(base, PLAIN)
    copy_kits(source, plain.kits, backwards=False)
    yield _row("plain", base, source, PLAIN, options, None)
    for name in names:
        yield _row(name, base, source, ONE_BY_ONE[name], options, plain.dist)


def _row(  # noqa: PLR0917  a build, and what it is held against
    name: str, base: Path, source: Path, at: Circumstances, options: list[str], plain: Path | None
) -> Row:
    place = place_of(base, at)
    copy_kits(source, place.kits, backwards=at.backwards)
    cpu, wall = _cpu(), time.monotonic()
    done = build(at, place, "--zip", *options)
    cpu, wall = _cpu() - cpu, time.monotonic() - wall
    if done.returncode != 0:
        return Row(name, f"exit code {done.returncode}: {done.stderr[-300:]}", 0, cpu, wall)
    told = difference(plain, place.dist, rights=at.mask == PLAIN.mask) if plain else ""
    told = told or "; ".join(wrong_rights(place.dist, at.mask)[:2])
    traces = words_below(place.dist, [at.machine, base.name, "2031-05-0"])
    if plain:
        shutil.rmtree(place.work.parent, ignore_errors=True)
    return Row(name, told, sum(map(len, traces.values())), cpu, wall)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def tell(line: str) -> None:
    """Print a line at once: a build takes its time."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _source(base: Path, members: int, seed: int) -> Path:
    """Return a folder of kits: the examples, and an association with so many members."""
    write_association(base, members, seed)
    for folder in ("bakkerij-van-dam", "bouw", "zorggroep-de-vecht"):
        shutil.copytree(KITS / folder, base / "kits" / folder)
    return base / "kits"


def main() -> int:
    """Print the table; return 1 if anything made a difference."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--members", type=int, default=8, help="members of the generated association (default: 8)")
    asked.add_argument("--seed", type=int, default=1, help="seed of that association (default: 1)")
    asked.add_argument("--engine", default="mkdocs", help="the engine of the sites (default: mkdocs)")
    asked.add_argument("--only", nargs="*", choices=ONE_BY_ONE, help="only these circumstances")
    given = asked.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory(prefix="zqxmatrix-") as folder:
        base = Path(folder) / "zqxbasis"
        base.mkdir()
        source = _source(base / "source", given.members, given.seed)
        kits = len(list(source.rglob("kit.yml")))
        tell(f"{kits} kits, engine {given.engine}\n")
        tell(f"{'circumstance':36} {'CPU s':>7} {'wall s':>7} traces  difference")
        for row in rows(base, source, ["--engine", given.engine], given.only or list(ONE_BY_ONE)):
            bad += bool(row.told) or row.traces > 0
            tell(f"{row.name:36} {row.cpu:7.1f} {row.wall:7.1f} {row.traces:6}  {row.told or 'none'}")
    return bad > 0


if __name__ == "__main__":
    raise SystemExit(main())
