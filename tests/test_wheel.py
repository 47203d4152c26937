"""A wheel works by itself in an empty folder: theme, texts and base configuration travel in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_new_then_build_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    installed, work = tmp_path / "installed", tmp_path / "work"
    work.mkdir()
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-index"]
    subprocess.run([*pip, "install", *offline, "--target", str(installed), str(wheel)], check=True, capture_output=True)

    def vertrouwenskit(*arguments: str) -> str:
        command = [sys.executable, "-m", "generator", *arguments]
        environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONUTF8": "1"}
        return subprocess.run(
            command, cwd=work, env=environment, check=True, capture_output=True, encoding="utf-8"
        ).stdout

    vertrouwenskit("new", "proef", "--no-input")
    assert "1 van 1 kit gemaakt" in vertrouwenskit("build")
    assert (work / "dist" / "proef" / "site" / "index.html").is_file()
