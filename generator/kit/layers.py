"""A kit and the layers that it stands on: find them along ``basis``, then merge them into one tree.

The rules are those of the kit format: mappings merge key by key, lists whose items carry an id merge by id, other
lists and scalars are replaced, an explicit null removes. Every node keeps its own file and line, and remembers the
nodes that it took the place of.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from generator import limits
from generator.errors import Finding
from generator.kit.codes import finding
from generator.kit.ids import KEYED, id_of
from generator.kit.locks import refuse_locked
from generator.kit.nodes import Entry, KeyPath, Mapping, Node, Scalar, Sequence, text_at, with_overrides
from generator.kit.scalars import read_version
from generator.kit.source import EVERYTHING, ReadFile, read_source
from generator.kit.text import did_you_mean, shorten

#: Keys that only a layer below a kit may hold.
LAYER_KEYS: Final = ("branche", "vergrendeld")
_EXAMPLE: Final = "Schrijf het pad vanaf de map van dit bestand, bijvoorbeeld basis: ../branche.yml."


@dataclass(frozen=True, slots=True)
class Layered:
    """A kit with its layers merged: the tree, the findings, the files, and what is lost (see ``ReadFile``)."""

    root: Mapping
    findings: tuple[Finding, ...]
    files: tuple[Path, ...]
    lost: frozenset[str]


def read_layers(kit_file: Path, kits_root: Path) -> Layered:
    """Read a kit file and every layer below it, and merge them. Never raises for what is in the files."""
    chain, found = _read_chain(kit_file, kits_root)
    top, *below = chain
    found += refuse_locked([read.root for read in reversed(chain)])
    found += _refuse_layer_keys(top.root)
    for read in below:
        found += _refuse_version(read.root)
    merged: Node = replace(chain[-1].root, entries=_own_entries(chain[-1].root, is_top=not below))
    for read in reversed(chain[:-1]):
        own = replace(read.root, entries=_own_entries(read.root, is_top=read is top))
        merged = merge(merged, own)
    assert isinstance(merged, Mapping)  # noqa: S101  (both sides of every merge are mappings)
    findings = tuple(finding for read in chain for finding in read.findings)
    files = tuple(read.layer.path for read in chain)
    lost = frozenset(key for read in chain for key in read.lost)
    if chain[-1].root.get("basis") is not None:
        lost |= EVERYTHING  # a layer is missing, so nobody knows what else is
    return Layered(merged, findings + tuple(found), files, lost)


def shown_name(path: Path, kits_root: Path) -> str:
    """Return how findings call a file: from the folder that holds the kits folder, with forward slashes.

    A kits folder that is a link is called what the link is called, not where it leads.
    """
    root, called = _root_of(kits_root.absolute())
    resolved = path.parent.resolve() / path.name
    if resolved.is_relative_to(root):
        return (called / resolved.relative_to(root)).as_posix()
    return resolved.relative_to(root.parent).as_posix() if resolved.is_relative_to(root.parent) else path.as_posix()


# Asked several times for each of thousands of kits, and each answer asks the file system.
@lru_cache(maxsize=8)
def _root_of(kits_root: Path) -> tuple[Path, Path]:
    resolved = kits_root.resolve()
    return resolved, Path(resolved.name if kits_root.name == ".." else kits_root.name)


def _read_chain(kit_file: Path, kits_root: Path) -> tuple[list[ReadFile], list[Finding]]:
    """Read the files from the kit down to its last layer; stop where ``basis`` leads nowhere."""
    chain = [read_source(kit_file, shown_name(kit_file, kits_root))]
    seen = {kit_file.resolve()}
    found: list[Finding] = []
    while (basis := chain[-1].root.get("basis")) is not None:
        path = _basis_path(basis, kits_root, seen, found)
        if path is None:
            break
        seen.add(path)
        chain.append(read_source(path, shown_name(path, kits_root)))
    return chain, found


def _basis_path(basis: Node, kits_root: Path, seen: set[Path], found: list[Finding]) -> Path | None:
    """Return the file that ``basis`` names, links resolved; or add to ``found`` why there is none."""
    if not isinstance(basis, Scalar):
        return None  # the validation says that text belongs here
    # A longer path exists nowhere; following it would take long.
    text, mark, root = basis.text.strip()[: limits.PATH], basis.mark, kits_root.resolve()
    shown = shorten(text)
    target = mark.layer.folder / text.replace("\\", "/")
    problem: tuple[str, str, str] | None = None
    try:
        path = target.resolve()
        is_file = path.is_file()
    except (OSError, ValueError, RuntimeError):
        path, is_file = target, False
    if "\\" in text:
        problem = ("VK042", f"In '{shown}' staat een backslash.", "Gebruik gewone schuine strepen. ")
    elif Path(text).is_absolute() or not path.is_relative_to(root):
        problem = (
            "VK052",
            f"De basis '{shown}' ligt buiten de map met kits.",
            "Een basis staat in dezelfde map met kits. ",
        )
    elif not is_file:
        names = _names_beside(target, root)
        problem = ("VK050", f"De basis '{shown}' is er niet.", did_you_mean(target.name, names))
    elif path in seen or len(seen) >= limits.LAYERS:
        problem = ("VK051", f"De basis '{shown}' verwijst in een kring terug.", "Haal één basis weg. ")
    if problem is None:
        return path
    code, message, hint = problem
    found.append(finding(code, mark, message, hint + _EXAMPLE, ("basis",)))
    return None


def _names_beside(target: Path, root: Path) -> list[str]:
    """Return what stands in the folder where a layer was looked for; nothing if that is no folder among the kits."""
    try:
        folder = target.parent.resolve()
        return os.listdir(folder) if folder.is_relative_to(root) else []  # noqa: PTH208  only the names
    except (OSError, ValueError, RuntimeError):
        return []


def _refuse_layer_keys(root: Mapping) -> list[Finding]:
    """Find the keys in a kit that only a layer may hold."""
    advice = "Zet deze sleutel in een branche.yml, en noem dat bestand in de kit: basis: ../branche.yml."
    return [
        finding("VK053", entry.mark, f"De sleutel '{entry.key}' mag alleen in een branche.yml.", advice, (entry.key,))
        for entry in root.entries
        if entry.key in LAYER_KEYS
    ]


def _refuse_version(root: Mapping) -> list[Finding]:
    """Find a layer that is written in another format than the kit that would hide that."""
    version = text_at(root, "formaat")
    try:
        read_version(version.text if version else 1)
    except PydanticCustomError as problem:
        context = problem.context or {}
        mark = version.mark if version else root.mark
        return [finding("VK035", mark, str(context["bericht"]), str(context["advies"]), ("formaat",))]
    return []


def _own_entries(root: Mapping, *, is_top: bool) -> tuple[Entry, ...]:
    """Return the entries that take part in merging."""
    dropped = LAYER_KEYS if is_top else ("vergrendeld",)
    return tuple(entry for entry in root.entries if entry.key not in dropped)


def merge(below: Node, above: Node, path: KeyPath = ()) -> Node:
    """Lay one node over another; the result remembers what was replaced."""
    if isinstance(below, Mapping) and isinstance(above, Mapping):
        return _merge_mappings(below, above, path)
    if isinstance(below, Sequence) and isinstance(above, Sequence) and len(path) == 1 and path[0] in KEYED:
        return _merge_lists(below, above, str(path[0]))
    return with_overrides(above, (below, *below.overrides))


def _merge_mappings(below: Mapping, above: Mapping, path: KeyPath) -> Mapping:
    """Merge key by key: the order of the layer below, then the new keys."""
    own = {entry.key: entry for entry in above.entries}
    entries = []
    for entry in below.entries:
        over = own.pop(entry.key, None)
        if over is None:
            entries.append(entry)
        else:
            entries.append(Entry(over.mark, entry.key, merge(entry.value, over.value, (*path, entry.key))))
    return Mapping(above.mark, (*entries, *own.values()), above.overrides)


def _merge_lists(below: Sequence, above: Sequence, list_name: str) -> Sequence:
    """Merge items that have the same id; the others follow in their own order."""
    items = list(below.items)
    places = {name: place for place, item in enumerate(items) if (name := id_of(item, list_name)) is not None}
    for item in above.items:
        place = places.pop(id_of(item, list_name) or "", None)
        if place is None:
            items.append(item)
        else:
            items[place] = merge(items[place], item, (list_name, place))
    return Sequence(above.mark, tuple(items), above.overrides)
