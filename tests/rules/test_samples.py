"""Whole kits against all rules: each gives exactly the findings that stand at its head, no more and no fewer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from generator.rules.answers import ABOUT_ANSWERS
from generator.rules.catalog import RULES
from generator.rules.rule import Rule
from tests.builders import schrijf
from tests.conftest import EXAMPLES, KITS
from tests.kit.samples import name
from tests.rules.documents import a_pdf, exif, that_acts, with_a_photo
from tests.rules.samples import ALL, BAD, GOOD, HERE, found, judged, loaded, stated

EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@pytest.mark.parametrize("folder", ALL, ids=name)
def test_a_sample_gives_exactly_the_findings_at_its_head(folder: Path) -> None:
    file = f"{HERE.name}/{folder.relative_to(HERE).as_posix()}/kit.yml"
    assert found(folder) == stated(folder, file)


@pytest.mark.parametrize("slug", EXAMPLES)
def test_an_example_kit_gives_exactly_the_findings_that_its_file_states(slug: str) -> None:
    folder = KITS / EXAMPLES[slug]
    file = f"kits/{EXAMPLES[slug]}/kit.yml"
    assert found(folder, KITS) == stated(folder, file)


def test_good_samples_have_nothing_open_and_bad_ones_have() -> None:
    assert len(GOOD) >= 10
    assert len(BAD) >= 30
    assert [name(folder) for folder in GOOD if found(folder)[0]] == []
    assert [name(folder) for folder in BAD if not found(folder)[0]] == []


def test_every_rule_occurs_in_a_sample() -> None:
    shown = {item.code for folder in BAD for item in found(folder)[0]}
    assert {rule.code for rule in RULES} | set(ABOUT_ANSWERS) <= shown


@pytest.mark.parametrize("folder", BAD, ids=name)
def test_every_finding_says_where_what_why_what_to_do_and_who_says_so(folder: Path) -> None:
    for item in judged(loaded(folder)):
        assert item.line
        assert item.line_text
        assert item.message.endswith(".")
        assert item.why.endswith(".")
        assert len(item.advice.split()) > 3
        assert item.source


@EVERY_RULE
def test_what_a_docstring_calls_wrong_is_found_and_what_it_calls_right_is_not(rule: Rule, tmp_path: Path) -> None:
    assert rule.wrong
    assert rule.right
    assert rule.code in _codes(rule.wrong, tmp_path / "wrong")
    assert rule.code not in _codes(rule.right, tmp_path / "right")


@EVERY_RULE
def test_a_rule_finds_the_wrong_of_its_docstring_once(rule: Rule, tmp_path: Path) -> None:
    assert _codes(rule.wrong, tmp_path).count(rule.code) == 1


#: What a piece in a docstring leaves out.
_REST = {
    "formaat": "1",
    "organisatie": "{naam: Voorbeeld, medewerkers: 12}",
    "vertrouwenspersonen": '[{naam: Joost Verhage, soort: extern, contact: {telefoon: "088 1234567"}}]',
}


def _codes(piece: str, folder: Path) -> list[str]:
    """Return the codes that a piece of a kit gives, the rest of the kit being as small as it may be."""
    rest = [f"{key}: {value}" for key, value in _REST.items() if not re.search(rf"^{key}:", piece, re.MULTILINE)]
    home = schrijf(folder / "voorbeeld", "\n".join([*rest, piece, ""]))
    (home / "fotos").mkdir()
    (home / "documenten").mkdir()
    Image.new("RGB", (8, 8)).save(home / "fotos" / "sam.jpg", "JPEG")
    (home / "documenten" / "gedragscode.pdf").write_bytes(b"%PDF-1.7\n")
    (home / "documenten" / "gedragscode-van-piet.pdf").write_bytes(a_pdf("Piet Jansen"))
    (home / "documenten" / "formulier.pdf").write_bytes(a_pdf(""))
    (home / "documenten" / "formulier-met-verzendknop.pdf").write_bytes(that_acts("SubmitForm"))
    (home / "documenten" / "plattegrond-met-gps.pdf").write_bytes(with_a_photo(exif(GPSLatitude=(52.0, 5.0, 1.0))))
    (home / "documenten" / "plattegrond.pdf").write_bytes(with_a_photo(b""))
    (home / "documenten" / "gedragscode.docx").write_bytes(b"PK\x03\x04")
    read = loaded(home, folder)
    assert read.kit is not None, read.findings
    return [item.code for item in judged(read)]
