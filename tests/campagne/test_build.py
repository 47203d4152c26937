"""A whole campaign: what stands in its folder, what never does, and that nothing but its arguments decides."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from generator.campagne.build import build_campagne
from generator.job import EngineName, Job
from generator.pipeline import build_kit
from generator.site.trees import read_tree
from generator.site.verify import verify
from tests.builders import een_kit
from tests.campagne.bouwen import ALLES, KLEINSTE, RESOURCES, VERHAAL, een_branche, gebouwd, map_van
from tests.campagne.conftest import Bouwer
from tests.conftest import TODAY
from tests.site.test_engines import outlines, tree
from tests.site.test_hostile import HOSTILE, outline
from tests.site.test_html import messages_of

PAGES = {
    "index.html", "waarom.html", "wat-het-vraagt.html", "intern-of-extern.html", "ja-maar.html", "kit.html", "404.html"
}  # fmt: skip


def pages_of(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in (folder / "site").glob("*.html")}


def test_a_campaign_is_a_site_an_a4_and_a_manifest_of_every_file(campagne: Path) -> None:
    names = set(tree(campagne))
    assert {"kit.json", "print/werkgevers-a4.pdf", "site/drukwerk/werkgevers-a4.pdf"} <= names
    assert set(pages_of(campagne)) >= PAGES
    told = json.loads((campagne / "kit.json").read_text(encoding="utf-8"))
    assert told["slug"] == "campagne"
    assert told["files"] == {
        name: hashlib.sha256(data).hexdigest() for name, data in tree(campagne).items() if name != "kit.json"
    }


def test_the_site_offers_the_same_a4_that_is_printed(campagne: Path) -> None:
    files = tree(campagne)
    assert files["site/drukwerk/werkgevers-a4.pdf"] == files["print/werkgevers-a4.pdf"]
    assert 'href="drukwerk/werkgevers-a4.pdf"' in pages_of(campagne)["index.html"]


def test_the_result_counts_what_was_made(bouwer: Bouwer) -> None:
    found = bouwer("bouw")
    assert found.folder is not None
    assert (found.pages, found.prints) == (len(pages_of(found.folder)), 1)
    assert verify(read_tree(found.folder / "site")) == found.pages


def test_the_example_of_an_association_is_built_with_its_stories_and_without_a_finding(bouwer: Bouwer) -> None:
    found = bouwer("bouw")
    assert found.findings == ()
    assert [path.name for path in found.files] == ["branche.yml", "logo.svg"]
    page = pages_of(map_van(found))["verhalen.html"]
    assert page.count("<figure") == 2
    assert "Gerrit van Maurik" in page
    assert "<strong>niet vragen wie er was geweest</strong>" in page


def test_every_page_is_valid_html(campagne: Path) -> None:
    assert messages_of(*sorted(str(path) for path in (campagne / "site").glob("*.html"))) == []


def test_a_page_has_no_button_to_leave_no_search_and_nothing_of_a_kit(campagne: Path) -> None:
    for name, page in pages_of(campagne).items():
        for word in ("data-vk-verlaat", "data-vk-zoeken", "zoeken.js", "wegwijzer.html", "veilig-lezen", "noindex"):
            assert word not in page or (name, word) == ("404.html", "noindex"), (name, word)


def test_without_stories_no_page_speaks_of_them(bouwer: Bouwer) -> None:
    folder = map_van(bouwer("kleinste"))
    assert set(pages_of(folder)) == PAGES
    assert not [name for name, page in pages_of(folder).items() if "verhalen" in page.lower()]


def test_a_story_that_nobody_agreed_to_is_in_no_file(tmp_path: Path) -> None:
    silent = {**VERHAAL, "titel": "Ongevraagd", "naam": "Bo Stil", "toestemming": "2030-01-01"}
    found = gebouwd(tmp_path, {**KLEINSTE, "verhalen": [silent]})
    assert [item.code for item in found.findings] == ["VK202"]
    for name, data in tree(map_van(found)).items():
        assert b"Ongevraagd" not in data, name
        assert b"Bo Stil" not in data, name
        assert "verhalen" not in name


def test_ways_to_reach_the_association_stand_on_the_page_where_the_kit_is_asked_for(bouwer: Bouwer) -> None:
    page = pages_of(map_van(bouwer("alles")))["kit.html"]
    for address in (
        "https://www.bond.example/kit", "tel:+31301234567", "mailto:info@bond.example", "https://wa.me/31612345678",
        "https://agenda.bond.example/",
    ):  # fmt: skip
        assert f'href="{address}"' in page, address
    assert "Postbus 1" in page


def test_words_on_how_to_ask_stand_there_instead_of_a_button(tmp_path: Path) -> None:
    site = map_van(gebouwd(tmp_path, {**KLEINSTE, "kit_aanvragen": "Vraag het aan uw *adviseur*"})) / "site"
    text = outline(site)["kit.html"][1]
    assert "Vraag het aan uw *adviseur*" in text
    assert "Vraag de kit aan" not in text


def test_the_same_campaign_twice_gives_the_same_bytes(bouwer: Bouwer, tmp_path: Path) -> None:
    assert tree(map_van(gebouwd(tmp_path, ALLES))) == tree(map_van(bouwer("alles")))


@pytest.mark.parametrize("engine", ["zensical"])
def test_another_engine_makes_the_same_pages(engine: EngineName, bouwer: Bouwer, tmp_path: Path) -> None:
    other, usual = map_van(gebouwd(tmp_path, ALLES, engine)), map_van(bouwer("alles"))
    assert tree(other).keys() == tree(usual).keys()
    assert outlines(other / "site") == outlines(usual / "site")


def test_a_campaign_and_a_kit_in_one_process_leave_no_trace_in_each_other(bouwer: Bouwer, tmp_path: Path) -> None:
    def kit(output: str) -> dict[str, bytes]:
        folder = een_kit(tmp_path / output, "bakker")
        return tree(build_kit(Job(folder, tmp_path / output, tmp_path / output / "uit", RESOURCES, TODAY)).folder)

    before = kit("eerst")
    campagne = tree(map_van(gebouwd(tmp_path, ALLES)))
    assert kit("daarna") == before
    assert campagne == tree(map_van(bouwer("alles")))
    assert b"data-vk-verlaat" in before["site/index.html"]


def test_a_mistake_makes_no_folder_and_raises_nothing(tmp_path: Path) -> None:
    found = gebouwd(tmp_path, {**KLEINSTE, "verhalen": [{"titel": "x"}]})
    assert (found.folder, found.pages, found.prints) == (None, 0, 0)
    assert {item.level for item in found.findings} == {"error"}
    assert list((tmp_path / "werk").iterdir()) == []


def test_a_key_that_stands_there_twice_makes_no_folder_although_the_rest_is_good(tmp_path: Path) -> None:
    branche_file = een_branche(tmp_path / "kits")
    twice = branche_file.read_text(encoding="utf-8") + "branche: {naam: Bond, contact: {email: info@b.example}}\n"
    branche_file.write_text(twice, encoding="utf-8")
    found = build_campagne(branche_file, tmp_path / "kits", RESOURCES, TODAY, "mkdocs", tmp_path)
    assert (found.folder, [item.code for item in found.findings]) == (None, ["VK010"])


@pytest.mark.parametrize(
    ("branche", "code", "path"),
    [
        ({**KLEINSTE, "naam": "B" * 190}, "VK080", "branche.naam"),
        ({**KLEINSTE, "naam": "Bond van 王"}, "VK081", "branche.naam"),
        ({**KLEINSTE, "kit_aanvragen": "Vraag het aan 王"}, "VK081", "branche.kit_aanvragen"),
        ({"naam": "Bond", "contact": {"post": "W" * 299}}, "VK080", "branche.contact.post"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_named_with_its_place(
    branche: dict[str, Any], code: str, path: str, tmp_path: Path
) -> None:
    found = gebouwd(tmp_path, branche)
    assert found.folder is None
    assert (code, path) in {(item.code, item.path) for item in found.findings}
    assert all(item.line for item in found.findings)


def with_text(text: str) -> dict[str, Any]:
    story = {**VERHAAL, "titel": text, "naam": text, "functie": text, "lid": text}
    return {"naam": text, "contact": {"email": "a@b.example", "post": text}, "kit_aanvragen": text, "verhalen": [story]}


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return outline(map_van(gebouwd(tmp_path_factory.mktemp("woord"), with_text("woord"))) / "site")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_adds_no_element_and_is_shown_as_typed(text: str, harmless: Any, tmp_path: Path) -> None:
    pages = outline(map_van(gebouwd(tmp_path, with_text(text))) / "site")
    assert pages.keys() == harmless.keys()
    for name, (elements, _) in pages.items():
        assert elements == harmless[name][0], name
    assert text in pages["verhalen.html"][1]
    assert text in pages["kit.html"][1]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_story_gains_nothing_but_emphasis_and_links(text: str, tmp_path: Path) -> None:
    story = {**VERHAAL, "tekst": f"Begin {text} eind"}
    page = outline(map_van(gebouwd(tmp_path, {**KLEINSTE, "verhalen": [story]})) / "site")["verhalen.html"][0]
    plain = {**VERHAAL, "tekst": "Begin eind"}
    (tmp_path / "plat").mkdir()
    without = outline(map_van(gebouwd(tmp_path / "plat", {**KLEINSTE, "verhalen": [plain]})) / "site")
    assert {tag for tag, _ in page - without["verhalen.html"][0]} <= {"em", "strong", "a"}
    assert all(set(names) <= {"href", "rel"} for tag, names in page - without["verhalen.html"][0])
