"""The default routes of the shared content, with their lines, and what a kit's own routes do to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import yaml

from generator.errors import BuildFailed
from generator.explaining.rows import SHARED, Origin, Past, Plain, Row
from generator.kit.text import enumerate_words
from generator.library import Library, Situatie
from generator.safeyaml import SafeLoader

#: The file of the routes, and how it is called wherever the program is installed.
FILE: Final = "situaties.yml"
SHOWN_FILE: Final = f"content/nl/{FILE}"
ROUTES: Final = "doorverwijzing"
_OWN: Final = "situaties"


@dataclass(frozen=True, slots=True)
class Route:
    """The default route of a shared situation, and where it stands."""

    situatie: Situatie
    origin: Origin

    @property
    def value(self) -> Plain:
        """The contacts as they stand there; what is empty is left out."""
        parts = {name: list(getattr(self.situatie, name)) for name in ("eerst", "daarna", "buiten")}
        return {name: [*contacts] for name, contacts in parts.items() if contacts}


def default_routes(content: Path, library: Library) -> dict[str, Route]:
    """Return the default routes by situation, in the order of the file in ``content`` (the folder ``content/nl``).

    Raises ``BuildFailed`` if the file does not have the form that ``library`` says it has.
    """
    places = _places(content / FILE)
    try:
        return {item.id: Route(item, places[item.id]) for item in library.situaties}
    except KeyError as error:
        raise BuildFailed(f"In {SHOWN_FILE} is de situatie {error.args[0]} niet te vinden.") from error


def _places(path: Path) -> dict[str, Origin]:
    """Return where the first contacts of each situation stand."""
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=SafeLoader)
        situations = dict(_pairs(root))[_OWN].value
        return {keys["id"].value: _origin(keys["eerst"]) for keys in (dict(_pairs(item)) for item in situations)}
    except (OSError, yaml.YAMLError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise BuildFailed(f"De routes in {SHOWN_FILE} zijn niet te lezen: {error}") from error


def _pairs(node: Any) -> Iterable[tuple[str, Any]]:
    return ((key.value, value) for key, value in node.value)


def _origin(node: Any) -> Origin:
    return Origin(SHARED, SHOWN_FILE, node.start_mark.line + 1, node.start_mark.column + 1)


def with_routes(rows: Iterable[Row], routes: dict[str, Route], library: Library) -> list[Row]:
    """Tell of each own route which route it took the place of, and what of that one stays."""
    everything = list(rows)
    given = {row.path: row for row in everything}
    outside = {contact.id for contact in library.landelijk}
    return [_told(row, given, routes, outside) for row in everything]


def _told(row: Row, given: dict[str, Row], routes: dict[str, Route], outside: set[str]) -> Row:
    block, _, rest = row.path.partition(".")
    situation, _, key = rest.rpartition(".")
    if block == ROUTES and rest in routes and row.value is None:
        removed = (Past(None, row.origin), *row.overrides)
        return replace(row, value=routes[rest].value, origin=routes[rest].origin, overrides=removed)
    if block == ROUTES and rest in routes:
        past = Past(routes[rest].value, routes[rest].origin)
        notes = _what_stays(routes[rest].situatie, row.value, outside)
        return replace(row, overrides=(*row.overrides, past), notes=(*row.notes, *notes))
    if block == ROUTES and row.value and (replaced := given.get(f"{_OWN}.{rest}.contacten")):
        return replace(row, overrides=(*row.overrides, Past(replaced.value, replaced.origin), *replaced.overrides))
    route = given.get(f"{ROUTES}.{situation}")
    if block == _OWN and key == "contacten" and route and route.value:
        return replace(row, notes=(*row.notes, f"telt niet mee: {route.path} gaat voor"))
    return row


def _what_stays(situatie: Situatie, route: Plain, outside: set[str]) -> list[str]:
    """Say what of the default route is still shown beside a route of the kit (see the wegwijzer)."""
    if not isinstance(route, list):
        return []
    notes = []
    if situatie.gevaar:
        notes.append(f"bij gevaar blijft vooraan: {', '.join(situatie.eerst)}")
    if situatie.buiten and outside.isdisjoint(str(contact) for contact in route[1:]):
        notes.append(f"hulp van buiten blijft erbij: {', '.join(situatie.buiten)}")
    return notes


def in_words(route: dict[str, Plain]) -> str:
    """Write a default route on one line: ``eerst a of b, daarna c, buiten d``."""
    contacts = {name: [str(contact) for contact in found] for name, found in route.items() if isinstance(found, list)}
    return "; ".join(
        f"{name} {enumerate_words(found) if name == 'eerst' else ', '.join(found)}" for name, found in contacts.items()
    )
