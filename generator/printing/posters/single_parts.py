"""The pieces of the poster of one advisor: headline, portrait, who, code, and what stays between you."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from generator.kit.model import Vertrouwenspersoon
from generator.kit.phone import NBSP
from generator.pages.filters import opsomming
from generator.printing.layout.elements import Node, Outline, Tag, Text, rule
from generator.printing.layout.geometry import A4, Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts import pictures
from generator.printing.parts.inks import BLACK, GREY, LINE
from generator.printing.parts.own_words import quoted, sentences
from generator.printing.parts.pieces import contact_qr, field_words, small_print
from generator.printing.parts.source import Source

#: Margins and the width between them on A4 (mm).
LEFT: Final = 15.0
TOP: Final = 14.0
WIDTH: Final = 180.0
_BOTTOM: Final = 10.0
_BREAKS: Final = re.compile(r"[-– ]")
#: How much larger a headline must become to be worth another line.
_WORTH: Final = 1.45
#: The side of a contact card's code.
CODE: Final = 33.0


def first_name(persoon: Vertrouwenspersoon) -> str:
    """Return what to call an advisor; an initial is no name, so then it is the whole name."""
    name = persoon.voornaam
    return persoon.naam if len(name.rstrip(".")) < 2 or name.endswith(".") else name


def has_face(persoon: Vertrouwenspersoon) -> bool:
    """Tell whether there is a photo that may be shown."""
    return bool(persoon.foto and persoon.foto.toestemming)


def headline(
    source: Source,
    setter: Setter,
    persoon: Vertrouwenspersoon,
    style: Style,
    room: tuple[float, float],
    *,
    name_apart: bool = False,
) -> Block:
    """Set ``Praat met Samira.`` as large as goes into ``room`` (width, height), the name on its own line or not.

    A long name takes a line of its own, and goes on after its hyphen or a space, if it is much larger that way.
    """
    name = first_name(persoon)
    text = source.zin("een-kop", naam=name)
    apart = text.replace(f" {name}", f"\n{name}")
    parts = len(_BREAKS.findall(name))
    choices = [(apart, 2), (apart, 2 + parts)] if name_apart else [(text, 1), (apart, 2), (apart, 2 + parts)]
    best: Block | None = None
    for words, lines in choices:
        block = _largest(setter, words, style, room, lines)
        if block and (best is None or block.style.size > _WORTH * best.style.size):
            best = block
    if best:
        return best
    block = setter.block(text, style.to(style.least), room[0], balance=True)
    setter.need(text, room[1], block.height, block.style)
    return block


def _largest(setter: Setter, words: str, style: Style, room: tuple[float, float], lines: int) -> Block | None:
    """Return the largest setting in so many lines that goes into a width and a height."""
    for size in range(int(style.size), int(style.least) - 1, -2):
        block = Setter(setter.fonts, setter.shrink).block(words, style.to(size), room[0])
        if len(block.lines) <= lines and block.natural <= room[0] and block.height <= room[1]:
            return block
    return None


def portrait(source: Source, persoon: Vertrouwenspersoon, box: Box, clip: Outline | None = None) -> Node:
    """Return the photo filling a box of any shape."""
    if persoon.foto is None:
        raise ValueError(persoon.id)
    picture = pictures.photo(persoon.foto, box, clip, source.factor)
    return Node("Figure", (picture,), alt=source.zin("foto-beschrijving", naam=persoon.naam))


def role(source: Source, persoon: Vertrouwenspersoon) -> str:
    """Return who an advisor is, such as ``vertrouwenspersoon en inkoper``."""
    if persoon.soort == "extern":
        return source.zin("een-rol-bureau", bureau=persoon.bureau) if persoon.bureau else source.zin("een-rol-extern")
    return source.zin("een-rol-intern", functie=persoon.functie) if persoon.functie else source.zin("een-rol")


@dataclass(frozen=True, slots=True)
class Who:
    """Name, role and own words; ``quiet`` is the colour of the role. Below each other, or in two columns."""

    source: Source
    setter: Setter
    persoon: Vertrouwenspersoon
    name: Style
    text: str = BLACK
    quiet: str = GREY
    said: float = 14.0

    def _name(self, width: float) -> tuple[tuple[tuple[Tag, Block, float], ...], float]:
        """Return tag, block and gap above of name, role and languages, and how high they are together."""
        style = Style(12.5, leading=1.28, colour=self.quiet, floor=9.5)
        words = self._words(self.setter.sized(style), width)
        rows: list[tuple[Tag, Block, float]] = [
            ("H2", self.setter.block(self.persoon.naam, self.name, width, lines=4), 0)
        ]
        rows += [("P", self.setter.block(text, style, width), 2.4 * self.setter.shrink) for text in words]
        return tuple(rows), sum(gap + block.height for _, block, gap in rows)

    def _words(self, style: Style, width: float) -> list[str]:
        """Return role, what it is limited to and languages; names of two words and the last languages unbroken."""
        whole = role(self.source, self.persoon)
        if self.persoon.bureau:
            whole = self._kept(whole, self.persoon.bureau, style, width)
        words = [whole, field_words(self.source, self.persoon)]
        if self.persoon.talen:
            last = opsomming(self.persoon.talen[-2:])
            spoken = self.source.zin("een-spreekt", talen=opsomming(self.persoon.talen))
            words.append(self._kept(spoken, last, style, width))
        return [text for text in words if text]

    def _kept(self, text: str, part: str, style: Style, width: float) -> str:
        """Return the text with a part of it kept on one line, if it goes on one."""
        fits = self.setter.width(part, style) <= width
        return text.replace(part, part.replace(" ", NBSP)) if fits else text

    def _said(self, width: float, height: float) -> Block | None:
        """Return the advisor's own words; smaller only if not even one sentence would fit."""
        styles = (Style(size, leading=1.38, colour=self.text, floor=11) for size in (self.said, 12.5))
        tried = (quoted(self.setter, self.persoon, style, width, height) for style in styles)
        return next((block for block in tried if block), None)

    def stacked(self, box: Box, *, bottom: bool = False) -> tuple[Node, ...]:
        """Place it below each other, from the top of a box or against its bottom."""
        gap = 7 * self.setter.shrink
        rows, height = self._name(box.w)
        self.setter.need(self.persoon.naam, box.h, height, self.name)
        said = self._said(box.w, box.h - height - gap)
        if said:
            rows, height = (*rows, ("P", said, gap)), height + gap + said.height
        return tuple(_placed(rows, box.x, box.bottom - height if bottom else box.y))

    def beside(self, box: Box) -> tuple[Node, ...]:
        """Place the words to the right of name and role."""
        said = self._said(box.w * 0.6, box.h)
        rows, height = self._name(box.w * 0.34 if said else box.w)
        self.setter.need(self.persoon.naam, box.h, height, self.name)
        words = (Node("P", (said.at(box.x + box.w * 0.4, box.y),)),) if said else ()
        return (*_placed(rows, box.x, box.y), *words)


def _placed(rows: Iterable[tuple[Tag, Block, float]], x: float, y: float) -> Iterator[Node]:
    """Place blocks below each other, each with a gap above it."""
    for tag, block, gap in rows:
        yield Node(tag, (block.at(x, y + gap),))
        y += gap + block.height


def code(
    source: Source, setter: Setter, persoon: Vertrouwenspersoon, x: float, bottom: float, colour: str = GREY
) -> Node:
    """Return the contact card's code with what it does below it, standing on ``bottom``."""
    label = setter.block(source.zin("code-contact"), Style(9.5, colour=colour, floor=8), CODE + 8)
    box = Box(x, bottom - label.height - 1.5 - CODE, CODE, CODE)
    return Node("Div", (contact_qr(source, persoon, box), Node("P", (label.at(x + 1.5, bottom - label.height),))))


def foot(
    source: Source, setter: Setter, persoon: Vertrouwenspersoon, colour: str = BLACK
) -> tuple[tuple[Node, ...], float]:
    """Return what an advisor does and what stays between you, over the small print; and where that begins."""
    inner = A4.box.inset(LEFT, TOP, LEFT, _BOTTOM)
    small = small_print(source, setter, inner)
    small_top = min(child.box.y for child in small.children if isinstance(child, Text))
    style = Style(11.5, leading=1.32, colour=colour, floor=9.5)
    columns = inner.columns(2, 9)
    texts = ("\n".join(sentences(source.zin("een-doen", naam=first_name(persoon)))), source.zin("poster-vertrouwelijk"))
    blocks = [setter.block(text, style, column.w) for text, column in zip(texts, columns, strict=True)]
    top = small_top - 5 - max(block.height for block in blocks)
    nodes = (Node("P", (block.at(column.x, top),)) for block, column in zip(blocks, columns, strict=True))
    line = rule(inner.x, top - 4.5, inner.right, top - 4.5, LINE, 0.25)
    return (Node("Div", (line, *nodes)), small), top - 4.5
