"""A published vector logo is drawn as before, and carries nothing of who drew it."""

from __future__ import annotations

import io
import re
from base64 import b64decode, b64encode

import pytest
import resvg_py
from PIL import Image, PngImagePlugin

from generator.vectors import clean_svg

SPACES = (
    'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def svg(inside: str, attributes: str = "") -> bytes:
    return f'<svg {SPACES} viewBox="0 0 40 40" {attributes}>{inside}</svg>'.encode()


def a_picture(kind: str) -> str:
    out = io.BytesIO()
    image = Image.new("RGB", (8, 8), "#00524c")
    if kind == "jpeg":
        exif = Image.Exif()
        exif[0x013B] = "Piet"
        image.save(out, "JPEG", exif=exif, comment=b"Piet")
    elif kind == "gif":
        image.save(out, "GIF", comment=b"Piet")
    elif kind == "png":
        said = PngImagePlugin.PngInfo()
        said.add_text("Author", "Piet")
        image.save(out, "PNG", pnginfo=said)
    else:
        image.save(out, "WEBP", xmp=b"<x>Piet</x>")
    return f"data:image/{kind};base64,{b64encode(out.getvalue()).decode()}"


#: Where drawing programs leave a name, the word "Piet" each time, in what is still the same drawing without it.
TRACES = {
    "Inkscape's own": svg(
        '<sodipodi:namedview inkscape:current-layer="Piet"/><rect width="20" height="20" inkscape:label="Piet"/>',
        'sodipodi:docname="Piet.svg" inkscape:export-filename="/home/Piet/logo.png"',
    ),
    "RDF": svg("<metadata><rdf:RDF><dc:creator>Piet</dc:creator></rdf:RDF></metadata><circle r='9'/>"),
    "a remark": svg("<!-- Piet --><circle r='9'/><?tool Piet?>"),
    "title and description": svg("<title>Piet</title><desc>Piet</desc><circle r='9'/>", 'aria-label="Piet"'),
    "Illustrator's layers": svg('<g id="Piet_x20_laag" data-name="Piet"><circle r="9"/></g>'),
    "a class for hidden layers": svg("<style>.st0{display:none;}</style><g class='st0'><text>Piet</text></g>"),
    "a hidden layer": svg('<g style="display:none"><text>Piet</text></g><circle r="9"/>'),
    "a hidden word": svg('<text display="none">Piet</text><circle r="9"/>'),
    "a name that is referred to": svg(
        '<defs><linearGradient id="Piet"><stop stop-color="#123456"/></linearGradient></defs>'
        '<rect width="20" height="20" fill="url(#Piet)"/><use xlink:href="#Piet2"/><circle id="Piet2" r="3"/>'
    ),
    "a name in a style sheet": svg("<style>/* Piet */ #Piet, .b { fill: #00524c }</style><circle id='Piet' r='9'/>"),
    "a property of one program": svg('<circle r="9" style="fill:#00524c;-inkscape-font-specification:Piet"/>'),
    "words that are not drawn": svg("Piet<g>Piet<circle r='9'/>Piet</g>"),
    "an element that is not SVG's": svg("<author>Piet</author><circle r='9'/>"),
    "a place on somebody's disk": svg('<circle r="9" data-path="C:\\Piet\\logo.ai"/>', 'id="Piet"'),
    "a photo": svg(f'<image width="20" height="20" xlink:href="{a_picture("jpeg")}"/>'),
    "a screenshot": svg(f'<image width="20" height="20" href="{a_picture("png")}"/>'),
    "a GIF": svg(f'<image width="20" height="20" href="{a_picture("gif")}"/>'),
    "a WebP": svg(f'<image width="20" height="20" href="{a_picture("webp")}"/>'),
    "a photo in a style": svg(f'<circle r="9" style="cursor:url({a_picture("jpeg")})"/>'),
    "a photo in a style sheet": svg(f"<style>circle {{cursor: url('{a_picture('jpeg')}')}}</style><circle r='9'/>"),
}


def drawn(data: bytes) -> Image.Image:
    picture: bytes = resvg_py.svg_to_bytes(svg_string=data.decode(), skip_system_fonts=True, width=160, height=160)
    return Image.open(io.BytesIO(picture)).convert("RGBA")


def inside_out(data: bytes) -> bytes:
    """Return a drawing with the pictures in it unpacked behind it."""
    packed = re.findall(rb"base64,([A-Za-z0-9+/]+=*)", data)
    return b"".join([data, *map(b64decode, packed)])


@pytest.mark.parametrize("raw", TRACES.values(), ids=list(TRACES))
def test_a_name_that_a_drawing_program_left_is_gone_and_the_drawing_is_not(raw: bytes) -> None:
    assert b"Piet" in inside_out(raw)
    made = clean_svg(raw)
    assert b"Piet" not in inside_out(made)
    assert drawn(made).tobytes() == drawn(raw).tobytes()


#: What a drawing is made of, and how much of it there must be.
KEPT = {
    "gradients, masks and patterns": svg(
        '<defs><radialGradient id="a" cx="5" fx="3" r="9" gradientUnits="userSpaceOnUse" spreadMethod="reflect">'
        '<stop offset="0" stop-color="red" stop-opacity=".5"/><stop offset="1" stop-color="blue"/></radialGradient>'
        '<clipPath id="b"><path d="M0 0h30v30z" clip-rule="evenodd"/></clipPath>'
        '<mask id="c" maskUnits="userSpaceOnUse" x="0" y="0" width="40" height="40">'
        '<rect width="25" height="40" fill="white"/></mask>'
        '<pattern id="d" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1"/></pattern>'
        '<symbol id="e" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></symbol></defs>'
        '<g clip-path="url(#b)" mask="url(\'#c\')"><rect width="40" height="40" fill="url(#a)"/></g>'
        '<rect x="20" width="20" height="20" fill="url(#d)" stroke="#123" stroke-dasharray="3 1"/>'
        '<use href="#e" x="20" y="20" width="20" height="20" transform="rotate(9)"/>'
    ),
    "a style sheet": svg(
        "<style>.b{fill:#00524c} #x, g > path {stroke: url(#v)} #abc{fill:#abc}</style>"
        '<linearGradient id="v"><stop stop-color="red"/></linearGradient>'
        '<g><path id="x" class="b" d="M2 2h30v30z"/></g><circle id="abc" cx="30" cy="9" r="9"/>'
    ),
    "a shadow": svg(
        '<filter id="f" x="-1" y="-1" width="3" height="3"><feGaussianBlur in="SourceAlpha" stdDeviation="2"/>'
        '<feOffset dx="3" dy="3" result="o"/><feMerge><feMergeNode in="o"/><feMergeNode in="SourceGraphic"/></feMerge>'
        '</filter><path d="M9 9h15v15z" filter="url(#f)" fill-rule="evenodd"/>'
    ),
    "what is hidden but used elsewhere": svg(
        '<g style="display:none"><linearGradient id="g"><stop stop-color="red"/></linearGradient></g>'
        '<rect width="20" height="20" fill="url(#g)"/>'
    ),
    "a layer that a style sheet shows again": svg(
        '<style>.s{display:inline !important}</style><g class="s" display="none"><circle r="20"/></g>'
    ),
}


@pytest.mark.parametrize("raw", KEPT.values(), ids=list(KEPT))
def test_a_drawing_looks_as_it_did(raw: bytes) -> None:
    before = drawn(raw)
    assert before.getchannel("A").getextrema()[1] == 255
    assert drawn(clean_svg(raw)).tobytes() == before.tobytes()


def test_a_picture_inside_that_can_not_be_read_is_left_out() -> None:
    made = clean_svg(
        svg('<image href="data:image/png;base64,Piet"/><image href="data:image/png,Piet"/><path d="M1 1"/>')
    )
    assert b"data:" not in made
    assert b"M1 1" in made


def test_words_stay_whole_when_a_remark_stood_among_them() -> None:
    made = clean_svg(svg("<text>Bak<!-- x -->kerij <title>x</title>Van <tspan>Dam</tspan> en Zoon</text>"))
    assert b">Bakkerij Van <tspan>Dam</tspan> en Zoon</text>" in made.replace(b"ns0:", b"")
