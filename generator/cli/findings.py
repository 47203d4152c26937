"""Findings for people: most serious first, each with its place, its line and a caret."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.console import Console

from generator.cli.console import LEVEL_STYLE, say
from generator.errors import LEVELS, Finding, Level

_NAMES: Final[dict[Level, tuple[str, str]]] = {
    "error": ("fout", "fouten"),
    "warning": ("waarschuwing", "waarschuwingen"),
    "notice": ("tip", "tips"),
}


def show_findings(console: Console, slug: str, findings: Iterable[Finding]) -> None:
    """Print the findings of one kit under its name."""
    ordered = sorted(findings, key=_seriousness)
    if not ordered:
        say(console, f"{slug}: in orde", "green")
        return
    say(console, f"{slug}: {counts(ordered)}", "bold")
    for finding in ordered:
        _show(console, finding)
    say(console)


def counts(findings: Sequence[Finding]) -> str:
    """Return ``2 fouten, 1 waarschuwing``, or ``niets gevonden``."""
    parts = []
    for level in LEVELS:
        number = sum(finding.level == level for finding in findings)
        if number:
            one, many = _NAMES[level]
            parts.append(f"{number} {one if number == 1 else many}")
    return ", ".join(parts) or "niets gevonden"


def _seriousness(finding: Finding) -> tuple[int, str, int, int]:
    return LEVELS.index(finding.level), finding.file, finding.line, finding.column


def _show(console: Console, finding: Finding) -> None:
    place = f"{finding.file}:{finding.line}:{finding.column}" if finding.line else finding.file
    key = f" ({finding.path})" if finding.path else ""
    say(console)
    say(console, f"  {_NAMES[finding.level][0].upper()} {finding.code}  {place}{key}", LEVEL_STYLE[finding.level])
    say(console, f"  {finding.message}")
    if finding.line_text.strip():
        gutter = f"{finding.line:>6} | "
        say(console, f"{gutter}{finding.line_text}", "dim")
        say(console, " " * (len(gutter) + max(finding.column - 1, 0)) + "^", LEVEL_STYLE[finding.level])
    if finding.advice:
        say(console, f"  {finding.advice}")
