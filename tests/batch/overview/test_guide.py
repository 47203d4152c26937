"""What the guide says about the overview is true of it."""

from __future__ import annotations

from typing import get_args

from generator.batch.member import State
from generator.batch.overview.report import member_row
from generator.batch.overview.standing import STAND_WORDS
from tests.batch.overview.members import een_lid
from tests.conftest import ROOT
from tests.docs import markdown

GUIDE = markdown.read(ROOT / "docs" / "handleiding.md")


def test_the_guide_names_every_key_of_a_member() -> None:
    (table,) = GUIDE.tables("Voor een programma")
    row = member_row(een_lid())
    assert [cells[0] for cells in table] == list(row)
    told = {cells[0]: cells[1] for cells in table}
    for key in ("counts", "links"):
        assert all(part in told[key] for part in row[key]), key


def test_the_guide_names_every_stand_and_every_state() -> None:
    (table,) = GUIDE.tables("Wat zie je?")
    assert [cells[0] for cells in table] == list(STAND_WORDS.values())
    (keys,) = GUIDE.tables("Voor een programma")
    told = {cells[0]: cells[1] for cells in keys}
    assert all(stand in told["stand"] for stand in STAND_WORDS)
    assert all(state in told["state"] for state in get_args(State))
