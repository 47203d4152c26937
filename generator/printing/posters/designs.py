"""The three designs of the posters: what stands around the faces. They differ in idea, not in colour.

*rustig* is white paper on which faces and numbers do the work; *kleur* is a field of the organisation's colour with
a huge headline, the faces standing on its edge; *gesprek* are two speech balloons, question and answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from generator.kit.model import Ontwerp
from generator.printing.layout.elements import Node, Outline, Page, Shape, Text, filled, rectangle, rule
from generator.printing.layout.geometry import A4, BLEED, Box
from generator.printing.layout.typography import Content, Setter, Style
from generator.printing.parts.inks import BLACK, GREY, LINE
from generator.printing.parts.pieces import logo, site_qr, small_print
from generator.printing.parts.source import Source

#: Margins of a poster of A4 size.
SIDE: Final = 15.0
TOP: Final = 14.0
FOOT: Final = 10.0
_LOGO: Final = (46.0, 13.0)
#: Wider than this, as a multiple of its height, a logo is taken to hold the organisation's name.
_WORDMARK: Final = 1.9


@dataclass(frozen=True, slots=True)
class Words:
    """What a poster says besides names and numbers; ``vestiging`` is the site that it is for, if not for all.

    ``crowd`` makes the headline smaller where many faces need the room. ``foot`` is where its foot stands, in mm from
    the top: strips below it need room. Without ``code`` an open site gets none.
    """

    kop: str
    oproep: str
    vestiging: str | None = None
    crowd: float = 1.0
    code: bool = True
    foot: float = A4.height - FOOT


@dataclass(frozen=True, slots=True)
class Frame:
    """The poster around the faces: fields of colour, head and foot in reading order, and the room between them.

    ``face`` is the shape of a portrait, ``ring`` the colour around it. ``text`` is the ground's colour for text.
    """

    under: tuple[Shape, ...]
    head: tuple[Node, ...]
    body: Box
    foot: tuple[Node, ...]
    face: str
    ring: str | None = None


Design = Callable[[Source, Setter, Words], Frame]


def page(frame: Frame, body: tuple[Node, ...]) -> Page:
    """Return the finished poster."""
    return Page(A4, (*frame.head, *body, *frame.foot), frame.under)


def _brand(source: Source, setter: Setter, words: Words, colour: str) -> tuple[Node, ...]:
    """Return whose poster this is and, on a poster for one site, that site's name at the other end."""
    found = logo(source, SIDE, TOP, *_LOGO)
    mark = ((found[0],) if found else ()) + _name(source, setter, found[1] if found else None, colour)
    return (*mark, *_place(setter, words, colour))


def _name(source: Source, setter: Setter, mark: Box | None, colour: str) -> tuple[Node, ...]:
    """Return the organisation's name, unless the logo is so wide that it will hold the name itself."""
    if mark and mark.w > _WORDMARK * mark.h:
        return ()
    left, middle = (mark.right + 4, mark.centre[1]) if mark else (SIDE, TOP + _LOGO[1] / 2)
    block = setter.block(source.kit.organisatie.roepnaam, Style(14, "bold", 1.15, colour, 10), 90, lines=3)
    return (Node("P", (block.at(left, middle - block.height / 2 + 0.6),)),)


def _place(setter: Setter, words: Words, colour: str) -> tuple[Node, ...]:
    if not words.vestiging:
        return ()
    block = setter.block(words.vestiging, Style(14, "bold", 1.15, colour, 10), 60, lines=3)
    top = TOP + _LOGO[1] / 2 - block.height / 2 + 0.6
    return (Node("P", (block.at(A4.width - SIDE - block.width, top, align="right"),)),)


def _foot(
    source: Source, setter: Setter, words: Words, colour: str = BLACK, quiet: str = GREY, line: str = LINE
) -> tuple[tuple[Node, ...], float]:
    """Return what an advisor does and what stays between you, over the small print; and where that begins.

    A site that opens for everybody has its code beside them.
    """
    inner = A4.box.inset(SIDE, TOP, SIDE, A4.height - words.foot)
    small = small_print(source, setter, inner, quiet)
    small_top = min(child.box.y for child in small.children if isinstance(child, Text))
    code = _site_code(source, setter, inner.right, small_top - 4, quiet) if words.code else ()
    room = replace(inner, w=inner.w - _SITE_CODE - 8) if code else inner
    style = Style(11.5, leading=1.32, colour=colour, floor=9.5)
    columns = room.columns(2, 9)
    lines = (source.zin("poster-doen"), source.zin("poster-vertrouwelijk"))
    blocks = [setter.block(text, style, column.w) for text, column in zip(lines, columns, strict=True)]
    height = max(block.height for block in blocks)
    top = small_top - 5 - (max(height, _SITE_CODE + 4) if code else height)
    nodes = tuple(Node("P", (block.at(column.x, top),)) for block, column in zip(blocks, columns, strict=True))
    line_above = rule(inner.x, top - 4.5, inner.right, top - 4.5, line, 0.25)
    return (Node("Div", (line_above, *nodes, *code)), small), top - 4.5


#: Side of the code to the site, quiet zone included.
_SITE_CODE: Final = 27.0


def _site_code(source: Source, setter: Setter, right: float, bottom: float, colour: str) -> tuple[Node, ...]:
    box = Box(right - _SITE_CODE, bottom - _SITE_CODE, _SITE_CODE, _SITE_CODE)
    code = site_qr(source, box)
    if code is None:
        return ()
    label = setter.block(source.zin("code-site"), Style(8.5, colour=colour, floor=8), _SITE_CODE, lines=1)
    return code, Node("P", (label.at(box.x, box.y - label.height - 0.5, align="right"),))


def _title(setter: Setter, content: Content, style: Style, box: Box, lines: int) -> tuple[Node, float]:
    block = setter.block(content, style, box.w, lines=lines, balance=True)
    return Node("H1", (block.at(box.x, box.y),)), box.y + block.height


def rustig(source: Source, setter: Setter, words: Words) -> Frame:
    """Leave the paper white; the headline in the organisation's colour, one thick stroke of the accent beside it."""
    ink = source.inks
    foot, foot_top = _foot(source, setter, words)
    brand = _brand(source, setter, words, ink.kop)
    top = TOP + _LOGO[1] + 9
    head, y = _title(
        setter, words.kop, Style(56 * words.crowd, "extrabold", 1.0, ink.kop, 32), Box(SIDE, top, 180, 90), 3
    )
    call = setter.block(words.oproep, Style(20, leading=1.25, colour=BLACK, floor=14), 180)
    call_y = y + 6.5 * setter.shrink
    nodes = (head, Node("P", (call.at(SIDE, call_y),)), *brand)
    body_top = call_y + call.height + 10 * setter.shrink
    stroke = filled(Box(-BLEED, top, 6 + BLEED, y - top), ink.accent)
    return Frame((stroke,), nodes, Box(SIDE, body_top, 180, foot_top - 7 - body_top), foot, "vierkant")


def kleur(source: Source, setter: Setter, words: Words) -> Frame:
    """Fill the top with colour and a huge headline; faces stand half in it, in a white ring."""
    ink = source.inks
    foot, foot_top = _foot(source, setter, words)
    marks: list[Node] = []
    under: list[Shape] = []
    found = logo(source, SIDE + 4, TOP, *_LOGO)
    tag = None
    if found:
        node, box = found
        tag = Box(SIDE, -BLEED, box.w + 8, box.bottom + 4 + BLEED)
        under.append(filled(tag, "#ffffff"))
        marks.append(node)
    side = Box(tag.x, found[1].y, tag.w, found[1].h) if tag and found else None
    marks += [*_name(source, setter, side, ink.op_kleur), *_place(setter, words, ink.op_kleur)]
    top = TOP + _LOGO[1] + 14
    head, y = _title(
        setter, words.kop, Style(66 * words.crowd, "extrabold", 0.98, ink.op_kleur, 34), Box(SIDE, top, 180, 110), 3
    )
    call = setter.block(words.oproep, Style(21, "bold", 1.25, ink.op_kleur, 14), 180)
    call_y = y + 7 * setter.shrink
    edge = call_y + call.height + 30 * setter.shrink
    field = filled(Box(-BLEED, -BLEED, 210 + 2 * BLEED, edge + BLEED), ink.kleur)
    body_top = edge - 20 * setter.shrink
    nodes = (head, Node("P", (call.at(SIDE, call_y),)), *marks)
    body = Box(SIDE, body_top, 180, foot_top - 7 - body_top)
    return Frame((field, *under), nodes, body, foot, "rond", "#ffffff")


def gesprek(source: Source, setter: Setter, words: Words) -> Frame:
    """Overlap two speech balloons: the question in a tint, the answer in the organisation's colour."""
    ink = source.inks
    foot, foot_top = _foot(source, setter, words)
    brand = _brand(source, setter, words, ink.kop)
    top = TOP + _LOGO[1] + 6
    inside = Box(SIDE + 9, top + 11 * setter.shrink, 158, 100)
    block = setter.block(
        words.kop, Style(58 * words.crowd, "extrabold", 1.0, ink.kop, 30), inside.w, lines=3, balance=True
    )
    head, y = Node("H1", (block.at(inside.x, inside.y),)), inside.y + block.height
    question = Box(SIDE - 1, top, min(block.natural + 20, 172), y - top + 16 * setter.shrink)
    call = setter.block(words.oproep, Style(22, "bold", 1.2, ink.op_kleur, 14), 132, balance=True)
    call = replace(call, width=call.natural)
    answer_top = question.bottom - 7 * setter.shrink
    width = call.natural + 18
    answer = Box(195 - width + 1, answer_top, width, call.height + 13 * setter.shrink)
    call_text = call.at(answer.x + 9, answer.y + 6.5 * setter.shrink)
    asked = balloon(question, 11, tail="links")
    answered = balloon(answer, 9, tail="rechts")
    shapes = (
        Shape(asked, fill=ink.tint_sterk),
        Shape(answered, fill=ink.kleur),
    )
    nodes = (head, Node("P", (call_text,)), *brand)
    body_top = answer.bottom + 13 * setter.shrink
    return Frame(shapes, nodes, Box(SIDE, body_top, 180, foot_top - 6 - body_top), foot, "rond")


def balloon(box: Box, radius: float, tail: str) -> Outline:
    """Return a speech balloon; its tail hangs below the left or the right corner."""
    steps = rectangle(box, radius).steps
    x = box.x + radius + 4 if tail == "links" else box.right - radius - 4
    away = -1 if tail == "links" else 1
    ends = [(x, box.bottom - 0.2), (x - away * 11, box.bottom - 0.2)]
    # Both parts run clockwise: where they overlap, paths that run against each other would leave a gap.
    first, last = ends if tail == "rechts" else reversed(ends)
    hook = (("M", first), ("L", (x + away * 3, box.bottom + 9)), ("L", last), ("Z", ()))
    return Outline((*steps, *hook))


#: By the word that a kit uses in ``huisstijl.ontwerp``.
DESIGNS: Final[Mapping[Ontwerp, Design]] = MappingProxyType({"rustig": rustig, "kleur": kleur, "gesprek": gesprek})
