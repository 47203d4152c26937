"""An organisation's colours on paper: each pair that carries text passes WCAG's contrast, also as grey."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.colours import (
    DEFAULT_KLEUR,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    WHITE,
    contrast,
    readable,
    with_lightness,
)

#: Text, and text that stands back; both pass 7 and 4.5 on white and on every tint below.
BLACK: Final = "#1b1a19"
GREY: Final = "#55514c"
#: A rule that a copier still shows.
LINE: Final = "#a8a39c"


@dataclass(frozen=True, slots=True)
class Inks:
    """``kleur`` is a field with ``op_kleur`` on it; ``kop`` is for letters on white or a tint."""

    kleur: str
    op_kleur: str
    kop: str
    tint: str
    tint_sterk: str
    accent: str


def inks(kleur: str | None, accent: str | None) -> Inks:
    """Return the inks for an organisation's colours (``#rrggbb``), or for ours if it gives none."""
    base = kleur or DEFAULT_KLEUR
    if _reads(WHITE, base):
        field, on_field = base, WHITE
    elif _reads(BLACK, base):
        field, on_field = base, BLACK
    else:
        field, on_field = next(dark for dark in _darker(base) if _reads(WHITE, dark)), WHITE
    tint, strong = with_lightness(base, 0.955, 0.25), with_lightness(base, 0.89, 0.5)
    return Inks(
        kleur=field,
        op_kleur=on_field,
        kop=readable(readable(base, tint, 5.5), strong),
        tint=tint,
        tint_sterk=strong,
        accent=readable(accent or base, WHITE, SHAPE_CONTRAST),
    )


def _reads(ink: str, ground: str) -> bool:
    """Tell whether letters have enough contrast, in colour and on a printer that has only black."""
    return contrast(ink, ground) >= TEXT_CONTRAST and contrast(_luma(ink), _luma(ground)) >= TEXT_CONTRAST


def _luma(colour: str) -> str:
    """Return the grey that most printers make of a colour (ITU-R BT.601)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + f"{round(0.299 * red + 0.587 * green + 0.114 * blue):02x}" * 3


def _darker(colour: str) -> Iterator[str]:
    """Yield the colour ever darker, at last black."""
    yield from (readable(colour, WHITE, TEXT_CONTRAST + step / 4) for step in range(64))
    yield BLACK
