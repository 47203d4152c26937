"""The canvas writes what the layout says, into files that are equal when their input is; and it knows its reportlab."""

from __future__ import annotations

import hashlib
import inspect
import re
import tomllib
from collections.abc import Callable
from typing import Any

import page as validator
import pytest
import reportlab
from PIL import Image
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen.canvas import Canvas

from generator.printing.layout.elements import Document, Item, Node, Page, Picture, Pixels, Turn, filled
from generator.printing.layout.geometry import A4, BLEED, POINTS, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.pdf.canvas import REPORTLAB
from generator.printing.pdf.drawing import SLUG, draw
from tests.conftest import ROOT
from tests.printing.kits import FONTS, een_foto
from tests.printing.pdf import Pdf
from tests.printing.process import printed_by


def a_document(*nodes: Node, **more: Any) -> Document:
    return Document("Titel", "Onderwerp", "De Linge", (Page(A4, nodes, **more),))


def some_text(content: str = "Bel of app", y: float = 20, **more: Any) -> Item:
    return Setter(FONTS).block(content, Style(20, "bold"), 150).at(20, y, **more)


def test_reportlab_is_of_the_series_that_the_canvas_was_written_against() -> None:
    assert reportlab.Version.rpartition(".")[0] == REPORTLAB
    major, minor = REPORTLAB.split(".")
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert f"reportlab>={REPORTLAB},<{major}.{int(minor) + 1}" in needed


#: What the canvas leans on inside reportlab, and the digest of it. When one of these fails: read what changed there,
#: see that ``printing/pdf/`` still holds and that the other tests here pass, and only then put the new digest.
INSIDE: dict[str, tuple[Callable[..., Any], str]] = {
    "Canvas.__init__": (Canvas.__init__, "8bfca25dcd6a"),
    "Canvas.showPage": (Canvas.showPage, "a9d4d3b9b756"),
    "Canvas._startPage": (Canvas._startPage, "1b9b735f9841"),
    "Canvas._addAnnotation": (Canvas._addAnnotation, "b8372b315199"),
    "PDFDocument.GetPDFData": (pdfdoc.PDFDocument.GetPDFData, "d277704fa42a"),
    "PDFDocument.format": (pdfdoc.PDFDocument.format, "536ea7a67549"),
    "PDFDocument.Reference": (pdfdoc.PDFDocument.Reference, "75342ed129b2"),
    "PDFDocument.addForm": (pdfdoc.PDFDocument.addForm, "d830d06e1a13"),
    "PDFDictionary.format": (pdfdoc.PDFDictionary.format, "cadcf492fbf0"),
    "PDFPage.check_format": (pdfdoc.PDFPage.check_format, "4719e4564fc6"),
    "PDFCatalog.check_format": (pdfdoc.PDFCatalog.check_format, "fe0646e037ab"),
    "TTFont.splitString": (ttfonts.TTFont.splitString, "95205a99dcbb"),
    "TTFont.getSubsetInternalName": (ttfonts.TTFont.getSubsetInternalName, "a9d1262f594a"),
    "TTFontFile.makeSubset": (ttfonts.TTFontFile.makeSubset, "25b6baf37794"),
}


@pytest.mark.parametrize("name", INSIDE)
def test_the_inside_of_reportlab_is_as_the_canvas_knows_it(name: str) -> None:
    function, digest = INSIDE[name]
    assert hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:12] == digest


_DIGEST = """
import hashlib
from tests.printing.kits import EXAMPLES, KITS, gedrukt
for name, data in gedrukt(KITS / EXAMPLES["bouwbedrijf-de-linge"], KITS).pdfs.items():
    print(name, hashlib.sha256(data).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_every_process() -> None:
    one, other = (printed_by(_DIGEST, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert len(one.splitlines()) > 10
    assert one == other


def test_a_file_says_nothing_about_when_and_where_it_was_made() -> None:
    data = draw(a_document(Node("H1", (some_text(),))), FONTS)
    assert b"CreationDate" not in data
    assert b"ModDate" not in data
    assert b"CreateDate" not in data
    assert not re.search(rb"/(home|root|tmp|work|usr)/", data)


def test_the_bytes_of_a_photo_go_into_the_file_as_they_are_and_once(tmp_path: Any) -> None:
    een_foto(tmp_path / "foto.jpg", 300)
    photo = (tmp_path / "foto.jpg").read_bytes()
    figures = [Node("Figure", (Picture(Box(20, y, 30, 30), Pixels(photo, (300, 300))),), alt="Foto") for y in (20, 60)]
    data = draw(a_document(Node("H1", (some_text(y=100),)), *figures), FONTS)
    assert data.count(photo) == 1
    one, other = Pdf(data).images(0)
    assert one.decode().size == (300, 300)
    assert one.stream is other.stream


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n", b"\n\r", b"."])
def test_a_stream_may_end_with_any_byte(end: bytes) -> None:
    """One in a hundred packed streams ends with what could be a line end, and must not seem a byte shorter."""
    picture = Picture(Box(20, 20, 30, 30), Pixels(b"\xff\xd8 not looked into" + end, (300, 300)))
    data = draw(a_document(Node("H1", (some_text(y=100),)), Node("Figure", (picture,), alt="Foto")), FONTS)
    assert [failure.message for failure in validator.validate_pdf_bytes(data, profile="2a").failures] == []


def test_text_comes_back_as_it_was_set_also_in_another_script() -> None:
    words = "Ayşe Łukasiewicz Nguyễn Ĳsbrand Ελένη Ївженко €"
    pdf = Pdf(draw(a_document(Node("P", (some_text(words),))), FONTS))
    assert pdf.spoken() == ["P Ayşe Łukasiewicz Nguyễn Ĳsbrand Ελένη Ївженко €"]


def test_more_letters_than_one_subset_holds_come_back_too() -> None:
    words = "".join(chr(code) for code in range(0x4E0 - 0xC0, 0x4E0)) + "".join(
        chr(code) for code in range(0x1E00, 0x1E60)
    )
    pdf = Pdf(draw(a_document(Node("P", (some_text(words),))), FONTS))
    assert pdf.spoken()[0].removeprefix("P ").replace(" ", "") == words


def test_lines_are_read_with_a_space_between_them_and_a_double_name_without_one() -> None:
    block = Setter(FONTS).block("Jan Brouwershaven-Nieuwenhuijzen belt", Style(20), 45)
    assert len(block.lines) == 4
    pdf = Pdf(draw(a_document(Node("P", (block.at(20, 20),))), FONTS))
    assert pdf.spoken() == ["P Jan Brouwershaven-Nieuwenhuijzen belt"]


def test_a_link_lies_over_its_letters_and_says_where_it_leads() -> None:
    text = some_text("06 12345678", link="tel:+31612345678", about="Bel: Samira")
    pdf = Pdf(draw(a_document(Node("P", (text,))), FONTS))
    (link,) = pdf.annotations()
    assert (link["/A"]["/URI"], link["/Contents"]) == ("tel:+31612345678", "Bel: Samira")
    left, bottom, right, top = (float(value) / POINTS for value in link["/Rect"])
    assert (left, right) == pytest.approx((20, 20 + text.lines[0].width), abs=0.01)  # type: ignore[union-attr]
    assert bottom < 297 - text.lines[0].baseline < top  # type: ignore[union-attr]


def test_a_link_on_turned_text_is_turned_too() -> None:
    text = some_text("06 12345678", link="tel:+31612345678", about="Bel: Samira")
    pdf = Pdf(draw(a_document(Node("P", (text,), turn=Turn(100, 250))), FONTS))
    left, bottom, right, top = (float(value) / POINTS for value in pdf.annotations()[0]["/Rect"])
    assert top - bottom == pytest.approx(text.lines[0].width, abs=0.01)  # type: ignore[union-attr]
    assert bottom == pytest.approx(297 - 250 + 20, abs=0.01)
    assert 100 + 19 < left < right < 100 + 19 + 10


def test_a_field_that_runs_off_the_sheet_ends_at_the_bleed() -> None:
    ground = filled(Box(-20, -20, 250, 337), "#c00000")
    data = draw(a_document(Node("H1", (some_text(),)), under=(ground,)), FONTS, press=True)
    picture = Pdf(data).picture(72)
    inside, outside = (SLUG + 0.5) * POINTS, (SLUG - 0.5) * POINTS
    assert picture.getpixel((round(inside), 400)) == (192, 0, 0)
    assert picture.getpixel((round(outside), 400)) == (255, 255, 255)


def test_crop_marks_point_at_the_corners_and_stay_clear_of_the_bleed() -> None:
    picture = Pdf(draw(a_document(Node("H1", (some_text(),))), FONTS, press=True)).picture(300).convert("L")
    edge = (BLEED + SLUG) / 25.4 * 300
    row = [x for x in range(picture.width) if picture.getpixel((x, round(edge))) != 255]
    in_mm = [x / 300 * 25.4 - BLEED - SLUG for x in row]
    assert in_mm
    assert all(value < -BLEED or value > A4.width + BLEED for value in in_mm)


def test_a_logo_keeps_its_colours() -> None:
    import zlib

    logo = Image.new("RGB", (40, 20), "#b3412e")
    picture = Picture(Box(20, 20, 40, 20), Pixels(zlib.compress(logo.tobytes()), logo.size), packed=True)
    pdf = Pdf(draw(a_document(Node("H1", (some_text(y=100),)), Node("Figure", (picture,), alt="Logo")), FONTS))
    assert pdf.picture(72).getpixel((round(40 * POINTS), round(30 * POINTS))) == (0xB3, 0x41, 0x2E)
