"""See to one kit: pass it over if nothing changed, else build it. Runs in a process that has seen other kits before.

It returns data for every ending, also for a mistake of our own: an exception that can't be unpickled would break the
pool and take other kits along.
"""

from __future__ import annotations

import time
import traceback
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from generator.batch.fingerprint import kit_digest, next_turn
from generator.batch.member import Print, State
from generator.batch.overview.leesmij import about
from generator.batch.record import Record, Refusal, Stamped, stamped, write_record, write_refusal
from generator.batch.relocate import relocated
from generator.batch.stamps import signature, stamp_of
from generator.batch.standing import member_of, still, unread
from generator.batch.task import Outcome, Progress, Task, Trouble
from generator.batch.zipping import write_zip
from generator.errors import BuildFailed, Finding, KitInvalid, UsageError, stopping
from generator.kit.loader import LoadedKit
from generator.pipeline import Built, build_loaded, findings_on, read_kit
from generator.refusals import disk_trouble
from generator.rules.privacy import with_agreed_photos


@dataclass(frozen=True, slots=True)
class Look:
    """A valid kit as it was read: the stamps of its files and its digest."""

    loaded: LoadedKit
    inputs: Stamped
    kit: str
    until: date | None


def see_to(task: Task, progress: Progress = lambda _step: None) -> Outcome:
    """Return how one kit stands after this run; nothing that the kit, the disk or we ourselves do wrong is raised."""

    def step(what: str) -> None:
        progress(f"{task.slug}: {what}")

    def done() -> Outcome:
        step("lezen")
        look = look_at(task)
        if isinstance(look, Outcome):
            return look
        try:
            built = build_loaded(task.job, look.loaded, step)
        except KitInvalid as invalid:
            _remember_refusal(task, look, invalid.findings)
            raise
        return settle(task, look, "built", record_of(task, look, built))

    return guarded(task, done)


def guarded(task: Task, do: Callable[[], Outcome]) -> Outcome:
    """Return what ``do`` returns, or how its exception is told."""
    try:
        return do()
    except KitInvalid as invalid:
        return Outcome(still(task, "invalid", findings=invalid.findings), Trouble.KIT)
    except UsageError as mistake:
        return Outcome(still(task, "failed", str(mistake)), Trouble.USAGE)
    except (BuildFailed, OSError) as failure:
        reason = str(failure) if isinstance(failure, BuildFailed) else disk_trouble(failure)
        return Outcome(still(task, "failed", reason), Trouble.OURS)
    except Exception as error:  # noqa: BLE001  not even a mistake of ours holds up the other kits
        reason = f"Fout in het programma zelf: {str(error) or type(error).__name__}"
        return Outcome(still(task, "failed", reason), Trouble.OURS, traceback.format_exc())


def look_at(task: Task) -> Look | Outcome:
    """Read a kit; return its ending if it need not or can't be built. Raises ``KitInvalid`` or ``OSError``."""
    if task.findings:
        raise KitInvalid(task.findings)
    job, old = task.job, task.record
    now = time.time_ns()
    loaded = read_kit(job.folder, job.kits_root, job.resources)
    if loaded.kit is None:
        return Outcome(unread(task, loaded), Trouble.KIT)
    # Before anything that the build reads: what is written to from here on does not fit these stamps.
    inputs = stamped(loaded.files, job.kits_root, now)
    kit = kit_digest(with_agreed_photos(loaded.kit, job.today))
    look = Look(loaded, inputs, kit, next_turn(loaded.kit, job.today))
    if old and not task.force and (old.shared, old.kit) == (task.shared, kit) and old.stands(job.output):
        return settle(task, look, "unchanged", _judged_again(task, old, loaded))
    return look


def settle(task: Task, look: Look, state: State, record: Record) -> Outcome:
    """Remember a kit whose output stands, with its zip, and return its ending."""
    record = replace(record, inputs=look.inputs, day=task.job.today, until=look.until)
    record = _with_zip(task, record, look.loaded)
    write_record(task.job.output, record, task.job.work)
    return Outcome(member_of(record, state, task.job.output))


def _remember_refusal(task: Task, look: Look, findings: tuple[Finding, ...]) -> None:
    """Remember that a kit may not be published, so that it is not laid out again until something changed."""
    job = task.job
    refusal = Refusal(task.root, task.folder, task.shared, look.inputs, job.today, look.until, findings)
    with suppress(OSError):  # no more than a memory: the kit is wrong whether it is kept or not
        write_refusal(job.output, task.slug, refusal, job.work)


def _judged_again(task: Task, old: Record, loaded: LoadedKit) -> Record:
    """Return the record with what is found today, at today's lines; raises ``KitInvalid`` if that may not stand."""
    job = task.job
    looked_over = None if old.looked_over is None else relocated(old.looked_over, loaded.tree)
    findings = findings_on(loaded, job.resources, job.today, looked_over)
    if stopping(findings, strict=job.strict):
        raise KitInvalid(findings)
    return replace(old, root=task.root, folder=task.folder, findings=findings, looked_over=looked_over)


def record_of(task: Task, look: Look, built: Built) -> Record:
    """Return what is to be remembered of a kit that was built; ``settle`` adds the rest."""
    job, kit = task.job, look.loaded.kit
    assert kit is not None  # noqa: S101  it was built
    prints = tuple(Print(bestand, titel) for bestand, titel in built.printed)
    return Record(
        slug=task.slug,
        root=task.root,
        folder=task.folder,
        naam=kit.organisatie.naam,
        branche=kit.branche.naam if kit.branche else "",
        shared=task.shared,
        kit=look.kit,
        inputs=(),
        output=signature(built.folder),
        day=job.today,
        until=None,
        made_on=job.today,
        pages=built.pages or _other(task, "site", task.record.pages if task.record else 0),
        prints=prints or _other(task, "print", task.record.prints if task.record else ()),
        findings=built.findings,
        looked_over=built.looked_over,
    )


_Known = TypeVar("_Known", int, tuple[Print, ...])


def _other(task: Task, part: str, known: _Known) -> _Known:
    """Return what is known of the part that this build left as it stood; nothing if it does not stand there."""
    return known if (task.job.output / task.slug / part).is_dir() else type(known)()


def _with_zip(task: Task, record: Record, loaded: LoadedKit) -> Record:
    """Return the record with its zip: asked for, or because one stood there, which must not tell old numbers."""
    output = task.job.output
    target = output / f"{task.slug}.zip"
    if record.has_zip(output):
        return record
    had_one = task.record is not None and task.record.zipped is not None and target.is_file()
    if not task.zipped and not had_one:
        return replace(record, zipped=None)
    _refuse_foreign_zip(target, task.slug)
    told = about(loaded.kit, record.prints) if loaded.kit else None
    write_zip(output / task.slug, target, record.made_on, told, task.job.resources, task.job.work)
    return replace(record, zipped=stamp_of(target))


def _refuse_foreign_zip(target: Path, slug: str) -> None:
    """Raise ``UsageError`` if a file of somebody else stands where the zip must come."""
    if not target.exists():
        return
    try:
        with zipfile.ZipFile(target) as packed:
            ours = f"{slug}/kit.json" in packed.namelist()
    except (OSError, zipfile.BadZipFile):
        ours = False
    if not ours:
        raise UsageError(f"{target} heeft vertrouwenskit niet gemaakt. Zet dat bestand ergens anders neer.")
