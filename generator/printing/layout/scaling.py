"""A page for a larger paper: A3 is A4 times the square root of two, so the same composition grows with it."""

from __future__ import annotations

from dataclasses import replace

from generator.printing.layout.elements import Code, Item, Line, Node, Outline, Page, Picture, Shape, Text
from generator.printing.layout.geometry import Box, Sheet


def enlarged(page: Page, sheet: Sheet) -> Page:
    """Return the page with every place and size multiplied so that it fills ``sheet``."""
    factor = sheet.width / page.sheet.width
    under = tuple(_item(item, factor) for item in page.under)
    over = tuple(_item(item, factor) for item in page.over)
    body = tuple(_node(node, factor) for node in page.body)
    return Page(sheet, body, tuple(item for item in under if isinstance(item, Shape | Picture)), over)


def _node(node: Node, factor: float) -> Node:
    children = tuple(_node(kid, factor) if isinstance(kid, Node) else _item(kid, factor) for kid in node.children)
    turn = replace(node.turn, x=node.turn.x * factor, y=node.turn.y * factor) if node.turn else None
    return replace(node, children=children, turn=turn)


def _item(item: Item, factor: float) -> Item:
    if isinstance(item, Text):
        lines = tuple(_line(line, factor) for line in item.lines)
        return replace(item, box=_box(item.box, factor), lines=lines, size=item.size * factor)
    if isinstance(item, Picture):
        clip = _outline(item.clip, factor) if item.clip else None
        return replace(item, box=_box(item.box, factor), clip=clip)
    if isinstance(item, Code):
        return replace(item, box=_box(item.box, factor))
    return replace(
        item,
        outline=_outline(item.outline, factor),
        width=item.width * factor,
        dash=tuple(length * factor for length in item.dash),
        clip=_outline(item.clip, factor) if item.clip else None,
    )


def _line(line: Line, factor: float) -> Line:
    return replace(line, x=line.x * factor, baseline=line.baseline * factor, width=line.width * factor)


def _box(box: Box, factor: float) -> Box:
    return Box(box.x * factor, box.y * factor, box.w * factor, box.h * factor)


def _outline(outline: Outline, factor: float) -> Outline:
    return Outline(tuple((kind, tuple(value * factor for value in values)) for kind, values in outline.steps))
