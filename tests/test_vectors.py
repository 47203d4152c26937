"""A published vector logo is drawn as before, and carries nothing of who drew it."""

from __future__ import annotations

import io
import re
from base64 import b64decode, b64encode

import pytest
import resvg_py
from PIL import ExifTags, Image, PngImagePlugin

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


#: Layers that were switched off, in the ways of drawing programs and of people, and that no screen shows.
OFF = {
    "with a space": ("", '<g style="display: none"><text>Piet</text></g>'),
    "a class with a space": (".a{ display: none }", '<g class="a"><text>Piet</text></g>'),
    "in capitals": ("", '<g style="fill:red;DISPLAY: None !important"><text>Piet</text></g>'),
    "Illustrator's class": (
        ".st0{display:none;} .st1{display:inline;fill:red}",
        '<g class="st0"><text>Piet</text></g>',
    ),
    "what would be shown in it": (
        ".st0{display:none;} .st1{display:inline}",
        '<g class="st0"><g class="st1" style="display:inline"><text>Piet</text></g></g>',
    ),
    "element and class": ("g.uit{display:none}", '<g class="uit"><text>Piet</text></g>'),
    "an id": ("#Concept{display:none}", '<g id="Concept"><text>Piet</text></g>'),
    "an element": ("text{display:none}", "<text>Piet</text>"),
    "behind a character set": ('@charset "utf-8"; .a{display:none}', '<g class="a"><text>Piet</text></g>'),
    "the later rule": (".a{display:inline}.a{display:none}", '<g class="a"><text>Piet</text></g>'),
    "the weightier rule": ("#a{display:none}.b{display:inline}", '<g id="a" class="b"><text>Piet</text></g>'),
    "against its attribute": (".a{display:none}", '<g class="a" display="inline"><text>Piet</text></g>'),
    "around a part that is used": (
        "rect{fill:url(#g)}",
        '<g display="none"><text>Piet</text><linearGradient id="g"><stop/></linearGradient></g><rect width="9"/>',
    ),
    "around a style sheet": (
        "",
        '<g display="none"><style>circle{fill:#00524c}</style><text>Piet</text></g>',
    ),
}


@pytest.mark.parametrize(("rules", "layer"), OFF.values(), ids=list(OFF))
def test_a_layer_that_is_switched_off_is_not_published(rules: str, layer: str) -> None:
    raw = svg(f'<style>{rules}</style>{layer}<circle r="30"/>')
    made = clean_svg(raw)
    assert b"Piet" not in made
    assert drawn(made).tobytes() == drawn(raw).tobytes()


#: Layers that are switched off in one place and shown by another, at least on some screens.
SHOWN = {
    "by its style": ("", '<g display="none" style="display:inline">{}</g>'),
    "by its style against a class": (".h{display:none}", '<g class="h" style="display:inline">{}</g>'),
    "by a later rule": (".h{display:none}.h{display:inline}", '<g class="h">{}</g>'),
    "by a weightier rule": ("#a{display:inline}.h{display:none}", '<g id="a" class="h">{}</g>'),
    "by an important rule": (".h{display:inline !important}", '<g class="h" style="display:none">{}</g>'),
    "but not on paper": ("@media print{.h{display:none}}", '<g class="h">{}</g>'),
    "but not on a dark screen": ("@media (prefers-color-scheme: dark){g{display:none}}", "<g>{}</g>"),
    "in a group of another class": (".x .h{display:none}", '<g class="h">{}</g>'),
    "but for a mouse": (".h:hover{display:none}", '<g class="h">{}</g>'),
    "by the name of something like it": ("#g2,.h2{display:none}", '<g id="g" class="h">{}</g>'),
    "but for a remark": ("/*.h{display:none}*/", '<g class="h">{}</g>'),
}


@pytest.mark.parametrize(("rules", "layer"), SHOWN.values(), ids=list(SHOWN))
def test_a_layer_that_is_shown_is_published(rules: str, layer: str) -> None:
    raw = svg(f"<style>{rules}</style>" + layer.format('<circle r="30"/>'))
    made = clean_svg(raw)
    assert b"<circle" in made.replace(b"ns0:", b"")
    assert drawn(made).tobytes() == drawn(raw).tobytes()


def test_a_layer_for_dark_screens_is_published() -> None:
    rules = ".dark{display:none}@media (prefers-color-scheme:dark){.dark{display:inline}.light{display:none}}"
    made = clean_svg(
        svg(f'<style>{rules}</style><g class="dark"><path d="M1 1"/></g><g class="light"><path d="M2 2"/></g>')
    )
    assert b"M1 1" in made
    assert b"M2 2" in made


#: What a style sheet asks for, seen only if names and attributes are kept or changed everywhere alike.
STYLED = {
    "an id by its value": ('[id="foo"]{fill:red}', '<circle id="foo" r="30"/>'),
    "an attribute of one's own": ("[data-name='x y']{fill:red}", '<circle data-name="x y" r="30"/>'),
    "an attribute that is there": ("circle[data-name]{fill:red}", '<circle data-name="x y" r="30"/>'),
    "a colour in an attribute": ('[stroke="#abc"]{fill:red}', '<circle stroke="#abc" r="30"/>'),
    "a name with a space": (
        "circle{fill:url('#c d')}",
        '<linearGradient id="c d"><stop stop-color="red"/></linearGradient><circle r="30"/>',
    ),
    "a character set": ('@charset "utf-8"; #b{fill:red}', '<circle id="b" r="30"/>'),
    "an element's rule": (
        "circle{fill:url(#g)}",
        '<linearGradient id="g"><stop stop-color="red"/></linearGradient><circle r="30"/>',
    ),
}


@pytest.mark.parametrize(("rules", "shape"), STYLED.values(), ids=list(STYLED))
def test_a_style_sheet_finds_what_it_is_for(rules: str, shape: str) -> None:
    raw = svg(f"<style>{rules}</style>{shape}")
    before = drawn(raw)
    assert before.getpixel((20, 20)) == (255, 0, 0, 255)
    assert drawn(clean_svg(raw)).tobytes() == before.tobytes()


@pytest.mark.parametrize("selector", ['[id^="fo"]', "[id$='oo']", "[id*=o]", "[id]", "[data-x] > [id='foo']"])
def test_an_id_that_a_style_sheet_looks_for_by_a_part_keeps_its_name(selector: str) -> None:
    made = clean_svg(svg(f'<style>{selector}{{fill:red}}</style><g data-x="1"><circle id="foo" r="30"/></g>'))
    assert b'id="foo"' in made
    assert selector.encode().split()[-1] in made


def test_a_property_of_ones_own_stays_if_it_is_used() -> None:
    made = clean_svg(svg('<circle r="9" style="--c:#f00;--maker:Piet;fill:var(--c)"/>'))
    assert b'style="--c:#f00;fill:var(--c)"' in made


def test_spaces_that_were_to_be_kept_are_kept() -> None:
    assert b'xml:space="preserve"' in clean_svg(svg('<text xml:space="preserve">a  b</text>'))


@pytest.mark.parametrize("kind", ["jpeg", "png", "gif", "webp"])
def test_a_picture_inside_is_shown_though_its_padding_is_missing(kind: str) -> None:
    image = '<image width="40" height="40" href="{}"/>'
    whole = clean_svg(svg(image.format(a_picture(kind))))
    assert drawn(whole).getchannel("A").getextrema()[1] == 255
    assert clean_svg(svg(image.format(a_picture(kind).rstrip("=")))) == whole


def test_a_drawing_of_an_old_program_is_one_for_browsers_too() -> None:
    """Without the namespace of SVG a browser shows nothing at all."""
    made = clean_svg(b'<svg viewBox="0 0 40 40"><g><circle r="9"/></g></svg>')
    assert made == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><g><circle r="9" /></g></svg>'


def test_a_photo_inside_stands_upright_without_its_metadata() -> None:
    lying = Image.new("RGB", (40, 20), "white")
    lying.paste("red", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    out = io.BytesIO()
    lying.save(out, "JPEG", exif=exif, quality=95)
    photo = f'<image width="20" height="40" href="data:image/jpeg;base64,{b64encode(out.getvalue()).decode()}"/>'
    made = re.search(rb"base64,([^\"]+)", clean_svg(svg(photo)))
    assert made is not None
    upright = Image.open(io.BytesIO(b64decode(made[1]))).convert("RGB")
    assert upright.size == (20, 40)
    red, white = upright.getpixel((10, 5)), upright.getpixel((10, 35))
    assert isinstance(red, tuple)
    assert isinstance(white, tuple)
    assert (red[1] < 60, white[1] > 200) == (True, True)


def test_a_name_that_is_referred_to_as_in_an_address_is_found() -> None:
    made = clean_svg(
        svg(
            '<linearGradient id="a b"><stop stop-color="red"/></linearGradient>'
            '<rect width="40" height="40" fill="url(#a%20b)"/><g display="none"><path id="c d" d="M1 1h9v9"/></g>'
            '<use href="#c%20d"/>'
        )
    )
    assert made.count(b'id="v1"') == made.count(b"url(#v1)") == 1
    assert made.count(b'id="v2"') == made.count(b'href="#v2"') == 1


#: What two halves would become, if nothing stayed where a remark stood between them.
TORN = {
    "an import": "<style>@im/* */port 'https://kwaad.example/x.css';</style>",
    "an address": "<style>path{fill:ur/* */l(https://kwaad.example/x)}</style>",
    "an address in an attribute": '<path fill="ur/* */l(https://kwaad.example/x)"/>',
    "an address in a style": '<path style="fill:ur/* */l(https://kwaad.example/x)"/>',
}


@pytest.mark.parametrize("inside", TORN.values(), ids=list(TORN))
def test_a_remark_leaves_a_space_behind(inside: str) -> None:
    made = clean_svg(svg(inside))
    assert b"@import" not in made
    assert b"url(" not in made


def test_what_is_published_is_judged_once_more() -> None:
    """Whatever way a file took past the reading of the kit, cleaning doesn't let it pass."""
    with pytest.raises(ValueError, match="van buiten"):
        clean_svg(svg("<style>@import 'https://kwaad.example/x.css';</style>"))
