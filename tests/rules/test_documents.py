"""A PDF that an organisation publishes as it is: who made it is told only if that is a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.kit.pdfs import author_of
from generator.rules.documents import maker_in_a_document
from tests.builders import een_kit
from tests.rules.documents import a_pdf
from tests.rules.samples import judged, loaded

KIT = {"organisatie__naam": "Bakkerij Van Dam B.V.", "organisatie__korte_naam": "Van Dam"}


def told(kits: Path, data: bytes, name: str = "code.pdf") -> list[str]:
    folder = een_kit(kits, **KIT, documenten=[{"titel": "Code", "bestand": name}])
    (folder / name).write_bytes(data)
    return [item.message for item in judged(loaded(folder, kits)) if item.code == maker_in_a_document.code]


@pytest.mark.parametrize("author", ["Piet Jansen", "Dam", "p.jansen", "Jansen,\n Piet", "Zoë Ünal"])
def test_a_person_is_told(tmp_path: Path, author: str) -> None:
    (message,) = told(tmp_path, a_pdf(author))
    assert message == f"In 'code.pdf' staat '{' '.join(author.split())}' als auteur."


@pytest.mark.parametrize(
    "author", ["", "Bakkerij Van Dam B.V.", "BAKKERIJ VAN DAM", "HR Van Dam", "Microsoft Office User"]
)
def test_an_organisation_and_nobody_are_not(tmp_path: Path, author: str) -> None:
    assert told(tmp_path, a_pdf(author)) == []


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(900), a_pdf("Piet")[:400]])
def test_a_pdf_that_can_not_be_read_is_not_held_up_by_it(tmp_path: Path, data: bytes) -> None:
    assert told(tmp_path, data) == []


def test_a_file_that_vanished_has_no_author(tmp_path: Path) -> None:
    assert author_of(tmp_path / "weg.pdf") == ""


def test_a_text_that_is_no_pdf_is_not_opened(tmp_path: Path) -> None:
    assert told(tmp_path, a_pdf("Piet Jansen"), "code.txt") == []
