"""A page that is converted in pieces is the page that the engine converts whole."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from generator.errors import BuildFailed
from generator.pages.render import render_pages
from generator.pipeline import read_kit
from generator.printing.parts.source import source_of
from generator.resources import Resources
from generator.site import pieces
from generator.site.engines import build_stage
from generator.site.stage import stage
from tests.conftest import EXAMPLES, KITS, TODAY

GOOD = Path(__file__).resolve().parents[1] / "rules" / "goed"
EXTENSIONS = ["attr_list", "def_list", "tables", "admonition", "pymdownx.details", {"toc": {"permalink": False}}]
Rendered = tuple[object, ...]


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> MkDocsConfig:
    folder = tmp_path_factory.mktemp("project")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
    return load_config(str(folder / "mkdocs.yml"), markdown_extensions=EXTENSIONS, use_directory_urls=False, plugins=[])


@pytest.fixture
def quiet() -> Iterator[None]:
    """Links to pages that are not there are part of the game here."""
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(level)


def outline(links: list[AnchorLink]) -> list[tuple[object, ...]]:
    return [(link.title, link.id, link.level, outline(link.children)) for link in links]


def rendered(
    markdown: str, config: MkDocsConfig, *, whole: bool, names: tuple[str, ...] = ("een.md", "rol.md")
) -> Rendered:
    files = Files([File(name, config.docs_dir, config.site_dir, use_directory_urls=False) for name in names])
    page = Page(None, files.src_uris["een.md"], config)
    page.markdown, page.meta = markdown, {}
    if whole:
        page.render(config, files)
    else:
        pieces.render(page, config, files)
    links = {file.src_uri: found for file, found in (page.links_to_anchors or {}).items()}
    return page.content, outline(list(page.toc)), page.present_anchor_ids, links, page.title


def assert_alike(markdown: str, config: MkDocsConfig) -> None:
    assert rendered(markdown, config, whole=False) == rendered(markdown, config, whole=True)


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize(
    ("folder", "root"),
    [(KITS / folder, KITS) for folder in EXAMPLES.values()]
    + [(path.parent, GOOD.parent) for path in sorted(GOOD.glob("*/kit.yml"))],
    ids=lambda path: path.name,
)
def test_every_page_of_every_good_kit_is_cut_and_comes_out_the_same(
    folder: Path, root: Path, config: MkDocsConfig, resources: Resources
) -> None:
    loaded = read_kit(folder, root, resources)
    assert loaded.kit is not None
    source = source_of(loaded.kit, resources, TODAY)
    texts = render_pages(source.kit, source.wegwijzer, source.library, resources, source.version).texts
    assert len(texts) == 16
    for text in texts.values():
        markdown = text.split("---\n", 2)[2]
        assert pieces.divided(markdown) is not None
        assert_alike(markdown, config)


CUT = (
    "# Kop",
    "## Tweede kop {: #tweede }",
    "## Kop met *nadruk* en [een link](rol.md#plek)",
    "Een alinea met **vet**,\nop twee regels.",
    "- een\n- twee",
    "1. een\n2. twee",
    "Woord\n:   uitleg",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "> aangehaald",
    "!!! note\n    binnen",
    '<div class="x" id="blok">\n<p>plat &amp; <b>vet</b></p>\n</div>',
    "<p>een</p>\n<p>twee</p>",
    "[weg](is-er-niet.md) en [zelf](#kop)",
    "Met <em>html</em> erin",
    "Zie [term] en [dit][term]",
    "![plaatje](rol.md)",
)
WHOLE = (
    "    ingesprongen",
    "    - dieper",
    ":   uitleg zonder woord",
    "```\n# geen kop\n\n```",
    "[term]: rol.md",
    "[TOC]",
    "<div>",
    "</div>",
    "<div>half",
    "een < twee",
    "&copy zonder punt",
    "<!-- opmerking -->",
    "<div>een</div> en meer",
    "\tmet tab",
    "## Kop",
)


@pytest.mark.usefixtures("quiet")
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(CUT) | st.sampled_from(WHOLE), max_size=7))
def test_any_page_comes_out_the_same(parts: list[str], config: MkDocsConfig) -> None:
    assert_alike("\n\n".join(parts), config)


@pytest.mark.usefixtures("quiet")
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(CUT), max_size=8))
def test_a_page_of_ordinary_blocks_comes_out_the_same(parts: list[str], config: MkDocsConfig) -> None:
    assert_alike("\n\n\n".join(parts), config)


@pytest.mark.parametrize("part", [part for part in WHOLE if part != "## Kop"])
def test_what_may_work_across_a_cut_is_not_cut(part: str) -> None:
    assert pieces.divided(f"<div>een</div>\n\n{part}\n\n# Kop") is None


def test_a_piece_is_cut_off_at_a_heading_and_around_html() -> None:
    assert pieces.divided("een\n\ntwee\n\n# kop\n\ndrie\n\n<div>x</div>\n\nvier") == [
        ("een\n\ntwee", False),
        ("# kop\n\ndrie", False),
        ("<div>x</div>", True),
        ("vier", False),
    ]


@pytest.mark.usefixtures("quiet")
def test_the_same_text_links_to_what_its_own_site_has(config: MkDocsConfig) -> None:
    text = "# Kop\n\nZie [de rol](rol.md#plek)."
    for names in (("een.md", "rol.md"), ("een.md",), ("een.md", "rol.md")):
        made = rendered(text, config, whole=False, names=names)
        assert made == rendered(text, config, whole=True, names=names)
        assert ("rol.html" in str(made[0])) == ("rol.md" in names)


def test_a_link_that_lands_nowhere_is_found_in_every_build(tmp_path: Path, resources: Resources) -> None:
    loaded = read_kit(KITS / "bakkerij-van-dam", KITS, resources)
    assert loaded.kit is not None
    source = source_of(loaded.kit, resources, TODAY)
    pages = render_pages(source.kit, source.wegwijzer, source.library, resources, source.version)
    project = stage(pages, source.kit, resources)
    loose = project.docs["rol.md"] + b"\n## Los eind\n\n[weg](is-er-niet.md)\n"
    for _ in range(2):
        with pytest.raises(BuildFailed, match=r"is-er-niet\.md"):
            build_stage(replace(project, docs={**project.docs, "rol.md": loose}), "mkdocs", tmp_path)


def test_no_more_pieces_are_kept_than_agreed() -> None:
    kept = pieces.Kept(2)
    for number in range(5):
        kept.keep(("", str(number)), pieces.Piece(str(number)))
    assert [kept.get(("", str(number))) is not None for number in range(5)] == [False, False, False, True, True]
