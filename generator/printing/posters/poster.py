"""The poster with all advisors: a composition of its own for one, two, three, four, and five or six faces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Node, Page
from generator.printing.layout.geometry import A3, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.filenames import site_file
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import contact_qr, face, role_words
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.stacking import Pile, level
from generator.printing.parts.ways import Way, on_poster
from generator.printing.posters.designs import DESIGNS, Frame, Words, page

#: As many faces as still speak from three metres.
MOST: Final = 6

#: With more faces than this the headline gives them room.
_FEW: Final = 4
_CROWD: Final = 0.8
#: The white around a code, by which words below it are moved to stand in line (mm).
_QUIET: Final = 1.5

_Person = Vertrouwenspersoon
_Composition = Callable[[Source, Setter, Frame, Sequence[_Person]], tuple[Node, ...]]


def poster(source: Source, setter: Setter, personen: Sequence[_Person], vestiging: str | None = None) -> Page:
    """Return the poster of one to six advisors, in the design that the kit chose."""
    key = "poster-oproep" if len(personen) > 1 else "poster-oproep-een"
    words = Words(source.zin("poster-kop"), source.zin(key), vestiging, _CROWD if len(personen) > _FEW else 1.0)
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
    """Show one portrait as large as the room allows; the name and the code stand beside it, the number below."""
    (persoon,) = personen
    body, qr_side = frame.body, 36.0
    low = _rest_of_one(source, setter, persoon, body.w)
    side = min(112.0, body.h - low.height - 8 * setter.shrink)
    low.need(side, 64)
    column = Box(body.x, body.y, body.w - side - 9, side)
    who = Pile(setter, column.w)
    who.add(persoon.naam, Style(30, "bold", 1.08, source.inks.kop, 12), "H2", lines=6)
    who.add(role_words(source, persoon), Style(14, colour=GREY, floor=9.5), gap=2.5)
    label = setter.block(source.zin("code-contact"), Style(11, colour=GREY, floor=8), column.w)
    # In a ring the upper part of the portrait stands on the field of colour, and letters would too.
    top = column.y + (24 * setter.shrink if frame.ring else 0)
    code_top = column.bottom - label.height - 2 - qr_side
    who.need(code_top - top - 5, who.height)
    portrait = face(source, persoon, Box(body.right - side, body.y, side, side), frame.face, frame.ring)
    code = contact_qr(source, persoon, Box(column.x, code_top, qr_side, qr_side))
    label_node = Node("P", (label.at(column.x, column.bottom - label.height),))
    return (portrait, *who.at(column.x, top), *low.at(body.x, column.bottom + 8 * setter.shrink), code, label_node)


def _rest_of_one(source: Source, setter: Setter, persoon: _Person, width: float) -> Pile:
    """Return the number, as large as a headline, and below it mail and hours."""
    pile = Pile(setter, width)
    way, *others = on_poster(source, persoon)
    number = way.soort == "nummer"
    style = Style(50 if number else 20, "bold", 1.12, BLACK, 14)
    pile.add(way.label, Style(14, colour=GREY, floor=9.5))
    pile.add(way.tekst, style, gap=2.5, link=way.link, about=way.about, lines=1 if number else None)
    small = Style(13, colour=BLACK, floor=9)
    for other in others:
        _other(pile, other, small)
    if persoon.bereikbaar:
        pile.add(persoon.bereikbaar, small.in_(GREY), gap=2.2)
    return pile


def _two(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
    """Set two columns; the code stands at the right, beside the mail and the hours."""
    cells = frame.body.columns(2, 10)
    qr_side = 29.0
    tops = [_pile(source, setter, persoon, _Sizes(cells[0].w, 25, 28, 12), ways=1) for persoon in personen]
    rests = [
        _rest(source, setter, persoon, Style(11.5, colour=BLACK, floor=9), 85 - qr_side - 4) for persoon in personen
    ]
    level(tops)
    low = max(qr_side, *(rest.height for rest in rests))
    high = max(pile.height for pile in tops)
    gap = 6 * setter.shrink
    side = min(cells[0].w, frame.body.h - high - low - gap - 3)
    _tallest(tops + rests).need(side, 62)
    nodes = []
    for persoon, cell, top, rest in zip(personen, cells, tops, rests, strict=True):
        portrait = face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring)
        text_top = cell.y + side + gap
        low_top = text_top + high + 3
        label = setter.block(source.zin("code-contact"), Style(9.5, colour=GREY, floor=8), cell.w - qr_side - 4)
        fits = rest.height + label.height + 2 <= low
        note = (Node("P", (label.at(cell.x, low_top + low - label.height),)),) if fits else ()
        code = contact_qr(source, persoon, Box(cell.right - qr_side, low_top + low - qr_side, qr_side, qr_side))
        nodes.append(Node("Div", (portrait, *top.at(cell.x, text_top), *rest.at(cell.x, low_top), code, *note)))
    return tuple(nodes)


def _three(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
    """Set three columns, the code below each with four words beside it."""
    cells = frame.body.columns(3, 8)
    qr_side, gap = 28.0, 5.5 * setter.shrink
    piles = [_pile(source, setter, persoon, _Sizes(cells[0].w, 20, 21, 11)) for persoon in personen]
    level(piles)
    high = max(pile.height for pile in piles)
    side = min(cells[0].w, frame.body.h - high - gap - qr_side - 3)
    _tallest(piles).need(side, 38)
    nodes = []
    for persoon, cell, pile in zip(personen, cells, piles, strict=True):
        portrait = face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring)
        code_top = min(cell.y + side + gap + high + 5, cell.bottom - qr_side)
        code = contact_qr(source, persoon, Box(cell.x, code_top, qr_side, qr_side))
        label = setter.block(source.zin("code-contact"), Style(10, colour=GREY, floor=8), cell.w - qr_side - 3)
        note = Node("P", (label.at(cell.x + qr_side + 3, code_top + qr_side - label.height - 3),))
        nodes.append(Node("Div", (portrait, *pile.at(cell.x, cell.y + side + gap), code, note)))
    return tuple(nodes)


def _four(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
    """Set two rows of two, the code beside each face."""
    cells = tuple(frame.body.grid(2, 2, 9))
    piles = [_pile(source, setter, persoon, _Sizes(cells[0].w, 22, 25, 11), 2, hours=True) for persoon in personen]
    qr_side, between, gap = 30.0, 5.0, 4.5 * setter.shrink
    side = _row_side(piles, 2, cells[0], min(cells[0].w - qr_side - between, 60.0), gap, 34)
    nodes = []
    for persoon, cell, pile in zip(personen, cells, piles, strict=True):
        portrait = face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring)
        beside = Box(cell.x + side + between, cell.y, cell.w - side - between, side)
        code = _code(source, setter, persoon, beside, qr_side)
        nodes.append(Node("Div", (portrait, *pile.at(cell.x, cell.y + side + gap), *code)))
    return tuple(nodes)


def _code(source: Source, setter: Setter, persoon: _Person, room: Box, side: float) -> tuple[Node, Node]:
    """Return the code in the lower left corner of a room and its words: to the right, or below beside a large face."""
    style, width = Style(9.5, colour=GREY, floor=8), room.w - side - 2
    trial = Setter(setter.fonts, setter.shrink)
    label = trial.block(source.zin("code-contact"), style, width)
    if not trial.too_long:
        right = label.at(room.x + side + 2, room.bottom - label.height - 2)
        return contact_qr(source, persoon, Box(room.x, room.bottom - side, side, side)), Node("P", (right,))
    label = setter.block(source.zin("code-contact"), style, room.w - _QUIET, lines=1)
    top = room.bottom - label.height
    code = contact_qr(source, persoon, Box(room.x, top - 0.5 - side, side, side))
    return code, Node("P", (label.at(room.x + _QUIET, top),))


def _six(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
    """Set two rows of three: faces and numbers alone. Six codes would be all that is seen from three metres.

    The codes stand on each one's own poster, on the strips and on the cards.
    """
    cells = tuple(frame.body.grid(3, 2, 6))
    piles = [_pile(source, setter, persoon, _Sizes(cells[0].w, 20, 21, 10.5), 1, hours=False) for persoon in personen]
    gap = 4 * setter.shrink
    side = _row_side(piles, 3, cells[0], cells[0].w, gap, 33)
    return tuple(
        Node(
            "Div",
            (
                face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring),
                *pile.at(cell.x, cell.y + side + gap),
            ),
        )
        for persoon, cell, pile in zip(personen, cells, piles, strict=False)
    )


def _row_side(piles: Sequence[Pile], columns: int, cell: Box, most: float, gap: float, least: float) -> float:
    """Level each row of piles and return the side of all portraits: what the tallest text leaves of a cell."""
    for start in range(0, len(piles), columns):
        level(piles[start : start + columns])
    side = min(most, cell.h - max(pile.height for pile in piles) - gap)
    _tallest(piles).need(side, least)
    return max(side, least)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """The width of a column in mm, and the type sizes of name, number and text in points."""

    width: float
    naam: float
    nummer: float
    tekst: float


def _pile(
    source: Source, setter: Setter, persoon: _Person, sizes: _Sizes, ways: int = 3, *, hours: bool | None = None
) -> Pile:
    """Return name, role, the way to try first, large, and the others; hours unless they stand elsewhere."""
    pile = Pile(setter, sizes.width)
    small = Style(sizes.tekst, colour=BLACK, floor=8.5)
    pile.add(persoon.naam, Style(sizes.naam, "bold", 1.1, source.inks.kop, 10.5), "H2", lines=4)
    pile.add(role_words(source, persoon), small.in_(GREY), gap=1.8)
    way, *rest = on_poster(source, persoon, ways)
    number = way.soort == "nummer"
    large = Style(sizes.nummer if number else min(sizes.nummer, 16.0), "bold", 1.12, BLACK, 11)
    pile.add(way.label, small.in_(GREY), gap=4)
    pile.add(way.tekst, large, gap=2, link=way.link, about=way.about, lines=1 if number else None)
    for other in rest:
        _other(pile, other, small)
    if persoon.bereikbaar and (hours or (hours is None and ways > 1)):
        pile.add(persoon.bereikbaar, small.in_(GREY), gap=2)
    return pile


def _rest(source: Source, setter: Setter, persoon: _Person, style: Style, width: float) -> Pile:
    """Return the other ways and the hours, for beside a code."""
    pile = Pile(setter, width)
    for other in on_poster(source, persoon)[1:]:
        _other(pile, other, style)
    if persoon.bereikbaar:
        pile.add(persoon.bereikbaar, style.in_(GREY), gap=2)
    return pile


def _other(pile: Pile, way: Way, style: Style) -> None:
    label = f"{way.label} " if way.soort == "nummer" else ""
    pile.add(f"{label}{way.tekst}", style, gap=2, link=way.link, about=way.about)


def _tallest(piles: Sequence[Pile]) -> Pile:
    return max(piles, key=lambda pile: pile.height)


_COMPOSITIONS: Final[Mapping[int, _Composition]] = MappingProxyType(
    {
        1: _one,
        2: _two,
        3: _three,
        4: _four,
        5: _six,
        6: _six,
    }
)


def poster_a4(source: Source) -> Iterator[Made]:
    """Yield the poster with all advisors; more than six are spread over several sheets of one file."""
    yield make(source, "poster-a4.pdf", "Poster", _composers(source, source.vertrouwenspersonen))


def poster_a3(source: Source) -> Iterator[Made]:
    """Yield the same poster on A3, its photos as fine as on A4."""
    large = replace(source, factor=A3.scale)
    made = make(large, "poster-a3.pdf", "Grote poster", _composers(large, large.vertrouwenspersonen), sheet=A3)
    yield replace(made, looks_like="poster-a4.pdf")


def site_posters(source: Source) -> Iterator[Made]:
    """Yield a poster for each site, if there are several."""
    for vestiging, personen in sites(source):
        titel = f"Poster voor {vestiging}"
        yield make(source, site_file(source, vestiging), titel, _composers(source, personen, vestiging))


def sites(source: Source) -> Iterator[tuple[str, tuple[_Person, ...]]]:
    """Yield each of several sites with those who work there, and those who work everywhere."""
    found = tuple(dict.fromkeys(source.kit.organisatie.vestigingen))
    for vestiging in found if len(found) > 1 else ():
        personen = tuple(
            persoon
            for persoon in source.vertrouwenspersonen
            if not persoon.vestigingen or vestiging in persoon.vestigingen
        )
        if personen:
            yield vestiging, personen


def _composers(
    source: Source, personen: Sequence[_Person], vestiging: str | None = None
) -> Iterator[Callable[[Setter], Page]]:
    for group in spread(personen):
        yield partial(_compose, source, group, vestiging)


def _compose(source: Source, personen: Sequence[_Person], vestiging: str | None, setter: Setter) -> Page:
    return poster(source, setter, personen, vestiging)
