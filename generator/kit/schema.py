"""The JSON Schema (draft-07) of a kit and of a ``branche.yml``, made from the models for whoever edits with help.

It says what a schema can say: keys, kinds, choices, forms. Editors read an unquoted number as a number, so text takes
numbers too; a key that is null is a key that a layer removes. What a kit must hold depends on whether it stands on a
``basis``, so the requirements stand apart from the descriptions, in definitions whose names end in ``-volledig``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Annotated, Any, Final, TypeAlias, get_args

from annotated_types import MaxLen, MinLen
from pydantic import TypeAdapter
from pydantic.fields import FieldInfo

from generator.kit.fields import Spot, choices_of, inner, spot_of
from generator.kit.ids import KEYED
from generator.kit.model import Branche, Contact, Kit, Model, Verhaal
from generator.kit.text import SLUG_PATTERN

Schema: TypeAlias = dict[str, Any]

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_FULL: Final = "-volledig"
_LOCKS: Final[Schema] = {
    "type": ["array", "null"],
    "items": {"type": "string", "pattern": r"^[a-z0-9_-]+(\.[a-z0-9_-]+)*$"},
    "description": "De sleutels die een lid niet mag zetten.",
    "examples": [["klachtencommissie", "organisatie.huisstijl.kleur"]],
}


def kit_schema() -> Schema:
    """Return the schema of ``kit.yml``."""
    properties = _properties(Kit, partial=False)
    del properties["branche"]
    return {
        "$schema": _DRAFT,
        "title": "kit.yml: de gegevens van één organisatie",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "if": {"required": ["basis"], "properties": {"basis": {"not": {"type": "null"}}}},
        "then": {},
        "else": {"$ref": f"#/definitions/Kit{_FULL}"},
        "definitions": {**_definitions(partial=False), **_requirements()},
    }


def branche_schema() -> Schema:
    """Return the schema of ``branche.yml``: the same keys, all optional, and the layer's own."""
    return {
        "$schema": _DRAFT,
        "title": "branche.yml: wat de kits van een branche delen",
        "type": "object",
        "properties": {**_properties(Kit, partial=True), "vergrendeld": _LOCKS},
        "additionalProperties": False,
        "definitions": _definitions(partial=True),
    }


def render_schema(schema: Schema) -> str:
    """Return the schema as JSON text, always the same for the same models, with a final line end."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _models() -> list[type[Model]]:
    """Return every model below the kit, each once, by name."""
    found: dict[str, type[Model]] = {}
    waiting: list[type[Model]] = [Kit]
    while waiting:
        for spot in _spots(waiting.pop()):
            while spot.kind in {"list", "free"}:
                spot = spot_of(inner(spot.annotation), spot.field, spot.name)  # noqa: PLW2901
            if spot.model is not None and spot.model.__name__ not in found:
                found[spot.model.__name__] = spot.model
                waiting.append(spot.model)
    return [found[name] for name in sorted(found)]


def _spots(model: type[Model]) -> Iterable[Spot]:
    """Return the spots of a model's fields."""
    return [spot_of(field.annotation, field, name) for name, field in model.model_fields.items()]


def _definitions(*, partial: bool) -> Schema:
    """Return what each mapping may hold; what it must hold stands elsewhere, save in lists that no layer merges."""
    made = {}
    for model in _models():
        definition = {
            "type": "object",
            "properties": _properties(model, partial=partial),
            "additionalProperties": False,
        }
        if model.__name__ in {"Document", "Uitzondering", "Verhaal"}:
            definition["required"] = _required(model)
        made[model.__name__] = definition
    return made


def _requirements() -> Schema:
    """Return what each mapping must hold, for a kit that stands on no other layer."""
    made: Schema = {}
    models: list[type[Model]] = [*_models(), Kit]
    for model in models:
        if model in {Branche, Verhaal}:
            continue
        below = {spot.name: rule for spot in _spots(model) if (rule := _rule(spot))}
        definition: Schema = {"required": _required(model), "properties": below}
        if model is Contact:
            definition["anyOf"] = [
                {"required": [name], "properties": {name: {"not": {"type": "null"}}}} for name in Contact.model_fields
            ]
        made[f"{model.__name__}{_FULL}"] = {key: rule for key, rule in definition.items() if rule}
    return made


def _rule(spot: Spot) -> Schema | None:
    """Return the requirements on the value of a key, or None."""
    if spot.model is Branche:
        return None
    if spot.kind == "block" and spot.model:
        return {"$ref": f"#/definitions/{spot.model.__name__}{_FULL}"}
    if spot.kind == "value":
        return None
    below = _rule(spot_of(inner(spot.annotation), spot.field, spot.name))
    if spot.kind == "free":
        return {"additionalProperties": below} if below else None
    rule: Schema = {"items": below} if below else {}
    if spot.name in KEYED and spot.field is not None:
        rule |= _length(spot.field.metadata)
    return rule or None


def _required(model: type[Model]) -> list[str]:
    return [name for name, field in model.model_fields.items() if field.is_required()]


def _properties(model: type[Model], *, partial: bool) -> Schema:
    """Return the description of each key of a mapping."""
    return {name: _property(name, field, partial=partial) for name, field in model.model_fields.items()}


def _property(name: str, field: FieldInfo, *, partial: bool) -> Schema:
    """Return the description of one key: what an editor shows, and what may stand there."""
    annotation = Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    value = _value(annotation, name, None)
    if partial or not field.is_required():
        value = _or_null(value)
    shown: Schema = {"description": field.description}
    if field.examples:
        shown["examples"] = field.examples
    if isinstance(field.default, str | bool) and field.default != "":
        shown["default"] = field.default
    return {**shown, **({"allOf": [value]} if "$ref" in value else value)}


def _value(annotation: Any, name: str, field: FieldInfo | None) -> Schema:
    """Return what may stand at a place, without words for the reader."""
    spot = spot_of(annotation, field, name)
    if spot.kind == "block" and spot.model:
        return {"$ref": f"#/definitions/{spot.model.__name__}"}
    if spot.kind == "list":
        return _list(annotation, spot)
    if spot.kind == "free":
        below = _or_null(_value(inner(spot.annotation), name, field))
        return {"type": "object", "propertyNames": {"pattern": SLUG_PATTERN}, "additionalProperties": below}
    choices = choices_of(spot.annotation)
    if choices:
        return {"enum": list(choices)}
    made = TypeAdapter(_without_none(annotation)).json_schema()
    made.pop("title", None)
    return made


def _list(annotation: Any, spot: Spot) -> Schema:
    """Return the description of a list, or of a pair."""
    arguments = get_args(spot.annotation)
    if arguments[-1] is not Ellipsis:
        items = [_value(argument, spot.name, None) for argument in arguments]
        count = len(items)
        return {"type": "array", "items": items, "additionalItems": False, "minItems": count, "maxItems": count}
    made: Schema = {"type": "array", "items": _value(arguments[0], spot.name, None)}
    metadata = annotation.__metadata__ if hasattr(annotation, "__metadata__") else ()
    return made if spot.name in KEYED else {**made, **_length(metadata)}


def _length(metadata: Iterable[Any]) -> Schema:
    """Return the smallest and the largest length that a field's metadata asks for."""
    made: Schema = {}
    for item in metadata:
        if isinstance(item, MinLen):
            made["minItems"] = item.min_length
        elif isinstance(item, MaxLen):
            made["maxItems"] = item.max_length
    return made


def _without_none(annotation: Any) -> Any:
    """Strip ``| None`` and keep what ``Annotated`` says."""
    members = [member for member in get_args(annotation) if member is not type(None)]
    has_none = type(None) in get_args(annotation)
    return members[0] if has_none and len(members) == 1 else annotation


def _or_null(value: Schema) -> Schema:
    """Let a key be empty, too."""
    if "$ref" in value:
        return {"anyOf": [value, {"type": "null"}]}
    if "enum" in value:
        return {**value, "enum": [*value["enum"], None]}
    types = value["type"] if isinstance(value["type"], list) else [value["type"]]
    made = {**value, "type": [*types, "null"]}
    if "anyOf" in made:
        made["anyOf"] = [*made["anyOf"], {"type": "null"}]
    return made
