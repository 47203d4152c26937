"""Enlarged to 400 %, or with the text alone at 200 %, every page is read in one column and nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.pages import DESK, PHONE, ZOOMED, Size, opened, pages_of
from tests.conftest import BROWSER_OPTIONS, CHROMIUM, EXAMPLES

#: Words of headings and buttons that are broken in the middle because no line is wide enough for them.
_BROKEN: Final = """() => {
  const broken = [];
  for (const item of document.querySelectorAll("h1, h2, h3, .vk-knop, .vk-verlaat, summary")) {
    const texts = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      for (const word of text.data.matchAll(/[^\\s\\u00ad/@.-]+/g)) {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""
#: Boxes whose text is wider than they are and does not show beyond them; what only screen readers read is so by design.
_CUT: Final = """() => [...document.querySelectorAll("body *")].filter((item) => {
  const style = getComputedStyle(item);
  return item.checkVisibility() && item.clientWidth > 1 && !item.closest(".vk-verborgen, .v, caption, thead, svg")
    && style.overflowX !== "visible" && item.scrollWidth > item.clientWidth + 1;
}).map((item) => item.outerHTML.slice(0, 120))"""


def troubles(page: Page) -> list[str]:
    """Return what a reader of this width runs into: scrolling sideways, broken words, text cut off."""
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    sideways = [f"{wide} pixels too wide"] if wide > 0 else []
    return [*sideways, *page.evaluate(_BROKEN), *page.evaluate(_CUT)]


@pytest.mark.parametrize("size", [ZOOMED, PHONE], ids=["400 percent", "360px"])
@pytest.mark.parametrize("slug", [*EXAMPLES, "campagne"])
def test_no_page_is_wider_than_the_screen_and_no_word_is_cut(
    dist: Path, browser: Browser, slug: str, size: Size
) -> None:
    found = {}
    with opened(browser, size) as page:
        for path in pages_of(dist / slug / "site", 8):
            page.goto(path.as_uri())
            page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
            found[path.name] = troubles(page)
    assert {name: told for name, told in found.items() if told} == {}


def test_a_broken_word_would_be_noticed(browser: Browser) -> None:
    with opened(browser, ZOOMED) as page:
        page.set_content(
            "<h1 style='overflow-wrap: anywhere'>Verantwoordelijkheidsbesefverbetering</h1>"
            "<p style='overflow: hidden; white-space: nowrap'>Deze regel is veel te lang voor de doos om hem heen</p>"
            "<p style='width: 400px'>x</p>"
        )
        told = troubles(page)
    assert told[0].endswith("pixels too wide")
    assert told[1] == "Verantwoordelijkheidsbesefverbetering"
    assert told[2].startswith('<p style="overflow: hidden')


@pytest.fixture(scope="module")
def large_letters(playwright: Playwright) -> Iterator[Browser]:
    """The browser of a reader who set its letters to twice their size, and nothing else."""
    options = [*BROWSER_OPTIONS, "--blink-settings=defaultFontSize=32"]
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
    yield chromium
    chromium.close()


@pytest.mark.parametrize("slug", ["zorggroep-de-vecht", "campagne"])
def test_text_at_twice_its_size_is_neither_cut_nor_laid_over_other_text(
    dist: Path, large_letters: Browser, slug: str
) -> None:
    """WCAG 2.2, criterion 1.4.4."""
    with opened(large_letters, DESK) as page:
        for path in pages_of(dist / slug / "site", 8):
            page.goto(path.as_uri())
            assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 34
            assert troubles(page) == [], path.name
            assert overlapping(page) == [], path.name


def overlapping(page: Page) -> list[str]:
    """Return the parts of the page's head that lie over each other."""
    parts = page.locator(".vk-kop__binnen > *:visible:not(.vk-verlaat)").all()
    boxes = [box for part in parts if (box := part.bounding_box())]
    assert boxes
    return [
        f"{one} {other}"
        for one, other in pairwise(sorted(boxes, key=lambda box: box["x"]))
        if one["x"] + one["width"] > other["x"] + 1
    ]


@pytest.mark.parametrize("name", ["index", "wegwijzer", "vertrouwenspersonen"])
def test_at_400_percent_what_stays_in_place_covers_less_than_a_third(dist: Path, browser: Browser, name: str) -> None:
    with opened(browser, ZOOMED) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / f"{name}.html").as_uri())
        page.evaluate("scrollTo(0, 700)")
        covered = page.evaluate(
            """() => [...document.querySelectorAll("body *")]
              .filter((item) => ["fixed", "sticky"].includes(getComputedStyle(item).position))
              .map((item) => item.getBoundingClientRect())
              .map((box) => box.height * box.width / (innerWidth * innerHeight))"""
        )
        assert 1 <= len(covered) <= 2
        assert sum(covered) < 1 / 3
        end = page.evaluate("document.documentElement.scrollHeight - innerHeight")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        assert page.evaluate("Math.ceil(scrollY)") >= end - 1
        last = page.get_by_role("link", name="Veilig lezen").last.bounding_box()
        leave = page.locator(".vk-verlaat").bounding_box()
        assert last is not None
        assert leave is not None
        assert last["y"] + last["height"] <= leave["y"]
