"""The places of what is on a sheet, as ink: what a test of a layout measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from generator.printing.layout.elements import Code, Line, Page, Picture, Placed, Text, placed
from generator.printing.layout.geometry import POINTS, Box
from tests.printing.kits import FONTS

#: How far the ink of a line reaches above and below its baseline, as parts of the type size.
ABOVE: Final = 0.72
BELOW: Final = 0.22


@dataclass(frozen=True)
class Ink:
    """A line of text, a code or a picture, with its place on the sheet."""

    what: str
    box: Box
    leaf: Placed


def texts(page: Page) -> Iterator[tuple[Placed, Text]]:
    """Yield every text of a page."""
    for leaf in placed(page):
        if isinstance(leaf.item, Text):
            yield leaf, leaf.item


def width(line: Line, size: float) -> float:
    """Measure a line anew from its letters, in millimetres."""
    return sum(FONTS.width(run.text, run.weight) for run in line.runs) * size / 1000 / POINTS


def ink_of(line: Line, size: float) -> Box:
    """Return the room that the letters of a line take, as the line itself counts."""
    height = (ABOVE + BELOW) * size / POINTS
    return Box(line.x, line.baseline - ABOVE * size / POINTS, width(line, size), height)


def lines(page: Page) -> Iterator[Ink]:
    """Yield every line of a page that says something."""
    for leaf, text in texts(page):
        if not text.decor:
            for line in text.lines:
                if line.text.strip():
                    yield Ink(line.text, leaf.on_sheet(ink_of(line, text.size)), leaf)


def things(page: Page) -> Iterator[Ink]:
    """Yield the codes and pictures that text must keep clear of; a picture under everything is ground."""
    for leaf in placed(page):
        if isinstance(leaf.item, Code | Picture) and leaf.item not in page.under:
            yield Ink(type(leaf.item).__name__, leaf.box, leaf)


def clashes(page: Page, tolerance: float = 0.05) -> list[str]:
    """Describe whatever stands over something else; ``tolerance`` in millimetres."""
    found = [*lines(page), *things(page)]
    return [
        f"'{one.what}' and '{other.what}'"
        for one, other in combinations(found, 2)
        if one.box.overlaps(other.box, tolerance)
    ]
