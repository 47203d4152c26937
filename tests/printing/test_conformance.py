"""Every PDF of every kit keeps to PDF/UA-1 and PDF/A-2a, by one judge, and by looks of our own."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import page as judge
import pytest
from reportlab.pdfgen.canvas import Canvas

from generator.printing.layout.geometry import BLEED, POINTS
from generator.printing.pdf.drawing import SLUG, draw
from tests.printing.conftest import Drukker
from tests.printing.kits import FONTS, Gedrukt
from tests.printing.pdf import Pdf

#: What may be clicked in a file on somebody's desk.
_LEADS: Final = re.compile(r"(https://|mailto:|tel:)\S+")
#: What makes a file do something, or hold or fetch something that is not on its pages (PDF 1.7, 7.11, 12.6, 12.7).
_ACTIVE: Final = frozenset(
    {
        "/JavaScript",
        "/JS",
        "/OpenAction",
        "/AA",
        "/Launch",
        "/GoToR",
        "/SubmitForm",
        "/EmbeddedFile",
        "/EF",
        "/AcroForm",
    }
)
#: A third more or less pixels than 300 dots an inch may do (generator/photos.py); one in sixty is for rounding.
_DPI: Final = 305 * 4 / 3
_LEAST_DPI: Final = 295 * 2 / 3


def failures(data: bytes) -> list[tuple[str, str]]:
    """Return what the judge has against a file."""
    profiles: tuple[Any, ...] = ("ua1", "2a")
    return [
        (profile, failure.message)
        for profile in profiles
        for failure in judge.validate_pdf_bytes(data, profile=profile).failures
    ]


def box_of(page: Any, name: str) -> list[float]:
    """Return left, bottom, right and top of a page's box in millimetres from the left bottom of its medium."""
    return [float(value) / POINTS for value in page[name]]


def test_no_file_fails_in_anything(kit: Gedrukt) -> None:
    found = {file: failures(data) for file, data in kit.pdfs.items()}
    assert len(found) >= 10
    assert {file: why for file, why in found.items() if why} == {}


def test_no_file_for_the_press_fails_in_anything(voorbeeld: Gedrukt) -> None:
    for item in voorbeeld.laid_out:
        assert failures(draw(item.made.document, FONTS, press=True)) == [], item.made.bestand


def test_the_judge_sees_a_file_that_is_not_good() -> None:
    plain = Canvas(out := io.BytesIO())
    plain.drawString(72, 72, "Zonder structuur")
    plain.save()
    assert {profile for profile, _ in failures(out.getvalue())} == {"ua1", "2a"}


def test_a_file_says_its_title_and_language_and_that_it_is_tagged(kit: Gedrukt) -> None:
    titles = set()
    for file, pdf in kit.read.items():
        assert pdf.root["/Lang"] == "nl-NL", file
        assert pdf.root["/MarkInfo"]["/Marked"], file
        assert pdf.root["/ViewerPreferences"]["/DisplayDocTitle"], file
        assert pdf.reader.metadata is not None
        assert kit.source.kit.organisatie.roepnaam in str(pdf.reader.metadata.title), file
        titles.add(pdf.reader.metadata.title)
    assert len(titles) == len(kit.pdfs)


def test_every_font_is_in_the_file_as_far_as_it_is_used_and_says_its_letters(kit: Gedrukt) -> None:
    for file, pdf in kit.read.items():
        fonts = pdf.fonts()
        assert fonts, file
        for font in fonts:
            assert re.fullmatch(r"/[A-Z]{6}\+(AtkinsonHyperlegibleNext|NotoSans)-\w+", font["/BaseFont"]), file
            assert font["/FontDescriptor"]["/FontFile2"].get_data()[:4] == b"\0\1\0\0", file
            assert b"<0000>" not in font["/ToUnicode"].get_data().partition(b"endcodespacerange")[2], file


def test_no_file_does_or_fetches_anything(kit: Gedrukt) -> None:
    for file, pdf in kit.read.items():
        links = {note["/A"]["/URI"] for note in pdf.annotations()}
        for part in pdf.objects():
            assert not _ACTIVE & set(part), file
            assert part.get("/S") not in _ACTIVE, file
            assert part.get("/Type") != "/Filespec", file
            assert "/URI" not in part or part["/URI"] in links, file
        assert [link for link in links if not _LEADS.fullmatch(link)] == [], file


def test_every_link_says_where_it_leads_and_is_printed(kit: Gedrukt) -> None:
    for file, pdf in kit.read.items():
        for note in pdf.annotations():
            assert note["/Subtype"] == "/Link", file
            assert str(note["/Contents"]).strip(), file
            assert note["/F"] == 4, file


def test_no_photo_has_more_dots_than_paper_shows(kit: Gedrukt) -> None:
    for file, pdf in kit.read.items():
        for number in range(len(pdf.reader.pages)):
            dots = [image.dpi for image in pdf.images(number) if image.is_photo]
            assert all(value <= _DPI for value in dots), (file, dots)


def test_a_large_photo_has_dots_enough_for_paper(drukker: Drukker) -> None:
    photos = [image for image in drukker("een-kleur").read["poster-a4.pdf"].images(0) if image.is_photo]
    assert len(photos) == 1
    assert _LEAST_DPI <= photos[0].dpi <= _DPI


def test_a_file_for_the_office_is_as_large_as_its_sheet(kit: Gedrukt) -> None:
    for item in kit.laid_out:
        pdf = kit.read[item.made.bestand]
        for page, laid_out in zip(pdf.reader.pages, item.made.document.pages, strict=True):
            sheet = [0, 0, laid_out.sheet.width, laid_out.sheet.height]
            for name in ("/MediaBox", "/TrimBox", "/BleedBox"):
                assert box_of(page, name) == pytest.approx(sheet, abs=0.01)


def test_a_file_for_the_press_has_bleed_around_the_sheet_and_marks_around_the_bleed(voorbeeld: Gedrukt) -> None:
    for item in voorbeeld.laid_out:
        pdf = Pdf(draw(item.made.document, FONTS, press=True))
        for page, laid_out in zip(pdf.reader.pages, item.made.document.pages, strict=True):
            margin, width, height = BLEED + SLUG, laid_out.sheet.width, laid_out.sheet.height
            trim = [margin, margin, margin + width, margin + height]
            bleed = [trim[0] - 3, trim[1] - 3, trim[2] + 3, trim[3] + 3]
            assert box_of(page, "/MediaBox") == pytest.approx([0, 0, width + 2 * margin, height + 2 * margin], abs=0.01)
            assert box_of(page, "/TrimBox") == pytest.approx(trim, abs=0.01)
            assert box_of(page, "/BleedBox") == pytest.approx(bleed, abs=0.01)


def test_a_whole_set_is_small_enough_to_mail(voorbeeld: Gedrukt) -> None:
    assert sum(map(len, voorbeeld.pdfs.values())) < 3_000_000
