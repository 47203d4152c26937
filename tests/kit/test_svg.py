"""A logo as SVG is taken only if it runs nothing and fetches nothing."""

from __future__ import annotations

import io
from base64 import b64encode

import pytest
from PIL import Image

from generator.kit.svg import svg_problem

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "") -> bytes:
    return f"<svg {NS} {attributes}>{inside}</svg>".encode()


SAFE = {
    "shapes": svg('<circle r="4" fill="#00524c"/>'),
    "gradient by reference": svg('<linearGradient id="g"/><rect fill="url(#g)"/><use xlink:href="#a"/>'),
    "style sheet": svg("<style>.a { fill: red; background: url(#g) }</style>"),
    "embedded picture": svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
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
    out = io.BytesIO()
    Image.new("1", (side, side)).save(out, "PNG")
    return svg(f'<image href="data:image/png;base64,{b64encode(out.getvalue()).decode()}"/>')


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
