"""What can't be printed well is said about the kit: the value, its place and its length; never hidden on a sheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import Finding, KitInvalid
from generator.job import Job
from generator.pipeline import build_kit
from generator.printing.layout.elements import Text, placed
from tests.builders import een_kit
from tests.conftest import TODAY
from tests.printing.kits import RESOURCES, Gedrukt, gedrukt, met_plaatjes

FILE = "kits/voorbeeld/kit.yml"


def an_advisor(**anders: Any) -> dict[str, Any]:
    return {"naam": "Joost Verhage", "soort": "extern", "contact": {"telefoon": "088 1234567"}, **anders}


def printed(folder: Path, *advisors: dict[str, Any], **anders: Any) -> Gedrukt:
    kits = folder / "kits"
    return gedrukt(met_plaatjes(een_kit(kits, vertrouwenspersonen=list(advisors), **anders)), kits)


def place_of(folder: Path, text: str) -> tuple[int, int]:
    """Return line and column, from one, of a text in the kit."""
    lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    (found,) = ((number, line.index(text) + 1) for number, line in enumerate(lines, 1) if text in line)
    return found


def place(finding: Finding) -> tuple[str, int, int]:
    return finding.file, finding.line, finding.column


@pytest.fixture(autouse=True)
def long_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a long value stand on one line of the kit, as people write it."""
    dump = yaml.safe_dump
    monkeypatch.setattr(yaml, "safe_dump", lambda data, **more: dump(data, width=1000, **more))


def test_a_name_without_room_is_named_with_its_length_and_its_place(tmp_path: Path) -> None:
    naam = ("Anna " * 40).strip() + "a"
    assert len(naam) == 200
    (finding,) = printed(tmp_path, an_advisor(naam=naam)).findings
    assert (finding.code, finding.level) == ("VK080", "error")
    assert place(finding) == (FILE, *place_of(tmp_path, naam))
    assert finding.path == "vertrouwenspersonen[0].naam"
    assert "200 tekens" in finding.message
    assert "kaartjes.pdf" in finding.message


def test_a_name_without_room_is_laid_out_whole_all_the_same(tmp_path: Path) -> None:
    naam = ("Anna " * 40).strip()
    laid_out = printed(tmp_path, an_advisor(naam=naam)).laid_out
    said = [leaf.item.text for leaf in placed(laid_out[0].made.document.pages[0]) if isinstance(leaf.item, Text)]
    assert naam in said


def test_a_letter_that_no_font_has_is_named_with_its_place(tmp_path: Path) -> None:
    (finding,) = printed(tmp_path, an_advisor(naam="Li 王", id="li"), an_advisor()).findings
    assert (finding.code, finding.level) == ("VK081", "error")
    assert place(finding) == (FILE, *place_of(tmp_path, "Li 王"))
    assert finding.path == "vertrouwenspersonen[0].naam"
    assert "'王' (U+738B)" in finding.message


def test_a_mark_that_no_letter_was_made_with_is_named_with_its_place(tmp_path: Path) -> None:
    naam = "Max\u0302ime Verhage"
    (finding,) = printed(tmp_path, an_advisor(naam=naam, id="maxime"), an_advisor()).findings
    assert (finding.code, finding.level) == ("VK081", "error")
    assert place(finding) == (FILE, *place_of(tmp_path, naam))
    assert "U+0302" in finding.message


def test_every_value_with_a_strange_letter_is_named(tmp_path: Path) -> None:
    found = printed(tmp_path, an_advisor(naam="Li 王", id="li"), organisatie__naam="王 B.V.").findings
    assert [(item.code, item.path) for item in found] == [
        ("VK081", "organisatie.naam"),
        ("VK081", "vertrouwenspersonen[0].naam"),
    ]


def test_a_strange_letter_that_is_not_printed_is_no_finding(tmp_path: Path) -> None:
    uitzondering = {"code": "VK104", "reden": "王"}
    assert printed(tmp_path, an_advisor(), uitzonderingen=[uitzondering]).findings == ()


def test_a_small_photo_is_a_notice(tmp_path: Path) -> None:
    foto = {"bestand": "fotos/klein.jpg", "toestemming": "2026-09-15"}
    (finding,) = printed(tmp_path, an_advisor(foto=foto)).findings
    assert (finding.code, finding.level) == ("VK082", "notice")
    assert place(finding) == (FILE, *place_of(tmp_path, "fotos/klein.jpg"))
    assert "300 pixels" in finding.message


def test_a_small_photo_that_nobody_agreed_to_is_not_looked_at(tmp_path: Path) -> None:
    assert printed(tmp_path, an_advisor(foto={"bestand": "fotos/klein.jpg"})).findings == ()


def test_a_large_photo_is_no_finding(tmp_path: Path) -> None:
    foto = {"bestand": "fotos/groot.jpg", "toestemming": "2026-09-15"}
    assert printed(tmp_path, an_advisor(foto=foto)).findings == ()


def test_the_examples_print_without_a_word(voorbeeld: Gedrukt) -> None:
    assert voorbeeld.findings == ()


def test_no_awkward_kit_is_refused(kit: Gedrukt) -> None:
    assert [finding for finding in kit.findings if finding.level == "error"] == []


def test_what_cannot_be_printed_stops_a_build_and_not_one_of_the_site_alone(tmp_path: Path) -> None:
    folder = een_kit(tmp_path / "kits", vertrouwenspersonen=[an_advisor(naam="Li 王", id="li")])
    job = Job(folder, tmp_path / "kits", tmp_path / "dist", RESOURCES, TODAY, only="print")
    with pytest.raises(KitInvalid) as refused:
        build_kit(job)
    assert [finding.code for finding in refused.value.findings if finding.level == "error"] == ["VK081"]
    assert not (tmp_path / "dist" / "voorbeeld").exists()


@pytest.mark.parametrize("naam", ["Persoon Nummer{}", "Jan {}"])
def test_too_many_advisors_is_said_once_and_not_of_each_name_or_sheet(tmp_path: Path, naam: str) -> None:
    people = [an_advisor(naam=naam.format(number), id=f"p{number}") for number in range(30)]
    (crowd,) = printed(tmp_path, *people).findings
    assert (crowd.code, crowd.path) == ("VK080", "vertrouwenspersonen")
    assert crowd.message.startswith("Met 30 vertrouwenspersonen is er te weinig plek op ")


def test_of_many_sheets_only_some_are_named(tmp_path: Path) -> None:
    sites = [f"Plaats {number}" for number in range(9)]
    people = [an_advisor(), an_advisor(naam="Sam Bakker", id="sam", vestigingen=sites[:3])]
    found = printed(tmp_path, *people, organisatie__naam="Jansen " * 28, organisatie__vestigingen=sites).findings
    (finding,) = [item for item in found if item.path == "organisatie.naam"]
    assert re.search(r"Hij past niet op ([a-z0-9-]+\.pdf, ){4}[a-z0-9-]+\.pdf en \d+ andere\.$", finding.message)
