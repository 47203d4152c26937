"""Text that runs over as many pages as it takes: pieces that are not broken, set one below another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.printing.layout.elements import Node, Page, Shape
from generator.printing.layout.fonts import Fonts
from generator.printing.layout.geometry import Box, Sheet
from generator.printing.layout.typography import Setter

#: High enough to measure anything in (mm).
_ENDLESS: Final = 10_000.0


@dataclass(frozen=True, slots=True)
class Laid:
    """What a piece looks like in its place: content, drawings behind it, and where it ends (mm)."""

    nodes: tuple[Node, ...]
    under: tuple[Shape, ...]
    bottom: float


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that stays on one page, ``gap`` mm below what stands above.

    With ``fresh`` it begins a page, unless less than half of the one before is used.
    """

    lay: Callable[[Setter, Box], Laid]
    gap: float = 0
    fresh: bool = False


def paged(fonts: Fonts, pieces: Sequence[Piece], body: Box) -> tuple[tuple[Piece, ...], ...]:
    """Divide pieces over pages whose text stands in ``body``."""
    pages: list[list[Piece]] = [[]]
    y = body.y
    for piece in pieces:
        height = piece.lay(Setter(fonts), Box(body.x, 0, body.w, _ENDLESS)).bottom
        needed = height + (piece.gap if pages[-1] else 0)
        used = y - body.y
        if pages[-1] and ((piece.fresh and used > body.h / 2) or y + needed > body.bottom):
            pages.append([])
            y, needed = body.y, height
        pages[-1].append(piece)
        y += needed
    return tuple(tuple(page) for page in pages)


def page(setter: Setter, sheet: Sheet, pieces: Sequence[Piece], body: Box, foot: Sequence[Node]) -> Page:
    """Return one page of pieces, and ``foot`` below them."""
    nodes: list[Node] = []
    under: list[Shape] = []
    y = body.y
    for index, piece in enumerate(pieces):
        y += piece.gap if index else 0
        laid = piece.lay(setter, Box(body.x, y, body.w, body.bottom - y))
        nodes += laid.nodes
        under += laid.under
        y = laid.bottom
    return Page(sheet, (*nodes, *foot), tuple(under))
