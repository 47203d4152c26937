"""An advisor whom somebody gave another name or an id by hand is still the advisor of the list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.intake.importing import Planned
from tests.intake.lists import HEADINGS, imported, kits_folder, member, snapshot, workbook

SLUG = "bakkerij-de-korenbloem"
NAME = "- naam: Samira El Amrani\n"
RENAMED = "- naam: Samira Amrani\n"
GIVEN_ID = "- id: samira\n    naam: Samira El Amrani\n"
OTHER_NUMBER = "06 87654321"
SECOND = ("Joost Verhage", "extern", "06 22222222", None)
SECOND_HEADINGS = ("VP 2", "VP 2 soort", "VP 2 telefoon", "VP 2 e-mail")


class Kit:
    """A kit that was imported, and then changed by hand."""

    def __init__(self, tmp_path: Path, old: str = NAME, new: str = NAME) -> None:
        self.tmp_path = tmp_path
        self.into = kits_folder(tmp_path)
        self.take(member())
        self.edit(old, new)

    def take(self, row: tuple[Any, ...], *, overwrite: bool = False) -> Planned:
        source = workbook(self.tmp_path / "leden.xlsx", [(*HEADINGS, *SECOND_HEADINGS), (*row, *SECOND)])
        return imported(source, self.into, overwrite=overwrite)

    def edit(self, old: str, new: str) -> None:
        path = self.into / SLUG / "kit.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def people(self) -> list[dict[str, Any]]:
        content = yaml.safe_load((self.into / SLUG / "kit.yml").read_text(encoding="utf-8"))
        people: list[dict[str, Any]] = content["vertrouwenspersonen"]
        return people


@pytest.mark.parametrize("hand", [RENAMED, GIVEN_ID])
@pytest.mark.parametrize("overwrite", [False, True])
def test_a_new_number_goes_to_the_advisor_that_hand_named_otherwise(hand: str, overwrite: bool, tmp_path: Path) -> None:
    kit = Kit(tmp_path, NAME, hand)
    names = [person["naam"] for person in kit.people]
    found = kit.take(member(telefoon=OTHER_NUMBER), overwrite=overwrite)
    assert (found.plans[0].fate, found.plans[0].conflicts, found.all_mistakes) == ("changed", (), ())
    assert [person["naam"] for person in kit.people] == names
    assert kit.people[0]["contact"]["telefoon"] == OTHER_NUMBER
    before = snapshot(kit.into)
    kit.take(member(telefoon=OTHER_NUMBER), overwrite=overwrite)
    assert snapshot(kit.into) == before


def test_two_new_names_for_one_advisor_are_a_conflict_that_overwriting_settles(tmp_path: Path) -> None:
    kit = Kit(tmp_path, NAME, RENAMED)
    row = member(vp="Samira El-Amrani Bos")
    for _ in range(2):
        (conflict,) = kit.take(row).plans[0].conflicts
        assert (conflict.path[-1], conflict.hand, conflict.sheet) == ("naam", "Samira Amrani", "Samira El-Amrani Bos")
        assert [person["naam"] for person in kit.people] == ["Samira Amrani", "Joost Verhage"]
    assert kit.take(row, overwrite=True).plans[0].conflicts == ()
    assert [person["naam"] for person in kit.people] == ["Samira El-Amrani Bos", "Joost Verhage"]
    before = snapshot(kit.into)
    assert kit.take(row).plans[0].conflicts == ()
    assert snapshot(kit.into) == before


def test_one_new_name_in_the_kit_and_in_the_list_is_no_conflict(tmp_path: Path) -> None:
    kit = Kit(tmp_path, NAME, RENAMED)
    found = kit.take(member(vp="Samira Amrani", telefoon=OTHER_NUMBER))
    assert (found.plans[0].fate, found.plans[0].conflicts) == ("changed", ())
    assert kit.people[0]["contact"]["telefoon"] == OTHER_NUMBER
    assert len(kit.people) == 2


@pytest.mark.parametrize("hand", [RENAMED, GIVEN_ID.replace("El Amrani", "Amrani")])
def test_a_renamed_advisor_that_leaves_the_list_is_a_conflict_until_it_is_settled(hand: str, tmp_path: Path) -> None:
    kit = Kit(tmp_path, NAME, hand)
    row = member(vp=None, soort=None, telefoon=None, email=None)
    for _ in range(2):
        (conflict,) = kit.take(row).plans[0].conflicts
        assert (conflict.hand, conflict.sheet) == ("Samira Amrani", None)
        assert len(kit.people) == 2
    assert kit.take(row, overwrite=True).plans[0].conflicts == ()
    assert [person["naam"] for person in kit.people] == ["Joost Verhage"]


@pytest.mark.parametrize("hand", ["    functie: bakker  # nog vragen\n", ""])
def test_a_name_that_the_list_corrects_keeps_what_hand_wrote(hand: str, tmp_path: Path) -> None:
    kit = Kit(tmp_path, NAME, NAME + hand)
    found = kit.take(member(vp="Samira El Amranni"))
    assert (found.plans[0].fate, found.plans[0].conflicts) == ("changed", ())
    assert [person["naam"] for person in kit.people] == ["Samira El Amranni", "Joost Verhage"]
    assert hand in (kit.into / SLUG / "kit.yml").read_text(encoding="utf-8")
    before = snapshot(kit.into)
    kit.take(member(vp="Samira El Amranni"))
    assert snapshot(kit.into) == before


@pytest.mark.parametrize("hand", [RENAMED, GIVEN_ID])
def test_nobody_is_added_twice_if_the_register_is_gone(hand: str, tmp_path: Path) -> None:
    kit = Kit(tmp_path, NAME, hand)
    (kit.into / ".import.json").unlink()
    kit.take(member())
    assert len(kit.people) == 2
    kit.take(member(), overwrite=True)
    assert len(kit.people) == 2


def test_a_shared_number_makes_nobody_somebody_else(tmp_path: Path) -> None:
    kit = Kit(tmp_path)
    shared = SECOND[2]
    kit.take(member(telefoon=shared))
    kit.edit(NAME, "- naam: Piet Kok\n    functie: bakker\n")
    kit.edit("samira@korenbloem.example", "piet@korenbloem.example")
    (conflict,) = kit.take(member(telefoon=shared, email="nieuw@korenbloem.example")).plans[0].conflicts
    assert conflict.path == ("vertrouwenspersonen", "samira-el-amrani")
    assert [person["naam"] for person in kit.people] == ["Piet Kok", "Joost Verhage"]
