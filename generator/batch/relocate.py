"""Findings of an earlier build, at the lines where their values stand now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.errors import Finding
from generator.kit.nodes import KeyPath, Mapping, Mark, Node, Sequence, show_path


def relocated(findings: tuple[Finding, ...], tree: Mapping) -> tuple[Finding, ...]:
    """Return findings about values of ``tree`` with file, line, column and line text as they are in this tree."""
    if not findings:
        return ()
    marks = {show_path(path): mark for path, mark in _marks(tree, ())}
    return tuple(_moved(item, marks[item.path]) if item.path in marks else item for item in findings)


def _moved(item: Finding, mark: Mark) -> Finding:
    layer = mark.layer
    return replace(
        item, file=layer.name, line=mark.line, column=mark.column, line_text=layer.line_text(mark.line)
    )  # fmt: skip


def _marks(node: Node, path: KeyPath) -> Iterator[tuple[KeyPath, Mark]]:
    yield path, node.mark
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from _marks(entry.value, (*path, entry.key))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _marks(item, (*path, index))
