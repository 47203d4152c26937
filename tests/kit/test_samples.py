"""Whole kits, good and bad: each gives exactly the findings that stand at its head, at their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.kit.codes import CODES
from tests.builders import lees
from tests.kit.samples import ALL, BAD, GOOD, expected, given, name


def test_there_are_many_samples() -> None:
    assert len(GOOD) >= 10
    assert len(BAD) >= 45


@pytest.mark.parametrize("folder", ALL, ids=name)
def test_sample_gives_exactly_the_findings_at_its_head(folder: Path) -> None:
    assert given(lees(folder).findings) == expected(folder)


@pytest.mark.parametrize("folder", GOOD, ids=name)
def test_good_sample_becomes_a_kit(folder: Path) -> None:
    assert lees(folder).kit is not None


@pytest.mark.parametrize("folder", BAD, ids=name)
def test_bad_sample_becomes_no_kit(folder: Path) -> None:
    assert lees(folder).kit is None


@pytest.mark.parametrize("folder", ALL, ids=name)
def test_every_finding_says_what_was_found_what_is_expected_and_shows_its_line(folder: Path) -> None:
    for finding in lees(folder).findings:
        assert finding.message
        assert finding.advice
        assert finding.code in CODES
        if finding.line and finding.code != "VK002":
            path = folder.parent.parent / finding.file
            assert finding.line_text
            assert finding.column <= len(finding.line_text) + 1
            assert path.is_file()


def test_every_code_of_reading_occurs_in_a_sample() -> None:
    """What no file in a repository can show (rights, links, folder names, no end) and paper have other tests."""
    elsewhere = {"VK001", "VK014", "VK070", "VK071", "VK072", "VK080", "VK081", "VK082"}
    shown = {item.code for folder in ALL for item in expected(folder)}
    assert shown == set(CODES) - elsewhere


def test_findings_are_the_same_however_often_a_kit_is_read() -> None:
    for folder in BAD:
        assert lees(folder).findings == lees(folder).findings
