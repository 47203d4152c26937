from __future__ import annotations

import pytest

from generator.cli.progress import pace


@pytest.mark.parametrize(
    ("done", "total", "seconds", "expected"),
    [
        (10, 11, 10.0, "1,0 per seconde, nog ongeveer 1 seconde"),
        (10, 110, 5.0, "2,0 per seconde, nog ongeveer 50 seconden"),
        (10, 27, 10.0, "1,0 per seconde, nog ongeveer 17 seconden"),
        (100, 1000, 60.0, "1,7 per seconde, nog ongeveer 9 minuten"),
        (3, 60, 60.0, "3,0 per minuut, nog ongeveer 19 minuten"),
        (100, 20_000, 100.0, "1,0 per seconde, nog ongeveer 6 uur"),
        (1, 2, 0.0, ""),
    ],
)
def test_the_pace_is_told_as_a_person_would(done: int, total: int, seconds: float, expected: str) -> None:
    assert pace(done, total, seconds) == expected
