"""The sheet for new hires, two sides of A4: who we are and what to expect, and the chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.printing.chart.cells import Look
from generator.printing.chart.notes import Notes
from generator.printing.chart.selection import Chosen, chosen
from generator.printing.chart.table import Charting
from generator.printing.handouts.sheet_head import chart_head, front_head
from generator.printing.layout.elements import Node, Page, Shape, Text, filled
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.advisor_cards import Card, Sign, cards, marked_list
from generator.printing.parts.inks import BLACK
from generator.printing.parts.pieces import site_qr, small_print
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.stacking import Stack
from generator.printing.posters.designs import balloon

_SIDE: Final = 13.0
_TOP: Final = 13.0
_FOOT: Final = 9.0
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
_AIR: Final = 14.0
#: The side of the code to the site (mm), and how much smaller a page gets for its sake.
_CODE: Final = 26.0
_SCALES: Final = (1.0, 0.96, 0.92, 0.88)


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
    rows = chosen(source)
    charting = Charting(source, rows, LOOK, source.zin("infoblad-hierboven"))
    sides = [lambda setter: _front(source, setter), lambda setter: _back(source, setter, rows, charting)]
    yield make(source, "infoblad-nieuwe-medewerkers.pdf", source.zin("infoblad-titel"), sides)


def _front(source: Source, setter: Setter) -> Page:
    inner = A4.box.inset(_SIDE, _TOP, _SIDE, _FOOT)
    small = small_print(source, Setter(setter.fonts), inner)
    room = Box(inner.x, inner.y, inner.w, _top_of(small) - 6 - inner.y)
    code = _code(source, Setter(setter.fonts), room)
    scale = _scale(source, setter, room) if code else None
    own = Setter(setter.fonts, scale or setter.shrink)
    least = _front_parts(source, Setter(own.fonts, own.shrink), room, 0)[2]
    spare = room.bottom - least - (_CODE + 8 if scale else 0)
    nodes, under, _ = _front_parts(source, own, room, min(_AIR, max(0.0, spare / 3)))
    setter.too_long += own.too_long
    return Page(A4, (*nodes, *(code if scale else ()), small), under)


def _scale(source: Source, setter: Setter, room: Box) -> float | None:
    """Return the largest size at which the code to the site has room below the answers; None if it has none."""
    for scale in (each for each in _SCALES if each <= setter.shrink):
        trial = Setter(setter.fonts, scale)
        least = _front_parts(source, trial, room, 0)[2]
        if not trial.too_long and room.bottom - least > _CODE + 8:
            return scale
    return None


def _code(source: Source, setter: Setter, room: Box) -> tuple[Node, ...]:
    """Return the code to the site and what it is for on the bottom of a box; nothing if not everybody can open it."""
    # Its quiet zone stands in the margin: the squares line up with the text.
    found = site_qr(source, Box(room.x - 2.5, room.bottom - _CODE, _CODE, _CODE))
    if found is None:
        return ()
    words = setter.block(source.zin("wegwijzer-code"), Style(11.5, "bold", 1.3, BLACK, 9), 62)
    return found, Node("P", (words.at(room.x + _CODE + 2.5, room.bottom - (_CODE + words.height) / 2),))


def _front_parts(
    source: Source, setter: Setter, room: Box, air: float
) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return head, faces and answers with ``air`` mm more between them than they need, and where they end."""
    head, under, y = front_head(source, setter, room)
    y += air
    faces, y = _faces(source, setter, Box(room.x, y, room.w, room.bottom - y))
    y += air
    sections, panel, y = _sections(source, setter, Box(room.x, y, room.w, room.bottom - y), air)
    return (*head, *faces, *sections), (*under, *panel), y


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
        mail=len(personen) < 4,
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
        marked_list(stack, source.drukwerk.lijst(f"infoblad-{sign}"), _BODY, sign, source.inks.kop, 1.9)
    y = max(does.y, does_not.y) + 8 * setter.shrink + air
    lower = Box(box.x, y, box.w, box.bottom - y)
    left, right = lower.columns(2, 9)
    talk, ours = Stack(setter, left), Stack(setter, right.inset(5, 5, 5, 5))
    _title(source, talk, "infoblad-gesprek-kop")
    marked_list(talk, source.drukwerk.lijst("infoblad-gesprek"), _BODY, "stap", source.inks.kop, 1.9)
    talk.add(source.zin("infoblad-gesprek-noot"), Style(11.5, "bold", 1.3, BLACK, 8.5), gap=gap, balance=True)
    _title(source, ours, "infoblad-tussen-kop")
    ours.add(source.zin("infoblad-tussen"), _BODY, gap=0)
    box = Box(right.x, y, right.w, ours.y + 5 - y)
    answer = source.kit.organisatie.huisstijl.ontwerp == "gesprek"
    panel = (
        Shape(balloon(box, 6, "rechts"), fill=source.inks.tint_sterk)
        if answer
        else filled(box, source.inks.tint_sterk, 2)
    )
    return (
        (*does.nodes, *does_not.nodes, *talk.nodes, *ours.nodes),
        (panel,),
        max(talk.y, ours.y + (14 if answer else 5)),
    )


def _title(source: Source, stack: Stack, key: str) -> None:
    stack.add(source.zin(key), _SECTION.in_(source.inks.kop), "H2")
    stack.skip(2.8)


def _back(source: Source, setter: Setter, rows: Chosen, charting: Charting) -> Page:
    inner = A4.box.inset(_SIDE, _TOP, _SIDE, _FOOT)
    small = small_print(source, Setter(setter.fonts), inner)
    head, behind, y = chart_head(source, setter, inner)
    end = _top_of(small) - 4
    notes = Notes(source, setter, rows, inner.w, 3, _NOTES, 2.8)
    room = Box(inner.x, y, inner.w, end - notes.height - y)
    made = charting.lay(setter, room)
    return Page(A4, (*head, made.table, *notes.placed(inner.x, made.bottom), small), (*behind, *made.under))


_NOTES: Final = Style(8, "regular", 1.2, BLACK, 7)


def _top_of(node: Node) -> float:
    return min(child.box.y for child in node.children if isinstance(child, Text))


__all__: Sequence[str] = ("infoblad",)
