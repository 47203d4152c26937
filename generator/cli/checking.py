"""``vertrouwenskit check``: read and validate kits, and show what is wrong or worth a look."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.cli.console import out, say
from generator.cli.exitcodes import Exit, overall
from generator.cli.findings import counts, show_findings
from generator.cli.select import choose
from generator.errors import Finding
from generator.pipeline import read_kit
from generator.resources import default_resources


def check_kits(asked: Sequence[str], kits_root: Path, *, as_json: bool, strict: bool) -> Exit:
    """Check the kits that are asked for, print the findings, and return the exit code.

    Raises ``UsageError`` for a kit that does not exist.
    """
    resources = default_resources()
    read = [read_kit(chosen.folder, chosen.kits_root, resources) for chosen in choose(asked, kits_root)]
    found = [finding for kit in read for finding in kit.findings]
    if as_json:
        print_json(found)
    else:
        for kit in read:
            show_findings(out(), kit.slug, kit.findings)
        say(out(), summary(len(read), found))
    return overall(outcome(kit.findings, strict=strict) for kit in read)


def outcome(findings: Sequence[Finding], *, strict: bool) -> Exit:
    """Return whether one kit passes; ``strict`` counts a warning as an error, a notice never."""
    failing = {"error", "warning"} if strict else {"error"}
    return Exit.INVALID if any(finding.level in failing for finding in findings) else Exit.OK


def summary(kits: int, findings: Sequence[Finding]) -> str:
    """Return the last line: how many kits were looked at and what was found."""
    return f"{kits} {'kit' if kits == 1 else 'kits'} nagekeken: {counts(findings)}."


def print_json(findings: Sequence[Finding]) -> None:
    """Print ``{"findings": […]}`` and nothing else."""
    # A terminal or a pipe that is not UTF-8 would get question marks; JSON has its own way of writing any letter.
    plain = sys.stdout.encoding.lower().replace("-", "") != "utf8"
    content = {"findings": [finding.as_json() for finding in findings]}
    sys.stdout.write(json.dumps(content, ensure_ascii=plain, indent=2) + "\n")
