"""Where members' kits stand and may stand: folders that exist, names that are taken, kits that nobody registered."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath
from typing import Final

from generator.intake.grouping import folded
from generator.intake.members import Member
from generator.intake.present import NotEditable, read_present
from generator.intake.register import Register
from generator.intake.slugs import candidates, first_free
from generator.kit.loader import KIT_FILE, find_kits

BRANCHE: Final = "branche.yml"
_LOOKED_AT: Final = 20


@dataclass(slots=True)
class Places:
    """The folder of members and the names in it; every member that asks for a name takes it."""

    into: FilePath
    kits_root: FilePath
    taken: set[str] = field(default_factory=set)
    loose: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, into: FilePath, kits_root: FilePath, register: Register) -> Places:
        """Look at what stands in the folder and, for names of kits, in the whole folder of kits."""
        known = {entry.slug for entry in register.entries}
        places = cls(into, kits_root)
        index = find_kits(kits_root).kits if kits_root.is_dir() else ()
        here = [item.name for item in into.iterdir()] if into.is_dir() else []
        places.taken = {kit.slug for kit in index} | {name.casefold() for name in here} | known
        for kit in index:
            if kit.folder.parent.resolve() == into.resolve() and kit.slug not in known:
                name = _name_of(kit.folder / KIT_FILE)
                places.loose.setdefault(folded(name), []).append(kit.slug)
        return places

    def slug_for(self, member: Member) -> str:
        """Return the folder of a member that was not imported before: a kit of that name, or a name that is free."""
        short = member.values.get(("organisatie", "korte_naam"))
        name = str(short.plain) if short else member.naam
        mine = self.loose.get(folded(member.naam), [])
        if mine:
            wanted = list(islice(candidates(name, member.plaats, member.lidnummer), _LOOKED_AT))
            slug = min(mine, key=lambda item: (wanted.index(item) if item in wanted else len(wanted), item))
            mine.remove(slug)
            return slug
        slug = first_free(name, member.plaats, member.lidnummer, self.taken)
        self.taken.add(slug)
        return slug


def kits_root_for(into: FilePath, kits: FilePath) -> FilePath:
    """Return the folder that names of kits are unique in and that layers must stay inside."""
    absolute = into.absolute()
    if absolute.is_relative_to(kits.absolute()):
        return kits
    return next((parent for parent in absolute.parents if parent.name == kits.name), into)


def _name_of(path: FilePath) -> str:
    try:
        present = read_present(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, NotEditable):
        return ""
    name = present.values.get(("organisatie", "naam"), "")
    return name if isinstance(name, str) else ""
