"""A situation of the chart as a list, for sheets on which a table has no room: begin here, who else, who decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from generator.printing.chart.cells import is_number
from generator.printing.chart.marks import shapes
from generator.printing.chart.rows import Entry, first_entries, next_entries, outside_entries
from generator.printing.layout.elements import Node, Shape, Text, filled, rectangle, rule
from generator.printing.layout.flow import Laid, Piece
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Setter
from generator.printing.parts.inks import BLACK, LINE
from generator.printing.parts.large_type import BODY, FIRST, NUMBER, SECTION, SITUATION, SMALL, STRONG, headed
from generator.printing.parts.source import Source
from generator.wegwijzer import Rij

#: The column of labels (mm).
_LABELS: Final = 55.0


def situation(source: Source, rij: Rij, groep: str, *, first: bool) -> Piece:
    """Return a situation with its answers; danger stands in a heavy frame under a black band."""

    def lay(setter: Setter, box: Box) -> Laid:
        if not rij.gevaar:
            head, y = headed(source, setter, box, groep)
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
    title = setter.block(groep, replace(SECTION, size=22).in_("#ffffff"), box.w - 12)
    alarm = setter.block(source.zin("gevaar"), STRONG.in_("#ffffff"), box.w - 12)
    y = box.y + 5
    nodes = (Node("H2", (title.at(box.x + 6, y),)), Node("P", (alarm.at(box.x + 6, y + title.height + 3),)))
    bottom = y + title.height + 3 + alarm.height + 4
    return nodes, (filled(Box(box.x, box.y, box.w, bottom - box.y), BLACK, 1),), bottom


def _answered(source: Source, setter: Setter, rij: Rij, box: Box) -> tuple[tuple[Node, ...], tuple[Shape, ...], float]:
    """Return the situation and a list: begin here, who else, who outside, and who decides."""
    title = setter.block(rij.titel, SITUATION, box.w)
    y = box.y + title.height + 4
    words = source.library.woorden
    found = first_entries(source, rij.eerst, source.zin("infoblad-vooraan"), danger=rij.gevaar)
    first = [line for entry in found for line in _first(setter, entry, box)]
    lines: list[tuple[str, list[tuple[Block, Entry]]]] = [(words["eerst"], first)]
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
    yield setter.block(entry.naam, FIRST, width), plain
    if entry.wie:
        yield setter.block(entry.wie, BODY, width), plain
    if entry.waarde:
        style = NUMBER if is_number(entry) else BODY
        yield setter.block(entry.waarde, style, width), entry
    if entry.noot:
        yield setter.block(entry.noot, BODY, width), plain


def _plainly(setter: Setter, entries: Iterable[Entry], box: Box) -> Iterator[tuple[Block, Entry]]:
    for entry in entries:
        yield setter.block(entry.one_line, BODY, box.w - _LABELS), entry


def _item(setter: Setter, label: str, blocks: list[tuple[Block, Entry]], box: Box, y: float) -> tuple[Node, float]:
    name = setter.block(label, SMALL, _LABELS - 3)
    baseline = max(name.first_baseline, blocks[0][0].first_baseline)
    label_text = name.at(box.x, y + baseline - name.first_baseline)
    bottom = label_text.box.bottom
    y += baseline - blocks[0][0].first_baseline
    texts: list[Node] = []
    for block, entry in blocks:
        # Of two advisors it is clear which number is whose.
        y += 2.5 if texts and block.style.weight == FIRST.weight and block.style.size == FIRST.size else 0
        text: Text = block.at(box.x + _LABELS, y, link=entry.link, about=entry.about)
        texts.append(Node("P", (text,)))
        y = text.box.bottom + 1.2
    setter.need(label, box.bottom, y, BODY)
    return Node("LI", (Node("Lbl", (label_text,)), Node("LBody", tuple(texts)))), max(bottom, y - 1.2)


def _decides(setter: Setter, label: str, rij: Rij, box: Box, y: float) -> tuple[Node, float]:
    name = setter.block(label, SMALL, _LABELS - 3)
    block = setter.block(rij.regie_label, BODY, box.w - _LABELS - 8)
    dot = block.first_baseline
    drawn = shapes(rij.regie, Box(box.x + _LABELS, y, dot, dot))
    body = Node("LBody", (*drawn, block.at(box.x + _LABELS + 8, y)))
    return Node("LI", (Node("Lbl", (name.at(box.x, y),)), body)), y + max(name.height, block.height)
