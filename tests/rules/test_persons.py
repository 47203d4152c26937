"""Names in another order or with another spelling; the table of all other pairs stands with the reading of names."""

from __future__ import annotations

import pytest

from generator.rules.persons import same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li Wei", "Wei Li"),
        ("Hans Müller", "Müller Hans"),
        ("Hans Müller", "Hans Mueller"),
        ("Müller Hans", "Hans Mueller"),
        ("Fatma Öztürk", "Fatma Oeztuerk"),
        ("F. Öztürk", "Fatma Oeztuerk"),
    ],
)
def test_another_order_or_an_umlaut_written_out_is_probably_the_same(one: str, other: str) -> None:
    assert same_person(one, other) == "waarschijnlijk"
    assert same_person(other, one) == "waarschijnlijk"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li Wei", "Wei Lin"),
        ("Hans Müller", "Piet Mueller"),
        ("Anna de Boer", "Anna de Vries"),
        ("Sam de Hoed", "Sam de Haas"),
        ("HR De Linge", "De Linge HR"),
    ],
)
def test_another_name_is_another_person(one: str, other: str) -> None:
    assert same_person(one, other) is None
