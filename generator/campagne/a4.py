"""The A4 for employers: a question to read from afar, why, what it asks, and how to get the kit. One side, no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from generator.campagne.bereik import Weg, code_weg, wegen
from generator.campagne.teksten import A4Teksten
from generator.campagne.vereniging import Vereniging
from generator.printing.layout.elements import Document, Node, Page, Shape, filled
from generator.printing.layout.fonts import Fonts
from generator.printing.layout.geometry import A4, BLEED, Box
from generator.printing.layout.typography import Setter, Style, TooLong
from generator.printing.parts import pictures, qr
from generator.printing.parts.advisor_cards import marked_list
from generator.printing.parts.inks import BLACK, GREY, Inks, inks
from generator.printing.parts.source import fitted
from generator.printing.parts.stacking import Stack

_SIDE: Final = 15.0
_TOP: Final = 14.0
_FOOT: Final = 9.0
_LOGO: Final = (46.0, 13.0)
#: Wider than this, as a multiple of its height, a logo is taken to hold the association's name.
_WORDMARK: Final = 1.9
#: Side of the code, quiet zone included.
_CODE: Final = 34.0
_BODY: Final = Style(13, leading=1.32, colour=BLACK, floor=9.5)
_SECTION: Final = Style(17, "extrabold", 1.1, BLACK, 13)
_SMALL: Final = Style(7.5, leading=1.3, colour=GREY, floor=6.5)
#: High enough to measure anything in (mm).
_ENDLESS: Final = 10_000.0
#: Ways that fit beside the code; a letter and further services stand on the site.
_MOST_WAYS: Final = 3


@dataclass(frozen=True, slots=True)
class GemaaktA4:
    """The A4 before it is drawn, and what does not fit on it."""

    document: Document
    too_long: tuple[TooLong, ...]


@dataclass(frozen=True, slots=True)
class _Bron:
    """All that the sheet is made from."""

    vereniging: Vereniging
    teksten: A4Teksten
    inks: Inks
    fonts: Fonts
    version: str


@dataclass(frozen=True, slots=True)
class _Laid:
    """Content in reading order, what is drawn behind it, and where it ends or begins (mm)."""

    nodes: tuple[Node, ...]
    under: tuple[Shape, ...]
    edge: float


def lay_out_a4(vereniging: Vereniging, teksten: A4Teksten, fonts: Fonts, version: str) -> GemaaktA4:
    """Lay out the sheet in the largest sizes that fit; ``version`` is that of the texts, in the small print."""
    huisstijl = vereniging.huisstijl
    bron = _Bron(vereniging, teksten, inks(huisstijl.kleur, huisstijl.accent), fonts, version)
    page, too_long = fitted(fonts, partial(_page, bron))
    title = f"{teksten.titel}, {vereniging.naam}"
    return GemaaktA4(Document(title, teksten.onderwerp, vereniging.naam, (page,)), too_long)


def _page(bron: _Bron, setter: Setter) -> Page:
    inner = A4.box.inset(_SIDE, _TOP, _SIDE, _FOOT)
    head = _head(bron, setter, inner)
    small = _small_print(bron, setter, inner)
    ask = _ask(bron, setter, inner, small.edge - 5)
    room = Box(inner.x, head.edge + 11 * setter.shrink, inner.w, 0)
    room = replace(room, h=ask.edge - 8 * setter.shrink - room.y)
    body = _reasons(bron, setter, room)
    return Page(A4, (*head.nodes, *body, *ask.nodes, *small.nodes), (*head.under, *ask.under))


def _head(bron: _Bron, setter: Setter, inner: Box) -> _Laid:
    """Set the question in a field of the association's colour, its name or logo above it."""
    ink, s = bron.inks, setter.shrink
    brand, tag = _brand(bron, setter, inner)
    top = inner.y + _LOGO[1] + 15 * s
    kop = setter.block(bron.teksten.kop, Style(58, "extrabold", 1.0, ink.op_kleur, 34), inner.w, lines=2, balance=True)
    oproep = setter.block(bron.teksten.oproep, Style(17, "bold", 1.28, ink.op_kleur, 12), inner.w - 12, balance=True)
    below = top + kop.height + 6 * s
    nodes = (Node("H1", (kop.at(inner.x, top),)), Node("P", (oproep.at(inner.x, below),)), *brand)
    edge = below + oproep.height + 9 * s
    field = filled(Box(-BLEED, -BLEED, A4.width + 2 * BLEED, edge + BLEED), ink.kleur)
    return _Laid(nodes, (field, *tag), edge)


def _brand(bron: _Bron, setter: Setter, inner: Box) -> tuple[tuple[Node, ...], tuple[Shape, ...]]:
    """Return whose sheet this is; a logo stands on white, because it is made for that."""
    found: tuple[Node, ...] = ()
    tag: tuple[Shape, ...] = ()
    left, middle = inner.x, inner.y + _LOGO[1] / 2
    naam = bron.vereniging.naam
    if bron.vereniging.logo:
        picture = pictures.logo(bron.vereniging.logo, *_LOGO, "#ffffff", bron.fonts.face("bold").path)
        box = picture.box.moved(inner.x + 4, inner.y)
        found = (Node("Figure", (replace(picture, box=box),), alt=bron.teksten.zin("logo", naam=naam)),)
        tag = (filled(Box(inner.x, -BLEED, box.w + 8, box.bottom + 4 + BLEED), "#ffffff"),)
        if box.w > _WORDMARK * box.h:
            return found, tag
        left, middle = box.right + 8, box.centre[1]
    block = setter.block(naam, Style(14, "bold", 1.15, bron.inks.op_kleur, 9), inner.right - left, lines=3)
    return (*found, Node("P", (block.at(left, middle - block.height / 2),))), tag


def _reasons(bron: _Bron, setter: Setter, room: Box) -> tuple[Node, ...]:
    """Set why and what it asks beside each other, spread over the room."""
    t = bron.teksten
    heights = [_column(bron, setter, Box(0, 0, box.w, _ENDLESS), kolom).y for box, kolom in _columns(t, room)]
    setter.need(t.vraagt[-1], room.h, max(heights), _BODY)
    # Half of what is left goes above: the sheet has its air around the columns, not in one place.
    spare = max(room.h - max(heights), 0) / 2
    stacks = [
        _column(bron, setter, Box(box.x, room.y + spare, box.w, room.h), kolom) for box, kolom in _columns(t, room)
    ]
    return tuple(node for stack in stacks for node in stack.nodes)


@dataclass(frozen=True, slots=True)
class _Kolom:
    """A heading, points below it, and a last line that stands out."""

    kop: str
    punten: Sequence[str]
    noot: str = ""


def _columns(t: A4Teksten, room: Box) -> tuple[tuple[Box, _Kolom], ...]:
    left, right = room.columns(2, 12)
    return (left, _Kolom(t.waarom_kop, t.waarom, t.klein)), (right, _Kolom(t.vraagt_kop, t.vraagt))


def _column(bron: _Bron, setter: Setter, box: Box, kolom: _Kolom) -> Stack:
    stack = Stack(setter, box)
    stack.add(kolom.kop, _SECTION.in_(bron.inks.kop), "H2")
    stack.skip(4)
    marked_list(stack, kolom.punten, _BODY, "wel", bron.inks.kop, 2.6)
    if kolom.noot:
        stack.add(kolom.noot, replace(_BODY, weight="bold"), gap=5)
    return stack


def _ask(bron: _Bron, setter: Setter, inner: Box, bottom: float) -> _Laid:
    """Set how to get the kit on a tint that ends at ``bottom``, beside a code for a telephone."""
    pad, code = 7 * setter.shrink, code_weg(bron.vereniging)
    width = inner.w - 2 * pad - (_CODE + 8 if code else 0)
    measured = _request(bron, setter, Box(0, 0, width, _ENDLESS))
    label_height = 7.0 if code else 0.0
    height = max(measured.y, _CODE + label_height if code else 0) + 2 * pad
    panel = Box(inner.x, bottom - height, inner.w, height)
    stack = _request(bron, setter, Box(panel.x + pad, panel.y + pad, width, height - 2 * pad))
    nodes = tuple(stack.nodes)
    if code:
        nodes += _code(bron, setter, code, Box(panel.right - pad - _CODE, panel.y + pad, _CODE, _CODE))
    return _Laid(nodes, (filled(panel, bron.inks.tint_sterk, 2),), panel.y)


def _request(bron: _Bron, setter: Setter, box: Box) -> Stack:
    t, naam = bron.teksten, bron.vereniging.naam
    stack = Stack(setter, box)
    stack.add(t.kit_kop, _SECTION.in_(bron.inks.kop), "H2")
    stack.add(t.zin("kit", naam=naam), _BODY, gap=3.5)
    if bron.vereniging.kit_aanvragen and not bron.vereniging.aanvraagadres:
        stack.add(bron.vereniging.kit_aanvragen, replace(_BODY, weight="bold"), gap=3)
    for index, weg in enumerate(wegen(bron.vereniging)[:_MOST_WAYS]):
        number = weg.soort in {"bel", "app", "signal"}
        style = Style(19 if number else 13.5, "bold", 1.15, BLACK, 9)
        about = f"{getattr(t, weg.soort)}: {naam}"
        stack.add(_shown(t, weg), style, gap=2.2 if index else 4, link=weg.link, about=about, lines=3)
    return stack


def _shown(t: A4Teksten, weg: Weg) -> str:
    """Return a way as it is read: a number says what to do with it, an address speaks for itself."""
    return weg.tekst if weg.soort in {"mail", "website", "post"} else f"{getattr(t, weg.soort)} {weg.tekst}"


def _code(bron: _Bron, setter: Setter, weg: Weg, box: Box) -> tuple[Node, ...]:
    t = bron.teksten
    words = {"website": t.scan_website, "afspraak": t.scan_website, "mail": t.scan_mail, "bel": t.scan_bel}
    words |= {"app": t.scan_app, "signal": t.scan_app}
    label = setter.block(words[weg.soort], Style(10, "bold", 1.2, BLACK, 9), box.w)
    alt = t.zin("code", wat=words[weg.soort].removeprefix("Scan: "))
    figure = Node("Figure", (qr.code(weg.link or "", box),), alt=alt)
    return figure, Node("P", (label.at(box.x, box.bottom + 2.2, align="centre"),))


def _small_print(bron: _Bron, setter: Setter, inner: Box) -> _Laid:
    words = f"{bron.vereniging.naam} · {bron.teksten.zin('versie', versie=bron.version)}"
    block = setter.block(words, _SMALL, inner.w)
    top = inner.bottom - block.height
    return _Laid((Node("P", (block.at(inner.x, top),)),), (), top)
