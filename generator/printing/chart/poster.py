"""The chart on the wall: a headline for three metres, faces and numbers along the left edge, the rows beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from generator.printing.chart.cells import Look
from generator.printing.chart.notes import Notes
from generator.printing.chart.rows import chosen
from generator.printing.chart.table import chart
from generator.printing.layout.elements import Node, Page, Shape, filled
from generator.printing.layout.geometry import BLEED, Box, Sheet
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.advisor_cards import Card, cards, height_of
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import logo, small_words
from generator.printing.parts.source import Made, Source, make
from generator.printing.posters.designs import balloon

#: A departures board is wide.
_SHEET: Final = Sheet("A3", 420, 297)
_EDGE: Final = 11.0
_PANEL: Final = 102.0
_LOGO: Final = (50.0, 15.0)
_SHRINKS: Final = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64)
_Laid = tuple[tuple[Node, ...], tuple[Shape, ...]]
LOOK: Final = Look(
    title=Style(14, "bold", 1.15, BLACK, 10),
    first=Style(14, "bold", 1.15, BLACK, 10),
    number=Style(16.5, "extrabold", 1.1, BLACK, 11.5),
    danger=Style(20, "extrabold", 1.05, BLACK, 13),
    text=Style(12, "regular", 1.18, BLACK, 9),
    head=Style(11.5, "bold", 1.15, BLACK, 9),
    label=Style(11.5, "bold", 1.15, BLACK, 9),
    pad=1.6,
    gutter=5.0,
    marks=15.0,
    frame=1.2,
    most=4.0,
    splits=(
        (0.26, 0.31, 0.16, 0.27),
        (0.25, 0.33, 0.17, 0.25),
        (0.27, 0.33, 0.16, 0.24),
        (0.25, 0.35, 0.17, 0.23),
        (0.27, 0.30, 0.18, 0.25),
        (0.24, 0.32, 0.18, 0.26),
        (0.29, 0.31, 0.16, 0.24),
        (0.25, 0.29, 0.22, 0.24),
        (0.24, 0.31, 0.20, 0.25),
    ),
    aside=True,
)


def _card(count: int) -> Card:
    """Return how advisors are shown: fewer are larger, and one or two stand above their names."""
    if count < 3:
        return Card(
            face=64 if count == 1 else 44,
            gap=5,
            name=Style(24 if count == 1 else 19, "bold", 1.08, BLACK, 14),
            number=Style(25 if count == 1 else 20, "bold", 1.1, BLACK, 16),
            text=Style(12, "regular", 1.2, BLACK, 9.5),
            most=2 if count == 1 else 1,
            hours=count == 1,
            above=True,
        )
    if count >= _MANY:
        return Card(
            face=14.5,
            gap=3.5,
            name=Style(13, "bold", 1.08, BLACK, 9),
            number=Style(14, "bold", 1.1, BLACK, 10),
            text=Style(9.5, "regular", 1.15, BLACK, 8.5),
            most=1,
            role=False,
            hours=False,
            inline=True,
        )
    few = count < 4
    return Card(
        face=32 if few else 22,
        gap=4.5 if few else 4,
        name=Style(17 if few else 15.5, "bold", 1.1, BLACK, 10.5),
        number=Style(17 if few else 16, "bold", 1.1, BLACK, 11),
        text=Style(11, "regular", 1.2, BLACK, 8.5),
        most=1,
        hours=False,
        inline=not few,
    )


#: From so many advisors on, faces beside the chart are the size of a stamp.
_MANY: Final = 7
_NOTES: Final = Style(10.5, "regular", 1.2, BLACK, 8.5)


def wegwijzer_poster(source: Source) -> Iterator[Made]:
    """Make the chart as a poster on A3."""
    yield make(source, "wegwijzer-a3.pdf", source.zin("wegwijzer-titel"), [lambda setter: _page(source, setter)])


def _page(source: Source, setter: Setter) -> Page:
    rows = chosen(source)
    panel, under = _fitted(setter, lambda own: _panel(source, own))
    left = _PANEL + _EDGE
    small = Setter(source.fonts).block(
        small_words(source), Style(9.5, leading=1.3, colour=GREY), _SHEET.width - _EDGE - left
    )
    small_y = _SHEET.height - 9 - small.height
    room = Box(left, _EDGE, small.width, small_y - 4 - _EDGE)
    notes = Notes(source, setter, rows, room.w, 3, _NOTES, 4)
    refer = source.zin("wegwijzer-zie-links")
    made = chart(source, setter, rows, Box(room.x, room.y, room.w, room.h - notes.height), LOOK, refer)
    below = notes.placed(room.x, made.bottom)
    return Page(_SHEET, (*panel, made.table, *below, Node("P", (small.at(left, small_y),))), (*under, *made.under))


def _fitted(setter: Setter, lay: Callable[[Setter], _Laid]) -> _Laid:
    """Lay out the panel in its own largest size: it does not get smaller because the chart must."""
    for shrink in _SHRINKS:
        own = Setter(setter.fonts, shrink)
        laid = lay(own)
        if not own.too_long:
            return laid
    setter.too_long += own.too_long
    return laid


def _panel(source: Source, setter: Setter) -> _Laid:
    """Return headline, call and advisors in the panel on the left, and the fields behind them."""
    ink = source.inks
    ground = filled(Box(-BLEED, -BLEED, _PANEL + BLEED, _SHEET.height + 2 * BLEED), ink.tint)
    inner = Box(_EDGE, 17, _PANEL - 2 * _EDGE + 2, _SHEET.height - 17 - _EDGE)
    head, fields, y = _head(source, setter, inner)
    nodes = list(head)
    bottom = inner.bottom
    found = logo(source, 0, 0, *_LOGO, ink.tint)
    if found:
        bottom -= found[1].h + 7
        placed = logo(source, inner.x, inner.bottom - found[1].h, *_LOGO, ink.tint) or found
        nodes.append(placed[0])
    nodes += _advisors(source, setter, Box(inner.x, y, inner.w, bottom - y))
    return tuple(nodes), (ground, *fields)


def _head(source: Source, setter: Setter, inner: Box) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return headline and call as the kit's design shows them, and where they end (mm)."""
    ink, design = source.inks, source.kit.organisatie.huisstijl.ontwerp
    # Three metres stay three metres, however full the chart is.
    large = Setter(setter.fonts)
    on = ink.op_kleur if design == "kleur" else ink.kop
    title = large.block(source.zin("wegwijzer-kop"), Style(70, "extrabold", 0.98, on, 56), inner.w, lines=3)
    call_style = Style(21, "bold", 1.18, ink.op_kleur if design in {"kleur", "gesprek"} else BLACK, 16)
    call = large.block(
        source.library.woorden["twijfel"].replace("? ", "?\n"), call_style, inner.w - (6 if design == "gesprek" else 0)
    )
    setter.too_long += large.too_long
    call_y = inner.y + title.height + (9 if design == "gesprek" else 4)
    x = inner.x + (3 if design == "gesprek" else 0)
    nodes = (Node("H1", (title.at(inner.x, inner.y),)), Node("P", (call.at(x, call_y),)))
    end = call_y + call.height
    return nodes, _fields(source, title, call, inner, call_y), end + {"gesprek": 17, "kleur": 17}.get(design, 10)


def _fields(source: Source, title: Block, call: Block, inner: Box, call_y: float) -> tuple[Shape, ...]:
    """Return what stands behind the head: a field of colour, an answer in a balloon, or a stroke of the accent."""
    ink, end = source.inks, call_y + call.height
    match source.kit.organisatie.huisstijl.ontwerp:
        case "kleur":
            return (filled(Box(-BLEED, -BLEED, _PANEL + BLEED, end + 8 + BLEED), ink.kleur),)
        case "gesprek":
            box = Box(inner.x - 4, call_y - 6, inner.w + 7, call.height + 12)
            return (Shape(balloon(box, 7, "links"), fill=ink.kleur),)
        case _:
            return (filled(Box(-BLEED, inner.y, 6 + BLEED, title.height - 4), ink.accent),)


def _advisors(source: Source, setter: Setter, box: Box) -> tuple[Node, ...]:
    """Return the advisors below each other, at an even distance."""
    personen = source.vertrouwenspersonen
    key = "wegwijzer-wij" if len(personen) > 1 else "wegwijzer-wij-een"
    title = setter.block(source.zin(key), Style(14, "bold", 1.1, source.inks.kop, 11), box.w)
    look = _card(len(personen))
    room = Box(box.x, box.y + title.height + 4, box.w, box.h - title.height - 4)
    height = height_of(setter, lambda own, free: cards(source, own, personen, free, 1, look, (0, 0))[1], box.w)
    setter.need(source.zin(key), room.h, height + 3 * (len(personen) - 1) * setter.shrink, look.text)
    gap = min(11.0, max(1.0, (room.h - height) / max(1, len(personen) - 1)))
    nodes, _ = cards(source, setter, personen, room, 1, look, (0, gap / setter.shrink))
    return (Node("H2", (title.at(box.x, box.y),)), *nodes)
