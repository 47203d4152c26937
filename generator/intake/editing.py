"""Change one value in the text of a ``kit.yml`` and leave every other character as it is.

A YAML library that writes whole files would set quotes, indents and line ends its own way, so text is cut and pasted
at the places that the parser gives. After every change the result is read again and compared with what was meant.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

import yaml

from generator.intake.members import ADVISORS, Path
from generator.intake.present import NotEditable, Present, advisor_id, child, is_null, node_at, read_present
from generator.intake.yamltext import Block, Leaf, block, flow, leaf, list_item
from generator.kit.fields import keys_below
from generator.kit.nodes import KeyPath
from generator.kit.text import slugify

_REMARK: Final = re.compile(r"\s#")
_REMARKED: Final = "Er staat een opmerking bij (#), dus dit blijft zoals het is. Verander het met de hand."
_UNSURE: Final = "De import kan deze plek niet veilig veranderen. Verander hem met de hand."


def with_value(present: Present, path: Path, value: Leaf) -> Present:
    """Return the kit with a value at a place; keys above it are made where they don't exist yet.

    Raises ``NotEditable`` if that cannot be done safely.
    """
    expected = _known_by({**present.values, path: _compared(value)}, path, value)
    return _checked(_set(present, path, value), expected, present.remarks)


def _known_by(expected: dict[Path, Any], path: Path, value: Leaf) -> dict[Path, Any]:
    """Return values with an advisor under the id that a new name gives, unless the kit gives an id itself."""
    if path[:1] != (ADVISORS,) or path[2:] != ("naam",) or (*path[:2], "id") in expected:
        return expected
    now = slugify(str(value.plain))
    if now != path[1] and any(other[:2] == (ADVISORS, now) for other in expected):
        raise NotEditable(_UNSURE)
    return {(ADVISORS, now, *other[2:]) if other[:2] == path[:2] else other: plain for other, plain in expected.items()}


def without(present: Present, path: Path) -> Present:
    """Return the kit without a key or an advisor, and without the blocks that are empty then."""
    expected = {place: plain for place, plain in present.values.items() if place[: len(path)] != path}
    return _checked(_removed(present, path), expected, present.remarks)


def with_advisor(present: Present, name: str, person: Block) -> Present:
    """Return the kit with one advisor more, at the end of the list."""
    expected = present.values | _leaves(person, (ADVISORS, name))
    people = node_at(present.root, (ADVISORS,))
    if not isinstance(people, yaml.SequenceNode) or not people.value:
        text = _inserted(present, present.root, (), {ADVISORS: [person]})
    elif people.flow_style:
        at = _end(people.value[-1])
        text = f"{present.text[:at]}, {flow(person)}{present.text[at:]}"
    else:
        dash = people.start_mark.column
        gap = max(people.value[0].start_mark.column - dash, 2)
        text = _line_after(present.text, _end(people.value[-1]), list_item(person, dash, gap))
    return _checked(text, expected, present.remarks)


def _set(present: Present, path: Path, value: Leaf) -> str:
    node: yaml.Node = present.root
    name = ""
    for depth, step in enumerate(path):
        below = child(node, step, name)
        if below is None or (is_null(below) and depth < len(path) - 1):
            if not isinstance(node, yaml.MappingNode):
                raise NotEditable(_UNSURE)
            return _inserted(present, node, path[:depth], _around(path[depth:], value))
        node, name = below, step
    return _replaced(present, node, value, in_flow=_in_flow(present.root, path), key_column=_key_column(present, path))


def _around(steps: Path, value: Leaf) -> Block:
    """Return the block that a value stands in, for keys that do not exist yet."""
    inner: Any = value
    for step in reversed(steps):
        inner = {step: inner}
    made: Block = inner
    return made


def _replaced(present: Present, node: yaml.Node, value: Leaf, *, in_flow: bool, key_column: int) -> str:
    """Put a value in the place of another."""
    text, start, end = present.text, node.start_mark.index, _end(node)
    if isinstance(node, yaml.MappingNode):
        raise NotEditable(_UNSURE)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        if "#" in text[start:end] or not isinstance(value.plain, tuple):
            raise NotEditable(_UNSURE)
        items = [leaf(Leaf(item), 0) for item in value.plain]
        new = _eol(text).join([f"- {items[0]}", *(" " * node.start_mark.column + f"- {item}" for item in items[1:])])
    else:
        new = leaf(value, key_column + 2, in_flow=in_flow).replace("\n", _eol(text))
    space = " " if start and text[start - 1] == ":" else ""
    return text[:start] + space + new + text[end:]


def _inserted(present: Present, parent: yaml.MappingNode, path: Path, part: Block) -> str:
    """Add a key to a mapping, behind the key that comes before it in the order of the format."""
    text = present.text
    (key,) = part
    old = next((item for item in parent.value if item[0].value == key), None)
    if parent.flow_style:
        if old is not None:
            raise NotEditable(_UNSURE)
        inside = flow(part)[1:-1]
        if not parent.value:
            at = parent.start_mark.index + 1
            return text[:at] + inside + text[at:]
        at = _end_of_pair(parent.value[-1])
        return f"{text[:at]}, {inside}{text[at:]}"
    column = parent.value[0][0].start_mark.column
    if old is not None:
        return _filled(text, old, part, column)
    before = _predecessor(parent, path, key)
    lines = block(part, column)
    if not path and not isinstance(part[key], Leaf):
        lines = ["", *lines]
    return _line_after(text, _end_of_pair(before), lines)


def _filled(text: str, old: tuple[yaml.Node, yaml.Node], part: Block, column: int) -> str:
    """Fill a key that stands there with nothing behind it, such as ``contact:``."""
    start, end = old[1].start_mark.index, old[1].end_mark.index
    emptied = text[:start].rstrip(" ") + text[end:] if end > start else text
    lines = block(part, column)[1:]
    return _line_after(emptied, old[0].end_mark.index, lines)


def _predecessor(parent: yaml.MappingNode, path: Path, key: str) -> tuple[yaml.Node, yaml.Node]:
    """Return the last pair that comes before ``key`` in the format's order; else the last, or the first of an item."""
    spot: KeyPath = (ADVISORS, 0, *path[2:]) if path[:1] == (ADVISORS,) else path
    order = keys_below(spot)
    pairs: list[tuple[yaml.Node, yaml.Node]] = parent.value
    if key not in order:
        return pairs[-1]
    earlier = set(order[: order.index(key)])
    found = [pair for pair in pairs if pair[0].value in earlier]
    return found[-1] if found else pairs[0]


def _removed(present: Present, path: Path) -> str:
    """Take out a key or an advisor; a block that would be left empty goes with it."""
    parent = node_at(present.root, path[:-1])
    if len(path) == 2 and path[0] == ADVISORS and isinstance(parent, yaml.SequenceNode):
        if len(parent.value) == 1:
            return _removed(present, path[:1])
        return _item_removed(present.text, parent, path[1])
    if not isinstance(parent, yaml.MappingNode):
        raise NotEditable(_UNSURE)
    if len(parent.value) == 1 and len(path) > 1:
        return _removed(present, path[:-1])
    return _key_removed(present.text, parent, path[-1])


def _key_removed(text: str, parent: yaml.MappingNode, key: str) -> str:
    position = next(number for number, pair in enumerate(parent.value) if pair[0].value == key)
    pair = parent.value[position]
    start, end = pair[0].start_mark.index, _end_of_pair(pair)
    following = parent.value[position + 1][0].start_mark.index if position + 1 < len(parent.value) else None
    if parent.flow_style:
        if following is not None:
            return text[:start] + text[following:]
        before = _end_of_pair(parent.value[position - 1]) if position else start
        return text[:before] + text[end:]
    if _REMARK.search(text[start : _end(pair[1])]):
        raise NotEditable(_REMARKED)
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip():  # behind the dash of a list: the next key moves up to it
        if following is None or "#" in text[start:following]:
            raise NotEditable(_UNSURE)
        return text[:start] + text[following:]
    return _lines_cut(text, line, end, text[line:start])


def _item_removed(text: str, people: yaml.SequenceNode, name: str) -> str:
    item = next(item for item in people.value if advisor_id(item) == name)
    if people.flow_style:
        raise NotEditable(_UNSURE)
    if _REMARK.search(text[item.start_mark.index : text.find("\n", _end(item))]):
        raise NotEditable(_REMARKED)
    dash = text.rfind("-", 0, item.start_mark.index)
    line = text.rfind("\n", 0, dash) + 1
    if text[line:dash].strip() or text[dash + 1 : item.start_mark.index].strip():
        raise NotEditable(_UNSURE)
    return _lines_cut(text, line, _end(item), text[line:dash])


def _lines_cut(text: str, start: int, end: int, indent: str) -> str:
    """Cut whole lines; a remark at the end of the last stays, on a line of its own."""
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop + 1
    rest = text[end:stop].strip()
    if rest and not rest.startswith("#"):
        raise NotEditable(_UNSURE)
    return text[:start] + (f"{indent}{rest}{_eol(text)}" if rest else "") + text[stop:]


def _line_after(text: str, end: int, lines: list[str]) -> str:
    """Put lines below the line that ``end`` stands on."""
    eol = _eol(text)
    stop = text.find("\n", end)
    if stop < 0:
        return text + eol + eol.join(lines) + eol
    return text[: stop + 1] + "".join(line + eol for line in lines) + text[stop + 1 :]


def _end_of_pair(pair: tuple[yaml.Node, yaml.Node]) -> int:
    return max(_end(pair[1]), pair[0].end_mark.index)


def _end(node: yaml.Node) -> int:
    """Return where a value really ends; the parser counts the blank lines and remarks below a block with it."""
    if isinstance(node, yaml.ScalarNode):
        if node.style not in {"|", ">"}:
            return int(node.end_mark.index)
        buffer = node.start_mark.buffer
        assert buffer is not None  # noqa: S101  the text was given as text
        # The parser's buffer ends in zeros; marks count from the beginning of the text.
        return int(node.start_mark.index) + len(_body(buffer, node).rstrip())
    if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end_of_pair(last) if isinstance(node, yaml.MappingNode) else _end(last)


def _body(buffer: str, node: yaml.Node) -> str:
    start = node.start_mark.pointer
    return buffer[start : start + node.end_mark.index - node.start_mark.index]


def _in_flow(root: yaml.Node, path: Path) -> bool:
    """Tell whether a place stands between braces or brackets."""
    nodes = (node_at(root, path[:depth]) for depth in range(len(path)))
    return any(isinstance(node, yaml.CollectionNode) and node.flow_style for node in nodes)


def _key_column(present: Present, path: Path) -> int:
    parent = node_at(present.root, path[:-1])
    if isinstance(parent, yaml.MappingNode):
        return next(int(key.start_mark.column) for key, _ in parent.value if key.value == path[-1])
    return 0


def _eol(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _leaves(part: Block, path: Path) -> dict[Path, Any]:
    found: dict[Path, Any] = {}
    for key, value in part.items():
        if isinstance(value, Leaf):
            found[(*path, key)] = _compared(value)
        elif not isinstance(value, list):
            found |= _leaves(value, (*path, key))
    return found


def _compared(value: Leaf) -> Any:
    return value.plain if isinstance(value.plain, tuple) else value.plain.strip()


def _checked(text: str, expected: dict[Path, Any], remarks: Counter[str]) -> Present:
    """Read the changed text; raises ``NotEditable`` if it does not say exactly what was meant, or lost a remark."""
    try:
        changed = read_present(text)
    except NotEditable as problem:
        raise NotEditable(_UNSURE) from problem
    if _known(changed.values) != _known(expected):
        raise NotEditable(_UNSURE)
    if changed.remarks != remarks:
        raise NotEditable(_REMARKED)
    return changed


def _known(values: dict[Path, Any]) -> dict[Path, Any]:
    return {path: re.sub(r"\s+", " ", plain) if isinstance(plain, str) else plain for path, plain in values.items()}
