"""What a kit answers to findings: until when an answer holds, what can't be answered, and which answers are idle."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import Finding, stopping
from generator.kit.loader import LoadedKit
from generator.rules.answers import answer, can_be_answered
from generator.rules.catalog import RULES
from tests.builders import een_kit
from tests.conftest import TODAY
from tests.rules.samples import judged, loaded

REASON = "De branche werkt eraan."


def a_kit(folder: Path, *answers: dict[str, Any], **anders: Any) -> LoadedKit:
    """Return the smallest kit, which has no committee (VK116), with answers to findings."""
    return loaded(een_kit(folder, uitzonderingen=list(answers), **anders), folder)


def the(code: str, findings: tuple[Finding, ...]) -> Finding:
    (found,) = (item for item in findings if item.code == code)
    return found


def test_an_answered_finding_is_still_told_with_its_reason_and_counts_no_more(tmp_path: Path) -> None:
    kit = a_kit(tmp_path, {"code": "VK116", "reden": REASON})
    found = the("VK116", judged(kit))
    assert found.answer is not None
    assert (found.answer.reden, found.answer.tot) == (REASON, None)
    assert not stopping([found], strict=True)
    assert stopping([replace(found, answer=None)], strict=True)


@pytest.mark.parametrize(("day", "holds"), [("2026-11-20", True), ("2026-11-21", True), ("2026-11-22", False)])
def test_an_answer_holds_up_to_and_including_its_last_day(tmp_path: Path, day: str, holds: bool) -> None:
    kit = a_kit(tmp_path, {"code": "VK116", "reden": REASON, "tot": date(2026, 11, 21)})
    found = the("VK116", answer(kit, judged_alone(kit), date.fromisoformat(day)))
    assert (found.answer is not None) == holds
    assert ("gold tot en met 21\u00a0november\u00a02026" in found.advice) == (not holds)


def judged_alone(kit: LoadedKit) -> tuple[Finding, ...]:
    """Return what the rules find, without answers."""
    return tuple(replace(item, answer=None) for item in judged(kit) if item.code not in {"VK190", "VK191"})


def test_the_later_of_two_answers_counts(tmp_path: Path) -> None:
    ended, holding = ({"code": "VK116", "reden": REASON, "tot": date(year, 1, 1)} for year in (2026, 2027))
    for number, answers in enumerate([(ended, holding), (holding, ended)]):
        assert the("VK116", judged(a_kit(tmp_path / str(number), *answers))).answer is not None


def test_an_answer_that_hits_nothing_is_a_finding_at_its_own_place(tmp_path: Path) -> None:
    kit = a_kit(tmp_path, {"code": "VK101", "reden": REASON})
    found = the("VK190", judged(kit))
    assert found.level == "warning"
    assert found.path == "uitzonderingen[0].code"
    assert "VK101" in found.line_text


def test_an_ended_answer_to_something_that_is_gone_is_idle_too(tmp_path: Path) -> None:
    kit = a_kit(tmp_path, {"code": "VK101", "reden": REASON, "tot": date(2020, 1, 1)})
    assert the("VK190", judged(kit)).path == "uitzonderingen[0].code"


def test_an_answer_about_paper_is_not_idle_where_nobody_looked_at_paper(tmp_path: Path) -> None:
    kit = a_kit(tmp_path, {"code": "VK082", "reden": REASON})
    assert "VK190" not in {item.code for item in answer(kit, (), TODAY, printed=False)}
    assert "VK190" in {item.code for item in answer(kit, (), TODAY, printed=True)}


def test_independence_and_danger_can_not_be_answered(tmp_path: Path) -> None:
    person = {"naam": "Sam Bakker", "soort": "intern", "andere_rollen": ["hr"], "contact": {"telefoon": "06 12345678"}}
    kit = a_kit(tmp_path, {"code": "VK101", "reden": REASON}, vertrouwenspersonen=[person])
    findings = judged(kit)
    assert the("VK101", findings).answer is None
    assert "VK101" in the("VK191", findings).message
    assert stopping(findings)


def test_exactly_the_first_two_rows_and_danger_are_beyond_an_answer() -> None:
    assert {rule.code for rule in RULES if not rule.waivable} == {"VK101", "VK102", "VK118"}


@pytest.mark.parametrize("code", ["VK020", "VK080", "VK101"])
def test_an_error_of_reading_of_printing_or_of_independence_stays_an_error(code: str) -> None:
    error = Finding(code=code, level="error", file="kit.yml", message="x", advice="y")
    assert not can_be_answered(error)
    assert can_be_answered(replace(error, level="warning"))


def test_an_error_that_is_a_matter_of_judgement_can_be_answered() -> None:
    assert can_be_answered(Finding(code="VK103", level="error", file="kit.yml", message="x", advice="y"))


def test_a_finding_of_reading_can_be_answered(tmp_path: Path) -> None:
    kit = a_kit(
        tmp_path,
        {"code": "VK063", "reden": REASON},
        doorverwijzing={"pesten": ["vertrouwenspersoon", "ondernemingsraad"]},
    )
    assert the("VK063", judged(kit)).answer is not None
