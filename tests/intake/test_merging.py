"""Three sides of a kit: what was written, what hand made of it, what the sheet says now."""

from __future__ import annotations

import pytest

from generator.intake.members import ADVISORS, Path
from generator.intake.merging import Change, Conflict, Merged, Sides, merge
from generator.intake.values import Plain

KEY = ("organisatie", "medewerkers")
ANN = (ADVISORS, "ann-vos")
#: stood, hand, sheet -> what is done, what is a conflict, what is remembered.
TABLE: list[tuple[str | None, str | None, str | None, str, bool, str | None]] = [
    (None, None, "5", "set", False, "5"),
    (None, "5", "5", "", False, "5"),
    (None, "6", "5", "", True, None),
    ("5", "5", "5", "", False, "5"),
    ("5", "6", "5", "", False, "5"),
    ("5", None, "5", "", False, "5"),
    ("5", "5", "7", "set", False, "7"),
    ("5", "7", "7", "", False, "7"),
    ("5", "6", "7", "", True, "5"),
    ("5", None, "7", "", True, "5"),
    ("5", "5", None, "remove", False, None),
    ("5", None, None, "", False, None),
    ("5", "6", None, "", True, "5"),
    (None, "6", None, "", False, None),
]


def values(plain: str | None) -> dict[Path, Plain]:
    return {} if plain is None else {KEY: plain}


def merged(stood: str | None, hand: str | None, sheet: str | None, *, held: bool = True, over: bool = False) -> Merged:
    return merge(Sides(values(stood), values(hand), values(sheet), lambda _path: held, overwrite=over))


@pytest.mark.parametrize("row", TABLE)
def test_one_value(row: tuple[str | None, str | None, str | None, str, bool, str | None]) -> None:
    stood, hand, sheet, deed, conflict, remembered = row
    found = merged(stood, hand, sheet)
    assert [change.deed for change in found.changes] == ([deed] if deed else [])
    assert found.conflicts == ([Conflict(KEY, stood, hand, sheet)] if conflict else [])
    assert found.remembered == values(remembered)


@pytest.mark.parametrize(("stood", "hand", "sheet"), [row[:3] for row in TABLE if row[4]])
def test_overwriting_takes_the_sheet(stood: str | None, hand: str | None, sheet: str | None) -> None:
    found = merged(stood, hand, sheet, over=True)
    assert found.conflicts == []
    assert found.changes == [Change("remove", KEY) if sheet is None else Change("set", KEY, sheet)]
    assert found.remembered == values(sheet)


def test_the_name_of_a_contact_stays_with_what_hand_wrote_about_it() -> None:
    name, hours = ("contacten", "hr", "naam"), ("contacten", "hr", "bereikbaar")
    found = merge(Sides({name: "HR"}, {name: "HR", hours: "altijd"}, {}, lambda path: path == name))
    assert (found.changes, [conflict.path for conflict in found.conflicts]) == ([], [name])
    assert merge(Sides({name: "HR"}, {name: "HR"}, {}, lambda _: True)).changes == [Change("remove", name)]


def test_a_place_without_a_column_is_not_looked_at() -> None:
    found = merged("5", "6", None, held=False)
    assert (found.changes, found.conflicts, found.remembered) == ([], [], values("5"))


def test_numbers_that_ring_the_same_telephone_are_the_same() -> None:
    path = (*ANN, "contact", "telefoon")
    sides = Sides({path: "06 12345678"}, {path: "06-12345678"}, {path: "+31612345678"}, lambda _: True, {path: "phone"})
    assert (merge(sides).changes, merge(sides).conflicts) == ([], [])


def person(**more: str) -> dict[Path, Plain]:
    return {(*ANN, key): plain for key, plain in {"naam": "Ann Vos", "soort": "intern", **more}.items()}


def test_an_advisor_that_vanished_goes_only_if_nobody_touched_what_stands_there() -> None:
    assert merge(Sides(person(), person(), {}, lambda _: True)).changes == [Change("drop", ANN)]
    assert merge(Sides(person(), person(id="ann-vos"), {}, lambda _: True)).changes == [Change("drop", ANN)]
    for hand in (person(functie="bakker"), person(soort="extern")):
        found = merge(Sides(person(), hand, {}, lambda _: True))
        assert (found.changes, [conflict.path for conflict in found.conflicts]) == ([], [ANN])
        assert found.remembered == person()


def test_an_advisor_of_hand_alone_is_never_looked_at() -> None:
    found = merge(Sides({}, person(), {}, lambda _: True))
    assert (found.changes, found.conflicts, found.remembered) == ([], [], {})


def test_advisors_stay_if_the_sheet_has_no_column_for_them() -> None:
    found = merge(Sides(person(), person(), {}, lambda path: path[0] != ADVISORS))
    assert (found.changes, found.conflicts) == ([], [])
