from __future__ import annotations

import pytest

from generator.batch.member import State
from generator.batch.overview.standing import STAND_WORDS, URGENCY, Stand, counts_of, stand_of, tally
from generator.errors import Answer
from tests.batch.overview.members import een_bevinding, een_lid


@pytest.mark.parametrize(
    ("state", "stand"),
    [
        ("built", "klaar"),
        ("unchanged", "klaar"),
        ("other", "klaar"),
        ("invalid", "fouten"),
        ("failed", "mislukt"),
        ("waiting", "wacht"),
        ("removed", "vervallen"),
    ],
)
def test_a_member_stands_as_its_state_says(state: State, stand: Stand) -> None:
    assert stand_of(een_lid(state=state)) == stand


def test_an_open_warning_is_told_of_a_kit_that_is_ready() -> None:
    warning = een_bevinding(level="warning")
    answered = een_bevinding(level="warning", answer=Answer("Zo is het goed."))
    notice = een_bevinding(level="notice")
    assert stand_of(een_lid(findings=(notice, warning))) == "waarschuwingen"
    assert stand_of(een_lid(findings=(notice, answered))) == "klaar"


def test_what_a_kit_answers_counts_apart() -> None:
    found = [een_bevinding(), een_bevinding(level="warning"), een_bevinding(level="warning")]
    counts = counts_of([*found, een_bevinding(answer=Answer("Mag zo."))])
    assert str(counts) == "1 fout, 2 waarschuwingen, 1 beantwoord"
    assert str(counts_of([])) == ""


def test_the_tally_has_every_stand() -> None:
    total = tally([een_lid(), een_lid(state="failed"), een_lid(state="failed")])
    assert total == dict.fromkeys(STAND_WORDS, 0) | {"klaar": 1, "mislukt": 2}


def test_every_stand_has_its_place_in_the_order_of_urgency() -> None:
    assert sorted(URGENCY) == sorted(STAND_WORDS)
