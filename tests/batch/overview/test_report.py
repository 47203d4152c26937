from __future__ import annotations

import json
from typing import Any

from generator.batch.member import Print
from generator.batch.overview.report import report
from generator.batch.overview.standing import STAND_WORDS
from tests.batch.overview.members import DAY, HOSTILE, TITLE, een_bevinding, een_lid, veel_leden


def read(members: list[Any]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(b"".join(report(members, TITLE, DAY)))
    return content


def test_the_report_tells_all_of_a_member() -> None:
    finding = een_bevinding(level="warning")
    (row,) = read([een_lid(findings=(finding,))])["members"]
    assert row == {
        "slug": "de-linge",
        "naam": "Bouwbedrijf De Linge",
        "branche": TITLE,
        "folder": "kits/bouw/de-linge",
        "stand": "waarschuwingen",
        "state": "built",
        "reason": "",
        "made_on": "2026-11-20",
        "pages": 17,
        "counts": {"error": 0, "warning": 1, "notice": 0, "answered": 0},
        "findings": [finding.as_json()],
        "links": {
            "site": "de-linge/site/index.html",
            "zip": "de-linge.zip",
            "prints": [
                {"title": "Poster", "file": "de-linge/print/poster-a4.pdf"},
                {"title": "Kaartjes", "file": "de-linge/print/kaartjes.pdf"},
            ],
        },
    }


def test_what_is_not_there_is_null() -> None:
    (row,) = read([een_lid(state="failed", reason="Vol.", site=False, prints=(), zipped=False, made_on="")])["members"]
    assert row["made_on"] is None
    assert row["links"] == {"site": None, "zip": None, "prints": []}
    assert (row["state"], row["reason"]) == ("failed", "Vol.")


def test_the_totals_add_up() -> None:
    members = veel_leden(60)
    content = read(members)
    assert (content["format"], content["title"], content["date"]) == (1, TITLE, "2026-11-21")
    totals = content["totals"]
    assert totals["members"] == len(content["members"]) == 60
    assert totals["stand"] == dict.fromkeys(STAND_WORDS, 10)
    for level, number in totals["counts"].items():
        assert number == sum(row["counts"][level] for row in content["members"]), level
    assert totals["counts"]["answered"] == 10


def test_nobody_is_a_report_too() -> None:
    assert read([])["members"] == []


def test_hostile_texts_come_back_as_they_were() -> None:
    members = [een_lid(naam=text, reason=text, branche=text) for text in HOSTILE]
    assert [row["naam"] for row in read(members)["members"]] == list(HOSTILE)


def test_links_are_addresses() -> None:
    (row,) = read([een_lid(prints=(Print("poster a4#1?.pdf", "Poster"),))])["members"]
    assert row["links"]["prints"][0]["file"] == "de-linge/print/poster%20a4%231%3F.pdf"
