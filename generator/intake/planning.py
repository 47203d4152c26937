"""One member → what will become of its kit: new, changed, as it was, or refused; nothing is written here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Final, Literal, TypeAlias

from generator.intake.aligning import align
from generator.intake.applying import applied
from generator.intake.blame import NO_ADVISOR, Blame, held_by
from generator.intake.editing import with_value
from generator.intake.kittext import new_kit
from generator.intake.layers import BASIS, Layers
from generator.intake.media import Copy, Media, find_media
from generator.intake.members import Member, Path, Value
from generator.intake.merging import Conflict, Sides, merge
from generator.intake.mistakes import Mistake, Place
from generator.intake.places import Home
from generator.intake.present import NotEditable, Present, child, read_present, texts
from generator.intake.register import Entry, is_somebody_else
from generator.intake.staging import Stage
from generator.intake.tables import Table
from generator.intake.values import Plain
from generator.intake.yamltext import Leaf
from generator.kit.loader import KIT_FILE
from generator.kit.text import enumerate_words

Fate: TypeAlias = Literal["new", "changed", "unchanged", "refused"]
_SCHEMA: Final = "kit.schema.json"


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does to one member.

    ``text`` is the new ``kit.yml``, None if it stays; ``entry`` what the register remembers when it is done.
    ``folder`` is where the kit stands if that is not in the folder of members under its slug, and ``was`` the slug
    that the register knows it by.
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
    folder: FilePath | None = None
    was: str = ""


@dataclass(frozen=True, slots=True)
class Planner:
    """What planning needs besides the member: where kits stand, how they are tried, what all members share."""

    table: Table
    beside: FilePath
    into: FilePath
    kits_root: FilePath
    stage: Stage
    layers: Layers
    overwrite: bool = False

    def plan(self, member: Member, home: Home, before: Entry | None) -> Plan:
        """Return what becomes of one member; ``before`` is its entry in the register."""
        plan = self._plan(member, home, before)
        return replace(plan, folder=home.folder, was=before.slug if before else "")

    def _plan(self, member: Member, home: Home, before: Entry | None) -> Plan:
        slug, folder = home.slug, home.folder
        blame = Blame(self.table, member, has_kit=(folder / KIT_FILE).is_file())
        if home.several:
            folders = enumerate_words((item.as_posix() for item in home.several), "en")
            problem = f"De kit is verplaatst, en er zijn er meer die het kunnen zijn: {folders}."
            return self._refused(blame, slug, problem, "Zet de goede map terug, of haal de andere weg.")
        if before is not None and not self.overwrite and is_somebody_else(before, member):
            return Plan(member, slug, "refused", mistakes=(_other_number(blame, before),))
        file = folder / KIT_FILE
        if folder.is_symlink() or file.is_symlink():
            problem = "De map of kit.yml van dit lid is een verwijzing naar een andere plek."
            return self._refused(blame, slug, problem, "Zet de kit zelf in de map.")
        return self._checked(blame, home, before)

    def _checked(self, blame: Blame, home: Home, before: Entry | None) -> Plan:
        """Return the plan of a member whose kit may stand where it stands."""
        member, slug, folder = blame.member, home.slug, home.folder
        written = before.files if before else {}
        media = find_media(member, self.beside, folder if folder.is_dir() else None, written, overwrite=self.overwrite)
        found = (blame.at(value.place, unfit.message, unfit.expected) for value, unfit in media.unfit)
        mistakes = (*member.mistakes, *found)
        if mistakes:
            return Plan(member, slug, "refused", mistakes=(*mistakes, *self._more_mistakes(blame, home, mistakes)))
        if blame.has_kit:
            try:
                return self._update(blame, home, before, media)
            except NotEditable as problem:
                return self._refused(blame, slug, str(problem), "Verbeter dat bestand eerst.")
        return self._create(blame, home, media)

    def _refused(self, blame: Blame, slug: str, message: str, expected: str) -> Plan:
        mistake = blame.at(blame.member.home, f"{slug}: {message}", expected)
        return Plan(blame.member, slug, "refused", mistakes=(mistake,))

    def _more_mistakes(self, blame: Blame, home: Home, mistakes: tuple[Mistake, ...]) -> list[Mistake]:
        """Return what the loader says of the cells that could be read, so that all mistakes are told at once."""
        member = blame.member
        told = {mistake.place for mistake in mistakes}
        unread = {path[:-1] for path, place in member.spots.items() if place in told and path[-2:-1] == ("contact",)}
        values = {
            path: value
            for path, value in member.values.items()
            if member.kinds.get(path) not in {"file", "document"} and path[-2:-1] != ("foto",)
        }
        text = self._text(member, {path: value.plain for path, value in values.items()}, home.folder)
        found = blame.mistakes(self.stage.load(home.slug, home.folder, text))
        # Somebody of whom the only number cannot be read has a number.
        follows = {place for path, place in member.spots.items() if path[:-1] in unread}
        more = [item for item in found if item.place not in told and (item.value or item.place not in follows)]
        columns = self.table.columns.columns
        unnamed = any(place.column in columns and columns[place.column].of_advisor for place in told)
        return [item for item in more if not (unnamed and item.message == NO_ADVISOR)]

    def _create(self, blame: Blame, home: Home, media: Media) -> Plan:
        member, slug = blame.member, home.slug
        values = self._wanted(member, media, {}, {})
        text = self._text(member, values, home.folder)
        mistakes = blame.mistakes(self.stage.load(slug, home.folder, text, copies=media.copies))
        if mistakes:
            return Plan(member, slug, "refused", mistakes=mistakes)
        basis = self.layers.basis_for(home.folder)
        remembered = {**values, BASIS: basis} if basis else values
        entry = _entry(member, slug, remembered, media)
        return Plan(member, slug, "new", text, tuple(values), tuple(media.copies), entry=entry)

    def _update(self, blame: Blame, home: Home, before: Entry | None, media: Media) -> Plan:
        member, slug = blame.member, home.slug
        text = _read(home.folder / KIT_FILE)
        may_lock = self.layers.may_lock(text, home.folder)
        stood = before.values if before else {}
        sheet = self._wanted(member, media, stood, None)
        settled = before is not None and not (self.overwrite or media.copies or media.conflicts)
        if settled and not may_lock and not self._lacks_basis(text, stood) and _same(stood, sheet, self._held):
            return Plan(member, slug, "unchanged", entry=_entry(member, slug, stood, media))
        present = read_present(text)
        sheet = self._wanted(member, media, stood, present.values)
        aligned = align(Sides(stood, present.values, sheet, self._held, member.kinds, self.overwrite))
        merged = merge(aligned.sides)
        changed, done = applied(present, merged, aligned)
        remembered = aligned.remembered(merged)
        if self._lacks_basis(text, stood):
            changed = self._based(changed, home, remembered, done)
        shown = (replace(conflict, path=aligned.kit_path(conflict.path)) for conflict in merged.conflicts)
        conflicts = (*shown, *media.conflicts)
        touched = changed.text != text or bool(media.copies)
        if touched or may_lock:
            staged = self.stage.load(slug, home.folder, changed.text, texts(changed.root), media.copies)
            # What hand made of a kit that stays as it is, is no business of the list; only a lock always is.
            mistakes = replace(blame, names=aligned.list_names).mistakes(staged, only_locks=not touched)
            if mistakes:
                return Plan(member, slug, "refused", mistakes=mistakes, conflicts=conflicts)
        entry = _entry(member, slug, remembered, media)
        files = (path for path, name in media.values.items() if any(c.name == name for c in media.copies))
        fate: Fate = "changed" if touched else "unchanged"
        new, places = changed.text if changed.text != text else None, tuple(dict.fromkeys((*done, *files)))
        return Plan(member, slug, fate, new, places, tuple(media.copies), conflicts, entry=entry)

    def _lacks_basis(self, text: str, stood: Mapping[Path, Plain]) -> bool:
        """Tell whether a kit must still get its ``basis``; what hand took out stays out."""
        return BASIS not in stood and self.layers.lacks_basis(text)

    def _based(self, present: Present, home: Home, remembered: dict[Path, Plain], done: list[Path]) -> Present:
        basis = self.layers.basis_for(home.folder)
        if basis is None or child(present.root, BASIS[0]) is not None:
            return present
        remembered[BASIS] = basis
        done.append(BASIS)
        return with_value(present, BASIS, Leaf(basis))

    def _held(self, path: Path) -> bool:
        return held_by(self.table.columns, path)

    def _wanted(
        self, member: Member, media: Media, stood: Mapping[Path, Plain], hand: Mapping[Path, Plain] | None
    ) -> dict[Path, Plain]:
        """Return what the sheet says; names that we made up only where nobody else gives one."""

        def asked(path: Path, value: Value) -> bool:
            if not value.of_ours or path in stood:
                return True
            return path not in self.layers.values and (hand is None or path not in hand)

        return {
            path: media.values.get(path, value.plain) for path, value in member.values.items() if asked(path, value)
        }

    def _text(self, member: Member, values: Mapping[Path, Plain], folder: FilePath) -> str:
        schema = os.path.relpath(self.kits_root.absolute() / _SCHEMA, folder.absolute())
        basis = self.layers.basis_for(folder)
        return new_kit(values, member.kinds, member.advisors, FilePath(schema).as_posix(), basis)


def _other_number(blame: Blame, before: Entry) -> Mistake:
    member = blame.member
    column = blame.table.columns.find("lidnummer")
    place = Place(member.home.row, column.number) if column else member.home
    message = (
        f"Dit nummer was de vorige keer van {before.naam}. Nu staat hier {member.naam}, met andere vertrouwenspersonen."
    )
    expected = (
        "Geef een ander lid een eigen nummer. Is het toch hetzelfde lid? Neem dan met --overwrite het rekenblad over."
    )
    return blame.at(place, message, expected, with_example=False)


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
