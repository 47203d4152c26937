"""The sizes of a sheet in large letters, and its headings: nothing is below 18 points, not even the small print."""

from __future__ import annotations

from typing import Final

from generator.printing.layout.elements import Node
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.source import Source

LEAST: Final = 18.0
BODY: Final = Style(LEAST, "regular", 1.32, BLACK)
STRONG: Final = Style(LEAST, "bold", 1.32, BLACK)
SMALL: Final = Style(LEAST, "regular", 1.25, GREY)
TITLE: Final = Style(36, "extrabold", 1.08, BLACK, 24)
SECTION: Final = Style(25, "bold", 1.15, BLACK, 20)
SITUATION: Final = Style(22, "bold", 1.2, BLACK, LEAST)
FIRST: Final = Style(20, "bold", 1.2, BLACK, LEAST)
NUMBER: Final = Style(27, "extrabold", 1.15, BLACK, LEAST)


def headed(source: Source, setter: Setter, box: Box, title: str) -> tuple[tuple[Node, ...], float]:
    """Return a heading, if there is one, and where what it heads may begin."""
    if not title:
        return (), box.y
    block = setter.block(title, SECTION.in_(source.inks.kop), box.w)
    return (Node("H2", (block.at(box.x, box.y),)),), box.y + block.height + 5
