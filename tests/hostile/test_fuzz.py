"""The fuzzer, which is run by hand for as long as somebody likes, works: a few cases of each of its kinds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from generator.kit.svg import svg_problem
from generator.resources import Resources
from tests.hostile.drawings import Writer
from tests.hostile.fuzz import KINDS


@pytest.mark.parametrize(
    ("kind", "cases"), [("build", 1), ("damaged", 20), ("drawing", 60), ("picture", 20), ("text", 20)]
)
def test_a_few_cases_of_each_kind_end_as_they_should(
    kind: str, cases: int, tmp_path: Path, resources: Resources
) -> None:
    for seed in range(cases):
        KINDS[kind](Random(seed), tmp_path, resources)  # noqa: S311  the same cases every time
    assert KINDS.keys() == {"build", "damaged", "drawing", "picture", "text"}


def test_drawings_made_by_chance_are_taken_and_refused_for_many_reasons() -> None:
    seen = Counter(svg_problem(Writer(Random(seed)).drawing().encode()) for seed in range(400))  # noqa: S311
    assert seen[None] > 20
    assert len(seen) > 5
    assert not seen[""]
