"""A PDF that is published as it is: who made it is told only if that is a person, and so is what else it carries."""

from __future__ import annotations

import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.kit.pdfs import Carried, carried_by
from generator.rules.documents import document_that_does_more, maker_in_a_document, photo_that_tells
from generator.rules.rule import Rule
from tests.builders import een_kit
from tests.rules.documents import (
    a_pdf,
    by,
    exif,
    that_acts,
    that_acts_unseen,
    that_opens_a_page,
    with_a_file_inside,
    with_a_link,
    with_a_photo,
)
from tests.rules.samples import judged, loaded

KIT = {"organisatie__naam": "Bakkerij Van Dam B.V.", "organisatie__korte_naam": "Van Dam"}


def told(kits: Path, data: bytes, name: str = "code.pdf", rule: Rule = maker_in_a_document) -> list[str]:
    folder = een_kit(kits, **KIT, documenten=[{"titel": "Code", "bestand": name}])
    (folder / name).write_bytes(data)
    return [item.message for item in judged(loaded(folder, kits)) if item.code == rule.code]


@pytest.mark.parametrize("author", ["Piet Jansen", "Dam", "p.jansen", "Jansen,\n Piet", "Zoë Ünal"])
def test_a_person_is_told(tmp_path: Path, author: str) -> None:
    (message,) = told(tmp_path, a_pdf(author))
    assert message == f"In 'code.pdf' staat '{' '.join(author.split())}' als auteur."


@pytest.mark.parametrize(
    ("string", "author"),
    [
        (b"(Piet \\(HR\\))", "Piet (HR)"),
        (b"(Zo\\353 \\\n\\334nal)", "Zoë Ünal"),
        (b"(\xfe\xff\x00P\x00i\x00e\x00t)", "Piet"),
        (b"<FEFF005000690065 0074>", "Piet"),
        (b"<506965742>", "Piet"),
        (b"7 0 R\n7 0 obj\n(Piet)", "Piet"),
        (b"(Piet) /Author (Nel)", "Nel"),
        (b"(Piet \\8 \\12345)", "Piet 8 S45"),
        (b"(Piet (HR))", "Piet (HR)"),
    ],
)
def test_an_author_is_read_in_every_way_of_writing(tmp_path: Path, string: bytes, author: str) -> None:
    pdf = tmp_path / "code.pdf"
    pdf.write_bytes(b"%PDF-1.7\n1 0 obj\n<</Author" + string + b">>\nendobj\n")
    assert carried_by(pdf).authors == (author,)


SIGNS = st.sampled_from(
    [b"\\", b"8", b"777", b"(", b")", b"<", b">", b"\r", b"\n", b" ", b"\xfe\xff", b"/Author", b"a"]
)
FORMS = (b"(%b)", b"<%b>", b"<%b", b"%b 0 R %b 0 obj (Piet)", b"%b>>stream\n%bendstream")


@given(st.binary() | st.lists(SIGNS).map(b"".join))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_searched(tmp_path: Path, data: bytes) -> None:
    pdf = tmp_path / "code.pdf"
    for form in FORMS:
        pdf.write_bytes(b"<</Type/ObjStm/Author " + form.replace(b"%b", data))
        assert isinstance(carried_by(pdf), Carried)


def test_an_author_that_is_packed_away_is_read(tmp_path: Path) -> None:
    pdf = tmp_path / "code.pdf"
    pdf.write_bytes(b"<</Type/ObjStm>>stream\n" + zlib.compress(b"<</Author(Piet)>>") + b"\nendstream")
    assert carried_by(pdf).authors == ("Piet",)


def test_an_object_before_it_that_names_metadata_hides_nothing(tmp_path: Path) -> None:
    pdf = tmp_path / "code.pdf"
    packed = zlib.compress(b"<</Author(Piet)>> <</S/JavaScript>>")
    before = b"1 0 obj <</Type/Catalog/Metadata 9 0 R>> endobj 3 0 obj <</Type/ObjStm>>stream\n"
    pdf.write_bytes(before + packed + b"\nendstream")
    assert carried_by(pdf) == Carried(("Piet",), acts=True)


def test_of_an_encrypted_author_nothing_is_told(tmp_path: Path) -> None:
    pdf = tmp_path / "code.pdf"
    pdf.write_bytes(b"<</Author(\x8e\x93)>> trailer<</Encrypt 4 0 R>>")
    assert carried_by(pdf).authors == ()


@pytest.mark.parametrize("packed", [False, True])
def test_a_maker_who_only_stands_in_xmp_is_told(tmp_path: Path, packed: bool) -> None:
    (message,) = told(tmp_path, by(["Piet Jansen", "Nel & Zn"], packed=packed))
    assert message == "In 'code.pdf' staat 'Piet Jansen, Nel & Zn' als auteur."


def test_the_same_maker_is_told_once_and_another_one_too(tmp_path: Path) -> None:
    pdf = tmp_path / "code.pdf"
    pdf.write_bytes(by(["Piet"], author="Piet"))
    assert carried_by(pdf).authors == ("Piet",)
    pdf.write_bytes(by(["Piet"], author="Van Dam"))
    assert carried_by(pdf).authors == ("Van Dam", "Piet")


@pytest.mark.parametrize(
    "author", ["", "Bakkerij Van Dam B.V.", "BAKKERIJ VAN DAM", "HR Van Dam", "Microsoft Office User"]
)
def test_an_organisation_and_nobody_are_not(tmp_path: Path, author: str) -> None:
    assert told(tmp_path, a_pdf(author)) == []


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(900), a_pdf("Piet")[:400]])
def test_a_pdf_that_can_not_be_read_is_not_held_up_by_it(tmp_path: Path, data: bytes) -> None:
    assert told(tmp_path, data) == []


def test_a_file_that_vanished_carries_nothing(tmp_path: Path) -> None:
    assert carried_by(tmp_path / "weg.pdf") == Carried()


def test_a_text_that_is_no_pdf_is_not_opened(tmp_path: Path) -> None:
    assert told(tmp_path, a_pdf("Piet Jansen"), "code.txt") == []


@pytest.mark.parametrize("data", [*map(that_acts, ["JavaScript", "Launch", "SubmitForm"]), that_acts_unseen()])
def test_a_pdf_that_can_act_is_told(tmp_path: Path, data: bytes) -> None:
    (message,) = told(tmp_path, data, rule=document_that_does_more)
    assert message == "In 'code.pdf' staat een opdracht die iets kan starten, openen of versturen."


def test_a_file_inside_a_pdf_is_told(tmp_path: Path) -> None:
    (message,) = told(tmp_path, with_a_file_inside(), rule=document_that_does_more)
    assert message == "In 'code.pdf' zit een ander bestand als bijlage."


@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf_that_opens_a_page_of_others_by_itself_is_told(tmp_path: Path, packed: bool) -> None:
    assert len(told(tmp_path, that_opens_a_page(packed=packed), rule=document_that_does_more)) == 1


@pytest.mark.parametrize("event", [b"/AA<</O<</S/URI/URI(https://elders.example)>>>>", b"/AA 4 0 R"])
def test_a_pdf_that_waits_for_an_event_is_told(tmp_path: Path, event: bytes) -> None:
    assert len(told(tmp_path, b"%PDF-1.7\n1 0 obj<</Type/Page" + event + b">>", rule=document_that_does_more)) == 1


@pytest.mark.parametrize("data", [a_pdf("Piet"), with_a_link(), that_acts("GoTo"), that_acts("JavaScripts")])
def test_a_link_and_an_unknown_word_are_no_actions(tmp_path: Path, data: bytes) -> None:
    assert told(tmp_path, data, rule=document_that_does_more) == []


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        (exif(GPSLatitude=(52.0, 5.0, 1.0), Artist="Piet", Make="Nokia"), "waar die is gemaakt"),
        (exif(Artist="Piet", Make="Nokia"), "van wie die is"),
        (exif(Make="Nokia"), "wanneer of met welke camera die is gemaakt"),
        (exif(DateTimeOriginal="2026:01:01 12:00:00"), "wanneer of met welke camera die is gemaakt"),
    ],
)
def test_a_photo_in_a_pdf_that_tells_more_than_it_shows_is_told(
    tmp_path: Path, metadata: bytes, said: str, packed: bool
) -> None:
    (message,) = told(tmp_path, with_a_photo(metadata, packed=packed), rule=photo_that_tells)
    assert message == f"In 'code.pdf' zit een foto waarin staat {said}."


@pytest.mark.parametrize("metadata", [b"", exif(Orientation=6), b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0kapot"])
def test_a_photo_that_tells_nothing_is_no_news(tmp_path: Path, metadata: bytes) -> None:
    assert told(tmp_path, with_a_photo(metadata), rule=photo_that_tells) == []
