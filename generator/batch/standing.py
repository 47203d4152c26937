"""How a kit stands, for the report: from what is remembered of it, and from what stands in the output."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.batch.member import Member, State
from generator.batch.record import Record
from generator.batch.task import Task
from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.kit.nodes import text_at


def member_of(record: Record, state: State, output: Path) -> Member:
    """Return a kit whose output is that of its record."""
    return Member(
        record.slug,
        record.folder,
        record.naam,
        state,
        record.branche,
        findings=record.findings,
        pages=record.pages,
        site=bool(record.pages),
        prints=record.prints,
        zipped=record.has_zip(output),
        made_on=record.made_on.isoformat(),
    )


def still(task: Task, state: State, reason: str = "", findings: tuple[Finding, ...] = ()) -> Member:
    """Return a kit that was not built now, with what an earlier run left standing in the output."""
    record, output = task.record, task.job.output
    if record is None or not (output / task.slug).is_dir():
        return Member(task.slug, task.folder, record.naam if record else task.slug, state, "", reason, findings)
    standing = member_of(record, state, output)
    return replace(standing, folder=task.folder, reason=reason, findings=findings)


def unread(task: Task, loaded: LoadedKit) -> Member:
    """Return a kit with mistakes, under the names that could be read."""
    member = still(task, "invalid", findings=loaded.findings)
    naam, branche = text_at(loaded.tree, "organisatie", "naam"), text_at(loaded.tree, "branche", "naam")
    return replace(
        member, naam=naam.text if naam else member.naam, branche=branche.text if branche else member.branche
    )  # fmt: skip
