"""What an organisation types stands on paper as it was typed, also if it looks like code to a machine."""

from __future__ import annotations

import re
from typing import Final

import pytest

from tests.printing.conftest import Drukker
from tests.printing.kits import Gedrukt, per_kit
from tests.printing.pdf import Pdf

KIT: Final = "als-code"

#: What a file may be told to do (PDF 1.7, table 198); in other dictionaries ``/S`` says something else.
ACTIONS: Final = frozenset(
    f"/{name}"
    for name in (
        "GoTo", "GoToR", "GoToE", "Launch", "Thread", "URI", "Sound", "Movie", "Hide", "Named", "SubmitForm",
        "ResetForm", "ImportData", "JavaScript", "SetOCGState", "Rendition", "Trans", "GoTo3DView",
    )
)  # fmt: skip
LEADS: Final = re.compile(r"(tel:\+?\d+|mailto:\S+|https://\S+)")


@pytest.fixture(params=per_kit(KIT))
def typed(request: pytest.FixtureRequest, drukker: Drukker) -> Gedrukt:
    """Return the kit that is full of code."""
    return drukker(request.param)


def words(pdf: Pdf) -> str:
    """Return all that a file says, as somebody else reads it."""
    return " ".join(pdf.structure.text.split())


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("poster-a4.pdf", "De <b>Linge</b> %s ) Tj ET"),
        ("poster-a4.pdf", "{{7*7}} %s"),
        ("poster-a4.pdf", "<b>Praktijk</b> &amp; {naam}"),
        ("poster-samira-el-amrani-a4.pdf", "maandag ) Tj ET (uur) \\051"),
        ("poster-samira-el-amrani-a4.pdf", "[klik](javascript:alert(1)) <b>vet</b>"),
        ("wegwijzer-a3.pdf", "Iemand zegt ](javascript:alert(1)) tegen mij"),
        ("infoblad-nieuwe-medewerkers.pdf", "Iemand zegt ](javascript:alert(1)) tegen mij"),
        ("infoblad-grote-letters.pdf", "Iemand zegt ](javascript:alert(1)) tegen mij"),
        ("kaartjes.pdf", "{{7*7}} %s"),
        ("kaartjes.pdf", "<b>Praktijk</b> &amp; {naam}"),
        ("ophangplan.pdf", "De <b>Linge</b> %s ) Tj ET"),
    ],
)
def test_text_that_looks_like_code_is_on_paper_as_it_was_typed(typed: Gedrukt, file: str, text: str) -> None:
    assert text in words(typed.read[file])


def test_the_name_of_the_organisation_is_whole_in_every_file_and_in_its_title(typed: Gedrukt) -> None:
    for file, pdf in typed.read.items():
        assert "De <b>Linge</b> %s ) Tj ET" in words(pdf), file
        assert pdf.reader.metadata is not None
        assert "De <b>Linge</b> %s ) Tj ET" in str(pdf.reader.metadata.title), file


def test_nothing_was_reckoned_or_filled_in(typed: Gedrukt) -> None:
    for file, pdf in typed.read.items():
        assert not re.search(r"\b49 %s", words(pdf)), file
        assert "None" not in words(pdf), file


def test_no_file_of_any_kit_does_anything_but_open_a_number_a_mail_or_a_page(kit: Gedrukt) -> None:
    for file, pdf in kit.read.items():
        for part in pdf.objects():
            assert not {"/OpenAction", "/AA", "/JS"} & set(part), file
            if "/S" in part and part["/S"] in ACTIONS:
                assert part["/S"] == "/URI", file
                assert LEADS.fullmatch(str(part["/URI"])), (file, part["/URI"])
            if part.get("/Subtype") == "/Link":
                assert part["/A"]["/S"] == "/URI", file
