"""Which own situations sound like danger, and which only speak of it; who may stand before 112."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import een_kit
from tests.rules.samples import judged, loaded


def codes(folder: Path, titel: str, *contacten: str) -> list[str]:
    """Return the codes about routes of a kit with one own situation."""
    eigen = {"id": "eigen-zaak", "titel": titel, "contacten": list(contacten)}
    home = een_kit(folder, situaties=[eigen], contacten={"receptie": {"naam": "Receptie"}})
    return [item.code for item in judged(loaded(home, folder)) if "VK117" <= item.code <= "VK119"]


@pytest.mark.parametrize(
    "titel",
    [
        "Iemand heeft een mes", "Iemand zwaait met een pistool", "Ik wil dood", "Ik wil niet meer leven",
        "Er is een bommelding", "Steekpartij op het plein", "Gijzeling", "Iemand dreigt mij te doden",
        "Ik word gestalkt", "Overvaller in de winkel", "Ik word nu bedreigd", "Suïcidale patiënt", "Iemand is gewond",
        "Hartaanval", "Brand in het magazijn", "Een collega is bewusteloos", "Ik ben aangerand", "Ik ben mishandeld",
        "Iemand ligt in elkaar geslagen op straat", "Levensgevaar", "Ik ben in gevaar",
    ],
)  # fmt: skip
def test_a_situation_of_danger_begins_with_help_from_outside(tmp_path: Path, titel: str) -> None:
    assert codes(tmp_path / "binnen", titel, "leidinggevende") == ["VK119"]
    assert codes(tmp_path / "lijn", titel, "luisterlijn", "leidinggevende") == ["VK119"]
    assert codes(tmp_path / "laat", titel, "leidinggevende", "politie") == ["VK118"]
    assert codes(tmp_path / "goed", titel, "112", "leidinggevende") == []


@pytest.mark.parametrize(
    "titel",
    [
        "Na een overval slaap ik slecht", "Nazorg na een suïcide van een patiënt",
        "Een reanimatie heeft mij aangegrepen",
        "Er is geen gevaar meer na de overval", "Ik ben vorig jaar mishandeld en wil erover praten",
        "Brandveiligheid is niet op orde", "Ik heb de training reanimatie gemist", "Het mestoverschot",
        "Ik heb iets heftigs meegemaakt in de nachtdienst", "Mijn wapenvergunning is gevonden",
    ],
)  # fmt: skip
def test_what_comes_after_danger_may_begin_inside(tmp_path: Path, titel: str) -> None:
    assert codes(tmp_path, titel, "leidinggevende", "slachtofferhulp") == []


@pytest.mark.parametrize(
    "contacten", [("leidinggevende", "112"), ("luisterlijn", "receptie", "112"), ("receptie", "113")]
)
def test_nobody_inside_stands_before_112_or_113_in_any_route(tmp_path: Path, contacten: tuple[str, ...]) -> None:
    assert codes(tmp_path, "Er is iets met een machine", *contacten) == ["VK118"]


@pytest.mark.parametrize(
    "titel",
    [
        "Iemand belooft een rol of contract in ruil voor seks", "Mijn chef dreigt mijn verlof in te trekken",
        "Ik word gepest met mijn rooster", "Ik krijg geen contract omdat ik zwanger ben", "Fraude met overwerk",
    ],
)  # fmt: skip
def test_unwanted_behaviour_around_work_is_for_an_advisor(tmp_path: Path, titel: str) -> None:
    assert codes(tmp_path, titel, "vertrouwenspersoon") == []


@pytest.mark.parametrize("titel", ["Mijn rooster klopt niet", "Vraag over mijn salaris", "Ik word ontslagen"])
def test_work_itself_is_not(tmp_path: Path, titel: str) -> None:
    assert codes(tmp_path, titel, "vertrouwenspersoon") == ["VK117"]
