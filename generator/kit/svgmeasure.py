"""How much the numbers in a drawing ask for: how large it is filled, enlarged and spread, and in how many pieces.

All of it is counted in units of the drawing itself, since nobody knows yet on how many pixels it will be drawn. What
can't be read as a plain number is as large as may be: nobody needs it in a logo.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from generator.kit.svgstyle import Declaration, local

_NUMBER: Final = re.compile(r"[-+]?(?:\d++\.?\d*+|\.\d++)(?:e[-+]?\d++)?", re.IGNORECASE)
_SIZE: Final = re.compile(rf"\s*+({_NUMBER.pattern})\s*+(%|[a-z]*+)\s*+", re.IGNORECASE)
_UNREADABLE: Final = re.compile(r"skew|perspective|3d|var|calc|%|matrix(?!\s*+\()", re.IGNORECASE)
#: Pixels in a unit, more rather than fewer (CSS Values 4, section 6); letters may be large.
_INCH: Final = 96
_LISTS: Final = frozenset({"transform", "patterntransform"})
_TRANSFORMS: Final = _LISTS | {"scale", "zoom"}
#: A command of a path, a number, and one of the two flags of an arc, which need no space between them (SVG 2, 9.3.9).
_COMMAND: Final = re.compile(r"[\s,]*+([mlhvcsqtaz])", re.IGNORECASE)
_VALUE: Final = re.compile(rf"[\s,]*+({_NUMBER.pattern})", re.IGNORECASE)
_FLAG: Final = re.compile(r"[\s,]*+([01])")
_VALUES: Final = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}


class Cost(NamedTuple):
    """What an element costs as it is drawn, with all in it; lengths and areas in units of the element around it."""

    depth: int = 0
    shapes: float = 0
    layers: float = 0
    pixels: float = 0
    #: The squares of the radius of wider shadows, the tiles of patterns, and the boxes around shapes.
    spread: float = 0
    tiles: float = 0
    area: float = 0
    #: How long all lines are, and in how many dashes they are drawn.
    length: float = 0
    dashes: float = 0

    def plus(self, inner: Cost) -> Cost:
        """Return the cost of an element with one more part in it."""
        return Cost(max(self.depth, inner.depth + 1), *(a + b for a, b in zip(self[1:], inner[1:], strict=True)))

    def times(self, number: float) -> Cost:
        """Return the cost of an element that is drawn so many times."""
        return Cost(self.depth, *(part * number for part in self[1:]))

    def enlarged(self, factor: float) -> Cost:
        """Return the cost of an element that is drawn so many times larger."""
        spread, tiles, area = (part and part * factor * factor for part in (self.spread, self.tiles, self.area))
        return self._replace(spread=spread, tiles=tiles, area=area)


class Outline(NamedTuple):
    """How long the lines of a shape are at most, and how much its box covers."""

    length: float = 0
    area: float = 0


def numbers(text: str) -> list[float]:
    """Return the numbers in a text, whatever stands between them."""
    return [float(found) for found in _NUMBER.findall(text)]


def size(text: str, whole: float = math.inf) -> float:
    """Return a width or height, of which a hundred per cent is ``whole``; infinite if it can't be read."""
    found = _SIZE.fullmatch(text)
    if found is None:
        return math.inf
    number, unit = abs(float(found[1])), found[2].lower()
    if unit == "%":
        return number / 100 * whole if number else 0
    return number if unit in {"", "px"} else number * _INCH


def view(root: ET.Element) -> tuple[float, float]:
    """Return the width and height of what is seen of a drawing, in its own units; nothing of one that doesn't say."""
    box = numbers(root.get("viewBox", ""))
    width, height = box[2:] if len(box) == 4 else (size(root.get(side, "0"), 0) for side in ("width", "height"))
    return (width, height) if 0 < width < math.inf and 0 < height < math.inf else (0, 0)


def is_cut(root: ET.Element) -> bool:
    """Tell whether a drawing is made larger until nothing of its frame is empty, so that less of it is seen."""
    return "slice" in root.get("preserveAspectRatio", "")


def enlarged(element: ET.Element, style: Iterable[Declaration], *, is_root: bool) -> float:
    """Return how many times larger a length in an element is drawn at most; 1 if it isn't larger."""
    if element.get("viewBox") and not is_root:
        return math.inf
    largest = 1.0
    for one in style:
        if one.name in _TRANSFORMS and one.value.strip().lower() != "none":
            calls = one.value if "(" in one.value or one.name in _LISTS else f"scale({one.value})"
            largest *= max(1.0, math.prod(map(_factor, calls.split(")"))))
    return largest


def _factor(call: str) -> float:
    """Return how many times one transform enlarges at most, written without its last bracket; moving is none."""
    name, _, values = call.partition("(")
    found = [abs(number) for number in numbers(values)]
    if _UNREADABLE.search(call):
        return math.inf
    if "matrix" in name.lower() and len(found) == 6:
        # What a matrix stretches at most is its largest singular value.
        squares = sum(number * number for number in found[:4])
        a, b, c, d, *_ = numbers(values)
        root = math.sqrt(max(0.0, squares * squares - 4 * (a * d - b * c) ** 2))
        return max(1.0, math.sqrt((squares + root) / 2))
    return max([1.0, *found]) if "scale" in name.lower() else 1.0


def spread(element: ET.Element) -> float:
    """Return the square of the radius by which ``feMorphology`` makes a shadow wider; infinite for nonsense.

    A careless program compares each pixel with all within the radius, so what counts is the square of it.
    """
    if local(element.tag) != "femorphology":
        return 0
    found = numbers(element.get("radius", "0"))
    radius = max(map(abs, found), default=0) if len(found) <= 2 else math.inf
    return radius * radius


def tile(pattern: ET.Element, sides: tuple[float, float], box: float) -> float:
    """Return how much one tile of a pattern covers, for a shape whose box covers ``box``."""
    if pattern.get("patternUnits", "objectBoundingBox") == "userSpaceOnUse":
        return size(pattern.get("width", "0"), sides[0]) * size(pattern.get("height", "0"), sides[1])
    part = size(pattern.get("width", "0"), 1) * size(pattern.get("height", "0"), 1)
    return part * box if part and box else 0


def dashes(value: str) -> float:
    """Return how long a pattern of dashes is before it begins again; nothing if there are none."""
    parts = [part for part in re.split(r"[\s,]+", value.strip()) if part]
    if not parts or value.strip().lower() in {"none", "inherit", "initial", "unset", "0"}:
        return 0
    sizes = [_SIZE.fullmatch(part) for part in parts]
    if not all(found and found[2].lower() in {"", "px"} for found in sizes):
        return math.ulp(0)
    return sum(abs(float(found[1])) for found in sizes if found)


def outline(element: ET.Element, whole: float) -> Outline:
    """Return the length of the lines of a shape, and what its box covers, both at most; ``whole`` is what 100% is."""
    name, get = local(element.tag), element.get
    made = Outline()
    if name == "path":
        made = _path(get("d", ""))
    elif name in {"polyline", "polygon"}:
        found = numbers(get("points", ""))
        made = _through(list(zip(found[::2], found[1::2], strict=False)))
    elif name == "line":
        x1, y1, x2, y2 = (size(get(key, "0"), whole) for key in ("x1", "y1", "x2", "y2"))
        made = _through([(-x1, -y1), (x2, y2)])
    elif name in {"rect", "image"}:
        width, height = (size(get(key, "0"), whole) for key in ("width", "height"))
        made = Outline(2 * (width + height), width and height and width * height)
    elif name in {"circle", "ellipse"}:
        largest = max(size(get(key, "0"), whole) for key in ("r", "rx", "ry"))
        made = Outline(2 * math.pi * largest, 4 * largest * largest)
    elif name in {"text", "tspan", "textpath"}:
        letters = len("".join(element.itertext()))
        height = max([16.0, *numbers(get("font-size", "")), *numbers(get("style", ""))])
        made = Outline(9 * letters * height, letters * height * letters * height)
    # Dashes are as long as if the whole line had this length (SVG 2, 9.6.1).
    return Outline(max(made.length, size(get("pathLength", "0"))), made.area)


def _through(points: list[tuple[float, float]]) -> Outline:
    """Return the outline of lines from point to point, and back."""
    if not points:
        return Outline()
    length = sum(math.dist(a, b) for a, b in zip(points, points[1:] + points[:1], strict=True))
    columns, rows = zip(*points, strict=True)
    area = (max(columns) - min(columns)) * (max(rows) - min(rows))
    return Outline(length, area) if math.isfinite(length + area) else Outline(math.inf, math.inf)


def _path(text: str) -> Outline:
    """Return the outline of a path: a curve is no longer than the lines between the points that bend it."""
    points = [(0.0, 0.0)]
    corners: list[tuple[float, float]] = []
    around = x = y = start_x = start_y = 0.0
    for command, values in _steps(text):
        kind = command.lower()
        left, top = (x, y) if command.islower() else (0.0, 0.0)
        if kind == "z":
            found = [(start_x, start_y)]
        elif kind == "h":
            found = [(left + values[0], y)]
        elif kind == "v":
            found = [(x, top + values[0])]
        elif kind == "a":
            found = [(left + values[5], top + values[6])]
            across = 2 * max(abs(values[0]), abs(values[1]), math.dist((x, y), found[0]))
            around += math.pi * across
            corners += [(x - across, y - across), (x + across, y + across)]
        else:
            found = [(left + a, top + b) for a, b in zip(values[::2], values[1::2], strict=True)]
        # The first point that bends a smooth curve isn't written: it mirrors the one before.
        if kind in {"s", "t"} and len(points) > 1:
            found.insert(0, (2 * x - points[-2][0], 2 * y - points[-2][1]))
        points += found
        x, y = found[-1]
        if kind == "m":
            start_x, start_y = x, y
    return Outline(_through(points[1:]).length + around, _through(points[1:] + corners).area)


def _steps(text: str) -> Iterator[tuple[str, list[float]]]:
    """Yield the commands of a path with their numbers, up to the first mistake, as programs draw it (SVG 2, 9.5.4)."""
    place, command = 0, ""
    while True:
        if found := _COMMAND.match(text, place):
            place, command = found.end(), found[1]
        elif not command or command in "zZ":
            return
        values: list[float] = []
        for number in range(_VALUES[command.lower()]):
            is_flag = command in "aA" and number in {3, 4}
            found = (_FLAG if is_flag else _VALUE).match(text, place)
            if found is None:
                return
            place = found.end()
            values.append(float(found[1]))
        yield command, values
        command = {"m": "l", "M": "L"}.get(command, command)
