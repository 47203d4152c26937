"""``vertrouwenskit check``: read and validate kits, and show what is wrong or worth a look."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.cli.console import out, say
from generator.cli.exitcodes import Exit, overall
from generator.cli.findings import show_findings
from generator.cli.select import choose
from generator.errors import Finding
from generator.kit.report import counts
from generator.pipeline import inspect_kit
from generator.resources import default_resources


def check_kits(asked: Sequence[str], kits_root: Path, *, as_json: bool, strict: bool) -> Exit:
    """Check the kits that are asked for, print the findings, and return the exit code.

    Raises ``UsageError`` for a kit that does not exist.
    """
    resources = default_resources()
    chosen = choose(asked, kits_root)
    found = {kit: kit.findings + inspect_kit(kit.folder, kit.kits_root, resources) for kit in chosen}
    everything = [finding for findings in found.values() for finding in findings]
    if as_json:
        print_json(everything)
    else:
        for kit, findings in found.items():
            show_findings(out(), kit.slug, findings)
        say(out(), summary(len(chosen), everything))
    return overall(outcome(findings, strict=strict) for findings in found.values())


def outcome(findings: Sequence[Finding], *, strict: bool) -> Exit:
    """Return whether one kit passes; ``strict`` counts a warning as an error, a notice never."""
    failing = {"error", "warning"} if strict else {"error"}
    return Exit.INVALID if any(finding.level in failing for finding in findings) else Exit.OK


def summary(kits: int, findings: Sequence[Finding]) -> str:
    """Return the last line: how many kits were looked at and what was found."""
    return f"{kits} {'kit' if kits == 1 else 'kits'} nagekeken. {counts(findings).rstrip('.').capitalize()}."


def print_json(findings: Sequence[Finding]) -> None:
    """Print ``{"findings": […]}`` and nothing else."""
    # A terminal or a pipe that is not UTF-8 would get question marks; JSON has its own way of writing any letter.
    plain = sys.stdout.encoding.lower().replace("-", "") != "utf8"
    content = {"findings": [finding.as_json() for finding in findings]}
    json.dump(content, sys.stdout, ensure_ascii=plain, indent=2)
    sys.stdout.write("\n")
    sys.stdout.flush()
