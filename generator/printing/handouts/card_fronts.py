"""The fronts of the wallet cards, in the three designs of the posters: question, face, name, number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

from generator.kit.model import Ontwerp, Vertrouwenspersoon
from generator.printing.layout.elements import Node, Outline, Shape, filled, rectangle
from generator.printing.layout.geometry import Box
from generator.printing.layout.typography import Block, Setter, Style
from generator.printing.parts.inks import BLACK, GREY
from generator.printing.parts.pieces import face, field_words
from generator.printing.parts.source import Source
from generator.printing.parts.stacking import Stack
from generator.printing.parts.ways import Way, on_poster

_Person = Vertrouwenspersoon


@dataclass(frozen=True, slots=True)
class Front:
    """What is on a card, and the shapes below it."""

    node: Node
    under: tuple[Shape, ...] = ()


class Design(Protocol):
    """Lays out a front within what is safe from the scissors; ``titled`` if its question is the sheet's title."""

    def __call__(self, source: Source, setter: Setter, persoon: _Person, safe: Box, *, titled: bool) -> Front:
        """Return the front; ``safe`` is the card less the margin that a cut may take."""
        ...


def rustig(source: Source, setter: Setter, persoon: _Person, safe: Box, *, titled: bool) -> Front:
    """Leave the card white; a stroke of the accent beside the number."""
    ink = source.inks
    question = _question(source, setter, safe, 13, ink.kop, titled=titled)
    how = _how(source, setter, persoon, safe.w - 4, 25, BLACK, GREY)
    top = min(safe.y + 29.4, safe.bottom - how.height)
    box = Box(safe.x, safe.y + 7.2, safe.w, min(18.6, top - safe.y - 9.5))
    who = _who(source, setter, persoon, box, ink.kop, GREY, "vierkant")
    stroke = filled(Box(safe.x, top, 1.5, safe.bottom - top), ink.accent)
    return Front(Node("Div", (question, *who, *how.at(safe.x + 4, top))), (stroke,))


def kleur(source: Source, setter: Setter, persoon: _Person, safe: Box, *, titled: bool) -> Front:
    """Set it on the sheet's field of colour, the face in a white ring."""
    ink = source.inks
    question = _question(source, setter, safe, 13, ink.op_kleur, titled=titled)
    how = _how(source, setter, persoon, safe.w, 26, ink.op_kleur, ink.op_kleur)
    top = min(safe.y + 29.4, safe.bottom - how.height)
    box = Box(safe.x + 1.2, safe.y + 8.2, safe.w - 1.2, min(16.8, top - safe.y - 10.8))
    who = _who(source, setter, persoon, box, ink.op_kleur, ink.op_kleur, "rond", "#ffffff")
    return Front(Node("Div", (question, *who, *how.at(safe.x, top))))


def gesprek(source: Source, setter: Setter, persoon: _Person, safe: Box, *, titled: bool) -> Front:
    """Ask in a balloon of tint, and let the face answer with its number in a balloon of colour."""
    ink = source.inks
    question = _question(source, setter, safe.inset(4, 2.5), 12.5, ink.kop, titled=titled)
    how = _how(source, setter, persoon, safe.w - 8, 21, ink.op_kleur, ink.op_kleur)
    top = min(safe.y + 28.3, safe.bottom - how.height - 3.8)
    box = Box(safe.x + 1, safe.y + 10.4, safe.w - 1, min(15.2, top - safe.y - 13))
    who = _who(source, setter, persoon, box, ink.kop, GREY, "rond")
    asked = _balloon(Box(safe.x, safe.y, safe.w, 8), safe.x + 58, 1)
    answered = _balloon(Box(safe.x, top, safe.w, safe.bottom - top), safe.x + 7, -1)
    shapes = (Shape(asked, fill=ink.tint_sterk), Shape(answered, fill=ink.kleur))
    room = safe.bottom - top - how.height
    return Front(Node("Div", (question, *who, *how.at(safe.x + 4, top + room * 0.58))), shapes)


def _question(source: Source, setter: Setter, box: Box, size: float, colour: str, *, titled: bool) -> Node:
    style = Style(size, "extrabold", 1.05, colour, 9)
    block = setter.block(source.zin("poster-kop"), style, box.w, lines=1)
    return Node("H1" if titled else "P", (block.at(box.x, box.y),), decor=not titled)


def _who(
    source: Source,
    setter: Setter,
    persoon: _Person,
    box: Box,
    colour: str,
    quiet: str,
    shape: str,
    ring: str | None = None,
) -> tuple[Node, ...]:
    """Return a face as high as the box, name and role beside it in the middle of its height."""
    portrait = face(source, persoon, Box(box.x, box.y, box.h, box.h), shape, ring)
    beside = Box(box.x + box.h + 4, box.y, box.w - box.h - 4, box.h)
    name = setter.block(persoon.naam, Style(15, "bold", 1.08, colour, 8.5), beside.w, lines=3)
    role = setter.block(_role(source, persoon), Style(8, leading=1.25, colour=quiet, floor=7), beside.w)
    gap = 1.6 * setter.shrink
    height = name.height + gap + role.height
    setter.need(persoon.naam, box.h, height, name.style)
    stack = Stack(setter, Box(beside.x, box.y + max(box.h - height, 0) / 2, beside.w, box.h))
    stack.put(name, "H2")
    stack.put(role, gap=1.6)
    return (portrait, *stack.nodes)


def _role(source: Source, persoon: _Person) -> str:
    """Return that this is an advisor, and who; on a line of its own what the work is limited to."""
    rest = persoon.functie if persoon.soort == "intern" else persoon.bureau
    role = source.zin("kaartje-rol", rol=rest) if rest else source.zin(f"kaartje-rol-{persoon.soort}")
    return "\n".join(filter(None, (role, field_words(source, persoon))))


@dataclass(frozen=True, slots=True)
class _How:
    """The ways to reach an advisor, set and not yet placed: each with the gap above it in millimetres."""

    rows: tuple[tuple[Block, float, Way | None], ...]

    @property
    def height(self) -> float:
        """How high they are together."""
        return sum(block.height + gap for block, gap, _ in self.rows)

    def at(self, x: float, y: float) -> tuple[Node, ...]:
        """Return them as paragraphs below one another."""
        nodes = []
        for block, gap, way in self.rows:
            link, about = (way.link, way.about) if way else (None, "")
            nodes.append(Node("P", (block.at(x, y + gap, link=link, about=about),)))
            y += gap + block.height
        return tuple(nodes)


def _how(source: Source, setter: Setter, persoon: _Person, width: float, size: float, colour: str, quiet: str) -> _How:
    """Set the way to try first, large, with its label above and the others below."""
    way, *rest = on_poster(source, persoon)
    small = Style(8, leading=1.25, colour=quiet, floor=7)
    if way.soort == "nummer":
        first = setter.block(way.tekst, Style(size, "bold", 1.05, colour, 15), width, lines=1)
    else:
        first = setter.block(way.tekst, Style(15, "bold", 1.05, colour, 9), width, lines=2)
    rows: list[tuple[Block, float, Way | None]] = [
        (setter.block(way.label, small, width), 0, None),
        (first, 2.5 * setter.shrink, way),
    ]
    for other in rest:
        label = f"{other.label} " if other.soort == "nummer" else ""
        rows.append((setter.block(f"{label}{other.tekst}", small, width, lines=1), 1.3 * setter.shrink, other))
    return _How(tuple(rows))


def _balloon(box: Box, x: float, away: int) -> Outline:
    """Return a speech balloon whose tail points down (``away`` 1) or up (-1) at ``x``."""
    edge = box.bottom - 0.1 if away > 0 else box.y + 0.1
    ends = [(x, edge), (x + 4.5, edge)]
    # Both parts run clockwise: where they overlap, paths that run against each other would leave a gap.
    first, last = reversed(ends) if away > 0 else ends
    tail = (("M", first), ("L", (x + 1, edge + away * 2.6)), ("L", last), ("Z", ()))
    return Outline((*rectangle(box, 3.6).steps, *tail))


#: By the word that a kit uses in ``huisstijl.ontwerp``.
FRONTS: Final[Mapping[Ontwerp, Design]] = MappingProxyType({"rustig": rustig, "kleur": kleur, "gesprek": gesprek})
