"""What goes to a worker and what comes back: values that can be pickled, never an exception."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from generator.batch.member import Member
from generator.batch.record import Record
from generator.errors import Finding
from generator.job import Job

#: Told with each step of a build; only where the work is done in the process that shows it.
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Task:
    """One kit to see to.

    ``shared`` is the digest of all that kits share, ``record`` what is remembered of this one and ``findings`` what is
    wrong with its folder's name or place. ``force`` builds it even if nothing changed; ``zipped`` asks for a zip.
    """

    job: Job
    slug: str
    folder: str
    root: str
    shared: str
    record: Record | None = None
    findings: tuple[Finding, ...] = ()
    force: bool = False
    zipped: bool = False


class Trouble(StrEnum):
    """Whose mistake it is that a kit was not built."""

    KIT = "kit"
    USAGE = "usage"
    OURS = "ours"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended. ``details`` is the traceback of a mistake of our own, for who asks."""

    member: Member
    trouble: Trouble | None = None
    details: str = ""
