"""A build replaces what a build made and nothing else, and depends on nothing but the kit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import KitInvalid, UsageError
from generator.kit.shared import is_page_anchor
from generator.pipeline import Job, build_kit
from generator.resources import Resources
from tests.builders import een_kit
from tests.conftest import EXAMPLES, TODAY, ExampleBuilder

SLUG = "voorbeeld"


def a_job(folder: Path, resources: Resources, output: Path | None = None, **anders: Any) -> Job:
    kit = een_kit(folder / "kits", **anders)
    return Job(kit, folder / "kits", output or folder / "dist", resources, TODAY)


def test_building_into_the_folder_of_kits_leaves_the_kit_alone(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources, output=tmp_path / "kits")
    before = (job.folder / "kit.yml").read_bytes()
    with pytest.raises(UsageError, match=r"kit\.yml"):
        build_kit(job)
    assert (job.folder / "kit.yml").read_bytes() == before


def test_somebody_s_own_file_in_the_output_is_not_removed(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    build_kit(job)
    build_kit(job)
    notes = job.output / SLUG / "notities.txt"
    notes.write_text("bewaren", encoding="utf-8")
    with pytest.raises(UsageError, match=r"notities\.txt"):
        build_kit(job)
    assert notes.read_text(encoding="utf-8") == "bewaren"


def test_an_invalid_kit_leaves_the_last_good_site(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    page = build_kit(job).folder / "site" / "index.html"
    before = page.read_bytes()
    een_kit(tmp_path / "kits", organisatie__medewerkers="veel")
    with pytest.raises(KitInvalid):
        build_kit(job)
    assert page.read_bytes() == before
    assert {path.name for path in job.output.iterdir()} == {SLUG}


def test_the_date_of_the_build_stamps_the_site_and_changes_nothing_in_it(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    for day, output in ((date(1970, 1, 1), "toen"), (TODAY, "nu")):
        build_kit(replace(job, output=tmp_path / output, today=day))
    then, now = (tmp_path / output / SLUG / "site" for output in ("toen", "nu"))
    assert {path.name: path.read_bytes() for path in then.rglob("*.*")} == {
        path.name: path.read_bytes() for path in now.rglob("*.*")
    }


@pytest.mark.parametrize("name", ["a#1.pdf", "b?2.pdf", "50%20korting.pdf", ".verborgen.pdf", "Ünïcode naam.PDF"])
def test_a_document_may_have_any_name(tmp_path: Path, resources: Resources, name: str) -> None:
    job = a_job(tmp_path, resources, documenten=[{"titel": "Stuk", "bestand": name}])
    (job.folder / name).write_bytes(b"%PDF-1.4\n")
    assert len(list((build_kit(job).folder / "site" / "documenten").iterdir())) == 1


@pytest.mark.parametrize("link", ["//evil.example", "weg.html", "#nergens", "/etc/passwd", "javascript:alert(1)"])
def test_a_link_in_own_words_leads_to_a_whole_address_or_nowhere(
    tmp_path: Path, resources: Resources, link: str
) -> None:
    advisor = {
        "naam": "Jo", "soort": "extern", "contact": {"telefoon": "088 1234567"}, "voorstellen": f"[lees]({link}) mij",
    }  # fmt: skip
    site = build_kit(a_job(tmp_path, resources, vertrouwenspersonen=[advisor])).folder / "site"
    assert f'href="{link}"' not in (site / "vertrouwenspersonen.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["wegwijzer.html", "vertrouwenspersonen.html"])
def test_every_place_on_a_page_that_is_no_situation_or_advisor_is_reserved(built: ExampleBuilder, page: str) -> None:
    for slug in EXAMPLES:
        html = (built(slug) / "site" / page).read_text(encoding="utf-8")
        places = re.findall(r'<(?:h\d|section|form|main|article|input|p|h2)[^>]* id="([^"]+)"', html)
        advisors = set(re.findall(r'href="contact/([^"]+)\.vcf"', html))
        others = {place for place in places if place.removesuffix("-naam") not in advisors}
        assert len(others) > 2
        assert {place for place in others if not is_page_anchor(place)} == set()
