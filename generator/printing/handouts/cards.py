"""Wallet cards of 85 by 54 mm, ten on A4, front and back: whom to call, and what a talk is.

The sheet is turned on its long edge, so the columns of the backs are those of the fronts mirrored. Each card shows
one advisor, large; its back names another, because a choice is worth more than a second small face.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import NBSP
from generator.pages.filters import datum
from generator.printing.handouts.card_fronts import FRONTS
from generator.printing.layout.elements import Node, Page, Shape, Turn, filled
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter, Span, Style
from generator.printing.parts.cutting import cut_marks, dealt, firsts, grid_lines, repeated
from generator.printing.parts.inks import BLACK, GREY, LINE
from generator.printing.parts.pieces import SMALL, Stack, contact_qr, logo, small_print
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.ways import on_poster
from generator.printing.posters.poster import spread

_Person = Vertrouwenspersoon

COLUMNS: Final = 2
ROWS: Final = 5
#: Ten cards of exactly 85 by 54 mm in the middle of A4.
GRID: Final = Box(20, 13.5, 170, 270)
#: No text nearer to a cut than this (mm), so that a slip of the scissors takes none away.
SAFE: Final = 4.0
#: How far colour runs on outside the outermost cuts (mm).
BLEED: Final = 2.0
_QR: Final = 31.0
_LOGO: Final = (28.0, 9.0)
#: The white around a code, by which what stands above it is moved to stand in line (mm).
_QUIET: Final = 2.0


def cards(source: Source) -> Iterator[Made]:
    """Lay out the cards; more than ten advisors take a second sheet."""
    composers = []
    for group in spread(source.vertrouwenspersonen, COLUMNS * ROWS):
        pieces = dealt(group, COLUMNS * ROWS)
        composers += [partial(_fronts, source, pieces), partial(_backs, source, pieces)]
    yield make(source, "kaartjes.pdf", source.zin("kaartje-titel"), composers)


def front_cells() -> tuple[Box, ...]:
    """Return the places of the fronts, row by row."""
    return tuple(GRID.grid(COLUMNS, ROWS, 0))


def back_cells() -> tuple[Box, ...]:
    """Return the places of the backs, in the order of the fronts that they meet when the sheet is turned."""
    return tuple(Box(A4.width - cell.right, cell.y, cell.w, cell.h) for cell in front_cells())


def _fronts(source: Source, pieces: Sequence[_Person], setter: Setter) -> Page:
    front = FRONTS[source.kit.organisatie.huisstijl.ontwerp]
    ink = source.inks
    full = source.kit.organisatie.huisstijl.ontwerp == "kleur"
    under: list[Shape] = [filled(GRID.inset(-BLEED), ink.kleur)] if full else []
    nodes: list[Node] = []
    for persoon, cell, first in zip(pieces, front_cells(), firsts(pieces), strict=True):
        made = front(source, setter, persoon, cell.inset(SAFE), titled=not nodes)
        under += made.under
        nodes.append(made.node if first else repeated(made.node))
    under += grid_lines(GRID, COLUMNS, ROWS, ink.op_kleur if full else LINE)
    # Marks on the fronts alone: a printer never meets the other side exactly.
    under += cut_marks(GRID, COLUMNS, ROWS, BLEED + 0.5)
    return Page(A4, (*nodes, *_margins(source, setter)), tuple(under))


def _margins(source: Source, setter: Setter) -> tuple[Node, ...]:
    """Return what to do with the sheet, above the cards, and the small print turned along their left side."""
    top = Box(GRID.x + 2, 8, GRID.w / 2 - 4, 3)
    words = (source.zin("kaartje-afdrukken"), source.zin("kaartje-knippen"))
    told = tuple(
        Node("P", (setter.block(text, SMALL, top.w, lines=1).at(top.x + index * GRID.w / 2, top.y),))
        for index, text in enumerate(words)
    )
    small = small_print(source, setter, Box(0, 0, GRID.h, 3))
    return (*told, Node("Div", (small,), turn=Turn(9, GRID.bottom)))


def _backs(source: Source, pieces: Sequence[_Person], setter: Setter) -> Page:
    nodes: list[Node] = []
    for persoon, cell, first in zip(pieces, back_cells(), firsts(pieces), strict=True):
        told, own = _back(source, setter, persoon, cell.inset(SAFE))
        nodes.append(repeated(told) if nodes else told)
        nodes.append(own if first else repeated(own))
    small = small_print(source, setter, Box(0, 0, GRID.h, 3))
    return Page(A4, (*nodes, Node("Div", (small,), turn=Turn(9, GRID.bottom))))


def _back(source: Source, setter: Setter, persoon: _Person, box: Box) -> tuple[Node, Node]:
    """Return what every card says, and what belongs to one advisor."""
    stack = Stack(setter, Box(box.x, box.y, box.w - _QR - 2, box.h))
    stack.add(source.zin("kaartje-gesprek-kop"), Style(10.5, "bold", 1.1, source.inks.kop, 9), "H2", lines=1)
    text = Style(8, leading=1.3, colour=BLACK, floor=7)
    stack.add(source.zin("kaartje-gesprek"), text, gap=2)
    stack.add(source.zin("kaartje-vertrouwelijk"), text, gap=1.7)
    stamp = setter.block(_stamp(source), Style(6.5, leading=1.25, colour=GREY, floor=6), stack.box.w)
    top = box.bottom - stamp.height
    setter.need(_stamp(source), top, stack.y + 1.5, stamp.style)
    room = Box(box.x, stack.y + 2.4, stack.box.w, top - 1.6 - stack.y - 2.4)
    note = Node("P", (stamp.at(box.x, top),), decor=True)
    own = (*_instead(source, setter, persoon, room), *_codes(source, setter, persoon, box), note)
    return Node("Div", (*_brand(source, setter, box), *stack.nodes)), Node("Div", own)


def _instead(source: Source, setter: Setter, persoon: _Person, room: Box) -> tuple[Node, ...]:
    """Return whom else to call; by the first name if the whole name has no room, and nothing if that has none."""
    other = another(source, persoon)
    if not other:
        return _when(setter, persoon, room)
    way = on_poster(source, other, 1)[0]
    for naam in (other.naam, other.voornaam):
        stack = Stack(Setter(setter.fonts, setter.shrink), room)
        stack.add(source.zin("kaartje-ander"), Style(8, "bold", 1.2, source.inks.kop, 7))
        content = (Span(f"{naam} "), Span(way.tekst, "bold"))
        stack.add(content, Style(8, leading=1.25, colour=BLACK, floor=7), gap=1, link=way.link, about=way.about)
        if not stack.setter.too_long:
            return tuple(stack.nodes)
    return ()


def _when(setter: Setter, persoon: _Person, room: Box) -> tuple[Node, ...]:
    """Return when the only advisor can be reached, if there is room for it."""
    stack = Stack(Setter(setter.fonts, setter.shrink), room)
    if persoon.bereikbaar:
        stack.add(persoon.bereikbaar, Style(8, leading=1.25, colour=GREY, floor=7))
    return () if stack.setter.too_long else tuple(stack.nodes)


def _codes(source: Source, setter: Setter, persoon: _Person, box: Box) -> tuple[Node, ...]:
    """Return the code at the bottom right, above it what it does."""
    place = Box(box.right - _QR, box.bottom - _QR, _QR, _QR)
    label = setter.block(source.zin("code-contact"), Style(7.5, colour=GREY, floor=7), _QR, lines=1)
    top = place.y - label.height - 0.2
    return contact_qr(source, persoon, place), Node("P", (label.at(place.x + _QUIET, top),))


def _brand(source: Source, setter: Setter, box: Box) -> tuple[Node, ...]:
    """Return the logo at the top right, or else the organisation's name."""
    room = Box(box.right - _QR + _QUIET, box.y, _QR - _QUIET, box.h - _QR - 4.5)
    found = logo(source, room.x, room.y, _LOGO[0], min(_LOGO[1], room.h))
    if found:
        return (found[0],)
    stack = Stack(setter, room)
    stack.add(source.kit.organisatie.roepnaam, Style(8, "bold", 1.15, source.inks.kop, 6))
    return tuple(stack.nodes)


def another(source: Source, persoon: _Person) -> _Person | None:
    """Return whom to call instead: the replacement that the kit names, or else one of the other kind."""
    others = [other for other in source.vertrouwenspersonen if other.id != persoon.id]
    ranked = sorted(others, key=lambda other: (other.id != persoon.vervanger, other.soort == persoon.soort))
    return ranked[0] if ranked else None


def _stamp(source: Source) -> str:
    """Return by what an old card is told, in two lines: it has no sheet around it any more."""
    organisatie, checked = source.kit.organisatie, source.kit.gecontroleerd_op
    day = source.zin("gecontroleerd", datum=datum(checked)) if checked else source.zin("niet-gecontroleerd")
    version = source.zin("versie", versie=source.version).replace(" ", NBSP)
    # Without a logo the name stands above the code.
    named = f"{organisatie.roepnaam} · {version}" if organisatie.huisstijl.logo else version
    return f"{day}\n{named}"
