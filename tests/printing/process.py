"""A Python of its own, for what a process does only once or may do differently in another one."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import ROOT


def printed_by(code: str, **environment: str) -> str:
    """Run ``code`` in a new process and return what it prints; fails with its traceback if it fails."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
