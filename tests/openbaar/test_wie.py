from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.kit.model import Vertrouwenspersoon
from generator.openbaar.wie import which

PERSONEN = [
    Vertrouwenspersoon.model_validate({"naam": naam, "soort": "intern", "contact": {"telefoon": f"06 1234567{at}"}})
    for at, naam in enumerate(
        ["Samira El Amrani", "Joost Verhage", "Jan de Vries", "Els de Vries", "Jan-Willem de Vries"]
    )
]


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("samira-el-amrani", 0),
        ("Samira El Amrani", 0),
        ("samira", 0),
        ("S. El Amrani", 0),
        ("El Amrani, Samira", 0),
        ("mr. J. Verhage", 1),
        (" verhage ", 1),
        ("jan-de-vries", 2),
        ("Jan de Vries", 2),
        ("E. de Vries", 3),
        ("Willem", 4),
    ],
)
def test_an_advisor_is_meant_by_id_by_name_or_by_a_part_of_it(asked: str, place: int) -> None:
    assert which(PERSONEN, asked) == place


def test_a_name_that_could_be_two_people_is_asked_again() -> None:
    with pytest.raises(UsageError, match=r"'de Vries' kan meer dan één persoon zijn: Jan de Vries \(jan-de-vries\)"):
        which(PERSONEN, "de Vries")


@pytest.mark.parametrize("asked", ["Piet Pietersen", "", " ", "-", "[bold]x[/]"])
def test_nobody_is_answered_with_everybody(asked: str) -> None:
    with pytest.raises(UsageError) as caught:
        which(PERSONEN, asked)
    assert "In deze kit staat geen vertrouwenspersoon" in str(caught.value)
    for persoon in PERSONEN:
        assert f"{persoon.naam} ({persoon.id})" in str(caught.value)


def test_a_typing_error_is_met_with_the_nearest_name() -> None:
    with pytest.raises(UsageError, match="Bedoelde je 'joost-verhage'"):
        which(PERSONEN, "joost-verhaege")
