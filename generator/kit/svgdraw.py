"""Draw an SVG to pixels, the same way wherever that is done and on whatever machine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PIL import ImageFont

#: How many pixels an inch has in CSS and SVG (CSS Values 4, section 6.2): what mm, cm, in and pt are measured by.
_CSS_DPI: Final = 96
#: Makes a shadow wider. Browsers do so at once; for a logo of 600 dots an inch on paper it would take minutes here.
_SPREAD: Final = re.compile(r"(?<=[<:/])feMorphology\b")
_FAMILIES: Final = (
    "font_family",
    "serif_family",
    "sans_serif_family",
    "monospace_family",
    "cursive_family",
    "fantasy_family",
)


def draw_svg(drawing: str, size: tuple[int, int], font: Path | None = None) -> bytes:
    """Return a drawing as a PNG as large as fits in ``size``; raises ``ValueError`` for what can't be drawn.

    Without a width as well as a height a strange viewBox could ask for any amount of memory. No font of this machine
    is used, since letters would look different elsewhere: ``font`` draws them all, whatever they ask for. A shadow
    that was made wider is drawn as it was before.
    """
    import resvg_py  # only a kit with a vector logo waits for it

    drawing = _SPREAD.sub("feOffset", drawing)
    width, height = size
    if font is None:
        return bytes(
            resvg_py.svg_to_bytes(svg_string=drawing, skip_system_fonts=True, dpi=_CSS_DPI, width=width, height=height)
        )
    family = ImageFont.truetype(font).getname()[0]
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=drawing,
            skip_system_fonts=True,
            dpi=_CSS_DPI,
            width=width,
            height=height,
            font_files=[str(font)],
            **dict.fromkeys(_FAMILIES, family),
        )
    )
