"""Where else in a kit an advisor stands: by id, by name, by number, in somebody else's text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.library import load_library
from generator.openbaar.elders import Elders
from generator.openbaar.persoon import openbaar
from generator.pipeline import read_kit
from generator.resources import Resources
from tests.builders import een_kit
from tests.conftest import TODAY

ANNA: dict[str, Any] = {"naam": "Anna de Boer", "soort": "intern", "contact": {"telefoon": "06 12345671"}}
BAS: dict[str, Any] = {"naam": "Bas Kok", "soort": "extern", "contact": {"email": "bas@kok.example"}}


def elders(tmp_path: Path, resources: Resources, **anders: Any) -> tuple[Elders, ...]:
    anders = {"vertrouwenspersonen": [ANNA, BAS]} | anders
    loaded = read_kit(een_kit(tmp_path / "kits", **anders), tmp_path / "kits", resources)
    assert loaded.kit is not None, loaded.findings
    return openbaar(loaded.kit, 0, resources, TODAY).elders


def a_situation(resources: Resources) -> str:
    """Return how a reader knows the shared situation ``pesten``."""
    return next(item.titel for item in load_library(resources.content, "je").situaties if item.id == "pesten")


def test_a_replacement_and_a_route_are_told_in_words(tmp_path: Path, resources: Resources) -> None:
    found = elders(
        tmp_path,
        resources,
        vertrouwenspersonen=[ANNA, BAS | {"vervanger": "anna-de-boer"}],
        doorverwijzing={"pesten": ["bas-kok", "anna-de-boer"]},
        situaties=[{"id": "keet", "titel": "Ruzie in de keet", "contacten": ["anna-de-boer"]}],
    )
    assert found == (
        Elders("als vervanger van Bas Kok", "Anna de Boer"),
        Elders(f"in de wegwijzer, bij ‘{a_situation(resources)}’", "Anna de Boer"),
        Elders("in de wegwijzer, bij ‘Ruzie in de keet’", "Anna de Boer"),
    )


COMMITTEE = {"naam": "Commissie", "soort": "extern", "leden": ["C. Yilmaz", "A. de Boer"]}
HR = {"naam": "HR", "contact": {"telefoon": "+31 6 12345671"}}


@pytest.mark.parametrize(
    ("anders", "plek", "waarde"),
    [
        ({"klachtencommissie": COMMITTEE}, "klachtencommissie.leden[1]", "A. de Boer"),
        ({"contacten": {"hr": {"naam": "Anna de Boer"}}}, "contacten.hr.naam", "Anna de Boer"),
        ({"contacten": {"hr": HR}}, "contacten.hr.contact.telefoon", "06\u00a012\u00a034\u00a056\u00a071"),
        (
            {"vertrouwenspersonen": [ANNA, BAS | {"voorstellen": "Samen met Anna de Boer sta ik klaar."}]},
            "vertrouwenspersonen[1].voorstellen",
            "Samen met Anna de Boer sta ik klaar.",
        ),
    ],
)
def test_a_name_and_a_number_are_found_wherever_they_stand(
    tmp_path: Path, resources: Resources, anders: dict[str, Any], plek: str, waarde: str
) -> None:
    zeker = "waarschijnlijk" if waarde == "A. de Boer" else ""
    assert elders(tmp_path, resources, **anders) == (Elders(f"in de kit, bij {plek}", waarde, zeker),)


def test_somebody_who_stands_nowhere_else_has_no_other_places(tmp_path: Path, resources: Resources) -> None:
    others = {"hr": {"naam": "Bas de Boer", "contact": {"telefoon": "06 12345679"}}}
    assert elders(tmp_path, resources, contacten=others) == ()
