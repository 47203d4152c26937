"""A page for a larger paper is the same page, larger in every measure."""

from __future__ import annotations

from math import sqrt

import pytest

from generator.printing.layout.elements import (
    Code,
    Node,
    Page,
    Picture,
    Pixels,
    Shape,
    Text,
    Turn,
    ellipse,
    placed,
    rule,
)
from generator.printing.layout.geometry import A3, A4, Box
from generator.printing.layout.scaling import enlarged
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.qr import code
from tests.printing.boxes import width
from tests.printing.kits import FONTS

LARGER = sqrt(2)


def a_page() -> Page:
    text = Setter(FONTS).block("Twee regels tekst", Style(20), 40).at(30, 40, link="tel:112", about="Bel 112")
    photo = Picture(Box(20, 80, 30, 30), Pixels(b"", (300, 300)), clip=ellipse(Box(20, 80, 30, 30)))
    body = (
        Node("P", (text, rule(10, 10, 90, 10, "#000000", 0.5, (1, 2)))),
        Node("Div", (Node("Figure", (photo,), alt="Foto"),)),
        Node("Figure", (code("112", Box(10, 20, 30, 30)),), alt="Code", turn=Turn(100, 250)),
    )
    return Page(A4, body, (rule(0, 297, 210, 297, "#000000"),), (rule(0, 0, 5, 0, "#000000"),))


def test_every_box_grows_with_the_paper_turned_ones_too() -> None:
    for small, large in zip(placed(a_page()), placed(enlarged(a_page(), A3)), strict=True):
        for name in ("x", "y", "w", "h"):
            assert getattr(large.box, name) == pytest.approx(getattr(small.box, name) * LARGER, rel=1e-3)


def test_letters_grow_and_still_fill_their_lines() -> None:
    small, large = (next(leaf.item for leaf in placed(page) if isinstance(leaf.item, Text)) for page in pages())
    assert large.size == pytest.approx(small.size * LARGER, rel=1e-3)
    assert len(large.lines) == 2
    for line in large.lines:
        assert line.width == pytest.approx(width(line, large.size))
    assert (large.text, large.link, large.about) == (small.text, small.link, small.about)


def test_strokes_dashes_and_the_cut_of_a_photo_grow() -> None:
    for small, large in zip(placed(pages()[0]), placed(pages()[1]), strict=True):
        if isinstance(small.item, Shape) and isinstance(large.item, Shape):
            assert large.item.width == pytest.approx(small.item.width * LARGER, rel=1e-3)
            assert large.item.dash == pytest.approx([length * LARGER for length in small.item.dash], rel=1e-3)
        if isinstance(small.item, Picture) and isinstance(large.item, Picture):
            assert small.item.clip is not None
            assert large.item.clip is not None
            assert large.item.clip.box.w == pytest.approx(small.item.clip.box.w * LARGER, rel=1e-3)


def test_a_code_says_the_same() -> None:
    codes = [next(leaf.item for leaf in placed(page) if isinstance(leaf.item, Code)) for page in pages()]
    assert codes[0].payload == codes[1].payload
    assert codes[0].dark == codes[1].dark


def pages() -> tuple[Page, Page]:
    return a_page(), enlarged(a_page(), A3)
