"""The hanging plan: which poster hangs where, put up when and by whom, and when somebody looks again.

A sheet for HR to carry along and write on: one table per site, ordered by the places that one walks past, with room
for a hand that writes. Its rows come from the catalogue.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date
from functools import partial
from itertools import groupby
from math import ceil
from types import MappingProxyType
from typing import Final

from generator.dates import datum
from generator.printing.catalog import CATALOG, Plek
from generator.printing.layout.elements import Node, Page, Shape, Text, filled, rectangle, rule
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter, Span, Style
from generator.printing.parts.filenames import person_file, site_file
from generator.printing.parts.inks import BLACK, GREY, LINE
from generator.printing.parts.pieces import logo, small_print
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.stacking import Stack
from generator.printing.posters.poster import sites

#: Height of the rows on one sheet together (mm) that still leaves room for a hand, rows left free included.
_MOST: Final = 164.0
#: The least height of a row (mm), what each line of file names after the first adds to it, and letters on a line.
_ROW: Final = 9.6
_FILE: Final = 3.4
_LETTERS: Final = 36
#: Free rows at the end of each site's table.
_FREE: Final = 2
_SIDE: Final = 15.0
#: Widths of the columns (mm): place, poster, number, date, initials.
_WIDTHS: Final = (41.0, 68.0, 16.0, 31.0, 24.0)
_MONTHS: Final = 6
#: Places that only a sector has.
_ONLY: Final[Mapping[Plek, str]] = MappingProxyType({"keet": "bouw"})
#: The row of the catalogue that stands for a file for each site, and the file that those replace.
_FOR_ALL: Final = "poster-a4.pdf"


@dataclass(frozen=True, slots=True)
class PlanRegel:
    """A poster of the plan, the files to choose from and the places where it hangs; of one site, or of all if None.

    ``vervangt`` is the file that it makes needless in those places.
    """

    bestanden: tuple[str, ...]
    titel: str
    formaat: str
    plekken: tuple[str, ...]
    vestiging: str | None = None
    vervangt: str | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    """A poster in a place; without a poster it is left free for the writer."""

    plek: str
    regel: PlanRegel | None = None

    @property
    def least(self) -> float:
        """The height that it needs (mm)."""
        files = self.regel.bestanden if self.regel else ("",)
        return _ROW + _FILE * (sum(max(ceil(len(file) / _LETTERS), 1) for file in files) - 1)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page: its site, which page of how many of that site it is, and its rows."""

    vestiging: str | None
    number: int
    count: int
    rows: tuple[_Row, ...]


def hanging_plan(source: Source) -> Iterator[Made]:
    """Lay out the hanging plan of the posters in the catalogue."""
    yield from plan(source, tuple(_catalogued(source)))


def plan(source: Source, regels: Sequence[PlanRegel]) -> Iterator[Made]:
    """Lay out a hanging plan, at least one page for each site."""
    composers = [
        partial(_page, source, sheet)
        for vestiging in source.kit.organisatie.vestigingen or (None,)
        for sheet in _sheets(vestiging, regels)
    ]
    yield make(source, "ophangplan.pdf", source.zin("plan-titel"), composers)


def _catalogued(source: Source) -> Iterator[PlanRegel]:
    """Yield the posters of the catalogue with the places that this organisation has."""
    everywhere = next(row.plekken for row in CATALOG if row.bestand == _FOR_ALL)
    for row in CATALOG:
        places = _named(source, row.plekken)
        if "VESTIGING" in row.bestand:
            # Where the poster of all would hang, a site hangs its own.
            places = _named(source, tuple(dict.fromkeys((*row.plekken, *everywhere))))
            for vestiging, _ in sites(source):
                titel = source.zin("plan-vestiging", vestiging=vestiging)
                files = (site_file(source, vestiging),)
                yield PlanRegel(files, titel, row.formaat, places, vestiging=vestiging, vervangt=_FOR_ALL)
        elif "NAAM" in row.bestand:
            for site in source.kit.organisatie.vestigingen or (None,):
                yield PlanRegel(_own_files(source, site), row.titel, row.formaat, places, vestiging=site)
        elif row.soort == "poster":
            yield PlanRegel((row.bestand,), row.titel, row.formaat, places)


def _named(source: Source, plekken: Sequence[Plek]) -> tuple[str, ...]:
    """Return what the places are called, without those that only another sector has."""
    sector = source.kit.organisatie.sector
    return tuple(source.zin(f"plek-{plek}") for plek in plekken if _ONLY.get(plek, sector) == sector)


def _own_files(source: Source, site: str | None) -> tuple[str, ...]:
    """Return the files of the posters of one advisor each that fit a site."""
    personen = source.vertrouwenspersonen
    here = [persoon for persoon in personen if not persoon.vestigingen or site in persoon.vestigingen]
    return tuple(person_file(persoon) for persoon in here or personen)


def look_again(checked: date) -> date:
    """Return the day half a year later, or the last one of that month."""
    years, month = divmod(checked.month - 1 + _MONTHS, 12)
    # A kit may hold the last year that there is, by mistake; the plan must not be what stops on it.
    year = min(checked.year + years, MAXYEAR)
    return date(year, month + 1, min(checked.day, monthrange(year, month + 1)[1]))


def _sheets(vestiging: str | None, regels: Sequence[PlanRegel]) -> Iterator[_Sheet]:
    """Divide the rows of a site over pages; the rows of one place stay together, free rows with the last."""
    pages: list[list[_Row]] = [[]]
    *places, last = _places(vestiging, regels)
    for group in (*places, [*last, *[_Row("")] * _FREE]):
        if pages[-1] and sum(row.least for row in (*pages[-1], *group)) > _MOST:
            pages.append([])
        pages[-1] += group
    for index, rows in enumerate(pages):
        yield _Sheet(vestiging, index + 1, len(pages), tuple(rows))


def _places(vestiging: str | None, regels: Sequence[PlanRegel]) -> Iterator[list[_Row]]:
    """Yield the rows of each place on a site, in the order in which the posters first name the places."""
    here = [regel for regel in regels if regel.vestiging in (None, vestiging)]
    for plek in dict.fromkeys(plek for regel in here for plek in regel.plekken):
        yield [_Row(plek, regel) for regel in here if plek in regel.plekken and not _is_needless(regel, plek, here)]


def _is_needless(regel: PlanRegel, plek: str, others: Sequence[PlanRegel]) -> bool:
    return any(plek in other.plekken and (other.vervangt,) == regel.bestanden for other in others)


def _page(source: Source, sheet: _Sheet, setter: Setter) -> Page:
    inner = A4.box.inset(_SIDE, 14, _SIDE, 10)
    head, top = _head(source, setter, sheet, inner)
    small = small_print(source, setter, inner)
    # An association of a long name has a second line of small print.
    small_top = min(child.box.y for child in small.children if isinstance(child, Text))
    foot, bottom = _foot(source, setter, Box(inner.x, 0, inner.w, min(inner.bottom - 7, small_top - 2.5)))
    table, under = _table(source, setter, sheet.rows, Box(inner.x, top + 6, inner.w, bottom - 6 - top - 6))
    return Page(A4, (*head, table, *foot, small), under)


def _head(source: Source, setter: Setter, sheet: _Sheet, inner: Box) -> tuple[tuple[Node, ...], float]:
    """Return title, site and what to do, and where they end."""
    found = logo(source, 0, inner.y, 34, 12)
    mark: tuple[Node, ...] = ()
    if found:
        placed = logo(source, inner.right - found[1].w, inner.y, 34, 12)
        mark = (placed[0],) if placed else ()
    stack = Stack(setter, Box(inner.x, inner.y, inner.w - 40, 80))
    stack.add(source.zin("plan-titel"), Style(30, "extrabold", 1.05, source.inks.kop, 22), "H1")
    place = sheet.vestiging or source.kit.organisatie.roepnaam
    named = source.zin("plan-deel", plek=place, deel=sheet.number, delen=sheet.count) if sheet.count > 1 else place
    stack.add(named, Style(14, "bold", 1.2, BLACK, 10), gap=3.2)
    told = Stack(setter, Box(inner.x, stack.y + 4 * setter.shrink, inner.w, 40))
    told.add(source.zin("plan-doen"), Style(10.5, leading=1.35, colour=BLACK, floor=9))
    return (*mark, *stack.nodes, *told.nodes), told.y


def _foot(source: Source, setter: Setter, room: Box) -> tuple[tuple[Node, ...], float]:
    """Return when to look again, in a tinted box at the bottom of the room, and where it begins."""
    left, right = Box(room.x + 6, 0, 78, 0), Box(room.x + 95, 0, room.w - 101, 0)
    style = Style(9.5, leading=1.35, colour=BLACK, floor=8.5)
    advice = [setter.block(text, style, right.w) for text in _advice(source)]
    second_y = advice[0].height + 3.4
    label = setter.block(source.zin("plan-opnieuw"), Style(12, "bold", 1.2, source.inks.kop, 10), left.w)
    by = setter.block(source.zin("plan-door"), Style(9.5, colour=BLACK, floor=8.5), 20)
    height = max(second_y + advice[1].height, label.height + 25) + 11
    top = room.bottom - height
    first, second = top + 6 + label.height + 11, top + 6 + label.height + 23
    lines = (
        rule(left.x, first, left.right, first, GREY, 0.3),
        rule(left.x + 14, second, left.right, second, GREY, 0.3),
    )
    nodes = (
        Node("H2", (filled(Box(room.x, top, room.w, height), source.inks.tint, 2), label.at(left.x, top + 6))),
        Node("P", (*lines, by.at(left.x, second - by.first_baseline - 0.6))),
        Node("P", (advice[0].at(right.x, top + 6),)),
        Node("P", (advice[1].at(right.x, top + 6 + second_y),)),
    )
    return nodes, top


def _advice(source: Source) -> tuple[str, str]:
    """Return when to look again, and what to do with an old poster."""
    checked = source.kit.gecontroleerd_op
    day = (source.zin("plan-uiterlijk", datum=datum(look_again(checked))),) if checked else ()
    return " ".join([*day, source.zin("plan-halfjaar")]), source.zin("plan-oud")


def _table(source: Source, setter: Setter, rows: Sequence[_Row], room: Box) -> tuple[Node, tuple[Shape, ...]]:
    """Return the table and the lines below it; rows share the room that is left evenly."""
    lefts = [room.x + sum(_WIDTHS[:index]) for index in range(len(_WIDTHS))]
    head, y = _headings(source, setter, lefts, room.y)
    spare = (room.bottom - y - sum(row.least for row in rows)) / len(rows)
    setter.need(rows[0].plek, spare, 0, Style(9))
    more = min(spare, 14.0 - _ROW)
    body: list[Node] = []
    under: list[Shape] = [rule(room.x, y, room.right, y, BLACK, 0.5)]
    index, end = 0, y
    for _, same in groupby(rows, key=lambda row: row.plek):
        group = tuple(same)
        for at, row in enumerate(group):
            line = Box(room.x, end, room.w, row.least + more)
            end = line.bottom
            body.append(_row(setter, row, line, lefts, len(group) if at == 0 else 0))
            begin = lefts[1] if at < len(group) - 1 or (not row.plek and index < len(rows) - 1) else room.x
            under.append(rule(begin, line.bottom, room.right, line.bottom, LINE if begin > room.x else GREY, 0.25))
            index += 1
    under += [rule(x - 2, y, x - 2, end, LINE, 0.2) for x in lefts[2:]]
    return Node("Table", (Node("THead", (head,)), Node("TBody", tuple(body)))), tuple(under)


def _headings(source: Source, setter: Setter, lefts: Sequence[float], y: float) -> tuple[Node, float]:
    style = Style(9, "bold", 1.2, source.inks.kop, 8)
    words = source.drukwerk.lijst("plan-kolommen")
    blocks = [setter.block(word, style, width - 3) for word, width in zip(words, _WIDTHS, strict=True)]
    cells = tuple(Node("TH", (block.at(left, y),), scope="Column") for block, left in zip(blocks, lefts, strict=True))
    return Node("TR", cells), y + max(block.height for block in blocks) + 2.5


def _row(setter: Setter, row: _Row, line: Box, lefts: Sequence[float], group: int) -> Node:
    """Return a row; the first one of a place has the header cell that spans them all."""
    cells: list[Node] = []
    if group and row.plek:
        block = setter.block(row.plek, Style(11, "bold", 1.15, BLACK, 9), _WIDTHS[0] - 4, lines=2)
        cells.append(Node("TH", (block.at(lefts[0], line.y + 3.4),), scope="Row", rows=group))
    elif not row.plek:
        cells.append(Node("TD", ()))
    cells += _poster(setter, row.regel, line, lefts)
    return Node("TR", (*cells, Node("TD", ()), Node("TD", ())))


def _poster(setter: Setter, regel: PlanRegel | None, line: Box, lefts: Sequence[float]) -> tuple[Node, Node]:
    """Return a box to tick, which poster, and how many."""
    tick = Shape(rectangle(Box(lefts[1], line.y + 2.9, 4.2, 4.2), 0.4), stroke=BLACK, width=0.3)
    if regel is None:
        return Node("TD", (tick,)), Node("TD", ())
    width = _WIDTHS[1] - 11
    title = (Span(regel.titel, "bold"), Span(f" {regel.formaat}"))
    name = setter.block(title, Style(9.5, leading=1.2, colour=BLACK, floor=8.5), width, lines=2)
    files = setter.block("\n".join(regel.bestanden), Style(8, leading=1.2, colour=GREY, floor=7), width)
    top = line.y + 2.9
    setter.need(regel.titel, line.h - 0.6, 2.9 + name.height + 0.9 + files.height, name.style)
    times = setter.block("×", Style(10, colour=BLACK, floor=8.5), 4, lines=1)
    what = Node("TD", (tick, name.at(lefts[1] + 7, top), files.at(lefts[1] + 7, top + name.height + 0.9)))
    foot = top + times.first_baseline + 0.6
    write = rule(lefts[2], foot, lefts[2] + 7.5, foot, GREY, 0.3)
    return what, Node("TD", (write, times.at(lefts[2] + 9, top)))
