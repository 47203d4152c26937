"""Without script everything that matters is there, and nothing that would not work."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import DESK, PHONE, Size, opened, pages_of
from tests.conftest import EXAMPLES


@pytest.mark.parametrize("slug", EXAMPLES)
def test_a_phone_shows_at_once_whom_to_call_without_script_or_scrolling(
    dist: Path, browser: Browser, slug: str
) -> None:
    with opened(browser, PHONE, script=False) as page:
        page.goto((dist / slug / "site" / "index.html").as_uri())
        calls = page.locator("main a[href^='tel:'], .md-container a[href^='tel:']").all()
        boxes = [box for link in calls if (box := link.bounding_box())]
        on_screen = [box for box in boxes if box["y"] + box["height"] <= PHONE[1] and box["height"] >= 44]
        assert len(on_screen) >= min(3, len(boxes))
        assert on_screen


@pytest.mark.parametrize("slug", EXAMPLES)
def test_without_script_the_wegwijzer_is_complete(dist: Path, browser: Browser, slug: str) -> None:
    address = (dist / slug / "site" / "wegwijzer.html").as_uri()
    rows = []
    for script in (True, False):
        with opened(browser, PHONE, script=script) as page:
            page.goto(address)
            rows.append(page.locator(".vk-rij:visible, .vk-gevaar__rij:visible").all_inner_texts())
            assert page.locator("[id='acuut-gevaar'] a[href='tel:112']").is_visible()
    assert len(rows[0]) >= 20
    assert rows[0] == rows[1]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_without_script_no_page_shows_what_would_not_work(dist: Path, browser: Browser, size: Size) -> None:
    with opened(browser, size, script=False) as page:
        for path in pages_of(dist / "bouwbedrijf-de-linge" / "site", 17):
            page.goto(path.as_uri())
            for summary in page.locator("summary:visible").all():
                summary.press("Enter")
            assert page.locator("button:visible, input:visible, form:visible, dialog:visible").count() == 0, path.name
            leave = page.locator(".vk-verlaat")
            assert leave.is_visible()
            assert (leave.get_attribute("href") or "").startswith("https://")


def test_without_script_the_menu_of_a_phone_opens_and_leads_on(dist: Path, browser: Browser) -> None:
    with opened(browser, PHONE, script=False) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "index.html").as_uri())
        page.locator(".vk-menu > summary").click()
        page.get_by_role("link", name="Stap voor stap").click()
        page.wait_for_url("**/procedure.html")
