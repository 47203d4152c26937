"""The heads of the new-hire sheet's two sides: the headline in the kit's design, and whom to call beside the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Node, Shape, filled
from generator.printing.layout.geometry import BLEED, Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.advisor_cards import headline
from generator.printing.parts.inks import BLACK
from generator.printing.parts.pieces import field_words, logo
from generator.printing.parts.source import Source
from generator.printing.parts.stacking import Stack
from generator.printing.parts.ways import on_poster
from generator.printing.posters.designs import balloon

_LOGO: Final = (36.0, 11.0)
#: Of the width of the second side, what its headline takes, and what it takes beside more advisors (mm).
_LEFT: Final = 90.0
_NARROW: Final = 79.0
_MANY: Final = 7
_Laid = tuple[tuple[Node, ...], tuple[Shape, ...], float]


@dataclass(frozen=True, slots=True)
class _Title:
    """The headline and the logo in the places where every design has them, and where they end (mm)."""

    title: Node
    mark: tuple[Node, ...]
    mark_box: Box | None
    block: Block
    bottom: float


def front_head(source: Source, setter: Setter, inner: Box) -> _Laid:
    """Return headline and opening words as the kit's design shows them, what is behind them, and their end (mm)."""
    match source.kit.organisatie.huisstijl.ontwerp:
        case "kleur":
            return _field(source, setter, inner)
        case "gesprek":
            return _asked(source, setter, inner)
        case _:
            return _stroke(source, setter, inner)


def _stroke(source: Source, setter: Setter, inner: Box) -> _Laid:
    made = _title(source, setter, inner, source.inks.kop)
    stroke = filled(Box(-BLEED, inner.y, 5 + BLEED, made.block.height - 2), source.inks.accent)
    intro, bottom = _intro(source, setter, inner, made.bottom + 3.5 * setter.shrink)
    return (made.title, *made.mark, intro), (stroke,), bottom


def _field(source: Source, setter: Setter, inner: Box) -> _Laid:
    """Set the headline in a field of the organisation's colour over the whole width of the sheet."""
    made = _title(source, setter, inner.inset(0, 1, 0, 0), source.inks.op_kleur)
    end = max(42.0, made.bottom + 8)
    under = [filled(Box(-BLEED, -BLEED, inner.x + inner.right + 2 * BLEED, end + BLEED), source.inks.kleur)]
    if made.mark_box:
        # On white: a logo is made for it.
        under.append(filled(made.mark_box.inset(-3), "#ffffff", 2))
    intro, bottom = _intro(source, setter, inner, end + 6 * setter.shrink)
    return (made.title, *made.mark, intro), tuple(under), bottom


def _asked(source: Source, setter: Setter, inner: Box) -> _Laid:
    """Set the headline in a balloon."""
    made = _title(source, setter, inner.inset(7, 5, 0, 0), source.inks.op_kleur)
    width = made.block.natural + 14
    box = Box(inner.x, inner.y - 3, width, made.bottom + 7 - inner.y + 3)
    intro, bottom = _intro(source, setter, inner, box.bottom + 13 * setter.shrink)
    return (made.title, *made.mark, intro), (Shape(balloon(box, 6, "links"), fill=source.inks.kleur),), bottom


def _title(source: Source, setter: Setter, box: Box, colour: str) -> _Title:
    found = logo(source, 0, 0, *_LOGO)
    placed = logo(source, box.right - found[1].w, box.y + 1, *_LOGO) if found else None
    width = box.w - (found[1].w + 10 if found else 7)
    block = setter.block(headline(source), Style(32, "extrabold", 1.04, colour, 20), width, lines=2)
    mark = (placed[0],) if placed else ()
    title = Node("H1", (block.at(box.x, box.y),))
    return _Title(title, mark, placed[1] if placed else None, block, box.y + block.height)


def _intro(source: Source, setter: Setter, inner: Box, y: float) -> tuple[Node, float]:
    key = "infoblad-intro" if len(source.vertrouwenspersonen) > 1 else "infoblad-intro-een"
    intro = setter.block(source.zin(key), Style(13, "regular", 1.3, BLACK, 10.5), 160)
    return Node("P", (intro.at(inner.x, y),)), y + intro.height + 7 * setter.shrink


def chart_head(source: Source, setter: Setter, inner: Box) -> _Laid:
    """Return the headline over the chart, what to do in doubt, and beside them every advisor with a number."""
    words, ink = source.library.woorden, source.inks.kop
    several = _strip_wanted(source)
    left = _NARROW if len(source.vertrouwenspersonen) >= _MANY else _LEFT
    stack = Stack(setter, Box(inner.x, inner.y, left if several else inner.w, inner.h))
    stack.add(source.zin("infoblad-chart-kop"), Style(26, "extrabold", 1.05, ink, 19), "H1")
    stack.add(words["twijfel"], Style(14, "bold", 1.2, BLACK, 11), gap=2.6)
    stack.add(words["leidinggevende-is-het-probleem"], Style(10.5, "bold", 1.25, BLACK, 10), gap=2.4)
    if not several:
        return tuple(stack.nodes), (), stack.y + 4 * setter.shrink
    box = Box(inner.x + left + 5, inner.y - 2, inner.w - left - 5, inner.h)
    nodes, bottom = _strip(source, setter, box.inset(4, 4, 3, 0))
    end = max(bottom + 3.5, stack.y + 1)
    panel = filled(Box(box.x, box.y, box.w, end - box.y), source.inks.tint, 2)
    return (*stack.nodes, *nodes), (panel,), end + 4 * setter.shrink


def _strip_wanted(source: Source) -> bool:
    """Tell whether names and numbers stand over the chart: an only advisor with a number stands in its rows."""
    personen = source.vertrouwenspersonen
    return len(personen) > 1 or all(way.soort != "nummer" for way in on_poster(source, personen[0], 1))


def _strip(source: Source, setter: Setter, box: Box) -> tuple[tuple[Node, ...], float]:
    """Return every advisor with the way to try first, in columns, and where they end (mm)."""
    personen = source.vertrouwenspersonen
    key = "wegwijzer-wij" if len(personen) > 1 else "wegwijzer-wij-een"
    title = setter.block(source.zin(key), Style(10, "bold", 1.15, source.inks.kop, 9), box.w)
    columns = 1 if len(personen) == 1 else 2 if len(personen) < _MANY else 3
    y = box.y + title.height + 2.6 * setter.shrink
    rows: list[Node] = []
    for start in range(0, len(personen), columns):
        cells = Box(box.x, y, box.w, box.bottom - y).columns(columns, 3)
        stacks = [
            _reached(source, setter, persoon, cell)
            for persoon, cell in zip(personen[start : start + columns], cells, strict=False)
        ]
        rows += [Node("LI", (Node("LBody", tuple(stack.nodes)),)) for stack in stacks]
        y = max(stack.y for stack in stacks) + 2.2 * setter.shrink
    return (Node("P", (title.at(box.x, box.y),)), Node("L", tuple(rows))), y - 2.2 * setter.shrink


def _reached(source: Source, setter: Setter, persoon: Vertrouwenspersoon, cell: Box) -> Stack:
    stack = Stack(setter, cell)
    few = len(source.vertrouwenspersonen) < 4
    stack.add(persoon.naam, Style(10.5 if few else 9, "regular", 1.12, BLACK, 8))
    for way in on_poster(source, persoon, 1):
        number = way.soort == "nummer"
        style = Style(12.5 if few else 10, "bold", 1.1, BLACK, 9.5) if number else Style(8.5, "bold", 1.15, BLACK, 8)
        stack.add(way.tekst, style, gap=0.9, link=way.link, about=way.about)
    limited = field_words(source, persoon)
    if limited:
        stack.add(limited, Style(8, "regular", 1.12, BLACK, 7.5), gap=0.9)
    return stack


__all__: Sequence[str] = ("chart_head", "front_head")
