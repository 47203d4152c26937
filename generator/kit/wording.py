"""Pydantic's errors → findings: where in which file, what was found, what is expected, an example, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping as Table
from typing import Any, Final

from pydantic_core import ErrorDetails

from generator.errors import Finding
from generator.kit.codes import BY_ERROR_TYPE, finding
from generator.kit.fields import choices_of, homes_of, keys_below, spot_at
from generator.kit.nodes import (
    KeyPath,
    Mapping,
    Mark,
    Node,
    Scalar,
    Sequence,
    child,
    is_null,
)
from generator.kit.text import did_you_mean, enumerate_words, shorten

_NEEDS_QUOTES: Final = re.compile(
    r"""^[\s>|@`%&*!?'"#{}\[\],-]|^[+\d][\d\s.:-]*$|: | #|^(true|false|null|yes|no|on|off)$"""
)


def findings_of(errors: list[ErrorDetails], root: Mapping) -> list[Finding]:
    """Turn the errors of one validation into findings, at their places in the tree that was validated."""
    found = (_finding_of(error, root) for error in errors)
    return [item for item in found if item is not None]


def _finding_of(error: ErrorDetails, root: Mapping) -> Finding | None:
    """Turn one error into a finding; None for an error that only follows from others."""
    kind, loc = error["type"], error["loc"]
    path: KeyPath = tuple(step for step in loc if step != "[key]")
    node = node_at(root, path)
    context = error.get("ctx", {})
    if kind in {"too_short", "too_long"} and not _really_wrong_length(kind, node, context):
        return None
    if kind == "missing" and path and isinstance(path[-1], int):
        return _wrong_length(root, path[:-1])
    message, advice = _words(kind, path, node, context)
    at_key = kind in {"missing", "extra_forbidden"} or "[key]" in loc
    mark = key_mark(root, path) if at_key else value_mark(root, path)
    return finding(BY_ERROR_TYPE.get(kind, "VK023"), mark, message, advice, path)


def _words(kind: str, path: KeyPath, node: Node | None, context: Table[str, Any]) -> tuple[str, str]:
    """Return message and advice for an error."""
    if "bericht" in context:
        return str(context["bericht"]), f"{context['advies']} {_example(path)}".strip()
    if kind == "extra_forbidden":
        return _unknown_key(path)
    if kind == "missing":
        return f"De sleutel '{path[-1]}' ontbreekt.", _purpose(path)
    if kind == "literal_error":
        return _wrong_choice(path, node)
    if kind in {"too_short", "too_long"}:
        most = f"Er mogen er hooguit {context['max_length']} staan. " if kind == "too_long" else ""
        return _length(node), f"{most}{_purpose(path)}"
    return f"Hier staat {describe(node)}.", _expected_kind(path, node)


def _unknown_key(path: KeyPath) -> tuple[str, str]:
    """Say that a key is unknown, and which one may be meant: a neighbour, or the same key in another place."""
    *above, key = path
    known = tuple(name for name in keys_below(tuple(above)) if above or name != "branche")
    hint = did_you_mean(str(key), known)
    if not hint:
        hint = _elsewhere(str(key), tuple(above))
    where = f"onder '{above[-1]}'" if above and isinstance(above[-1], str) else "hier" if above else "in een kit"
    return f"De sleutel '{shorten(str(key))}' bestaat {where} niet.", f"{hint}Hier mag: {enumerate_words(known)}."


def _elsewhere(key: str, above: KeyPath) -> str:
    """Say where a key belongs that is known in another place."""
    here = tuple(step for step in above if isinstance(step, str))
    homes = homes_of(key)
    below = [home for home in homes if len(home) > len(here) and home[: len(here)] == here]
    if below:
        return f"'{key}' hoort een niveau dieper, onder {'.'.join(below[0][len(here) :])}. "
    if () in homes:
        return f"'{key}' hoort helemaal vooraan in het bestand, zonder inspringen. "
    parents = [home for home in homes if here[: len(home)] == home]
    return f"'{key}' hoort onder {'.'.join(parents[-1])}. " if parents else ""


def _wrong_choice(path: KeyPath, node: Node | None) -> tuple[str, str]:
    """Say which words may stand here."""
    spot = spot_at(path)
    choices = choices_of(spot.annotation) if spot else ()
    text = node.text if isinstance(node, Scalar) else ""
    if not isinstance(node, Scalar):
        return f"Hier staat {describe(node)}.", f"Kies één woord: {enumerate_words(choices)}."
    return (
        f"'{shorten(text)}' is hier geen keuze.",
        f"{did_you_mean(text, choices)}Kies uit: {enumerate_words(choices)}.",
    )


def _expected_kind(path: KeyPath, node: Node | None) -> str:
    """Say what sort of thing belongs here."""
    spot = spot_at(path)
    if spot is None:
        return "Hier hoort iets anders."
    if spot.kind == "list":
        hint = f"Bedoelde je [{quoted(node.text)}]? " if isinstance(node, Scalar) and not is_null(node) else ""
        return f"{hint}Hier hoort een lijst. {_example(path)}".strip()
    if spot.kind == "block":
        return f"Hier hoort een blok met sleutels: {enumerate_words(keys_below(path))}. {_example(path)}".strip()
    return f"Hier horen eigen sleutels met elk een waarde. {_example(path)}".strip()


def _purpose(path: KeyPath) -> str:
    """Return a field's description and example."""
    spot = spot_at(path)
    description = spot.field.description if spot and spot.field else ""
    return f"{description} {_example(path)}".strip()


def _example(path: KeyPath) -> str:
    """Return ``Bijvoorbeeld sleutel: waarde.`` from the field that the place belongs to."""
    spot = spot_at(path)
    if spot is None or spot.field is None or not spot.field.examples:
        return ""
    return f"Bijvoorbeeld {spot.name}: {as_yaml(spot.field.examples[0])}"


def _really_wrong_length(kind: str, node: Node | None, context: Table[str, Any]) -> bool:
    """Tell whether the list itself has too few or too many items; pydantic also counts items that it refused."""
    count = _count(node)
    if kind == "too_short":
        return count < int(context.get("min_length", 0))
    return count > int(context.get("max_length", count))


def _wrong_length(root: Mapping, path: KeyPath) -> Finding:
    """Say that a pair has one part."""
    return finding("VK025", value_mark(root, path), _length(node_at(root, path)), _purpose(path), path)


def _length(node: Node | None) -> str:
    """Say how many parts a list has that should have more or fewer."""
    count = _count(node)
    if isinstance(node, Mapping):
        return f"Hier staan {count} sleutels."
    return f"Deze lijst heeft {count} {'deel' if count == 1 else 'delen'}." if count else "Deze lijst is leeg."


def _count(node: Node | None) -> int:
    """Return how many parts a list or a block has; in a block an emptied key is none."""
    if isinstance(node, Mapping):
        return sum(not is_null(entry.value) for entry in node.entries)
    return len(node.items) if isinstance(node, Sequence) else 0


def describe(node: Node | None) -> str:
    """Name what stands in the kit."""
    if isinstance(node, Mapping):
        return "een blok met eigen sleutels"
    if isinstance(node, Sequence):
        return "een lijst"
    return f"'{shorten(node.text)}'" if node is not None and not is_null(node) else "niets"


def as_yaml(value: Any) -> str:
    """Write an example as it would stand in a kit, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(as_yaml(item) for item in value) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, str) else str(value)


def quoted(text: str) -> str:
    """Put quotes around text that YAML would not leave as it is; dates stay without."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text) or not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def node_at(root: Node, path: KeyPath) -> Node | None:
    """Return the node at a place, null included."""
    node: Node | None = root
    for step in path:
        node = child(node, step)
    return node


def key_mark(root: Mapping, path: KeyPath) -> Mark:
    """Return where the key of a place stands; of a key that is missing, where the key above it or the item stands."""
    above = node_at(root, path[:-1])
    if isinstance(above, Mapping) and isinstance(path[-1], str):
        entry = above.entry(path[-1])
        if entry is not None:
            return entry.mark
    if len(path) < 2:
        return root.mark
    if isinstance(path[-2], int):
        node = node_at(root, path[:-1])
        return node.mark if node else root.mark
    return key_mark(root, path[:-1])


def value_mark(root: Mapping, path: KeyPath) -> Mark:
    """Return where the value of a place stands; if it is empty or absent, where its key stands."""
    node = node_at(root, path)
    if path and (node is None or (is_null(node) and isinstance(path[-1], str))):
        return key_mark(root, path)
    if node is None:
        return root.mark
    return node.mark
