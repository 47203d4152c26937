"""What an SVG costs to draw: a small file can ask for endless work by using its own parts over and over.

Browsers draw a logo on every page, and we draw it for paper. Counted is what is drawn in the end: each shape as often
as it is used, with all that lies in it, for example in a mask of a pattern of a mask.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET

from PIL import Image

from generator import limits
from generator.kit.decoding import opened_inside, quiet
from generator.kit.svgmeasure import Cost, dashes, enlarged, is_cut, outline, size, spread, tile, view
from generator.kit.svgstyle import Declaration, Sheet, declarations, embedded, links, local, references, spellings

#: What makes a program draw a part on a sheet of its own first.
_LAYERS: Final = frozenset({"opacity", "mask", "clip-path", "filter", "backdrop-filter", "mix-blend-mode", "isolation"})
#: Values that ask for nothing.
_IDLE: Final = frozenset({"", "none", "normal", "initial", "unset", "auto"})
#: What is never drawn by a style of its own: nothing that a style asks for there has any effect.
_UNSTYLED: Final = frozenset(
    {"lineargradient", "radialgradient", "stop", "filter", "defs", "style", "metadata", "title", "desc", "marker"}
)
_PICTURES: Final = frozenset({"image", "feimage"})
#: Parts of the steps of an effect; each step itself is a layer, and one that looks around every pixel is two.
_NO_STEPS: Final = frozenset({"femergenode", "fefuncr", "fefuncg", "fefuncb", "fefunca"})
_SLOW_STEPS: Final = frozenset({"fegaussianblur", "fedropshadow"})
#: An effect may reach far around its shape; the program that draws cuts it off when it covers so many drawings.
_FARTHEST: Final = 10
#: A doubtful sheet may ask for anything that it names, of any element.
_DOUBTFUL: Final = re.compile(rf"(?<![\w-])({'|'.join(sorted(_LAYERS))}|stroke-dasharray)\s*+:", re.IGNORECASE)
#: So many characters of attributes and text count as one shape more.
_A_SHAPE: Final = 200
#: How many rules and properties are looked at, over all elements: a common logo needs a hundredth of it.
_WORK: Final = 1_000_000
#: The radius of wider shadows, as a part of the smaller side of the drawing; the tiles of patterns, as parts of it.
_SPREAD: Final = 0.03
_TILES: Final = 20
_TOO_LARGE: Final = "een te groot plaatje"
_DAMAGED: Final = "een plaatje dat niet helemaal te lezen is"
TOO_MUCH: Final = "meer vormen, lagen of effecten dan in een logo horen"
TOO_DEEP: Final = f"meer dan {limits.SVG_DEPTH} groepen in elkaar"


def too_costly(root: ET.Element) -> str | None:
    """Return in Dutch what makes a drawing too much work, or None; it must be known to be free of entities."""
    weigher = _Weigher(root)
    try:
        cost = weigher.cost(root)
    except _Unweighable as problem:
        return str(problem)
    width, height = weigher.sides
    tiles, radius = (0, 0) if is_cut(root) else (_TILES * width * height, _SPREAD * min(width, height))
    reasons = {
        TOO_DEEP: cost.depth > limits.SVG_DEPTH,
        TOO_MUCH: cost.shapes > limits.SVG_SHAPES or cost.layers > limits.SVG_LAYERS,
        _TOO_LARGE: cost.pixels > limits.SVG_PIXELS,
        "lijnen van veel te veel streepjes": cost.dashes > (0 if weigher.keeps_strokes else limits.SVG_DASHES),
        # What is no number is too much as well.
        "een patroon dat veel groter is dan de tekening": not cost.tiles <= tiles,
        "een zwaar effect (filter)": not math.sqrt(cost.spread) <= radius,
    }
    return next((reason for reason, found in reasons.items() if found), None)


class _Unweighable(Exception):
    """A drawing whose cost has no end; its text is the reason, in Dutch."""


class _Weigher:
    """Adds up an element's cost, remembering those of parts that are used several times."""

    def __init__(self, root: ET.Element) -> None:
        self.root = root
        self.sides = view(root)
        self.keeps_strokes = False
        # Which of two parts with the same name is meant differs between programs.
        self.parts: dict[str, list[ET.Element]] = {}
        for element in root.iter():
            if identity := element.get("id"):
                self.parts.setdefault(identity, []).append(element)
        self.sheet = Sheet(root)
        self.everywhere = list(_everywhere(root, self.sheet))
        self.known: dict[int, Cost | None] = {}
        self.tiles: dict[int, tuple[ET.Element, float]] = {}
        self.inside = 0
        self.work = 0
        self.pixels = 0

    def cost(self, element: ET.Element) -> Cost:
        """Return the cost of an element; raises ``_Unweighable``."""
        key = id(element)
        if key in self.known:
            known = self.known[key]
            if known is None:
                raise _Unweighable("een deel dat zichzelf bevat")
            return known
        self.known[key] = None
        self.inside += 1
        if self.inside > limits.SVG_DEPTH + 1:
            raise _Unweighable(TOO_DEEP)
        total = self._weighed(element)
        self.known[key] = total
        self.inside -= 1
        return total

    def _weighed(self, element: ET.Element) -> Cost:
        style = self._style(element)
        own = total = self._own(element, style)
        for child in element:
            total = total.plus(self.cost(child))
        for part in (part for name in self._references(element, style) for part in self.parts.get(name, ())):
            used = self._used(part, total, total.shapes - own.shapes)
            # What is filled or cut with a part has the lines and the box of its own, not those of the part.
            total = total.plus(used if local(element.tag) == "use" else used._replace(area=0, length=0))
            if total.shapes > limits.SVG_SHAPES:
                raise _Unweighable(TOO_MUCH)
        for one in style:
            if one.name == "stroke-dasharray" and total.length and (period := dashes(one.value)):
                total = total._replace(dashes=total.dashes + total.length / period)
            self.keeps_strokes |= one.name == "vector-effect" and not _is_idle(one.value)
        if total.spread and element.get("primitiveUnits", "userSpaceOnUse") != "userSpaceOnUse":
            total = total._replace(spread=math.inf)
        return total.enlarged(enlarged(element, style, is_root=element is self.root))

    def _used(self, part: ET.Element, user: Cost, shapes: float) -> Cost:
        """Return what it costs to use a part for an element with so many shapes in it."""
        cost = self.cost(part)
        if local(part.tag) == "filter":
            return cost._replace(layers=cost.layers * self._reach(part))
        if local(part.tag) != "pattern":
            return cost
        # Handed down: a pattern is drawn once more for each shape inside.
        number = max(1, shapes)
        whole, factor = self._tile(part)
        covered = tile(whole, self.sides, user.area / number) * number
        return cost.times(number).plus(Cost(tiles=covered and covered * factor * factor))

    def _tile(self, pattern: ET.Element) -> tuple[ET.Element, float]:
        """Return a pattern with all that it takes from those it refers to (SVG 2, 14.3), and how it is enlarged."""
        key = id(pattern)
        if key not in self.tiles:
            whole = ET.Element(pattern.tag, dict(pattern.attrib))
            bases = [pattern]
            for _ in range(limits.SVG_DEPTH):
                bases = [part for base in bases for _, to in links(base) for part in self.parts.get(to.strip()[1:], ())]
                if len(bases) > 1:
                    raise _Unweighable("een patroon met een naam die twee keer voorkomt")
                for base in bases:
                    whole.attrib = base.attrib | whole.attrib
            whole.attrib.pop("viewBox", None)  # of what is in it, not of the tile
            self.tiles[key] = whole, enlarged(whole, self._style(whole), is_root=False)
        return self.tiles[key]

    def _reach(self, effect: ET.Element) -> float:
        """Return over how many times its shape, or the drawing, an effect is drawn."""
        own = effect.get("filterUnits", "objectBoundingBox") == "userSpaceOnUse"
        width, height = self.sides if own else (1.0, 1.0)
        covered = size(effect.get("width", "1"), width) * size(effect.get("height", "1"), height)
        return max(1, covered / (width * height)) if covered < _FARTHEST * width * height else _FARTHEST

    def _own(self, element: ET.Element, style: list[Declaration]) -> Cost:
        name = local(element.tag)
        written = len(element.text or "") + len(element.tail or "")
        written += sum(len(value) for key, value in element.attrib.items() if local(key) != "href")
        asked = [max(1, one.value.count("(")) for one in style if one.name in _LAYERS and not _is_idle(one.value)]
        step = name.startswith("fe") and name not in _NO_STEPS
        length, area = outline(element, max(self.sides) or math.inf)
        return Cost(
            shapes=1 + written // _A_SHAPE,
            layers=max(asked, default=0) + step * (1 + (name in _SLOW_STEPS)),
            pixels=self._pixels(element),
            spread=spread(element),
            area=area,
            length=length,
        )

    def _style(self, element: ET.Element) -> list[Declaration]:
        """Return all that may be asked for as a style of an element, in any state and on any screen."""
        name = local(element.tag)
        if name in _UNSTYLED or name.startswith("fe"):
            return []
        found = [Declaration(local(key), value, important=False) for key, value in element.attrib.items()]
        found += declarations(element.get("style", ""))
        found += self.everywhere
        rules = self.sheet.candidates(element)
        self.work += len(rules) * (1 + len(element.get("class", "")) // _A_SHAPE) + len(found)
        if self.work > _WORK:
            raise _Unweighable(TOO_MUCH)
        for rule in rules:
            if rule.target.matches(element):
                self.work += len(rule.declarations)
                if self.work > _WORK:
                    raise _Unweighable(TOO_MUCH)
                found += rule.declarations
        return found

    def _references(self, element: ET.Element, style: list[Declaration]) -> Iterator[str]:
        for _, value in links(element):
            if value.strip().startswith("#"):
                yield from spellings(value.strip()[1:])
        for one in style:
            found = references(one.value) if one.name not in {"style", "href"} else []
            # Drawn once for every corner of a path.
            if one.name.startswith("marker") and (found or "var(" in one.value.lower()):
                raise _Unweighable("pijlpunten (marker)")
            yield from found

    def _pixels(self, element: ET.Element) -> int:
        """Return how many pixels the picture has that an element holds; raises ``_Unweighable`` if it isn't whole."""
        if local(element.tag) not in _PICTURES:
            return 0
        pixels = 0
        for _, value in links(element):
            try:
                data = embedded(value)
            except ValueError as problem:
                raise _Unweighable(_DAMAGED) from problem
            if data is not None:
                with quiet():
                    pixels += self._decoded(data)
        return pixels

    def _decoded(self, data: bytes) -> int:
        try:
            with opened_inside(data) as picture:
                pixels = picture.width * picture.height
                self.pixels += pixels
                # Inside a scan these two bytes cannot stand together (ISO/IEC 10918-1, section F.1.2.3).
                if self.pixels <= limits.SVG_PIXELS and data.count(b"\xff\xda") <= limits.JPEG_SCANS:
                    picture.load()
                    return pixels
        except Image.DecompressionBombError:
            pass
        except Exception as problem:  # whatever a damaged picture makes Pillow raise
            raise _Unweighable(_DAMAGED) from problem
        raise _Unweighable(_TOO_LARGE)


def _everywhere(root: ET.Element, sheet: Sheet) -> Iterator[Declaration]:
    """Yield what may be asked for of elements that no selector names."""
    styles = ["".join(element.itertext()) for element in root.iter() if local(element.tag) == "style"]
    if sheet.doubtful:
        css = " ".join(styles)
        yield from (Declaration("mask", f'url("#{name}")', important=False) for name in references(css))
        yield from (Declaration(found[1].lower(), "?", important=False) for found in _DOUBTFUL.finditer(css))
    # A property of one's own is handed down, and used by whoever names it.
    styled = list(sheet.declared)
    styled += [one for element in root.iter() for one in declarations(element.get("style", ""))]
    yield from (one for one in styled if one.name.startswith("--") and "url(" in one.value.lower())


def _is_idle(value: str) -> bool:
    """Tell whether a value of a layer's property leaves everything as it is."""
    value = value.strip().lower()
    try:
        return float(value.removesuffix("%")) >= (100 if value.endswith("%") else 1)
    except ValueError:
        return value in _IDLE
