"""Read one kit from its folder: a validated ``Kit``, or every finding at once. This is the package's front door."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from generator import limits
from generator.errors import LEVELS, Finding
from generator.kit.codes import finding, in_order
from generator.kit.index import KitFolder, KitIndex, find_kits
from generator.kit.layers import read_layers, shown_name
from generator.kit.model import Kit
from generator.kit.nodes import KeyPath, Layer, Mapping, Mark, Node, Remarks, Scalar, child, is_null, to_plain
from generator.kit.references import check_references
from generator.kit.shared import PARTS, SharedIds
from generator.kit.text import shorten
from generator.kit.wording import findings_of

__all__ = ["KIT_FILE", "KitFolder", "KitIndex", "LoadedKit", "SharedIds", "find_kits", "load_kit"]

KIT_FILE: Final = "kit.yml"
#: Findings that may only follow from lines that could not be read under these keys, or (None) under the same key.
_FOLLOWS_FROM: Final[dict[str, frozenset[str] | None]] = {
    "VK021": None,
    "VK025": None,
    "VK036": None,
    "VK061": frozenset({"vertrouwenspersonen"}),
    "VK062": frozenset({"vertrouwenspersonen", "contacten", *PARTS}),
    "VK063": frozenset({"vertrouwenspersonen", "contacten", *PARTS}),
    "VK064": frozenset({"situaties"}),
    "VK067": frozenset({"organisatie"}),
}
_COLOUR_COMMENT: Final = re.compile(r":\s*#\s*([0-9A-Fa-f]{3,8})\b")


@dataclass(frozen=True, slots=True)
class LoadedKit:
    """A kit as it was read.

    ``kit`` is None if there is an error among the ``findings``, which are sorted by file, line and column and hold all
    levels. ``tree`` is the merged tree: each node with its file, line and layer, and what it took the place of.
    ``files`` are the absolute paths of all files that were read: the kit, its layers, the files that they name.
    """

    slug: str
    folder: Path
    kit: Kit | None
    findings: tuple[Finding, ...]
    tree: Mapping
    files: tuple[Path, ...]


def load_kit(folder: Path, kits_root: Path, shared: SharedIds) -> LoadedKit:
    """Read the kit in ``folder``; layers may lie anywhere under ``kits_root``. Never raises for a user's mistake."""
    kit_file = folder.absolute() / KIT_FILE
    outside = _unusable(kit_file, kits_root)
    if outside is not None:
        empty = Mapping(Mark(Layer(outside.file, kit_file, folder), 0, 0))
        return LoadedKit(folder.absolute().name, folder, None, (outside,), empty, ())
    layered = read_layers(kit_file, kits_root)
    root = layered.root
    remarks = Remarks()
    kit, found = _validate(root, remarks)
    found += islice(check_references(root, shared), limits.FINDINGS + 1)
    found += _lost_colours(root)
    found = [item for item in found if not _follows(item, layered.lost)]
    found += layered.findings
    found += _mangled(root, remarks, found)
    findings = _first(in_order(found), root.mark)
    if any(item.level == "error" for item in findings):
        kit = None
    files = tuple(dict.fromkeys((*layered.files, *remarks.files)))
    return LoadedKit(folder.absolute().name, folder, kit, findings, root, files)


def _unusable(kit_file: Path, kits_root: Path) -> Finding | None:
    """Return why there is no kit to read in this folder, or None."""
    mark = Mark(Layer(shown_name(kit_file, kits_root), kit_file, kit_file.parent), 0, 0)
    if not kit_file.is_file():
        return finding("VK072", mark, "Hier is geen kit.yml.", "Maak een kit met: vertrouwenskit new NAAM")
    if not kit_file.resolve().is_relative_to(kit_file.parent.resolve()):
        message = "Deze kit.yml is een verwijzing naar een plek buiten de map van de kit."
        return finding("VK041", mark, message, "Zet het bestand zelf in de map.")
    return None


def _validate(root: Mapping, remarks: Remarks) -> tuple[Kit | None, list[Finding]]:
    """Validate the merged tree."""
    try:
        return Kit.model_validate(to_plain(root), context=remarks), []
    except ValidationError as problem:
        return None, findings_of(problem.errors(include_url=False, include_input=False)[: limits.FINDINGS + 1], root)


def _first(findings: tuple[Finding, ...], mark: Mark) -> tuple[Finding, ...]:
    """Return the first findings of each level, and of what is left out that it is there."""
    told: list[Finding] = []
    for level in LEVELS:
        same = [item for item in findings if item.level == level]
        told += same[: limits.FINDINGS]
        if same[limits.FINDINGS :]:
            message = f"Er is meer gevonden; hier staan de eerste {limits.FINDINGS}."
            advice = "Verbeter die, en kijk de kit dan opnieuw na."
            told.append(replace(finding("VK014", Mark(mark.layer, 0, 0), message, advice), level=level))
    return in_order(told)


def _follows(item: Finding, lost: frozenset[str]) -> bool:
    """Tell whether a finding may only follow from lines that could not be read."""
    if item.code not in _FOLLOWS_FROM or not lost:
        return False
    causes = _FOLLOWS_FROM[item.code]
    return "*" in lost or not lost.isdisjoint(causes if causes is not None else re.findall(r"^[^.\[]+", item.path))


def _mangled(root: Mapping, remarks: Remarks, found: list[Finding]) -> list[Finding]:
    """Suggest quotes for values that are read well here, but that other programs would change."""
    paths = dict(_paths(root, ()))
    taken = {(item.file, item.line, item.column) for item in found}
    noticed = []
    for node in {id(node): node for node in remarks.mangled}.values():
        if (node.mark.layer.name, node.mark.line, node.mark.column) not in taken:
            text = shorten(node.text)
            message = f"Zonder aanhalingstekens lezen andere programma's '{text}' als iets anders."
            noticed.append(finding("VK038", node.mark, message, f'Schrijf "{text}".', paths.get(id(node), ())))
    return noticed


def _paths(node: Node, path: KeyPath) -> list[tuple[int, KeyPath]]:
    """List the place of every scalar below a node, by the node's identity."""
    if isinstance(node, Scalar):
        return [(id(node), path)]
    if isinstance(node, Mapping):
        return [pair for entry in node.entries for pair in _paths(entry.value, (*path, entry.key))]
    return [pair for index, item in enumerate(node.items) for pair in _paths(item, (*path, index))]


def _lost_colours(root: Mapping) -> list[Finding]:
    """Find colours without quotes: to YAML ``# 00524c`` is a comment, and the key seems to be empty."""
    found = []
    style = child(child(root, "organisatie"), "huisstijl")
    for entry in style.entries if isinstance(style, Mapping) else ():
        line = entry.mark.layer.line_text(entry.mark.line)
        lost = _COLOUR_COMMENT.search(line, entry.mark.column - 1)
        if entry.key in {"kleur", "accent"} and is_null(entry.value) and lost:
            message = f"De kleur '#{lost.group(1)}' telt niet mee: zonder aanhalingstekens is zij commentaar."
            advice = f'Schrijf {entry.key}: "#{lost.group(1).lower()}".'
            found.append(finding("VK033", entry.mark, message, advice, ("organisatie", "huisstijl", entry.key)))
    return found
