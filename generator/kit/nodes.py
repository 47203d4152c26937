"""The read file as a tree: scalars kept as the text that was typed, each with its place and its layer.

The tree knows nothing of the model. It remembers per node which file said it and which earlier nodes it replaced,
so that a finding can point at the right line and a later command can explain where a value came from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final, Self, TypeAlias

from generator.kit.text import NULL_WORDS

#: A place in a kit: keys as text, list positions as numbers; ``()`` is the whole kit.
KeyPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of a kit: ``name`` as findings show it (posix), its absolute ``path`` and ``folder``, and its lines."""

    name: str
    path: Path
    folder: Path
    lines: tuple[str, ...] = field(default=(), repr=False, compare=False)

    def line_text(self, line: int) -> str:
        """Return line ``line`` (from 1) as it stands in the file, or an empty text."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; ``line`` and ``column`` count from 1."""

    layer: Layer = field(repr=False)
    line: int
    column: int


@dataclass(frozen=True, slots=True, eq=False)
class Scalar:
    """A single value. ``plain`` is true if it stands in the file without quotes and without ``|`` or ``>``."""

    mark: Mark
    text: str
    plain: bool = True
    overrides: tuple[Node, ...] = ()

    @property
    def is_null(self) -> bool:
        """True for an empty value, ``null`` and ``~``: in a layer these words remove a key."""
        return self.plain and self.text in NULL_WORDS


@dataclass(frozen=True, slots=True, eq=False)
class Sequence:
    """A list."""

    mark: Mark
    items: tuple[Node, ...] = ()
    overrides: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One key of a mapping: where the key stands, and its value."""

    mark: Mark
    key: str
    value: Node


@dataclass(frozen=True, slots=True, eq=False)
class Mapping:
    """A mapping; its keys are unique, in the order of the file."""

    mark: Mark
    entries: tuple[Entry, ...] = ()
    overrides: tuple[Node, ...] = ()

    def entry(self, key: str) -> Entry | None:
        """Return the entry of ``key``, also if its value is null."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def get(self, key: str) -> Node | None:
        """Return the value of ``key``; None if the key is absent or null."""
        entry = self.entry(key)
        return None if entry is None or is_null(entry.value) else entry.value


Node: TypeAlias = Scalar | Sequence | Mapping

#: What a file of which nothing can be read is taken for.
NOWHERE: Final = Mark(Layer("", Path(), Path()), 0, 0)


class SourcedText(str):
    """Text from a kit that still knows its node; validators read the folder and the quotes from it."""

    __slots__ = ("node",)
    node: Scalar

    def __new__(cls, node: Scalar) -> Self:
        """Wrap the text of ``node``."""
        made = super().__new__(cls, node.text)
        made.node = node
        return made


@dataclass(slots=True)
class Remarks:
    """What validators noticed (unquoted values, files) without refusing it; handed to pydantic as the context."""

    mangled: list[Scalar] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def is_null(node: Node) -> bool:
    """Tell whether the node is an empty value, ``null`` or ``~``."""
    return isinstance(node, Scalar) and node.is_null


def with_overrides(node: Node, overrides: tuple[Node, ...]) -> Node:
    """Return the node, remembering the ``overrides`` (latest first) that it took the place of."""
    return replace(node, overrides=overrides)


def to_plain(node: Node) -> Any:
    """Turn a node into what pydantic validates: dicts, lists, ``SourcedText`` and None."""
    if isinstance(node, Mapping):
        return {entry.key: to_plain(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    return None if node.is_null else SourcedText(node)


def child(node: Node | None, step: str | int) -> Node | None:
    """Return the value at one step below ``node``, null included; None if there is no such step."""
    if isinstance(node, Mapping) and isinstance(step, str):
        entry = node.entry(step)
        return entry.value if entry else None
    if isinstance(node, Sequence) and isinstance(step, int):
        return node.items[step] if 0 <= step < len(node.items) else None
    return None


def items_of(node: Node | None) -> Iterator[tuple[int, Node]]:
    """Go through a list's items with their positions; nothing if ``node`` is no list."""
    if isinstance(node, Sequence):
        yield from enumerate(node.items)


def entries_of(node: Node | None) -> Iterator[Entry]:
    """Go through a mapping's entries that are not null; nothing if ``node`` is no mapping."""
    if isinstance(node, Mapping):
        yield from (entry for entry in node.entries if not is_null(entry.value))


def text_at(node: Node | None, *steps: str | int) -> Scalar | None:
    """Return the scalar at the end of ``steps``; None if there is none or if it is null."""
    for step in steps:
        node = child(node, step)
    return node if isinstance(node, Scalar) and not node.is_null else None


def show_path(path: KeyPath) -> str:
    """Write a path as findings show it: ``vertrouwenspersonen[0].contact.telefoon``."""
    written = ""
    for step in path:
        written += f"[{step}]" if isinstance(step, int) else f".{step}" if written else step
    return written
