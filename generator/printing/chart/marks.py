"""Who keeps control, as a mark that a copier keeps: a full dot, a half one, an open square; and what they mean."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from generator.printing.layout.elements import Node, Outline, Shape, ellipse, rectangle
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.inks import BLACK
from generator.printing.parts.source import Source

#: The marks in the order of the legend: from you alone to the organisation.
MARKS: Final = ("jij", "samen", "organisatie")
_LINE: Final = 0.14


def mark(regie: str, label: str, box: Box) -> Node:
    """Return the mark in a square box; read aloud it is ``label``."""
    return Node("Figure", shapes(regie, box), alt=label)


def shapes(regie: str, box: Box) -> tuple[Shape, ...]:
    """Return the drawing of a mark."""
    width = box.w * _LINE
    inner = box.inset(width / 2)
    if regie == "jij":
        return (Shape(ellipse(box), fill=BLACK),)
    if regie == "organisatie":
        return (Shape(rectangle(inner), stroke=BLACK, width=width),)
    return (Shape(_left_half(inner), fill=BLACK), Shape(ellipse(inner), stroke=BLACK, width=width))


def _left_half(box: Box) -> Outline:
    """Return the left half of the circle in a box."""
    (cx, cy), r = box.centre, box.w / 2
    k = r * 0.5522847498
    return Outline(
        (
            ("M", (cx, cy - r)),
            ("C", (cx - k, cy - r, cx - r, cy - k, cx - r, cy)),
            ("C", (cx - r, cy + k, cx - k, cy + r, cx, cy + r)),
            ("Z", ()),
        )
    )


def legend(
    source: Source, setter: Setter, used: Container[str], x: float, y: float, style: Style
) -> tuple[Node, float]:
    """Return the marks in use with their words on one line from a place, and the right end of it (mm)."""
    dot = setter.sized(style).size * 0.27
    nodes: list[Node] = []
    for regie in (each for each in MARKS if each in used):
        words = source.zin(f"wegwijzer-regie-{regie}")
        block = setter.block(words, style, setter.width(words, setter.sized(style)) + 0.5)
        box = Box(x, y + (block.first_baseline - dot) / 2, dot, dot)
        text = block.at(x + dot * 1.7, y)
        nodes.append(Node("LI", (Node("LBody", (*shapes(regie, box), text)),)))
        x += dot * 1.7 + block.natural + dot * 2.6
    return Node("L", tuple(nodes)), x
