"""A code is as strong as its size allows, has its quiet zone, and says what it was given."""

from __future__ import annotations

import pytest

from generator.printing.layout.elements import Code, Document, Node, Page
from generator.printing.layout.geometry import A4, Box
from generator.printing.parts.qr import code
from generator.printing.pdf.drawing import draw
from tests.printing.codes import read
from tests.printing.kits import FONTS
from tests.printing.pdf import Pdf

CARD = "\r\n".join(
    ["BEGIN:VCARD", "VERSION:3.0", "N:Şahin;Ayşe", "FN:Ayşe Şahin", "TITLE:Vertrouwenspersoon", "TEL:+31612345678",
     "ORG:De Linge", "END:VCARD", ""]
)  # fmt: skip
STRENGTH = "LMQH"


def a_page(made: Code) -> Pdf:
    return Pdf(draw(Document("Titel", "", "", (Page(A4, (Node("Figure", (made,), alt="Code"),)),)), FONTS))


@pytest.mark.parametrize("payload", ["112", "https://www.delinge.example/", CARD, "王 ễ €"])
def test_a_code_says_what_it_was_given(payload: str) -> None:
    assert read(a_page(code(payload, Box(20, 20, 30, 30))).picture(150)) == [payload]


def test_a_code_has_a_white_border_of_four_modules() -> None:
    made = code(CARD, Box(20, 20, 40, 40))
    assert min(row for row, _, _ in made.dark) == 4
    assert min(start for _, start, _ in made.dark) == 4
    assert max(end for _, _, end in made.dark) == made.modules - 4
    assert max(row for row, _, _ in made.dark) == made.modules - 5


def test_a_larger_code_mends_more_damage() -> None:
    levels = [STRENGTH.index(code(CARD, Box(0, 0, side, side)).level) for side in (10, 25, 30, 35, 60)]
    assert levels == sorted(levels)
    assert (levels[0], levels[-1]) == (STRENGTH.index("L"), STRENGTH.index("H"))


@pytest.mark.parametrize("side", [25, 30, 35, 60])
def test_a_module_is_large_enough_for_a_phone(side: float) -> None:
    made = code(CARD, Box(0, 0, side, side))
    assert made.level == "L" or side / made.modules >= 0.5


def test_a_code_is_drawn_as_lines_and_not_as_a_picture() -> None:
    assert a_page(code(CARD, Box(20, 20, 30, 30))).images(0) == []


def test_a_code_keeps_its_white_ground_on_a_dark_field() -> None:
    from generator.printing.layout.elements import filled

    made = code(CARD, Box(20, 20, 40, 40))
    page = Page(A4, (Node("Figure", (made,), alt="Code"),), under=(filled(A4.box, "#00524c"),))
    picture = Pdf(draw(Document("Titel", "", "", (page,)), FONTS)).picture(150)
    assert read(picture) == [CARD]


def test_a_text_that_only_the_weakest_code_holds_gets_that_one() -> None:
    made = code("x" * 2900, Box(0, 0, 30, 30))
    assert (made.level, made.modules) == ("L", 177 + 8)
