"""Where else in a kit an advisor seems to be named: routes, the committee, other contacts, somebody else's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from generator.kit.model import Vertrouwenspersoon
from generator.kit.nodes import KeyPath, show_path
from generator.kit.phone import Telefoonnummer
from generator.openbaar.lezen import holds, plain
from generator.printing.parts.source import Source
from generator.rules.persons import same_person

#: The keys whose value is a person's name, as people write it.
_NAMES: Final = frozenset({"naam", "voorzitter", "leden", "afzender"})
_ADVISORS: Final = "vertrouwenspersonen"


@dataclass(frozen=True, slots=True)
class Elders:
    """A place and what stands there; ``zeker`` is how sure it is that a name means this advisor, if that is open."""

    plek: str
    waarde: str
    zeker: str = ""


def elsewhere(source: Source, index: int) -> Iterator[Elders]:
    """Yield the places outside an advisor's own block that name her, or that hold her number or address."""
    persoon = source.vertrouwenspersonen[index]
    for path, value in _values(source.kit, ()):
        if path[:2] == (_ADVISORS, index):
            continue
        if value == persoon.id and _is_reference(path):
            yield Elders(_place(source, path), persoon.naam)
        elif _is_own(value, persoon):
            yield Elders(_place(source, path), value if isinstance(value, str) else value.tekst)
        elif isinstance(value, str) and path[0] != _ADVISORS and _key(path) in _NAMES:
            certainty = same_person(persoon.naam, value)
            if certainty:
                yield Elders(_place(source, path), value, "" if plain(value) == plain(persoon.naam) else certainty)
        elif isinstance(value, str) and holds(plain(value), persoon.naam):
            yield Elders(_place(source, path), value)


def _values(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str | Telefoonnummer]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _values(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _values(item, (*path, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, (*path, index))
    elif isinstance(value, str | Telefoonnummer):
        yield path, value


def _key(path: KeyPath) -> str | int:
    return path[-2] if isinstance(path[-1], int) else path[-1]


def _is_reference(path: KeyPath) -> bool:
    """Tell whether a place holds the short name of a contact."""
    return path[0] == "doorverwijzing" or _key(path) in {"contacten", "vervanger"}


def _is_own(value: str | Telefoonnummer, persoon: Vertrouwenspersoon) -> bool:
    contact = persoon.contact
    numbers = {number for number in (contact.telefoon, contact.whatsapp, contact.signal) if number}
    texts = {plain(text) for text in (contact.email, contact.afspraak) if text}
    return value in numbers if isinstance(value, Telefoonnummer) else plain(value) in texts


def _place(source: Source, path: KeyPath) -> str:
    """Name a place in words where there are some, or else by its keys."""
    if path[-1] == "vervanger" and isinstance(path[1], int):
        return f"als vervanger van {source.vertrouwenspersonen[path[1]].naam}"
    titles = {rij.id: rij.titel for rij in source.wegwijzer.rijen}
    if path[0] == "doorverwijzing":
        return f"in de wegwijzer, bij ‘{titles.get(str(path[1]), path[1])}’"
    if path[0] == "situaties" and path[2] == "contacten" and isinstance(path[1], int):
        return f"in de wegwijzer, bij ‘{source.kit.situaties[path[1]].titel}’"
    return f"in de kit, bij {show_path(path)}"
