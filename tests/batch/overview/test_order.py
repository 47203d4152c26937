from __future__ import annotations

from generator.batch.overview.order import in_order
from tests.batch.overview.members import een_lid


def test_names_come_as_in_a_dutch_list() -> None:
    names = ["3D Print", "12 Ambachten", "'t Anker", "Albers", "Ångström", "De Linge", "Élan", "Elzinga", "’s-Heeren"]
    expected = [
        "3D Print",
        "12 Ambachten",
        "Albers",
        "Ångström",
        "De Linge",
        "Élan",
        "Elzinga",
        "’s-Heeren",
        "'t Anker",
    ]
    assert [member.naam for member in in_order(een_lid(naam=name) for name in names)] == expected


def test_numbers_in_names_go_by_their_value() -> None:
    names = ["Filiaal 10", "Filiaal 9", "filiaal 1"]
    assert [member.naam for member in in_order(een_lid(naam=name) for name in names)] == [*reversed(names)]


def test_the_slug_decides_between_equal_names() -> None:
    members = [een_lid(slug) for slug in ("c", "a", "b")]
    assert [member.slug for member in in_order(members)] == ["a", "b", "c"]


def test_the_order_of_arrival_plays_no_part() -> None:
    members = [
        een_lid(f"lid-{place}", naam=name) for place, name in enumerate(["Élan", "Elan", "ELAN", "ij", "Ĳ", "²"])
    ]
    assert in_order(reversed(members)) == in_order(members)
    assert in_order(members[3:] + members[:3]) == in_order(members)
