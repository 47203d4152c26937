"""What an installation brings is pinned, and the list of pins says nothing but names and versions."""

from __future__ import annotations

import re
from importlib.metadata import version

from tests.supply.distributions import CONSTRAINTS, needed_to_run, pinned

HEADINGS = [
    "Made by `make constraints`: the versions that the tests have seen.",
    "To run",
    "To test, to measure, and for other engines",
]


def test_the_constraints_name_packages_and_versions_only() -> None:
    lines = CONSTRAINTS.read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert [line.strip("# :") for line in lines if line.startswith("#")] == [line.strip(":") for line in HEADINGS]
    assert len(pins) > 50
    assert [pin for pin in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9._!+]+", pin)] == []


def test_all_that_is_needed_to_run_is_pinned_and_nothing_else_stands_there() -> None:
    needed = needed_to_run()
    assert {"jinja2", "mkdocs", "pillow", "reportlab", "markupsafe"} <= needed
    assert set(pinned()["To run"]) == needed


def test_the_tests_see_the_versions_that_are_pinned() -> None:
    to_run = pinned()["To run"]
    assert {name: version(name) for name in to_run} == to_run
