"""Run by hand: damaged kits, hostile texts, drawings, pictures and whole builds, with the judges of the tests.

``python tests/hostile/fuzz.py --minutes 10`` tries new cases; a case that fails is told with its seed, and
``--seed N --count 1`` shows it again.
"""

from __future__ import annotations

import argparse
import inspect
import sys
import tempfile
import time
import traceback
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator.resources import Resources, default_resources
from tests.hostile import fields, test_output, texts
from tests.hostile.drawings import try_drawing
from tests.hostile.judging import judge
from tests.hostile.mutating import good_files, mutated, write_examples
from tests.hostile.pictures import try_picture

RESOURCES = default_resources()


def main() -> int:
    """Run cases until their number or the time is reached; return 1 if one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first case")
    parser.add_argument("--count", type=int, default=10**9, help="how many cases at most")
    parser.add_argument("--minutes", type=float, default=1.0, help="how long at most")
    parser.add_argument("--kind", choices=sorted(KINDS), help="one sort of case only")
    asked = parser.parse_args()
    failed: Counter[str] = Counter()
    end = time.monotonic() + asked.minutes * 60
    seed = asked.seed
    with tempfile.TemporaryDirectory() as scratch:
        while seed < asked.seed + asked.count and time.monotonic() < end:
            kind = asked.kind or sorted(KINDS)[seed % len(KINDS)]
            _run(kind, seed, Path(scratch), failed)
            seed += 1
    _say(f"{seed - asked.seed} cases, {failed.total()} failed in {len(failed)} places")
    return int(bool(failed))


def _run(kind: str, seed: int, scratch: Path, failed: Counter[str]) -> None:
    try:
        KINDS[kind](Random(seed), scratch, RESOURCES)  # noqa: S311  the same case every time
    except Exception as error:  # noqa: BLE001  all that is looked for
        place = str(traceback.extract_tb(error.__traceback__)[-1])
        failed[place] += 1
        if failed[place] == 1:
            _say(f"seed {seed} ({kind}): {error!r:.500} at {place}")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _damaged(random: Random, scratch: Path, resources: Resources) -> None:
    home = scratch / "damaged" / "bond" / "lid"
    if not home.exists():
        write_examples(scratch / "damaged")
    (home / "kit.yml").write_bytes(mutated(random, good_files()))
    (home.parent / "branche.yml").write_bytes(mutated(random, good_files()))
    judge(home, home.parents[1], resources)


def _text(random: Random, scratch: Path, resources: Resources) -> None:
    kit = fields.FULL
    for _ in range(random.choice((1, 1, 3))):
        kit = fields.with_text(kit, random.choice([*fields.places(kit)]), random.choice(texts.EVERY))
    if random.random() < 0.2:
        kit = fields.with_key(kit, random.choice([*fields.blocks(kit)]), random.choice(texts.EVERY))
    judge(fields.write(scratch / "texts", kit), scratch / "texts", resources)


def _picture(random: Random, scratch: Path, resources: Resources) -> None:
    try_picture(random, scratch / "pictures", resources)


def _build(random: Random, scratch: Path, resources: Resources) -> None:
    harmless = _harmless(scratch / "harmless", resources)
    more = ["".join(random.choices(texts.EVERY, k=2))[:200] for _ in range(40)]
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        hostile = test_output.hostile_output(Path(folder), resources, random.randrange(10_000), more)
        for name, judge_output in vars(test_output).items():
            if name.startswith("test_"):
                wanted = inspect.signature(judge_output).parameters
                judge_output(**{each: {"hostile": hostile, "harmless": harmless}[each] for each in wanted})


@cache
def _harmless(folder: Path, resources: Resources) -> test_output.Output:
    return test_output.harmless_output(folder, resources)


KINDS = {"build": _build, "damaged": _damaged, "drawing": try_drawing, "picture": _picture, "text": _text}

if __name__ == "__main__":
    sys.exit(main())
