"""The poster with strips to tear off: whoever passes takes a number along, and nobody sees whose.

Above the strips stands the poster's own design with faces and names; the numbers are on the strips. The second
strip of an advisor repeats the first, so it is an artefact: nobody wants eight equal strips read aloud.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Item, Node, Page, Shape, Turn, rule
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.cutting import DASH, dealt, firsts, repeated, scissors, spans
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import SMALL, Stack, contact_qr, face, role_words
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.ways import on_poster
from generator.printing.posters.designs import DESIGNS, SIDE, Frame, Words
from generator.printing.posters.poster import spread

_Person = Vertrouwenspersoon

#: As many faces as fit in one row above the strips.
MOST: Final = 6
STRIPS: Final = 8
#: Where the strips begin, and the strip of paper beside and below them that no printer reaches (mm).
TOP: Final = 199.0
_EDGE: Final = 8.0
_FOOT: Final = 11.0
#: From the tear line to the text, so that a ragged edge takes none away.
_TEAR: Final = 5.0
_QR: Final = 23.6
#: How far the design *kleur* lets its field run on behind the faces at full size (mm).
_ON_COLOUR: Final = 20.0
#: How much smaller the poster's head is set than on a poster without strips.
_HEAD: Final = 0.82


def strip_poster(source: Source) -> Iterator[Made]:
    """Lay out the poster with strips; more than six advisors take a second one."""
    composers = [partial(_poster, source, group) for group in spread(source.vertrouwenspersonen, MOST)]
    yield make(source, "poster-afscheurstroken-a4.pdf", source.zin("strook-titel"), composers)


def _poster(source: Source, personen: Sequence[_Person], setter: Setter) -> Page:
    invitation = _invitation(source, setter, personen)
    key = "poster-oproep" if len(personen) > 1 else "poster-oproep-een"
    words = Words(source.zin("poster-kop"), source.zin(key), foot=invitation[1] - 6)
    head = replace(setter, shrink=setter.shrink * _HEAD)
    frame = DESIGNS[source.kit.organisatie.huisstijl.ontwerp](source, head, words)
    faces = _faces(source, setter, frame, personen)
    strips = _strips(source, setter, personen)
    body = (*frame.head, *faces, *frame.foot, invitation[0], *strips)
    return Page(A4, body, (*frame.under, *_cuts()), _told(source, setter))


def _invitation(source: Source, setter: Setter, personen: Sequence[_Person]) -> tuple[Node, float]:
    """Return the line that invites to take a strip, and where it begins."""
    numbers = all(on_poster(source, persoon, 1)[0].soort == "nummer" for persoon in personen)
    text = source.zin("strook-neem" if numbers else "strook-neem-mail")
    block = setter.block(text, Style(13, "bold", 1.2, source.inks.kop, 11), 180)
    top = TOP - 7.5 - block.height
    return Node("P", (block.at(SIDE, top),)), top


def _faces(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
    """Return one row of faces, name and role beside one or two of them and below more."""
    count = len(personen)
    cells = frame.body.columns(count, 8 if count < 4 else 5 if count < 6 else 3)
    beside = count < 3
    return tuple(
        _beside(source, setter, frame, persoon, cell) if beside else _below(source, setter, frame, persoon, cell, count)
        for persoon, cell in zip(personen, cells, strict=True)
    )


def _beside(source: Source, setter: Setter, frame: Frame, persoon: _Person, cell: Box) -> Node:
    side = min(cell.h, 62.0, cell.w * 0.45)
    setter.need(persoon.naam, side, 26, Style(9))
    top = cell.y + (cell.h - side) / 2
    portrait = face(source, persoon, Box(cell.x, top, side, side), frame.face, frame.ring)
    room = Box(cell.x + side + 6, top, cell.w - side - 6, side)
    name = setter.block(persoon.naam, Style(24 if cell.w > 100 else 19, "bold", 1.1, source.inks.kop, 9), room.w)
    role = setter.block(role_words(source, persoon), Style(11.5, colour=GREY, floor=9), room.w)
    height = name.height + 1.8 + role.height
    stack = Stack(setter, Box(room.x, room.bottom - height - 1, room.w, height + 1))
    # With a ring, the upper part of a face stands on the field of colour; the name is for white.
    coloured = _ON_COLOUR * _HEAD * setter.shrink if frame.ring else 0.0
    setter.need(persoon.naam, top + side - cell.y - coloured, height + 2, name.style)
    stack.put(name, "H2")
    stack.put(role, gap=1.8)
    return Node("Div", (portrait, *stack.nodes))


def _below(source: Source, setter: Setter, frame: Frame, persoon: _Person, cell: Box, count: int) -> Node:
    name = setter.block(persoon.naam, Style(18 - count, "bold", 1.1, source.inks.kop, 8.5), cell.w, lines=5)
    words = role_words(source, persoon) if count < 4 else source.library.woorden[persoon.soort]
    role = setter.block(words, Style(10, leading=1.25, colour=GREY, floor=8), cell.w)
    side = min(cell.w, 48.0, cell.h - (22 if count < 6 else 20) * setter.shrink)
    setter.need(persoon.naam, side, 17, name.style)
    portrait = face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring)
    stack = Stack(setter, Box(cell.x, cell.y + side + 4, cell.w, cell.bottom - cell.y - side - 4))
    stack.put(name, "H2")
    stack.put(role, gap=1.5)
    return Node("Div", (portrait, *stack.nodes))


def _strips(source: Source, setter: Setter, personen: Sequence[_Person]) -> tuple[Node, ...]:
    pieces = dealt(personen, STRIPS)
    nodes = []
    for persoon, first, (left, right) in zip(pieces, firsts(pieces), _columns(), strict=True):
        strip = _strip(source, setter, persoon, left, right)
        nodes.append(strip if first else repeated(strip))
    return tuple(nodes)


def _columns() -> tuple[tuple[float, float], ...]:
    """Return left and right edges of what is on the strips; the outer ones go on to the edge of the paper."""
    return spans(STRIPS, _EDGE, A4.width - 2 * _EDGE)


def _strip(source: Source, setter: Setter, persoon: _Person, left: float, right: float) -> Node:
    """Return a strip that reads upwards: the code at its lower end, far from the tear, then name and number."""
    width = right - left
    bottom = A4.height - _FOOT
    code = contact_qr(source, persoon, Box(0, (width - _QR) / 2, _QR, _QR), brief=True)
    room = Box(_QR + 3, 2.4, bottom - TOP - _TEAR - _QR - 3, width - 4.8)
    way = on_poster(source, persoon, 1)[0]
    number = Style(20, "bold", 1.1, BLACK, 14) if way.soort == "nummer" else Style(12, "bold", 1.15, BLACK, 9)
    who = setter.block(source.zin("strook-wie"), Style(8.5, colour=GREY, floor=7.5), room.w)
    name = setter.block(persoon.naam, Style(13, "bold", 1.1, source.inks.kop, 9), room.w, lines=2)
    reach = setter.block(way.tekst, number, room.w, lines=1 if way.soort == "nummer" else 3)
    blocks = (who, name, reach)
    gap = 2.4 * setter.shrink
    height = sum(block.height for block in blocks) + 2 * gap
    setter.need(persoon.naam, room.h, height, name.style)
    stack = Stack(setter, Box(room.x, room.y + max(room.h - height, 0) / 2, room.w, room.h))
    stack.put(who)
    stack.put(name, gap=2.4)
    stack.put(reach, gap=2.4, link=way.link, about=way.about)
    return Node("Div", (*stack.nodes, code), turn=Turn(left, bottom))


def _cuts() -> tuple[Shape, ...]:
    """Return the dashed lines between the strips with scissors at their lower ends, and the line to tear along."""
    inner = [right for _, right in _columns()[:-1]]
    lines = [rule(x, TOP, x, A4.height, GREY, 0.3, DASH) for x in inner]
    marks = [shape for x in inner for shape in scissors(x, A4.height - _FOOT + 1.2, 4.6)]
    tear = rule(0, TOP, A4.width, TOP, GREY, 0.3, (0.3, 1.4))
    return (*lines, *marks, tear)


def _told(source: Source, setter: Setter) -> tuple[Item, ...]:
    """Return what to do before hanging it: for the one who cuts, not for who reads."""
    block = setter.block(source.zin("strook-knippen"), SMALL, 80)
    return (block.at(A4.width - SIDE - 80, TOP - 1.6 - block.height, align="right"),)
