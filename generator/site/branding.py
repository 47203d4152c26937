"""An organisation's colours as the site's style sheet lays them over the theme's own, in light and in dark."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.colours import (
    DEFAULT_KLEUR,
    INK,
    SHAPE_CONTRAST,
    TEXT_CONTRAST,
    WHITE,
    contrast,
    readable,
    with_lightness,
)

#: The theme's ground in the dark.
DARK_PAPER: Final = "#171614"


def palette(kleur: str | None, accent: str | None) -> dict[str, dict[str, str]]:
    """Return the custom properties of the theme, under ``light`` and ``dark``; every pair used for text passes 4.5."""
    base = kleur or DEFAULT_KLEUR
    field = (
        base
        if contrast(base, WHITE) >= TEXT_CONTRAST or contrast(base, INK) >= TEXT_CONTRAST
        else readable(base, WHITE)
    )
    on_field = WHITE if contrast(field, WHITE) >= TEXT_CONTRAST else INK
    tint = with_lightness(base, 0.965, 0.18)
    dark_field = with_lightness(base, 0.38, 0.85)
    dark_tint = with_lightness(base, 0.27, 0.35)
    mark = accent or base
    return {
        "light": {
            "--vk-kleur": field,
            "--vk-op-kleur": on_field,
            "--vk-link": readable(base, tint, 5.0),
            "--vk-tint": tint,
            "--vk-tint-sterk": with_lightness(base, 0.91, 0.4),
            "--vk-accent": readable(mark, WHITE, SHAPE_CONTRAST),
        },
        "dark": {
            "--vk-kleur": readable(dark_field, WHITE),
            "--vk-op-kleur": WHITE,
            "--vk-link": readable(with_lightness(base, 0.8, 0.9), dark_tint, 5.0),
            "--vk-tint": dark_tint,
            "--vk-tint-sterk": with_lightness(base, 0.35, 0.5),
            "--vk-accent": readable(with_lightness(mark, 0.75), DARK_PAPER, SHAPE_CONTRAST),
        },
    }


def stylesheet(kleur: str | None, accent: str | None) -> str:
    """Return the style sheet that lays an organisation's colours over the theme's own."""
    colours = palette(kleur, accent)
    dark = _declarations(colours["dark"])
    return (
        f":root{{{_declarations(colours['light'])}}}\n"
        f"@media (prefers-color-scheme:dark){{:root:not([data-vk-schema=licht]){{{dark}}}}}\n"
        f":root[data-vk-schema=donker]{{{dark}}}\n"
    )


def _declarations(properties: Mapping[str, str]) -> str:
    return ";".join(f"{name}:{value}" for name, value in properties.items())
