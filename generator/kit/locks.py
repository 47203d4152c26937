"""The keys that a layer locks (``vergrendeld``): they exist, and no layer above sets them."""

from __future__ import annotations

from collections.abc import Sequence as Ordered
from typing import Final

from generator.errors import Finding
from generator.kit.codes import finding
from generator.kit.fields import spot_below, top_spot
from generator.kit.ids import KEYED, id_of
from generator.kit.nodes import Mapping, Mark, Node, Scalar, Sequence, is_null, items_of
from generator.kit.text import did_you_mean, shorten

_EXAMPLE: Final = "Bijvoorbeeld vergrendeld: [klachtencommissie, organisatie.huisstijl.kleur]"


def refuse_locked(layers: Ordered[Mapping]) -> list[Finding]:
    """Go through the layers, the lowest first; find locks on unknown keys, and keys that a lower layer locked."""
    found: list[Finding] = []
    locks: list[Scalar] = []
    for root in layers:
        for lock in locks:
            mark = _where_set(root, lock.text.split("."))
            if mark is not None:
                found.append(_locked(lock, mark))
        locks += _locks_of(root, found)
    return found


def _locked(lock: Scalar, mark: Mark) -> Finding:
    """Say who locked a key."""
    message = f"De sleutel '{lock.text}' is vergrendeld in {lock.mark.layer.name} (regel {lock.mark.line})."
    advice = "Haal deze sleutel hier weg, of vraag de beheerder van dat bestand om haar vrij te geven."
    return finding("VK054", mark, message, advice, tuple(lock.text.split(".")))


def _locks_of(root: Mapping, found: list[Finding]) -> list[Scalar]:
    """Return the locks of one layer that name a key of the format; add the others to ``found``."""
    node = root.get("vergrendeld")
    if node is None:
        return []
    if not isinstance(node, Sequence):
        found.append(finding("VK023", node.mark, "Hier hoort een lijst van sleutels.", _EXAMPLE, ("vergrendeld",)))
        return []
    locks = []
    for position, item in items_of(node):
        path = ("vergrendeld", position)
        if not isinstance(item, Scalar) or is_null(item):
            found.append(finding("VK023", item.mark, "Hier hoort het pad van een sleutel.", _EXAMPLE, path))
            continue
        hint = _unknown(item.text)
        if hint is None:
            locks.append(item)
        else:
            message = f"'{shorten(item.text)}' is geen sleutel van een kit."
            found.append(finding("VK055", item.mark, message, hint + _EXAMPLE, path))
    return locks


def _unknown(lock: str) -> str | None:
    """Return None if the path names a key of the format, else a hint, which may be empty."""
    spot = top_spot()
    for step in lock.split("."):
        below = spot_below(spot, 0 if spot.kind == "list" and spot.name in KEYED else step)
        if below is None:
            return did_you_mean(step, spot.model.model_fields if spot.model else ())
        spot = below
    return None


def _where_set(root: Mapping, steps: list[str]) -> Mark | None:
    """Return where a layer sets a locked key, something below it, or something that takes its place."""
    node: Node = root
    mark: Mark | None = None
    name = ""
    for step in steps:
        if isinstance(node, Sequence) and name in KEYED:
            item = next((item for item in node.items if id_of(item, name) == step), None)
            if item is None:
                return None
            node, mark = item, item.mark
        elif isinstance(node, Mapping):
            entry = node.entry(step)
            if entry is None:
                return None
            node, mark, name = entry.value, entry.mark, step
        else:
            return mark
    return mark
