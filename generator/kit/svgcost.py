"""What an SVG costs to draw: a small file can ask for endless work by using its own parts over and over.

Browsers draw a logo on every page, and we draw it for paper. Counted is what is drawn in the end: each shape as often
as it is used, with all that lies in it, for example in a mask of a pattern of a mask.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from xml.etree import ElementTree as ET

from PIL import Image

from generator import limits
from generator.kit.decoding import quiet
from generator.kit.svgspread import is_bounded, spread
from generator.kit.svgstyle import Declaration, Sheet, declarations, embedded, links, local, references

#: What makes a program draw a part on a sheet of its own first.
_LAYERS: Final = frozenset({"opacity", "mask", "clip-path", "filter", "mix-blend-mode"})
#: Values that ask for nothing.
_IDLE: Final = frozenset({"", "none", "normal", "initial", "unset", "auto"})
#: What is never drawn by a style of its own: nothing that a style asks for there has any effect.
_UNSTYLED: Final = frozenset(
    {"lineargradient", "radialgradient", "stop", "filter", "defs", "style", "metadata", "title", "desc", "marker"}
)
_PICTURES: Final = frozenset({"image", "feimage"})
#: A doubtful sheet may ask for anything that it names, of any element.
_DOUBTFUL: Final = re.compile(rf"(?<![\w-])({'|'.join(sorted(_LAYERS))})\s*+:", re.IGNORECASE)
#: So many characters of attributes and text count as one shape more.
_A_SHAPE: Final = 200
#: How many rules and properties are looked at, over all elements: a common logo needs a hundredth of it.
_WORK: Final = 1_000_000
_TOO_LARGE: Final = "een te groot plaatje"
_DAMAGED: Final = "een plaatje dat niet helemaal te lezen is"
TOO_MUCH: Final = "meer vormen, lagen of effecten dan in een logo horen"
TOO_DEEP: Final = f"meer dan {limits.SVG_DEPTH} groepen in elkaar"


@dataclass(frozen=True, slots=True)
class _Cost:
    """What an element costs as it is drawn, with all in it."""

    shapes: int = 0
    layers: int = 0
    pixels: int = 0
    depth: int = 0
    spread: float = 0

    def plus(self, inner: _Cost) -> _Cost:
        """Return the cost of an element with one more part in it."""
        return _Cost(
            self.shapes + inner.shapes,
            self.layers + inner.layers,
            self.pixels + inner.pixels,
            max(self.depth, inner.depth + 1),
            self.spread + inner.spread,
        )

    def times(self, number: int) -> _Cost:
        """Return the cost of an element that is drawn so many times."""
        return replace(
            self,
            shapes=self.shapes * number,
            layers=self.layers * number,
            pixels=self.pixels * number,
            spread=self.spread * number,
        )


def too_costly(root: ET.Element) -> str | None:
    """Return in Dutch what makes a drawing too much work, or None; it must be known to be free of entities."""
    try:
        cost = _Weigher(root).cost(root)
    except _Unweighable as problem:
        return str(problem)
    if cost.depth > limits.SVG_DEPTH:
        return TOO_DEEP
    if cost.shapes > limits.SVG_SHAPES or cost.layers > limits.SVG_LAYERS:
        return TOO_MUCH
    if cost.pixels > limits.SVG_PIXELS:
        return _TOO_LARGE
    return None if is_bounded(root, cost.spread) else "een zwaar effect (filter)"


class _Unweighable(Exception):
    """A drawing whose cost has no end; its text is the reason, in Dutch."""


class _Weigher:
    """Adds up an element's cost, remembering those of parts that are used several times."""

    def __init__(self, root: ET.Element) -> None:
        self.parts = {identity: element for element in root.iter() if (identity := element.get("id"))}
        self.sheet = Sheet(root)
        self.everywhere = list(_everywhere(root, self.sheet))
        self.known: dict[int, _Cost | None] = {}
        self.inside = 0
        self.work = 0
        self.pixels = 0

    def cost(self, element: ET.Element) -> _Cost:
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
        style = self._style(element)
        own = total = self._own(element, style)
        for child in element:
            total = total.plus(self.cost(child))
        for identity in self._references(element, style):
            part = self.parts.get(identity)
            if part is not None:
                # Handed down: a pattern is drawn once more for each shape inside.
                times = max(1, total.shapes - own.shapes) if local(part.tag) == "pattern" else 1
                total = total.plus(self.cost(part).times(times))
        self.known[key] = total
        self.inside -= 1
        return total

    def _own(self, element: ET.Element, style: list[Declaration]) -> _Cost:
        size = len(element.text or "") + len(element.tail or "")
        size += sum(len(value) for name, value in element.attrib.items() if local(name) != "href")
        layered = any(one.name in _LAYERS and not _is_idle(one.value) for one in style)
        return _Cost(1 + size // _A_SHAPE, int(layered), self._pixels(element), 0, spread(element))

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
            found += rule.declarations if rule.target.matches(element) else ()
        self.work += len(found)
        return found

    def _references(self, element: ET.Element, style: list[Declaration]) -> Iterator[str]:
        for _, value in links(element):
            if value.strip().startswith("#"):
                yield value.strip()[1:]
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
            with Image.open(io.BytesIO(data)) as picture:
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
    styled = [one for rule in sheet.rules for one in rule.declarations]
    styled += [one for element in root.iter() for one in declarations(element.get("style", ""))]
    yield from (one for one in styled if one.name.startswith("--") and "url(" in one.value.lower())


def _is_idle(value: str) -> bool:
    """Tell whether a value of a layer's property leaves everything as it is."""
    value = value.strip().lower()
    try:
        return float(value.removesuffix("%")) >= (100 if value.endswith("%") else 1)
    except ValueError:
        return value in _IDLE
