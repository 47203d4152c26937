"""How an employer reaches the association, and which of the ways a code on paper opens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.campagne.bereik import code_weg, wegen
from tests.campagne.bouwen import ALLES, gelezen


def reached(kits: Path, branche: dict[str, Any]) -> tuple[list[tuple[str, str | None]], str | None]:
    found = gelezen(kits, branche).vereniging
    assert found is not None
    code = code_weg(found)
    return [(weg.tekst.replace("\u00a0", " "), weg.link) for weg in wegen(found)], code.link if code else None


def test_every_way_stands_there_once_the_form_first_and_a_letter_last(tmp_path: Path) -> None:
    assert reached(tmp_path, ALLES)[0] == [
        ("www.bond.example/kit", "https://www.bond.example/kit"),
        ("030 123 45 67", "tel:+31301234567"),
        ("info@bond.example", "mailto:info@bond.example"),
        ("06 12 34 56 78", "https://wa.me/31612345678"),
        ("06 12 34 56 78", "https://signal.me/#p/+31612345678"),
        ("agenda.bond.example", "https://agenda.bond.example/"),
        ("Postbus 1, 3500 AA Utrecht", None),
    ]


@pytest.mark.parametrize(
    ("keys", "link"),
    [
        ({"telefoon", "email", "whatsapp", "afspraak", "post"}, "mailto:info@bond.example"),
        ({"telefoon", "whatsapp"}, "tel:+31301234567"),
        ({"whatsapp", "signal"}, "https://wa.me/31612345678"),
        ({"afspraak", "post"}, "https://agenda.bond.example/"),
        ({"post"}, None),
    ],
)
def test_a_code_opens_what_can_be_answered_later_if_there_is_such_a_way(
    keys: set[str], link: str | None, tmp_path: Path
) -> None:
    contact = {key: value for key, value in ALLES["contact"].items() if key in keys}
    assert reached(tmp_path, {"naam": "Bond", "contact": contact})[1] == link


def test_a_code_opens_the_form_if_there_is_one(tmp_path: Path) -> None:
    assert reached(tmp_path, ALLES)[1] == "https://www.bond.example/kit"
