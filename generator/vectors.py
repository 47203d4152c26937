"""A vector drawing as it is published: what is seen of it, and nothing of who drew it, with what, or where.

Drawing programs leave names of layers and files, remarks, hidden layers, and photos with all that a camera wrote. So
what may stay is listed here (SVG 2, with what browsers draw of SVG 1.1); whatever else stands in a file goes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Final
from xml.etree import ElementTree as ET

from PIL import ImageOps

from generator.kit import svgstyle
from generator.kit.decoding import opened_inside
from generator.kit.svg import check_published
from generator.kit.svghidden import drop_hidden, referred
from generator.pixels import jpeg, png, srgb

_SVG: Final = "http://www.w3.org/2000/svg"
_LINK: Final = "{http://www.w3.org/1999/xlink}href"
_JPEG_QUALITY: Final = 82
#: Elements that hold words which are drawn, and those that are drawn themselves.
_WORDS: Final = frozenset({"text", "tspan", "textPath"})
_SHAPES: Final = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"})
_DRAWN: Final = _WORDS | _SHAPES | {"g", "use", "svg", "a", "switch"}
_ELEMENTS: Final = _DRAWN | {
    *("defs", "symbol", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop", "filter"),
    *("style", "view"),
}
#: Attributes that a browser draws by.
_ATTRIBUTE_NAMES: Final = (
    "alignment-baseline amplitude azimuth baseFrequency "
    "baseline-shift bias class clip clip-path clip-rule clipPathUnits color color-interpolation "
    "color-interpolation-filters cx cy d diffuseConstant direction display divisor dominant-baseline dx dy "
    "edgeMode elevation enable-background exponent fill fill-opacity fill-rule filter filterUnits flood-color "
    "flood-opacity font font-family font-size font-size-adjust font-stretch font-style font-variant font-weight fr "
    "fx fy gradientTransform gradientUnits height href id image-rendering in in2 intercept isolation k1 k2 k3 "
    "k4 kernelMatrix kernelUnitLength lengthAdjust letter-spacing lighting-color "
    "limitingConeAngle marker marker-end marker-mid marker-start markerHeight markerUnits markerWidth mask "
    "mask-type maskContentUnits maskUnits media method mix-blend-mode mode numOctaves offset opacity operator order "
    "orient overflow paint-order pathLength patternContentUnits patternTransform patternUnits points "
    "pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY "
    "requiredExtensions requiredFeatures result rotate rx ry scale seed shape-rendering side "
    "slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles stop-color "
    "stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
    "stroke-opacity stroke-width style surfaceScale systemLanguage tableValues target targetX targetY text-anchor "
    "text-decoration text-rendering textLength transform transform-box transform-origin type unicode-bidi values "
    "vector-effect version viewBox visibility white-space width word-spacing writing-mode x x1 x2 xChannelSelector "
    "y y1 y2 yChannelSelector z "
)
_ATTRIBUTES: Final = frozenset(_ATTRIBUTE_NAMES.split())
#: Where letters stand as they were written, with every space.
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SELECTORS: Final = re.compile(r"(?<![^{};])[^{};]++(?=\{)")
#: An element by its id; a colour that a selector looks for in an attribute is none.
_NAMED: Final = re.compile(r"\[[^\]]*+\]?|#(?P<id>[\w-]++)")
_OWN_PROPERTY: Final = re.compile(r"var\(\s*+(--[\w-]++)", re.IGNORECASE)


def clean_svg(raw: bytes) -> bytes:
    """Return the drawing alone; raises ``ValueError`` or what Pillow raises for a picture inside that is too large.

    A picture inside that can't be read is left out: a browser shows nothing of it either.
    """
    ET.register_namespace("", _SVG)
    # Reading the kit refused entities and defaults of attributes, so this can't expand or fetch anything.
    root = ET.fromstring(raw)  # noqa: S314
    for element in root.iter():
        # Old programs leave the namespace out; without it browsers show nothing.
        if isinstance(element.tag, str) and "}" not in element.tag:
            element.tag = f"{{{_SVG}}}{element.tag}"
    _drop(root, lambda element: not _is_known(element))
    sheets = [element for element in root.iter() if _name(element) == "style"]
    for sheet in sheets:
        sheet.text = svgstyle.without_remarks("".join(sheet.itertext()))
    drop_hidden(root)
    css = " ".join(sheet.text or "" for sheet in sheets)
    looked_for = _looked_for(css)
    used = frozenset(_OWN_PROPERTY.findall(" ".join([css, *(v for e in root.iter() for v in e.attrib.values())])))
    for element in root.iter():
        _clean_attributes(element, looked_for, used)
        _clean_text(element)
    _rename(root, sheets, looked_for.get("id", ()))
    cleaned: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=False)
    check_published(cleaned)
    return cleaned


def _name(element: ET.Element) -> str:
    """Return an element's name; an empty text for one of another language than SVG."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    return name if space == f"{{{_SVG}" else ""


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


def _looked_for(css: str) -> dict[str, list[str]]:
    """Return the attributes that selectors look for, each with the values or parts of values."""
    found: dict[str, list[str]] = {}
    for selectors in _SELECTORS.findall(css):
        for attribute in svgstyle.ATTRIBUTE.finditer(selectors):
            found.setdefault(attribute["name"], []).append(attribute["value"] or "")
    return found


def _clean_attributes(element: ET.Element, looked_for: Mapping[str, list[str]], used: frozenset[str]) -> None:
    for name, value in list(element.attrib.items()):
        if name == "style":
            element.set(name, _own_properties(value, used))
        elif name in {_LINK, "href"}:
            link = _clean_link(value)
            if link is None:
                del element.attrib[name]
            else:
                element.set(name, link)
        elif name in _ATTRIBUTES or any(part in value for part in looked_for.get(name, ())):
            element.set(name, svgstyle.without_remarks(value))
        elif name != _SPACE:
            del element.attrib[name]


def _own_properties(style: str, used: frozenset[str]) -> str:
    """Return declarations without those that only one program knows, or that nothing uses."""
    parts = (part.strip() for part in svgstyle.pieces(svgstyle.without_remarks(style)))
    return ";".join(part for part in parts if not part.startswith("-") or part.partition(":")[0].strip() in used)


def _clean_link(value: str) -> str | None:
    """Return a reference in the drawing as it is, and a picture inside as its pixels alone; None if it is neither."""
    if value.strip().startswith("#"):
        return value.strip()
    try:
        raw = svgstyle.embedded(value)
        if raw is None:
            return None
        with opened_inside(raw) as opened:
            is_jpeg = opened.format in {"JPEG", "MPO"}
            turned = ImageOps.exif_transpose(opened)
            made = jpeg(srgb(turned, opened.info.get("icc_profile")), _JPEG_QUALITY) if is_jpeg else png(turned)
    except (OSError, SyntaxError, ValueError, EOFError):
        return None
    return f"data:image/{'jpeg' if is_jpeg else 'png'};base64,{b64encode(made).decode()}"


def _rename(root: ET.Element, sheets: list[ET.Element], looked_for: Iterable[str]) -> None:
    """Give what is referred to a name that says nothing, and take the names of everything else away.

    Those that a style sheet looks for by a part of the name stay: ``[id^="..."]``.
    """
    css = " ".join(sheet.text or "" for sheet in sheets)
    named = {found["id"] for selectors in _SELECTORS.findall(css) for found in _NAMED.finditer(selectors)}
    wanted = named.union(svgstyle.references(css), *map(referred, root.iter()))
    own = list(dict.fromkeys(filter(None, (element.get("id") for element in root.iter()))))
    names = {name: name for name in own if any(part in name for part in looked_for)}
    fresh = (name for number in count(1) if (name := f"v{number}") not in names)
    names |= {name: next(fresh) for name in own if name in wanted and name not in names}
    for element in root.iter():
        for attribute, value in list(element.attrib.items()):
            if attribute == "id":
                if value in names:
                    element.set("id", names[value])
                else:
                    del element.attrib["id"]
            elif attribute in {"href", _LINK} and value.startswith("#"):
                element.set(attribute, f"#{_new_name(value[1:], names)}")
            else:
                element.set(attribute, _renamed(value, names))

    def new(found: re.Match[str]) -> str:
        return f"#{names.get(found['id'], 'v0')}" if found["id"] else found[0]

    for sheet in sheets:
        text = _renamed(sheet.text or "", names)
        sheet.text = _SELECTORS.sub(lambda part: _NAMED.sub(new, part[0]), text)


def _renamed(value: str, names: Mapping[str, str]) -> str:
    return svgstyle.REFERENCE.sub(lambda found: f"{found['before']}{_new_name(found['id'].strip(), names)}", value)


def _new_name(name: str, names: Mapping[str, str]) -> str:
    return next((names[meant] for meant in svgstyle.spellings(name) if meant in names), "v0")
