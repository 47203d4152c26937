"""The wheel carries a bill of materials that is true, and the licence of all that it carries."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from tests.conftest import ROOT, build_wheel
from tests.supply.distributions import pinned

BUNDLED = ROOT / ".build" / "bundled.toml"


@pytest.fixture
def carried(wheel: Path) -> Iterator[ZipFile]:
    with ZipFile(wheel) as opened:
        yield opened


def bill_in(carried: ZipFile) -> tuple[str, dict[str, Any]]:
    (name,) = (name for name in carried.namelist() if ".dist-info/sboms/" in name)
    text = carried.read(name).decode("utf-8")
    return text, json.loads(text)


def test_the_bill_keeps_to_the_published_schema(carried: ZipFile) -> None:
    text, bill = bill_in(carried)
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"bomFormat"', '"bomFromat"')) is not None
    assert bill["specVersion"] == "1.6"


def test_the_same_checkout_gives_the_same_wheel(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    build_wheel(tmp_path / "again")
    (again,) = (tmp_path / "again").glob("*.whl")
    assert again.read_bytes() == wheel.read_bytes()


def test_the_bill_names_every_file_beside_the_code_with_its_digest_and_licence(carried: ZipFile) -> None:
    _, bill = bill_in(carried)
    files = {file["name"]: file for entry in bill["components"] for file in entry.get("components", [])}
    data = {name for name in carried.namelist() if name.startswith("generator/_data/")}
    licences = {name for name in data if Path(name).name.startswith(("OFL", "LICEN"))}
    assert len(files) > 100
    assert set(files) == data - licences
    for name, file in files.items():
        assert file["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(carried.read(name)).hexdigest()}], name
        assert file["licenses"], name


def test_the_bill_names_every_library_that_runs_with_its_pinned_version(carried: ZipFile) -> None:
    _, bill = bill_in(carried)
    libraries = {entry["name"]: entry["version"] for entry in bill["components"] if entry.get("scope") == "required"}
    assert libraries == pinned()["To run"]


def test_every_licence_that_the_bill_names_travels_with_the_wheel(carried: ZipFile) -> None:
    entries = tomllib.loads(BUNDLED.read_text(encoding="utf-8"))["component"]
    shipped = {
        name.partition("/licenses/")[2]: carried.read(name) for name in carried.namelist() if "/licenses/" in name
    }
    for entry in entries:
        assert shipped[entry["licence-file"]] == (ROOT / entry["licence-file"]).read_bytes(), entry["name"]
    _, bill = bill_in(carried)
    (stated,) = bill["metadata"]["component"]["licenses"]
    assert set(stated["expression"].split(" AND ")) == {entry["licence"] for entry in entries}


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (lambda checkout: (checkout / "theme" / "assets" / "strange.wasm").write_bytes(b"\0asm"), "strange.wasm"),
        (
            lambda checkout: (checkout / "constraints.txt").write_text("# To run:\n", encoding="utf-8"),
            "constraints.txt",
        ),
    ],
    ids=["a file of nobody", "a library without a version"],
)
def test_no_wheel_is_built_while_something_is_unaccounted_for(tmp_path: Path, fault: Any, told: str) -> None:
    for name in (".build", "content", "theme"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("constraints.txt", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    fault(tmp_path)
    script = (
        "import bill_of_materials, pathlib\n"
        "bill_of_materials.bill_of(pathlib.Path('.'), '1.0', 'MIT', ['jinja2>=3.1.6'])\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / ".build")}
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert "LookupError" in run.stderr
    assert told in run.stderr
