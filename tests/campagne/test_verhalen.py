"""Stories: published with a day of consent that has been, and looked at for what nobody can promise."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.campagne.verhalen import unfit
from generator.errors import Finding
from tests.campagne.bouwen import KLEINSTE, VERHAAL, gelezen
from tests.conftest import TODAY


def of_stories(kits: Path, *verhalen: dict[str, Any], today: date = TODAY) -> tuple[list[str], list[Finding]]:
    """Return the titles that are published and what is found."""
    read = gelezen(kits, {**KLEINSTE, "verhalen": list(verhalen)})
    assert read.vereniging is not None, read.findings
    return [verhaal.titel for verhaal in read.vereniging.published(today)], list(
        unfit(read.vereniging, read.tree, today)
    )


def test_a_story_with_a_day_of_consent_is_published(tmp_path: Path) -> None:
    assert of_stories(tmp_path, VERHAAL) == (["Het scheelt"], [])


def test_a_story_without_a_day_of_consent_is_left_out_and_named(tmp_path: Path) -> None:
    without = {key: value for key, value in VERHAAL.items() if key != "toestemming"}
    titles, (finding,) = of_stories(tmp_path, {**VERHAAL, "titel": "Wel"}, without)
    assert titles == ["Wel"]
    assert (finding.code, finding.level, finding.path) == ("VK201", "warning", "branche.verhalen[1]")
    assert "Marleen Vos" in finding.message
    assert finding.line_text.strip() == "- titel: Het scheelt"


def test_consent_counts_from_its_own_day_and_not_before(tmp_path: Path) -> None:
    day = date.fromisoformat(VERHAAL["toestemming"])
    assert of_stories(tmp_path, VERHAAL, today=day)[0] == ["Het scheelt"]
    titles, (finding,) = of_stories(tmp_path, VERHAAL, today=day - timedelta(days=1))
    assert titles == []
    assert (finding.code, finding.path) == ("VK202", "branche.verhalen[0].toestemming")
    assert "1\u00a0oktober\u00a02026" in finding.message


def test_a_claim_that_nobody_can_keep_is_found_also_in_a_story_that_is_left_out(tmp_path: Path) -> None:
    claim = "Alles blijft 100% geheim. Echt, 100% geheim. En een vertrouwenspersoon is wettelijk verplicht."
    titles, found = of_stories(tmp_path, {**VERHAAL, "titel": "Het is 100% anoniem", "tekst": claim})
    assert titles == ["Het is 100% anoniem"]
    assert {item.code for item in found} == {"VK123"}
    assert [item.path for item in found].count("branche.verhalen[0].tekst") == 2
    assert all(item.advice.startswith("Schrijf liever: ") for item in found)


def test_an_honest_story_is_left_alone(tmp_path: Path) -> None:
    honest = "Een gesprek is vertrouwelijk, behalve in uitzonderlijke gevallen. Dat hoort iedereen vooraf."
    assert of_stories(tmp_path, {**VERHAAL, "tekst": honest})[1] == []
