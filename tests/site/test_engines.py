"""The engine is a seam: what one builds the other builds too, and what is built depends on the kit alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from generator.job import Job
from generator.pipeline import build_kit
from generator.resources import Resources
from tests.conftest import EXAMPLES, KITS, TODAY, ExampleBuilder


class _Outline(HTMLParser):
    """A page's title, and the addresses inside the site that it links to."""

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.links: set[str] = set()
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_title = tag == "title"
        href = dict(attrs).get("href") or ""
        if tag == "a" and "://" not in href and not href.startswith(("mailto:", "tel:")):
            self.links.add(href.removeprefix("./"))

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data.strip()


def outlines(site: Path) -> dict[str, tuple[str, frozenset[str]]]:
    found = {}
    for path in sorted(site.rglob("*.html")):
        outline = _Outline()
        outline.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = (outline.title, frozenset(outline.links))
    return found


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("slug", EXAMPLES)
def test_both_engines_make_the_same_pages_titles_and_internal_links(built: ExampleBuilder, slug: str) -> None:
    with_mkdocs = outlines(built(slug) / "site")
    with_zensical = outlines(built(slug, "zensical") / "site")
    assert len(with_mkdocs) >= 17
    assert with_zensical == with_mkdocs


def test_zensical_builds_below_a_relative_output_too(
    built: ExampleBuilder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, resources: Resources
) -> None:
    """The output is ``dist`` unless somebody asks for another; and where it stands makes no difference."""
    monkeypatch.chdir(tmp_path)
    slug = "bakkerij-van-dam"
    build_kit(Job(KITS / EXAMPLES[slug], KITS, Path("dist"), resources, TODAY, "zensical"))
    assert tree(tmp_path / "dist" / slug / "site") == tree(built(slug, "zensical") / "site")


def test_the_same_build_twice_gives_the_same_bytes(built: ExampleBuilder, tmp_path: Path, resources: Resources) -> None:
    slug = "bouwbedrijf-de-linge"
    build_kit(Job(KITS / EXAMPLES[slug], KITS, tmp_path, resources, TODAY))
    assert tree(tmp_path / slug) == tree(built(slug))


def test_a_kit_built_after_another_equals_the_kit_built_alone(tmp_path: Path, resources: Resources) -> None:
    for slug in ("zorggroep-de-vecht", "bakkerij-van-dam"):
        build_kit(Job(KITS / EXAMPLES[slug], KITS, tmp_path / "samen", resources, TODAY))
    build_in_fresh_process(tmp_path / "alleen", "bakkerij-van-dam")
    assert tree(tmp_path / "samen" / "bakkerij-van-dam") == tree(tmp_path / "alleen" / "bakkerij-van-dam")


def test_a_kit_is_the_same_after_any_other_and_after_itself(tmp_path: Path, resources: Resources) -> None:
    """Everything that a process keeps is kept under what it depends on: also the twin in another form of address."""
    source = KITS / "bakkerij-van-dam"
    twin = tmp_path / "kits" / "bakkerij-van-dam"
    shutil.copytree(source, twin)
    text = (twin / "kit.yml").read_text(encoding="utf-8")
    other = text.replace("aanspreekvorm: je", "aanspreekvorm: u").replace("Hanneke", "Johanneke").replace("jij", "u")
    assert other != text
    orders = {"eerst": (text, other), "daarna": (other, text)}
    made: dict[str, dict[str, bytes]] = {}
    for order, texts in orders.items():
        for version in texts:
            (twin / "kit.yml").write_text(version, encoding="utf-8")
            build_kit(Job(twin, tmp_path / "kits", tmp_path / order, resources, TODAY, only="site"))
            name = "eigen" if version == text else "ander"
            assert made.setdefault(name, tree(tmp_path / order)) == tree(tmp_path / order)
    page = "bakkerij-van-dam/site/vertrouwenspersonen.html"
    assert b"Johanneke" in made["ander"][page]
    assert not [name for name, data in made["eigen"].items() if b"Johanneke" in data]


def build_in_fresh_process(output: Path, slug: str) -> None:
    import multiprocessing

    process = multiprocessing.get_context("spawn").Process(target=_build, args=(output, slug))
    process.start()
    process.join()
    assert process.exitcode == 0


def _build(output: Path, slug: str) -> None:
    from generator.resources import default_resources

    build_kit(Job(KITS / EXAMPLES[slug], KITS, output, default_resources(), TODAY))


def test_a_kept_stage_is_an_ordinary_mkdocs_project(tmp_path: Path, resources: Resources) -> None:
    slug = "bakkerij-van-dam"
    build_kit(Job(KITS / slug, KITS, tmp_path / "dist", resources, TODAY, keep_stage=tmp_path / "stage", only="site"))
    project = tmp_path / "stage" / slug
    configuration = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    assert {next(iter(item)) if isinstance(item, dict) else item for item in configuration["plugins"]} == {
        "search",
        "offline",
    }
    assert (project / "docs" / "index.md").is_file()
    assert not (project / "site").exists()


def test_plain_mkdocs_builds_a_kept_stage_without_a_warning(tmp_path: Path, resources: Resources) -> None:
    slug = "bouwbedrijf-de-linge"
    build_kit(
        Job(
            KITS / EXAMPLES[slug], KITS, tmp_path / "dist", resources, TODAY, keep_stage=tmp_path / "stage", only="site"
        )
    )
    config = str(tmp_path / "stage" / slug / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", config]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    assert done.stderr == ""
    ours, plain = tmp_path / "dist" / slug / "site", tmp_path / "stage" / slug / "site"
    made, theirs = tree(ours), tree(plain)
    assert "search/search_index.js" in made
    assert made == {name: theirs[name] for name in made}
