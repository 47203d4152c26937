"""The campaign's site in a real browser: everybody can use it, and it asks nothing of anybody else."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.pages import DESK, PHONE, Scheme, Size, opened, served, watched
from tests.campagne.bouwen import map_van
from tests.campagne.conftest import Bouwer


def names(campagne: Path) -> list[str]:
    found = sorted(path.name for path in (campagne / "site").glob("*.html"))
    assert len(found) >= 7
    return found


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360px", "1280px"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_on_any_page(campagne: Path, browser: Browser, scheme: Scheme, size: Size) -> None:
    found = {}
    with opened(browser, size, scheme) as page:
        for name in names(campagne):
            page.goto((campagne / "site" / name).as_uri())
            found[name] = violations(page)
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize("width", [320, 360])
def test_no_page_is_wider_than_a_phone(campagne: Path, browser: Browser, width: int) -> None:
    too_wide = []
    with opened(browser, (width, 740)) as page:
        for name in names(campagne):
            page.goto((campagne / "site" / name).as_uri())
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append(name)
    assert too_wide == []


@pytest.mark.parametrize("way", ["from disk", "from a server's sub-folder"])
def test_every_page_loads_only_from_itself_without_a_fault(campagne: Path, browser: Browser, way: str) -> None:
    site = campagne / "site"
    with served(site) as address, opened(browser) as page:
        origin = site.as_uri() if way == "from disk" else address
        record = watched(page)
        for name in names(campagne):
            page.goto(f"{origin}/{name}", wait_until="networkidle")
        assert len(record.requests) > len(names(campagne))
        assert [request for request in record.requests if not request.startswith(origin)] == []
        assert record.faults == []
        assert page.context.cookies() == []


def test_a_phone_shows_the_way_to_the_kit_at_once_without_script(campagne: Path, browser: Browser) -> None:
    with opened(browser, PHONE, script=False) as page:
        page.goto((campagne / "site" / "index.html").as_uri())
        box = page.get_by_role("link", name="Zo krijgt u uw kit").first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE[1]
        assert box["height"] >= 44


def test_a_printed_page_says_whose_it_is_and_shows_the_address_of_a_button(bouwer: Bouwer, browser: Browser) -> None:
    with opened(browser) as page:
        page.emulate_media(media="print")
        page.goto((map_van(bouwer("alles")) / "site" / "kit.html").as_uri())
        assert page.locator(".vk-afdruk-kop").inner_text() == "Bond van Installateurs · Voor werkgevers"
        shown = page.locator(".vk-campagne__aanvragen a").evaluate("a => getComputedStyle(a, '::after').content")
        assert "https://www.bond.example/kit" in shown
