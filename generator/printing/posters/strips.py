"""The poster with strips to tear off: whoever passes takes a number along, and nobody sees whose.

Above the strips stands the poster's own design with faces, names and numbers: it still serves when the strips are
gone. The second strip of an advisor repeats the first, so it is an artefact: nobody wants eight equal strips read
aloud.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Item, Node, Page, Shape, Turn, rectangle, rule
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.cutting import DASH, firsts, in_turn, repeated, scissors, spans
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import SMALL, contact_qr
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.stacking import Stack
from generator.printing.parts.ways import on_poster
from generator.printing.posters.designs import DESIGNS, SIDE, Frame, Words
from generator.printing.posters.poster import spread
from generator.printing.posters.strip_faces import MOST, Faces

_Person = Vertrouwenspersoon

STRIPS: Final = 8
#: Where the strips begin, and the strip of paper beside and below them that no printer reaches (mm).
TOP: Final = 199.0
_EDGE: Final = 8.0
_FOOT: Final = 11.0
#: From the tear line to the text, so that a ragged edge takes none away.
_TEAR: Final = 5.0
_QR: Final = 23.6
#: How much smaller the poster's head is set than on a poster without strips, and above more than three faces.
_HEAD: Final = 0.82
_HEAD_OF_MANY: Final = 0.72


def strip_poster(source: Source) -> Iterator[Made]:
    """Lay out the poster with strips; more than six advisors take a second one."""
    composers = [partial(_poster, source, group) for group in spread(source.vertrouwenspersonen, MOST)]
    yield make(source, "poster-afscheurstroken-a4.pdf", source.zin("strook-titel"), composers)


def _poster(source: Source, personen: Sequence[_Person], setter: Setter) -> Page:
    invitation = _invitation(source, setter, personen)
    key = "poster-oproep" if len(personen) > 1 else "poster-oproep-een"
    words = Words(source.zin("poster-kop"), source.zin(key), foot=invitation[1] - 6, code=False)
    frame = _head(source, setter, words, len(personen))
    faces = Faces(source, setter, frame, personen)
    strips = _strips(source, setter, personen)
    body = (*frame.head, *faces.nodes(), *frame.foot, invitation[0], *strips)
    return Page(A4, body, (*_field(frame, faces.edge), *_cuts()), _told(source, setter))


def _invitation(source: Source, setter: Setter, personen: Sequence[_Person]) -> tuple[Node, float]:
    """Return the line that invites to take a strip, and where it begins."""
    numbers = all(on_poster(source, persoon, 1)[0].soort == "nummer" for persoon in personen)
    text = source.zin("strook-neem" if numbers else "strook-neem-mail")
    block = setter.block(text, Style(13, "bold", 1.2, source.inks.kop, 11), 180)
    top = TOP - 7.5 - block.height
    return Node("P", (block.at(SIDE, top),)), top


def _head(source: Source, setter: Setter, words: Words, count: int) -> Frame:
    """Return the poster's own design, smaller, and without the code to the site: faces and numbers need its room."""
    smaller = replace(setter, shrink=setter.shrink * (_HEAD if count < 4 else _HEAD_OF_MANY))
    return DESIGNS[source.kit.organisatie.huisstijl.ontwerp](source, smaller, words)


def _field(frame: Frame, edge: float) -> tuple[Shape, ...]:
    """Return what stands behind the head; a field of colour behind faces ends above their names."""
    if not frame.ring:
        return frame.under
    field, *rest = frame.under
    box = Box(field.box.x, field.box.y, field.box.w, edge - field.box.y)
    return (replace(field, outline=rectangle(box)), *rest)


def _strips(source: Source, setter: Setter, personen: Sequence[_Person]) -> tuple[Node, ...]:
    pieces = in_turn(personen, STRIPS)
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
    name = _name(setter, persoon, Style(13, "bold", 1.1, source.inks.kop, 9), room.w)
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


def _name(setter: Setter, persoon: _Person, style: Style, width: float) -> Block:
    """Return the name in two lines, or in three if it is too long for two at any size."""
    trial = Setter(setter.fonts, setter.shrink)
    block = trial.block(persoon.naam, style, width, lines=2)
    return setter.block(persoon.naam, style, width, lines=3) if trial.too_long else block


def _cuts() -> tuple[Shape, ...]:
    """Return the dashed lines between the strips with scissors at their lower ends, and the line to tear along."""
    inner = [right for _, right in _columns()[:-1]]
    lines = [rule(x, TOP, x, A4.height, GREY, 0.3, DASH) for x in inner]
    marks = [shape for x in inner for shape in scissors(x, A4.height - _FOOT + 1.2, 4.6)]
    tear = rule(0, TOP, A4.width, TOP, GREY, 0.15)
    return (*lines, *marks, tear)


def _told(source: Source, setter: Setter) -> tuple[Item, ...]:
    """Return what to do before hanging it: for the one who cuts, not for who reads."""
    block = setter.block(source.zin("strook-knippen"), SMALL, 100)
    return (block.at(SIDE, TOP - 1.6 - block.height),)
