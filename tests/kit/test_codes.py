"""Codes: every error that a reader of values can raise has one, and every code has a title."""

from __future__ import annotations

import re
from pathlib import Path

import generator.kit
from generator.kit.codes import BY_ERROR_TYPE, CODES

PACKAGE = Path(generator.kit.__file__).parent


def test_every_error_type_that_is_raised_has_a_code() -> None:
    raised = {
        kind
        for path in PACKAGE.glob("*.py")
        for kind in re.findall(r'wrong\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
    assert len(raised) > 15
    assert raised <= set(BY_ERROR_TYPE)


def test_every_code_has_a_title_and_belongs_to_reading() -> None:
    assert set(BY_ERROR_TYPE.values()) <= set(CODES)
    assert all(re.fullmatch(r"VK0\d\d", code) for code in CODES)


def test_every_code_that_is_used_has_a_title() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in PACKAGE.glob("*.py") if path.name != "codes.py")
    used = set(re.findall(r"\bVK0\d\d\b", text)) - {"VK099"}
    assert len(used) > 25
    assert used <= set(CODES)
