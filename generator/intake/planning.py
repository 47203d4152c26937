"""One member → what will become of its kit: new, changed, as it was, or refused; nothing is written here."""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Final, Literal, TypeAlias

from generator.intake.blame import NO_ADVISOR, Blame, held_by
from generator.intake.editing import with_advisor, with_value, without
from generator.intake.kittext import nested, new_kit
from generator.intake.media import Copy, Media, find_media
from generator.intake.members import ADVISORS, Member, Path, Value
from generator.intake.merging import Change, Conflict, Merged, Sides, merge
from generator.intake.mistakes import Mistake
from generator.intake.places import BRANCHE
from generator.intake.present import NotEditable, Present, read_present, texts
from generator.intake.register import Entry
from generator.intake.staging import Stage
from generator.intake.tables import Table
from generator.intake.values import Plain
from generator.intake.yamltext import Block, Leaf
from generator.kit.loader import KIT_FILE

Fate: TypeAlias = Literal["new", "changed", "unchanged", "refused"]
_NAME_STAYS: Final = "Er blijft meer staan over dit contact. Daarom blijft ook de naam staan."
_SCHEMA: Final = "kit.schema.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does to one member.

    ``text`` is the new ``kit.yml``, None if it stays; ``entry`` what the register remembers when it is done.
    """

    member: Member
    slug: str
    fate: Fate
    text: str | None = None
    changed: tuple[Path, ...] = ()
    copies: tuple[Copy, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning needs besides the member: where kits stand, how they are tried, what all members share."""

    table: Table
    beside: FilePath
    into: FilePath
    kits_root: FilePath
    stage: Stage
    shared: Mapping[Path, Plain] = field(default_factory=dict)
    overwrite: bool = False

    def plan(self, member: Member, slug: str, before: Entry | None) -> Plan:
        """Return what becomes of one member; ``before`` is its entry in the register."""
        blame = Blame(self.table, member)
        folder = self.into / slug
        file = folder / KIT_FILE
        if folder.is_symlink() or file.is_symlink():
            problem = "De map of kit.yml van dit lid is een verwijzing naar een andere plek."
            return self._refused(blame, slug, problem, "Zet de kit zelf in de map.")
        written = before.files if before else {}
        media = find_media(member, self.beside, folder if folder.is_dir() else None, written, overwrite=self.overwrite)
        found = (blame.at(value.place, unfit.message, unfit.expected) for value, unfit in media.unfit)
        mistakes = (*member.mistakes, *found)
        if mistakes:
            return Plan(member, slug, "refused", mistakes=(*mistakes, *self._more_mistakes(blame, slug, mistakes)))
        if file.is_file():
            try:
                return self._update(blame, slug, before, media)
            except NotEditable as problem:
                return self._refused(blame, slug, str(problem), "Verbeter dat bestand eerst.")
        return self._create(blame, slug, media)

    def _refused(self, blame: Blame, slug: str, message: str, expected: str) -> Plan:
        mistake = blame.at(blame.member.home, f"{slug}: {message}", expected)
        return Plan(blame.member, slug, "refused", mistakes=(mistake,))

    def _more_mistakes(self, blame: Blame, slug: str, mistakes: tuple[Mistake, ...]) -> list[Mistake]:
        """Return what the loader says of the cells that could be read, so that all mistakes are told at once."""
        member = blame.member
        told = {mistake.place for mistake in mistakes}
        unread = {path[:-1] for path, place in member.spots.items() if place in told and path[-2:-1] == ("contact",)}
        values = {
            path: value
            for path, value in member.values.items()
            if member.kinds.get(path) not in {"file", "document"} and path[-2:-1] != ("foto",)
        }
        text = self._text(member, {path: value.plain for path, value in values.items()}, slug)
        found = blame.mistakes(self.stage.load(slug, text))
        # Somebody of whom the only number cannot be read has a number.
        follows = {place for path, place in member.spots.items() if path[:-1] in unread}
        more = [item for item in found if item.place not in told and (item.value or item.place not in follows)]
        columns = self.table.columns.columns
        unnamed = any(place.column in columns and columns[place.column].of_advisor for place in told)
        return [item for item in more if not (unnamed and item.message == NO_ADVISOR)]

    def _create(self, blame: Blame, slug: str, media: Media) -> Plan:
        member = blame.member
        values = self._wanted(member, media, {}, {})
        text = self._text(member, values, slug)
        staged = self.stage.load(slug, text, copies=media.copies)
        mistakes = blame.mistakes(staged)
        if mistakes:
            return Plan(member, slug, "refused", mistakes=mistakes)
        entry = _entry(member, slug, values, media)
        return Plan(member, slug, "new", text, tuple(values), tuple(media.copies), entry=entry)

    def _update(self, blame: Blame, slug: str, before: Entry | None, media: Media) -> Plan:
        member = blame.member
        stood = before.values if before else {}
        sheet = self._wanted(member, media, stood, None)
        if (
            before is not None
            and not self.overwrite
            and not media.copies
            and not media.conflicts
            and _same(stood, sheet, self._held)
        ):
            return Plan(member, slug, "unchanged", entry=_entry(member, slug, stood, media))
        present = read_present(_read(self.into / slug / KIT_FILE))
        sheet = self._wanted(member, media, stood, present.values)
        sides = Sides(stood, present.values, sheet, self._held, member.kinds, self.overwrite)
        merged = merge(sides)
        changed, done = _applied(present, merged, sides, member)
        conflicts = (*merged.conflicts, *media.conflicts)
        if changed.text != present.text or media.copies:
            mistakes = blame.mistakes(self.stage.load(slug, changed.text, texts(changed.root), media.copies))
            if mistakes:
                return Plan(member, slug, "refused", mistakes=mistakes, conflicts=conflicts)
        entry = _entry(member, slug, merged.remembered, media)
        touched = (*done, *(path for path, name in media.values.items() if any(c.name == name for c in media.copies)))
        text = changed.text if changed.text != present.text else None
        fate: Fate = "changed" if text is not None or media.copies else "unchanged"
        return Plan(
            member, slug, fate, text, tuple(dict.fromkeys(touched)), tuple(media.copies), conflicts, entry=entry
        )

    def _held(self, path: Path) -> bool:
        return held_by(self.table.columns, path)

    def _wanted(
        self, member: Member, media: Media, stood: Mapping[Path, Plain], hand: Mapping[Path, Plain] | None
    ) -> dict[Path, Plain]:
        """Return what the sheet says; names that we made up only where nobody else gives one."""

        def asked(path: Path, value: Value) -> bool:
            if not value.of_ours or path in stood:
                return True
            return path not in self.shared and (hand is None or path not in hand)

        return {
            path: media.values.get(path, value.plain) for path, value in member.values.items() if asked(path, value)
        }

    def _text(self, member: Member, values: Mapping[Path, Plain], slug: str) -> str:
        folder = self.into.absolute() / slug
        schema = os.path.relpath(self.kits_root.absolute() / _SCHEMA, folder)
        basis = f"../{BRANCHE}" if (self.into / BRANCHE).is_file() else None
        return new_kit(values, member.kinds, member.advisors, FilePath(schema).as_posix(), basis)


def _applied(present: Present, merged: Merged, sides: Sides, member: Member) -> tuple[Present, list[Path]]:
    """Do the changes one by one; what cannot be done safely becomes a conflict, this time and the next."""
    done: list[Path] = []
    stuck: set[Path] = set()
    for change in merged.changes:
        try:
            present = _done(present, change, sides.sheet, member, stuck)
            done.append(change.path)
        except NotEditable as problem:
            stuck |= {change.path[:depth] for depth in range(1, len(change.path))}
            _forget(merged, sides, change.path)
            hand = present.values.get(change.path)
            merged.conflicts.append(Conflict(change.path, None, hand, sides.sheet.get(change.path), str(problem)))
    return present, done


def _forget(merged: Merged, sides: Sides, place: Path) -> None:
    """Let the register say of a place what it said before."""
    for path in [path for path in merged.remembered if path[: len(place)] == place]:
        merged.remembered.pop(path)
    merged.remembered |= {path: plain for path, plain in sides.stood.items() if path[: len(place)] == place}


def _done(
    present: Present, change: Change, sheet: Mapping[Path, Plain], member: Member, stuck: Container[Path]
) -> Present:
    if change.deed == "remove" and change.path[-1] == "naam" and change.path[:-1] in stuck:
        raise NotEditable(_NAME_STAYS)
    if change.deed == "set":
        return with_value(present, change.path, Leaf(change.plain, member.kinds.get(change.path, "line")))
    if change.deed == "add":
        own = {path: plain for path, plain in sheet.items() if path[:2] == change.path}
        tree = nested(own, member.kinds, ())
        people = tree[ADVISORS]
        assert isinstance(people, list)  # noqa: S101  that is how ``nested`` writes advisors
        person: Block = people[0]
        return with_advisor(present, change.path[1], person)
    return without(present, change.path)


def _same(stood: Mapping[Path, Plain], sheet: Mapping[Path, Plain], held: object) -> bool:
    """Tell whether the sheet says what the last import wrote; then every edit in the kit stands as it is."""
    return stood == sheet or (callable(held) and {p: v for p, v in stood.items() if held(p)} == sheet)


def _entry(member: Member, slug: str, values: Mapping[Path, Plain], media: Media) -> Entry:
    return Entry(slug, member.lidnummer, member.naam, member.plaats, values, media.digests)


def _read(path: FilePath) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise NotEditable("Dit kit.yml kan niet worden gelezen, of het is geen UTF-8.") from problem
