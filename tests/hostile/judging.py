"""What must hold of any kit, whatever it is: findings that a person can use, or a kit that can be built."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator import limits
from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.pipeline import inspect_kit, read_kit
from generator.resources import Resources
from generator.rules.guide import entries
from tests.conftest import TODAY

#: Nothing of this may reach a terminal or a log: it would be obeyed, or turn a line around.
STEERS = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


@dataclass(frozen=True)
class Judged:
    """How a kit was judged: what was read, and everything that was found."""

    loaded: LoadedKit
    findings: tuple[Finding, ...]


def judge(folder: Path, kits_root: Path, resources: Resources) -> Judged:
    """Read and judge a kit and assert what must hold of the answer."""
    loaded = read_kit(folder, kits_root, resources)
    findings = inspect_kit(folder, kits_root, resources, TODAY)
    assert (loaded.kit is None) == any(item.level == "error" for item in loaded.findings)
    assert set(loaded.findings) <= set(findings) or loaded.kit is not None
    for item in findings:
        check_finding(item)
    assert len(findings) <= 3 * (limits.FINDINGS + 1) or loaded.kit is not None
    return Judged(loaded, findings)


def check_finding(item: Finding) -> None:
    """Assert that a finding has a place, and words that neither run on for ever nor steer a terminal."""
    assert item.code in {entry.code for entry in entries()}
    assert item.file.endswith(".yml")
    assert (item.line > 0) == (item.column > 0)
    if item.line and item.line_text:
        assert item.column <= len(item.line_text) + 1, item
    for text in (item.message, item.advice, item.why, item.path):
        assert len(text) < 6_000, (item.code, len(text))
        found = STEERS.search(text)
        assert found is None, (item.code, text, found)
    assert "\n" not in item.message
    assert "\n" not in item.path
    assert item.message.endswith((".", "?", "!")), item.message
    assert item.advice
