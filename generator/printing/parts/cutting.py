"""What sheets to be cut have in common: who is on which piece, lines that scissors follow, and a pair of scissors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from math import cos, radians, sin
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Node, Outline, Shape, ellipse, rule
from generator.printing.layout.geometry import Box
from generator.printing.parts.inks import GREY, LINE

_Person = Vertrouwenspersoon

#: Dashes of a line to cut along (mm).
DASH: Final = (1.6, 1.2)
#: Half the angle between the blades, and the height of the drawing at a scale of 1 (mm).
_OPEN: Final = 17.0
_TALL: Final = 10.0


def dealt(personen: Sequence[_Person], count: int) -> tuple[_Person, ...]:
    """Return who is on each of ``count`` pieces: as even as can be, the pieces of one person side by side."""
    size, extra = divmod(count, len(personen))
    return tuple(persoon for index, persoon in enumerate(personen) for _ in range(size + 1 if index < extra else size))


def in_turn(personen: Sequence[_Person], count: int) -> tuple[_Person, ...]:
    """Return who is on each of ``count`` pieces, one after the other and round again: each row stays a choice."""
    return tuple(personen[index % len(personen)] for index in range(count))


def firsts(pieces: Sequence[_Person]) -> tuple[bool, ...]:
    """Tell for each piece whether it is the first of its person; the others repeat what is read there."""
    seen: set[str] = set()
    found = []
    for persoon in pieces:
        found.append(persoon.id not in seen)
        seen.add(persoon.id)
    return tuple(found)


def repeated(node: Node) -> Node:
    """Return the element as an artefact."""
    return replace(node, decor=True)


def grid_lines(grid: Box, columns: int, rows: int, colour: str = LINE) -> tuple[Shape, ...]:
    """Return hairlines between the pieces of a grid and around it."""
    xs = [grid.x + index * grid.w / columns for index in range(columns + 1)]
    ys = [grid.y + index * grid.h / rows for index in range(rows + 1)]
    down = [rule(x, grid.y, x, grid.bottom, colour, 0.15) for x in xs]
    across = [rule(grid.x, y, grid.right, y, colour, 0.15) for y in ys]
    return (*down, *across)


def cut_marks(grid: Box, columns: int, rows: int, clear: float = 2.0, length: float = 3.0) -> tuple[Shape, ...]:
    """Return marks outside a grid in line with every cut, ``clear`` mm away from it."""
    marks: list[Shape] = []
    for index in range(columns + 1):
        x = grid.x + index * grid.w / columns
        for edge, away in ((grid.y, -1), (grid.bottom, 1)):
            marks.append(rule(x, edge + away * clear, x, edge + away * (clear + length), GREY, 0.25))
    for index in range(rows + 1):
        y = grid.y + index * grid.h / rows
        for edge, away in ((grid.x, -1), (grid.right, 1)):
            marks.append(rule(edge + away * clear, y, edge + away * (clear + length), y, GREY, 0.25))
    return tuple(marks)


def scissors(x: float, y: float, height: float, colour: str = GREY) -> tuple[Shape, ...]:
    """Return open scissors that point up, their pivot in line with ``x``; (``x``, ``y``) is the middle of the tips."""
    scale = height / _TALL
    pivot = y + 5.6 * scale
    shapes: list[Shape] = []
    for side in (-1, 1):
        shapes.append(Shape(_blade(x, pivot, scale, side), fill=colour))
        ring = Box(x + side * 1.75 * scale - 1.2 * scale, pivot + 1.75 * scale, 2.4 * scale, 2.6 * scale)
        shapes.append(Shape(ellipse(ring), stroke=colour, width=0.7 * scale))
    return tuple(shapes)


def _blade(x: float, pivot: float, scale: float, side: int) -> Outline:
    """Return one blade: its tip on one side above the pivot, its shank on the other below it."""
    turn = radians(_OPEN) * side
    flat = ((-0.45, 2.3), (-0.5, -0.6), (0.0, -5.8), (0.5, -0.6), (0.45, 2.3))
    points = [
        (
            x + scale * (px * cos(turn) - py * sin(turn)),
            pivot + scale * (px * sin(turn) + py * cos(turn)),
        )
        for px, py in flat
    ]
    first, *rest = points
    return Outline((("M", first), *(("L", point) for point in rest), ("Z", ())))


def spans(count: int, left: float, width: float) -> tuple[tuple[float, float], ...]:
    """Return the edges of ``count`` equal pieces side by side."""
    return tuple(pairwise(left + index * width / count for index in range(count + 1)))
