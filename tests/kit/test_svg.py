"""A logo as SVG is taken only if it runs nothing and fetches nothing."""

from __future__ import annotations

import io
import time
from base64 import b64encode
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import EpsImagePlugin, Image

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
    "style in a style": svg("<style>@import 'https://kwaad.example/x.css';<style></style></style>"),
    "style in a style that ends at once": svg("<style><style/>@import 'https://kwaad.example/x.css';</style>"),
    "escaped url in an attribute": svg(r"<path mask='\75rl(https://kwaad.example/x)'/>"),
    "set of pictures in an attribute": svg("<path mask='image-set(\"https://kwaad.example/x\" 1x)'/>"),
    "picture of a function": svg("<style>path{mask:image('https://kwaad.example/x')}</style>"),
    "default of an attribute": b'<!DOCTYPE svg [<!ATTLIST path fill CDATA "url(https://kwaad.example/x)">]>'
    + svg("<path/>"),
    "movement": svg('<path><animate attributeName="d" to="M9 9"/></path>'),
    "movement at once": svg('<path><set attributeName="mask" to="image-set(\'//kwaad.example\' 1x)"/></path>'),
    "movement by a style": svg("<style>@-webkit-keyframes x{from{fill:red}}</style>"),
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
    "a drawing of another language": b'<svg xmlns="https://tekening.example"/>',
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
    "a dotted line": svg(
        '<style>.st0{fill:none;stroke-dasharray:.1,3;stroke-linecap:round}</style><path class="st0" d="M500 500c9 9 '
        '9 9 400 0s40 90 9 9t9 9q9 9 9 9A9 9 0 0 1 300 9a9 9 0 11.5.5z"/>',
        'viewBox="0 0 1000 1000"',
    ),
    "lines without dashes": svg('<g stroke-dasharray="none"><path d="M0 0H9" vector-effect="non-scaling-stroke"/></g>'),
    "a photo of Figma": svg(
        '<rect width="120" height="100" fill="url(#p)"/><pattern id="p" patternContentUnits="objectBoundingBox" '
        f'width="1" height="1"><use xlink:href="#i" transform="scale(.5)"/></pattern>'
        f'<image id="i" width="2" height="2" xlink:href="data:image/png;base64,{PIXEL}"/>',
        'viewBox="0 0 120 100"',
    ),
    "a pattern of Illustrator": svg(
        '<pattern width="72" height="72" patternUnits="userSpaceOnUse" id="New_Pattern" viewBox="2 -70 70 70">'
        '<path d="M9-9h9v9z"/></pattern><pattern id="S_1_" xlink:href="#New_Pattern" '
        'patternTransform="matrix(1.2 0 0 -1.2 36 -9)"/><path fill="url(#S_1_)" d="M9 9h80v70z"/>',
        'viewBox="0 0 120 100"',
    ),
    "Inkscape's millimetres": svg('<path d="M0 0h9v9z"/>', 'width="210mm" height="100mm" viewBox="0 0 210 100"'),
}  # fmt: skip


@pytest.mark.parametrize("data", COMMON.values(), ids=list(COMMON))
def test_a_common_logo_is_taken(data: bytes) -> None:
    assert svg_problem(data) is None


@pytest.mark.parametrize("data", COMMON.values(), ids=list(COMMON))
def test_a_common_logo_looks_the_same_when_it_is_cleaned(data: bytes) -> None:
    assert draw_svg(clean_svg(data).decode(), (90, 90)) == draw_svg(data.decode(), (90, 90))


EXPORTED = sorted((Path(__file__).parent / "tekeningen").glob("*.svg"))


@pytest.mark.parametrize("path", EXPORTED, ids=lambda path: path.stem)
def test_a_logo_as_a_drawing_program_exports_it_is_taken_and_stays_as_it_looks(path: Path) -> None:
    """Drawn by us, with the habits of each program: its metadata, its style sheets, its effects, its numbers."""
    data = path.read_bytes()
    assert svg_problem(data) is None
    drawing = data.decode().removeprefix('<?xml version="1.0" encoding="utf-8"?>')
    assert draw_svg(clean_svg(data).decode(), (300, 300)) == draw_svg(drawing, (300, 300))


def widened(radius: str, more: str = "", attributes: str = 'viewBox="0 0 100 100"', uses: int = 1) -> bytes:
    effect = f'<filter id="f" {more}><feMorphology radius="{radius}"/></filter>'
    return svg(effect + '<rect width="9" height="9" filter="url(#f)"/>' * uses, attributes)


def dashed(dashes: str, path: str) -> bytes:
    return svg(f'<path stroke="red" stroke-dasharray="{dashes}" d="{path}"/>', 'viewBox="0 0 99 99"')


def tiled(
    pattern: str, shape: str = 'width="9" height="9"', path: str = "", more: str = "", around: str = "{}"
) -> bytes:
    filled = f'<path d="{path}" fill="url(#p)"/>' if path else f'<rect {shape} fill="url(#p)"/>'
    return svg(f'<pattern id="p" {pattern}/>{more}{around.format(filled)}', 'viewBox="0 0 99 99"')


def effect(steps: str, region: str = "", uses: int = 1) -> bytes:
    filled = '<rect width="9" height="9" filter="url(#f)"/>' * uses
    return svg(f'<filter id="f" {region}>{steps}</filter>{filled}', 'viewBox="0 0 99 99"')


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
    "two parts of one name, of which the first is large": svg(
        f'<g id="a">{many("<rect/>", 5000)}</g><g id="a"/>' + 3 * '<use href="#a"/>'
    ),
    "an attribute that all have by default": b'<!DOCTYPE svg [<!ATTLIST path opacity CDATA ".5">]>'
    + svg(many("<path/>")),
    "as many selectors as rules": svg(f"<style>{'a,' * 9000}b{{{'c:d;' * 7000}}}</style><a/>"),
    "as many selectors of what is not there": svg(f"<style>{'a,' * 9000}b{{{'--c:url(#x);' * 2000}}}</style><a/>"),
    "very small dashes": dashed(".01", "M0 0H1000"),
    "very small dashes by a style": svg(
        '<style>g{stroke-dasharray:.001px}</style><g><circle r="40"/></g>', 'viewBox="0 0 99 99"'
    ),
    "dashes on a line that is told to be long": dashed("1", 'M0 0H9" pathLength="1000000'),
    "dashes on a bent line": dashed("1", "M0 0" + "c0 9000 9000 0 0 0" * 9),
    "dashes along a circle": dashed("1", "M0 0a9000 9000 0 11.5.5"),
    "dashes that are nothing of a line": dashed("0.001%", "M0 0H99"),
    "dashes for all in a group that is used": svg(
        '<g id="a">' + many('<path d="M0 0H90"/>') + '</g><use stroke-dasharray="1" href="#a"/>', 'viewBox="0 0 9 9"'
    ),
    "dashes that stay small when all is enlarged": dashed("1", 'M0 0H9" vector-effect="non-scaling-stroke'),
    "a tile much larger than the drawing": tiled('patternUnits="userSpaceOnUse" width="900" height="900"'),
    "a tile of a shape much larger than the drawing": tiled('width="1" height="1"', 'width="900" height="900"'),
    "a tile of a path much larger": tiled('width="1" height="1"', path="M-900 0l1800 0v900z"),
    "a tile that is enlarged": tiled(
        'patternUnits="userSpaceOnUse" width="20" height="20" patternTransform="scale(9) matrix(9 0 0 9 0 0)"'
    ),
    "a tile that is enlarged by a style": tiled(
        'patternUnits="userSpaceOnUse" width="20" height="20" style="transform:rotate(4deg) scale(90)"'
    ),
    "a tile in what is enlarged": tiled(
        'patternUnits="userSpaceOnUse" width="20" height="20"', around='<g transform="scale(90)">{}</g>'
    ),
    "a tile of another pattern": tiled(
        'href="#q"', more='<pattern id="q" width="90000%" height="900" patternUnits="userSpaceOnUse"/>'
    ),
    "an effect in very many steps": effect("<feColorMatrix/>" * 201),
    "an effect in many steps for many": effect("<feFlood/>" * 30, uses=9),
    "an effect far around for many": effect("<feFlood/>", 'x="-9" y="-9" width="19" height="19"', uses=30),
    "effects in one line": svg(f'<path style="filter:{"blur(9px) " * 201}"/>'),
    "layers that blend with nothing": svg(many('<g style="isolation:isolate"/>')),
    "a number beyond all": svg('<path stroke-width="1e38"/>'),
    "a number beyond all in a path": svg('<path d="M5-99999999z"/>'),
    "a number beyond all in a style": svg('<path style="stroke-width:123456789px"/>'),
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
    with suppress(ValueError):  # what is refused is not published either
        clean_svg(data)
    assert time.process_time() - before < 30


#: What makes the library that draws end its whole process, take all memory, or go on for minutes.
DEADLY = {
    "a line that ends far away": '<svg viewBox="0 0 9 9"><path d="m9 7v1h-28808594"/></svg>',
    "a bend that goes far away": '<svg viewBox=".1 .1 .1 .1"><path d="m1,0A875 1 1 104,23260"/></svg>',
    "a tile beyond all memory": '<svg viewBox="0 0 100 100"><pattern id="p" width="1" height="1"><path d="M0 0h9v9z"/>'
    '</pattern><rect width="30000" height="30000" fill="url(#p)"/></svg>',
    "work for minutes": '<svg viewBox="0 0 100 100">'
    + '<path d="M0 50H100" stroke="red" stroke-dasharray=".001"/>' * 200
    + "</svg>",
}


@pytest.mark.parametrize("drawing", DEADLY.values(), ids=list(DEADLY))
def test_a_drawing_that_ends_the_program_that_draws_ends_nothing_else(
    drawing: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(limits, "SVG_SECONDS", 2)
    with pytest.raises(ValueError, match="can't be drawn"):
        draw_svg(drawing.replace("<svg", f"<svg {NS}"), (800, 800))
    assert capfd.readouterr() == ("", "")


def test_a_drawing_that_can_not_be_drawn_is_told_of() -> None:
    drawing = svg('<path d="m1,0A875 1 1 104,23260"/>', 'viewBox=".1 .1 .1 .1"')
    assert svg_problem(drawing) == "iets wat niet te tekenen is"


def test_a_picture_inside_of_another_sort_starts_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pillow opens EPS by starting Ghostscript, which runs what is in it."""
    started = []
    monkeypatch.setattr(EpsImagePlugin, "Ghostscript", lambda *_, **__: started.append("gs"))
    data = b64encode(packed(Image.new("RGB", (9, 9)), "EPS")).decode()
    drawing = svg(f'<image href="data:image/png;base64,{data}"/>')
    assert svg_problem(drawing) == "een plaatje dat niet helemaal te lezen is"
    assert b"data:" not in clean_svg(drawing)
    assert started == []
