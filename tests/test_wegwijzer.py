"""Each situation has one first contact that exists in this organisation, and nobody is sent to an empty place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.kit.loader import load_kit
from generator.library import load_library
from generator.resources import default_resources
from generator.wegwijzer import Plek, Rij, Wegwijzer, resolve
from tests.builders import een_kit

LIBRARY = load_library(default_resources().content, "je")

#: The order in which the rows are read: danger first (domain.md section 7).
ORDER = (
    "acuut-gevaar", "strafbaar-feit", "aanranding-verkrachting", "zelfdoding", "pesten", "seksuele-intimidatie",
    "discriminatie", "agressie-collega", "agressie-door-klant", "integriteit", "misstand", "getuige", "beschuldigd",
    "arbeidsconflict", "functioneren-beoordeling", "reorganisatie", "werkdruk", "ziekte-verzuim",
    "psychische-klachten", "prive", "huiselijk-geweld", "onveilig-werk", "privacy", "uitbuiting", "klacht-over-vp",
)  # fmt: skip


@pytest.fixture
def wegwijzer(tmp_path: Path) -> Any:
    def make(**anders: Any) -> Wegwijzer:
        loaded = load_kit(een_kit(tmp_path / "kits", **anders), tmp_path / "kits", LIBRARY.shared_ids)
        assert loaded.kit is not None, loaded.findings
        return resolve(loaded.kit, LIBRARY)

    return make


def row(wegwijzer: Wegwijzer, identifier: str) -> Rij:
    return next(rij for rij in wegwijzer.rijen if rij.id == identifier)


def ids(places: tuple[Plek, ...]) -> list[str]:
    return [plek.id for plek in places]


def test_the_shared_situations_stand_in_the_order_of_the_domain() -> None:
    assert tuple(situatie.id for situatie in LIBRARY.situaties) == ORDER


def test_danger_stands_apart_and_first(wegwijzer: Any) -> None:
    made = wegwijzer()
    assert [rij.eerst.id for rij in made.gevaar] == ["112", "politie", "centrum-seksueel-geweld", "113"]
    assert not any(rij.gevaar for groep in made.groepen for rij in groep.rijen)


def test_the_smallest_organisation_has_no_empty_row(wegwijzer: Any) -> None:
    made = wegwijzer()
    assert len(made.rijen) == len(ORDER)
    assert all(rij.eerst.naam and rij.titel and rij.regie_label for rij in made.rijen)


def test_a_default_route_passes_over_contacts_that_the_organisation_lacks(wegwijzer: Any) -> None:
    assert ids(row(wegwijzer(), "pesten").daarna) == ["leidinggevende"]
    with_committee = wegwijzer(klachtencommissie={"naam": "Commissie", "soort": "extern"})
    assert ids(row(with_committee, "pesten").daarna) == ["leidinggevende", "klachtencommissie"]


def test_a_missing_first_contact_falls_back_to_the_next_one(wegwijzer: Any) -> None:
    assert row(wegwijzer(), "psychische-klachten").eerst.id == "huisarts"
    with_doctor = wegwijzer(contacten={"bedrijfsarts": {"naam": "dr. Smit"}})
    assert row(with_doctor, "psychische-klachten").eerst.id == "bedrijfsarts"


def test_the_own_route_comes_in_its_own_order_and_keeps_the_way_out(wegwijzer: Any) -> None:
    made = wegwijzer(
        contacten={"hr": {"naam": "HR-afdeling"}}, doorverwijzing={"agressie-door-klant": ["hr", "vertrouwenspersoon"]}
    )
    rij = row(made, "agressie-door-klant")
    assert (rij.eerst.id, ids(rij.daarna)) == ("hr", ["vertrouwenspersoon"])
    assert ids(rij.buiten) == ["politie", "slachtofferhulp"]


def test_an_own_route_that_names_help_from_outside_decides_on_it(wegwijzer: Any) -> None:
    made = wegwijzer(doorverwijzing={"agressie-door-klant": ["leidinggevende", "slachtofferhulp"]})
    assert ids(row(made, "agressie-door-klant").buiten) == ["slachtofferhulp"]


def test_an_own_situation_stands_in_a_group_of_its_own(wegwijzer: Any) -> None:
    made = wegwijzer(
        situaties=[
            {"id": "op-de-bouw", "titel": "Werk zonder steiger", "contacten": ["leidinggevende", "arbeidsinspectie"]}
        ]
    )
    assert [rij.id for rij in made.groepen[-1].rijen] == ["op-de-bouw"]
    assert (row(made, "op-de-bouw").eerst.id, ids(row(made, "op-de-bouw").buiten)) == (
        "leidinggevende",
        ["arbeidsinspectie"],
    )


def test_a_route_may_be_given_for_an_own_situation_too(wegwijzer: Any) -> None:
    made = wegwijzer(
        situaties=[{"id": "op-de-bouw", "titel": "Werk zonder steiger", "contacten": ["leidinggevende"]}],
        doorverwijzing={"op-de-bouw": ["vertrouwenspersoon", "leidinggevende"]},
    )
    assert row(made, "op-de-bouw").eerst.id == "vertrouwenspersoon"


@pytest.mark.parametrize(("sector", "expected"), [(None, False), ("bouw", False), ("sport", True)])
def test_contacts_of_a_sector_appear_in_that_sector_alone(wegwijzer: Any, sector: str | None, expected: bool) -> None:
    anders = {"organisatie__sector": sector} if sector else {}
    assert ("centrum-veilige-sport" in ids(row(wegwijzer(**anders), "pesten").buiten)) is expected


def test_one_advisor_is_named_with_number_and_of_several_the_reader_chooses(wegwijzer: Any) -> None:
    alone = row(wegwijzer(), "pesten").eerst
    assert alone.telefoon is not None
    assert alone.pagina == "vertrouwenspersonen.html#joost-verhage"
    two = [
        {"naam": "Samira El Amrani", "soort": "intern", "contact": {"telefoon": "06 12345678"}},
        {"naam": "Joost Verhage", "soort": "extern", "contact": {"telefoon": "088 1234567"}},
    ]
    several = row(wegwijzer(vertrouwenspersonen=two), "pesten").eerst
    assert several.telefoon is None
    assert [persoon.naam for persoon in several.personen] == ["Samira El Amrani", "Joost Verhage"]


def test_a_route_to_one_kind_of_advisor_shows_that_kind_alone(wegwijzer: Any) -> None:
    made = wegwijzer(doorverwijzing={"pesten": ["vertrouwenspersoon-extern", "leidinggevende"]})
    assert [persoon.soort for persoon in row(made, "pesten").eerst.personen] == ["extern"]


def test_a_person_is_named_with_the_role_unless_the_name_says_it(wegwijzer: Any) -> None:
    people = {
        "bedrijfsarts": {"naam": "dr. P. Smit"},
        "hr": {"naam": "HR-afdeling"},
        "directie": {"naam": "Wouter van Lingen, directeur"},
        "ons-loket": {"naam": "Loket 3"},
    }
    made = wegwijzer(contacten=people, doorverwijzing={"pesten": list(people)})
    places = (row(made, "pesten").eerst, *row(made, "pesten").daarna)
    assert [plek.naam for plek in places] == [
        "dr. P. Smit, bedrijfsarts", "HR-afdeling", "Wouter van Lingen, directeur", "Loket 3",
    ]  # fmt: skip


def test_a_matter_of_integrity_goes_to_advisors_who_do_integrity(wegwijzer: Any) -> None:
    advisors: list[dict[str, Any]] = [
        {"id": "een", "naam": "Een", "soort": "intern", "contact": {"telefoon": "06 12345671"}},
        {"id": "twee", "naam": "Twee", "soort": "intern", "contact": {"telefoon": "06 12345672"}},
        {"id": "drie", "naam": "Drie", "soort": "extern", "contact": {"telefoon": "06 12345673"}},
    ]
    advisors[0]["werkgebied"] = ["ongewenste-omgangsvormen"]
    advisors[1]["werkgebied"] = ["integriteit"]
    made = wegwijzer(vertrouwenspersonen=advisors)
    assert ids_of(row(made, "integriteit").eerst) == ["twee", "drie"]
    assert ids_of(row(made, "pesten").eerst) == ["een", "drie"]
    assert ids_of(row(made, "arbeidsconflict").eerst) == []
    only = wegwijzer(vertrouwenspersonen=[advisors[0]])
    assert ids_of(row(only, "integriteit").eerst) == ["een"]


def ids_of(plek: Plek) -> list[str]:
    return [persoon.id for persoon in plek.personen]


def test_no_contact_stands_twice_in_a_row(wegwijzer: Any) -> None:
    made = wegwijzer(doorverwijzing={"pesten": ["politie", "leidinggevende", "politie"], "strafbaar-feit": ["politie"]})
    for rij in made.rijen:
        places = ids((rij.eerst, *rij.daarna, *rij.buiten))
        assert len(places) == len(set(places)), rij.id


@pytest.mark.parametrize(
    ("danger", "first"),
    [("acuut-gevaar", "112"), ("strafbaar-feit", "politie"), ("zelfdoding", "113")],
)
def test_no_route_of_a_kit_comes_before_help_in_danger(wegwijzer: Any, danger: str, first: str) -> None:
    rij = row(wegwijzer(doorverwijzing={danger: ["vertrouwenspersoon", "leidinggevende"]}), danger)
    assert rij.eerst.id == first
    assert ids(rij.daarna) == ["vertrouwenspersoon", "leidinggevende"]
