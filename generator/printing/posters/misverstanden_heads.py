"""The heads of the poster about misunderstandings: a question, and that here is the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from generator.printing.layout.elements import Node, Shape, filled
from generator.printing.layout.geometry import A4, BLEED, POINTS, Box
from generator.printing.layout.typography import Setter, Span, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import logo
from generator.printing.parts.source import Source
from generator.printing.posters.designs import balloon
from generator.printing.posters.single import asking
from generator.printing.posters.single_parts import LEFT, TOP, WIDTH

_LOGO: Final = (46.0, 13.0)
#: Where the right half of the sheet begins (mm).
MIDDLE: Final = A4.width / 2


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the columns, the shapes behind it, and where the columns begin."""

    nodes: tuple[Node, ...]
    under: tuple[Shape, ...]
    bottom: float


def _corner(source: Source, x: float = LEFT) -> tuple[Node, ...]:
    found = logo(source, x, TOP, *_LOGO)
    if found and x > LEFT:
        found = logo(source, LEFT + WIDTH - found[1].w, TOP, *_LOGO)
    return (found[0],) if found else ()


def quiet(source: Source, setter: Setter) -> Head:
    """Set the question in colour and the answer in black, one below the other."""
    s, ink = setter.shrink, source.inks
    mark = _corner(source, MIDDLE)
    over = setter.block(source.zin("misverstanden-over"), Style(15, leading=1.2, colour=GREY, floor=11), 120)
    style = Style(52, "extrabold", 1.05, BLACK, 30)
    words = [Span(source.zin("misverstanden-kop") + "\n", colour=ink.kop), Span(source.zin("misverstanden-antwoord"))]
    head = setter.block(words, style, WIDTH, lines=2)
    top = TOP + over.height + 7 * s
    nodes = (*mark, Node("H1", (head.at(LEFT, top),)), Node("P", (over.at(LEFT, TOP + 1),)))
    stroke = filled(Box(-BLEED, top, 6 + BLEED, head.height - head.style.size * 0.22 / POINTS), ink.accent)
    return Head(nodes, (stroke,), top + head.height + 9 * s)


def halves(source: Source, setter: Setter) -> Head:
    """Set the question on white and the answer on the field, side by side."""
    s, ink = setter.shrink, source.inks
    mark = _corner(source)
    over = setter.block(source.zin("misverstanden-over"), Style(15, leading=1.2, colour=GREY, floor=11), 80)
    y = TOP + (_LOGO[1] + 9 * s if mark else 2)
    top = y + over.height + 6 * s
    question = setter.block(
        source.zin("misverstanden-kop"), Style(48, "extrabold", 1.0, ink.kop, 26), 80, lines=2, balance=True
    )
    style = Style(question.style.size, "extrabold", 1.0, ink.op_kleur, 26)
    answer = Setter(setter.fonts).block(source.zin("misverstanden-antwoord"), style, 80, lines=2, balance=True)
    about = Node("P", (over.at(LEFT, y),))
    title = Node("H1", (question.at(LEFT, top), answer.at(MIDDLE + 10, top)))
    return Head((*mark, title, about), (), top + max(question.height, answer.height) + 9 * s)


def talk(source: Source, setter: Setter) -> Head:
    """Set the question and the answer in two balloons that overlap."""
    s, ink = setter.shrink, source.inks
    mark = _corner(source, MIDDLE)
    question = setter.block(source.zin("misverstanden-kop"), Style(38, "extrabold", 1.0, ink.kop, 22), 130, lines=1)
    answer = setter.block(
        source.zin("misverstanden-antwoord"), Style(38, "extrabold", 1.0, ink.op_kleur, 22), 130, lines=1
    )
    over = setter.block(source.zin("misverstanden-over"), Style(14, leading=1.2, colour=ink.kop, floor=10.5), 120)
    asked = Box(LEFT + 1, TOP, max(question.natural, over.natural) + 20, over.height + question.height + 19 * s)
    wide = answer.natural + 22
    told = Box(LEFT + WIDTH + 1 - wide, asked.bottom - 6 * s, wide, answer.height + 14 * s)
    shapes = (
        Shape(asking(asked, 9), fill=ink.tint_sterk),
        Shape(balloon(told, 10, tail="rechts"), fill=ink.kleur),
    )
    about = Node("P", (over.at(asked.x + 10, asked.y + 7 * s),))
    texts = (
        question.at(asked.x + 10, asked.y + 11 * s + over.height),
        replace(answer, width=answer.natural).at(told.x + 11, told.y + 7.5 * s),
    )
    return Head((*mark, Node("H1", texts), about), shapes, told.bottom + 9 + 2 * s)
