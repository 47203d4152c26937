"""The poster with all advisors: a composition of its own for one, two, three, four, and five or six faces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.kit.text import slugify
from generator.printing.layout.elements import Node, Page
from generator.printing.layout.geometry import A3, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import Pile, contact_qr, face, role_words
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.ways import Way, on_poster
from generator.printing.posters.designs import DESIGNS, Frame, Words, page

#: As many faces as still speak from three metres.
MOST: Final = 6

_Person = Vertrouwenspersoon
_Composition = Callable[[Source, Setter, Frame, Sequence[_Person]], tuple[Node, ...]]


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
    """Show one portrait as large as the room allows, name and number below it, the code at its side."""
    (persoon,) = personen
    body, qr_side = frame.body, 36.0
    pile = _pile(source, setter, persoon, _Sizes(body.w, 32, 40, 14))
    side = min(body.w - qr_side - 9, body.h - pile.height - 7 * setter.shrink)
    pile.need(side, 70)
    portrait = face(source, persoon, Box(body.x, body.y, side, side), frame.face, frame.ring)
    column = Box(body.x + side + 9, body.y, qr_side, side)
    label = setter.block(source.zin("code-contact"), Style(10.5, colour=GREY, floor=8), column.w)
    code_top = column.bottom - label.height - 2 - qr_side
    code = contact_qr(source, persoon, Box(column.x, code_top, qr_side, qr_side))
    label_node = Node("P", (label.at(column.x, column.bottom - label.height),))
    return (portrait, *pile.at(body.x, body.y + side + 7 * setter.shrink), code, label_node)


def _two(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
    """Set two columns; the code stands at the right, beside the mail and the hours."""
    cells = frame.body.columns(2, 10)
    qr_side = 29.0
    tops = [_pile(source, setter, persoon, _Sizes(cells[0].w, 25, 28, 12), ways=1) for persoon in personen]
    rests = [
        _rest(source, setter, persoon, Style(11.5, colour=BLACK, floor=9), 85 - qr_side - 4) for persoon in personen
    ]
    low = max(qr_side, *(rest.height for rest in rests))
    high = max(pile.height for pile in tops)
    gap = 6 * setter.shrink
    side = min(cells[0].w, frame.body.h - high - low - gap - 3)
    _tallest(tops + rests).need(side, 52)
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


def _grid(columns: int, gutter: float, sizes: _Sizes, least: float) -> _Composition:
    """Set two rows of cells, the code beside each face."""

    def compose(source: Source, setter: Setter, frame: Frame, personen: Sequence[_Person]) -> tuple[Node, ...]:
        cells = tuple(frame.body.grid(columns, 2, gutter))
        own = replace(sizes, width=cells[0].w)
        piles = [_pile(source, setter, persoon, own, ways=2, hours=columns == 2) for persoon in personen]
        qr_side, gap = (30.0, 4.5 * setter.shrink) if columns == 2 else (26.0, 3.5 * setter.shrink)
        between = 5.0 if columns == 2 else 1.5
        high = max(pile.height for pile in piles)
        side = min(cells[0].w - qr_side - between, cells[0].h - high - gap)
        _tallest(piles).need(side, least)
        side = max(side, least)
        nodes = []
        for persoon, cell, pile in zip(personen, cells, piles, strict=False):
            portrait = face(source, persoon, Box(cell.x, cell.y, side, side), frame.face, frame.ring)
            beside = Box(cell.x + side + between, cell.y + max(side - qr_side, 0), qr_side, qr_side)
            top = cell.y + max(side, qr_side) + gap
            nodes.append(Node("Div", (portrait, *pile.at(cell.x, top), contact_qr(source, persoon, beside))))
        return tuple(nodes)

    return compose


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
    pile.add(way.tekst, large, gap=1.5, link=way.link, about=way.about, lines=1 if number else None)
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
        4: _grid(2, 9, _Sizes(0, 22, 25, 11), 34),
        5: _grid(3, 6, _Sizes(0, 18, 20.5, 10.5), 26),
        6: _grid(3, 6, _Sizes(0, 18, 20.5, 10.5), 26),
    }
)


def poster_a4(source: Source) -> Iterator[Made]:
    """Yield the poster with all advisors; more than six are spread over several sheets of one file."""
    yield make(source, "poster-a4.pdf", "Poster", _composers(source, source.vertrouwenspersonen))


def poster_a3(source: Source) -> Iterator[Made]:
    """Yield the same poster on A3, its photos as fine as on A4."""
    large = replace(source, factor=A3.scale)
    yield make(large, "poster-a3.pdf", "Grote poster", _composers(large, large.vertrouwenspersonen), sheet=A3)


def site_posters(source: Source) -> Iterator[Made]:
    """Yield a poster for each site, if there are several."""
    for vestiging, personen in sites(source):
        titel = f"Poster voor {vestiging}"
        yield make(source, site_file(vestiging), titel, _composers(source, personen, vestiging))


def sites(source: Source) -> Iterator[tuple[str, tuple[_Person, ...]]]:
    """Yield each of several sites with those who work there, and those who work everywhere."""
    found = source.kit.organisatie.vestigingen
    for vestiging in found if len(found) > 1 else ():
        personen = tuple(
            persoon
            for persoon in source.vertrouwenspersonen
            if not persoon.vestigingen or vestiging in persoon.vestigingen
        )
        if personen:
            yield vestiging, personen


def site_file(vestiging: str) -> str:
    """Return the name of a site's poster."""
    return f"poster-{slugify(vestiging)}-a4.pdf"


def _composers(
    source: Source, personen: Sequence[_Person], vestiging: str | None = None
) -> Iterator[Callable[[Setter], Page]]:
    for group in spread(personen):
        yield partial(_compose, source, group, vestiging)


def _compose(source: Source, personen: Sequence[_Person], vestiging: str | None, setter: Setter) -> Page:
    return poster(source, setter, personen, vestiging)
