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
    # A logo that moves can't be stopped by who is distracted by it (WCAG 2.2.2), and has no form on paper.
    **dict.fromkeys(("animate", "animatecolor", "animatemotion", "animatetransform"), "een beweging (animatie)"),
    **dict.fromkeys(("discard", "mpath", "set"), "een beweging (animatie)"),
    # Effects whose numbers alone can ask for minutes of work.
    **dict.fromkeys(("feturbulence", "feconvolvematrix", "fedisplacementmap", "fetile"), "een zwaar effect (filter)"),
    **dict.fromkeys(("fediffuselighting", "fespecularlighting"), "een zwaar effect (filter)"),
}
_INLINE: Final = re.compile(r"\s*(#|data:image/(png|jpeg|jpg|gif|webp)[;,])", re.IGNORECASE)
_CSS_FETCH: Final = re.compile(r"@import|image-set|cross-fade|\b(?:src|image|expression)\(|\\", re.IGNORECASE)
_CSS_MOVES: Final = re.compile(r"@(?:-\w++-)?keyframes", re.IGNORECASE)
_REFERENCES: Final = {"href", "src", "base"}
#: Attributes that no program reads as a style.
_NO_STYLE: Final = {"id", "class", "title"}
#: A number and, among style rules, one that isn't a part of a name. The largest has so many digits: beyond, programs
#: count wrong or give up.
_NUMBER: Final = re.compile(r"(?:(?P<whole>\d++)(?:\.\d*+)?|\.\d++)(?:e(?P<power>[-+]?\d++))?", re.IGNORECASE)
_CSS_NUMBER: Final = re.compile(rf"(?<=[:\s,(])[-+]?{_NUMBER.pattern}", re.IGNORECASE)
_DIGITS: Final = 7
#: Pixels on which a drawing is tried: about as many as on paper, where some numbers are too large first.
_TRIED: Final = (300, 300)


_SVG: Final = "http://www.w3.org/2000/svg"
#: Attributes of which the numbers say how large something is drawn, how far away, or how often.
_NUMERIC_NAMES: Final = (
    "d points x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height viewbox transform gradienttransform "
    "patterntransform stroke-width stroke-dasharray stroke-dashoffset stroke-miterlimit font-size letter-spacing "
    "word-spacing textlength pathlength startoffset stddeviation radius offset k1 k2 k3 k4 values tablevalues "
    "markerwidth markerheight refx refy rotate opacity baseline-shift kerning"
)
_NUMERIC: Final = frozenset(_NUMERIC_NAMES.split())


class _Unsafe(Exception):
    """Raised inside the parser to stop it; its text is the reason, in Dutch."""


# The kits of an association share its logo.
@lru_cache(maxsize=8)
def svg_problem(data: bytes) -> str | None:
    """Return None for a safe SVG that can be drawn, an empty text for what is no SVG, else what is wrong, in Dutch."""
    try:
        _parser(_Reader()).Parse(data, True)
        root = ET.fromstring(data)  # noqa: S314  the parser above refused entities and defaults of attributes
    except _Unsafe as problem:
        return str(problem)
    except (expat.ExpatError, ET.ParseError, ValueError, LookupError):
        return ""
    return too_costly(root) or _undrawable(root)


def check_published(data: bytes) -> None:
    """Raise ``ValueError`` for a cleaned drawing that would not be taken itself: cleaning must not make it worse."""
    reader = _Reader()
    try:
        _parser(reader).Parse(data, True)
    except _Unsafe as problem:
        raise ValueError(str(problem)) from problem
    except expat.ExpatError as problem:
        raise ValueError("fouten in de XML") from problem


def _parser(reader: _Reader) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = reader.entity
    parser.AttlistDeclHandler = reader.default
    parser.ProcessingInstructionHandler = reader.instruction
    return parser


def _undrawable(root: ET.Element) -> str | None:
    """Return what to say of a drawing that the program that draws logos on paper does not take; small is enough."""
    try:
        draw_svg(ET.tostring(root, encoding="unicode"), _TRIED)
    except ValueError:
        return "iets wat niet te tekenen is"
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
        space, _, local = name.rpartition(" ")
        local = local.lower()
        if self.depth == 0 and (local != "svg" or space not in {"", _SVG}):
            raise _Unsafe("")
        self.depth += 1
        self.elements += 1
        if self.depth > limits.SVG_DEPTH + 1:
            raise _Unsafe(TOO_DEEP)
        if self.elements > limits.SVG_SHAPES:
            raise _Unsafe(TOO_MUCH)
        if local in _FORBIDDEN:
            raise _Unsafe(_FORBIDDEN[local])
        # It would end the style sheet for some programs, and not for others.
        if self.style is not None:
            raise _Unsafe("een element tussen de opmaakregels")
        if local == "style":
            self.style = []
        for key, value in attributes.items():
            space, _, attribute = key.rpartition(" ")
            _check_attribute(attribute.lower(), value, is_own=space in {"", _SVG})

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

    def default(self, *_: object) -> None:
        """Refuse attributes that stand nowhere and hold for every element of a name."""
        raise _Unsafe("een eigen afspraak over kenmerken (ATTLIST)")

    def instruction(self, target: str, _: str) -> None:
        """Refuse style sheets from elsewhere."""
        if target.lower() == "xml-stylesheet":
            raise _Unsafe("een opmaakblad van elders (xml-stylesheet)")


def _check_attribute(name: str, value: str, *, is_own: bool) -> None:
    """Raise ``_Unsafe`` for an attribute that runs or fetches something; ``is_own`` if it is SVG's."""
    if name.startswith("on"):
        raise _Unsafe(f"een script ({name})")
    if re.match(r"\s*(javascript|vbscript)\s*:", value, re.IGNORECASE):
        raise _Unsafe(f"een script ({name})")
    if name in _REFERENCES:
        if value.strip() and not _INLINE.match(value):
            raise _Unsafe("een verwijzing naar buiten de tekening")
        return
    if name == "style" or (is_own and "(" in value and name not in _NO_STYLE and not name.startswith("data-")):
        _check_css(value)
    else:
        _check_urls(value)
    if name in _NUMERIC:
        _check_numbers(_NUMBER, value)


def _check_css(css: str) -> None:
    """Raise ``_Unsafe`` for style rules that fetch something or move; a backslash could hide either."""
    if _CSS_FETCH.search(css):
        raise _Unsafe("opmaak die iets van buiten kan ophalen")
    if _CSS_MOVES.search(css):
        raise _Unsafe("een beweging (animatie)")
    _check_urls(css)
    _check_numbers(_CSS_NUMBER, URL.sub("", css))


def _check_urls(value: str) -> None:
    """Raise ``_Unsafe`` for a ``url(...)`` that does not point inside the drawing."""
    if any(not _INLINE.match(target) for target in URL.findall(value)):
        raise _Unsafe("een verwijzing naar buiten de tekening")


def _check_numbers(number: re.Pattern[str], value: str) -> None:
    """Raise ``_Unsafe`` for a number of which the program that draws could make nothing, or anything."""
    for found in number.finditer(value):
        digits, power = len((found["whole"] or "").lstrip("0")), found["power"] or "0"
        if digits > _DIGITS or len(power) > 3 or digits + int(power) > _DIGITS:
            raise _Unsafe("een veel te groot getal")
