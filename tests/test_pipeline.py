"""A build replaces what a build made and nothing else, and depends on nothing but the kit."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from PIL import Image

from generator.errors import KitInvalid, UsageError
from generator.job import Job, Part
from generator.kit.shared import is_page_anchor
from generator.pipeline import build_kit
from generator.printing.previews import PICTURE_SIDE
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


@pytest.mark.parametrize(
    "place", ["notities.txt", "print/notities.txt", "site/assets/notities.txt", "eigen/notities.txt"]
)
def test_somebody_s_own_file_is_seen_wherever_it_stands(tmp_path: Path, resources: Resources, place: str) -> None:
    job = a_job(tmp_path, resources)
    notes = build_kit(job).folder / place
    notes.parent.mkdir(exist_ok=True)
    notes.write_text("bewaren", encoding="utf-8")
    for part in (None, *get_args(Part)):
        with pytest.raises(UsageError, match=r"notities\.txt|eigen"):
            build_kit(replace(job, only=part))
    assert notes.read_text(encoding="utf-8") == "bewaren"


def test_a_folder_that_no_build_describes_is_left_alone(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    own = job.output / SLUG / "print" / "poster.pdf"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"%PDF-1.4")
    with pytest.raises(UsageError, match="poster"):
        build_kit(job)
    assert own.read_bytes() == b"%PDF-1.4"


def test_what_a_file_manager_left_behind_stops_nothing(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    (build_kit(job).folder / "print" / ".DS_Store").write_bytes(b"")
    assert build_kit(job).pages == 17


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


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_a_build_makes_the_site_and_the_printables(tmp_path: Path, resources: Resources) -> None:
    built = build_kit(a_job(tmp_path, resources))
    printed = {path.name for path in (built.folder / "print").iterdir()}
    assert {"poster-a4.pdf", "poster-a3.pdf", "poster-joost-verhage-a4.pdf", "kaartjes.pdf"} <= printed
    assert (built.pages, built.prints) == (17, len(printed))


def test_one_part_can_be_made_anew_while_the_other_stays_as_it_is(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    folder = build_kit(job).folder
    site, printed = contents(folder / "site"), contents(folder / "print")
    een_kit(tmp_path / "kits", organisatie__naam="Bakkerij Anders")
    build_kit(replace(job, only="print"))
    assert contents(folder / "site") == site
    assert contents(folder / "print") != printed
    printed = contents(folder / "print")
    build_kit(replace(job, only="site"))
    assert contents(folder / "site") != site
    assert contents(folder / "print") == printed


def test_the_first_build_of_one_part_makes_nothing_of_the_other(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    for part in get_args(Part):
        folder = build_kit(replace(job, output=tmp_path / part, only=part)).folder
        assert {path.name for path in folder.iterdir()} == {part, "kit.json"}


def test_the_downloads_page_offers_every_printable_with_a_picture_of_it(built: ExampleBuilder) -> None:
    folder = built("bouwbedrijf-de-linge")
    page = (folder / "site" / "downloads.html").read_text(encoding="utf-8")
    for path in (folder / "print").iterdir():
        offered = folder / "site" / "drukwerk" / path.name
        assert f'href="drukwerk/{path.name}"' in page
        assert offered.read_bytes() == path.read_bytes()
        picture = folder / "site" / "assets" / "drukwerk" / f"{path.stem}.jpg"
        assert f'src="assets/drukwerk/{picture.name}"' in page
        with Image.open(picture) as opened:
            assert max(opened.size) == PICTURE_SIDE


def test_what_can_not_be_printed_stops_the_build_but_not_the_site_alone(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources, organisatie__naam="Bakkerij 王")
    with pytest.raises(KitInvalid) as stopped:
        build_kit(job)
    (found,) = (finding for finding in stopped.value.findings if finding.level == "error")
    assert (found.code, found.path) == ("VK081", "organisatie.naam")
    assert "U+738B" in found.message
    assert not (job.output / SLUG).exists()
    assert build_kit(replace(job, only="site")).pages == 17


def test_two_builds_give_the_same_bytes(tmp_path: Path, resources: Resources) -> None:
    job = a_job(tmp_path, resources)
    one, two = (build_kit(replace(job, output=tmp_path / name)).folder for name in ("een", "twee"))
    assert contents(one) == contents(two)


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
