"""What the last import wrote, per member: without it nobody could tell an edit by hand from an old value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any, Final

from generator.errors import UsageError
from generator.intake.grouping import folded
from generator.intake.members import Member, Path
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
    """Recognises members of an earlier import; an entry is given once."""

    by_number: dict[str, Entry] = field(default_factory=dict)
    by_name: dict[str, list[Entry]] = field(default_factory=dict)
    listed: frozenset[str] = frozenset()
    found: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, register: Register, members: Iterable[Member]) -> Finder:
        """Return a finder for the members of one list, that has given nothing yet."""
        finder = cls(listed=frozenset(_number(member.lidnummer) for member in members))
        for entry in register.entries:
            if entry.lidnummer:
                finder.by_number.setdefault(_number(entry.lidnummer), entry)
            finder.by_name.setdefault(folded(entry.naam), []).append(entry)
        return finder

    def take(self, member: Member) -> Entry | None:
        """Return the member's entry: by its number; else by name and place, if that number is no other member's."""
        entry = self.by_number.get(_number(member.lidnummer)) if member.lidnummer else None
        if entry is None or entry.slug in self.found:
            entry = self._named(member)
        if entry is not None:
            self.found.add(entry.slug)
        return entry

    def _named(self, member: Member) -> Entry | None:
        place = folded(member.plaats)
        same = [
            entry
            for entry in self.by_name.get(folded(member.naam), ())
            if entry.slug not in self.found and not (entry.lidnummer and _number(entry.lidnummer) in self.listed)
        ]
        exact = [entry for entry in same if folded(entry.plaats) == place]
        if exact:
            return exact[0]
        # A place that was filled in or left out since is no other member, unless there are several of that name.
        alone = len(same) == 1 and not (place and folded(same[0].plaats))
        return same[0] if alone and not (same[0].lidnummer and member.lidnummer) else None


def _number(text: str) -> str:
    """Return a number in the form in which it is compared: a spreadsheet drops zeros in front."""
    return folded(text).lstrip("0")


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
