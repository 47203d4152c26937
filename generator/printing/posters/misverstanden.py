"""The poster of what people think of an advisor and what is true: two columns that answer each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType
from typing import Final

from generator.kit.model import Ontwerp
from generator.printing.layout.elements import Node, Outline, Page, Shape, Text, filled, rectangle, rule
from generator.printing.layout.geometry import A4, BLEED, POINTS, Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.inks import BLACK, GREY, LINE, Inks
from generator.printing.parts.source import Made, Source, make
from generator.printing.posters.misverstanden_heads import MIDDLE, Head, halves, quiet, talk
from generator.printing.posters.single_parts import LEFT
from generator.printing.posters.whom_to_call import whom_to_call

#: From the margin to a thought with a cross before it (mm).
_CROSS: Final = 7.0


def misunderstandings(source: Source) -> Iterator[Made]:
    """Yield the poster."""
    look = _LOOKS[source.kit.organisatie.huisstijl.ontwerp](source.inks)
    yield make(source, "poster-misverstanden-a4.pdf", "Poster over misverstanden", [partial(_page, source, look)])


@dataclass(frozen=True, slots=True)
class _Look:
    """How a design sets the pairs: ``left`` and ``right`` as x and width of the text.

    ``labels`` are the colours of the column headings; ``pad`` is the room around a text in a balloon and ``drop`` how
    much lower the answer begins; ``cross`` the colour of a cross before each thought; ``field`` that of the right half
    of the sheet.
    """

    head: Callable[[Source, Setter], Head]
    left: tuple[float, float]
    right: tuple[float, float]
    thought: Style
    truth: Style
    labels: tuple[str, str]
    pad: float = 0
    drop: float = 0
    cross: str | None = None
    rules: tuple[str, str] | None = None
    balloons: tuple[str, str] | None = None
    field: str | None = None


def _page(source: Source, look: _Look, setter: Setter) -> Page:
    head = look.head(source, setter)
    foot, foot_top = whom_to_call(source, setter)
    labels, top = _labels(source, setter, look, head.bottom)
    bottom = foot_top - (14 if look.field else 10) * setter.shrink
    table = Node("Table", (labels, *_rows(source, setter, look, top, bottom)))
    half = Box(MIDDLE, -BLEED, MIDDLE + BLEED, bottom + 6 * setter.shrink + BLEED)
    field = (filled(half, look.field),) if look.field else ()
    return Page(A4, (*head.nodes, table, *foot), (*field, *head.under))


def _labels(source: Source, setter: Setter, look: _Look, y: float) -> tuple[Node, float]:
    """Return the row of column headings, and where the next row begins."""
    words = (source.zin("misverstanden-denkt"), source.zin("misverstanden-waar"))
    blocks = [
        setter.block(text, Style(12, "bold", 1.2, colour, 9.5), 80)
        for text, colour in zip(words, look.labels, strict=True)
    ]
    # Answers in balloons stand at the right edge, and so does what they are called.
    right = sum(look.right) - blocks[1].natural if look.balloons else look.right[0]
    places = (look.left[0] - (_CROSS if look.cross else 0), right)
    trim = (replace(block, width=block.natural) for block in blocks)
    cells = (Node("TH", (block.at(x, y),), scope="Column") for block, x in zip(trim, places, strict=True))
    return Node("TR", tuple(cells)), y + blocks[0].height + 5 * setter.shrink


@dataclass(frozen=True, slots=True)
class _Pair:
    thought: Block
    truth: Block
    height: float


def _rows(source: Source, setter: Setter, look: _Look, top: float, bottom: float) -> Iterator[Node]:
    """Yield the pairs, the room that is left divided between them."""
    s = setter.shrink
    pairs = []
    for text in source.drukwerk.misverstanden:
        thought = setter.block(f"‘{text.denkt}’", look.thought, look.left[1], balance=True)
        truth = setter.block(text.waar, look.truth, look.right[1], balance=True)
        height = max(thought.height, look.drop * s + truth.height) + 2 * look.pad * s
        pairs.append(_Pair(thought, truth, height))
    spare = bottom - top - sum(pair.height for pair in pairs)
    gap = spare / max(len(pairs) - 1, 1)
    setter.need(source.zin("misverstanden-kop"), gap, (3 if look.balloons else 6) * s, look.truth)
    y = top
    for index, pair in enumerate(pairs):
        yield _row(look, pair, y, gap if index else 0, s)
        y += pair.height + gap


def _row(look: _Look, pair: _Pair, y: float, gap: float, shrink: float) -> Node:
    """Return one pair with its top at ``y``, ``gap`` mm below the one before it."""
    pad = look.pad * shrink
    thought = pair.thought.at(look.left[0], y + pad)
    answer = replace(pair.truth, width=pair.truth.natural)
    x = look.right[0] + (look.right[1] - answer.width if look.balloons else 0)
    truth = answer.at(x, y + pad + look.drop * shrink)
    before = tuple(_rules(look, y - gap / 2)) if gap else ()
    if look.balloons:
        before = _balloons(look, thought, truth, pair.thought.natural, pad)
    if look.cross:
        before += tuple(_cross(thought, look.cross))
    return Node("TR", (Node("TD", (*before, thought)), Node("TD", (truth,))))


def _rules(look: _Look, y: float) -> Iterator[Shape]:
    if look.rules:
        out = _CROSS if look.cross else 0.0
        left = (look.left[0] - out, look.left[1] + out)
        for (x, width), colour in zip((left, look.right), look.rules, strict=True):
            yield rule(x, y, x + width, y, colour, 0.25)


def _cross(text: Text, colour: str) -> Iterator[Shape]:
    """Set a small cross before a thought, as high as its small letters; the words stay whole for who reads slowly."""
    half = 0.24 * text.size / POINTS
    x, y = text.box.x - _CROSS + half, text.lines[0].baseline - half - 0.1
    for rise in (-half, half):
        yield replace(rule(x - half, y - rise, x + half, y + rise, colour, 0.75), round=True)


def _balloons(look: _Look, thought: Text, truth: Text, natural: float, pad: float) -> tuple[Shape, ...]:
    """Return the balloon of a thought and that of its answer, which overlaps it; one corner of each is sharp."""
    said, answered = look.balloons or ("", "")
    side = look.pad + 1
    left = Box(thought.box.x - side, thought.box.y - pad, natural + 2 * side, thought.box.h + 2 * pad)
    right = Box(truth.box.x - side, truth.box.y - pad, truth.box.w + 2 * side, truth.box.h + 2 * pad)
    return (
        Shape(_bubble(left, left=True), fill=said),
        Shape(_bubble(right, left=False), fill=answered),
    )


def _bubble(box: Box, *, left: bool) -> Outline:
    """Return a small balloon: round, but for the bottom corner on the side of who speaks."""
    steps = list(rectangle(box, 5).steps)
    corner = (box.x, box.bottom) if left else (box.right, box.bottom)
    steps[6 if left else 4] = ("L", corner)
    return Outline(tuple(steps))


def _rustig(ink: Inks) -> _Look:
    return _Look(
        head=quiet,
        left=(LEFT + _CROSS, 82 - _CROSS),
        right=(106, 89),
        thought=Style(18, "regular", 1.22, GREY, 13),
        truth=Style(14, "bold", 1.3, BLACK, 10.5),
        labels=(GREY, ink.kop),
        cross=ink.accent,
        rules=(LINE, LINE),
    )


def _kleur(ink: Inks) -> _Look:
    return _Look(
        head=halves,
        left=(LEFT, 82),
        right=(MIDDLE + 10, 80),
        thought=Style(18.5, "bold", 1.2, BLACK, 13),
        truth=Style(14, "bold", 1.3, ink.op_kleur, 10.5),
        labels=(GREY, ink.op_kleur),
        rules=(LINE, ink.op_kleur),
        field=ink.kleur,
    )


def _gesprek(ink: Inks) -> _Look:
    return _Look(
        head=talk,
        left=(LEFT + 4, 76),
        right=(104, 87),
        thought=Style(16, "bold", 1.22, ink.kop, 11),
        truth=Style(13.5, "bold", 1.3, ink.op_kleur, 10),
        labels=(GREY, ink.kop),
        pad=4,
        drop=5,
        balloons=(ink.tint_sterk, ink.kleur),
    )


_LOOKS: Final[Mapping[Ontwerp, Callable[[Inks], _Look]]] = MappingProxyType(
    {"rustig": _rustig, "kleur": _kleur, "gesprek": _gesprek}
)
