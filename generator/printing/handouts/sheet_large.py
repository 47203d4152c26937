"""The sheet for new hires in large letters: nothing below 18 points, and the chart as a list for each situation."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.chart.list import situation
from generator.printing.chart.selection import Chosen, chosen
from generator.printing.handouts.sheet_below import below
from generator.printing.layout.elements import Node, Page, filled
from generator.printing.layout.flow import Laid, Piece, page, paged
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.advisor_cards import Card, Sign, card, headline, marked_list
from generator.printing.parts.inks import BLACK
from generator.printing.parts.large_type import (
    BODY,
    LEAST,
    NUMBER,
    SECTION,
    SITUATION,
    SMALL,
    STRONG,
    TITLE,
    headed,
)
from generator.printing.parts.pieces import association_words, own_words
from generator.printing.parts.source import Made, Source, make
from generator.printing.parts.stacking import Stack

_SIDE: Final = 15.0
_TOP: Final = 12.0
_CARD: Final = Card(
    face=40,
    gap=8,
    name=Style(25, "bold", 1.12, BLACK, LEAST),
    number=NUMBER,
    text=Style(LEAST, "regular", 1.25, BLACK),
    most=4,
)


_PagePieces = tuple[Piece, ...]


def infoblad_groot(source: Source) -> Iterator[Made]:
    """Make the sheet for new hires in large letters, on as many pages as it takes."""
    widest = Setter(source.fonts).block(_foot_words(source, 99, 99), SMALL, A4.width - 2 * _SIDE)
    body = Box(_SIDE, _TOP, A4.width - 2 * _SIDE, A4.height - 11 - widest.height - 5 - _TOP)
    pages = _with_association(source, (*_first_pages(source, body), *_chart_pages(source, body)), body)
    composers = [_composer(source, part, body, (number, len(pages))) for number, part in enumerate(pages, start=1)]
    yield make(source, "infoblad-grote-letters.pdf", source.zin("infoblad-groot-titel"), composers)


def _composer(
    source: Source, pieces: tuple[Piece, ...], body: Box, number: tuple[int, int]
) -> Callable[[Setter], Page]:
    def compose(setter: Setter) -> Page:
        small = setter.block(_foot_words(source, *number), SMALL, body.w)
        foot = Node("P", (small.at(body.x, A4.height - 11 - small.height),))
        return page(setter, A4, pieces, body, (foot,))

    return compose


def _foot_words(source: Source, number: int, count: int) -> str:
    """Return the small print with the number of the page, which loose sheets need."""
    return f"{own_words(source)} · {source.zin('infoblad-bladzijde', nummer=number, aantal=count)}"


def _with_association(source: Source, pages: Sequence[_PagePieces], body: Box) -> tuple[_PagePieces, ...]:
    """Return the pages with the association below the last one that has room: at this size it costs too much on each.

    It never takes a page of its own.
    """
    words = association_words(source)

    def lay(setter: Setter, box: Box) -> Laid:
        block = setter.block(words, SMALL, box.w)
        return Laid((Node("P", (block.at(box.x, box.y),)),), (), box.y + block.height)

    line = Piece(lay, gap=10)
    for at in reversed(range(len(pages))) if words else ():
        if len(paged(source.fonts, (*pages[at], line), body)) == 1:
            return (*pages[:at], (*pages[at], line), *pages[at + 1 :])
    return tuple(pages)


def _first_pages(source: Source, body: Box) -> tuple[_PagePieces, ...]:
    """Return the pages with advisors, as many on each as goes, and the answers after them."""
    opening, *personen = _opening(source)
    count = len(paged(source.fonts, (opening, *personen), body))
    *full, last = _evenly(source, (opening, *personen), body, count)
    return (*full, *paged(source.fonts, (*last, *_answers(source)), body))


def _evenly(source: Source, pieces: Sequence[Piece], body: Box, count: int) -> list[_PagePieces]:
    """Divide pieces over ``count`` pages: as many on each as on the next, fewer where no more fit."""
    pages: list[_PagePieces] = []
    rest = list(pieces)
    for left in range(count, 0, -1):
        # The opening stands on the first page besides its share.
        share = -(-(len(rest) - (not pages)) // left) + (not pages)
        fitting = paged(source.fonts, rest, body)[0]
        pages.append(tuple(rest[: min(share, len(fitting))]))
        rest = rest[len(pages[-1]) :]
    return pages if not rest else list(paged(source.fonts, pieces, body))


def _opening(source: Source) -> Iterator[Piece]:
    several = len(source.vertrouwenspersonen) > 1
    intro = source.zin("infoblad-intro" if several else "infoblad-intro-een")

    def opening(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box)
        stack.add(headline(source), TITLE.in_(source.inks.kop), "H1")
        stack.add(intro, Style(20, "regular", 1.3, BLACK, LEAST), gap=5)
        return Laid(tuple(stack.nodes), (), stack.y)

    yield Piece(opening)
    key = "wegwijzer-wij" if several else "wegwijzer-wij-een"
    for index, persoon in enumerate(source.vertrouwenspersonen):
        yield _person(source, persoon, source.zin(key) if not index else "")


def _person(source: Source, persoon: Vertrouwenspersoon, title: str) -> Piece:
    def lay(setter: Setter, box: Box) -> Laid:
        head, y = headed(source, setter, box, title)
        node, y = card(source, setter, persoon, Box(box.x, y, box.w, box.bottom - y), _CARD)
        return Laid((*head, node), (), y)

    return Piece(lay, gap=8)


def _answers(source: Source) -> Iterator[Piece]:
    signs: tuple[tuple[str, Sign], ...] = (("wel", "wel"), ("niet", "niet"), ("gesprek", "stap"))
    for key, sign in signs:
        note = source.zin("infoblad-gesprek-noot") if key == "gesprek" else ""
        yield Piece(_listed(source, key, sign, note), gap=8)

    def ours(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box.inset(6, 5, 6, 0))
        stack.add(source.zin("infoblad-tussen-kop"), SECTION.in_(source.inks.kop), "H2")
        stack.add(source.zin("infoblad-tussen"), BODY, gap=4)
        bottom = stack.y + 5
        panel = filled(Box(box.x, box.y, box.w, bottom - box.y), source.inks.tint_sterk, 2)
        return Laid(tuple(stack.nodes), (panel,), bottom)

    yield Piece(ours, gap=8)


def _listed(source: Source, key: str, sign: Sign, note: str) -> Callable[[Setter, Box], Laid]:
    def lay(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box)
        stack.add(source.zin(f"infoblad-{key}-kop"), SECTION.in_(source.inks.kop), "H2")
        stack.skip(3)
        marked_list(stack, source.drukwerk.lijst(f"infoblad-{key}"), BODY, sign, source.inks.kop, 3)
        if note:
            stack.add(note, STRONG, gap=4)
        return Laid(tuple(stack.nodes), (), stack.y)

    return lay


def _chart_pages(source: Source, body: Box) -> tuple[_PagePieces, ...]:
    """Return the chart on pages of its own; danger that goes on over the page has its band there again."""
    again: set[int] = set()
    rows = chosen(source)
    while True:
        danger = _danger(source, rows, again)
        pages = paged(source.fonts, (*danger, *_rows(source, rows, body)), body)
        starts = {danger.index(page[0]) for page in pages[1:] if page[0] in danger}
        if starts <= again:
            return pages
        again |= starts


def _danger(source: Source, rows: Chosen, again: Container[int]) -> list[Piece]:
    """Return the situations of danger, the band with the alarm number over the first and over those in ``again``."""
    title = source.library.groepen[0].titel
    pieces = []
    for index, rij in enumerate(rows.gevaar):
        follows = source.zin("infoblad-vervolg", titel=title) if index in again else ""
        piece = situation(source, rij, follows if index else title, first=not index)
        pieces.append(piece if index else Piece(_titled(source, piece)))
    return pieces


def _rows(source: Source, rows: Chosen, body: Box) -> Iterator[Piece]:
    for groep in rows.groepen:
        for index, rij in enumerate(groep.rijen):
            yield situation(source, rij, "" if index else groep.titel, first=not index)
    yield from below(source, rows, body)


def _titled(source: Source, piece: Piece) -> Callable[[Setter, Box], Laid]:
    """Set the chart's headline and what to do in doubt above its first situation."""

    def lay(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box)
        stack.add(source.zin("infoblad-chart-kop"), TITLE.in_(source.inks.kop), "H1")
        stack.add(source.library.woorden["twijfel"], SITUATION, gap=4)
        stack.add(source.library.woorden["leidinggevende-is-het-probleem"], STRONG, gap=4)
        top = stack.y + 8
        laid = piece.lay(setter, Box(box.x, top, box.w, box.bottom - top))
        return Laid((*stack.nodes, *laid.nodes), laid.under, laid.bottom)

    return lay
