"""Which rows a path asks for, in any form that findings and listings print; a path that leads nowhere is explained."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.errors import UsageError
from generator.explaining.chain import LOCKS
from generator.explaining.explanation import Explanation
from generator.explaining.routes import ROUTES
from generator.explaining.rows import Origin, Row, is_at_or_below
from generator.kit.fields import Spot, spot_below, top_spot
from generator.kit.ids import id_of
from generator.kit.nodes import Mapping, Node, child, items_of
from generator.kit.text import enumerate_words, nearest, shorten

_STEP: Final = re.compile(r"\[(\d{1,9})\]|\.?([^.\[\]]+)")
_ITEM: Final = re.compile(r"(.+)\[(\d{1,9})\]")
_ABOUT_LOCKS: Final = "De sleutels die een laag hierboven niet mag zetten; alleen in een branche.yml."
_MANY: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is to tell of a path: its rows, whether the path names one value (``single``), and what it is for.

    ``absent`` is filled in if nothing gives this key a value: then it says so in Dutch.
    """

    rows: tuple[Row, ...]
    single: bool = False
    about: str = ""
    absent: str = ""
    locked: Origin | None = None


def look_up(explanation: Explanation, path: str) -> Answer:
    """Return what can be told of ``path``; raises ``UsageError`` if a kit has no such place."""
    path = path.strip(" .")
    rows = tuple(row for row in explanation.rows if _asks_for(path, row))
    if rows:
        single = len(rows) == 1 and path in {rows[0].path, rows[0].key}
        return Answer(rows, single, _about(explanation, rows[0].key if single else path))
    item = _item(explanation, path)
    if item is not None:
        return Answer((item,), True, _about(explanation, item.key))
    removed = tuple(row for row in explanation.rows if row.value is None and _is_below(path, row))
    if removed:
        return Answer(removed, absent=f"{path} staat niet in deze kit.")
    place = _walk(explanation, path).path
    absent = Answer((), False, _about(explanation, path), f"{path} staat niet in deze kit.", explanation.lock_on(place))
    return _route(explanation, place) or absent


def _asks_for(path: str, row: Row) -> bool:
    return is_at_or_below(row.path, path) or is_at_or_below(row.key, path)


def _is_below(path: str, row: Row) -> bool:
    return is_at_or_below(path, row.path) or is_at_or_below(path, row.key)


def _item(explanation: Explanation, path: str) -> Row | None:
    """Return one text of a list of texts as a row of its own."""
    found = _ITEM.fullmatch(path)
    for row in explanation.rows if found else ():
        if found and found[1] in {row.path, row.key} and isinstance(row.value, list) and row.items:
            index = int(found[2])
            if index < len(row.items):
                key = f"{row.key}[{index}]"
                return replace(row, path=path, key=key, value=row.value[index], origin=row.items[index], items=())
    return None


def _route(explanation: Explanation, path: str) -> Answer | None:
    """Return the route of a situation for which the kit has none: that of the shared content, or its own contacts."""
    block, _, name = path.partition(".")
    if block != ROUTES or not name:
        return None
    route = explanation.routes.get(name)
    if route is not None:
        about = f"{route.situatie.titel}. De kit heeft hier geen eigen route. Wie de organisatie niet heeft, valt weg."
        return Answer((Row(path, path, route.value, route.origin),), single=True, about=about)
    own = tuple(row for row in explanation.rows if row.path == f"situaties.{name}.contacten")
    return Answer(own, absent=f"{path} staat niet in deze kit.") if own else None


@dataclass(frozen=True, slots=True)
class _Known:
    """A place that a kit can have; ``node`` is None if this kit gives nothing there."""

    path: str
    spot: Spot
    node: Node | None

    @property
    def about(self) -> str:
        """What the model says of it."""
        field = self.spot.field
        return (field.description or "") if field else ""

    def choices(self, explanation: Explanation) -> list[str]:
        """Return what may come next in a path."""
        if self.spot.kind == "list":
            return [name for _, item in items_of(self.node) if (name := id_of(item, self.spot.name))]
        if self.spot.kind == "free":
            given = [entry.key for entry in self.node.entries] if isinstance(self.node, Mapping) else []
            shared = {"contacten": sorted(explanation.rollen), ROUTES: list(explanation.routes)}
            own = [row.value for row in explanation.rows if re.fullmatch(r"situaties\.[^.]+\.id", row.path)]
            extra = [str(name) for name in own] if self.spot.name == ROUTES else []
            return list(dict.fromkeys([*given, *extra, *shared.get(self.spot.name, [])]))
        return list(self.spot.model.model_fields) if self.spot.model else []


def _walk(explanation: Explanation, path: str) -> _Known:
    """Go down from the top along the path; raises ``UsageError`` where it leads nowhere."""
    here = _Known("", top_spot(), explanation.tree)
    if path == LOCKS or re.fullmatch(rf"{LOCKS}\[\d+\]", path):
        return replace(here, path=path)
    if not path or _STEP.sub("", path):
        raise _unknown(explanation, here, path, path)
    for position, name in _STEP.findall(path):
        below = _below(explanation, here, int(position) if position else name)
        if below is None:
            raise _unknown(explanation, here, path, position or name)
        here = below
    return here


def _below(explanation: Explanation, here: _Known, step: str | int) -> _Known | None:
    if here.spot.kind == "list" and isinstance(step, str):
        step = next((index for index, item in items_of(here.node) if id_of(item, here.spot.name) == step), -1)
    node, spot = child(here.node, step), spot_below(here.spot, step)
    if spot is None or (isinstance(step, int) and node is None):
        return None
    if isinstance(step, str) and step not in here.choices(explanation):
        return None
    shown = step if isinstance(step, str) else id_of(node, here.spot.name) if node else None
    return _Known(f"{here.path}.{shown}".lstrip(".") if shown else f"{here.path}[{step}]", spot, node)


def _about(explanation: Explanation, path: str) -> str:
    try:
        place = _walk(explanation, path)
        return _ABOUT_LOCKS if is_at_or_below(place.path, LOCKS) else place.about
    except UsageError:
        return ""  # a key that the format does not know may stand in a kit; check says so


def _unknown(explanation: Explanation, here: _Known, path: str, step: str) -> UsageError:
    """Say where the path stops, which one may be meant, and what may stand there."""
    choices = here.choices(explanation)
    meant = _elsewhere(explanation, path)
    close = nearest(step, choices)
    if close and not meant:
        meant = [f"{here.path}.{close}".lstrip(".")]
    quoted = [f"'{name}'" for name in meant]
    hint = f"Bedoelde je {enumerate_words(quoted)}? " if meant else ""
    return UsageError(f"De plek '{shorten(path)}' kennen we niet. {hint}{_what_may_stand(here, choices)}")


def _what_may_stand(here: _Known, choices: list[str]) -> str:
    names = ", ".join(shorten(name) for name in choices)
    if here.spot.kind == "list":
        count = len(list(items_of(here.node)))
        return f"De lijst {here.path} heeft {count} delen, geteld vanaf [0]{f': {names}' if names else ''}."
    if names:
        return f"{f'Onder {here.path}' if here.path else 'Bovenaan een kit'} kan staan: {names}."
    return f"Onder {here.path} staat verder niets."


def _elsewhere(explanation: Explanation, path: str) -> list[str]:
    """Return the places of this kit whose path ends as ``path``, the first few."""
    ends = re.compile(rf"(?:^|.*\.){re.escape(path)}(?=[.\[]|$)") if path else None
    found = dict.fromkeys(match[0] for row in explanation.rows if ends and (match := ends.match(row.path)))
    return list(found)[:_MANY]
