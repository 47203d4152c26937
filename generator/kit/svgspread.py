"""How much work it is to make shadows in a drawing wider (``feMorphology``): small ones are common, large ones endless.

A careless program compares each pixel with all within the radius, so what counts is the square of it.
"""

from __future__ import annotations

import math
import re
from typing import Final
from xml.etree import ElementTree as ET

from generator.kit.svgstyle import local

_NUMBER: Final = re.compile(r"[-+]?(?:\d++\.?\d*+|\.\d++)(?:e[-+]?\d++)?", re.IGNORECASE)
_SCALING: Final = re.compile(r"(matrix|scale|skew|zoom|perspective|3d)", re.IGNORECASE)
#: The radius of all of them together, as a part of the smaller side of the drawing.
_MOST: Final = 0.03


def spread(element: ET.Element) -> float:
    """Return the square of the radius that an element asks for, in units of the drawing; infinite for nonsense."""
    if local(element.tag) != "femorphology":
        return 0
    numbers = _numbers(element.get("radius", "0"))
    radius = max(map(abs, numbers), default=0) if len(numbers) <= 2 else math.inf
    return radius * radius


def is_bounded(root: ET.Element, total: float) -> bool:
    """Tell whether a drawing whose squares add up to ``total`` can be drawn soon: nothing may enlarge the radius."""
    if total == 0:
        return True
    view = _numbers(root.get("viewBox", ""))
    side = min(view[2:]) if len(view) == 4 else 0
    plain = "slice" not in root.get("preserveAspectRatio", "") and not any(map(_enlarges, root.iter()))
    return plain and side > 0 and math.isfinite(total) and math.sqrt(total) <= _MOST * side


def _enlarges(element: ET.Element) -> bool:
    name = local(element.tag)
    if name == "filter":
        return element.get("primitiveUnits", "userSpaceOnUse") != "userSpaceOnUse"
    if name == "style":
        return bool(_SCALING.search("".join(element.itertext())) or "transform" in "".join(element.itertext()))
    if name in {"symbol", "marker"} and element.get("viewBox"):
        return True
    moved = element.get("transform", "") + element.get("patternTransform", "")
    larger = _SCALING.search(moved) and any(abs(number) > 1 for number in _scales(moved))
    return bool(larger or "transform" in element.get("style", "") or "scale" in element.get("style", ""))


def _scales(transforms: str) -> list[float]:
    """Return the factors in a list of transforms; how far something moves is none."""
    found: list[float] = []
    for call in transforms.split(")"):
        name, _, numbers = call.partition("(")
        if _SCALING.search(name):
            found += _numbers(numbers)[:4]
    return found


def _numbers(text: str) -> list[float]:
    return [float(found) for found in _NUMBER.findall(text)]
