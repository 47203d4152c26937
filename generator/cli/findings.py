"""Findings for people: most serious first, each with its place, its line and a caret, in colour on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from generator.cli.console import LEVEL_STYLE, paragraph, say
from generator.dates import datum
from generator.errors import LEVELS, Answer, Finding
from generator.kit.report import LEVEL_WORDS, counts, place, source_lines


def show_findings(console: Console, slug: str, findings: Iterable[Finding]) -> None:
    """Print the findings of one kit under its name; what the kit answered comes last and in short."""
    ordered = by_seriousness(findings)
    if not ordered:
        say(console, f"{slug}: in orde", "green")
        return
    say(console, f"{slug}: {counts(ordered)}", "bold")
    answered = [finding for finding in ordered if finding.answer]
    for finding in ordered:
        if finding.answer is None:
            say(console)
            _show(console, finding)
    if answered:
        say(console)
        say(console, "BEANTWOORD, met een uitzondering in de kit", "bold")
    for finding in answered:
        _show_answered(console, finding)
    say(console)


def by_seriousness(findings: Iterable[Finding]) -> list[Finding]:
    """Return errors first, then warnings and notices, each in the order in which they came."""
    return sorted(findings, key=lambda finding: LEVELS.index(finding.level))


def _show(console: Console, finding: Finding) -> None:
    word = LEVEL_WORDS[finding.level][0].upper()
    key = f"  ({finding.path})" if finding.path else ""
    say(console, f"{word} {finding.code}  {place(finding)}{key}", LEVEL_STYLE[finding.level])
    paragraph(console, finding.message)
    for line, style in zip(source_lines(finding), ("dim", LEVEL_STYLE[finding.level]), strict=False):
        say(console, line, style)
    if finding.advice:
        paragraph(console, finding.advice)
    if finding.why:
        paragraph(console, f"Waarom? {finding.why} Bron: {finding.source}.", "dim")


def _show_answered(console: Console, finding: Finding) -> None:
    say(console, f"  {finding.code}  {place(finding)}  {finding.message}")
    if finding.answer:
        say(console, f"    {told(finding.answer)}")


def told(answer: Answer) -> str:
    """Return the reason that a kit gave, with the last day that it holds."""
    until = f" (tot en met {datum(answer.tot)})" if answer.tot else ""
    return f"Reden: {' '.join(answer.reden.split())}{until}"
