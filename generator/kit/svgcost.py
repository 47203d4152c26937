"""What an SVG costs to draw: a small file can ask for endless work by using its own parts over and over.

Browsers draw a logo on every page, and we draw it for paper. Counted is what is drawn in the end: each shape as often
as it is used, with all that lies in it, for example in a mask of a pattern of a mask.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

from PIL import Image

from generator import limits
from generator.kit.decoding import quiet

_INSIDE: Final = re.compile(r"url\(\s*[\"']?\s*#([^)\"']*)", re.IGNORECASE)
_RULE: Final = re.compile(r"([^{}]*+)\{([^{}]*+)\}")
_CLASS: Final = re.compile(r"\s*\.([\w-]+)\s*")
_DATA: Final = re.compile(r"\s*data:[^,]*?(;base64)?\s*,(.*)", re.IGNORECASE | re.DOTALL)
#: What makes a program draw a part on a sheet of its own first.
_LAYERS: Final = frozenset({"opacity", "mask", "clip-path", "filter", "mix-blend-mode"})
_LAYERED: Final = re.compile(rf"(?<![\w-])({'|'.join(sorted(_LAYERS))})\s*:", re.IGNORECASE)
#: A comment that never ends reaches to the end, as in a browser.
_COMMENT: Final = re.compile(r"/\*(?:[^*]|\*(?!/))*+(?:\*/|$)")
#: So many characters of attributes and text count as one shape more.
_A_SHAPE: Final = 200
TOO_MUCH: Final = "meer vormen, lagen of effecten dan in een logo horen"
TOO_DEEP: Final = f"meer dan {limits.SVG_DEPTH} groepen in elkaar"


@dataclass(frozen=True, slots=True)
class _Cost:
    """What an element costs as it is drawn, with all in it."""

    shapes: int = 0
    layers: int = 0
    pixels: int = 0
    depth: int = 0

    def plus(self, inner: _Cost) -> _Cost:
        """Return the cost of an element with one more part in it."""
        return _Cost(
            self.shapes + inner.shapes,
            self.layers + inner.layers,
            self.pixels + inner.pixels,
            max(self.depth, inner.depth + 1),
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
    return "een te groot plaatje" if cost.pixels > limits.SVG_PIXELS else None


class _Unweighable(Exception):
    """A drawing whose cost has no end; its text is the reason, in Dutch."""


class _Weigher:
    """Adds up an element's cost, remembering those of parts that are used several times."""

    def __init__(self, root: ET.Element) -> None:
        self.parts = {identity: element for element in root.iter() if (identity := element.get("id"))}
        self.sheet = _Sheet("".join("".join(e.itertext()) for e in root.iter() if _local(e.tag) == "style"))
        self.known: dict[int, _Cost | None] = {}
        self.inside = 0

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
        total = self._own(element)
        for child in element:
            total = total.plus(self.cost(child))
        for identity in self._references(element):
            if identity in self.parts:
                total = total.plus(self.cost(self.parts[identity]))
        self.known[key] = total
        self.inside -= 1
        return total

    def _own(self, element: ET.Element) -> _Cost:
        size = len(element.text or "") + len(element.tail or "")
        size += sum(len(value) for name, value in element.attrib.items() if _local(name) != "href")
        style = self._style(element)
        layered = not _LAYERS.isdisjoint(element.attrib) or _LAYERED.search(style)
        return _Cost(1 + size // _A_SHAPE, int(bool(layered)), _pixels(element))

    def _style(self, element: ET.Element) -> str:
        named = (self.sheet.classes.get(name, "") for name in element.get("class", "").split())
        return " ".join((element.get("style", ""), self.sheet.everywhere, *named))

    def _references(self, element: ET.Element) -> Iterator[str]:
        for name, value in element.attrib.items():
            if _local(name) == "href" and value.strip().startswith("#"):
                yield value.strip()[1:]
            elif name != "style":
                yield from _INSIDE.findall(value)
        yield from _INSIDE.findall(self._style(element))


class _Sheet:
    """A style sheet as far as it matters: what a class asks for, and what any element may be asked for."""

    def __init__(self, css: str) -> None:
        classes: dict[str, list[str]] = {}
        everywhere: list[str] = []
        css = _COMMENT.sub(" ", css)
        for selectors, body in _RULE.findall(css):
            if not (_INSIDE.search(body) or _LAYERED.search(body)):
                continue
            for selector in selectors.split(","):
                match = _CLASS.fullmatch(selector)
                (classes.setdefault(match[1], []) if match else everywhere).append(body)
        # What is no rule to us may be one to others: a brace can stand in a text between quotes.
        everywhere.append(_RULE.sub(" ", css))
        self.classes = {name: " ".join(bodies) for name, bodies in classes.items()}
        self.everywhere = " ".join(everywhere).strip()


def _pixels(element: ET.Element) -> int:
    """Return how many pixels the picture has that an element holds; 0 if nobody can read it."""
    for name, value in element.attrib.items():
        match = _DATA.match(value) if _local(name) == "href" else None
        if match:
            with quiet():
                return _size(match[2], packed=bool(match[1]))
    return 0


def _size(text: str, *, packed: bool) -> int:
    try:
        data = base64.b64decode(text) if packed else unquote_to_bytes(text)
        with Image.open(io.BytesIO(data)) as picture:
            return picture.width * picture.height
    except Image.DecompressionBombError:
        return limits.SVG_PIXELS + 1
    except Exception:  # noqa: BLE001  whatever a damaged picture makes Pillow raise
        return 0


def _local(name: object) -> str:
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""
