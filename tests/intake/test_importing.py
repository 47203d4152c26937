"""A list becomes kits, comes again as changes, and never takes away what somebody wrote by hand."""

from __future__ import annotations

import json
import shutil
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.errors import UsageError
from generator.intake import publishing
from generator.intake.mistakes import FileRefused
from generator.intake.publishing import write_plans
from generator.kit.loader import load_kit
from generator.library import load_library
from generator.resources import Resources
from tests.builders import SHARED
from tests.conftest import KITS
from tests.intake.lists import (
    BRANCHE,
    HEADINGS,
    MEMBER,
    cells,
    imported,
    kits_folder,
    member,
    planned,
    snapshot,
    text_file,
    workbook,
)

SLUG = "bakkerij-de-korenbloem"
NEW_KIT = """\
# yaml-language-server: $schema=../../kit.schema.json
#
# Deze kit komt uit de ledenlijst, met: vertrouwenskit import.
# Je mag hier alles aanvullen en veranderen. Een volgende import laat staan wat je zelf hebt veranderd.

formaat: 1
basis: ../branche.yml
gecontroleerd_op: 2026-10-01

organisatie:
  naam: Bakkerij De Korenbloem B.V.
  korte_naam: De Korenbloem
  medewerkers: 45
  vestigingen: [Tiel, Zeist]
  huisstijl:
    kleur: "#00524c"

vertrouwenspersonen:
  - naam: Samira El Amrani
    soort: intern
    andere_rollen: [ondernemingsraad]
    talen: [Nederlands, Arabisch]
    contact:
      telefoon: "06 12345678"
    vervanger: joost-verhage

contacten:
  hr:
    naam: HR-afdeling
    contact:
      telefoon: "0344 123456"
"""


def a_list(tmp_path: Path, *rows: tuple[Any, ...], headings: tuple[str, ...] = HEADINGS) -> Path:
    return workbook(tmp_path / "leden.xlsx", [headings, *(rows or (MEMBER,))])


def kit_text(into: Path, slug: str = SLUG) -> str:
    return (into / slug / "kit.yml").read_text(encoding="utf-8")


def edit(into: Path, old: str, new: str, slug: str = SLUG) -> str:
    """Change a kit as somebody would by hand, and return its text."""
    text = kit_text(into, slug)
    assert old in text
    (into / slug / "kit.yml").write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def fates(found: Any) -> dict[str, str]:
    return {plan.slug: plan.fate for plan in found.plans}


def test_a_new_kit_reads_as_if_written_by_hand(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    headings = ("Naam", "Korte naam", "Medewerkers", "Vestigingen", "Kleur", "Gecontroleerd op", "Vertrouwenspersoon",
                "Intern/extern", "Mobiel", "Talen", "Andere rollen", "Vervanger", "Telefoon HR")  # fmt: skip
    row = ("Bakkerij De Korenbloem B.V.", "De Korenbloem", 45, "Tiel, Zeist", "00524C", date(2026, 10, 1),
           "Samira El Amrani", "Intern", 612345678, "Nederlands en Arabisch", "OR", "Joost Verhage",
           "344123456")  # fmt: skip
    found = imported(a_list(tmp_path, row, headings=headings), into)
    assert cells(found.all_mistakes) == {}
    assert kit_text(into, "de-korenbloem") == NEW_KIT.replace("#00524c", "#00524C")
    assert [notice.text for notice in found.notices if "gelezen als 0" in notice.text] == [
        "Telefoon: '612345678' is gelezen als 06 12345678.",
        "HR: telefoon: '344123456' is gelezen als 0344 123456.",
    ]
    loaded = load_kit(into / "de-korenbloem", tmp_path / "kits", SHARED)
    assert loaded.kit is not None
    assert [person.id for person in loaded.kit.vertrouwenspersonen] == ["joost-verhage", "samira-el-amrani"]


def test_without_a_branche_a_kit_stands_on_its_own(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    assert "basis" not in kit_text(into)
    assert load_kit(into / SLUG, tmp_path / "kits", SHARED).findings == ()


def test_the_same_list_again_changes_no_byte(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    source = a_list(tmp_path, MEMBER, member(lidnummer="1002", naam="Café Zoë"))
    imported(source, into)
    before = snapshot(into)
    assert set(fates(imported(source, into)).values()) == {"unchanged"}
    assert snapshot(into) == before


def test_planning_writes_nothing(tmp_path: Path) -> None:
    into = tmp_path / "kits" / "bakkers"
    assert fates(planned(a_list(tmp_path), into)) == {SLUG: "new"}
    assert not into.exists()


def test_one_row_an_advisor_makes_one_kit(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    headings = ("Lidnummer", "Bedrijfsnaam", "Medewerkers", "Vertrouwenspersoon", "Soort", "Telefoon")
    rows = [
        ("7", "Loods 7", 80, "Ann Vos", "intern", "06 12345671"),
        ("8", "Loods 8", 30, "Kees Bos", "extern", "06 12345672"),
        ("7", "Loods 7", None, "Jan Smit", "extern", "06 12345673"),
    ]
    found = imported(a_list(tmp_path, *rows, headings=headings), into)
    assert fates(found) == {"loods-7": "new", "loods-8": "new"}
    assert kit_text(into, "loods-7").count("- naam:") == 2


def test_repeated_rows_that_differ_are_a_mistake_that_names_both_cells(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    headings = ("Bedrijfsnaam", "Medewerkers", "Vertrouwenspersoon", "Soort", "Telefoon")
    rows = [("Loods 7", 80, "Ann Vos", "intern", "06 12345671"), ("Loods 7", 90, "Jan Smit", "extern", "06 12345673")]
    (mistake,) = planned(a_list(tmp_path, *rows, headings=headings), into).all_mistakes
    assert mistake.place.address == "B3"
    assert mistake.message == "In B2 staat voor hetzelfde lid iets anders: '80'."
    assert "B2 en B3" in mistake.expected


def test_a_row_without_a_member_is_a_mistake_and_a_total_is_passed_over(tmp_path: Path) -> None:
    rows = [
        MEMBER,
        (None, None, None, None, "Jan Smit", "extern", "06 12345673"),
        (None,),
        ("", "Totaal", None, "=SUM(D2:D3)"),
        (None, None, None, 45),
        HEADINGS,
    ]
    found = planned(a_list(tmp_path, *rows), kits_folder(tmp_path))
    assert cells(found.all_mistakes) == {"B3": "Bij welk lid hoort deze rij? Er staat geen naam en geen lidnummer."}
    assert [notice.text for notice in found.notices] == [
        "Rij 5 ('Totaal') lijkt een totaalregel, en is niet gelezen.",
        "Rij 6 ('45') heeft geen naam en geen lidnummer, en is niet gelezen.",
        "Rij 7 ('Lidnummer') herhaalt de kopjes, en is niet gelezen.",
    ]


def test_good_rows_are_not_held_up_by_bad_ones(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    found = imported(a_list(tmp_path, MEMBER, member(lidnummer="1002", naam="Stuk", telefoon="06 1")), into)
    assert fates(found) == {SLUG: "new", "stuk": "refused"}
    assert sorted(path.name for path in into.iterdir()) == [".import.json", SLUG]


MISTAKES: list[tuple[dict[str, Any], dict[str, str]]] = [
    ({"telefoon": "06 123"}, {"G2": "bestaat niet: het heeft 5 cijfers"}),
    ({"email": "samira@"}, {"H2": "is geen e-mailadres"}),
    ({"medewerkers": None}, {"D2": "Deze cel is leeg, maar dit gegeven is nodig."}),
    ({"medewerkers": "veel"}, {"D2": "is geen heel getal"}),
    ({"medewerkers": 2.5}, {"D2": "is geen heel aantal"}),
    ({"medewerkers": "=40+5"}, {"D2": "Formules lezen we niet"}),
    ({"medewerkers": "#REF!"}, {"D2": "geeft hier zelf een fout"}),
    ({"soort": "anders"}, {"F2": "is hier geen keuze"}),
    ({"soort": None}, {"F2": "Deze cel is leeg"}),
    ({"vp": None}, {"E2": "De naam van deze vertrouwenspersoon ontbreekt."}),
    ({"telefoon": None, "email": None}, {"G2": "geen enkele manier om contact op te nemen"}),
    ({"vp": "王芳"}, {"E2": "kunnen we geen korte naam maken"}),
    ({"naam": "A" * 300}, {"B2": "300 tekens"}),
    ({"naam": "Bakkerij\u202eDe"}, {"B2": "onzichtbaar teken"}),
    ({"telefoon": "112"}, {"G2": "van de hulpdiensten"}),
    ({"telefoon": "6,1E+08"}, {"G2": "cijfers verloren"}),
    (
        {"vp": None, "soort": None, "telefoon": None, "email": None},
        {"B2": "Dit lid heeft geen vertrouwenspersoon."},
    ),
    (
        {"medewerkers": "veel", "soort": "x", "telefoon": "06 1", "email": "a"},
        {"D2": "heel getal", "F2": "keuze", "G2": "bestaat niet", "H2": "e-mailadres"},
    ),
]


@pytest.mark.parametrize(("other", "expected"), MISTAKES)
def test_every_mistake_is_told_at_its_cell(other: dict[str, Any], expected: dict[str, str], tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    found = imported(a_list(tmp_path, member(**other)), into)
    told = cells(found.all_mistakes)
    assert told.keys() == expected.keys()
    for cell, words in expected.items():
        assert words in told[cell]
    assert list(into.iterdir()) == []


def test_a_mistake_says_what_is_expected_in_words_for_a_sheet(tmp_path: Path) -> None:
    found = planned(a_list(tmp_path, member(telefoon="06 123", medewerkers="veel")), kits_folder(tmp_path))
    for mistake in found.all_mistakes:
        assert mistake.example
        assert not {"sleutel", "aanhalingstekens", "telefoon:"} & set(mistake.expected.split())


def test_a_locked_key_is_told_at_every_cell_that_sets_it(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    headings = (*HEADINGS, "Klachtencommissie", "Klachtencommissie: soort")
    found = planned(a_list(tmp_path, (*MEMBER, "Eigen commissie", "intern"), headings=headings), into)
    assert cells(found.all_mistakes).keys() == {"I2", "J2"}
    assert "ligt voor alle leden vast in branche.yml" in cells(found.all_mistakes)["I2"]


def test_a_member_of_a_branche_with_a_pool_needs_no_advisor(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    found = imported(a_list(tmp_path, member(vp=None, soort=None, telefoon=None, email=None)), into)
    assert fates(found) == {SLUG: "new"}


def test_a_branche_that_is_wrong_itself_is_told_once(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE + "kleurtje: x\n")
    with pytest.raises(FileRefused, match=r"branche\.yml klopt niet, regel 7"):
        planned(a_list(tmp_path), into)


def test_what_changed_in_the_list_changes_in_the_kit_and_the_rest_stays(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    imported(a_list(tmp_path), into)
    edit(into, "  medewerkers: 45\n", "  medewerkers: 45   # geteld in maart\n  sector: sport\n")
    text = edit(into, "formaat: 1\n", "formaat: 1\n\n# Van Zoë: eerst bellen!\n")
    found = imported(a_list(tmp_path, member(medewerkers=50, email=None, telefoon="06 87654321")), into)
    assert fates(found) == {SLUG: "changed"}
    assert kit_text(into) == text.replace("medewerkers: 45 ", "medewerkers: 50 ").replace(
        "12345678", "87654321"
    ).replace("      email: samira@korenbloem.example\n", "")
    assert [path[-1] for path in found.plans[0].changed] == ["medewerkers", "telefoon", "email"]


def test_an_edit_by_hand_stays_when_the_list_says_what_it_said(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    text = edit(into, '"06 12345678"', '"06 87654321"   # haar nieuwe nummer')
    found = imported(a_list(tmp_path), into)
    assert (fates(found), found.plans[0].conflicts) == ({SLUG: "unchanged"}, ())
    assert kit_text(into) == text


def test_hand_and_list_that_differ_are_a_conflict_that_is_shown_and_not_decided(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    text = edit(into, "medewerkers: 45", "medewerkers: 46")
    source = a_list(tmp_path, member(medewerkers=50))
    for _ in range(2):
        (conflict,) = imported(source, into).plans[0].conflicts
        assert (conflict.path, conflict.stood, conflict.hand, conflict.sheet) == (
            ("organisatie", "medewerkers"), "45", "46", "50",
        )  # fmt: skip
        assert kit_text(into) == text
    found = imported(source, into, overwrite=True)
    assert (found.plans[0].fate, found.plans[0].conflicts) == ("changed", ())
    assert kit_text(into) == text.replace("46", "50")


def test_a_conflict_holds_up_no_other_value(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    edit(into, "medewerkers: 45", "medewerkers: 46")
    imported(a_list(tmp_path, member(medewerkers=50, email="nieuw@korenbloem.example")), into)
    assert "nieuw@korenbloem.example" in kit_text(into)
    assert "medewerkers: 46" in kit_text(into)


def test_hand_and_list_that_agree_are_no_conflict(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    text = edit(into, '"06 12345678"', '"06-87 65 43 21"')
    found = imported(a_list(tmp_path, member(telefoon="0687654321")), into)
    assert (fates(found), found.plans[0].conflicts) == ({SLUG: "unchanged"}, ())
    assert kit_text(into) == text


def test_an_emptied_cell_takes_away_only_what_nobody_changed(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    edit(into, "samira@korenbloem.example", "vp@korenbloem.example")
    (conflict,) = imported(a_list(tmp_path, member(email=None)), into).plans[0].conflicts
    assert (conflict.hand, conflict.sheet) == ("vp@korenbloem.example", None)
    assert "vp@korenbloem.example" in kit_text(into)


def test_what_the_list_has_no_column_for_is_left_alone(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    before = kit_text(into)
    imported(a_list(tmp_path, MEMBER[:7], headings=HEADINGS[:7]), into)
    assert kit_text(into) == before


def test_an_advisor_comes_and_goes(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    found = imported(a_list(tmp_path, member(vp="Jan Smit")), into)
    assert found.plans[0].changed == (("vertrouwenspersonen", "jan-smit"), ("vertrouwenspersonen", "samira-el-amrani"))
    assert "Samira" not in kit_text(into)
    assert "- naam: Jan Smit" in kit_text(into)


@pytest.mark.parametrize("extra", ["    functie: bakker\n", "    # belt liever niet\n"])
def test_an_advisor_with_something_of_hand_is_not_taken_out(extra: str, tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    edit(into, "    soort: intern\n", f"    soort: intern\n{extra}")
    found = imported(a_list(tmp_path, member(vp="Jan Smit")), into)
    assert [conflict.path for conflict in found.plans[0].conflicts] == [("vertrouwenspersonen", "samira-el-amrani")]
    before = snapshot(into)
    again = imported(a_list(tmp_path, member(vp="Jan Smit")), into)
    assert again.plans[0].conflicts == found.plans[0].conflicts
    assert snapshot(into) == before
    assert "Samira" in kit_text(into)
    assert "Jan Smit" in kit_text(into)


def test_an_advisor_that_hand_took_out_stays_out(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    imported(a_list(tmp_path), into)
    text = kit_text(into)
    text = text[: text.index("vertrouwenspersonen:")]
    (into / SLUG / "kit.yml").write_text(text, encoding="utf-8")
    assert fates(imported(a_list(tmp_path), into)) == {SLUG: "unchanged"}
    (conflict,) = imported(a_list(tmp_path, member(email="x@y.example")), into).plans[0].conflicts
    assert (conflict.path, conflict.hand) == (("vertrouwenspersonen", "samira-el-amrani"), None)
    assert kit_text(into) == text


def test_a_change_that_would_make_a_kit_invalid_is_refused(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    before = snapshot(into)
    found = imported(a_list(tmp_path, member(email="geen adres")), into)
    assert cells(found.all_mistakes).keys() == {"H2"}
    assert snapshot(into) == before


def test_a_kit_that_is_broken_by_hand_is_left_alone_and_named(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    edit(into, "formaat: 1", "formaat: 1\nkleurtje: x")
    (mistake,) = imported(a_list(tmp_path, member(medewerkers=50)), into).all_mistakes
    assert mistake.place.address == "B2"
    assert "In kit.yml van Bakkerij De Korenbloem: De sleutel 'kleurtje' bestaat" in mistake.message


def test_a_kit_that_names_files_of_its_own_is_brought_up_to_date(tmp_path: Path, resources: Resources) -> None:
    shared = load_library(resources.content, "je").shared_ids
    into = tmp_path / "kits" / "bouw"
    shutil.copytree(KITS / "bouw", into)
    headings = ("Bedrijfsnaam", "Medewerkers", "VP intern", "VP intern telefoon")
    source = a_list(tmp_path, ("Bouwbedrijf De Linge B.V.", 180, "Samira El Amrani", "06 12345678"), headings=headings)
    assert fates(imported(source, into, shared=shared)) == {"bouwbedrijf-de-linge": "unchanged"}
    source = a_list(tmp_path, ("Bouwbedrijf De Linge B.V.", 190, "Samira El Amrani", "06 12345678"), headings=headings)
    found = imported(source, into, shared=shared)
    assert cells(found.all_mistakes) == {}
    assert kit_text(into, "bouwbedrijf-de-linge") == (KITS / "bouw" / "bouwbedrijf-de-linge" / "kit.yml").read_text(
        encoding="utf-8"
    ).replace("medewerkers: 180", "medewerkers: 190")


def test_a_kit_with_anchors_is_left_alone(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    text = edit(into, "soort: intern", "soort: &s intern")
    (mistake,) = imported(a_list(tmp_path, member(medewerkers=50)), into).all_mistakes
    assert "ankers" in mistake.message
    assert kit_text(into) == text


def test_a_name_that_changes_keeps_its_folder_by_its_number(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    found = imported(a_list(tmp_path, member(naam="Bakkerij Zonneveld")), into)
    assert fates(found) == {SLUG: "changed"}
    assert "naam: Bakkerij Zonneveld" in kit_text(into)


def test_a_member_is_recognised_by_name_and_place_too(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    rows = (member(lidnummer=None), member(lidnummer=None, plaats="Zeist"))
    imported(a_list(tmp_path, *rows), into)
    assert fates(imported(a_list(tmp_path, *reversed(rows)), into)) == {SLUG: "unchanged", f"{SLUG}-zeist": "unchanged"}
    assert fates(imported(a_list(tmp_path, member(lidnummer="5")), into)) == {SLUG: "unchanged"}


def test_a_number_that_lost_its_zeros_or_was_given_anew_is_the_same_member(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    rows = (member(lidnummer="007"), member(lidnummer="008", plaats="Zeist"))
    imported(a_list(tmp_path, *rows), into)
    again = (member(lidnummer=7), member(lidnummer="A-8", plaats="Zeist"))
    found = imported(a_list(tmp_path, *again), into)
    assert fates(found) == {SLUG: "unchanged", f"{SLUG}-zeist": "unchanged"}
    assert found.vanished == ()


def test_a_member_with_a_name_like_a_total_or_words_like_headings_is_a_member(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    headings = (*HEADINGS, "VP 1 functie", "VP 1 afdeling", "VP 1 andere rollen")
    rows = [
        (None, "Totaal Techniek", "Ede", 9, None, None, None, None),
        (*member(lidnummer=None), "manager", "HR", "OR"),
    ]
    assert list(fates(planned(a_list(tmp_path, *rows, headings=headings), into))) == ["totaal-techniek", SLUG]


def test_members_that_vanished_are_named_and_kept(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path, MEMBER, member(lidnummer="1002", naam="Weg")), into)
    found = imported(a_list(tmp_path), into)
    assert [entry.naam for entry in found.vanished] == ["Weg"]
    assert (into / "weg" / "kit.yml").is_file()
    assert fates(imported(a_list(tmp_path, MEMBER, member(lidnummer="1002", naam="Weg")), into))["weg"] == "unchanged"


def test_slugs_are_unique_over_the_whole_folder_of_kits(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    other = tmp_path / "kits" / "elders" / SLUG
    other.mkdir(parents=True)
    (other / "kit.yml").write_text("formaat: 1\n", encoding="utf-8")
    rows = (MEMBER, member(lidnummer="1002"), member(lidnummer="1003", naam="Campagne", plaats="Ede"))
    assert list(fates(planned(a_list(tmp_path, *rows), into))) == [f"{SLUG}-tiel", f"{SLUG}-tiel-2", "campagne-ede"]


def test_a_folder_of_somebody_else_is_not_taken(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    (into / SLUG).mkdir()
    assert list(fates(planned(a_list(tmp_path), into))) == [f"{SLUG}-tiel"]


def test_a_kit_that_stands_there_is_adopted_with_its_edits(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    (into / ".import.json").unlink()
    (into / SLUG).rename(into / "korenbloem")
    text = edit(into, "medewerkers: 45", "medewerkers: 46", "korenbloem")
    found = imported(a_list(tmp_path), into)
    assert fates(found) == {"korenbloem": "unchanged"}
    assert [conflict.hand for conflict in found.plans[0].conflicts] == ["46"]
    assert kit_text(into, "korenbloem") == text


def test_a_damaged_register_stops_the_import(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    entry = '{"slug": "../x", "lidnummer": "", "naam": "", "plaats": "", "waarden": {}, "bestanden": {}}'
    for text in ("<<<<<<<", '{"formaat": 2, "leden": []}', f'{{"formaat": 1, "leden": [{entry}]}}', "[]"):
        (into / ".import.json").write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match="beschadigd"):
            planned(a_list(tmp_path), into)


def test_the_register_tells_nothing_of_this_computer(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    text = (into / ".import.json").read_text(encoding="utf-8")
    assert str(tmp_path) not in text
    assert json.loads(text)["leden"][0]["waarden"]["organisatie.medewerkers"] == "45"


def test_an_import_that_stops_half_way_is_finished_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    into = kits_folder(tmp_path)
    source = a_list(tmp_path, MEMBER, member(lidnummer="1002"), member(lidnummer="1003", naam="Café"))
    real, seen = publishing._change, []

    def change(plan: Any, folder: Path) -> None:
        seen.append(plan.slug)
        if len(seen) == 2:
            (folder / "half").write_text("x", encoding="utf-8")
            raise KeyboardInterrupt
        real(plan, folder)

    monkeypatch.setattr(publishing, "_change", change)
    found = planned(source, into)
    with pytest.raises(KeyboardInterrupt):
        write_plans(found.plans, into, found.register)
    assert sorted(path.name for path in into.iterdir()) == [".import.json", SLUG]
    monkeypatch.setattr(publishing, "_change", real)
    assert fates(imported(source, into)) == {SLUG: "unchanged", f"{SLUG}-tiel": "new", "cafe": "new"}


def test_kits_of_an_import_that_was_killed_are_recognised(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    source = a_list(tmp_path, MEMBER, member(lidnummer="1002"))
    imported(source, into)
    (into / ".import.json").unlink()
    (into / ".import-bezig" / "half").mkdir(parents=True)
    before = {name: kept for name, kept in snapshot(into).items() if name.endswith("kit.yml")}
    assert set(fates(imported(source, into)).values()) == {"unchanged"}
    assert {name: kept for name, kept in snapshot(into).items() if name.endswith("kit.yml")} == before
    assert not (into / ".import-bezig").exists()


def test_a_member_that_the_disk_refuses_holds_up_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    into = kits_folder(tmp_path)
    real = publishing._create

    def create(plan: Any, into: Path, aside: Path) -> None:
        if plan.slug == SLUG:
            raise OSError(28, "No space left on device")
        real(plan, into, aside)

    monkeypatch.setattr(publishing, "_create", create)
    found = planned(a_list(tmp_path, MEMBER, member(lidnummer="1002", naam="Café")), into)
    written = write_plans(found.plans, into, found.register)
    assert (written.done, [plan.slug for plan, _ in written.failed]) == (["cafe"], [SLUG])
    assert len(json.loads((into / ".import.json").read_text(encoding="utf-8"))["leden"]) == 1


PHOTO = (*HEADINGS, "VP 1 foto", "VP 1 toestemming", "Logo")


def picture(path: Path, colour: str = "red") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (60, 80), colour).save(path)
    return path


def test_photos_and_logos_are_copied_and_follow_the_list(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    picture(tmp_path / "fotos" / "IMG 1.JPG")
    picture(tmp_path / "logo.png")
    source = a_list(tmp_path, (*MEMBER, "fotos\\IMG 1.JPG", "15-9-2026", "logo.png"), headings=PHOTO)
    imported(source, into)
    copied = into / SLUG / "fotos" / "samira-el-amrani.jpg"
    assert copied.read_bytes() == (tmp_path / "fotos" / "IMG 1.JPG").read_bytes()
    assert "bestand: fotos/samira-el-amrani.jpg\n      toestemming: 2026-09-15" in kit_text(into)
    assert "logo: logo.png" in kit_text(into)
    before = snapshot(into)
    imported(source, into)
    assert snapshot(into) == before
    picture(tmp_path / "fotos" / "IMG 1.JPG", "blue")
    assert fates(imported(source, into)) == {SLUG: "changed"}
    assert copied.read_bytes() == (tmp_path / "fotos" / "IMG 1.JPG").read_bytes()


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_photos_that_are_called_alike_the_one_that_is_written_is_copied(
    order: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = kits_folder(tmp_path)
    picture(tmp_path / unicodedata.normalize("NFC", "zoë.jpg"), "red")
    picture(tmp_path / unicodedata.normalize("NFD", "zoë.jpg"), "blue")
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: iter(sorted(listed(path))[::order]))
    imported(a_list(tmp_path, (*MEMBER, "zoë.jpg", "15-9-2026", None), headings=PHOTO), into)
    copied = into / SLUG / "fotos" / "samira-el-amrani.jpg"
    assert copied.read_bytes() == (tmp_path / "zoë.jpg").read_bytes()


def test_a_photo_that_hand_replaced_is_not_overwritten(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    picture(tmp_path / "s.jpg")
    source = a_list(tmp_path, (*MEMBER, "s.jpg", "15-9-2026", None), headings=PHOTO)
    imported(source, into)
    own = picture(into / SLUG / "fotos" / "samira-el-amrani.jpg", "green").read_bytes()
    found = imported(source, into)
    assert (fates(found), found.plans[0].conflicts) == ({SLUG: "unchanged"}, ())
    picture(tmp_path / "s.jpg", "blue")
    (conflict,) = imported(source, into).plans[0].conflicts
    assert "met de hand veranderd" in conflict.reason
    assert (into / SLUG / "fotos" / "samira-el-amrani.jpg").read_bytes() == own


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../geheim.jpg", "buiten de map"),
        ("/etc/passwd", "buiten de map"),
        ("C:\\foto.jpg", "buiten de map"),
        ("weg.jpg", "is er niet"),
        ("verwijzing.jpg", "verwijzing"),
        ("map/foto.jpg", "verwijzing"),
        ("tekst.jpg", "is geen plaatje"),
    ],
)
def test_a_photo_from_elsewhere_or_that_is_none_is_refused_at_its_cell(name: str, words: str, tmp_path: Path) -> None:
    folder = tmp_path / "lijst"
    (folder / "echt").mkdir(parents=True)
    picture(tmp_path / "geheim.jpg")
    (folder / "verwijzing.jpg").symlink_to(tmp_path / "geheim.jpg")
    (folder / "map").symlink_to(tmp_path)
    (folder / "tekst.jpg").write_text("geen foto", encoding="utf-8")
    into = kits_folder(tmp_path)
    source = workbook(folder / "leden.xlsx", [PHOTO, (*MEMBER, name, "15-9-2026", None)])
    found = imported(source, into)
    assert words in cells(found.all_mistakes)["I2"]
    assert list(into.iterdir()) == []


def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    shutil.move(into / SLUG, tmp_path / "elders")
    (into / SLUG).symlink_to(tmp_path / "elders")
    (mistake,) = imported(a_list(tmp_path, member(medewerkers=50)), into).all_mistakes
    assert "verwijzing" in mistake.message


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=24)
ROW = st.fixed_dictionaries(
    {},
    optional={
        "naam": WORDS, "plaats": WORDS, "vp": WORDS, "medewerkers": st.integers(1, 9000), "telefoon": st.sampled_from(
            ["612345678", "06-12345678", "+31 6 12345678", 302345678]
        ),
    },
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROW, min_size=1, max_size=3))
def test_any_list_twice_is_the_same_as_once(
    rows: list[dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("lijst")
    into = kits_folder(folder)
    source = a_list(folder, *(member(lidnummer=str(number), **row) for number, row in enumerate(rows)))
    found = imported(source, into)
    for plan in found.plans:
        if plan.fate == "new":
            loaded = load_kit(into / plan.slug, folder / "kits", SHARED)
            assert [item for item in loaded.findings if item.level == "error"] == []
    before = snapshot(into)
    again = imported(source, into)
    assert {plan.fate for plan in again.plans} <= {"unchanged", "refused"}
    assert all(not plan.conflicts for plan in again.plans)
    assert snapshot(into) == before


def test_a_text_file_makes_the_same_kits_as_a_workbook(tmp_path: Path) -> None:
    into, other = kits_folder(tmp_path / "a"), kits_folder(tmp_path / "b")
    imported(a_list(tmp_path), into)
    imported(text_file(tmp_path / "leden.csv", [HEADINGS, MEMBER]), other)
    assert snapshot(into).keys() == snapshot(other).keys()
    assert kit_text(into) == kit_text(other)
