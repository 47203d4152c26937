"""Plans → files: each written aside and then put in its place, so that no reader ever meets half a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Final

from generator.claimed import Claimed, claimed
from generator.errors import UsageError
from generator.intake.media import Copy
from generator.intake.planning import Plan
from generator.intake.register import NAME, Entry, Register, read_register, register_text
from generator.kit.loader import KIT_FILE
from generator.refusals import refusal
from generator.whole import replaced, sweep_unfinished, write_whole

#: New kits grow here; what an interrupted import left in it is swept away by the next. ``find_kits`` passes it over.
_ASIDE: Final = ".import-bezig"


@dataclass(slots=True)
class Written:
    """What was done: slugs that were written, and members that the disk refused, with the reason."""

    done: list[str] = field(default_factory=list)
    failed: list[tuple[Plan, str]] = field(default_factory=list)


def write_plans(plans: Iterable[Plan], into: FilePath, register: Register) -> Written:
    """Write every plan that is not refused, then the register; a member that fails holds up no other.

    Raises ``UsageError`` if another import is writing there, or did since these plans were made.
    """
    written = Written()
    entries = {entry.slug: entry for entry in register.entries}
    into.mkdir(parents=True, exist_ok=True)
    with _alone(into) as aside:
        if read_register(into) != register:
            raise UsageError(f"Een andere import heeft intussen in {into} geschreven. Doe de import opnieuw.")
        sweep_unfinished(into)
        try:
            for plan in plans:
                _write_one(plan, into, aside, entries, written)
        finally:
            # Also after Ctrl-C: what was written is remembered.
            if entries:
                write_if_other(into / NAME, register_text(entries.values()).encode())
    return written


@contextmanager
def _alone(into: FilePath) -> Iterator[FilePath]:
    """Yield the folder in which new kits grow; nobody else has it meanwhile. Raises ``UsageError`` if somebody does."""
    with ExitStack() as stack:
        try:
            aside = stack.enter_context(claimed(into / _ASIDE))
        except Claimed as problem:
            raise UsageError(f"Er loopt al een import in {into}. Wacht tot die klaar is.") from problem
        yield aside


def _write_one(plan: Plan, into: FilePath, aside: FilePath, entries: dict[str, Entry], written: Written) -> None:
    if plan.fate == "refused" or plan.entry is None:
        return
    try:
        if plan.fate == "new":
            _create(plan, into, aside)
        elif plan.fate == "changed":
            _change(plan, plan.folder or into / plan.slug)
    except OSError as error:
        written.failed.append((plan, f"{refusal(error).capitalize()}"))
        return
    entries.pop(plan.was, None)
    entries[plan.slug] = plan.entry
    if plan.fate != "unchanged":
        written.done.append(plan.slug)


def _create(plan: Plan, into: FilePath, aside: FilePath) -> None:
    """Put a new kit in its place as a whole; beside files that stand there already, file by file."""
    target = into / plan.slug
    folder = target if target.exists() else aside / plan.slug
    folder.mkdir(parents=True, exist_ok=True)
    _change(plan, folder)
    if folder is not target:
        folder.rename(target)


def _change(plan: Plan, folder: FilePath) -> None:
    """Write the files first: a kit never names a photo that is not there yet."""
    for copy in plan.copies:
        _copy(copy, folder)
    if plan.text is not None:
        write_if_other(folder / KIT_FILE, plan.text.encode())


def _copy(copy: Copy, folder: FilePath) -> None:
    target = folder / copy.name
    target.parent.mkdir(parents=True, exist_ok=True)
    with copy.source.open("rb") as source, replaced(target) as file:
        shutil.copyfileobj(source, file)


def write_if_other(path: FilePath, data: bytes) -> bool:
    """Write a file unless it says this already; return whether it was written. Raises ``OSError``."""
    if path.is_file() and path.read_bytes() == data:
        return False
    write_whole(path, data)
    return True
