"""A vector drawing as it is published: what is seen of it, and nothing of who drew it, with what, or where.

Drawing programs leave names of layers and files, remarks, hidden layers, and photos with all that a camera wrote. So
what may stay is listed here (SVG 2, with what browsers draw of SVG 1.1); whatever else stands in a file goes.
"""

from __future__ import annotations

import io
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree as ET

from PIL import Image

from generator.pixels import jpeg, png, srgb

_SVG: Final = "http://www.w3.org/2000/svg"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_JPEG_QUALITY: Final = 82
#: Elements that hold words which are drawn, and those that are drawn themselves.
_WORDS: Final = frozenset({"text", "tspan", "textPath"})
_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"})
_DRAWN: Final = _WORDS | _SHAPES | {"g", "use", "svg", "a", "switch"}
_ELEMENTS: Final = _DRAWN | {
    *("defs", "symbol", "clipPath", "mask", "pattern", "marker", "linearGradient", "radialGradient", "stop", "filter"),
    *("style", "view", "animate", "animateTransform", "animateMotion", "set", "mpath"),
}
#: Attributes that a browser draws by, or that say when something moves.
_ATTRIBUTE_NAMES: Final = (
    "accumulate additive alignment-baseline amplitude attributeName attributeType azimuth baseFrequency "
    "baseline-shift begin bias by calcMode class clip clip-path clip-rule clipPathUnits color color-interpolation "
    "color-interpolation-filters cx cy d diffuseConstant direction display divisor dominant-baseline dur dx dy "
    "edgeMode elevation enable-background end exponent fill fill-opacity fill-rule filter filterUnits flood-color "
    "flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr "
    "from fx fy gradientTransform gradientUnits height href id image-rendering in in2 intercept isolation k1 k2 k3 "
    "k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust letter-spacing lighting-color "
    "limitingConeAngle marker marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask "
    "mask-type maskContentUnits maskUnits media method mix-blend-mode mode numOctaves offset opacity operator order "
    "orient origin overflow paint-order path pathLength patternContentUnits patternTransform patternUnits points "
    "pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY repeatCount "
    "repeatDur requiredExtensions requiredFeatures restart result rotate rx ry scale seed shape-rendering side "
    "slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color "
    "stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width style surfaceScale systemLanguage tableValues target targetX targetY text-anchor "
    "text-decoration text-rendering textLength to transform transform-box transform-origin type unicode-bidi values "
    "vector-effect version viewBox visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector "
    "y y1 y2 yChannelSelector z "
)
_ATTRIBUTES: Final = frozenset(_ATTRIBUTE_NAMES.split())
_COMMENT: Final = re.compile(r"/\*.*?(\*/|\Z)", re.DOTALL)
_DATA_URL: Final = re.compile(r"""url\(\s*(?:"data:[^"]*"|'data:[^']*'|data:[^)]*)\s*\)""", re.IGNORECASE)
_DATA: Final = re.compile(r"\s*data:image/[\w.+-]+(?P<parameters>[^,]*),(?P<data>.*)", re.IGNORECASE | re.DOTALL)
_REFERENCE: Final = re.compile(r"""(?P<before>url\(\s*["']?#)(?P<id>[^)"'\s]+)""")
_SELECTORS: Final = re.compile(r"[^{}]+(?=\{)")
_RULE: Final = re.compile(r"(?P<selectors>[^{}]+)\{(?P<declarations>[^{}]*)\}")
_HIDDEN: Final = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
_DISPLAYED: Final = re.compile(r"\bdisplay\s*:\s*(?!none\b)", re.IGNORECASE)


def clean_svg(raw: bytes) -> bytes:
    """Return the drawing alone; raises ``ValueError`` or what Pillow raises for a picture inside that is too large.

    A picture inside that can't be read is left out: a browser shows nothing of it either.
    """
    ET.register_namespace("", _SVG)
    # Reading the kit refused document types and entities, so this can't expand or fetch anything.
    root = ET.fromstring(raw)  # noqa: S314
    _drop(root, lambda element: not _is_known(element))
    sheets = [element for element in root.iter() if _name(element) == "style"]
    for sheet in sheets:
        sheet.text = _without_data(sheet.text or "")
    for element in root.iter():
        _clean_attributes(element)
        _clean_text(element)
    hidden = _Hidden(" ".join(sheet.text or "" for sheet in sheets), root)
    _drop(root, hidden.hides)
    _rename(root, sheets)
    cleaned: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=False)
    return cleaned


def _name(element: ET.Element) -> str:
    """Return an element's name; an empty text for one of another language than SVG."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    return name if space in {f"{{{_SVG}", ""} else ""


def _is_known(element: ET.Element) -> bool:
    name = _name(element)
    return name in _ELEMENTS or name.startswith("fe")


def _drop(root: ET.Element, is_unwanted: Callable[[ET.Element], bool]) -> None:
    """Remove elements with all that is in them; the words behind one stay."""
    for parent in list(root.iter()):
        kept: ET.Element | None = None
        for child in list(parent):
            if not is_unwanted(child):
                kept = child
                continue
            if kept is None:
                parent.text = (parent.text or "") + (child.tail or "")
            else:
                kept.tail = (kept.tail or "") + (child.tail or "")
            parent.remove(child)


def _clean_text(element: ET.Element) -> None:
    """Remove words that are not drawn; line ends between elements are of no use either."""
    name = _name(element)
    if name not in _WORDS | {"style", "a"}:
        element.text = None
    if name not in _WORDS | {"a"}:
        for child in element:
            child.tail = None


def _clean_attributes(element: ET.Element) -> None:
    for name, value in list(element.attrib.items()):
        if name == "style":
            element.set(name, _own_properties(value))
        elif name in {_LINK, "href"}:
            link = _clean_link(value)
            if link is None:
                del element.attrib[name]
            else:
                element.set(name, link)
        elif name in _ATTRIBUTES:
            element.set(name, _without_data(value))
        else:
            del element.attrib[name]


def _own_properties(style: str) -> str:
    """Return declarations without those that only one program knows."""
    parts = (part.strip() for part in _without_data(style).split(";"))
    return ";".join(part for part in parts if part and not part.startswith("-"))


def _without_data(css: str) -> str:
    """Return style rules without remarks, and without pictures, which no logo needs there."""
    return _DATA_URL.sub("none", _COMMENT.sub("", css))


def _clean_link(value: str) -> str | None:
    """Return a reference in the drawing as it is, and a picture inside as its pixels alone; None if it is neither."""
    if value.strip().startswith("#"):
        return value.strip()
    found = _DATA.match(value)
    if found is None:
        return None
    data = unquote_to_bytes(found["data"])
    try:
        raw = b64decode(data) if "base64" in found["parameters"].lower() else data
        with Image.open(io.BytesIO(raw)) as opened:
            is_jpeg = opened.format in {"JPEG", "MPO"}
            opened.load()
            made = jpeg(srgb(opened, opened.info.get("icc_profile")), _JPEG_QUALITY) if is_jpeg else png(opened)
    except (OSError, SyntaxError, ValueError, EOFError):
        return None
    return f"data:image/{'jpeg' if is_jpeg else 'png'};base64,{b64encode(made).decode()}"


class _Hidden:
    """Knows which elements a drawing hides for good: layers that were switched off, with names and drafts in them."""

    def __init__(self, css: str, root: ET.Element) -> None:
        self._referred = set(_referred(root, css))
        self._moves = any(_name(element) in {"set", "animate"} for element in root.iter())
        self._shows = bool(_DISPLAYED.search(css))
        rules = [rule for rule in _RULE.finditer(css) if _HIDDEN.search(rule["declarations"])]
        self._classes = {part.strip() for rule in rules for part in rule["selectors"].split(",")}
        self._styled = bool(css.strip())

    def hides(self, element: ET.Element) -> bool:
        """Tell whether nothing of an element is ever seen; what others refer to is left alone."""
        if _name(element) not in _DRAWN or self._moves or self._shows or not self._is_off(element):
            return False
        return all(below.get("id") not in self._referred for below in element.iter())

    def _is_off(self, element: ET.Element) -> bool:
        classes = {f".{name}" for name in element.get("class", "").split()}
        return bool(
            element.get("display", "").strip() == "none"
            or _HIDDEN.search(element.get("style", ""))
            or classes & self._classes
        )


def _referred(root: ET.Element, css: str) -> Iterator[str]:
    """Yield the ids that something in the drawing refers to."""
    yield from (found["id"] for found in _REFERENCE.finditer(css))
    for selectors in _SELECTORS.findall(css):
        yield from re.findall(r"#([\w-]+)", selectors)
    for element in root.iter():
        for name, value in element.attrib.items():
            if name in {"href", _LINK}:
                yield value.removeprefix("#")
            elif name in {"begin", "end"}:
                yield from re.findall(r"([\w-]+)\.", value)
            else:
                yield from (found["id"] for found in _REFERENCE.finditer(value))


def _rename(root: ET.Element, sheets: list[ET.Element]) -> None:
    """Give what is referred to a name that says nothing, and take the names of everything else away."""
    css = " ".join(sheet.text or "" for sheet in sheets)
    referred = dict.fromkeys(_referred(root, css))
    own = [element.get("id") for element in root.iter() if element.get("id") in referred]
    names = {name: f"v{number}" for number, name in enumerate(dict.fromkeys(filter(None, own)), 1)}
    for element in root.iter():
        for attribute, value in list(element.attrib.items()):
            if attribute == "id":
                if value in names:
                    element.set("id", names[value])
                else:
                    del element.attrib["id"]
            elif attribute in {"href", _LINK} and value.startswith("#"):
                element.set(attribute, f"#{names.get(value[1:], 'v0')}")
            elif attribute in {"begin", "end"}:
                element.set(attribute, re.sub(r"([\w-]+)(?=\.)", lambda found: names.get(found[1], found[1]), value))
            else:
                element.set(attribute, _renamed(value, names))
    for sheet in sheets:
        text = _renamed(sheet.text or "", names)
        sheet.text = _SELECTORS.sub(
            lambda part: re.sub(r"(?<=#)[\w-]+", lambda found: names.get(found[0], "v0"), part[0]), text
        )


def _renamed(value: str, names: Mapping[str, str]) -> str:
    return _REFERENCE.sub(lambda found: f"{found['before']}{names.get(found['id'], 'v0')}", value)
