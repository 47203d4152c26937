"""Where members' kits stand and may stand: folders that exist, names that are taken, kits that nobody registered."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath
from typing import Final

from generator.intake.grouping import folded
from generator.intake.kittext import MADE_BY_IMPORT
from generator.intake.members import Member
from generator.intake.present import NotEditable, read_present
from generator.intake.register import NAME as REGISTER
from generator.intake.register import Entry, Register
from generator.intake.slugs import candidates, first_free
from generator.kit.loader import KIT_FILE, find_kits

BRANCHE: Final = "branche.yml"
_LOOKED_AT: Final = 20


@dataclass(frozen=True, slots=True)
class Home:
    """Where a member's kit stands or will stand; ``several`` if more than one folder may be the one that was moved."""

    slug: str
    folder: FilePath
    several: tuple[FilePath, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stranger:
    """A kit that does not stand where the register says; ``made`` if an import made it, ``inside`` if among ours."""

    home: Home
    name: str
    made: bool
    inside: bool


@dataclass(slots=True)
class Places:
    """The folder of members and the names in it; every member that asks for a name takes it."""

    into: FilePath
    known: frozenset[str]
    taken: set[str] = field(default_factory=set)
    elsewhere: set[str] = field(default_factory=set)
    strangers: list[_Stranger] = field(default_factory=list)

    @classmethod
    def read(cls, into: FilePath, kits_root: FilePath, register: Register) -> Places:
        """Look at what stands in the folder and, for names of kits, in the whole folder of kits."""
        places = cls(into, frozenset(entry.slug for entry in register.entries))
        index = find_kits(kits_root).kits if kits_root.is_dir() else ()
        here = [item.name for item in into.iterdir()] if into.is_dir() else []
        places.taken = {kit.slug for kit in index} | {name.casefold() for name in here} | places.known
        root = into.resolve()
        for kit in index:
            folder = kit.folder.resolve()
            if kit.slug in places.known and folder.parent == root:
                continue
            inside = _is_ours(folder, root)
            if kit.slug in places.known:
                places.elsewhere.add(kit.slug)
            if inside or kit.slug in places.known:
                name, made = _looks(kit.folder / KIT_FILE)
                places.strangers.append(_Stranger(Home(kit.slug, kit.folder), name, made, inside))
        return places

    def home_of(self, member: Member, entry: Entry | None) -> Home:
        """Return where a member's kit stands, also if its folder was moved or renamed; else where it will stand."""
        if entry is None:
            return self._new_home(member)
        home = Home(entry.slug, self.into / entry.slug)
        if home.folder.is_symlink() or (home.folder / KIT_FILE).exists():
            return home
        found = self._moved(member, entry)
        if len(found) > 1:
            return Home(entry.slug, home.folder, tuple(stranger.home.folder for stranger in found))
        if found:
            self.strangers.remove(found[0])
            return found[0].home
        return self._new_home(member) if entry.slug in self.elsewhere else home

    def _moved(self, member: Member, entry: Entry) -> list[_Stranger]:
        """Return the kits that may be a member's: its folder's name elsewhere, else its own name in another folder."""
        names = {folded(member.naam), folded(entry.naam)}
        slug = [item for item in self.strangers if item.home.slug == entry.slug]
        same = [item for item in slug if folded(item.name) in names or (item.made and item.inside)]
        return same or [
            item
            for item in self.strangers
            if item.inside and item.made and folded(item.name) in names and item.home.slug not in self.known
        ]

    def _new_home(self, member: Member) -> Home:
        """Return the folder of a member that was not imported before: a kit of that name, or a name that is free."""
        short = member.values.get(("organisatie", "korte_naam"))
        name = str(short.plain) if short else member.naam
        mine = {
            item.home.slug: item
            for item in self.strangers
            if item.inside and item.home.slug not in self.known and folded(item.name) == folded(member.naam)
        }
        if mine:
            wanted = list(islice(candidates(name, member.plaats, member.lidnummer), _LOOKED_AT))
            slug = min(mine, key=lambda item: (wanted.index(item) if item in wanted else len(wanted), item))
            self.strangers.remove(mine[slug])
            return mine[slug].home
        slug = first_free(name, member.plaats, member.lidnummer, self.taken)
        self.taken.add(slug)
        return Home(slug, self.into / slug)


def _is_ours(folder: FilePath, root: FilePath) -> bool:
    """Tell whether a kit stands below the folder of members, and not among the members of another register."""
    if not folder.is_relative_to(root):
        return False
    between = [above for above in folder.parents if above != root and above.is_relative_to(root)]
    return not any((above / REGISTER).exists() for above in between)


def kits_root_for(into: FilePath, kits: FilePath) -> FilePath:
    """Return the folder that names of kits are unique in and that layers must stay inside."""
    absolute = into.absolute()
    if absolute.is_relative_to(kits.absolute()):
        return kits
    return next((parent for parent in absolute.parents if parent.name == kits.name), into)


def _looks(path: FilePath) -> tuple[str, bool]:
    """Return the name of a kit's organisation, and whether an import made the kit."""
    try:
        present = read_present(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, NotEditable):
        return "", False
    name = present.values.get(("organisatie", "naam"), "")
    return name if isinstance(name, str) else "", MADE_BY_IMPORT in present.text
