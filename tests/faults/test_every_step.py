"""Whatever step a command is stopped at, what stood there is whole, and the next run makes it as it should be.

A portion of the loop in ``every_step.py``, in a process of its own: it forks, which a process with threads should not.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.cli.conftest import environment_for
from tests.conftest import ROOT


def disturbed(*options: str) -> list[dict[str, Any]]:
    """Return what was seen of each fault."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.every_step", *options],
        cwd=ROOT,
        env=environment_for(SOURCE_DATE_EPOCH="1795219200"),
        capture_output=True,
        encoding="utf-8",
        timeout=900,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode in {0, 1}, done.stderr
    assert lines, done.stderr
    assert sum(line["steps"] for line in lines) > len(lines)
    return lines


@pytest.mark.parametrize(
    ("world", "faults", "portion"),
    [
        ("build", ("killed", "torn"), "41"),
        ("build", ("ENOSPC", "EIO", "ENOENT"), "67"),
        ("import", ("killed", "torn", "ENOSPC", "ENOENT"), "4"),
        ("new", ("killed", "torn", "ENOSPC", "EACCES"), "1"),
    ],
)
def test_a_disturbed_command_leaves_everything_whole_and_the_next_one_repairs_it(
    world: str, faults: tuple[str, ...], portion: str
) -> None:
    lines = disturbed("--worlds", world, "--portion", portion, "--first", "7", "--faults", *faults)
    assert {line["fault"].split()[0] for line in lines} == set(faults)
    assert [line for line in lines if line["wrong"]] == []
