"""A ``branche.yml`` by itself: what it says of the association, and what is wrong with that."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.campagne.vereniging import Vereniging, read_branche
from generator.kit.pictures import check_logo
from tests.builders import codes, een_kit, lees, schrijf
from tests.campagne.bouwen import ALLES, KLEINSTE, VERHAAL, een_branche, gelezen

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20H0z" fill="#00524c"/></svg>'


def vereniging(kits: Path, branche: dict[str, Any] | None = None, **boven: Any) -> Vereniging:
    read = gelezen(kits, branche, **boven)
    assert read.vereniging is not None, read.findings
    return read.vereniging


def test_a_name_and_one_address_are_enough(tmp_path: Path) -> None:
    read = gelezen(tmp_path)
    assert read.findings == ()
    assert read.vereniging is not None
    assert (read.vereniging.naam, read.vereniging.logo, read.vereniging.verhalen) == ("Bond van Bakkers", None, ())


def test_everything_that_an_association_gives_is_read(tmp_path: Path) -> None:
    found = vereniging(tmp_path, ALLES, gecontroleerd_op="2026-10-01", organisatie={"huisstijl": {"kleur": "#00524c"}})
    assert found.aanvraagadres == "https://www.bond.example/kit"
    assert found.verhalen[0].lid == "Installatiebedrijf Vos"
    assert found.huisstijl.kleur == "#00524c"
    assert str(found.gecontroleerd_op) == "2026-10-01"


def test_what_belongs_to_the_kits_of_members_is_not_judged(tmp_path: Path) -> None:
    assert gelezen(tmp_path, vertrouwenspersonen=[{"naam": 3}], onbekend=1, contacten="x").findings == ()


def test_a_logo_of_the_association_goes_before_the_one_that_its_members_share(tmp_path: Path) -> None:
    for name in ("bond.svg", "leden.svg"):
        schrijf(tmp_path / "bond", LOGO, name)
    shared = {"huisstijl": {"logo": "leden.svg"}}
    found = vereniging(tmp_path, {**KLEINSTE, "logo": "bond.svg"}, organisatie=shared)
    assert found.logo is not None
    assert found.logo.naam == "bond.svg"
    fallback = vereniging(tmp_path, organisatie=shared).logo
    assert fallback is not None
    assert fallback.naam == "leden.svg"
    assert check_logo(fallback) == fallback


def test_every_file_that_was_read_is_named(tmp_path: Path) -> None:
    schrijf(tmp_path / "bond", LOGO, "bond.svg")
    read = gelezen(tmp_path, {**KLEINSTE, "logo": "bond.svg"})
    assert [path.name for path in read.files] == ["branche.yml", "bond.svg"]


def test_a_layer_below_gives_what_this_one_leaves_out(tmp_path: Path) -> None:
    schrijf(tmp_path, "branche:\n  naam: Koepel\n  contact: {email: info@koepel.example}\n", "koepel.yml")
    found = vereniging(tmp_path, {"naam": "Bond van Bakkers"}, basis="../koepel.yml")
    assert found.naam == "Bond van Bakkers"
    assert found.contact is not None
    assert found.contact.email == "info@koepel.example"


@pytest.mark.parametrize("basis", ["branche.yml", "../../buiten.yml", "weg.yml", "\0"])
def test_a_layer_below_that_cannot_be_used_is_left_to_the_kits(basis: str, tmp_path: Path) -> None:
    schrijf(tmp_path, "branche: {kit_aanvragen: Van buiten}\n", "buiten.yml")
    assert vereniging(tmp_path / "kits", basis=basis).kit_aanvragen is None


def test_a_layer_without_an_association_has_no_campaign_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "branche.yml").write_text("formaat: 1\norganisatie: {sector: bouw}\n", encoding="utf-8")
    read = read_branche(tmp_path / "branche.yml", tmp_path)
    assert read.vereniging is None
    assert [(item.code, item.level) for item in read.findings] == [("VK203", "notice")]


def test_an_association_that_nobody_can_reach_has_no_campaign_and_is_told_so(tmp_path: Path) -> None:
    read = gelezen(tmp_path, {"naam": "Bond"})
    assert read.vereniging is None
    (finding,) = read.findings
    assert (finding.code, finding.level, finding.line, finding.path) == ("VK204", "warning", 2, "branche.contact")


def test_words_on_how_to_ask_do_instead_of_a_contact(tmp_path: Path) -> None:
    found = vereniging(tmp_path, {"naam": "Bond", "kit_aanvragen": "Vraag het aan uw adviseur."})
    assert (found.kit_aanvragen, found.aanvraagadres) == ("Vraag het aan uw adviseur.", None)


@pytest.mark.parametrize("adres", ["http://bond.example/kit", "www.bond.example/kit", "ftp://x.example"])
def test_an_address_to_ask_at_is_whole_and_secure(adres: str, tmp_path: Path) -> None:
    read = gelezen(tmp_path, {**KLEINSTE, "kit_aanvragen": adres})
    assert read.vereniging is None
    assert [(item.code, item.path) for item in read.findings] == [("VK032", "branche.kit_aanvragen")]


def test_a_mistake_in_a_story_is_told_with_its_place_and_what_was_meant(tmp_path: Path) -> None:
    read = gelezen(tmp_path, {**KLEINSTE, "verhalen": [{"titel": "x", "tkst": "y", "naam": "z"}]})
    assert read.vereniging is None
    assert {(item.code, item.path) for item in read.findings} == {
        ("VK020", "branche.verhalen[0].tkst"),
        ("VK021", "branche.verhalen[0].tekst"),
    }
    assert all(item.file.endswith("bond/branche.yml") and item.line > 1 for item in read.findings)
    assert any("Bedoelde je 'tekst'?" in item.advice for item in read.findings)


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "branche: {naam: [\n", "branche: tekst\n", "\x00"])
def test_a_layer_that_is_none_raises_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / "branche.yml").write_text(text, encoding="utf-8")
    read = read_branche(tmp_path / "branche.yml", tmp_path)
    assert read.vereniging is None
    assert read.findings


def test_a_layer_that_is_not_there_raises_nothing(tmp_path: Path) -> None:
    assert [item.code for item in read_branche(tmp_path / "weg.yml", tmp_path).findings] == ["VK001", "VK203"]


def test_the_kit_of_a_member_sees_the_association_and_not_its_campaign(tmp_path: Path) -> None:
    een_branche(tmp_path, ALLES)
    loaded = lees(een_kit(tmp_path / "bond", "lid", basis="../branche.yml"), tmp_path)
    assert loaded.kit is not None
    assert loaded.kit.branche is not None
    assert loaded.kit.branche.naam == "Bond van Installateurs"
    assert (loaded.kit.branche.verhalen, loaded.kit.branche.kit_aanvragen) == ((), None)


def test_a_mistake_in_a_story_holds_up_no_member(tmp_path: Path) -> None:
    een_branche(tmp_path, {**KLEINSTE, "verhalen": [{"tietel": 3}], "kit_aanvragen": "http://x"})
    assert codes(lees(een_kit(tmp_path / "bond", "lid", basis="../branche.yml"), tmp_path)) == []


def test_a_layer_may_lock_the_stories_of_the_layer_above(tmp_path: Path) -> None:
    schrijf(tmp_path, "vergrendeld: [branche.verhalen, branche.kit_aanvragen]\n", "koepel.yml")
    een_branche(tmp_path, {**KLEINSTE, "verhalen": [VERHAAL]}, basis="../koepel.yml")
    assert codes(lees(een_kit(tmp_path / "bond", "lid", basis="../branche.yml"), tmp_path)) == ["VK054"]
