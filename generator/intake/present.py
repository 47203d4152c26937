"""A ``kit.yml`` as it stands: its values by place, for comparing, and its nodes, for changing them where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from generator.intake.members import ADVISORS, Path
from generator.intake.values import Plain
from generator.kit.text import NULL_WORDS, slugify

#: A list that holds more than texts; it equals nothing that a sheet says.
_ODD: Final = ("\x00",)
_REMARK: Final = re.compile(r"#[^\r\n]*")


class NotEditable(Exception):
    """The file is written in a way that we don't change safely; the message is Dutch. Never leaves this package."""


@dataclass(frozen=True, slots=True)
class Present:
    """A kit file: its text, its root, every value by place, and every remark behind a ``#``, counted."""

    text: str
    root: yaml.MappingNode
    values: dict[Path, Plain]
    remarks: Counter[str]


def read_present(text: str) -> Present:
    """Read the text of a kit; raises ``NotEditable`` if it cannot be read, or uses what a kit does not use."""
    scalars: list[yaml.ScalarToken] = []
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken):
                scalars.append(token)
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken | yaml.DirectiveToken):
                raise NotEditable("Dit kit.yml gebruikt ankers of tags van YAML; die verandert de import niet.")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as problem:
        raise NotEditable("Dit kit.yml is niet goed opgeschreven. Kijk het na met: vertrouwenskit check") from problem
    if not isinstance(root, yaml.MappingNode):
        raise NotEditable("Dit kit.yml bestaat niet uit sleutels met waarden.")
    return Present(text, root, dict(_flat(root, ())), _remarks(text, scalars))


def _remarks(text: str, scalars: Iterable[yaml.ScalarToken]) -> Counter[str]:
    """Return what stands behind a ``#`` outside values; a block of text has its remark in its first line."""
    between, at = [], 0
    for scalar in scalars:
        start, end = scalar.start_mark.index, scalar.end_mark.index
        if scalar.style in {"|", ">"}:
            header = text.find("\n", start, end)
            start = end if header < 0 else header
        # Something must stand for a value, or the remark before it would run on into the next line.
        between += [text[at:start], "\n" if text[end - 1 : end] == "\n" else "x"]
        at = end
    return Counter(found.strip() for found in _REMARK.findall("".join([*between, text[at:]])))


def child(node: yaml.Node | None, step: str, list_name: str = "") -> yaml.Node | None:
    """Return the value under a key; in the list of advisors the item with that id."""
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and list_name == ADVISORS:
        return next((item for item in node.value if advisor_id(item) == step), None)
    return None


def node_at(root: yaml.Node, path: Path) -> yaml.Node | None:
    """Return the node at a place, or None."""
    node: yaml.Node | None = root
    name = ""
    for step in path:
        node = child(node, step, name)
        name = step
    return node


def advisor_id(node: yaml.Node) -> str | None:
    """Return the id of an advisor as the kit's own reader makes it."""
    for key, make in (("id", str), ("naam", slugify)):
        found = child(node, key)
        if isinstance(found, yaml.ScalarNode) and not is_null(found):
            return make(found.value) or None
    return None


def is_null(node: yaml.Node) -> bool:
    """Tell whether nothing stands here: no text, or ``null``."""
    return isinstance(node, yaml.ScalarNode) and node.style is None and node.value in NULL_WORDS


def texts(node: yaml.Node) -> Iterator[str]:
    """Go through every text in a kit, also in lists of blocks."""
    if isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from texts(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from texts(item)
    elif isinstance(node, yaml.ScalarNode):
        yield node.value.strip()


def _flat(node: yaml.Node, path: Path) -> Iterator[tuple[Path, Plain]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield from _flat(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        if path == (ADVISORS,):
            for item in node.value:
                yield from _flat(item, (*path, advisor_id(item) or ""))
        else:
            texts = all(isinstance(item, yaml.ScalarNode) for item in node.value)
            yield path, tuple(item.value for item in node.value) if texts else _ODD
    elif isinstance(node, yaml.ScalarNode) and not is_null(node):
        yield path, node.value.strip()
