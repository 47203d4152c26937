"""A kit whose folder was moved or renamed is found again, and brought up to date where it stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.intake.lists import HEADINGS, MEMBER, imported, kits_folder, member, snapshot, workbook

SLUG = "bakkerij-de-korenbloem"


def a_list(tmp_path: Path, *rows: tuple[Any, ...]) -> Path:
    return workbook(tmp_path / "leden.xlsx", [HEADINGS, *(rows or (MEMBER,))])


def kits(folder: Path) -> list[str]:
    return sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob("kit.yml"))


def moved(tmp_path: Path, to: str) -> Path:
    """Import one member and move its folder; return the folder of members."""
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    target = tmp_path / "kits" / to
    target.parent.mkdir(parents=True, exist_ok=True)
    (into / SLUG).rename(target)
    return into


@pytest.mark.parametrize(
    "to", ["bakkers/korenbloem", f"bakkers/regio/{SLUG}", "bakkers/regio/korenbloem", f"elders/{SLUG}"]
)
def test_a_moved_kit_is_brought_up_to_date_where_it_stands(to: str, tmp_path: Path) -> None:
    into = moved(tmp_path, to)
    before = (tmp_path / "kits" / to / "kit.yml").read_bytes()
    found = imported(a_list(tmp_path), into)
    assert [(plan.slug, plan.fate) for plan in found.plans] == [(Path(to).name, "unchanged")]
    assert found.vanished == ()
    assert [plan.fate for plan in imported(a_list(tmp_path, member(medewerkers=50)), into).plans] == ["changed"]
    assert kits(tmp_path / "kits") == [to]
    assert (tmp_path / "kits" / to / "kit.yml").read_bytes() == before.replace(b"medewerkers: 45", b"medewerkers: 50")
    again = snapshot(tmp_path / "kits")
    imported(a_list(tmp_path, member(medewerkers=50)), into)
    assert snapshot(tmp_path / "kits") == again
    register = json.loads((into / ".import.json").read_text(encoding="utf-8"))
    assert [item["slug"] for item in register["leden"]] == [Path(to).name]


def test_a_kit_that_may_stand_in_two_places_is_refused_and_both_are_named(tmp_path: Path) -> None:
    into = moved(tmp_path, "bakkers/een")
    (into / "twee").mkdir()
    (into / "twee" / "kit.yml").write_bytes((into / "een" / "kit.yml").read_bytes())
    before = snapshot(into)
    (mistake,) = imported(a_list(tmp_path), into).all_mistakes
    assert "er zijn er meer die het kunnen zijn" in mistake.message
    assert "bakkers/een" in mistake.message
    assert "bakkers/twee" in mistake.message
    assert snapshot(into) == before


def test_the_members_of_another_list_are_not_taken(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    imported(a_list(tmp_path), into)
    found = imported(a_list(tmp_path, member(medewerkers=50)), tmp_path / "kits")
    assert [(plan.slug, plan.fate) for plan in found.plans] == [(f"{SLUG}-tiel", "new")]


def test_a_kit_that_is_gone_is_made_again_under_a_name_that_is_free(tmp_path: Path) -> None:
    into = moved(tmp_path, "weg")
    other = tmp_path / "kits" / "elders" / SLUG
    (tmp_path / "kits" / "weg").rename(tmp_path / "weg")
    other.mkdir(parents=True)
    (other / "kit.yml").write_text("formaat: 1\norganisatie: {naam: Ander}\n", encoding="utf-8")
    found = imported(a_list(tmp_path), into)
    assert [(plan.slug, plan.fate) for plan in found.plans] == [(f"{SLUG}-tiel", "new")]
    assert kits(tmp_path / "kits") == [f"bakkers/{SLUG}-tiel", f"elders/{SLUG}"]
