"""Drawings of numbers and parts that nobody would think of: each is refused with a reason, or published and drawn."""

from __future__ import annotations

import resource
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

from generator import limits
from generator.kit.svg import check_published, svg_problem
from generator.kit.svgdraw import draw_svg
from generator.resources import Resources
from generator.vectors import clean_svg

_NAMES: Final = ("a", "b", "c", "d")
_UNITS: Final = ("", "", "", "", "%", "mm", "em", "px")
_ROOTS: Final = (
    'viewBox="0 0 100 100"',
    'viewBox="0 0 400 100" width="400" height="100"',
    'width="100" height="100"',
    'viewBox="{n} {n} {n} {n}"',
    'width="{u}" height="{u}"',
    'viewBox="{n} 0 100 100" preserveAspectRatio="none" width="{u}" height="100"',
)
_STYLES: Final = (
    'fill="{ref}"', 'fill="none"', 'stroke="red"', 'stroke="{ref}"', 'stroke-width="{u}"', 'opacity=".5"',
    'stroke-dasharray="{u} {u}"', 'filter="{ref}"', 'mask="{ref}"', 'clip-path="{ref}"', 'transform="{moved}"',
    'stroke-linejoin="round"', 'stroke-miterlimit="{n}"', 'vector-effect="non-scaling-stroke"', 'font-size="{u}"',
    'style="mix-blend-mode:multiply"', 'style="isolation:isolate"', 'stroke-dashoffset="{n}"', 'letter-spacing="{u}"',
)  # fmt: skip
_SHAPES: Final = (
    "<rect {box} rx='{u}' {style}/>", "<circle cx='{u}' cy='{u}' r='{u}' {style}/>", "<path d='{line}' {style}/>",
    "<use href='#{name}' {box} {style}/>", "<text x='{n}' y='{n}' textLength='{u}' {style}>Bakkerij</text>",
    "<text {style}><textPath href='#{name}'>Bakkerij</textPath></text>", "<line x1='{u}' x2='{u}' y2='{u}' {style}/>",
    "<polygon points='{n} {n} {n} {n} {n} {n}' {style}/>", "<g {style}>{inner}</g>", "<g {style}>{inner}{inner}</g>",
    "<svg {box} viewBox='{n} {n} {n} {n}' {style}>{inner}</svg>",
)  # fmt: skip
_PARTS: Final = (
    "<pattern id='{id}' {units} {box} patternTransform='{moved}'>{inner}</pattern>",
    "<pattern id='{id}' {units} {box} viewBox='{n} {n} {n} {n}'>{inner}</pattern>",
    "<pattern id='{id}' {units} {box} href='#{name}'/>", "<mask id='{id}' {box}>{inner}</mask>",
    "<clipPath id='{id}'>{inner}</clipPath>", "<filter id='{id}' {units} {box}>{step}{step}</filter>",
    "<symbol id='{id}' viewBox='{n} {n} {n} {n}'>{inner}</symbol>", "<path id='{id}' d='{line}'/>",
    "<linearGradient id='{id}' x1='{n}' gradientTransform='{moved}'><stop offset='{n}'/></linearGradient>",
    "<radialGradient id='{id}' r='{n}' fx='{n}'><stop offset='{n}'/></radialGradient>", "<g id='{id}'>{inner}</g>",
)  # fmt: skip
_STEPS: Final = (
    "<feGaussianBlur stdDeviation='{n}'/>", "<feOffset dx='{n}' dy='{n}'/>", "<feFlood {box}/>",
    "<feColorMatrix type='hueRotate' values='{n}'/>", "<feMorphology radius='{n}'/>", "<feImage href='#{name}'/>",
    "<feDropShadow dx='{n}' dy='{n}' stdDeviation='{n}'/>", "<feComposite in2='SourceGraphic' k1='{n}'/>",
)  # fmt: skip
_LINES: Final = (
    "L{n} {n}",
    "l{n} {n}",
    "C{n} {n} {n} {n} {n} {n}",
    "a{n} {n} {n} 0 1 {n} {n}",
    "q{n} {n} {n} {n}",
    "z",
)
_MOVES: Final = ("scale({n})", "translate({n} {n})", "rotate({n})", "matrix({n} {n} {n} {n} {n} {n})", "skewX({n})")


class Writer:
    """Fills in one part after another by chance."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.deep = 0
        self.fill: dict[str, Callable[[], str]] = {
            "n": self.number,
            "u": lambda: self.number() + random.choice(_UNITS),
            "name": lambda: random.choice(_NAMES),
            "ref": lambda: f"url(#{random.choice(_NAMES)})",
            "moved": lambda: self.written(random.choice(_MOVES)),
            "line": lambda: "M{}".format("".join(self.written(random.choice(("{n} {n}", *_LINES))) for _ in range(9))),
            "style": lambda: " ".join(self.written(one) for one in self.some(_STYLES, 0.13)),
            "box": lambda: " ".join(f"{key}='{self.fill['u']()}'" for key in self.some(("x", "y", "width", "height"))),
            "units": lambda: random.choice(("", "patternUnits='userSpaceOnUse'", "filterUnits='userSpaceOnUse'")),
            "step": lambda: self.written(random.choice(_STEPS)),
            "inner": self.shape,
        }

    def some(self, choices: tuple[str, ...], chance: float = 0.8) -> list[str]:
        """Return some, each at most once: an attribute that stands twice is no XML."""
        chosen = {one.partition("=")[0]: one for one in choices if self.random.random() < chance}
        return list(chosen.values())

    def number(self) -> str:
        random = self.random
        if random.random() < 0.7:
            return random.choice(("0", "1", "2", "5", "9", "50", "100", f"{random.uniform(-200, 200):.3g}"))
        return f"{random.choice((-1, 1)) * 10 ** random.uniform(-6, 6):.5g}"

    def shape(self) -> str:
        self.deep += 1
        made = self.written(self.random.choice(_SHAPES if self.deep < 4 else _SHAPES[:8]))
        self.deep -= 1
        return made

    def written(self, text: str, **known: str) -> str:
        """Return a text with everything between braces filled in."""
        pieces = []
        for piece in text.split("{"):
            key, end, rest = piece.partition("}")
            pieces.append((known.get(key) or self.fill[key]()) + rest if end else piece)
        return "".join(pieces)

    def drawing(self) -> str:
        parts = [self.written(self.random.choice(_PARTS), id=name) for name in self.some(_NAMES)]
        shapes = [self.shape() for _ in range(self.random.randint(1, 4))]
        root = self.written(self.random.choice(_ROOTS))
        return f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{"".join(parts + shapes)}</svg>'


def try_drawing(random: Random, scratch: Path, resources: Resources) -> None:
    """Write a drawing and go its way: judged, and if it is taken, cleaned and drawn as large as on paper."""
    data = Writer(random).drawing().encode()
    problem = svg_problem(data)
    assert problem is None or "een" in problem or "te" in problem or not problem, problem
    if problem is not None:
        return
    cleaned = clean_svg(data)
    check_published(cleaned)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        made = draw_svg(cleaned.decode(), (1417, 378))
    except ValueError:
        return  # told as a sentence; how large a number may be depends on how large it is drawn
    assert made.startswith(b"\x89PNG")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < limits.SVG_SECONDS
    assert after.ru_maxrss * 1024 < limits.MEMORY
