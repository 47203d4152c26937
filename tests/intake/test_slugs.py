"""A member's folder has a name that every disk takes, and that is no other member's."""

from __future__ import annotations

import re
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.slugs import RESERVED, candidates, first_free
from generator.kit.text import SLUG_PATTERN


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Bakkerij De Korenbloem B.V.", "bakkerij-de-korenbloem"),
        ("Café Zoë BV", "cafe-zoe"),
        ("Vos & Zn. (V.O.F.)", "vos-zn"),
        ("BV", "bv"),
        ("Stichting 't Hof", "stichting-t-hof"),
        ("王", "lid-1001"),
        ("CON", "con-tiel"),
        ("Campagne", "campagne-tiel"),
        ("index", "index-tiel"),
    ],
)
def test_a_slug_is_the_name_without_its_legal_form(name: str, slug: str) -> None:
    assert first_free(name, "Tiel", "1001", set()) == slug


def test_a_name_that_is_taken_gets_its_place_and_then_a_number() -> None:
    assert list(islice(candidates("Vos", "Tiel", ""), 4)) == ["vos", "vos-tiel", "vos-tiel-2", "vos-tiel-3"]
    assert list(islice(candidates("Vos Tiel", "Tiel", ""), 2)) == ["vos-tiel", "vos-tiel-2"]
    assert list(islice(candidates("Nul", "", ""), 2)) == ["nul-lid-2", "nul-lid-3"]


def test_a_long_name_is_cut_between_words() -> None:
    slug = first_free("Vereniging van " + "bakkers " * 20, "", "", set())
    assert len(slug) <= 60
    assert slug.endswith("-bakkers")


@given(name=st.text(max_size=90), place=st.text(max_size=90), number=st.text(max_size=9))
def test_any_name_gives_good_slugs_that_differ(name: str, place: str, number: str) -> None:
    found = list(islice(candidates(name, place, number), 5))
    assert len(set(found)) == 5
    assert all(re.fullmatch(SLUG_PATTERN, slug) and len(slug) <= 60 and slug not in RESERVED for slug in found)
