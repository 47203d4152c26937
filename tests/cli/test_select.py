from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.select import choose
from generator.errors import UsageError
from tests.cli.conftest import a_kit

KITS = Path("kits")


@pytest.fixture(autouse=True)
def _kits(folder: Path) -> None:
    a_kit("bakkerij")
    a_kit("bouw/timmerman")


@pytest.mark.parametrize("asked", ["timmerman", "kits/bouw/timmerman", "kits/bouw/timmerman/kit.yml"])
def test_a_kit_is_a_slug_a_folder_or_a_file(asked: str) -> None:
    (chosen,) = choose([asked], KITS)
    assert chosen.folder.resolve() == Path("kits/bouw/timmerman").resolve()
    assert chosen.kits_root == KITS
    assert chosen.slug == "timmerman"


def test_an_absolute_path_will_do(folder: Path) -> None:
    (chosen,) = choose([str(folder / "kits/bakkerij")], KITS)
    assert chosen.slug == "bakkerij"


def test_without_names_every_kit_is_meant() -> None:
    assert [chosen.slug for chosen in choose([], KITS)] == ["bakkerij", "timmerman"]


def test_a_kit_that_is_named_twice_counts_once() -> None:
    assert [chosen.slug for chosen in choose(["timmerman", "bakkerij", "kits/bouw/timmerman"], KITS)] == [
        "timmerman",
        "bakkerij",
    ]


def test_a_kit_outside_the_kits_folder_may_stand_on_what_is_beside_it(folder: Path) -> None:
    path = a_kit("los", kits="elders")
    (chosen,) = choose([str(path)], KITS)
    assert chosen.kits_root == folder / "elders"


def test_a_kit_in_another_project_keeps_its_own_kits_folder(folder: Path) -> None:
    path = a_kit("branche/lid", kits="project/kits")
    (chosen,) = choose([str(path)], KITS)
    assert chosen.kits_root == folder / "project" / "kits"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("bakkery", "De kit bakkery is er niet. Bedoelde je 'bakkerij'? De kits in kits zijn: bakkerij, timmerman."),
        ("qqq", "De kit qqq is er niet. De kits in kits zijn: bakkerij, timmerman."),
        ("kits/bouw", "In de map kits/bouw staat geen kit.yml."),
        ("lees.mij", "lees.mij is geen kit: het bestand moet kit.yml heten."),
    ],
)
def test_what_is_no_kit_is_wrong_use(asked: str, expected: str) -> None:
    Path("lees.mij").touch()
    with pytest.raises(UsageError) as refused:
        choose([asked], KITS)
    assert str(refused.value) == expected


@pytest.mark.parametrize("asked", [[], ["bakkerij"]])
def test_without_a_kits_folder_the_way_to_begin_is_told(asked: list[str]) -> None:
    with pytest.raises(UsageError, match="vertrouwenskit new SLUG"):
        choose(asked, Path("nergens"))


@pytest.mark.parametrize("asked", [[], ["bakkerij"]])
def test_in_an_empty_kits_folder_the_way_to_begin_is_told(asked: list[str], tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    with pytest.raises(UsageError, match="vertrouwenskit new SLUG"):
        choose(asked, tmp_path / "leeg")


def test_two_kits_of_the_same_name_are_told_apart_as_a_finding() -> None:
    a_kit("ander/timmerman")
    chosen = choose([], KITS)
    assert [(kit.slug, [finding.code for finding in kit.findings]) for kit in chosen] == [
        ("bakkerij", []),
        ("timmerman", []),
        ("timmerman", ["VK071"]),
    ]
