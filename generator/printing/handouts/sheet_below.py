"""What stands below the chart in large letters: hard words, where to find more, and names and numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.printing.chart.rows import Entry, hard_words, register, rest_of
from generator.printing.chart.selection import Chosen
from generator.printing.layout.elements import Node
from generator.printing.layout.flow import Laid, Piece, paged
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Content, Setter, Span, Style
from generator.printing.parts.large_type import BODY, FIRST, STRONG, headed
from generator.printing.parts.source import Source
from generator.printing.parts.stacking import Stack


def below(source: Source, rows: Chosen, body: Box) -> Iterator[Piece]:
    """Yield the notes as one piece, and the other numbers, on one page if a page as high as ``body`` holds them."""
    notes = [
        Piece(_plain([Span(f"{word}: ", "bold"), Span(f"{said}.")], BODY), gap=4)
        for word, said in hard_words(source, rows)
    ]
    notes += [] if rows.whole else [Piece(_rest(source), gap=4)]
    if notes:
        yield Piece(_joined(notes), gap=8)
    yield from _register(source, register(source, rows), body)


def _plain(text: Content, style: Style) -> Callable[[Setter, Box], Laid]:
    def lay(setter: Setter, box: Box) -> Laid:
        block = setter.block(text, style, box.w)
        return Laid((Node("P", (block.at(box.x, box.y),)),), (), box.y + block.height)

    return lay


def _rest(source: Source) -> Callable[[Setter, Box], Laid]:
    entry = rest_of(source)

    def lay(setter: Setter, box: Box) -> Laid:
        block = setter.block(entry.naam, BODY, box.w)
        text = block.at(box.x, box.y, link=entry.link, about=entry.about)
        return Laid((Node("P", (text,)),), (), box.y + block.height)

    return lay


def _register(source: Source, entries: tuple[Entry, ...], body: Box) -> Iterator[Piece]:
    """Yield the other numbers, all in one piece if a page holds them."""
    title = source.zin("wegwijzer-nummers")
    pieces = [
        Piece(_listing(source, entry, "" if index else title), gap=7 if index else 12)
        for index, entry in enumerate(entries)
    ]
    if len(paged(source.fonts, pieces, body)) > 1:
        yield from pieces
    elif pieces:
        yield Piece(_joined(pieces), gap=12)


def _joined(pieces: Sequence[Piece]) -> Callable[[Setter, Box], Laid]:
    """Lay out pieces below each other as one."""

    def lay(setter: Setter, box: Box) -> Laid:
        laid: list[Laid] = []
        for piece in pieces:
            y = laid[-1].bottom + piece.gap if laid else box.y
            laid.append(piece.lay(setter, Box(box.x, y, box.w, box.bottom - y)))
        nodes = tuple(node for one in laid for node in one.nodes)
        return Laid(nodes, tuple(shape for one in laid for shape in one.under), laid[-1].bottom)

    return lay


def _listing(source: Source, entry: Entry, title: str) -> Callable[[Setter, Box], Laid]:
    def lay(setter: Setter, box: Box) -> Laid:
        head, y = headed(source, setter, box, title)
        stack = Stack(setter, Box(box.x, y, box.w, box.bottom - y))
        stack.add(entry.naam, FIRST, "H3")
        if entry.noot:
            stack.add(entry.noot, BODY, gap=1)
        stack.add(entry.waarde, STRONG, gap=1, link=entry.link, about=entry.about)
        return Laid((*head, *stack.nodes), (), stack.y)

    return lay
