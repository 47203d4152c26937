"""Which kits need a look: those of which a file, the output, or something that all share is not as it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.batch.record import Record, read_record, read_refusal
from generator.batch.standing import member_of, still
from generator.batch.task import Outcome, Task, Trouble
from generator.errors import Finding, stopping
from generator.job import Job
from generator.kit.layers import shown_name


@dataclass(frozen=True, slots=True)
class Asked:
    """One kit that is asked for: its job, and what is wrong with its folder's name or place."""

    job: Job
    findings: tuple[Finding, ...] = ()

    @property
    def slug(self) -> str:
        """The name of the folder."""
        return self.job.folder.absolute().name


@dataclass(frozen=True, slots=True)
class Plan:
    """The kits that a worker must see to, and the endings of those of which nothing changed.

    ``folders`` are the folders of all of them as ``Member`` has them, in the order in which they were asked for. Unlike
    a slug a folder is there once: two kits may have the same name, and then one of them is wrong.
    """

    tasks: tuple[Task, ...]
    known: tuple[Outcome, ...]
    folders: tuple[str, ...]


def make_plan(asked: Iterable[Asked], shared: str, *, force: bool = False, zipped: bool = False) -> Plan:
    """Return what is to be done; opens the records and no file of a kit."""
    tasks: list[Task] = []
    known: list[Outcome] = []
    folders: list[str] = []
    root = cache(root_from)  # the same for nearly all, and every look at it asks the file system
    for kit in asked:
        task = _task(kit, shared, root(kit.job.output, kit.job.kits_root), force=force, zipped=zipped)
        folders.append(task.folder)
        ending = _ending(task)
        if ending is None:
            tasks.append(task)
        else:
            known.append(ending)
    return Plan(tuple(tasks), tuple(known), tuple(folders))


def root_from(output: Path, kits_root: Path) -> str:
    """Return what tells kits folders apart: a digest of the way there from the output, the same on every machine.

    The way itself may lead past folders that carry somebody's name, and a record stands among what is published.
    """
    try:
        way = Path(os.path.relpath(kits_root.resolve(), output.resolve())).as_posix()
    except ValueError:  # another drive
        way = kits_root.resolve().as_posix()
    return hashlib.sha256(os.fsencode(way)).hexdigest()[:16]


def _task(kit: Asked, shared: str, root: str, *, force: bool, zipped: bool) -> Task:
    job = kit.job
    return Task(
        job,
        kit.slug,
        shown_name(job.folder.absolute(), job.kits_root),
        root,
        shared,
        read_record(job.output, kit.slug),
        kit.findings,
        force or job.keep_stage is not None,
        zipped,
    )


def _ending(task: Task) -> Outcome | None:
    """Return how a kit ends without a look at it, built or refused, if nothing of it changed."""
    if task.force or task.findings:
        return None
    job, record = task.job, task.record
    if record is not None and _can_stay(task, record):
        return Outcome(member_of(record, "unchanged", job.output))
    refusal = read_refusal(job.output, task.slug)
    if (
        refusal is None
        or (refusal.root, refusal.folder) != (task.root, task.folder)
        or not stopping(refusal.findings, strict=job.strict)
        or not refusal.holds(task.shared, job.kits_root, job.today)
    ):
        return None
    return Outcome(still(task, "invalid", findings=refusal.findings), Trouble.KIT)


def _can_stay(task: Task, record: Record) -> bool:
    job = task.job
    return (
        (record.root, record.folder) == (task.root, task.folder)
        and not stopping(record.findings, strict=job.strict)
        and (record.has_zip(job.output) or not (task.zipped or record.zipped))
        and record.holds(task.shared, job.kits_root, job.output, job.today)
    )
