"""Judge whether an SVG runs nothing and fetches nothing: a logo goes onto every page."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from xml.etree import ElementTree as ET
from xml.parsers import expat

from generator import limits
from generator.kit.svgcost import TOO_DEEP, TOO_MUCH, too_costly
from generator.kit.svgdraw import draw_svg
from generator.kit.svgstyle import URL

_FORBIDDEN: Final = {
    "script": "een script",
    "foreignobject": "een stuk webpagina (foreignObject)",
    "iframe": "een stuk webpagina (iframe)",
    "object": "een stuk webpagina (object)",
    "embed": "een stuk webpagina (embed)",
    "audio": "geluid",
    "video": "een film",
    "handler": "een script (handler)",
    "listener": "een script (listener)",
    "link": "een verwijzing naar een ander bestand (link)",
    # Effects whose numbers alone can ask for minutes of work.
    **dict.fromkeys(("feturbulence", "feconvolvematrix", "fedisplacementmap", "fetile"), "een zwaar effect (filter)"),
    **dict.fromkeys(("fediffuselighting", "fespecularlighting"), "een zwaar effect (filter)"),
}
_INLINE: Final = re.compile(r"\s*(#|data:image/(png|jpeg|jpg|gif|webp)[;,])", re.IGNORECASE)
_CSS_FETCH: Final = re.compile(r"@import|image-set|\bsrc\(|expression\(|\\", re.IGNORECASE)
_REFERENCES: Final = {"href", "src", "base"}


class _Unsafe(Exception):
    """Raised inside the parser to stop it; its text is the reason, in Dutch."""


# The kits of an association share its logo.
@lru_cache(maxsize=8)
def svg_problem(data: bytes) -> str | None:
    """Return None for a safe SVG that can be drawn, an empty text for what is no SVG, else what is wrong, in Dutch."""
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = reader.entity
    parser.ProcessingInstructionHandler = reader.instruction
    try:
        parser.Parse(data, True)
        root = ET.fromstring(data)  # noqa: S314  the parser above refused entities
    except _Unsafe as problem:
        return str(problem)
    except (expat.ExpatError, ET.ParseError, ValueError, LookupError):
        return ""
    return too_costly(root) or _undrawable(root)


def _undrawable(root: ET.Element) -> str | None:
    """Return an empty text if the program that draws logos on paper does not take this one; very small is enough."""
    try:
        draw_svg(ET.tostring(root, encoding="unicode"), (8, 8))
    except ValueError:
        return ""
    return None


class _Reader:
    """The handlers of one parse; knows only whether it has seen the root and stands inside a ``style``."""

    def __init__(self) -> None:
        self.depth = 0
        self.elements = 0
        self.css = 0
        self.style: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Look at an element and its attributes."""
        local = name.rpartition(" ")[2].lower()
        if self.depth == 0 and local != "svg":
            raise _Unsafe("")
        self.depth += 1
        self.elements += 1
        if self.depth > limits.SVG_DEPTH + 1:
            raise _Unsafe(TOO_DEEP)
        if self.elements > limits.SVG_SHAPES:
            raise _Unsafe(TOO_MUCH)
        if local in _FORBIDDEN:
            raise _Unsafe(_FORBIDDEN[local])
        if local == "style":
            self.style = []
        for key, value in attributes.items():
            _check_attribute(key.rpartition(" ")[2].lower(), value)

    def end(self, name: str) -> None:
        """Leave an element; judge a style sheet when it is whole, since the parser hands text over in pieces."""
        self.depth -= 1
        if self.style is not None and name.rpartition(" ")[2].lower() == "style":
            _check_css("".join(self.style))
            self.style = None

    def text(self, data: str) -> None:
        """Collect the text of a style sheet."""
        if self.style is not None:
            self.style.append(data)
            self.css += len(data)
            if self.css > limits.SVG_CSS_BYTES:
                raise _Unsafe("meer opmaakregels dan in een logo horen")

    def entity(self, *_: object) -> None:
        """Refuse entities: they can grow without end and can read other files."""
        raise _Unsafe("een eigen afkorting (ENTITY)")

    def instruction(self, target: str, _: str) -> None:
        """Refuse style sheets from elsewhere."""
        if target.lower() == "xml-stylesheet":
            raise _Unsafe("een opmaakblad van elders (xml-stylesheet)")


def _check_attribute(name: str, value: str) -> None:
    """Raise ``_Unsafe`` for an attribute that runs something or fetches something."""
    if name.startswith("on"):
        raise _Unsafe(f"een script ({name})")
    if re.match(r"\s*(javascript|vbscript)\s*:", value, re.IGNORECASE):
        raise _Unsafe(f"een script ({name})")
    if name in _REFERENCES and value.strip() and not _INLINE.match(value):
        raise _Unsafe("een verwijzing naar buiten de tekening")
    if name == "attributename" and value.strip().lower().rpartition(":")[2] in _REFERENCES | {"style"}:
        raise _Unsafe("een bewegende verwijzing")
    if name == "style":
        _check_css(value)
    else:
        _check_urls(value)


def _check_css(css: str) -> None:
    """Raise ``_Unsafe`` for style rules that fetch something; a backslash could hide one."""
    if _CSS_FETCH.search(css):
        raise _Unsafe("opmaak die iets van buiten kan ophalen")
    _check_urls(css)


def _check_urls(value: str) -> None:
    """Raise ``_Unsafe`` for a ``url(...)`` that does not point inside the drawing."""
    if any(not _INLINE.match(target) for target in URL.findall(value)):
        raise _Unsafe("een verwijzing naar buiten de tekening")
