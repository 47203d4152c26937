"""What an explanation is made of: rows, each a value with where it stands and what it took the place of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from generator.kit.nodes import Layer, Mapping, Mark, Node, Scalar

#: A value as it is written: text, a list, a mapping; None where a layer removed it.
Plain: TypeAlias = str | list["Plain"] | dict[str, "Plain"] | None

KIT: Final = "kit"
SHARED: Final = "gedeelde inhoud"
PROGRAM: Final = "standaard van het programma"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value stands: its layer in words, and the place; no ``file`` means the program itself."""

    layer: str
    file: str = ""
    line: int = 0
    column: int = 0

    @property
    def place(self) -> str:
        """The file and the line, as findings write them."""
        return f"{self.file}:{self.line}" if self.file else ""


@dataclass(frozen=True, slots=True)
class Past:
    """A value that another one took the place of."""

    value: Plain
    origin: Origin


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a kit.

    ``path`` names items of lists by their id, ``key`` by their position, as findings do. ``value`` is text, a list of
    texts, or None for a key that a layer removed; it is a whole list or mapping (``whole``) only to tell what that
    took the place of, and then its parts follow in rows of their own. ``overrides`` has the latest first.
    ``locked`` is where a layer forbids the layers above it to change the value.
    """

    path: str
    key: str
    value: Plain
    origin: Origin
    overrides: tuple[Past, ...] = ()
    locked: Origin | None = None
    notes: tuple[str, ...] = ()
    whole: bool = False
    items: tuple[Origin, ...] = field(default=(), repr=False)

    @property
    def differs(self) -> bool:
        """Tell whether the value is another than some value that it took the place of."""
        return any(past.value != self.value for past in self.overrides)

    def as_json(self) -> dict[str, Any]:
        """Return the public form, as ``explain --json`` prints it."""
        overrides = [{"value": past.value, **_place_json(past.origin)} for past in self.overrides]
        place = _place_json(self.origin) | {"column": self.origin.column or None}
        return {"path": self.path, "value": self.value, **place, "overrides": overrides}


def _place_json(origin: Origin) -> dict[str, Any]:
    return {"layer": origin.layer, "file": origin.file or None, "line": origin.line or None}


def plain(node: Node) -> Plain:
    """Return the value of a node as it is written."""
    if isinstance(node, Mapping):
        return {entry.key: plain(entry.value) for entry in node.entries}
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    return [plain(item) for item in node.items]


def layer_in_words(layer: Layer, top: Layer) -> str:
    """Return ``kit``, or for a layer below it ``branche bouw/branche.yml``: its file as seen from the kits folder."""
    if layer.path == top.path:
        return KIT
    _, _, below = layer.name.partition("/")
    return f"branche {below or layer.name}"


def origin_of(mark: Mark, top: Layer) -> Origin:
    """Return where a node stands; ``top`` is the kit's own file."""
    return Origin(layer_in_words(mark.layer, top), mark.layer.name, mark.line, mark.column)


def is_at_or_below(path: str, above: str) -> bool:
    """Tell whether ``path`` is ``above`` or a place inside it."""
    return path == above or path.startswith((f"{above}.", f"{above}["))
