"""Headings are understood as people type them, and what is not understood is told."""

from __future__ import annotations

import pytest

from generator.intake.columns import Columns, read_headings
from generator.intake.fields import ADVISOR_FIELDS, MEMBER_FIELDS, contact_fields
from generator.intake.grid import Cell, Row
from generator.intake.headings import meanings, suggestion
from generator.intake.mistakes import Place

MEMBER = [
    ("Bedrijfsnaam", "naam"),
    ("Naam organisatie", "naam"),
    ("NAAM LID", "naam"),
    ("naam-bedrijf", "naam"),
    ("Lidnr.", "lidnummer"),
    ("Relatienummer", "lidnummer"),
    ("Plaats", "plaats"),
    ("Aantal medewerkers", "medewerkers"),
    ("aantal  werknemers", "medewerkers"),
    ("Aantal medewerkers (hoofden)", "medewerkers"),
    ("Personeel", "medewerkers"),
    ("Branche", "sector"),
    ("Je of u", "aanspreekvorm"),
    ("Gecontroleerd op", "gecontroleerd_op"),
    ("E-mail (organisatie)", "contact.email"),
    ("Algemeen e-mailadres", "contact.email"),
    ("E-mail HR", "hr.email"),
    ("Telefoonnummer P&O", "hr.telefoon"),
    ("Bedrijfsarts", "bedrijfsarts.naam"),
    ("Tel. bedrijfsarts", "bedrijfsarts.telefoon"),
    ("Klachtencommissie", "klachtencommissie.naam"),
    ("Meldregeling: e-mail", "meldregeling.email"),
    ("Huiskleur", "kleur"),
    ("Aantal wn", "medewerkers"),
    ("Bedrijf / organisatie", "naam"),
]
ADVISOR = [
    ("Vertrouwenspersoon", "naam", ""),
    ("Naam vertrouwenspersoon", "naam", ""),
    ("Vertrouwenspersoon 1 naam", "naam", "1"),
    ("Vertrouwenspersoon 1: naam", "naam", "1"),
    ("vp1 telefoon", "telefoon", "1"),
    ("VP 2 e-mail", "email", "2"),
    ("Tweede vertrouwenspersoon", "naam", "2"),
    ("2e vertrouwenspersoon", "naam", "2"),
    ("Interne vertrouwenspersoon", "naam", "intern"),
    ("Vertrouwenspersoon (extern)", "naam", "extern"),
    ("E-mailadres externe vertrouwenspersoon", "email", "extern"),
    ("Mobiel nummer van de vertrouwenspersoon", "telefoon", ""),
    ("Telefoon 2", "telefoon", "2"),
    ("Intern/extern", "soort", None),
    ("Datum toestemming", "toestemming", None),
    ("Bereikbaarheid", "bereikbaar", None),
    ("Spreekt", "talen", None),
    ("Telefoon extern", "telefoon", "extern"),
    ("E-mail extern", "email", "extern"),
    ("Telefoon intern", "telefoon", "intern"),
    ("Tel. interne 2", "telefoon", "intern 2"),
    ("Int./ext.", "soort", None),
    ("Toestemming d.d.", "toestemming", None),
]


@pytest.mark.parametrize(("heading", "key"), MEMBER)
def test_a_heading_about_the_member_is_known(heading: str, key: str) -> None:
    (found,) = meanings(heading)
    assert (found.field.key, found.of_advisor) == (key, False)


@pytest.mark.parametrize(("heading", "key", "group"), ADVISOR)
def test_a_heading_about_an_advisor_says_which_one(heading: str, key: str, group: str | None) -> None:
    (found,) = meanings(heading)
    assert (found.field.key, found.of_advisor, found.group) == (key, True, group)


@pytest.mark.parametrize(
    "heading", ["Tél.", "TELEFOON", " telefoon ", "Telefoon-nummer", "[Telefoonnummer]", "Mobiel", "Mobiel nr."]
)
def test_case_accents_spaces_and_brackets_do_not_count(heading: str) -> None:
    assert {found.field.key for found in meanings(heading)} == {"telefoon", "contact.telefoon"}


@pytest.mark.parametrize("heading", ["FTE", "Website", "Adres", "Contactpersoon", "Postcode", "", "2026", "Opmerking"])
def test_a_heading_that_is_not_ours_means_nothing(heading: str) -> None:
    assert meanings(heading) == ()


def test_every_title_is_understood_as_itself() -> None:
    for field in (*MEMBER_FIELDS, *contact_fields()):
        assert [found.field.key for found in meanings(field.title)][:1] == [field.key]
    for field in ADVISOR_FIELDS:
        (found,) = meanings(f"Vertrouwenspersoon 3: {field.title}")
        assert (found.field.key, found.group) == (field.key, "3")


def test_no_name_is_given_to_two_fields() -> None:
    for fields in ((*MEMBER_FIELDS, *contact_fields()), ADVISOR_FIELDS):
        names = [name for field in fields for name in field.names]
        assert len(names) == len(set(names))


def test_a_typo_gets_a_suggestion() -> None:
    assert suggestion("Aantal medewekers") == "Bedoelde je 'Aantal medewerkers'? "
    assert suggestion("Kvk-nummer") == ""


def headings(*texts: str) -> Columns:
    return read_headings(
        "Leden", Row(1, {number: Cell(Place(1, number), text) for number, text in enumerate(texts, start=1)})
    )


def held(columns: Columns) -> list[tuple[str, bool, str]]:
    return [columns.columns[number].meaning for number in sorted(columns.columns)]


def test_a_bare_name_is_the_members_unless_another_column_is() -> None:
    assert held(headings("Naam", "Vertrouwenspersoon")) == [("naam", False, ""), ("naam", True, "")]
    assert held(headings("Bedrijf", "Naam", "Telefoon")) == [
        ("naam", False, ""), ("naam", True, ""), ("telefoon", True, ""),
    ]  # fmt: skip


def test_bare_columns_behind_an_advisor_belong_to_that_advisor() -> None:
    found = headings("Bedrijf", "VP 1", "Telefoon", "Mail", "VP 2", "Telefoon", "Mail")
    assert held(found)[2:4] == [("telefoon", True, "1"), ("email", True, "1")]
    assert held(found)[5:] == [("telefoon", True, "2"), ("email", True, "2")]
    assert found.mistakes == ()


def test_a_number_before_the_advisor_is_the_members_and_that_is_told() -> None:
    # A number of the reception must never be printed as that of the advisor.
    found = headings("Bedrijf", "Telefoon", "E-mail", "Vertrouwenspersoon", "VP telefoon")
    assert held(found)[1:3] == [("contact.telefoon", False, ""), ("contact.email", False, "")]
    assert [notice.place.address for notice in found.notices if notice.place] == ["B1", "C1"]
    assert "gelezen als gegeven van het lid zelf" in found.notices[0].text


def test_a_bare_number_beside_a_named_one_is_the_members() -> None:
    assert held(headings("Bedrijf", "Vertrouwenspersoon", "Telefoon", "VP telefoon"))[2:] == [
        ("contact.telefoon", False, ""), ("telefoon", True, ""),
    ]  # fmt: skip


def test_two_columns_with_one_meaning_are_a_mistake_that_names_both() -> None:
    found = headings("Bedrijfsnaam", "Medewerkers", "Aantal werknemers")
    (mistake,) = found.mistakes
    assert mistake.place.address == "C1"
    assert mistake.message == "De kolommen B en C betekenen allebei 'Aantal medewerkers'."


def test_an_unknown_column_is_named_and_left_out() -> None:
    found = headings("Bedrijfsnaam", "Medewekers", "Kvk-nummer")
    assert held(found) == [("naam", False, "")]
    assert found.notices[0].text == (
        "Kolom 'Medewekers' kennen we niet, en gebruiken we niet. Bedoelde je 'Aantal medewerkers'?"
    )
    assert found.notices[1].text == "Kolom 'Kvk-nummer' kennen we niet, en gebruiken we niet."


def test_fte_is_no_head_count_and_that_is_said() -> None:
    (notice,) = headings("Bedrijfsnaam", "FTE").notices
    assert "Fte is geen aantal mensen" in notice.text


def test_a_place_of_nobody_is_left_out() -> None:
    found = headings("Bedrijfsnaam", "Locatie", "Vertrouwenspersoon")
    assert 2 not in found.columns
    assert "staat vóór de eerste vertrouwenspersoon" in found.notices[0].text


def test_a_number_of_the_external_advisor_needs_that_advisors_name() -> None:
    found = headings("Bedrijf", "Interne vertrouwenspersoon", "Telefoon intern", "Externe vertrouwenspersoon",
                     "Telefoon extern", "E-mail extern")  # fmt: skip
    assert held(found)[2] == ("telefoon", True, "intern")
    assert held(found)[4:] == [("telefoon", True, "extern"), ("email", True, "extern")]
    found = headings("Bedrijf", "Vertrouwenspersoon", "Telefoon extern")
    assert held(found)[1:] == [("naam", True, "")]
    assert "geen kolom met de naam van de externe vertrouwenspersoon" in found.notices[0].text
