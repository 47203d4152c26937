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
from reportlab.pdfbase import ttfonts
from reportlab.pdfgen.canvas import Canvas

from generator.printing.layout.elements import Document, Item, Node, Page, Picture, Pixels, Turn, filled
from generator.printing.layout.geometry import A4, BLEED, POINTS, Box
from generator.printing.layout.typography import Setter, Style
from generator.printing.parts.qr import code
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
    "Canvas._startPage": (Canvas._startPage, "1b9b735f9841"),
    "Canvas._restartAccumulators": (Canvas._restartAccumulators, "5e2e913d9791"),
    "Canvas.saveState": (Canvas.saveState, "5476f245f48d"),
    "Canvas.restoreState": (Canvas.restoreState, "6a23f72e42a3"),
    "Canvas.transform": (Canvas.transform, "c79e737cd1bf"),
    "TTFontFile.extractInfo": (ttfonts.TTFontFile.extractInfo, "95fbfd5dbf73"),
    "TTFontFile.get_table": (ttfonts.TTFontFile.get_table, "ab59d3916e9f"),
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
    inside = Pdf(draw(a_document(Node("H1", (some_text(),))), FONTS)).unpacked()
    assert "Onderwerp" in inside
    assert not re.search(r"CreationDate|ModDate|CreateDate|MetadataDate", inside)
    assert not re.search(r"/(home|root|tmp|work|usr)/", inside)


def test_what_is_drawn_of_a_text_is_the_same_whatever_was_drawn_before() -> None:
    page = a_document(Node("P", (some_text("Ayşe Łukasiewicz belt"),)))
    alone = draw(page, FONTS)
    draw(a_document(Node("P", (some_text("Łódź, Nguyễn Ελένη"),))), FONTS)
    assert draw(page, FONTS) == alone


def test_a_code_goes_into_the_file_once_however_often_it_is_drawn() -> None:
    codes = [Node("Figure", (code("BEGIN:VCARD", Box(20, y, 30, 30)),), alt="QR-code") for y in (20, 60, 100)]
    pdf = Pdf(draw(a_document(Node("H1", (some_text(y=150),)), *codes), FONTS))
    forms = [part for part in pdf.objects() if part.get("/Subtype") == "/Form"]
    assert len(forms) == 1
    picture = pdf.picture(72)
    for y in (20, 60, 100):
        left, top, right, bottom = (round(side * POINTS) for side in (20, y, 50, y + 30))
        assert picture.crop((left, top, right, bottom)).convert("L").getextrema() == (0, 255)


def test_settings_of_letters_are_written_when_they_change_and_hold_on_each_page() -> None:
    nodes = (Node("P", (some_text("een"), some_text("twee", y=40))),)
    pages = tuple(Page(A4, nodes, under=(filled(Box(0, 0, 10, 10), "#c00000"),)) for _ in range(2))
    pdf = Pdf(draw(Document("Titel", "Onderwerp", "De Linge", pages), FONTS))
    sheets: list[Any] = list(pdf.reader.pages)
    contents = [sheet["/Contents"].get_data() for sheet in sheets]
    assert [(content.count(b" Tf"), content.count(b" rg")) for content in contents] == [(1, 2), (1, 2)]
    assert pdf.spoken() == ["P een twee"] * 2


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


def test_letters_after_a_turn_look_as_they_do_without_it() -> None:
    """The settings of what is turned end with it, and what comes next may need the same ones."""
    red = Setter(FONTS).block("belt", Style(14, "extrabold", colour="#c00000"), 150)
    before, after = Node("P", (some_text("belt"),)), Node("P", (red.at(20, 60),))
    turned = Node("P", (red.at(20, 40),), turn=Turn(100, 250))
    one, other = (
        Pdf(draw(a_document(*nodes), FONTS)).picture(72) for nodes in ((before, turned, after), (before, after))
    )
    above = (0, 0, one.width, round(90 * POINTS))
    assert one.crop(above).tobytes() == other.crop(above).tobytes()


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


def test_a_link_beyond_ascii_is_percent_encoded() -> None:
    text = some_text("agenda", link="https://bücher.example/zoë", about="Afspraak: Zoë")
    (link,) = Pdf(draw(a_document(Node("P", (text,))), FONTS)).annotations()
    assert link["/A"]["/URI"] == "https://xn--bcher-kva.example/zo%C3%AB"


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


def test_a_colour_is_the_same_for_who_rounds_and_for_who_cuts_off() -> None:
    colours = [f"#{value:02x}{255 - value:02x}00" for value in range(256)]
    fields = tuple(filled(Box(at % 16, at // 16, 1, 1), colour) for at, colour in enumerate(colours))
    pdf = Pdf(draw(a_document(Node("H1", (some_text(),)), under=fields), FONTS))
    page: Any = pdf.reader.pages[0]
    written = re.findall(r"(\S+) (\S+) 0 rg", page["/Contents"].get_data().decode("latin-1"))
    seen = [[float(part) * 255 for part in colour] for colour in written[:256]]
    assert [[round(part) for part in colour] for colour in seen] == [[value, 255 - value] for value in range(256)]
    assert [[int(part) for part in colour] for colour in seen] == [[value, 255 - value] for value in range(256)]


def test_a_logo_keeps_its_colours() -> None:
    import zlib

    logo = Image.new("RGB", (40, 20), "#b3412e")
    picture = Picture(Box(20, 20, 40, 20), Pixels(zlib.compress(logo.tobytes()), logo.size), packed=True)
    pdf = Pdf(draw(a_document(Node("H1", (some_text(y=100),)), Node("Figure", (picture,), alt="Logo")), FONTS))
    assert pdf.picture(72).getpixel((round(40 * POINTS), round(30 * POINTS))) == (0xB3, 0x41, 0x2E)
