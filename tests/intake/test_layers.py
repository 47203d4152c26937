"""A ``branche.yml`` that came or changed after the kits: they get their ``basis``, and locks are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.kit.loader import load_kit
from tests.builders import SHARED
from tests.intake.lists import HEADINGS, MEMBER, cells, imported, kits_folder, member, snapshot, workbook

SLUG = "bakkerij-de-korenbloem"
BRANCHE = "formaat: 1\nbranche: {naam: Bond van Bakkers}\n"
LOCKED = "vergrendeld: [organisatie.medewerkers]\norganisatie: {medewerkers: 9}\n"
COMMITTEE = "klachtencommissie: {naam: Commissie, soort: extern, contact: {email: k@commissie.example}}\n"


def a_list(tmp_path: Path, *rows: tuple[Any, ...]) -> Path:
    return workbook(tmp_path / "leden.xlsx", [HEADINGS, *(rows or (MEMBER,))])


def write(into: Path, text: str) -> None:
    (into / "branche.yml").write_text(text, encoding="utf-8")


def kit_text(into: Path) -> str:
    return (into / SLUG / "kit.yml").read_text(encoding="utf-8")


def edit(into: Path, old: str, new: str) -> str:
    text = kit_text(into).replace(old, new)
    (into / SLUG / "kit.yml").write_text(text, encoding="utf-8")
    return text


def test_a_kit_from_before_the_branche_gets_its_basis_once(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    text = kit_text(into)
    write(into, BRANCHE)
    (plan,) = imported(a_list(tmp_path), into).plans
    assert (plan.fate, plan.changed) == ("changed", (("basis",),))
    assert kit_text(into) == text.replace("formaat: 1\n", "formaat: 1\nbasis: ../branche.yml\n")
    assert load_kit(into / SLUG, tmp_path / "kits", SHARED).kit is not None
    before = snapshot(into)
    assert imported(a_list(tmp_path), into).plans[0].fate == "unchanged"
    assert snapshot(into) == before


def test_a_basis_that_hand_took_out_stays_out(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    imported(a_list(tmp_path), into)
    text = edit(into, "basis: ../branche.yml\n", "")
    assert imported(a_list(tmp_path), into).plans[0].fate == "unchanged"
    assert kit_text(into) == text


def test_a_kit_that_was_written_by_hand_gets_no_basis(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    text = edit(into, "# Deze kit komt uit de ledenlijst, met: vertrouwenskit import.\n", "")
    write(into, BRANCHE)
    assert imported(a_list(tmp_path), into).plans[0].fate == "unchanged"
    assert kit_text(into) == text


@pytest.mark.parametrize("above", ["", "basis: ../koepel.yml\n"])
def test_a_key_that_is_locked_later_is_told_at_its_cell_each_time(above: str, tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE)
    imported(a_list(tmp_path), into)
    (into.parent / "koepel.yml").write_text("formaat: 1\n" + LOCKED, encoding="utf-8")
    write(into, BRANCHE + (above or LOCKED))
    before = snapshot(into)
    for row in (MEMBER, MEMBER, member(medewerkers=50)):
        told = cells(imported(a_list(tmp_path, row), into).all_mistakes)
        assert told == {
            "D2": "'organisatie.medewerkers' ligt voor alle leden vast in branche.yml. "
            "Een lid mag dit niet zelf invullen."
        }
    assert snapshot(into) == before
    assert imported(a_list(tmp_path, member(medewerkers=None)), into).plans[0].fate == "changed"
    assert "medewerkers" not in kit_text(into)


def test_a_locked_key_that_hand_wrote_is_told_with_its_line_in_the_kit(tmp_path: Path) -> None:
    into = kits_folder(tmp_path, branche=BRANCHE + "vergrendeld: [klachtencommissie]\n" + COMMITTEE)
    imported(a_list(tmp_path), into)
    text = kit_text(into)
    edit(into, text, text + COMMITTEE)
    line = text.count("\n") + 1
    for row in (MEMBER, member(medewerkers=50)):
        (mistake,) = imported(a_list(tmp_path, row), into).all_mistakes
        assert mistake.message == (
            "'klachtencommissie' ligt voor alle leden vast in branche.yml. "
            f"Maar het staat ook in kit.yml van Bakkerij De Korenbloem, regel {line}."
        )
        assert mistake.expected == "Haal het weg uit kit.yml."
    edit(into, COMMITTEE, "")
    assert imported(a_list(tmp_path), into).all_mistakes == ()
