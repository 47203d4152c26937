"""Disturb commands at every step that they take in the file system; see that nothing is half, and that it is repaired.

By hand: ``python -m tests.faults.every_step`` (all steps), or ``--portion 20 --first 3`` for every twentieth. Prints a
line of JSON for each world and kind of fault.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from tests.faults.steps import KILLED, REFUSALS, TORN, Ending, Fault, made_already, run
from tests.faults.worlds import World, a_build, a_new_kit, an_import, repaired, unwhole

WORLDS: Final[dict[str, Callable[[Path], World]]] = {"build": a_build, "import": an_import, "new": a_new_kit}


def main() -> int:
    """Go through worlds and faults; return 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--portion", type=int, default=1, help="every how many steps")
    parser.add_argument("--first", type=int, default=0, help="from which step")
    parser.add_argument("--worlds", nargs="*", choices=WORLDS, default=list(WORLDS))
    parser.add_argument("--faults", nargs="*", choices=[KILLED, TORN, *REFUSALS], default=[KILLED, TORN, *REFUSALS])
    asked = parser.parse_args()
    bad = 0
    with tempfile.TemporaryDirectory() as above, made_already():
        os.environ["TMPDIR"] = tempfile.tempdir = str(Path(above, "tijdelijk"))
        Path(above, "tijdelijk").mkdir()
        for name in asked.worlds:
            world = WORLDS[name](Path(above, name))
            for line in disturbed(world, asked.faults, asked.portion, asked.first):
                sys.stdout.write(json.dumps(line) + "\n")
                sys.stdout.flush()
                bad += len(line["wrong"])
    return 1 if bad else 0


def disturbed(world: World, faults: Sequence[str], portion: int, first: int = 0) -> Iterator[dict[str, Any]]:
    """Yield for each fault how many steps were disturbed, and everything that was not right."""
    for how in faults:
        for reading, exchange in _ways(how):
            start = time.monotonic()
            codes: Counter[str] = Counter()
            wrong: list[str] = []
            for fault, folder, ending in every(world, how, reading, exchange, portion, first):
                codes[str(ending.code)] += 1
                halves = unwhole(world, folder, may_be_gone=not exchange)
                found = _told_badly(ending) + halves + [f"after: {item}" for item in repaired(world, folder)]
                wrong += [f"step {fault.at}: {item}" for item in found]
            yield {
                "world": world.name,
                "fault": how + (" reading" if reading else "") + ("" if exchange else " moved"),
                "steps": codes.total(),
                "codes": dict(codes),
                "seconds": round(time.monotonic() - start, 1),
                "wrong": wrong,
            }


def every(  # noqa: PLR0917  the parts of one loop
    world: World, how: str, reading: bool, exchange: bool, portion: int, first: int
) -> Iterator[tuple[Fault, Path, Ending]]:
    """Yield every ``portion``-th step of a command, with its folder afterwards and how it ended."""
    at = first % portion
    while True:
        folder = world.fresh()
        fault = Fault(at, how, reading)
        ending = run(world.arguments, folder, fault, exchange=exchange)
        if ending.code is not None and ending.steps <= at:
            return  # there is no such step any more
        yield fault, folder, ending
        at += portion


def _ways(how: str) -> list[tuple[bool, bool]]:
    if how in {KILLED, TORN}:
        return [(False, True), (False, False)] if how == KILLED else [(False, True)]
    return [(False, True), (True, True)] if how in {"EIO", "EACCES", "ENOENT", "EMFILE"} else [(False, True)]


def _told_badly(ending: Ending) -> list[str]:
    if ending.code is None:
        return []
    words = ("Traceback", "in het programma zelf", "[Errno", *(os.strerror(code) for code in REFUSALS.values()))
    wrong = [f"said {word}: {ending.said[-1500:]}" for word in words if word in ending.said]
    return wrong + ([] if ending.code in {0, 1, 2, 3, 4} else [f"exit {ending.code}"])


if __name__ == "__main__":
    sys.exit(main())
