"""Pieces of the new-hire sheets and of the chart's poster: advisors in a few lines, and lists with drawn marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Node, Outline, Shape, Step
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Setter, Span, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import face, role_words
from generator.printing.parts.source import Source
from generator.printing.parts.stacking import Stack
from generator.printing.parts.ways import Way, ways

Sign = Literal["wel", "niet", "stap"]
#: High enough that a stack is never too long for it; used to measure.
_ENDLESS: Final = 10_000.0
#: A last line shorter than this part of the width is a widow; the widths at which it is set anew, as parts of it.
_WIDOW: Final = 0.22
_NARROWER: Final = (0.95, 0.9, 0.85, 0.8, 0.75)
#: The longest name that a headline has room for, in characters.
_SHORT: Final = 20


@dataclass(frozen=True, slots=True)
class Card:
    """How an advisor is shown: side of the face and gap beside it in mm, styles, and how many ways to reach her.

    With ``inline`` a number stands behind its label instead of below it, with ``above`` the face above the words.
    Without ``label`` a number to call stands alone; any other number keeps its label. Without ``mail`` an address
    stands there only if there is no number.
    """

    face: float
    gap: float
    name: Style
    number: Style
    text: Style
    most: int = 3
    role: bool = True
    hours: bool = True
    inline: bool = False
    label: bool = True
    mail: bool = True
    above: bool = False


def cards(
    source: Source,
    setter: Setter,
    personen: Sequence[Vertrouwenspersoon],
    box: Box,
    columns: int,
    look: Card,
    gutter: tuple[float, float],
) -> tuple[tuple[Node, ...], float]:
    """Return advisors row by row from the top of ``box``, and where the lowest ends (mm); ``gutter`` is x and y."""
    nodes: list[Node] = []
    y = box.y
    for start in range(0, len(personen), columns):
        row = personen[start : start + columns]
        cells = Box(box.x, y, box.w, box.bottom - y).columns(columns, gutter[0])
        made = [card(source, setter, persoon, cell, look) for persoon, cell in zip(row, cells, strict=False)]
        nodes += [node for node, _ in made]
        y = max(bottom for _, bottom in made) + gutter[1] * setter.shrink
    return tuple(nodes), y - gutter[1] * setter.shrink


def card(source: Source, setter: Setter, persoon: Vertrouwenspersoon, box: Box, look: Card) -> tuple[Node, float]:
    """Return face, name and numbers of an advisor from the top of ``box``, and where they end (mm)."""
    side = look.face * setter.shrink
    portrait = face(source, persoon, Box(box.x, box.y, side, side))
    words = box.inset(0, side + look.gap, 0, 0) if look.above else box.inset(side + look.gap, 0, 0, 0)
    stack = Stack(setter, words)
    stack.add(persoon.naam, look.name.in_(source.inks.kop), "H3")
    if look.role:
        stack.add(role_words(source, persoon), look.text.in_(GREY), gap=look.gap * 0.25)
    for way in _shown(source, persoon, look):
        if way.soort == "nummer" and not look.label and way.label.startswith(source.zin("weg-bel")):
            stack.add(way.tekst, look.number.in_(BLACK), gap=look.gap * 0.45, link=way.link, about=way.about)
        elif way.soort == "nummer" and look.inline:
            label = [Span(f"{way.label} ", "regular"), Span(way.tekst)]
            stack.add(label, look.number.in_(BLACK), gap=look.gap * 0.45, link=way.link, about=way.about)
        elif way.soort == "nummer":
            stack.add(way.label, look.text.in_(GREY), gap=look.gap * 0.5)
            stack.add(way.tekst, look.number.in_(BLACK), gap=look.gap * 0.2, link=way.link, about=way.about)
        else:
            stack.add(way.tekst, look.text.in_(BLACK), gap=look.gap * 0.4, link=way.link, about=way.about)
    if look.hours and persoon.bereikbaar:
        stack.add(persoon.bereikbaar, look.text.in_(GREY), gap=look.gap * 0.4)
    return Node("Div", (portrait, *stack.nodes)), max(stack.y, box.y + side)


def height_of(setter: Setter, layout: Callable[[Setter, Box], float], width: float) -> float:
    """Return how high a layout is (mm): ``layout`` returns the end of what it lays out from the top of a box."""
    return layout(Setter(setter.fonts, setter.shrink), Box(0, 0, width, _ENDLESS))


def _shown(source: Source, persoon: Vertrouwenspersoon, look: Card) -> tuple[Way, ...]:
    found = ways(source, persoon)
    numbers = tuple(way for way in found if way.soort == "nummer")
    quick = tuple(way for way in found if way.soort in {"nummer", "mail"})
    return ((numbers if not look.mail else ()) or quick or found)[: look.most]


def headline(source: Source) -> str:
    """Return the headline of a sheet for new hires in two lines: with the organisation's name, if that is short."""
    naam = source.kit.organisatie.roepnaam
    words = source.zin("infoblad-kop-naam", naam=naam) if len(naam) <= _SHORT else source.zin("infoblad-kop")
    return words.replace("? ", "?\n")


def marked_list(stack: Stack, items: Iterable[str], style: Style, sign: Sign, colour: str, gap: float) -> None:
    """Add a list, each item with a drawn tick or cross, or a number that counts the steps."""
    setter = stack.setter
    size = setter.sized(style).size
    indent = size * 0.62
    rows: list[Node] = []
    for index, item in enumerate(items, start=1):
        stack.y += gap * setter.shrink if rows else 0
        block = _without_widow(setter, item, style, stack.box.w - indent)
        capital = block.first_baseline
        body = Node("LBody", (block.at(stack.box.x + indent, stack.y),))
        if sign == "stap":
            number = setter.block(f"{index}", Style(block.style.size, "extrabold", colour=colour), indent)
            rows.append(Node("LI", (Node("Lbl", (number.at(stack.box.x, stack.y),)), body)))
        else:
            drawn = _sign(sign, Box(stack.box.x, stack.y, capital, capital), colour)
            rows.append(Node("LI", (drawn, body)))
        stack.y += block.height
        setter.need(item, stack.box.bottom, stack.y, block.style)
    stack.nodes.append(Node("L", tuple(rows)))


def _without_widow(setter: Setter, item: str, style: Style, width: float) -> Block:
    """Set an item in full lines; where the last would be a word alone, the line above it gives up another."""
    block = setter.block(item, style, width)
    if len(block.lines) == 1 or block.line_width(block.lines[-1]) > width * _WIDOW:
        return block
    for part in _NARROWER:
        tried = Setter(setter.fonts, setter.shrink).block(item, style, width * part)
        if len(tried.lines) == len(block.lines) and tried.line_width(tried.lines[-1]) > width * _WIDOW:
            return tried
    return block


def _sign(sign: Sign, box: Box, colour: str) -> Shape:
    """Return a tick or a cross in a square."""
    x, y, w = box.x, box.y, box.w
    width = w * 0.2
    steps: tuple[Step, ...]
    if sign == "wel":
        steps = (("M", (x, y + 0.55 * w)), ("L", (x + 0.35 * w, y + 0.9 * w)), ("L", (x + 0.95 * w, y + 0.1 * w)))
    else:
        steps = (
            ("M", (x + 0.1 * w, y + 0.1 * w)),
            ("L", (x + 0.9 * w, y + 0.9 * w)),
            ("M", (x + 0.9 * w, y + 0.1 * w)),
            ("L", (x + 0.1 * w, y + 0.9 * w)),
        )
    return Shape(Outline(steps), stroke=colour, width=width, round=True)


__all__ = ["Card", "card", "cards", "headline", "height_of", "marked_list"]
