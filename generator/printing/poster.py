"""The poster with all advisors: a composition of its own for one, two, three, four, and five or six faces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.kit.text import slugify
from generator.printing.designs import DESIGNS, Frame, Words, page
from generator.printing.elements import Node, Page
from generator.printing.geometry import A3, Box
from generator.printing.inks import BLACK, GREY
from generator.printing.parts import Stack, contact_qr, face, role_words
from generator.printing.source import Made, Source, make
from generator.printing.typography import Setter, Style
from generator.printing.ways import on_poster

#: As many faces as still speak from three metres.
MOST: Final = 6

_Person = Vertrouwenspersoon


def poster(source: Source, setter: Setter, personen: Sequence[_Person], vestiging: str | None = None) -> Page:
    """Return the poster of one to six advisors, in the design that the kit chose."""
    key = "poster-oproep" if len(personen) > 1 else "poster-oproep-een"
    words = Words(source.zin("poster-kop"), source.zin(key), vestiging)
    frame = DESIGNS[source.kit.organisatie.huisstijl.ontwerp](source, setter, words)
    compose = _COMPOSITIONS[len(personen)]
    return page(frame, compose(source, setter, frame, personen))


def spread(personen: Sequence[_Person], most: int = MOST) -> tuple[tuple[_Person, ...], ...]:
    """Divide advisors over as few posters as possible, as evenly as possible: nine become five and four."""
    count = -(-len(personen) // most)
    size, extra = divmod(len(personen), count)
    ends = [index * size + min(index, extra) for index in range(count + 1)]
    return tuple(tuple(personen[start:end]) for start, end in pairwise(ends))


def _one(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
    """Show one portrait as large as the room allows, name and number below it."""
    (persoon,) = personen
    body = frame.body
    lower = 47 * setter.shrink
    side = min(body.h - lower, 118.0)
    portrait = face(source, persoon, Box(body.x, body.y, side, side), frame.face, frame.ring)
    column = Box(body.x + side + 10, body.y, body.w - side - 10, side)
    qr_side = min(column.w, 34.0)
    qr = contact_qr(source, persoon, Box(column.x, column.bottom - qr_side, qr_side, qr_side))
    label = setter.block(source.zin("code-contact"), Style(10.5, colour=GREY, floor=8), column.w)
    label_node = Node("P", (label.at(column.x, column.bottom - qr_side - label.height - 1.5),))
    stack = Stack(setter, Box(body.x, body.y + side + 7, body.w, body.bottom - body.y - side - 7))
    _who(source, stack, persoon, Style(30, "bold", 1.1, source.inks.kop, 16), Style(13, colour=GREY, floor=10))
    _how(source, stack, persoon, Style(36, "bold", 1.12, BLACK, 20), Style(14, colour=BLACK, floor=10), most=2)
    return (portrait, *stack.nodes, label_node, qr)


def _columns(count: int, gutter: float) -> Callable[[Source, Setter, Frame, Sequence[_Person]], tuple[Node, ...]]:
    """Two or three columns, each a face with all that belongs to it below."""

    def compose(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
        return tuple(
            _column(source, setter, frame, persoon, cell, wide=count == 2)
            for persoon, cell in zip(personen, frame.body.columns(count, gutter), strict=True)
        )

    return compose


def _column(source: Source, setter: Setter, frame: Frame, persoon: _Person, cell: Box, *, wide: bool) -> Node:
    below = (74 if wide else 84) * setter.shrink
    side = min(cell.w, max(cell.h - below, 30.0))
    portrait = face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring)
    stack = Stack(setter, Box(cell.x, cell.y + side + 6, cell.w, cell.bottom - cell.y - side - 6))
    name = Style(24 if wide else 19, "bold", 1.1, source.inks.kop, 13)
    number = Style(27 if wide else 20.5, "bold", 1.12, BLACK, 16)
    _who(source, stack, persoon, name, Style(11.5, colour=GREY, floor=9))
    _how(source, stack, persoon, number, Style(11.5, colour=BLACK, floor=9))
    return Node("Div", (portrait, *stack.nodes, *_code(source, setter, persoon, stack, 28)))


def _grid(
    columns: int, rows: int, gutter: float
) -> Callable[[Source, Setter, Frame, Sequence[_Person]], tuple[Node, ...]]:
    """Rows of cells, the code beside the face."""

    def compose(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
        cells = frame.body.grid(columns, rows, gutter)
        return tuple(
            _cell(source, setter, frame, persoon, cell, wide=columns == 2)
            for persoon, cell in zip(personen, cells, strict=False)
        )

    return compose


def _cell(source: Source, setter: Setter, frame: Frame, persoon: _Person, cell: Box, *, wide: bool) -> Node:
    qr_side = 29.0 if wide else 26.0
    below = (34 if wide else 38) * setter.shrink
    side = min(cell.w - qr_side - (6 if wide else 1.5), max(cell.h - below, 24.0))
    portrait = face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring)
    beside = Box(cell.x + side + (6 if wide else 1.5), cell.y + side - qr_side, qr_side, qr_side)
    code = contact_qr(source, persoon, beside)
    stack = Stack(setter, Box(cell.x, cell.y + side + 4, cell.w, cell.bottom - cell.y - side - 4))
    name = Style(21 if wide else 17, "bold", 1.08, source.inks.kop, 11)
    number = Style(24 if wide else 20, "bold", 1.12, BLACK, 14)
    _who(source, stack, persoon, name, Style(10.5, colour=GREY, floor=8.5))
    _how(source, stack, persoon, number, Style(10.5, colour=BLACK, floor=8), most=2)
    return Node("Div", (portrait, *stack.nodes, code))


def _who(source: Source, stack: Stack, persoon: _Person, name: Style, role: Style) -> None:
    stack.add(persoon.naam, name, "H2", lines=3)
    stack.add(role_words(source, persoon), role, gap=1.6)


def _how(source: Source, stack: Stack, persoon: _Person, first: Style, others: Style, most: int = 3) -> None:
    """Set the way to try first large, its label above it, and the others below."""
    way, *rest = on_poster(source, persoon, most)
    large = first if way.soort == "nummer" else first.to(min(first.size, 15.0))
    stack.add(way.label, others.in_(GREY), gap=3.6)
    stack.add(way.tekst, large, gap=1.2, link=way.link, about=way.about, lines=1 if way.soort == "nummer" else None)
    for other in rest:
        label = f"{other.label} " if other.soort == "nummer" else ""
        stack.add(f"{label}{other.tekst}", others, gap=2, link=other.link, about=other.about)
    if persoon.bereikbaar:
        stack.add(persoon.bereikbaar, others.in_(GREY), gap=1.8)


def _code(source: Source, setter: Setter, persoon: _Person, stack: Stack, side: float) -> tuple[Node, ...]:
    """Return the code below a column, four words beside it that say what it does."""
    top = stack.box.bottom - side
    setter.need(persoon.naam, top, stack.y + 2, Style(9))
    code = contact_qr(source, persoon, Box(stack.box.x, top, side, side))
    room = Box(stack.box.x + side + 3, top, stack.box.w - side - 3, side)
    label = setter.block(source.zin("code-contact"), Style(10, colour=GREY, floor=8), room.w)
    return Node("P", (label.at(room.x, room.bottom - label.height - 3),)), code


_COMPOSITIONS: Final[Mapping[int, Callable[[Source, Setter, Frame, Sequence[_Person]], tuple[Node, ...]]]] = (
    MappingProxyType(
        {
            1: _one,
            2: _columns(2, 10),
            3: _columns(3, 8),
            4: _grid(2, 2, 9),
            5: _grid(3, 2, 6),
            6: _grid(3, 2, 6),
        }
    )
)


def poster_a4(source: Source) -> Iterator[Made]:
    """Yield the poster with all advisors; more than six are spread over several sheets of one file."""
    yield make(source, "poster-a4.pdf", "Poster", _composers(source, source.vertrouwenspersonen))


def poster_a3(source: Source) -> Iterator[Made]:
    """Yield the same poster on A3, its photos as fine as on A4."""
    large = replace(source, factor=A3.scale)
    yield make(large, "poster-a3.pdf", "Grote poster", _composers(large, large.vertrouwenspersonen), sheet=A3)


def site_posters(source: Source) -> Iterator[Made]:
    """Yield a poster for each site, if there are several: with those who work there, and those who work everywhere."""
    sites = source.kit.organisatie.vestigingen
    for vestiging in sites if len(sites) > 1 else ():
        personen = tuple(
            persoon
            for persoon in source.vertrouwenspersonen
            if not persoon.vestigingen or vestiging in persoon.vestigingen
        )
        if personen:
            titel = f"Poster voor {vestiging}"
            yield make(source, f"poster-{slugify(vestiging)}-a4.pdf", titel, _composers(source, personen, vestiging))


def _composers(
    source: Source, personen: Sequence[_Person], vestiging: str | None = None
) -> Iterator[Callable[[Setter], Page]]:
    for group in spread(personen):
        yield partial(_compose, source, group, vestiging)


def _compose(source: Source, personen: Sequence[_Person], vestiging: str | None, setter: Setter) -> Page:
    return poster(source, setter, personen, vestiging)
