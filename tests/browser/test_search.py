"""Search and choice: what a reader types leads to the situation that is meant, and danger is never hidden."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import PHONE, opened, served


@pytest.mark.parametrize("way", ["from disk", "from a server's sub-folder"])
@pytest.mark.parametrize(
    ("typed", "found"),
    [("pesten", "wegwijzer.html#pesten"), ("klacht indienen", "klachtencommissie.html"), ("xyzzy", None)],
)
def test_search_finds_the_situation_first(
    dist: Path, browser: Browser, way: str, typed: str, found: str | None
) -> None:
    site = dist / "bouwbedrijf-de-linge" / "site"
    with served(site) as address, opened(browser) as page:
        page.goto(f"{site.as_uri() if way == 'from disk' else address}/index.html")
        page.get_by_role("button", name="Zoeken").first.click()
        page.get_by_role("searchbox").fill(typed)
        page.locator("dialog [role=status]", has_text="gevonden").or_(
            page.locator("dialog [role=status]", has_text="plekken")
        ).wait_for()
        hrefs = [link.get_attribute("href") or "" for link in page.locator("dialog ol a").all()]
        assert hrefs[:1] == ([found] if found and "#" in found else hrefs[:1])
        assert any(href.startswith(found) for href in hrefs) if found else hrefs == []


@pytest.mark.parametrize(
    ("typed", "rows", "urgent"),
    [
        ("pesten", ["pesten"], []),
        ("mijn baas schreeuwt tegen mij", ["agressie-collega"], []),
        ("zelfmoord", ["psychische-klachten"], ["zelfdoding"]),
        ("xyzzy", [], []),
    ],
)
def test_the_filter_shows_what_fits_best_and_never_hides_danger(
    dist: Path, browser: Browser, typed: str, rows: list[str], urgent: list[str]
) -> None:
    with opened(browser) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "wegwijzer.html").as_uri())
        page.get_by_label("Wat is er aan de hand?").fill(typed)
        shown = [row.get_attribute("id") for row in page.locator(".vk-rij:visible").all()]
        status = page.locator("[data-vk-filter] [role=status]")
        pointed = [(link.get_attribute("href") or "")[1:] for link in status.locator("a").all()]
        assert set(rows) <= set(shown)
        assert len(shown) <= 4
        assert pointed == urgent
        assert page.locator("[id='acuut-gevaar']").is_visible()
        if typed == "xyzzy":
            assert shown == []
            assert "112" in status.inner_text()
            assert "113" in status.inner_text()


def test_a_situation_has_an_address_of_its_own(dist: Path, browser: Browser) -> None:
    with opened(browser, PHONE) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "wegwijzer.html").as_uri() + "#pesten")
        assert page.locator("[id='pesten']").bounding_box()
        assert page.evaluate("document.querySelector(':target').id") == "pesten"
        top = page.evaluate("document.querySelector('#pesten').getBoundingClientRect().top")
        assert 0 <= top < PHONE[1]
