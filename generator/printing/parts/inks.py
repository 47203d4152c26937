"""An organisation's colours on paper: each pair that carries text passes WCAG's contrast, also as grey."""

from __future__ import annotations

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
    if contrast(base, WHITE) >= TEXT_CONTRAST:
        field, on_field = base, WHITE
    elif contrast(base, BLACK) >= TEXT_CONTRAST:
        field, on_field = base, BLACK
    else:
        field, on_field = readable(base, WHITE), WHITE
    tint, strong = with_lightness(base, 0.955, 0.25), with_lightness(base, 0.89, 0.5)
    return Inks(
        kleur=field,
        op_kleur=on_field,
        kop=readable(readable(base, tint, 5.5), strong),
        tint=tint,
        tint_sterk=strong,
        accent=readable(accent or base, WHITE, SHAPE_CONTRAST),
    )
