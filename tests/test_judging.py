"""The rules in a build and a check: what stops, when nothing is written, and what a date changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.errors import KitInvalid
from generator.job import Job
from generator.pipeline import build_kit, inspect_kit
from generator.resources import Resources
from tests.builders import een_kit
from tests.conftest import TODAY

IN_HR = {"naam": "Sam Bakker", "soort": "intern", "andere_rollen": ["hr"], "contact": {"telefoon": "06 12345678"}}
IN_ORDER: dict[str, Any] = {
    "gecontroleerd_op": TODAY,
    "klachtencommissie": {"naam": "Klachtencommissie", "soort": "extern"},
    "vertrouwenspersonen": [
        {
            "naam": "Joost Verhage",
            "soort": "extern",
            "contact": {"telefoon": "088 1234567", "email": "j@verhage.example"},
        },
        {"naam": "Lotte Smit", "soort": "extern", "contact": {"telefoon": "088 7654321", "email": "l@smit.example"}},
    ],
}


def a_job(folder: Path, resources: Resources, **anders: Any) -> Job:
    return Job(een_kit(folder / "kits", **anders), folder / "kits", folder / "dist", resources, TODAY, only="site")


def test_an_error_of_a_rule_stops_the_build_before_anything_is_written(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources, vertrouwenspersonen=[IN_HR])
    for part in (None, "site", "print"):
        with pytest.raises(KitInvalid) as stopped:
            build_kit(replace(job, only=part))
        assert "VK101" in {finding.code for finding in stopped.value.findings}
    assert not job.output.exists()


def test_a_failed_rule_leaves_the_last_good_site(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    home = build_kit(job).folder / "site" / "index.html"
    before = home.read_bytes()
    een_kit(tmp_path / "kits", vertrouwenspersonen=[IN_HR])
    with pytest.raises(KitInvalid):
        build_kit(job)
    assert home.read_bytes() == before


def test_warnings_stop_nothing_unless_the_build_is_strict(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    assert {"VK116", "VK120"} <= {finding.code for finding in build_kit(job).findings}
    with pytest.raises(KitInvalid):
        build_kit(replace(job, strict=True, output=tmp_path / "elders"))
    assert not (tmp_path / "elders").exists()


def test_a_strict_build_of_a_kit_in_order_goes_on(tmp_path: Path, resources: Resources) -> None:
    built = build_kit(replace(a_job(tmp_path, resources, **IN_ORDER), strict=True))
    assert built.findings == ()


def test_an_answered_warning_does_not_stop_a_strict_build(tmp_path: Path, resources: Resources) -> None:
    answers = [{"code": "VK116", "reden": "Volgt."}]
    job = a_job(tmp_path, resources, **{**IN_ORDER, "klachtencommissie": None}, uitzonderingen=answers)
    assert [finding.code for finding in build_kit(replace(job, strict=True)).findings] == ["VK116"]


def test_a_check_finds_what_a_build_finds(tmp_path: Path, resources: Resources) -> None:
    job = replace(a_job(tmp_path, resources), only=None)
    assert inspect_kit(job.folder, job.kits_root, resources, TODAY) == build_kit(job).findings


def test_today_is_an_argument(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources, **IN_ORDER)

    def codes(today: date) -> set[str]:
        return {finding.code for finding in inspect_kit(job.folder, job.kits_root, resources, today)}

    assert codes(TODAY) == set()
    assert codes(TODAY + timedelta(days=365)) == set()
    assert codes(TODAY + timedelta(days=366)) == {"VK120"}
    assert codes(TODAY - timedelta(days=1)) == {"VK120"}


@pytest.mark.parametrize(("days", "published"), [(-1, True), (0, True), (1, False)])
def test_a_photo_is_published_from_the_day_of_consent_on(
    tmp_path: Path, resources: Resources, days: int, published: bool
) -> None:
    foto = {"bestand": "jo.jpg", "toestemming": TODAY + timedelta(days=days)}
    person = {"naam": "Jo Vos", "soort": "extern", "contact": {"telefoon": "088 1234567"}, "foto": foto}
    job = a_job(tmp_path, resources, vertrouwenspersonen=[person])
    Image.new("RGB", (900, 900), "#00524c").save(job.folder / "jo.jpg", "JPEG")
    built = build_kit(replace(job, only=None))
    pictures = [path for path in (built.folder / "site").rglob("*jo-vos*.jpg") if path.parent.name != "drukwerk"]
    assert bool(pictures) == published
    assert ("VK113" in {finding.code for finding in built.findings}) != published
    poster = (built.folder / "print" / "poster-a4.pdf").read_bytes()
    assert (b"/DCTDecode" in poster) == published
