"""Wallet cards of 85 by 54 mm, ten on A4, front and back: whom to call, and what a talk is.

The sheet is turned on its long edge, so the columns of the backs are those of the fronts mirrored. Each card shows
one advisor, large; its back names another, because a choice is worth more than a second small face.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from generator.dates import datum
from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import NBSP
from generator.printing.handouts.card_fronts import FRONTS
from generator.printing.layout.elements import Node, Page, Shape, Turn, filled
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter, Span, Style
from generator.printing.parts.cutting import cut_marks, dealt, firsts, grid_lines, repeated
from generator.printing.parts.inks import BLACK, GREY, LINE
from generator.printing.parts.pieces import SMALL, association_logo, association_words, contact_qr, logo, small_print
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.stacking import Stack
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
_QR: Final = 29.0
#: What stands above a code: its label (mm).
_LABEL: Final = 3.2
_LOGO: Final = (26.0, 5.0)
#: Sizes of the text on a back (pt), the one that is liked best first.
_SIZES: Final = (9.0, 8.75, 8.5, 8.25, 8.0)
#: Sizes (pt) that make room for a long name of an association.
_TIGHT: Final = (7.75, 7.5)
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
    # On a field of colour a line would stay behind as a sliver when a cut is half a millimetre off.
    under += () if full else grid_lines(GRID, COLUMNS, ROWS, LINE)
    # Marks on the fronts alone: a printer never meets the other side exactly.
    under += cut_marks(GRID, COLUMNS, ROWS, BLEED + 0.5)
    return Page(A4, (*nodes, *_margins(source, setter, lines=not full)), tuple(under))


def _margins(source: Source, setter: Setter, *, lines: bool) -> tuple[Node, ...]:
    """Return what to do with the sheet, above the cards, and the small print turned along their left side."""
    top = Box(GRID.x + 2, 8, GRID.w / 2 - 4, 3)
    words = (source.zin("kaartje-afdrukken"), source.zin("kaartje-knippen" if lines else "kaartje-snijden"))
    told = tuple(
        Node("P", (setter.block(text, SMALL, top.w, lines=1).at(top.x + index * GRID.w / 2, top.y),))
        for index, text in enumerate(words)
    )
    small = small_print(source, setter, Box(0, 0, GRID.h, 3))
    return (*told, Node("Div", (small,), turn=Turn(9, GRID.bottom)))


def _backs(source: Source, pieces: Sequence[_Person], setter: Setter) -> Page:
    look = _look(source, pieces, setter)
    nodes: list[Node] = []
    for persoon, cell, first in zip(pieces, back_cells(), firsts(pieces), strict=True):
        told, own = _back(source, setter, persoon, cell.inset(SAFE), look)
        nodes.append(repeated(told) if nodes else told)
        nodes.append(own if first else repeated(own))
    small = small_print(source, setter, Box(0, 0, GRID.h, 3))
    return Page(A4, (*nodes, Node("Div", (small,), turn=Turn(9, GRID.bottom))))


@dataclass(frozen=True, slots=True)
class _Look:
    """How the backs of a sheet are set: the size of the text (pt), and the small print at the bottom.

    With ``both`` the association's logo stands beside the organisation's, because its name has no room.
    """

    size: float
    stamp: str
    both: bool = False


def _look(source: Source, pieces: Sequence[_Person], setter: Setter) -> _Look:
    """Return the largest size at which every back says all; what has no room at the smallest is left out.

    The association's name goes first: whom else to call is worth more, and the small print of every sheet names it.
    """
    own, together = _stamp(source), association_words(source)
    looks = [_Look(size, f"{own} · {together}") for size in (*_SIZES, *_TIGHT)] if together else []
    looks += [_Look(size, own, both=bool(together)) for size in _SIZES]
    fits = (look for look in looks[:-1] if _says_all(source, pieces, setter, look))
    return next(fits, looks[-1])


def _says_all(source: Source, pieces: Sequence[_Person], setter: Setter, look: _Look) -> bool:
    """Tell whether the backs say all that they should; all cells are alike, so one of each person tells."""
    trial = Setter(source.fonts, setter.shrink)
    for persoon, cell, first in zip(pieces, back_cells(), firsts(pieces), strict=True):
        if first:
            _back(source, trial, persoon, cell.inset(SAFE), look, whole=True)
    return not trial.too_long


def _back(
    source: Source, setter: Setter, persoon: _Person, box: Box, look: _Look, *, whole: bool = False
) -> tuple[Node, Node]:
    """Return what every card says, and what belongs to one advisor; ``whole`` if nothing may be left out."""
    text = Style(look.size, leading=1.25, colour=BLACK, floor=7)
    wide = Stack(setter, replace(box, h=box.h - _QR - _LABEL))
    head = wide.add(source.zin("kaartje-gesprek-kop"), Style(10.5, "bold", 1.1, source.inks.kop, 9), "H2", lines=1)
    wide.add(source.zin("kaartje-gesprek"), text, gap=2.6)
    stack = Stack(setter, Box(box.x, wide.y + 1.6, box.w - _QR - 1, box.bottom - wide.y - 1.6))
    stack.add(source.zin("kaartje-vertrouwelijk"), text)
    stamp = setter.block(look.stamp, Style(6.5, leading=1.25, colour=GREY, floor=6), stack.box.w)
    top = box.bottom - stamp.height
    setter.need(look.stamp, top, stack.y + 1.5, stamp.style)
    room = Box(box.x, stack.y + 2.0, stack.box.w, top - 1.8 - stack.y - 2.0)
    rest = _rest(source, setter, persoon, room, look.size, whole=whole)
    note = Node("P", (stamp.at(box.x, top),), decor=True)
    own = (*rest, *_codes(source, setter, persoon, box), note)
    brand = _brand(source, box, head.lines[0].width + 3, both=look.both)
    return Node("Div", (*brand, *wide.nodes, *stack.nodes)), Node("Div", own)


def _rest(source: Source, setter: Setter, persoon: _Person, room: Box, size: float, *, whole: bool) -> tuple[Node, ...]:
    """Return what goes into the room that is left: the first of several texts that fits, or nothing."""
    for stack in _offers(source, setter, persoon, room, size):
        if not stack.setter.too_long:
            return tuple(stack.nodes)
        if whole:
            setter.too_long += stack.setter.too_long
    return ()


def _offers(source: Source, setter: Setter, persoon: _Person, room: Box, size: float) -> Iterator[Stack]:
    """Yield whom else to call, by the whole name and by the first one; on the only advisor's card the hours."""
    other = another(source, persoon)
    style = Style(size, leading=1.25, colour=BLACK, floor=7)
    if not other and persoon.bereikbaar:
        stack = Stack(Setter(setter.fonts, setter.shrink), room)
        stack.add(persoon.bereikbaar, style.in_(GREY))
        yield stack
    if not other:
        return
    for naam in (other.naam, other.voornaam):
        way = on_poster(source, other, 1)[0]
        stack = Stack(Setter(setter.fonts, setter.shrink), room)
        stack.add(source.zin("kaartje-ander"), Style(size, "bold", 1.2, source.inks.kop, 7))
        content = (Span(f"{naam}\n"), Span(way.tekst, "bold"))
        stack.add(content, style, gap=0.8, link=way.link, about=way.about)
        yield stack


def _codes(source: Source, setter: Setter, persoon: _Person, box: Box) -> tuple[Node, ...]:
    """Return the code at the bottom right, above it what it does."""
    place = Box(box.right - _QR, box.bottom - _QR, _QR, _QR)
    label = setter.block(source.zin("code-contact"), Style(7.5, colour=GREY, floor=7), _QR, lines=1)
    top = place.y - label.height - 0.2
    return contact_qr(source, persoon, place), Node("P", (label.at(place.x + _QUIET, top),))


def _brand(source: Source, box: Box, taken: float, *, both: bool) -> tuple[Node, ...]:
    """Return the logo at the top right, beside the heading; the organisation's name is in the small print.

    With ``both`` the association's stands to the left of it, if the heading, ``taken`` mm wide, leaves room for it;
    never alone, because it would be taken for the organisation's.
    """
    found = logo(source, box.x, box.y, *_LOGO)
    placed = logo(source, box.right - found[1].w, box.y, *_LOGO) if found else None
    if placed is None:
        return ()
    other, branche = association_logo(source, *_LOGO), source.kit.branche
    left = placed[1].x - 3 - (other.box.w if other else 0)
    if not (both and other and branche) or left < box.x + taken:
        return (placed[0],)
    alt = source.zin("logo-beschrijving", naam=branche.naam)
    return placed[0], Node("Figure", (replace(other, box=other.box.moved(left, box.y)),), alt=alt)


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
    return f"{day}\n{organisatie.roepnaam} · {version}"
