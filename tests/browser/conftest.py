"""The output of one run over all example kits: their sites, the association's campaign and the overview."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, KITS, ROOT, TODAY

#: Every site in the output, with the least number of pages that it must have.
SITES = {**dict.fromkeys(EXAMPLES, 17), "campagne": 8}


@pytest.fixture(scope="session")
def dist(shared_folder: Path) -> Path:
    """The output as HR sees it, made once for all workers by the command that HR types."""
    output = shared_folder / "dist-geheel"
    with (shared_folder / "geheel.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (output / "index.html").is_file():
            command = [sys.executable, "-m", "generator", "build", "--jobs", "1", "--kits", str(KITS)]
            subprocess.run(
                [*command, "--output", str(output), "--today", TODAY.isoformat()],
                cwd=shared_folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
                check=True,
                capture_output=True,
            )
    return output


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest, dist: Path) -> Path:
    """Each site in turn."""
    name: str = request.param
    return dist / name / "site"
