"""A wheel works by itself in an empty folder: theme, texts and base configuration travel in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_new_then_build_in_an_empty_folder(tmp_path: Path) -> None:
    wheels, installed, work = (tmp_path / name for name in ("wheels", "installed", "work"))
    work.mkdir()
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-index"]
    build = [*pip, "wheel", *offline, "--no-build-isolation", "--wheel-dir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = wheels.glob("*.whl")
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
    licences = {path.name for path in installed.rglob("licenses/**/*") if path.is_file()}
    assert {"LICENSE", "OFL.txt"} <= licences
