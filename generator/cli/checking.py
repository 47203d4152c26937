"""``vertrouwenskit check``: read, validate and judge kits, and show what is wrong or worth a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.cli.building import build_date
from generator.cli.console import err, out, print_json, say
from generator.cli.exitcodes import Exit, overall
from generator.cli.failures import tell_unexpected
from generator.cli.findings import show_findings
from generator.cli.select import Chosen, choose
from generator.errors import BuildFailed, Finding, UsageError, stopping
from generator.kit.report import counts
from generator.pipeline import inspect_kit
from generator.resources import Resources, default_resources


@dataclass(frozen=True, slots=True)
class Report:
    """What the options of ``check`` ask for: one of three forms, how severe, and whether it is about one person."""

    as_json: bool = False
    as_sarif: bool = False
    strict: bool = False
    persoon: str | None = None


def check_kits(asked: Sequence[str], kits_root: Path, report: Report, today: str | None) -> Exit:
    """Check the kits that are asked for, print the findings, and return the exit code.

    Raises ``UsageError`` for a kit that does not exist, and for options that do not go together.
    """
    if report.as_sarif and (report.as_json or report.persoon):
        raise UsageError("--sarif gaat niet samen met --json of --persoon. Kies er één.")
    resources, day = default_resources(), build_date(today)
    chosen = choose(asked, kits_root)
    if report.persoon:
        from generator.cli.persoon import show_person

        if len(chosen) != 1:
            raise UsageError("--persoon gaat over één kit. Noem die kit: vertrouwenskit check KIT --persoon NAAM")
        return show_person(chosen[0], report.persoon, resources, day, as_json=report.as_json)
    looked_at = {kit: _inspect(kit, resources, day) for kit in chosen}
    found = {kit: findings for kit, findings in looked_at.items() if findings is not None}
    everything = [finding for findings in found.values() for finding in findings]
    if report.as_sarif:
        from generator.cli.sarif import print_sarif

        print_sarif([(kit.kits_root, findings) for kit, findings in found.items()], Path.cwd())
    elif report.as_json:
        rows = [{"kit": kit.slug, **finding.as_json()} for kit, findings in found.items() for finding in findings]
        print_json({"findings": rows})
    else:
        for kit, findings in found.items():
            show_findings(out(), kit.slug, findings)
        say(out(), summary(len(chosen), everything))
    return overall(outcome(findings, strict=report.strict) for findings in looked_at.values())


def _inspect(kit: Chosen, resources: Resources, today: date) -> tuple[Finding, ...] | None:
    """Return the findings of one kit; None, and a sentence, if our own machinery fails: the other kits go on."""
    try:
        return kit.findings + inspect_kit(kit.folder, kit.kits_root, resources, today)
    except BuildFailed as failure:
        say(err(), f"{kit.slug}: niet nagekeken. {failure}", "bold red")
    except Exception as error:  # noqa: BLE001  not even a mistake of ours holds up the other kits
        say(err(), f"{kit.slug}: niet nagekeken.", "bold red")
        tell_unexpected(error)
    return None


def outcome(findings: Sequence[Finding] | None, *, strict: bool) -> Exit:
    """Return whether one kit passes; ``strict`` counts a warning as an error, a notice never."""
    if findings is None:
        return Exit.FAILED
    return Exit.INVALID if stopping(findings, strict=strict) else Exit.OK


def summary(kits: int, findings: Sequence[Finding]) -> str:
    """Return the last line: how many kits were looked at and what was found."""
    return f"{kits} {'kit' if kits == 1 else 'kits'} nagekeken. {counts(findings).rstrip('.').capitalize()}."
