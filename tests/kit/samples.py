"""The sample kits in ``goed`` and ``fouten``: each carries at its head what reading it must find."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.errors import Finding
from generator.kit.report import LEVEL_WORDS

HERE = Path(__file__).resolve().parent
GOOD = tuple(sorted(path.parent for path in (HERE / "goed").glob("*/kit.yml")))
BAD = tuple(sorted(path.parent for path in (HERE / "fouten").glob("*/kit.yml")))
ALL = GOOD + BAD

#: For example ``# verwacht: VK010 fout regel 5 kolom 3 organisatie.naam``; ``in`` names another file than the kit.
_EXPECTED = re.compile(
    r"# verwacht: (?P<code>VK\d{3}) (?P<level>\w+)(?: in (?P<file>\S+))?"
    r"(?: regel (?P<line>\d+) kolom (?P<column>\d+))?(?: (?P<path>.+))?"
)
_LEVELS = {words[0]: level for level, words in LEVEL_WORDS.items()}


@dataclass(frozen=True, order=True)
class Expected:
    """What a finding must be, apart from its wording."""

    file: str
    line: int
    column: int
    code: str
    path: str
    level: str


def name(folder: Path) -> str:
    """Return what a test calls a sample."""
    return f"{folder.parent.name}/{folder.name}"


def text_of(path: Path) -> str:
    """Read a sample in whatever encoding it is."""
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def expected(folder: Path, file: str | None = None) -> list[Expected]:
    """Read the findings at the head of a sample; ``file`` is what its findings call it."""
    lines = text_of(folder / "kit.yml").splitlines()
    found = []
    for line in lines:
        match = _EXPECTED.fullmatch(line)
        if match:
            found.append(
                Expected(
                    match["file"] or file or f"{name(folder)}/kit.yml",
                    int(match["line"] or 0),
                    int(match["column"] or 0),
                    match["code"],
                    match["path"] or "",
                    _LEVELS[match["level"]],
                )
            )
        assert match or "verwacht:" not in line, f"cannot read this expectation: {line}"
    return sorted(found)


def given(findings: tuple[Finding, ...]) -> list[Expected]:
    """Return findings in the form of expectations."""
    return sorted(Expected(item.file, item.line, item.column, item.code, item.path, item.level) for item in findings)
