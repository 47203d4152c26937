"""The merged tree of a kit as rows, and between them what the program fills in for keys that the kit does not give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.explaining.rows import PROGRAM, Origin, Past, Plain, Row, origin_of, plain
from generator.kit.fields import Spot, spot_below, top_spot
from generator.kit.ids import id_of
from generator.kit.model import Model, Organisatie, Vertrouwenspersoon
from generator.kit.nodes import (
    NOWHERE,
    KeyPath,
    Layer,
    Mapping,
    Node,
    Scalar,
    Sequence,
    is_null,
    show_path,
    text_at,
)
from generator.kit.text import SLUG_PATTERN, slugify


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the kit: its path with ids, with positions, and what the model knows of it."""

    path: str
    key: KeyPath
    spot: Spot | None

    def below(self, step: str | int, name: str | None = None) -> _Place:
        """Return a place one step down; ``name`` is the id of a list's item, if it can be named by one."""
        shown = f"[{step}]" if isinstance(step, int) and name is None else f".{name or step}" if self.path else step
        return _Place(f"{self.path}{shown}", (*self.key, step), spot_below(self.spot, step) if self.spot else None)


@dataclass(frozen=True, slots=True)
class _Fallback:
    """What the program takes for a key without a value: a ``value``, or a whole block (``model``), or nothing."""

    value: Plain = None
    model: type[Model] | None = None
    note: str = ""

    def row(self, place: _Place, overrides: tuple[Past, ...] = ()) -> Row:
        """Return the value as a row."""
        notes = (self.note,) if self.note else ()
        return Row(place.path, show_path(place.key), self.value, Origin(PROGRAM), overrides, notes=notes)

    def below(self, place: _Place) -> Iterator[Row]:
        """Give the values inside the block."""
        if self.model is not None:
            yield from _defaults(self.model, Mapping(NOWHERE), place)


def rows_of(tree: Mapping) -> list[Row]:
    """Return a row for each scalar and each list of scalars of the merged tree, in its order.

    After the keys of each block come the values that the program gives to its other keys.
    """
    return list(_walk(tree, _Place("", (), top_spot()), tree.mark.layer))


def _walk(node: Node, place: _Place, top: Layer) -> Iterator[Row]:
    if place.key == ("basis",):
        yield _row(node, place, top, ())  # a layer's own basis goes on counting below that of the kit
    elif is_null(node):
        yield from _removed(node, place, top, _Fallback())
    elif _is_one_line(node):
        yield _row(node, place, top, node.overrides)
    else:
        if node.overrides:
            yield _row(node, place, top, node.overrides, whole=True)
        yield from _parts(node, place, top)


def _is_one_line(node: Node) -> bool:
    if isinstance(node, Mapping):
        return not node.entries
    return isinstance(node, Scalar) or all(isinstance(item, Scalar) for item in node.items)


def _row(node: Node, place: _Place, top: Layer, overrides: tuple[Node, ...], *, whole: bool = False) -> Row:
    items = tuple(origin_of(item.mark, top) for item in node.items) if isinstance(node, Sequence) else ()
    return Row(
        place.path, show_path(place.key), plain(node), origin_of(node.mark, top), _past(overrides, top),
        whole=whole, items=items,
    )  # fmt: skip


def _past(nodes: tuple[Node, ...], top: Layer) -> tuple[Past, ...]:
    return tuple(Past(plain(node), origin_of(node.mark, top)) for node in nodes)


def _parts(node: Node, place: _Place, top: Layer) -> Iterator[Row]:
    if isinstance(node, Sequence):
        for index, (item, name) in enumerate(zip(node.items, _names(node, place), strict=True)):
            yield from _walk(item, place.below(index, name), top)
    elif isinstance(node, Mapping):
        model = place.spot.model if place.spot else None
        for entry in node.entries:
            here = place.below(entry.key)
            if model is not None and is_null(entry.value):
                yield from _removed(entry.value, here, top, _fallback(model, entry.key, node))
            else:
                yield from _walk(entry.value, here, top)
        if model is not None:
            yield from _defaults(model, node, place)


def _defaults(model: type[Model], given: Mapping, place: _Place) -> Iterator[Row]:
    """Give the values of the keys that a block leaves out."""
    for name in model.model_fields:
        if given.entry(name) is None:
            fallback, here = _fallback(model, name, given), place.below(name)
            if fallback.value is not None:
                yield fallback.row(here)
            yield from fallback.below(here)


def _names(node: Sequence, place: _Place) -> list[str | None]:
    """Return the ids of a list's items; None for an item that its id does not name well."""
    list_name = str(place.key[0]) if len(place.key) == 1 else ""
    ids = [id_of(item, list_name) for item in node.items]
    count = Counter(ids)
    return [name if name and count[name] == 1 and re.fullmatch(SLUG_PATTERN, name) else None for name in ids]


def _removed(node: Node, place: _Place, top: Layer, fallback: _Fallback) -> Iterator[Row]:
    """Tell of a key that is empty: what it removed and, if the program then fills it in, with what."""
    origin = origin_of(node.mark, top)
    past = _past(node.overrides, top)
    if fallback.value is None:
        yield Row(place.path, show_path(place.key), None, origin, past)
    else:
        yield fallback.row(place, (Past(None, origin), *past))
    yield from fallback.below(place)


def _fallback(model: type[Model], name: str, given: Mapping) -> _Fallback:
    """Return what the program takes for a key of a block that has no value."""
    field = model.model_fields.get(name)
    naam = text_at(given, "naam")
    if naam is not None and (model, name) == (Vertrouwenspersoon, "id"):
        return _Fallback(slugify(naam.text) or None, note="gemaakt van naam")
    if naam is not None and (model, name) == (Organisatie, "korte_naam"):
        return _Fallback(naam.text, note="zonder korte_naam is dit naam")
    default = field.get_default(call_default_factory=True) if field else None
    return _Fallback(_written(default), type(default) if isinstance(default, Model) else None)


def _written(default: Any) -> Plain:
    """Return a default as it would stand in a kit; None if it is empty, or no value of its own."""
    if isinstance(default, bool):
        return "true" if default else "false"
    if isinstance(default, str):
        return default or None
    if isinstance(default, tuple):
        return [str(part) for part in default] or None
    return None
