"""Put together: all rows of one kit, its layers, and what follows the shared content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from generator.explaining.chain import LOCKS, lock_rows, locks
from generator.explaining.routes import ROUTES, Route, default_routes, with_routes
from generator.explaining.rows import SHARED, Origin, Row, is_at_or_below, layer_in_words
from generator.explaining.values import rows_of
from generator.kit.loader import LoadedKit
from generator.kit.nodes import Mapping
from generator.kit.source import ReadFile
from generator.library import Library


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything that can be told of a kit.

    ``rows`` stand in the order of the merged tree, the locks last. ``layers`` are the files that the kit was read
    from, the kit itself first. ``routes`` are the default routes of the shared content, ``locked`` the locked keys.
    """

    tree: Mapping
    rows: tuple[Row, ...]
    layers: tuple[Origin, ...]
    routes: dict[str, Route]
    locked: dict[str, Origin]
    rollen: frozenset[str]

    @property
    def followers(self) -> int:
        """How many shared situations have no route in the kit."""
        own = {row.path for row in self.rows if row.value and row.origin.layer != SHARED}
        return sum(f"{ROUTES}.{name}" not in own for name in self.routes)

    def lock_on(self, path: str) -> Origin | None:
        """Return where a place, or something around it, is locked."""
        return _lock_on(path, self.locked)


def explain(loaded: LoadedKit, chain: tuple[ReadFile, ...], content: Path, library: Library) -> Explanation:
    """Explain a kit; ``chain`` are its files as ``read_chain`` gives them, ``content`` is the folder ``content/nl``.

    Raises ``BuildFailed`` if the shared content is not what it should be.
    """
    top = loaded.tree.mark.layer
    locked = locks(chain, top)
    routes = default_routes(content, library)
    rows = with_routes(rows_of(loaded.tree), routes, library)
    layers = tuple(Origin(layer_in_words(read.layer, top), read.layer.name) for read in chain)
    everything = (*_with_locks(rows, locked), *lock_rows(chain, top))
    return Explanation(loaded.tree, everything, layers, routes, locked, library.shared_ids.rollen)


def _with_locks(rows: Iterable[Row], locked: dict[str, Origin]) -> list[Row]:
    return [replace(row, locked=_lock_on(row.path, locked)) for row in rows]


def _lock_on(path: str, locked: dict[str, Origin]) -> Origin | None:
    return next((origin for key, origin in locked.items() if is_at_or_below(path, key)), None)


__all__ = ["LOCKS", "Explanation", "explain"]
