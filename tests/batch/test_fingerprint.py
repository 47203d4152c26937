"""The digest of a kit says what its output depends on, and a kit says on which day it must be looked at again."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.batch.fingerprint import kit_digest, next_turn
from generator.errors import Finding
from generator.kit.loader import LoadedKit
from generator.kit.model import Kit
from generator.pipeline import findings_on, read_kit
from generator.resources import Resources
from generator.rules.privacy import with_agreed_photos
from tests.batch.conftest import a_photo
from tests.builders import een_kit
from tests.conftest import KITS

#: A kit with each kind of date: a check, a consent that is given, one that is to come, and answers that end.
DATED: Final[dict[str, Any]] = {
    "gecontroleerd_op": date(2028, 2, 29),
    "vertrouwenspersonen": [
        {
            "naam": "Joost Verhage",
            "soort": "extern",
            "contact": {"telefoon": "088 1234567"},
            "foto": {"bestand": "joost.png", "toestemming": date(2027, 3, 14)},
        },
        {
            "naam": "Sam Bakker",
            "soort": "intern",
            "contact": {"email": "sam@voorbeeld.example"},
            "foto": {"bestand": "sam.png", "toestemming": date(2026, 1, 1)},
        },
    ],
    "uitzonderingen": [
        {"code": "VK111", "reden": "Een nummer volgt.", "tot": date(2026, 12, 31)},
        {"code": "VK116", "reden": "De commissie volgt.", "tot": date(2027, 6, 30)},
    ],
}


@pytest.fixture(scope="module")
def dated(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> LoadedKit:
    kits = tmp_path_factory.mktemp("gedateerd") / "kits"
    folder = een_kit(kits, **DATED)
    for name in ("joost", "sam"):
        a_photo(folder / f"{name}.png")
    return read_kit(folder, kits, resources)


def valid(loaded: LoadedKit) -> Kit:
    assert loaded.kit is not None, loaded.findings
    return loaded.kit


def standing(loaded: LoadedKit, resources: Resources, day: date) -> tuple[object, ...]:
    """Return how a kit stands on a day: what may be shown, and what is found (a message may name the day itself)."""
    found: tuple[Finding, ...] = findings_on(loaded, resources, day, None)
    return kit_digest(with_agreed_photos(valid(loaded), day)), [(item.code, item.path, item.answer) for item in found]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(date(2025, 12, 1), date(2029, 6, 1)), later=st.integers(0, 700))
def test_nothing_turns_before_the_day_that_is_named(
    dated: LoadedKit, resources: Resources, day: date, later: int
) -> None:
    turn = next_turn(valid(dated), day)
    last = day + timedelta(days=later)
    if turn is not None and last >= turn:
        last = turn - timedelta(days=1)
    assert standing(dated, resources, day) == standing(dated, resources, last)


@pytest.mark.parametrize(
    "turn",
    [
        date(2026, 1, 1),  # Sam's consent
        date(2027, 1, 1),  # the first answer has ended
        date(2027, 3, 14),  # Joost's consent
        date(2027, 7, 1),  # the second answer has ended
        date(2028, 2, 29),  # the check is no longer in the future
        date(2029, 3, 1),  # the check was more than a year ago
    ],
)
def test_every_day_on_which_something_turns_is_named(dated: LoadedKit, resources: Resources, turn: date) -> None:
    before = turn - timedelta(days=1)
    assert next_turn(valid(dated), before) == turn
    assert standing(dated, resources, before) != standing(dated, resources, turn)


def test_a_kit_without_dates_never_turns(tmp_path: Path, resources: Resources) -> None:
    folder = een_kit(tmp_path / "kits")
    assert next_turn(valid(read_kit(folder, tmp_path / "kits", resources)), date(2026, 11, 21)) is None


def test_the_digest_of_a_kit_does_not_depend_on_where_it_stands(tmp_path: Path, resources: Resources) -> None:
    digests = set()
    for place in ("een", "elders/diep"):
        kits = tmp_path / place / "kits"
        folder = een_kit(kits, **DATED)
        for name in ("joost", "sam"):
            a_photo(folder / f"{name}.png")
        digests.add(kit_digest(valid(read_kit(folder, kits, resources))))
    assert len(digests) == 1


@pytest.mark.parametrize("slug", ["bakkerij-van-dam", "bouw/bouwbedrijf-de-linge", "zorggroep-de-vecht"])
def test_every_value_that_a_page_shows_is_in_the_digest(slug: str, resources: Resources) -> None:
    """Change each value of an example, one at a time; but for how it was written down, the digest changes."""
    kit = valid(read_kit(KITS / slug, KITS, resources))
    digest = kit_digest(kit)
    for name in type(kit).model_fields:
        changed = kit_digest(kit.model_copy(update={name: "iets anders"}))
        assert (changed == digest) == (name in {"formaat", "basis", "uitzonderingen"}), name
