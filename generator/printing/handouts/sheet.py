"""The sheet for new hires, two sides of A4: who we are and what to expect, and the chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.printing.chart.cells import Look
from generator.printing.chart.notes import Notes
from generator.printing.chart.rows import chosen
from generator.printing.chart.table import chart
from generator.printing.layout.elements import Node, Page, Shape, Text, filled
from generator.printing.layout.geometry import A4, BLEED, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.advisor_cards import Card, Sign, cards, headline, marked_list
from generator.printing.parts.inks import BLACK
from generator.printing.parts.pieces import Stack, logo, plate, small_print
from generator.printing.parts.source import Made, Source, make

_SIDE: Final = 13.0
_TOP: Final = 13.0
_FOOT: Final = 9.0
_LOGO: Final = (36.0, 11.0)
_BODY: Final = Style(11.5, "regular", 1.32, BLACK, 8.5)
_SECTION: Final = Style(13.5, "bold", 1.15, BLACK, 10.5)
LOOK: Final = Look(
    title=Style(9.5, "bold", 1.15, BLACK, 7.5),
    first=Style(9.5, "bold", 1.15, BLACK, 7.5),
    number=Style(11, "extrabold", 1.1, BLACK, 8.5),
    danger=Style(13, "extrabold", 1.05, BLACK, 9.5),
    text=Style(8.5, "regular", 1.18, BLACK, 7.25),
    head=Style(8.5, "bold", 1.15, BLACK, 7.25),
    label=Style(9, "bold", 1.15, BLACK, 7.5),
    pad=1.15,
    gutter=3.6,
    marks=13.0,
    frame=0.8,
    most=2.4,
    splits=(
        (0.30, 0.25, 0.23, 0.22),
        (0.28, 0.25, 0.25, 0.22),
        (0.28, 0.24, 0.24, 0.24),
        (0.30, 0.26, 0.22, 0.22),
        (0.26, 0.26, 0.25, 0.23),
        (0.32, 0.24, 0.22, 0.22),
    ),
)


#: The most room that a part gets on top of its own (mm).
_AIR: Final = 9.0


@dataclass(frozen=True, slots=True)
class _Faces:
    columns: int
    face: float
    name: float
    number: float
    text: float


#: How advisors stand on the first side, by their number: fewer are larger.
_FACES: Final = {1: _Faces(1, 58, 25, 28, 12), 2: _Faces(2, 34, 15.5, 16.5, 9.5), 3: _Faces(3, 36, 15, 16, 9.5)}
_SOME: Final = _Faces(2, 27, 14, 15, 9.5)
_MANY: Final = _Faces(3, 17, 11.5, 12.5, 8.5)


def infoblad(source: Source) -> Iterator[Made]:
    """Make the sheet for new hires: two sides of A4."""
    sides = [lambda setter: _front(source, setter), lambda setter: _back(source, setter)]
    yield make(source, "infoblad-nieuwe-medewerkers.pdf", source.zin("infoblad-titel"), sides)


def _front(source: Source, setter: Setter) -> Page:
    inner = A4.box.inset(_SIDE, _TOP, _SIDE, _FOOT)
    small = small_print(source, Setter(setter.fonts), inner)
    room = Box(inner.x, inner.y, inner.w, _top_of(small) - 6 - inner.y)
    least = _front_parts(source, Setter(setter.fonts, setter.shrink), room, 0)[2]
    spare = min(_AIR, max(0.0, (room.bottom - least) / 3))
    nodes, under, _ = _front_parts(source, setter, room, spare)
    return Page(A4, (*nodes, small), under)


def _front_parts(
    source: Source, setter: Setter, room: Box, air: float
) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return head, faces and answers with ``air`` mm more between them than they need, and where they end."""
    head, under, y = _head(source, setter, room)
    y += air
    faces, y = _faces(source, setter, Box(room.x, y, room.w, room.bottom - y))
    y += air
    sections, panel, y = _sections(source, setter, Box(room.x, y, room.w, room.bottom - y), air)
    return (*head, *faces, *sections), (*under, *panel), y


def _head(source: Source, setter: Setter, inner: Box) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return headline and opening words, the accent beside them, and where they end (mm)."""
    found = logo(source, 0, 0, *_LOGO)
    nodes: list[Node] = []
    width = inner.w
    if found:
        size = found[1]
        placed = logo(source, inner.right - size.w, inner.y - 1, *_LOGO)
        nodes += [placed[0]] if placed else []
        width -= size.w + 8
    title = setter.block(
        headline(source).replace("? ", "?\n"),
        Style(32, "extrabold", 1.04, source.inks.kop, 22),
        width,
        lines=2,
        balance=True,
    )
    key = "infoblad-intro" if len(source.vertrouwenspersonen) > 1 else "infoblad-intro-een"
    intro = setter.block(source.zin(key), Style(13, "regular", 1.3, BLACK, 10.5), 150)
    intro_y = inner.y + title.height + 3.5 * setter.shrink
    nodes = [Node("H1", (title.at(inner.x, inner.y),)), *nodes, Node("P", (intro.at(inner.x, intro_y),))]
    stroke = filled(Box(-BLEED, inner.y, 5 + BLEED, title.height - 2), source.inks.accent)
    return tuple(nodes), (stroke,), intro_y + intro.height + 7 * setter.shrink


def _faces(source: Source, setter: Setter, box: Box) -> tuple[tuple[Node, ...], float]:
    personen = source.vertrouwenspersonen
    look = _FACES.get(len(personen), _SOME if len(personen) < 7 else _MANY)
    card = Card(
        face=look.face,
        gap=look.face * 0.06 + 2,
        name=Style(look.name, "bold", 1.1, BLACK, 9),
        number=Style(look.number, "bold", 1.1, BLACK, 10),
        text=Style(look.text, "regular", 1.22, BLACK, 7.5),
        most=4,
        hours=len(personen) < 7,
        inline=len(personen) > 6,
        above=len(personen) == 3,
    )
    key = "wegwijzer-wij" if len(personen) > 1 else "wegwijzer-wij-een"
    title = setter.block(source.zin(key), _SECTION.in_(source.inks.kop), box.w)
    top = box.y + title.height + 3.5 * setter.shrink
    nodes, y = cards(source, setter, personen, Box(box.x, top, box.w, box.bottom - top), look.columns, card, (7, 6))
    return (Node("H2", (title.at(box.x, box.y),)), *nodes), y + 9 * setter.shrink


def _sections(
    source: Source, setter: Setter, box: Box, air: float
) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return the four answers, two by two; the last one on a tint, because it is asked first."""
    gap = 3.2
    left, right = box.columns(2, 9)
    does, does_not = Stack(setter, left), Stack(setter, right)
    signs: tuple[tuple[Stack, Sign], ...] = ((does, "wel"), (does_not, "niet"))
    for stack, sign in signs:
        _title(source, stack, f"infoblad-{sign}-kop")
        marked_list(stack, source.drukwerk.lijst(f"infoblad-{sign}"), _BODY, sign, source.inks.kop, 1.4)
    y = max(does.y, does_not.y) + 8 * setter.shrink + air
    lower = Box(box.x, y, box.w, box.bottom - y)
    left, right = lower.columns(2, 9)
    talk, ours = Stack(setter, left), Stack(setter, right.inset(5, 5, 5, 5))
    _title(source, talk, "infoblad-gesprek-kop")
    marked_list(talk, source.drukwerk.lijst("infoblad-gesprek"), _BODY, "stap", source.inks.kop, 1.4)
    talk.add(source.zin("infoblad-gesprek-noot"), Style(11.5, "bold", 1.3, BLACK, 8.5), gap=gap, balance=True)
    _title(source, ours, "infoblad-tussen-kop")
    ours.add(source.zin("infoblad-tussen"), _BODY, gap=0)
    panel = plate(Box(right.x, y, right.w, ours.y + 5 - y), source.inks.tint_sterk, 2)
    return (*does.nodes, *does_not.nodes, *talk.nodes, *ours.nodes), (panel,), max(talk.y, ours.y + 5)


def _title(source: Source, stack: Stack, key: str) -> None:
    stack.add(source.zin(key), _SECTION.in_(source.inks.kop), "H2")
    stack.skip(2.8)


def _back(source: Source, setter: Setter) -> Page:
    inner = A4.box.inset(_SIDE, _TOP, _SIDE, _FOOT)
    small = small_print(source, Setter(setter.fonts), inner)
    head, y = _chart_head(source, setter, inner)
    rows = chosen(source)
    end = _top_of(small) - 4
    notes = Notes(source, setter, rows, inner.w, 3, _NOTES, 2.8)
    room = Box(inner.x, y, inner.w, end - notes.height - y)
    made = chart(source, setter, rows, room, LOOK, source.zin("infoblad-zie-voor"))
    return Page(A4, (*head, made.table, *notes.placed(inner.x, made.bottom), small), made.under)


_NOTES: Final = Style(8, "regular", 1.2, BLACK, 7)


def _chart_head(source: Source, setter: Setter, inner: Box) -> tuple[tuple[Node, ...], float]:
    ink = source.inks.kop
    stack = Stack(setter, inner)
    stack.add(source.zin("infoblad-chart-kop"), Style(26, "extrabold", 1.05, ink, 19), "H1")
    stack.add(source.library.woorden["twijfel"], Style(14, "bold", 1.2, BLACK, 11), gap=2.6)
    return tuple(stack.nodes), stack.y + 4 * setter.shrink


def _top_of(node: Node) -> float:
    return min(child.box.y for child in node.children if isinstance(child, Text))


__all__: Sequence[str] = ("infoblad",)
