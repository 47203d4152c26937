"""A run that is killed at any moment costs time and nothing else: a portion of the loop in ``killing.py``."""

from __future__ import annotations

from pathlib import Path

from tests.faults.killing import WHOM, rounds


def test_runs_that_are_killed_leave_whole_kits_and_the_next_one_finishes(folder: Path) -> None:
    seen = rounds(folder, len(WHOM), seed=3)
    assert seen.endings.total() == len(WHOM)
    assert any("killed" in ending for ending in seen.endings)
    assert seen.wrong == []
