"""The texts for employers: plain, in one form of address, true, and never that the law demands an advisor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

import markdown
import pytest
import yaml

from generator import safeyaml
from generator.campagne.pages import MENU, render_site
from generator.campagne.teksten import A4Teksten, load_a4
from generator.errors import BuildFailed
from generator.library import load_library
from generator.rules.claims.find import find_claims
from tests.campagne.bouwen import ALLES, KLEINSTE, RESOURCES, VERHAAL, gelezen
from tests.content.reading import JE_WORDS, U_WORDS, Block, Page, longer_than, mean_length, read_html, readability
from tests.content.test_law import LEGAL
from tests.content.test_plain import EASY, MEAN, MOST
from tests.content.test_wording import LABELS

FOLDER: Final = RESOURCES.content / "werkgevers"
NAMES: Final = [name for _, names in MENU for name in names]
_CODE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
#: What may stand beside a word of the law: headings and words that state nothing of it.
ALLOWED: Final = {"Wat zegt de wet?", "Wat vaststaat, leest u bij de wet."}
#: Associations that together reach every branch of every page.
SOORTEN: Final = (
    KLEINSTE,
    ALLES,
    {**ALLES, "verhalen": [VERHAAL, VERHAAL], "kit_aanvragen": "Bel uw adviseur."},
    {**KLEINSTE, "verhalen": [VERHAAL]},
)


def sources(kits: Path) -> Iterator[dict[str, str]]:
    """Yield the pages as they are staged, for each association."""
    for branche in SOORTEN:
        vereniging = gelezen(kits, branche).vereniging
        assert vereniging is not None
        yield dict(render_site(vereniging, vereniging.published(date(2026, 11, 21)), RESOURCES, "0", b"").texts)


@pytest.fixture(scope="module")
def staged(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    return list(sources(tmp_path_factory.mktemp("kits")))


@pytest.fixture(scope="module")
def pages(staged: list[dict[str, str]]) -> list[Page]:
    """Every page of every association and the A4, as they are read."""
    return [_read(name, text) for texts in staged for name, text in texts.items()] + [a4_page(load_a4(FOLDER))]


def _read(name: str, text: str) -> Page:
    _, front, body = text.split("---\n", 2)
    meta = safeyaml.load(front)
    engine = yaml.safe_load(RESOURCES.mkdocs_yml.read_text(encoding="utf-8"))["markdown_extensions"]
    extensions = [item if isinstance(item, str) else next(iter(item)) for item in engine]
    page = read_html(name, markdown.markdown(body, extensions=extensions))
    return Page(name, (Block(meta["title"], heading=True), Block(meta["omschrijving"]), *page.blocks))


def a4_page(teksten: A4Teksten) -> Page:
    values = teksten.model_dump().values()
    return Page(
        "a4.yml", tuple(Block(text) for value in values for text in ([value] if isinstance(value, str) else value))
    )


def test_every_word_of_every_page_is_read_by_these_tests(staged: list[dict[str, str]]) -> None:
    unread = []
    assert sorted(path.name for path in FOLDER.glob("*.md")) == sorted(["LEESMIJ.md", *NAMES])
    for name in NAMES:
        rendered = "\n".join(texts.get(name, "") for texts in staged)
        source = _FRONT_MATTER.sub("", (FOLDER / name).read_text(encoding="utf-8"))
        lines = [line.strip() for piece in _CODE.split(source) for line in piece.splitlines()]
        unread += [f"{name}: {line}" for line in lines if line not in rendered]
    assert unread == []


def test_the_reader_is_u_on_every_page_and_on_paper(pages: list[Page]) -> None:
    assert [(page.name, block.text) for page in pages for block in page.blocks if JE_WORDS.search(block.text)] == []
    assert {page.name for page in pages if any(U_WORDS.search(block.text) for block in page.blocks)} >= {
        *NAMES, "a4.yml",
    }  # fmt: skip


def test_the_frame_and_the_components_speak_to_u_too() -> None:
    folders = (RESOURCES.theme / "campagne" / "overrides", RESOURCES.theme / "components" / "campagne")
    found = [path for folder in folders for path in folder.glob("*.html")]
    assert len(found) >= 6
    for path in found:
        words = re.sub(r"\{[{%#].*?[}%#]\}|<[^>]*>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not JE_WORDS.search(words), path.name


def test_no_sentence_is_longer_than_25_words(pages: list[Page]) -> None:
    assert {page.name: long for page in pages if (long := longer_than(page.sentences, MOST))} == {}


def test_the_mean_sentence_of_a_page_has_at_most_12_words(pages: list[Page]) -> None:
    means = {page.name: mean_length(page.running) for page in pages}
    assert all(means.values())
    assert {name: round(mean, 1) for name, mean in means.items() if mean > MEAN} == {}


def test_every_page_is_as_easy_to_read_as_b1_asks(pages: list[Page]) -> None:
    scores = {page.name: readability(page.running) for page in pages}
    assert {name: round(score, 1) for name, score in scores.items() if score < EASY} == {}


def test_no_text_claims_what_nobody_can_promise_or_that_the_law_demands_an_advisor(pages: list[Page]) -> None:
    claims = [
        f"{page.name}, {found.claim.id}: {block.text}"
        for page in pages
        for block in page.blocks
        for found in find_claims(block.text)
    ]
    assert claims == []


def test_the_law_is_spoken_of_in_the_sentences_of_its_own_file_only(pages: list[Page]) -> None:
    wetten = load_library(RESOURCES.content, "u").wetten
    said = {sentence for page in pages for sentence in page.sentences if LEGAL.search(sentence)}
    assert {wet.zin for wet in wetten} & said
    left = {sentence for sentence in said if not any(wet.zin in sentence or wet.bron in sentence for wet in wetten)}
    assert left == ALLOWED


def test_no_word_says_that_something_is_a_duty_save_in_those_sentences(pages: list[Page]) -> None:
    found = {s for page in pages for s in page.sentences if re.search(r"\bverplicht|\bwettelijk", s, re.IGNORECASE)}
    assert found == set()


def test_nobody_gets_a_label(pages: list[Page]) -> None:
    assert [block.text for page in pages for block in page.blocks if LABELS.search(block.text)] == []


def test_the_name_of_an_association_ends_no_sentence() -> None:
    for name in NAMES:
        text = (FOLDER / name).read_text(encoding="utf-8")
        assert re.findall(r"\{\{ *naam *\}\}(?:\{%[^%]*%\})?\.", text) == [], name


def test_the_a4_gets_a_value_for_every_place_in_its_texts() -> None:
    places = {key: set(re.findall(r"\{(\w+)\}", str(text))) for key, text in load_a4(FOLDER).model_dump().items()}
    assert {key: found for key, found in places.items() if found} == {
        "kit": {"naam"}, "logo": {"naam"}, "code": {"wat"}, "versie": {"versie"},
    }  # fmt: skip


def test_a_damaged_text_of_the_a4_is_named(tmp_path: Path) -> None:
    (tmp_path / "a4.yml").write_text("titel: x\n", encoding="utf-8")
    with pytest.raises(BuildFailed, match=r"a4\.yml"):
        load_a4(tmp_path)
    with pytest.raises(BuildFailed, match=r"a4\.yml"):
        load_a4(tmp_path / "weg")
