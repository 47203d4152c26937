"""What the last import wrote, per member: without it nobody could tell an edit by hand from an old value."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Final

from generator.errors import UsageError
from generator.intake.grouping import folded
from generator.intake.members import ADVISORS, Member, Path
from generator.intake.mistakes import Place
from generator.intake.values import Plain
from generator.kit.text import SLUG_PATTERN

NAME: Final = ".import.json"
_VERSION: Final = 1
#: Stands between the steps of a place; no key and no id holds it.
_STEP: Final = "."


@dataclass(frozen=True, slots=True)
class Entry:
    """One member as it was last imported: its folder, how it is recognised, what was written, and files' digests."""

    slug: str
    lidnummer: str
    naam: str
    plaats: str
    values: Mapping[Path, Plain] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Register:
    """All members that were ever imported into a folder."""

    entries: tuple[Entry, ...] = ()


@dataclass(slots=True)
class Finder:
    """Recognises members of an earlier import; an entry is given to one member at most.

    ``given`` holds the entry of each member, by the cell that the member stands in.
    """

    members: tuple[Member, ...]
    by_number: dict[str, list[Entry]] = field(default_factory=dict)
    by_bare: dict[str, list[Entry]] = field(default_factory=dict)
    by_name: dict[str, list[Entry]] = field(default_factory=dict)
    bare: Counter[str] = field(default_factory=Counter)
    listed: set[str] = field(default_factory=set)
    given: dict[Place, Entry] = field(default_factory=dict)
    found: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, register: Register, members: Iterable[Member]) -> Finder:
        """Return a finder that has laid the members of one list beside the register.

        The surest signs go first, for all members, so that no member takes the entry of one further down: the very
        same number; the number but for zeros in front, if it is the only one of its kind on both sides and the name
        agrees; name and place, if the entry's number is no other member's. What is left is a number that was given
        to somebody else.
        """
        finder = cls(tuple(members))
        for entry in register.entries:
            if entry.lidnummer:
                finder.by_number.setdefault(entry.lidnummer, []).append(entry)
                finder.by_bare.setdefault(_bare(entry.lidnummer), []).append(entry)
            finder.by_name.setdefault(folded(entry.naam), []).append(entry)
        finder.bare.update(_bare(member.lidnummer) for member in finder.members)
        for sign in (finder._numbered, finder._bare_numbered, finder._named, finder._renumbered):
            for member in finder.members:
                if member.home not in finder.given and (found := sign(member)) is not None:
                    finder.given[member.home] = found
                    finder.found.add(found.slug)
        return finder

    def entry_of(self, member: Member) -> Entry | None:
        """Return the member's entry, or None for a member that is new."""
        return self.given.get(member.home)

    def _numbered(self, member: Member) -> Entry | None:
        entry = self._renumbered(member)
        if entry is None or is_somebody_else(entry, member):
            return None
        self.listed.add(member.lidnummer)
        return entry

    def _renumbered(self, member: Member) -> Entry | None:
        same = [entry for entry in self.by_number.get(member.lidnummer, ()) if entry.slug not in self.found]
        named = [entry for entry in same if folded(entry.naam) == folded(member.naam)]
        return next(iter(named or same), None)

    def _bare_numbered(self, member: Member) -> Entry | None:
        """Find a number that lost its zeros: spreadsheets drop them, but 0101 and 101 may also be two members."""
        bare = _bare(member.lidnummer)
        same = self.by_bare.get(bare, []) if bare else []
        alone = len(same) == 1 and self.bare[bare] == 1 and same[0].slug not in self.found
        return same[0] if alone and folded(same[0].naam) == folded(member.naam) else None

    def _named(self, member: Member) -> Entry | None:
        place = folded(member.plaats)
        same = [
            entry
            for entry in self.by_name.get(folded(member.naam), ())
            if entry.slug not in self.found and entry.lidnummer not in self.listed
        ]
        exact = [entry for entry in same if folded(entry.plaats) == place]
        if exact:
            return exact[0]
        # A place that was filled in or left out since is no other member, unless there are several of that name.
        alone = len(same) == 1 and not (place and folded(same[0].plaats))
        return same[0] if alone and not (same[0].lidnummer and member.lidnummer) else None


def is_somebody_else(entry: Entry, member: Member) -> bool:
    """Tell whether a row cannot be about the member of an entry: another name, and nothing of its advisors is left.

    Such a row has a number that was given to somebody else; written over the old kit it would put the people of one
    member in the kit of another.
    """
    before, now = _words(entry.naam), _words(member.naam)
    if not before or not now or before <= now or now <= before:
        return False
    people = {path[1] for path in entry.values if path[0] == ADVISORS}
    reached = {entry.values[path] for path in entry.values if _reaches(path)}
    same = people & set(member.advisors) or any(
        value.plain in reached for path, value in member.values.items() if _reaches(path)
    )
    return bool(people and member.advisors and not same)


def _reaches(path: Path) -> bool:
    return path[0] == ADVISORS and path[-2:-1] == ("contact",)


def _words(name: str) -> set[str]:
    """Return the words that tell a name from others: not ``B.V.`` and the like."""
    return set(re.findall(r"[^\W_]{3,}", folded(name))) or set(folded(name).split())


def _bare(number: str) -> str:
    """Return a number as a spreadsheet may leave it: without zeros in front."""
    return folded(number).lstrip("0")


def read_register(folder: FilePath) -> Register:
    """Return the register of a folder of members, empty if there is none.

    Raises ``UsageError`` if the file is there but cannot be read: guessing would overwrite edits by hand.
    """
    path = folder / NAME
    if not path.is_file():
        return Register()
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return Register(tuple(_entry(item) for item in _entries(content)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(
            f"{path} is beschadigd of van een andere versie. Zet een goede kopie terug. Heb je die niet? Haal het "
            "bestand dan weg: de import vergelijkt de lijst dan met wat er in de kits staat."
        ) from problem


def register_text(entries: Iterable[Entry]) -> str:
    """Return the register as it is written: sorted, without a time and without a place on this computer."""
    items = [
        {
            "slug": entry.slug,
            "lidnummer": entry.lidnummer,
            "naam": entry.naam,
            "plaats": entry.plaats,
            "waarden": {
                _STEP.join(path): list(plain) if isinstance(plain, tuple) else plain
                for path, plain in sorted(entry.values.items())
            },
            "bestanden": dict(sorted(entry.files.items())),
        }
        for entry in sorted(entries, key=lambda entry: entry.slug)
    ]
    content = {
        "uitleg": "Gemaakt door vertrouwenskit import. Bewaar dit bestand bij de kits en verander het niet.",
        "formaat": _VERSION,
        "leden": items,
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _entries(content: Any) -> list[Any]:
    """Return the members of a register; raises ``ValueError`` for one of another version."""
    if content["formaat"] != _VERSION or not isinstance(content["leden"], list):
        raise ValueError(content["formaat"])
    return list(content["leden"])


def _entry(item: Any) -> Entry:
    slug = item["slug"]
    if not re.fullmatch(SLUG_PATTERN, slug):
        raise ValueError(slug)  # it becomes a path
    values = {
        tuple(path.split(_STEP)): tuple(map(str, plain)) if isinstance(plain, list) else str(plain)
        for path, plain in item["waarden"].items()
    }
    files = {str(name): str(digest) for name, digest in item["bestanden"].items()}
    return Entry(slug, str(item["lidnummer"]), str(item["naam"]), str(item["plaats"]), values, files)
