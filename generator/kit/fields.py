"""Ask the model what belongs at a place in a kit: its keys, its field, its kind."""

from __future__ import annotations

import types
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from generator.kit.model import Kit, Model
from generator.kit.nodes import KeyPath

Kind: TypeAlias = Literal["block", "list", "free", "value"]


@dataclass(frozen=True, slots=True)
class Spot:
    """What the model knows of a place.

    ``kind``: ``block`` (a mapping with fixed keys, of ``model``), ``free`` (a mapping whose keys the kit chooses),
    ``list`` or ``value``. ``field`` is the field that the place belongs to, also inside its list.
    """

    kind: Kind
    annotation: Any
    model: type[Model] | None = None
    field: FieldInfo | None = None
    name: str = ""


def top_spot() -> Spot:
    """Return the spot of the whole kit."""
    return Spot("block", Kit, Kit)


def spot_at(path: KeyPath) -> Spot | None:
    """Return what the model knows of a place; None if the model has no such place."""
    spot: Spot | None = top_spot()
    for step in path:
        spot = spot_below(spot, step) if spot else None
    return spot


def spot_below(spot: Spot, step: str | int) -> Spot | None:
    """Return the spot one step down; None if the model knows no such step."""
    if spot.kind == "block" and spot.model and isinstance(step, str):
        field = spot.model.model_fields.get(step)
        return spot_of(field.annotation, field, step) if field else None
    if (spot.kind == "free" and isinstance(step, str)) or (spot.kind == "list" and isinstance(step, int)):
        return spot_of(inner(spot.annotation), spot.field, spot.name)
    return None


def keys_below(path: KeyPath) -> tuple[str, ...]:
    """Return the fixed keys that a place may hold."""
    spot = spot_at(path)
    return tuple(spot.model.model_fields) if spot and spot.model else ()


def choices_of(annotation: Any) -> tuple[str, ...]:
    """Return the words of a fixed choice, or nothing."""
    plain = _plain(annotation)
    return tuple(str(word) for word in get_args(plain)) if get_origin(plain) is Literal else ()


def homes_of(key: str, model: type[Model] = Kit, path: tuple[str, ...] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the places that know ``key``, as paths of keys without list positions, shallowest first."""
    found = [path] if key in model.model_fields else []
    for name, field in model.model_fields.items():
        spot = spot_of(field.annotation, field, name)
        while spot.kind in {"list", "free"}:
            spot = spot_of(inner(spot.annotation), field, name)
        if spot.model is not None:
            found += homes_of(key, spot.model, (*path, name))
    return tuple(sorted(found, key=len))


def spot_of(annotation: Any, field: FieldInfo | None, name: str) -> Spot:
    """Classify an annotation."""
    plain = _plain(annotation)
    origin = get_origin(plain)
    if isinstance(plain, type) and issubclass(plain, Model):
        return Spot("block", plain, plain, field, name)
    if origin is tuple:
        return Spot("list", plain, None, field, name)
    return Spot("free" if origin is dict else "value", plain, None, field, name)


def _plain(annotation: Any) -> Any:
    """Strip ``Annotated`` and ``| None``."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
            continue
        if get_origin(annotation) in {Union, types.UnionType}:
            members = [member for member in get_args(annotation) if member is not type(None)]
            if len(members) == 1:
                annotation = members[0]
                continue
        return annotation


def inner(annotation: Any) -> Any:
    """Return the type of a list's items or of a free mapping's values."""
    arguments = get_args(annotation)
    return arguments[1] if get_origin(annotation) is dict else arguments[0]
