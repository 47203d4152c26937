"""The page on security states the bounds that hold, and names judges and scripts that exist."""

from __future__ import annotations

import re

from generator import limits
from tests.conftest import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<what>[^|]+) \| (?P<bound>[^|]+) \| (?P<names>`[^|]+`) \|$", re.MULTILINE)
IN_MB = {"MEMORY", "FILE_BYTES", "DOCUMENTS_BYTES", "SVG_BYTES", "PDF_PACKED_BYTES", "LIST_BYTES"}


def test_the_bounds_are_those_that_hold() -> None:
    rows = ROW.findall(PAGE)
    assert len(rows) > 10
    for _, bound, names in rows:
        stated = [int(number.replace(",", "")) for number in re.findall(r"[\d,]*\d", bound)]
        held = [getattr(limits, name) // (1024**2 if name in IN_MB else 1) for name in re.findall(r"`(\w+)`", names)]
        assert stated == held, names


def test_the_judges_and_scripts_that_are_named_exist() -> None:
    named = {each.rstrip(".") for each in re.findall(r"\btests[/.][\w/.]+", PAGE)}
    paths = {name if "/" in name else f"{name.replace('.', '/')}.py" for name in named}
    assert len(paths) >= 10
    assert [path for path in sorted(paths) if not (ROOT / path).exists()] == []
