"""Draw an SVG to pixels, the same way wherever that is done and on whatever machine."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PIL import ImageFont

from generator import limits

#: How many pixels an inch has in CSS and SVG (CSS Values 4, section 6.2): what mm, cm, in and pt are measured by.
_CSS_DPI: Final = 96
#: Makes a shadow wider. Browsers do so at once; for a logo of 600 dots an inch on paper it would take minutes here.
_SPREAD: Final = re.compile(r"(?<=[<:/])feMorphology\b")
_PAINTER: Final = Path(__file__).with_name("svgpainter.py")
#: Windows can't count the work of a process: there it is given up after so many times as many seconds.
_PATIENCE: Final = 3 if sys.platform == "win32" else None
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

    Some numbers make the library end its process (linebender/resvg#940, #933), so it works in one of its own, which the
    system also ends after ``limits.SVG_SECONDS`` of work and above ``limits.MEMORY``.
    """
    width, height = size
    asked: dict[str, object] = {
        "svg_string": _SPREAD.sub("feOffset", drawing),
        "skip_system_fonts": True,
        "dpi": _CSS_DPI,
        "width": width,
        "height": height,
    }
    if font is not None:
        family = ImageFont.truetype(font).getname()[0]
        asked |= {"font_files": [str(font.resolve())], **dict.fromkeys(_FAMILIES, family)}
    bounds = {"seconds": limits.SVG_SECONDS, "memory": limits.MEMORY}
    try:
        made = subprocess.run(  # noqa: S603  our own program; what a kit says is its input alone
            [sys.executable, "-I", "-S", str(_PAINTER), str(_library())],
            input=json.dumps({"drawing": asked, **bounds}).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE and limits.SVG_SECONDS * _PATIENCE,
            check=True,
        )
    except subprocess.SubprocessError as problem:
        raise ValueError("a drawing that can't be drawn") from problem
    return made.stdout


@cache
def _library() -> Path:
    """Return the folder in which the library that draws is installed."""
    found = find_spec("resvg_py")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("resvg_py")
    return Path(found.origin).parent.parent
