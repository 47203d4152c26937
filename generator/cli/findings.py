"""Findings for people: most serious first, each with its place, its line and a caret, in colour on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from generator.cli.console import LEVEL_STYLE, say
from generator.errors import LEVELS, Finding
from generator.kit.report import LEVEL_WORDS, counts, place, source_lines


def show_findings(console: Console, slug: str, findings: Iterable[Finding]) -> None:
    """Print the findings of one kit under its name."""
    ordered = by_seriousness(findings)
    if not ordered:
        say(console, f"{slug}: in orde", "green")
        return
    say(console, f"{slug}: {counts(ordered)}", "bold")
    for finding in ordered:
        say(console)
        _show(console, finding)
    say(console)


def by_seriousness(findings: Iterable[Finding]) -> list[Finding]:
    """Return errors first, then warnings and notices, each in the order in which they came."""
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))


def _show(console: Console, finding: Finding) -> None:
    word = LEVEL_WORDS[finding.level][0].upper()
    key = f"  ({finding.path})" if finding.path else ""
    say(console, f"{word} {finding.code}  {place(finding)}{key}", LEVEL_STYLE[finding.level])
    say(console, f"  {finding.message}")
    for line, style in zip(source_lines(finding), ("dim", LEVEL_STYLE[finding.level]), strict=False):
        say(console, line, style)
    if finding.advice:
        say(console, f"  {finding.advice}")
