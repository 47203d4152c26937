"""A whole import in one screen: read the list, recognise members, plan each kit, then write what is good."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path as FilePath

from generator.intake.grouping import sort_rows
from generator.intake.layers import read_layers
from generator.intake.members import Member
from generator.intake.mistakes import Mistake, Notice, Place, in_order
from generator.intake.places import Places
from generator.intake.planning import Plan, Planner
from generator.intake.reading import read_book
from generator.intake.register import Entry, Finder, Register, read_register
from generator.intake.staging import Stage
from generator.intake.tables import find_table
from generator.kit.shared import SharedIds

#: Told how many of how many members are planned.
Progress = Callable[[int, int], None]


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
            read_layers(request.into, stage),
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
        entry = finder.entry_of(member)
        plans.append(planner.plan(member, places.home_of(member, entry), entry))
        progress(number, len(members))
    return plans, finder.found
