"""Whom to call, at the foot of a sheet that is about something else."""

from __future__ import annotations

from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.printing.layout.elements import Node, Text
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.inks import BLACK
from generator.printing.parts.pieces import small_print
from generator.printing.parts.source import Source
from generator.printing.parts.ways import on_poster
from generator.printing.posters.single_parts import LEFT, TOP, WIDTH, first_name

#: As many names as stay readable at the foot; more stand on the poster with all.
_MOST: Final = 6


def whom_to_call(source: Source, setter: Setter) -> tuple[tuple[Node, ...], float]:
    """Return whom to call over the small print, and where that begins."""
    inner = A4.box.inset(LEFT, TOP, LEFT, 10)
    small = small_print(source, setter, inner)
    small_top = min(child.box.y for child in small.children if isinstance(child, Text))
    personen = source.vertrouwenspersonen
    if len(personen) == 1:
        nodes, top = _one(source, setter, personen[0], small_top - 7)
    else:
        nodes, top = _several(source, setter, personen, small_top - 7)
    return (*nodes, small), top


def _one(source: Source, setter: Setter, persoon: Vertrouwenspersoon, bottom: float) -> tuple[tuple[Node, ...], float]:
    """Return one line to call, with the number large."""
    way = on_poster(source, persoon)[0]
    size = 38 if way.soort == "nummer" else 22
    number = setter.block(way.tekst, Style(size, "extrabold", 1.1, BLACK, 14), WIDTH, lines=2)
    call = source.zin("misverstanden-oproep-een", naam=first_name(persoon))
    words = setter.block(f"{call} {way.label}:", Style(17, "bold", 1.2, source.inks.kop, 12), WIDTH)
    top = bottom - number.height - words.height - 4 * setter.shrink
    place = number.at(LEFT, bottom - number.height, link=way.link, about=way.about)
    return (Node("H2", (words.at(LEFT, top),)), Node("P", (place,))), top


def _several(
    source: Source, setter: Setter, personen: tuple[Vertrouwenspersoon, ...], bottom: float
) -> tuple[tuple[Node, ...], float]:
    """Return names and numbers in columns, or where they stand if they are too many."""
    s = setter.shrink
    call = setter.block(source.zin("misverstanden-oproep"), Style(17, "bold", 1.2, source.inks.kop, 12), WIDTH)
    if len(personen) > _MOST:
        where = setter.block(source.zin("misverstanden-meer"), Style(13, leading=1.3, colour=BLACK, floor=10), WIDTH)
        top = bottom - where.height - 3.5 * s - call.height
        nodes = (Node("H2", (call.at(LEFT, top),)), Node("P", (where.at(LEFT, bottom - where.height),)))
        return nodes, top
    count = 2 if len(personen) in {2, 4} else 3
    columns = Box(LEFT, 0, WIDTH, 0).columns(count, 8)
    cells = [_cell(source, setter, persoon, columns[0].w) for persoon in personen]
    rows = [cells[start : start + count] for start in range(0, len(cells), count)]
    heights = [max(name.height + 2.4 * s + number.height for name, number, _ in row) for row in rows]
    y = bottom - sum(heights) - 4.5 * s * (len(rows) - 1)
    top = y - 5 * s - call.height
    items = []
    for row, height in zip(rows, heights, strict=True):
        for (name, number, item), column in zip(row, columns, strict=False):
            first = name.at(column.x, y)
            link, about = item
            second = number.at(column.x, y + name.height + 2.4 * s, link=link, about=about)
            items.append(Node("LI", (Node("LBody", (first, second)),)))
        y += height + 4.5 * s
    return (Node("H2", (call.at(LEFT, top),)), Node("L", tuple(items))), top


def _cell(
    source: Source, setter: Setter, persoon: Vertrouwenspersoon, width: float
) -> tuple[Block, Block, tuple[str | None, str]]:
    """Return name, first way to reach somebody, and its link."""
    way = on_poster(source, persoon)[0]
    name = setter.block(persoon.naam, Style(12, leading=1.2, colour=BLACK, floor=9.5), width)
    size = 16 if way.soort == "nummer" else 11.5
    number = setter.block(way.tekst, Style(size, "bold", 1.2, BLACK, 10), width)
    return name, number, (way.link, way.about)
