"""The poster of one advisor: a large face, a first name, and a number that fills the width.

Without a photo that may be shown, the words become the picture: the headline as large as the sheet allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Final

from generator.kit.model import Ontwerp, Vertrouwenspersoon
from generator.printing.layout.elements import Node, Outline, Page, Shape, ellipse, filled, rectangle
from generator.printing.layout.geometry import A4, BLEED, POINTS, Box
from generator.printing.layout.typography import TAIL, Block, Setter, Style
from generator.printing.parts.filenames import person_file
from generator.printing.parts.inks import BLACK
from generator.printing.parts.pieces import logo
from generator.printing.parts.source import Made, Source, make
from generator.printing.posters.designs import balloon
from generator.printing.posters.reach import Reach
from generator.printing.posters.single_parts import (
    LEFT,
    TOP,
    WIDTH,
    Who,
    code,
    foot,
    has_face,
    headline,
    portrait,
)

_LOGO: Final = (46.0, 13.0)
_RIGHT: Final = LEFT + WIDTH


def single_posters(source: Source) -> Iterator[Made]:
    """Yield a poster for each advisor."""
    faced, lettered = _DESIGNS[source.kit.organisatie.huisstijl.ontwerp]
    for persoon in source.vertrouwenspersonen:
        compose = partial(_composed, faced if has_face(persoon) else lettered, source, persoon)
        yield make(source, person_file(persoon), f"Poster van {persoon.naam}", [compose])


@dataclass(frozen=True, slots=True)
class _Room:
    """A sheet whose foot is set; ``s`` is how much smaller than designed everything is."""

    source: Source
    setter: Setter
    persoon: Vertrouwenspersoon
    foot: tuple[Node, ...]
    foot_top: float
    s: float

    def reach(self, *, code: bool) -> tuple[Callable[[], tuple[Node, ...]], float]:
        """Return what sets number and ways above the foot, and where that begins."""
        reach = Reach(self.source, self.setter, self.persoon, code=code)
        top = self.foot_top - 7 * self.s - reach.height
        return partial(reach.nodes, top), top

    def ask(self, size: float, colour: str, width: float) -> Block:
        """Set the question above the headline."""
        style = Style(size, "regular" if colour == BLACK else "bold", 1.2, colour, 13)
        return self.setter.block(self.source.zin("een-vraag"), style, width, balance=True)

    def head(self, style: Style, width: float, height: float, *, name_apart: bool) -> Block:
        """Set the headline."""
        return headline(self.source, self.setter, self.persoon, style, (width, height), name_apart=name_apart)

    def who(self, colour: str, text: str | None = None, said: float = 14.0) -> Who:
        """Return name, role and own words; all in ``text`` if they stand on a field of colour."""
        style = Style(21, "bold", 1.1, colour, 12)
        if text:
            return Who(self.source, self.setter, self.persoon, style, text, text, said)
        return Who(self.source, self.setter, self.persoon, style, said=said)

    def mark(self, right: float | None = None) -> tuple[tuple[Node, ...], Box | None]:
        """Return the logo at the top, in the left corner or with its right edge at ``right``, and its box."""
        found = logo(self.source, LEFT, TOP, *_LOGO)
        if found and right:
            found = logo(self.source, right - found[1].w, TOP, *_LOGO)
        return ((found[0],), found[1]) if found else ((), None)

    def tag(self) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
        """Return the logo on a white tag that hangs from the top at the right, and where that begins."""
        mark, box = self.mark(_RIGHT - 5)
        if box is None:
            return (), (), _RIGHT
        return mark, (filled(Box(box.x - 5, -BLEED, box.w + 10, box.bottom + 5 + BLEED), "#ffffff"),), box.x - 8


_Composer = Callable[[_Room], Page]


def _composed(design: _Composer, source: Source, persoon: Vertrouwenspersoon, setter: Setter) -> Page:
    nodes, top = foot(source, setter, persoon)
    return design(_Room(source, setter, persoon, nodes, top, setter.shrink))


def _stroke(room: _Room, top: float, head: Block) -> Shape:
    """Return the accent at the edge of the sheet, as high as the headline's letters."""
    high = head.height - head.style.size * TAIL / POINTS
    return filled(Box(-BLEED, top, 6 + BLEED, high), room.source.inks.accent)


def _rustig(room: _Room) -> Page:
    """Leave the paper white; the photo runs off the corner, and what the advisor says stands beside it."""
    ink, s = room.source.inks, room.s
    reach, reach_top = room.reach(code=True)
    head = room.head(Style(62, "extrabold", 1.0, ink.kop, 30), WIDTH, 60, name_apart=False)
    head_top = reach_top - 10 * s - head.height
    ask = room.ask(20, BLACK, WIDTH)
    ask_top = head_top - 6 * s - ask.height
    high = ask_top - 9 * s + BLEED
    wide = min(high * 0.88, 122.0)
    photo = Box(A4.width + BLEED - wide, -BLEED, wide, high)
    mark, _ = room.mark()
    column = Box(LEFT, TOP + 20, photo.x - 9 - LEFT, photo.bottom - TOP - 20)
    who = room.who(ink.kop).stacked(column, bottom=True)
    title = Node("H1", (ask.at(LEFT, ask_top), head.at(LEFT, head_top)))
    face = portrait(room.source, room.persoon, photo)
    return Page(A4, (*mark, title, face, *who, *reach(), *room.foot), (_stroke(room, head_top, head),))


def _rustig_letters(room: _Room) -> Page:
    """Leave the paper white, and set the headline as wide as the sheet."""
    ink, s = room.source.inks, room.s
    reach, reach_top = room.reach(code=True)
    mark, _ = room.mark()
    ask = room.ask(24, BLACK, WIDTH)
    ask_top = TOP + (26 if mark else 8) * s
    head_top = ask_top + ask.height + 9 * s
    style = Style(100, "extrabold", 0.96, ink.kop, 30)
    head = room.head(style, WIDTH, reach_top - 46 * s - head_top, name_apart=True)
    below = head_top + head.height + 10 * s
    who = room.who(ink.kop, said=15).beside(Box(LEFT, below, WIDTH, reach_top - 11 * s - below))
    title = Node("H1", (ask.at(LEFT, ask_top), head.at(LEFT, head_top)))
    return Page(A4, (*mark, title, *who, *reach(), *room.foot), (_stroke(room, head_top, head),))


def _kleur(room: _Room) -> Page:
    """Set a huge headline on a field of colour; the advisor stands on its edge, under an arch."""
    ink, s = room.source.inks, room.s
    reach, reach_top = room.reach(code=False)
    edge = reach_top - 9 * s
    mark, under, right = room.tag()
    ask = room.ask(20, ink.op_kleur, right - LEFT)
    head_top = TOP + 12 * s + ask.height
    head = room.head(Style(66, "extrabold", 0.98, ink.op_kleur, 32), WIDTH, 60, name_apart=True)
    top = head_top + head.height + s
    wide = min((edge - top) * 0.88, 114.0)
    photo = Box(_RIGHT - wide, top, wide, edge - top)
    column = Box(LEFT, top + 4 * s, photo.x - 9 - LEFT, edge - top - 4 * s - 50)
    who = room.who(ink.op_kleur, ink.op_kleur).stacked(column)
    scan = code(room.source, room.setter, room.persoon, LEFT, edge - 7, ink.op_kleur)
    title = Node("H1", (ask.at(LEFT, TOP + 4 * s), head.at(LEFT, head_top)))
    face = portrait(room.source, room.persoon, photo, _arch(photo))
    return Page(A4, (*mark, title, face, *who, scan, *reach(), *room.foot), (_field(room, edge), *under))


def _kleur_letters(room: _Room) -> Page:
    """Fill a field of colour with the headline."""
    ink, s = room.source.inks, room.s
    reach, reach_top = room.reach(code=True)
    edge = reach_top - 9 * s
    mark, under, right = room.tag()
    ask = room.ask(24, ink.op_kleur, right - LEFT)
    head_top = TOP + 24 * s + ask.height
    style = Style(100, "extrabold", 0.96, ink.op_kleur, 30)
    head = room.head(style, WIDTH, edge - 45 * s - head_top, name_apart=True)
    below = head_top + head.height + 10 * s
    who = room.who(ink.op_kleur, ink.op_kleur, 15.5).beside(Box(LEFT, below, WIDTH, edge - 11 * s - below))
    title = Node("H1", (ask.at(LEFT, TOP + 12 * s), head.at(LEFT, head_top)))
    return Page(A4, (*mark, title, *who, *reach(), *room.foot), (_field(room, edge), *under))


def _field(room: _Room, edge: float) -> Shape:
    return filled(Box(-BLEED, -BLEED, A4.width + 2 * BLEED, edge + BLEED), room.source.inks.kleur)


def _gesprek(room: _Room) -> Page:
    """Overlap two balloons, question and answer; the face runs off the edge below them."""
    ink, s = room.source.inks, room.s
    reach, reach_top = room.reach(code=True)
    mark, title, shapes, bottom = _talk(room, Style(50, "extrabold", 1.0, ink.op_kleur, 28), 40)
    side = min(reach_top - 6 * s - bottom, 118.0)
    photo = Box(-6, reach_top - 8 * s - side, side, side)
    column = Box(photo.right + 9, bottom + 8 * s, _RIGHT - photo.right - 9, reach_top - 20 * s - bottom)
    who = room.who(ink.kop).stacked(column)
    face = portrait(room.source, room.persoon, photo, ellipse(photo))
    return Page(A4, (*mark, title, face, *who, *reach(), *room.foot), shapes)


def _gesprek_letters(room: _Room) -> Page:
    """Make the two balloons as large as the sheet allows."""
    ink, s = room.source.inks, room.s
    reach, reach_top = room.reach(code=True)
    style = Style(92, "extrabold", 0.98, ink.op_kleur, 28)
    mark, title, shapes, bottom = _talk(room, style, reach_top - 115 * s, apart=True)
    below = bottom + 9 * s
    who = room.who(ink.kop, said=15).beside(Box(LEFT, below, WIDTH, reach_top - 11 * s - below))
    return Page(A4, (*mark, title, *who, *reach(), *room.foot), shapes)


def _talk(
    room: _Room, style: Style, height: float, *, apart: bool = False
) -> tuple[tuple[Node, ...], Node, tuple[Shape, ...], float]:
    """Return logo, headline and balloons, the headline at most ``height`` mm high, and where the last tail ends."""
    ink, s = room.source.inks, room.s
    mark, box = room.mark(_RIGHT)
    look = Style(30 if apart else 24, "bold", 1.15, ink.kop, 16)
    width = (box.x if box else _RIGHT) - LEFT - 24
    ask = room.setter.block(room.source.zin("een-vraag-gesprek"), look, width, balance=True)
    question = Box(LEFT + 1, TOP, ask.natural + 18, ask.height + 17 * s)
    head = room.head(style, WIDTH - 22, height, name_apart=apart)
    wide = head.natural + 22
    answer = Box(_RIGHT + 1 - wide, question.bottom - 6 * s, wide, head.height + 19 * s)
    shapes = (
        Shape(asking(question, 9), fill=ink.tint_sterk),
        Shape(balloon(answer, 11, tail="links"), fill=ink.kleur),
    )
    said = replace(head, width=head.natural).at(answer.x + 11, answer.y + 10.5 * s)
    title = Node("H1", (ask.at(question.x + 9, question.y + 7.5 * s), said))
    return mark, title, shapes, answer.bottom + 9


def asking(box: Box, radius: float) -> Outline:
    """Return a speech balloon whose tail points to the left, where no balloon that overlaps it hides the tail."""
    y = box.y + box.h * 0.45
    tail = (("M", (box.x + 0.2, y - 4)), ("L", (box.x + 0.2, y + 5)), ("L", (box.x - 8, y + 7)), ("Z", ()))
    return Outline((*rectangle(box, radius).steps, *tail))


def _arch(box: Box) -> Outline:
    """Return a rectangle with a round top."""
    steps = rectangle(Box(box.x, box.y, box.w, box.h + box.w), box.w / 2).steps
    cut = (("L", (box.right, box.bottom)), ("L", (box.x, box.bottom)), ("L", (box.x, box.y + box.w / 2)))
    return Outline((*steps[:3], *cut, *steps[-2:]))


_DESIGNS: Final[Mapping[Ontwerp, tuple[_Composer, _Composer]]] = MappingProxyType(
    {
        "rustig": (_rustig, _rustig_letters),
        "kleur": (_kleur, _kleur_letters),
        "gesprek": (_gesprek, _gesprek_letters),
    }
)
