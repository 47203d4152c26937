"""Places and sizes as values: millimetres from the top left of the sheet, y downwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from typing import Final

#: PDF points in a millimetre.
POINTS: Final = 72 / 25.4
#: How far a field of colour goes on beyond the sheet, for a printer to cut off (mm).
BLEED: Final = 3.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; ``x`` and ``y`` are its top left corner, all in millimetres."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The bottom edge."""
        return self.y + self.h

    @property
    def centre(self) -> tuple[float, float]:
        """The middle."""
        return self.x + self.w / 2, self.y + self.h / 2

    def inset(
        self, left: float, top: float | None = None, right: float | None = None, bottom: float | None = None
    ) -> Box:
        """Return the box less margins; those not given repeat as in CSS (top = left, right = left, bottom = top)."""
        top = left if top is None else top
        right = left if right is None else right
        bottom = top if bottom is None else bottom
        return Box(self.x + left, self.y + top, self.w - left - right, self.h - top - bottom)

    def moved(self, dx: float, dy: float) -> Box:
        """Return the same box elsewhere."""
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def columns(self, count: int, gutter: float) -> tuple[Box, ...]:
        """Divide into ``count`` equal columns with ``gutter`` between them."""
        width = (self.w - gutter * (count - 1)) / count
        return tuple(Box(self.x + index * (width + gutter), self.y, width, self.h) for index in range(count))

    def rows(self, count: int, gutter: float) -> tuple[Box, ...]:
        """Divide into ``count`` equal rows with ``gutter`` between them."""
        height = (self.h - gutter * (count - 1)) / count
        return tuple(Box(self.x, self.y + index * (height + gutter), self.w, height) for index in range(count))

    def grid(self, columns: int, rows: int, gutter: float) -> Iterator[Box]:
        """Yield the cells of a grid, row by row."""
        for row in self.rows(rows, gutter):
            yield from row.columns(columns, gutter)

    def overlaps(self, other: Box, tolerance: float = 0.01) -> bool:
        """Tell whether the two share more than an edge."""
        return (
            self.x + tolerance < other.right
            and other.x + tolerance < self.right
            and self.y + tolerance < other.bottom
            and other.y + tolerance < self.bottom
        )

    def holds(self, other: Box, tolerance: float = 0.01) -> bool:
        """Tell whether the other lies wholly within this one."""
        return (
            other.x >= self.x - tolerance
            and other.y >= self.y - tolerance
            and other.right <= self.right + tolerance
            and other.bottom <= self.bottom + tolerance
        )


def around(boxes: Iterator[Box] | tuple[Box, ...]) -> Box:
    """Return the smallest box that holds all; raises ``ValueError`` if there are none."""
    found = tuple(boxes)
    left, top = min(box.x for box in found), min(box.y for box in found)
    return Box(left, top, max(box.right for box in found) - left, max(box.bottom for box in found) - top)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper as it is after cutting, and how much larger than on A4 everything on it is."""

    name: str
    width: float
    height: float
    scale: float = 1.0

    @property
    def box(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, self.width, self.height)


A4: Final = Sheet("A4", 210, 297)
A3: Final = Sheet("A3", 297, 420, sqrt(2))
