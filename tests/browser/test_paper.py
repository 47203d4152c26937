"""Printed to PDF every page is a handout: numbers and addresses are there, what only a screen needs is not."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final

import pypdfium2
import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser.pages import Scheme, opened, pages_of
from tests.conftest import EXAMPLES

#: What a reader of paper has no use for.
SCREEN_ONLY: Final = ("Verlaat deze pagina", "Menu", "Zoeken", "Donker", "Op deze pagina", "Naar de inhoud")
#: The smallest pieces of text on a page that are seen, one by one; a link to make an appointment is told otherwise on
#: paper (see below).
PARAGRAPHS: Final = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, th, td, summary)")]
  .filter((part) => part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length
    && !part.querySelector("h1, h2, h3, p, li, dt, dd, th, td, summary, .vk-kanalen__afspraak"))
  .map((part) => part.innerText).filter((words) => words.trim())"""
#: More sheets than this is no handout.
MOST_SHEETS: Final = 8


def spaceless(text: str) -> str:
    return re.sub(r"\s+", "", text)


def is_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text, as a whole or, where a sheet ends among them, in two pieces."""
    wanted = spaceless(words)
    if wanted in text:
        return True
    return any(wanted[:at] in text and wanted[at:] in text for at in range(1, len(wanted)))


@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_page_prints_whole_with_its_numbers_and_without_its_buttons(
    dist: Path, browser: Browser, slug: str
) -> None:
    with opened(browser) as page:
        for path in pages_of(dist / slug / "site", 17):
            page.goto(path.as_uri())
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
            page.emulate_media(media="print")
            numbers = page.locator("main a[href^='tel:']:visible").all_inner_texts()
            paragraphs = page.evaluate(PARAGRAPHS)
            assert len(paragraphs) > 3, path.name
            page.emulate_media(media=None)
            sheets = [
                sheet.extract_text() for sheet in PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
            ]
            text = spaceless("".join(sheets))
            assert 1 <= len(sheets) <= MOST_SHEETS, path.name
            assert all(spaceless(sheet) for sheet in sheets), path.name
            assert [number for number in numbers if spaceless(number) not in text] == [], path.name
            assert [word for word in SCREEN_ONLY if word in "\n".join(sheets).split("\n")] == [], path.name
            assert [words for words in paragraphs if not is_in(words, text)] == [], path.name


@pytest.mark.parametrize("name", ["index", "wegwijzer", "vertrouwenspersonen", "veelgestelde-vragen"])
def test_no_text_runs_off_the_sheet(dist: Path, browser: Browser, name: str) -> None:
    with opened(browser) as page:
        page.goto((dist / "zorggroep-de-vecht" / "site" / f"{name}.html").as_uri())
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    assert len(document) >= 1
    for sheet in document:
        text = sheet.get_textpage()
        width, height = sheet.get_size()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        assert (round(width), round(height)) == (595, 842)
        assert boxes
        assert min(box[0] for box in boxes) >= 36
        assert max(box[2] for box in boxes) <= width - 36
        assert min(box[1] for box in boxes) >= 15


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paper_is_white_also_for_who_reads_in_the_dark(dist: Path, browser: Browser, scheme: Scheme) -> None:
    for address in ("bouwbedrijf-de-linge/site/wegwijzer.html", "campagne/site/index.html", "index.html"):
        with opened(browser, scheme=scheme) as page:
            page.goto((dist / address).as_uri())
            if page.get_by_role("button", name="Donker").count():
                page.get_by_role("button", name="Donker").first.click()
            document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
        picture = document[0].render(scale=0.5).to_pil().convert("L")
        light = sum(picture.histogram()[200:]) / (picture.width * picture.height)
        assert light > 0.8, address
        assert picture.getpixel((5, 5)) == 255, address


def test_the_addresses_of_links_can_be_read_on_paper(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "vertrouwenspersonen.html").as_uri())
        reader = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        text = spaceless("".join(sheet.extract_text() for sheet in reader.pages))
        for link in page.locator(".vk-kanalen__afspraak").all():
            assert spaceless(link.get_attribute("href") or "-") in text
        assert page.locator(".vk-kanalen__afspraak").count() >= 1


def test_a_printed_page_says_whose_it_is_and_when_it_was_checked(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        page.emulate_media(media="print")
        for path in pages_of(dist / "bouwbedrijf-de-linge" / "site", 17):
            page.goto(path.as_uri())
            on_top = page.locator(".vk-afdruk-kop")
            assert on_top.is_visible()
            assert "De Linge" in on_top.inner_text()
            assert "1\u00a0oktober\u00a02026" in on_top.inner_text()
            assert not page.get_by_role("link", name="Verlaat deze pagina").first.is_visible()
