"""The sheet for new hires in large letters: nothing below 18 points, and the chart as a list for each situation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.chart_marks import shapes
from generator.printing.chart_rows import Entry, chosen, first_entry, next_entries, outside_entries, register
from generator.printing.elements import Node, Page, Shape, Text, filled, rectangle, rule
from generator.printing.flow import Laid, Piece, page, paged
from generator.printing.geometry import A4, Box
from generator.printing.inks import BLACK, GREY, LINE
from generator.printing.parts import Stack, small_words
from generator.printing.sheet_parts import Card, Sign, card, marked_list
from generator.printing.source import Made, Source, make
from generator.printing.typography import Block, Content, Setter, Style
from generator.wegwijzer import Rij

#: No letter is smaller, not even the small print.
LEAST: Final = 18.0
_SIDE: Final = 15.0
_BODY: Final = Style(LEAST, "regular", 1.32, BLACK)
_SMALL: Final = Style(LEAST, "regular", 1.25, GREY)
_TITLE: Final = Style(36, "extrabold", 1.08, BLACK, 24)
_SECTION: Final = Style(25, "bold", 1.15, BLACK, 20)
_SITUATION: Final = Style(22, "bold", 1.2, BLACK, LEAST)
_FIRST: Final = Style(20, "bold", 1.2, BLACK, LEAST)
_NUMBER: Final = Style(27, "extrabold", 1.15, BLACK, LEAST)
_CARD: Final = Card(
    face=40,
    gap=8,
    name=Style(25, "bold", 1.12, BLACK, LEAST),
    number=_NUMBER,
    text=Style(LEAST, "regular", 1.25, BLACK),
    most=4,
)
#: The column of labels in a list for a situation (mm).
_LABELS: Final = 55.0


def infoblad_groot(source: Source) -> Iterator[Made]:
    """Make the sheet for new hires in large letters, on as many pages as it takes."""
    small = Setter(source.fonts).block(small_words(source), _SMALL, A4.width - 2 * _SIDE)
    body = Box(_SIDE, 14, A4.width - 2 * _SIDE, A4.height - 11 - small.height - 6 - 14)
    pieces = (*_opening(source), *_answers(source), *_chart(source))
    composers = [_composer(source, part, body) for part in paged(source.fonts, pieces, body)]
    yield make(source, "infoblad-grote-letters.pdf", source.zin("infoblad-groot-titel"), composers)


def _composer(source: Source, pieces: tuple[Piece, ...], body: Box) -> Callable[[Setter], Page]:
    def compose(setter: Setter) -> Page:
        small = setter.block(small_words(source), _SMALL, body.w)
        foot = Node("P", (small.at(body.x, A4.height - 11 - small.height),))
        return page(setter, A4, pieces, body, (foot,))

    return compose


def _opening(source: Source) -> Iterator[Piece]:
    several = len(source.vertrouwenspersonen) > 1
    intro = source.zin("infoblad-intro" if several else "infoblad-intro-een")

    def opening(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box)
        stack.add(source.zin("infoblad-kop"), _TITLE.in_(source.inks.kop), "H1", balance=True)
        stack.add(intro, Style(20, "regular", 1.3, BLACK, LEAST), gap=5)
        return Laid(tuple(stack.nodes), (), stack.y)

    yield Piece(opening)
    key = "wegwijzer-wij" if several else "wegwijzer-wij-een"
    for index, persoon in enumerate(source.vertrouwenspersonen):
        yield _person(source, persoon, source.zin(key) if not index else "")


def _person(source: Source, persoon: Vertrouwenspersoon, title: str) -> Piece:
    def lay(setter: Setter, box: Box) -> Laid:
        head, y = _headed(source, setter, box, title)
        node, y = card(source, setter, persoon, Box(box.x, y, box.w, box.bottom - y), _CARD)
        return Laid((*head, node), (), y)

    return Piece(lay, gap=11)


def _headed(source: Source, setter: Setter, box: Box, title: str) -> tuple[tuple[Node, ...], float]:
    """Return a heading, if there is one, and where what it heads may begin."""
    if not title:
        return (), box.y
    block = setter.block(title, _SECTION.in_(source.inks.kop), box.w)
    return (Node("H2", (block.at(box.x, box.y),)),), box.y + block.height + 5


def _answers(source: Source) -> Iterator[Piece]:
    signs: tuple[tuple[str, Sign], ...] = (("wel", "wel"), ("niet", "niet"), ("gesprek", "stap"))
    for key, sign in signs:
        note = source.zin("infoblad-gesprek-noot") if key == "gesprek" else ""
        yield Piece(_listed(source, key, sign, note), gap=10)

    def ours(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box.inset(7, 6, 7, 0))
        stack.add(source.zin("infoblad-tussen-kop"), _SECTION.in_(source.inks.kop), "H2")
        stack.add(source.zin("infoblad-tussen"), _BODY, gap=4)
        bottom = stack.y + 6
        panel = filled(Box(box.x, box.y, box.w, bottom - box.y), source.inks.tint_sterk, 2)
        return Laid(tuple(stack.nodes), (panel,), bottom)

    yield Piece(ours, gap=10)


def _listed(source: Source, key: str, sign: Sign, note: str) -> Callable[[Setter, Box], Laid]:
    def lay(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box)
        stack.add(source.zin(f"infoblad-{key}-kop"), _SECTION.in_(source.inks.kop), "H2")
        stack.skip(3)
        marked_list(stack, source.drukwerk.lijst(f"infoblad-{key}"), _BODY, sign, source.inks.kop, 2)
        if note:
            stack.add(note, replace(_BODY, weight="bold"), gap=4)
        return Laid(tuple(stack.nodes), (), stack.y)

    return lay


def _chart(source: Source) -> Iterator[Piece]:
    rows = chosen(source)

    danger = source.library.groepen[0].titel
    for index, rij in enumerate(rows.gevaar):
        piece = _situation(source, rij, "" if index else danger, first=not index)
        yield piece if index else Piece(_titled(source, piece), gap=14, fresh=True)
    for groep in rows.groepen:
        for index, rij in enumerate(groep.rijen):
            yield _situation(source, rij, "" if index else groep.titel, first=not index)
    yield from _register(source, register(source, rows))
    if not rows.whole:
        yield Piece(_plain(source.zin("wegwijzer-rest"), _SMALL), gap=8)


def _titled(source: Source, piece: Piece) -> Callable[[Setter, Box], Laid]:
    """Set the chart's headline and what to do in doubt above its first situation."""

    def lay(setter: Setter, box: Box) -> Laid:
        stack = Stack(setter, box)
        stack.add(source.zin("infoblad-chart-kop"), _TITLE.in_(source.inks.kop), "H1")
        stack.add(source.library.woorden["twijfel"], _SITUATION, gap=4)
        top = stack.y + piece.gap
        laid = piece.lay(setter, Box(box.x, top, box.w, box.bottom - top))
        return Laid((*stack.nodes, *laid.nodes), laid.under, laid.bottom)

    return lay


def _plain(text: str, style: Style) -> Callable[[Setter, Box], Laid]:
    def lay(setter: Setter, box: Box) -> Laid:
        block = setter.block(text, style, box.w)
        return Laid((Node("P", (block.at(box.x, box.y),)),), (), box.y + block.height)

    return lay


def _situation(source: Source, rij: Rij, groep: str, *, first: bool) -> Piece:
    """Return a situation with its answers; danger stands in a heavy frame under a black band."""

    def lay(setter: Setter, box: Box) -> Laid:
        if not rij.gevaar:
            head, y = _headed(source, setter, box, groep)
            nodes, under, bottom = _answered(source, setter, rij, Box(box.x, y, box.w, box.bottom - y))
            return Laid(
                (*head, *nodes), (*under, rule(box.x, bottom + 5, box.right, bottom + 5, LINE, 0.4)), bottom + 5
            )
        head, band, y = _band(source, setter, box, groep)
        inner = box.inset(6, 0)
        nodes, under, bottom = _answered(source, setter, rij, Box(inner.x, y + 6, inner.w, box.bottom - y - 6))
        frame = Box(box.x, box.y, box.w, bottom + 6 - box.y)
        edge = Shape(rectangle(frame.inset(0.7), 1), stroke=BLACK, width=1.4)
        return Laid((*head, *nodes), (*under, *band, edge), frame.bottom)

    return Piece(lay, gap=(10 if first else 5) if not rij.gevaar else 8 if first else 5)


def _band(source: Source, setter: Setter, box: Box, groep: str) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    if not groep:
        return (), (), box.y
    title = setter.block(groep, replace(_SECTION, size=22).in_("#ffffff"), box.w - 12)
    alarm = setter.block(source.zin("gevaar"), replace(_BODY, weight="bold").in_("#ffffff"), box.w - 12)
    y = box.y + 5
    nodes = (Node("H2", (title.at(box.x + 6, y),)), Node("P", (alarm.at(box.x + 6, y + title.height + 3),)))
    bottom = y + title.height + 3 + alarm.height + 4
    return nodes, (filled(Box(box.x, box.y, box.w, bottom - box.y), BLACK, 1),), bottom


def _answered(source: Source, setter: Setter, rij: Rij, box: Box) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return the situation and a list: begin here, who else, who outside, and who decides."""
    title = setter.block(rij.titel, _SITUATION, box.w)
    y = box.y + title.height + 4
    words = source.library.woorden
    entry = first_entry(source, rij.eerst, source.zin("infoblad-zie-begin"), danger=rij.gevaar)
    lines: list[tuple[str, list[tuple[Block, Entry]]]] = [(words["eerst"], list(_first(setter, entry, box)))]
    for key, entries in (
        ("daarna", next_entries(source, rij.daarna)),
        ("buiten", outside_entries(source, rij.buiten)),
    ):
        if entries:
            lines.append((words[key], list(_plainly(setter, entries, box))))
    items: list[Node] = []
    tint: list[Shape] = []
    for index, (label, blocks) in enumerate(lines):
        top = y + (3 if not index else 0)
        item, bottom = _item(setter, label, blocks, box, top)
        items.append(item)
        if not index:
            bottom += 3
            tint.append(filled(Box(box.x - 2, y, box.w + 4, bottom - y), source.inks.tint, 1))
        y = bottom + 3
    item, bottom = _decides(setter, words["regie"], rij, box, y)
    nodes = (Node("H3", (title.at(box.x, box.y),)), Node("L", (*items, item)))
    return nodes, tuple(tint), bottom


def _first(setter: Setter, entry: Entry, box: Box) -> Iterator[tuple[Block, Entry]]:
    width = box.w - _LABELS
    plain = replace(entry, link=None)
    yield setter.block(entry.naam, _FIRST, width), plain
    if entry.waarde:
        style = _NUMBER if entry.waarde[:1] in "+0123456789" else _BODY
        yield setter.block(entry.waarde, style, width), entry
    if entry.noot:
        yield setter.block(entry.noot, _BODY, width), plain


def _plainly(setter: Setter, entries: Iterable[Entry], box: Box) -> Iterator[tuple[Block, Entry]]:
    for entry in entries:
        yield setter.block(entry.one_line, _BODY, box.w - _LABELS), entry


def _item(setter: Setter, label: str, blocks: list[tuple[Block, Entry]], box: Box, y: float) -> tuple[Node, float]:
    name = setter.block(label, _SMALL, _LABELS - 3)
    baseline = max(name.first_baseline, blocks[0][0].first_baseline)
    label_text = name.at(box.x, y + baseline - name.first_baseline)
    bottom = label_text.box.bottom
    y += baseline - blocks[0][0].first_baseline
    texts: list[Node] = []
    for block, entry in blocks:
        text: Text = block.at(box.x + _LABELS, y, link=entry.link, about=entry.about)
        texts.append(Node("P", (text,)))
        y = text.box.bottom + 1.2
    setter.need(label, box.bottom, y, _BODY)
    return Node("LI", (Node("Lbl", (label_text,)), Node("LBody", tuple(texts)))), max(bottom, y - 1.2)


def _decides(setter: Setter, label: str, rij: Rij, box: Box, y: float) -> tuple[Node, float]:
    name = setter.block(label, _SMALL, _LABELS - 3)
    words: Content = rij.regie_label
    block = setter.block(words, _BODY, box.w - _LABELS - 8)
    dot = block.first_baseline
    drawn = shapes(rij.regie, Box(box.x + _LABELS, y, dot, dot))
    body = Node("LBody", (*drawn, block.at(box.x + _LABELS + 8, y)))
    return Node("LI", (Node("Lbl", (name.at(box.x, y),)), body)), y + max(name.height, block.height)


def _register(source: Source, entries: tuple[Entry, ...]) -> Iterator[Piece]:
    for index, entry in enumerate(entries):
        yield Piece(_listing(source, entry, "" if index else source.zin("wegwijzer-nummers")), gap=7 if index else 12)


def _listing(source: Source, entry: Entry, title: str) -> Callable[[Setter, Box], Laid]:
    def lay(setter: Setter, box: Box) -> Laid:
        head, y = _headed(source, setter, box, title)
        stack = Stack(setter, Box(box.x, y, box.w, box.bottom - y))
        stack.add(entry.naam, _FIRST)
        if entry.noot:
            stack.add(entry.noot, _BODY, gap=1)
        stack.add(entry.waarde, replace(_BODY, weight="bold"), gap=1, link=entry.link, about=entry.about)
        return Laid((*head, *stack.nodes), (), stack.y)

    return lay
