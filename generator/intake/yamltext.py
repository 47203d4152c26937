"""Values → YAML as somebody would write it by hand: no quotes where none are needed, always around numbers to call."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Final, TypeAlias

from generator.intake.fields import Kind
from generator.intake.values import Plain

#: A part of a kit: keys in their order, lists of blocks under ``vertrouwenspersonen``.
Block: TypeAlias = Mapping[str, "Block | list[Block] | Leaf"]
_SAFE: Final = re.compile(r"[^\W\d_][\w .&'/()+@,%’-]*[\w.)'’!]|[^\W\d_]")
_WEB: Final = re.compile(r"https?://[\w./~%&=?+@-]+")
_UPWARDS: Final = re.compile(r"(?:\.\./)+[a-z][\w/-]*\.yml")
_IN_FLOW: Final = re.compile(r"[,\[\]{}]")
_WORDS: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n", "ja", "nee"})
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_WIDTH: Final = 110


class Leaf:
    """A value that is written on its own: text, or a list of texts; its kind decides on quotes."""

    __slots__ = ("kind", "plain")

    def __init__(self, plain: Plain, kind: Kind = "line") -> None:
        self.plain = plain
        self.kind = kind


def scalar(text: str, kind: Kind = "line", *, in_flow: bool = False) -> str:
    """Return a text as a YAML scalar on one line that says exactly that text."""
    if kind in {"count", "yes_no"} and re.fullmatch(r"[1-9]\d{0,8}|true|false", text):
        return text
    if kind == "date" and _DATE.fullmatch(text):
        return text
    plain = _SAFE.fullmatch(text) or _UPWARDS.fullmatch(text) or (_WEB.fullmatch(text) and not in_flow)
    # YAML takes ``: `` and `` #`` as its own; neither can match the pattern for safe text.
    if (
        plain
        and kind not in {"phone", "colour"}
        and text.lower() not in _WORDS
        and not (in_flow and _IN_FLOW.search(text))
    ):
        return text
    return json.dumps(text, ensure_ascii=False)


def leaf(value: Leaf, indent: int, *, in_flow: bool = False) -> str:
    """Return a value as it stands behind ``key: ``; lines below the first stand in ``indent`` spaces."""
    if isinstance(value.plain, tuple):
        return f"[{', '.join(scalar(item, in_flow=True) for item in value.plain)}]"
    if value.kind == "text" and not in_flow and (len(value.plain) > _WIDTH - indent or "\n" in value.plain):
        return _long(value.plain, indent)
    return scalar(value.plain, value.kind, in_flow=in_flow)


def _long(text: str, indent: int) -> str:
    """Write a long text as a block; one that begins with a space, or holds odd characters, in quotes."""
    if text != text.strip() or (not text.isprintable() and any(not c.isprintable() and c != "\n" for c in text)):
        return json.dumps(text, ensure_ascii=False)
    pad = " " * indent
    if "\n" in text:
        return "|-\n" + "\n".join(f"{pad}{line}".rstrip() for line in text.split("\n"))
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + len(word) < _WIDTH - indent:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return ">-\n" + "\n".join(pad + line for line in lines)


def block(part: Block, indent: int) -> list[str]:
    """Return the lines of a mapping, standing in ``indent`` spaces."""
    pad = " " * indent
    lines: list[str] = []
    for key, value in part.items():
        if isinstance(value, Leaf):
            lines += f"{pad}{key}: {leaf(value, indent + 2)}".split("\n")
        elif isinstance(value, list):
            lines.append(f"{pad}{key}:")
            lines += [line for item in value for line in list_item(item, indent + 2)]
        else:
            lines += [f"{pad}{key}:", *block(value, indent + 2)]
    return lines


def list_item(item: Block, indent: int, gap: int = 2) -> list[str]:
    """Return the lines of one item of a list of blocks; its dash stands in ``indent`` spaces."""
    lines = block(item, indent + gap)
    return [" " * indent + "-" + " " * (gap - 1) + lines[0].lstrip(), *lines[1:]]


def flow(part: Block) -> str:
    """Return a mapping on one line, for a place where everything else stands on one line."""
    pieces = []
    for key, value in part.items():
        if isinstance(value, Leaf):
            pieces.append(f"{key}: {leaf(value, 0, in_flow=True)}")
        elif isinstance(value, list):
            pieces.append(f"{key}: [{', '.join(flow(item) for item in value)}]")
        else:
            pieces.append(f"{key}: {flow(value)}")
    return "{" + ", ".join(pieces) + "}"
