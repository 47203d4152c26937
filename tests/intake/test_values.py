"""Cells are read as people and spreadsheets write them; what cannot be meant is refused with what belongs there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from generator.intake.columns import Column
from generator.intake.fields import ADVISOR_FIELDS, MEMBER_FIELDS
from generator.intake.grid import Cell
from generator.intake.mistakes import Place
from generator.intake.values import Fit, Unfit, as_text, read_cell

OCTOBER = datetime(2026, 10, 1, tzinfo=UTC)


def fit(key: str, value: Any, *, advisor: bool = False, formula: bool = False) -> Fit:
    fields = ADVISOR_FIELDS if advisor else MEMBER_FIELDS
    field = next(field for field in fields if field.key == key)
    return read_cell(Column(1, "Kop", field, advisor), Cell(Place(2, 1), value, formula=formula))


@pytest.mark.parametrize(
    "typed",
    [date(2026, 10, 1), OCTOBER, "1-10-2026", "01/10/2026", "1.10.2026", "1 oktober 2026", "1 okt. 2026",
     "2026-10-01", "do 1 oktober 2026", "1-10-26", "2026-10-01 00:00:00"],
)  # fmt: skip
def test_a_date_is_read_with_the_day_first(typed: Any) -> None:
    assert fit("gecontroleerd_op", typed).value == "2026-10-01"


def test_a_date_that_an_english_program_may_have_written_is_told() -> None:
    told = fit("gecontroleerd_op", "10/1/2026").repair
    assert told == "'10/1/2026' is gelezen als 10 januari 2026: eerst de dag, dan de maand."
    for typed in ("10-1-2026", "1/1/2026", "13/1/2026", "2026/1/10"):
        assert fit("gecontroleerd_op", typed).repair == ""


def test_march_and_may_are_months() -> None:
    assert fit("gecontroleerd_op", "3 maart 2026").value == "2026-03-03"
    assert fit("gecontroleerd_op", "3 mrt 2026").value == "2026-03-03"
    assert fit("gecontroleerd_op", "3 mei 2026").value == "2026-05-03"


def test_the_number_of_a_day_is_a_date_and_that_is_told() -> None:
    found = fit("gecontroleerd_op", 46296)
    assert found.value == "2026-10-01"
    assert found.repair == "Het getal 46296 is gelezen als de datum 1-10-2026."


@pytest.mark.parametrize("typed", ["10/13/2026", "31-2-2026", "oktober", "ja", "1-10", 12])
def test_what_is_no_date_is_refused(typed: Any) -> None:
    with pytest.raises(Unfit) as caught:
        fit("gecontroleerd_op", typed)
    assert "Schrijf dag, maand en jaar" in caught.value.expected


@pytest.mark.parametrize(("typed", "meant"), [(180, "180"), (180.0, "180"), ("180", "180"), ("1.200", "1200")])
def test_a_head_count_is_a_whole_number(typed: Any, meant: str) -> None:
    assert fit("medewerkers", typed).value == meant


@pytest.mark.parametrize("typed", [30.5, "30,5"])
def test_a_part_of_a_person_is_fte(typed: Any) -> None:
    with pytest.raises(Unfit, match="geen heel aantal") as caught:
        fit("medewerkers", typed)
    assert "geen fte" in caught.value.expected


def test_a_number_that_became_a_date_is_refused() -> None:
    with pytest.raises(Unfit, match="datum van gemaakt"):
        fit("medewerkers", datetime(2026, 3, 1, tzinfo=UTC))


@pytest.mark.parametrize("typed", ["-", "n.v.t.", "geen", "–", "onbekend"])
def test_words_for_nothing_are_nothing(typed: str) -> None:
    assert fit("sector", typed).value is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("Intern", "intern"), ("externe", "extern"), ("EXT", "extern"), ("int", "intern")]
)
def test_a_choice_may_be_said_in_other_words(typed: str, meant: str) -> None:
    assert fit("soort", typed, advisor=True).value == meant


def test_another_choice_is_refused_with_the_choices() -> None:
    with pytest.raises(Unfit) as caught:
        fit("soort", "inter", advisor=True)
    assert caught.value.expected == "Bedoelde je 'intern'? Kies intern of extern."


def test_yes_and_no_in_dutch() -> None:
    assert fit("site_openbaar", "Ja").value == "true"
    assert fit("site_openbaar", False).value == "false"
    with pytest.raises(Unfit):
        fit("site_openbaar", "misschien")


def test_a_list_in_a_cell_is_a_list() -> None:
    assert fit("vestigingen", "Culemborg, Bergen en Terblijt; Tiel\nZeist").value == (
        "Culemborg", "Bergen en Terblijt", "Tiel", "Zeist",
    )  # fmt: skip
    assert fit("talen", "Nederlands, Engels en Arabisch", advisor=True).value == ("Nederlands", "Engels", "Arabisch")
    assert fit("andere_rollen", "OR, P&O / teamleider", advisor=True).value == (
        "ondernemingsraad", "hr", "leidinggevende",
    )  # fmt: skip


def test_hard_spaces_line_breaks_and_invisible_characters_are_spaces_or_gone() -> None:
    assert fit("naam", " Bakkerij\u00a0De\nKorenbloem\u200b ").value == "Bakkerij De Korenbloem"
    assert fit("voorstellen", "Ik luister.\r\n\r\nBel me.", advisor=True).value == "Ik luister.\n\nBel me."


def test_a_formula_is_refused() -> None:
    with pytest.raises(Unfit, match="formule"):
        fit("naam", "=A1", formula=True)


def test_numbers_are_shown_as_typed() -> None:
    assert as_text(Cell(Place(1, 1), 612345678.0)) == "612345678"
    assert as_text(Cell(Place(1, 1), True)) == "ja"
    assert as_text(Cell(Place(1, 1), "'0612345678")) == "0612345678"
