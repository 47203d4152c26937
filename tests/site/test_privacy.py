"""What is published says nothing that nobody agreed to: no hidden metadata, no photo without consent, no traces."""

from __future__ import annotations

import hashlib
import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import EXAMPLES, KITS, ROOT, TODAY, ExampleBuilder

#: The example photos carry this word in their metadata, on purpose.
CANARY = b"GEHEIM"


def files_of(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_example_photos_do_carry_the_canary() -> None:
    assert sum(CANARY in path.read_bytes() for path in files_of(KITS) if path.suffix in {".jpg", ".png"}) >= 2


@pytest.mark.parametrize("slug", EXAMPLES)
def test_no_metadata_of_a_photo_is_published(built: ExampleBuilder, slug: str) -> None:
    for path in files_of(built(slug)):
        assert CANARY not in path.read_bytes(), path.name
        if path.suffix == ".jpg":
            with Image.open(path) as picture:
                assert not picture.getexif()
                assert "comment" not in picture.info


def test_a_photo_without_consent_is_not_published(built: ExampleBuilder) -> None:
    site = built("zorggroep-de-vecht") / "site"
    photos = {path.name.rpartition("-")[0] for path in (site / "assets" / "fotos").iterdir()}
    assert "marijke-hoogland" in photos
    assert "prem-ramdin" not in photos
    assert ">PR<" in (site / "vertrouwenspersonen.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("slug", EXAMPLES)
def test_nothing_of_the_building_machine_is_published(built: ExampleBuilder, slug: str, shared_folder: Path) -> None:
    traces = [str(ROOT).encode(), str(shared_folder).encode(), str(Path.home()).encode() + b"/"]
    for path in files_of(built(slug)):
        data = path.read_bytes()
        assert [trace for trace in traces if trace in data] == [], path.name


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.metas: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta":
            self.metas[values.get("name") or values.get("http-equiv") or "charset"] = values.get("content") or ""


@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_page_forbids_indexing_referrers_and_foreign_sources(built: ExampleBuilder, slug: str) -> None:
    pages = sorted((built(slug) / "site").rglob("*.html"))
    assert len(pages) >= 17
    for path in pages:
        head = _Head()
        head.feed(path.read_text(encoding="utf-8"))
        assert "noindex" in head.metas["robots"]
        assert head.metas["referrer"] == "no-referrer"
        policy = head.metas["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "http" not in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("slug", EXAMPLES)
def test_kit_json_names_every_file_with_its_fingerprint(built: ExampleBuilder, slug: str) -> None:
    folder = built(slug)
    manifest = json.loads((folder / "kit.json").read_text(encoding="utf-8"))
    published = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_of(folder)
        if path.name != "kit.json"
    }
    assert manifest["files"] == published
    assert manifest["date"] == TODAY.isoformat()
    assert manifest["slug"] == slug
