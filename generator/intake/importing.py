"""A whole import in one screen: read the list, recognise members, plan each kit, then write what is good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final

from generator.intake.grouping import sort_rows
from generator.intake.members import Member, Path
from generator.intake.mistakes import FileRefused, Mistake, Notice, Place, in_order
from generator.intake.places import BRANCHE, Places
from generator.intake.planning import Plan, Planner
from generator.intake.present import NotEditable, read_present
from generator.intake.reading import read_book
from generator.intake.register import Entry, Finder, Register, read_register
from generator.intake.staging import Stage
from generator.intake.tables import find_table
from generator.intake.values import Plain
from generator.kit.shared import SharedIds

#: Told how many of how many members are planned.
Progress = Callable[[int, int], None]
#: The smallest kit on a branche.yml; what the loader refuses in it is that file's own mistake.
_PROBE: Final = """\
formaat: 1
basis: ../branche.yml
organisatie: {naam: Proef, medewerkers: 10}
vertrouwenspersonen:
- {id: proef-persoon, naam: Proef, soort: extern, contact: {email: proef@voorbeeld.example}}
"""


@dataclass(frozen=True, slots=True)
class Request:
    """What an import is asked to do."""

    source: FilePath
    into: FilePath
    kits_root: FilePath
    sheet: str | None = None
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Planned:
    """An import that only has to be written: a plan per member, mistakes of no member, and what may be told.

    ``vanished``: members of an earlier import that the list no longer names; their kits stay as they are.
    """

    sheet: str
    rows: int
    as_text: bool
    plans: tuple[Plan, ...]
    mistakes: tuple[Mistake, ...]
    notices: tuple[Notice, ...]
    vanished: tuple[Entry, ...]
    register: Register

    @property
    def all_mistakes(self) -> tuple[Mistake, ...]:
        """Every mistake, by sheet and cell."""
        return in_order((*self.mistakes, *(mistake for plan in self.plans for mistake in plan.mistakes)))


def plan_import(request: Request, shared: SharedIds, progress: Progress = lambda _done, _all: None) -> Planned:
    """Return what an import would do; nothing in the folder of members changes.

    Raises ``UsageError`` if there is no such file or the register is damaged, and ``FileRefused`` if the file is no
    list of members or if ``branche.yml`` is not valid.
    """
    book = read_book(request.source)
    table = find_table(book, request.sheet)
    found = sort_rows(table)
    register = read_register(request.into)
    members = () if table.columns.mistakes else found.members
    with Stage(request.into, request.kits_root, shared) as stage:
        planner = Planner(
            table,
            request.source.absolute().parent,
            request.into,
            request.kits_root,
            stage,
            _shared_values(request.into, stage),
            request.overwrite,
        )
        plans, again = _plan_all(
            members, planner, register, Places.read(request.into, request.kits_root, register), progress
        )
    vanished = tuple(entry for entry in register.entries if entry.slug not in again) if members else ()
    repaired = sorted((notice for member in members for notice in member.notices), key=_by_place)
    return Planned(
        sheet=table.sheet.name,
        rows=len(table.rows),
        as_text=book.as_text,
        plans=tuple(plans),
        mistakes=found.mistakes,
        notices=(*table.notices, *table.columns.notices, *found.notices, *repaired),
        vanished=vanished,
        register=register,
    )


def _by_place(notice: Notice) -> Place:
    return notice.place or Place(0, 0)


def _plan_all(
    members: tuple[Member, ...], planner: Planner, register: Register, places: Places, progress: Progress
) -> tuple[list[Plan], set[str]]:
    """Plan every member; also return the slugs of those that were imported before."""
    plans: list[Plan] = []
    finder = Finder.of(register, members)
    for number, member in enumerate(members, start=1):
        entry = finder.take(member)
        slug = entry.slug if entry else places.slug_for(member)
        plans.append(planner.plan(member, slug, entry))
        progress(number, len(members))
    return plans, finder.found


def _shared_values(into: FilePath, stage: Stage) -> dict[Path, Plain]:
    """Return what ``branche.yml`` gives every member; raises ``FileRefused`` if that file itself is not valid."""
    file = into / BRANCHE
    if not file.is_file():
        return {}
    staged = stage.load("proef-lid", _PROBE)
    wrong = [item for item in staged.errors() if item.file != staged.own]
    if wrong:
        more = f" (en nog {len(wrong) - 1})" if len(wrong) > 1 else ""
        raise FileRefused(
            f"{wrong[0].file} klopt niet, regel {wrong[0].line}: {wrong[0].message}{more} Verbeter dat bestand eerst."
        )
    try:
        return read_present(file.read_text(encoding="utf-8-sig")).values
    except NotEditable:  # with anchors and the like it is still a good layer
        return {}
