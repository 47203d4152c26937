"""The chart on the wall: a headline for three metres, faces and numbers along the left edge, the rows beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.printing.chart.cells import Look
from generator.printing.chart.notes import Notes
from generator.printing.chart.selection import Chosen, chosen
from generator.printing.chart.table import Charting
from generator.printing.layout.elements import Node, Page, Shape, filled
from generator.printing.layout.geometry import BLEED, Box, Sheet
from generator.printing.layout.typography import Block, Setter, Style, TooLong
from generator.printing.parts.advisor_cards import Card, cards, height_of
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import logo, site_qr, small_words
from generator.printing.parts.source import Made, Source, make
from generator.printing.posters.designs import balloon

#: A departures board is wide.
_SHEET: Final = Sheet("A3", 420, 297)
_EDGE: Final = 11.0
_PANEL: Final = 105.0
_LOGO: Final = (50.0, 15.0)
_SHRINKS: Final = (1.0, 0.97, 0.94, 0.91, 0.88, 0.82, 0.76, 0.7, 0.64)
#: The code to the site costs the advisors no more than this.
_LEAST_WITH_CODE: Final = 0.9
_Laid = tuple[tuple[Node, ...], tuple[Shape, ...]]
LOOK: Final = Look(
    title=Style(14, "bold", 1.15, BLACK, 10),
    first=Style(14, "bold", 1.15, BLACK, 10),
    number=Style(16.5, "extrabold", 1.1, BLACK, 11.5),
    danger=Style(20, "extrabold", 1.05, BLACK, 13),
    text=Style(12, "regular", 1.18, BLACK, 10),
    head=Style(11.5, "bold", 1.15, BLACK, 10),
    label=Style(11.5, "bold", 1.15, BLACK, 10),
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


def _card(count: int, *, code: bool, label: bool) -> Card:
    """Return how advisors are shown: fewer are larger, one or two stand above their names; a code takes of the face."""
    if count < 3:
        return Card(
            face=(48 if code else 62) if count == 1 else (30 if code else 40),
            gap=5,
            name=Style(24 if count == 1 else 19, "bold", 1.08, BLACK, 14),
            number=Style(25 if count == 1 else 21, "bold", 1.1, BLACK, 16),
            text=Style(12, "regular", 1.2, BLACK, 10),
            most=2 if count == 1 else 1,
            hours=count == 1,
            above=True,
        )
    many = count >= _MANY
    return Card(
        face={3: 32.0, 4: 26.0}.get(count, 15.0 if many else 22.0),
        gap=3.5 if many else 4,
        name=Style(13.5 if many else 15, "bold", 1.08, BLACK, 9.5),
        number=Style(16.5 if many else 19, "bold", 1.1, BLACK, 11),
        text=Style(10 if many else 11, "regular", 1.15, BLACK, 9),
        most=1,
        role=not many,
        hours=False,
        label=label,
    )


#: From so many advisors on, faces beside the chart are the size of a stamp.
_MANY: Final = 7
#: The side of the code to the site (mm).
_CODE: Final = 27.0
_NOTES: Final = Style(10.5, "regular", 1.2, BLACK, 9.5)


def wegwijzer_poster(source: Source) -> Iterator[Made]:
    """Make the chart as a poster on A3."""
    rows, panel = chosen(source), _panel_of(source)
    charting = Charting(source, rows, LOOK, source.zin("wegwijzer-hiernaast"))
    composers = [lambda setter: _page(source, setter, rows, charting, panel)]
    yield make(source, "wegwijzer-a3.pdf", source.zin("wegwijzer-titel"), composers)


def _page(source: Source, setter: Setter, rows: Chosen, charting: Charting, panel: _Panel) -> Page:
    setter.blame(*panel.too_long)
    left = _PANEL + _EDGE
    small = Setter(source.fonts).block(
        small_words(source), Style(9.5, leading=1.3, colour=GREY), _SHEET.width - _EDGE - left
    )
    small_y = _SHEET.height - 9 - small.height
    room = Box(left, _EDGE, small.width, small_y - 4 - _EDGE)
    notes = Notes(source, setter, rows, room.w, 3, _NOTES, 4)
    made = charting.lay(setter, Box(room.x, room.y, room.w, room.h - notes.height))
    below = notes.placed(room.x, made.bottom)
    body = (*panel.nodes, made.table, *below, Node("P", (small.at(left, small_y),)))
    return Page(_SHEET, body, (*panel.under, *made.under))


@dataclass(frozen=True, slots=True)
class _Panel:
    """The panel on the left, the fields behind it, and what does not fit in it."""

    nodes: tuple[Node, ...]
    under: tuple[Shape, ...]
    too_long: tuple[TooLong, ...]


def _panel_of(source: Source) -> _Panel:
    """Lay out the panel in its own largest size: it does not get smaller because the chart must.

    The code to the site and the labels at the numbers go before anything gets much smaller.
    """
    large = [shrink for shrink in _SHRINKS if shrink >= _LEAST_WITH_CODE]
    tries = [(shrink, True, label) for label in (True, False) for shrink in large]
    tries += [(shrink, False, label) for shrink in _SHRINKS for label in (True, False)]
    for shrink, code, label in tries:
        own = Setter(source.fonts, shrink)
        nodes, under = _panel(source, own, code=code, label=label)
        if not own.too_long:
            break
    return _Panel(nodes, under, tuple(own.too_long))


def _panel(source: Source, setter: Setter, *, code: bool, label: bool) -> _Laid:
    """Return headline, call and advisors in the panel on the left, and the fields behind them."""
    ink = source.inks
    ground = filled(Box(-BLEED, -BLEED, _PANEL + BLEED, _SHEET.height + 2 * BLEED), ink.tint)
    inner = Box(_EDGE, 17, _PANEL - _EDGE - 6, _SHEET.height - 17 - _EDGE)
    head, fields, y = _head(source, setter, inner)
    code = code and site_qr(source, Box(0, 0, _CODE, _CODE)) is not None
    foot, top = _foot(source, setter, inner, code=code)
    advisors = _advisors(source, setter, Box(inner.x, y, inner.w, top - y), code=code, label=label)
    return (*head, *advisors, *foot), (ground, *fields)


def _foot(source: Source, setter: Setter, inner: Box, *, code: bool) -> tuple[tuple[Node, ...], float]:
    """Return the code to the site and the logo on the bottom of the panel, and where the room above them ends (mm)."""
    nodes: list[Node] = []
    top = inner.bottom
    tint = source.inks.tint
    placed = logo(source, 0, 0, *_LOGO, tint)
    if placed:
        placed = logo(source, inner.x, top - placed[1].h, *_LOGO, tint) or placed
        nodes.append(placed[0])
        top -= placed[1].h + 7
    found = site_qr(source, Box(inner.x, top - _CODE, _CODE, _CODE)) if code else None
    if found:
        block = setter.block(source.zin("wegwijzer-code"), Style(12, "bold", 1.2, BLACK, 10), inner.w - _CODE - 5)
        text = block.at(inner.x + _CODE + 5, top - (_CODE + block.height) / 2)
        nodes = [found, Node("P", (text,)), *nodes]
        top -= _CODE + 7
    return tuple(nodes), top


def _head(source: Source, setter: Setter, inner: Box) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return headline, call and the way out as the kit's design shows them, and where they end (mm)."""
    ink, design = source.inks, source.kit.organisatie.huisstijl.ontwerp
    # Three metres stay three metres, however full the chart is.
    large = Setter(setter.fonts)
    on = ink.op_kleur if design == "kleur" else ink.kop
    title = large.block(source.zin("wegwijzer-kop"), Style(54, "extrabold", 1.02, on, 50), inner.w, lines=2)
    call_style = Style(21, "bold", 1.18, ink.op_kleur if design in {"kleur", "gesprek"} else BLACK, 16)
    words = source.library.woorden
    call = large.block(words["twijfel"].replace("? ", "?\n"), call_style, inner.w - (3 if design == "gesprek" else 0))
    way_out = large.block(
        words["leidinggevende-is-het-probleem"],
        Style(13, "bold", 1.25, ink.op_kleur if design == "kleur" else BLACK, 12),
        inner.w,
    )
    setter.blame(*large.too_long)
    call_y = inner.y + title.height + (10 if design == "gesprek" else 4)
    way_y = call_y + call.height + (18 if design == "gesprek" else 5)
    nodes = (
        Node("H1", (title.at(inner.x, inner.y),)),
        Node("P", (call.at(inner.x + (1 if design == "gesprek" else 0), call_y),)),
        Node("P", (way_out.at(inner.x, way_y),)),
    )
    end = way_y + way_out.height
    return nodes, _fields(source, title, call, inner, call_y, end), end + (15 if design == "kleur" else 8)


def _fields(source: Source, title: Block, call: Block, inner: Box, call_y: float, end: float) -> tuple[Shape, ...]:
    """Return what stands behind the head: a field of colour, an answer in a balloon, or a stroke of the accent."""
    ink = source.inks
    match source.kit.organisatie.huisstijl.ontwerp:
        case "kleur":
            return (filled(Box(-BLEED, -BLEED, _PANEL + BLEED, end + 8 + BLEED), ink.kleur),)
        case "gesprek":
            box = Box(inner.x - 4, call_y - 6, inner.w + 6, call.height + 12)
            return (Shape(balloon(box, 7, "links"), fill=ink.kleur),)
        case _:
            return (filled(Box(-BLEED, inner.y, 6 + BLEED, title.height - 4), ink.accent),)


def _advisors(source: Source, setter: Setter, box: Box, *, code: bool, label: bool) -> tuple[Node, ...]:
    """Return the advisors below each other, at an even distance."""
    personen = source.vertrouwenspersonen
    key = "wegwijzer-wij" if len(personen) > 1 else "wegwijzer-wij-een"
    title = setter.block(source.zin(key), Style(14, "bold", 1.1, source.inks.kop, 11), box.w)
    look = _card(len(personen), code=code, label=label)
    room = Box(box.x, box.y + title.height + 4, box.w, box.h - title.height - 4)
    height = height_of(setter, lambda own, free: cards(source, own, personen, free, 1, look, (0, 0))[1], box.w)
    setter.need(source.zin(key), room.h, height + 3 * (len(personen) - 1) * setter.shrink, look.text)
    gap = min(20.0, max(1.0, (room.h - height) / max(1, len(personen) - 1)))
    nodes, _ = cards(source, setter, personen, room, 1, look, (0, gap / setter.shrink))
    return (Node("H2", (title.at(box.x, box.y),)), *nodes)
