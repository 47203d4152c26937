"""Colours that can be read: contrast, and the nearest lightness that has enough of it.

Lightness is moved in OKLab, where an equal step looks equal and the hue stays the organisation's own;
contrast is WCAG 2.2's (relative luminance, success criteria 1.4.3 and 1.4.11).
"""

from __future__ import annotations

from typing import Final

#: A quiet green-blue for an organisation that gives no colour.
DEFAULT_KLEUR: Final = "#0b5c63"
WHITE: Final = "#ffffff"
INK: Final = "#211e1a"
TEXT_CONTRAST: Final = 4.5
#: Large shapes and marks need 3 (criterion 1.4.11).
SHAPE_CONTRAST: Final = 3.0

_Rgb = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast ratio of two ``#rrggbb`` colours, from 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, background: str, least: float = TEXT_CONTRAST) -> str:
    """Return the colour nearest to ``colour`` in lightness that has at least ``least`` contrast with ``background``."""
    lightness, a, b = _to_oklab(colour)
    darker = _luminance(background) > 0.18
    for _ in range(101):
        if contrast(colour, background) >= least:
            return colour
        lightness = lightness - 0.01 if darker else lightness + 0.01
        colour = _from_oklab((lightness, a, b))
    return INK if darker else WHITE


def with_lightness(colour: str, lightness: float, chroma: float = 1.0) -> str:
    """Return the hue of ``colour`` at a lightness (0 to 1), its colourfulness multiplied by ``chroma``."""
    _, a, b = _to_oklab(colour)
    return _from_oklab((lightness, a * chroma, b * chroma))


def _channels(colour: str) -> _Rgb:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(colour: str) -> _Rgb:
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in _channels(colour)
    )
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklab(colour: str) -> _Rgb:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lab: _Rgb) -> str:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(255 * _encoded(channel)):02x}" for channel in linear)


def _encoded(channel: float) -> float:
    clipped = min(max(channel, 0.0), 1.0)
    return 12.92 * clipped if clipped <= 0.0031308 else 1.055 * clipped ** (1 / 2.4) - 0.055
