"""MkDocs builds without a folder, and what it says of one configuration it says in every build."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.pages.render import render_pages
from generator.pipeline import read_kit
from generator.printing.parts.source import source_of
from generator.resources import Resources
from generator.site import engines
from generator.site.engines import build_stage
from generator.site.stage import Project, stage
from tests.conftest import KITS, TODAY

PACKAGE = Path(engines.__file__).parents[1]


@pytest.fixture(scope="module")
def project(resources: Resources) -> Project:
    loaded = read_kit(KITS / "bakkerij-van-dam", KITS, resources)
    assert loaded.kit is not None
    source = source_of(loaded.kit, resources, TODAY)
    pages = render_pages(source.kit, source.wegwijzer, source.library, resources, source.version)
    return stage(pages, source.kit, resources)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_nothing_is_written_while_a_site_is_built(project: Project, tmp_path: Path) -> None:
    before = names(PACKAGE), names(PACKAGE / "site")
    site = build_stage(project, "mkdocs", tmp_path)
    assert "index.html" in site
    assert list(tmp_path.iterdir()) == []
    assert (names(PACKAGE), names(PACKAGE / "site")) == before


def test_every_file_of_the_project_that_is_no_page_is_in_the_site_as_it_is(project: Project, tmp_path: Path) -> None:
    site = build_stage(project, "mkdocs", tmp_path)
    others = {name: data for name, data in project.docs.items() if not name.endswith(".md")}
    others["assets/favicon.svg"] = project.overrides["assets/favicon.svg"]
    assert {name: site[name] for name in others} == others
    assert {name for name in site if name not in others} == {
        *(f"{name.removesuffix('.md')}.html" for name in project.docs if name.endswith(".md")),
        "404.html",
        "search/search_index.js",
    }


def test_a_hidden_file_stays_out_as_the_engine_has_it(project: Project, tmp_path: Path) -> None:
    hidden = replace(project, docs={**project.docs, ".verborgen.txt": b"x"})
    assert ".verborgen.txt" not in build_stage(hidden, "mkdocs", tmp_path)


def test_a_configuration_that_the_engine_warns_of_fails_every_time(project: Project, tmp_path: Path) -> None:
    odd = replace(project, base=f"{project.base}onbekend: 1\n")
    for _ in range(2):
        with pytest.raises(BuildFailed, match="onbekend"):
            build_stage(odd, "mkdocs", tmp_path)
    assert "index.html" in build_stage(project, "mkdocs", tmp_path)


def test_a_frame_that_was_edited_shows_in_the_next_build(project: Project, tmp_path: Path) -> None:
    main = project.overrides["main.html"].replace(b"Verlaat deze pagina", b"Weg hier")
    edited = replace(project, overrides={**project.overrides, "main.html": main})
    pages = [build_stage(each, "mkdocs", tmp_path)["index.html"] for each in (project, edited, project)]
    assert [b"Weg hier" in page for page in pages] == [False, True, False]
    assert pages[0] == pages[2]


def test_no_file_of_a_kit_waits_for_the_garbage_collector(project: Project, tmp_path: Path) -> None:
    """What each of thousands of kits left until the next collection made a worker grow with their number."""
    data = b"%PDF" * 1000
    with_pdf = replace(project, docs={**project.docs, "drukwerk/poster.pdf": data})
    before = sys.getrefcount(data)
    gc.disable()
    try:
        site = build_stage(with_pdf, "mkdocs", tmp_path)
        assert site.pop("drukwerk/poster.pdf") is data
        assert sys.getrefcount(data) == before
    finally:
        gc.enable()
