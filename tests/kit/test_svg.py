"""A logo as SVG is taken only if it runs nothing and fetches nothing."""

from __future__ import annotations

import io
import time
from base64 import b64encode

import pytest
from PIL import Image

from generator import limits
from generator.kit.svg import svg_problem
from generator.kit.svgdraw import draw_svg
from generator.vectors import clean_svg

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"<svg {NS} {attributes}>{inside}</svg>".encode()


def packed(image: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


PIXEL = b64encode(packed(Image.new("RGB", (2, 2), "red"), "PNG")).decode()

SAFE = {
    "shapes": svg('<circle r="4" fill="#00524c"/>'),
    "gradient by reference": svg('<linearGradient id="g"/><rect fill="url(#g)"/><use xlink:href="#a"/>'),
    "style sheet": svg("<style>.a { fill: red; background: url(#g) }</style>"),
    "embedded picture": svg(f'<image href="data:image/png;base64,{PIXEL}"/>'),
    "embedded picture without padding": svg(f'<image href="data:image/png;base64,{PIXEL.rstrip("=")}"/>'),
    "document type of old programs": b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
    b'"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + svg(""),
    "metadata with addresses": svg(
        '<metadata><x rdf:about="https://a.example" xmlns:rdf="http://b.example"/></metadata>'
    ),
    "upper case extension of nothing": svg("<desc>onclick= javascript: https://kwaad.example</desc>"),
}

UNSAFE = {
    "script": svg("<script>alert(1)</script>"),
    "script in capitals": svg("<SCRIPT>alert(1)</SCRIPT>"),
    "script with a prefix": svg('<s:script xmlns:s="http://www.w3.org/2000/svg">1</s:script>'),
    "event attribute": svg("", 'onload="alert(1)"'),
    "event on an element": svg('<g onMouseOver="x()"/>'),
    "javascript link": svg('<a href="javascript:alert(1)"/>'),
    "hidden javascript link": svg('<a href=" java&#x9;script:alert(1)"/>'),
    "outside link": svg('<a xlink:href="https://kwaad.example/"/>'),
    "outside picture": svg('<image href="https://kwaad.example/x.png"/>'),
    "relative picture": svg('<image href="../x.png"/>'),
    "protocol-relative picture": svg('<image href="//kwaad.example/x.png"/>'),
    "embedded svg": svg('<image href="data:image/svg+xml;base64,PHN2Zz4="/>'),
    "embedded html": svg('<use href="data:text/html,x"/>'),
    "foreign object": svg("<foreignObject><p>x</p></foreignObject>"),
    "style import": svg("<style>@import 'https://kwaad.example/x.css';</style>"),
    "style font": svg("<style>@font-face { src: url('https://kwaad.example/x.woff') }</style>"),
    "style with a hidden url": svg(r"<style>a { fill: u\72l(https://kwaad.example) }</style>"),
    "style attribute": svg('<g style="background: url(//kwaad.example/x)"/>'),
    "fill from outside": svg('<g fill="url(https://kwaad.example/x#g)"/>'),
    "style sheet by instruction": b'<?xml-stylesheet href="https://kwaad.example/x.css"?>' + svg(""),
    "entity": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"),
    "entity of a file": b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("&a;"),
    "billion laughs": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + svg("&b;"),
    "animated link": svg('<a><animate attributeName="xlink:href" to="javascript:x"/></a>'),
    "base": svg("", 'xml:base="https://kwaad.example/"'),
    "iframe": svg('<iframe xmlns="http://www.w3.org/1999/xhtml"/>'),
}


def a_wall_of_pixels(side: int) -> bytes:
    """A drawing with a PNG inside that is small packed, and has so many pixels a side."""
    return svg(
        f'<image href="data:image/png;base64,{b64encode(packed(Image.new("1", (side, side)), "PNG")).decode()}"/>'
    )


NO_SVG = {
    "text": b"dit is geen tekening",
    "html": b"<html><body>hoi</body></html>",
    "half": b"<svg><g>",
    "empty": b"",
    "binary": bytes(range(256)),
    "unknown encoding": b'<?xml version="1.0" encoding="nee"?><svg/>',
}


@pytest.mark.parametrize("data", SAFE.values(), ids=list(SAFE))
def test_safe_drawing_is_taken(data: bytes) -> None:
    assert svg_problem(data) is None


@pytest.mark.parametrize("data", UNSAFE.values(), ids=list(UNSAFE))
def test_unsafe_drawing_is_refused_with_a_reason(data: bytes) -> None:
    assert svg_problem(data)


@pytest.mark.parametrize("data", NO_SVG.values(), ids=list(NO_SVG))
def test_what_is_no_svg_is_told_apart(data: bytes) -> None:
    assert svg_problem(data) == ""


@pytest.mark.parametrize("side", [7000, 11_000, 20_000])
def test_a_picture_inside_that_takes_too_much_memory_unpacked_is_refused(side: int) -> None:
    """Around the places where Pillow itself warns of a picture, and where it refuses one."""
    data = a_wall_of_pixels(side)
    assert len(data) < 100_000
    assert svg_problem(data) == "een te groot plaatje"


def test_a_picture_inside_of_a_common_size_is_taken() -> None:
    assert svg_problem(a_wall_of_pixels(2000)) is None


@pytest.mark.parametrize(
    "data", ["iVBORw0KGgo=", "Piet", b64encode(packed(Image.new("RGB", (99, 99)), "JPEG")[:-200]).decode()]
)
def test_a_picture_inside_that_is_damaged_is_told_of_and_does_not_vanish(data: str) -> None:
    assert (
        svg_problem(svg(f'<image href="data:image/jpeg;base64,{data}"/>'))
        == "een plaatje dat niet helemaal te lezen is"
    )


def many(shape: str, number: int = 250) -> str:
    return shape * number


def painted(rules: str, shape: str) -> bytes:
    return svg(f'<style>{rules}</style><linearGradient id="g"><stop/></linearGradient>{shape}')


#: As Illustrator, Inkscape, Figma and Affinity save the logos of organisations.
COMMON = {
    "a gradient by the name of an element": painted("path{fill:url(#g)}", '<path d="M0 0h9"/>'),
    "a gradient by an id": painted("#logo{fill:url(#g)}", '<path id="logo" d="M0 0h9"/>'),
    "a gradient for all": painted("*{fill:url(#g)}", '<path d="M0 0h9"/>'),
    "a gradient by element and class": painted("path.b{fill:url(#g)}", '<path class="b"/>'),
    "a gradient by an attribute": painted('[id="b"]{fill:url(#g)}', '<path id="b"/>'),
    "a clip inside a group": svg(
        '<style>.a .b{clip-path:url(#c)}</style><clipPath id="c"><rect/></clipPath><g class="a"><path class="b"/></g>'
    ),
    "a character set": painted('@charset "utf-8"; .b{fill:url(#g)}', '<path class="b"/>'),
    "a rule for a dark screen": painted("@media (prefers-color-scheme:dark){path{fill:url(#g)}}", "<path/>"),
    "opacity that hides nothing": svg(many('<path opacity="1" style="opacity:1;mix-blend-mode:normal"/>')),
    "effects that are off": svg(many('<path filter="none" style="mask:none;clip-path:none;opacity:100%"/>')),
    "classes of effects that are off": svg("<style>.a{opacity:1.0;filter:none}</style>" + many('<path class="a"/>')),
    "a pattern for one shape": svg(
        f'<pattern id="p">{many("<rect/>")}</pattern><path fill="url(#p)" d="{"M0 0L9 9" * 2000}"/>'
    ),
    "what happens under a mouse": svg("<style>.a:hover{opacity:.8}</style>" + many('<path class="a"/>')),
    "an arrow that nobody uses": svg('<marker id="m"><path/></marker><style>.p{marker-end:url(#m)}</style><path/>'),
    "a wide shadow of Figma": svg(
        '<g filter="url(#f)"><path d="M9 9h9v9z" transform="translate(30)"/></g><filter id="f"><feMorphology '
        'radius="2" operator="dilate" in="SourceAlpha"/><feGaussianBlur stdDeviation="2"/></filter>',
        'width="120" height="100" viewBox="0 0 120 100"',
    ),
    "Inkscape's millimetres": svg('<path d="M0 0h9v9z"/>', 'width="210mm" height="100mm" viewBox="0 0 210 100"'),
}  # fmt: skip


@pytest.mark.parametrize("data", COMMON.values(), ids=list(COMMON))
def test_a_common_logo_is_taken(data: bytes) -> None:
    assert svg_problem(data) is None


@pytest.mark.parametrize("data", COMMON.values(), ids=list(COMMON))
def test_a_common_logo_looks_the_same_when_it_is_cleaned(data: bytes) -> None:
    assert draw_svg(clean_svg(data).decode(), (90, 90)) == draw_svg(data.decode(), (90, 90))


def widened(radius: str, more: str = "", attributes: str = 'viewBox="0 0 100 100"', uses: int = 1) -> bytes:
    effect = f'<filter id="f" {more}><feMorphology radius="{radius}"/></filter>'
    return svg(effect + '<rect width="9" height="9" filter="url(#f)"/>' * uses, attributes)


#: What asks for as much work in another way.
COSTLY = {
    "a very wide shadow": widened("40"),
    "an endless shadow": widened("1e999"),
    "a shadow on a side": widened("0 40"),
    "wide shadows over and over": widened("2", uses=150),
    "a shadow as wide as its shape": widened("1", 'primitiveUnits="objectBoundingBox"'),
    "a shadow in a tiny drawing": widened("2", attributes='viewBox="0 0 9 9"'),
    "a shadow in a drawing without a size": widened("2", attributes=""),
    "a shadow in what is enlarged": svg(
        '<filter id="f"><feMorphology radius="1"/></filter><g transform="scale(90)"><path filter="url(#f)"/></g>',
        'viewBox="0 0 100 100"',
    ),
    "layers by the name of an element": svg("<style>path{opacity:.5}</style>" + many("<path/>")),
    "layers by a class of an element": svg("<style>path.b{filter:url(#f)}</style>" + many('<path class="b"/>')),
    "layers of a group's parts": svg("<style>.a > path{opacity:.5}</style>" + f'<g class="a">{many("<path/>")}</g>'),
    "layers on a dark screen": svg("<style>@media screen{path{opacity:.5}}</style>" + many("<path/>")),
    "layers in rules in rules": svg("<style>g{path{opacity:.5}}</style>" + many("<path/>")),
    "layers that move": svg("<style>@keyframes x{from{opacity:.1}}path{animation:x}</style>" + many("<path/>")),
    "layers by what a rule can't be read": svg("<style>:not(g){opacity:.5}</style>" + many("<path/>")),
    "arrows by a class": svg('<style>.p{marker-end:url(#m)}</style><marker id="m"/><path class="p"/>'),
    "arrows by a property of one's own": svg('<style>*{--m:url(#m)}path{marker-end:var(--m)}</style><path/>'),
    "masks by a property of one's own": svg(
        '<style>svg{--m:url(#m)}</style><mask id="m"><path style="mask:var(--m)"/></mask><path style="mask:var(--m)"/>'
    ),
    "a pattern for each shape of a group": svg(
        f'<pattern id="p">{many("<rect/>")}</pattern><g fill="url(#p)">{many("<rect/>")}</g>'
    ),
    "a pattern for each shape that is used": svg(
        f'<pattern id="p">{many("<rect/>")}</pattern><defs><g id="a">{many("<rect/>")}</g></defs>'
        '<use fill="url(#p)" href="#a"/>'
    ),
    "rules without end for a shape of many classes": svg(
        f"<style>{'.a{x:y}' * 6000}</style><path class='{many('a ', 500_000)}'/>"
    ),
    "rules without end for every shape": svg(f"<style>{'*{fill:red}' * 4000}</style>{many('<path/>', 9000)}"),
}  # fmt: skip


@pytest.mark.parametrize("data", COSTLY.values(), ids=list(COSTLY))
def test_an_uncommon_drawing_that_asks_for_too_much_is_refused(data: bytes) -> None:
    assert svg_problem(data)


#: Texts in which a careless pattern looks for an end from every place.
ENDLESS = ("a", "a{", "}", "url(", "url( ", "/*", '"', "[", " ", ":", "a,", "'\"", "@a ")


@pytest.mark.parametrize("piece", ENDLESS)
def test_a_style_sheet_without_an_end_is_read_at_once(piece: str) -> None:
    """Half a minute is generous: it takes a tenth of a second, and a pattern that looks back takes hours."""
    css = (piece * limits.SVG_CSS_BYTES)[: limits.SVG_CSS_BYTES - 9].replace('"', "&quot;")
    data = svg(f"<style>{css}</style><path style='{css.replace(chr(39), '')}'/>")
    before = time.process_time()
    svg_problem(data)
    clean_svg(data)
    assert time.process_time() - before < 30
