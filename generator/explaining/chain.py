"""The files that a kit was read from, read once more for what merging leaves out: the locks and what was lost."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.explaining.rows import Origin, Row, origin_of, plain
from generator.kit.layers import shown_name
from generator.kit.loader import LoadedKit
from generator.kit.nodes import Layer, Scalar, is_null, items_of
from generator.kit.source import EVERYTHING, ReadFile, read_source

LOCKS: Final = "vergrendeld"


def read_chain(loaded: LoadedKit, kits_root: Path) -> tuple[ReadFile, ...]:
    """Return the files of a kit, the kit itself first. Each ``basis`` that was followed leads to one more."""
    entry = loaded.tree.entry("basis")
    steps = [node for node in (entry.value, *entry.value.overrides) if not is_null(node)] if entry else []
    # The pictures and documents that a kit names stand behind its layers; a basis that is not there is not among them.
    layers = loaded.files[: 1 + len(steps)]
    return tuple(read_source(path, shown_name(path, kits_root)) for path in layers)


def is_unreadable(chain: tuple[ReadFile, ...]) -> bool:
    """Tell whether nothing could be read of some file, so that no explanation of the kit would be right."""
    return not chain or any(read.lost == EVERYTHING and not read.root.entries for read in chain)


def lock_rows(chain: tuple[ReadFile, ...], top: Layer) -> list[Row]:
    """Return the locks of each layer as a row, the highest layer first."""
    found = []
    for read in chain:
        node = read.root.get(LOCKS)
        if node is not None:
            items = tuple(origin_of(item.mark, top) for _, item in items_of(node))
            found.append(Row(LOCKS, LOCKS, plain(node), origin_of(node.mark, top), items=items))
    return found


def locks(chain: tuple[ReadFile, ...], top: Layer) -> dict[str, Origin]:
    """Return the locked keys, each with the place of its lock; of several the lowest, which holds for most.

    A lock in the kit itself locks nothing: no layer stands above it.
    """
    found = {}
    for read in chain[1:]:
        for _, item in items_of(read.root.get(LOCKS)):
            if isinstance(item, Scalar) and not item.is_null:
                found[item.text] = origin_of(item.mark, top)
    return found
