"""The back button brings a reader back to where he was: nowhere a trap, a lost place or a menu in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.pages import PHONE, opened, served, until
from tests.conftest import BROWSER_OPTIONS, CHROMIUM

#: Playwright switches off what every reader's browser does: keep the page that was left, and show it again as it was.
_UNUSUAL: Final = ["--disable-back-forward-cache"]


@pytest.fixture(scope="module")
def usual(playwright: Playwright) -> Iterator[Browser]:
    """A browser that goes back as a reader's does."""
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER_OPTIONS, ignore_default_args=_UNUSUAL)
    yield chromium
    chromium.close()


def follow_first_result(page: Page) -> None:
    page.get_by_role("button", name="Zoeken").first.click()
    page.get_by_role("searchbox", name="Zoeken op deze site").fill("pesten")
    page.locator("dialog ol a").first.click()


def top(page: Page) -> float:
    return float(page.evaluate("scrollY"))


def test_after_a_search_one_step_back_is_where_the_search_began(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        start = (dist / "bouwbedrijf-de-linge" / "site" / "procedure.html").as_uri()
        page.goto(start)
        follow_first_result(page)
        page.wait_for_url("**/wegwijzer.html#pesten")
        page.go_back()
        assert page.url == start
        assert page.locator("dialog[open]").count() == 0
        assert page.locator("h1").is_visible()


def test_a_result_on_the_same_page_is_one_step_too(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        start = (dist / "bouwbedrijf-de-linge" / "site" / "wegwijzer.html").as_uri()
        page.goto(start)
        follow_first_result(page)
        page.wait_for_url("**#pesten")
        assert top(page) > 0
        page.go_back()
        assert page.url == start
        until(page, "scrollY === 0")


def test_steps_between_places_on_a_page_are_undone_one_by_one(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        start = (dist / "bouwbedrijf-de-linge" / "site" / "procedure.html").as_uri()
        page.goto(start)
        links = page.locator(".vk-inhoudsopgave a")
        addresses = []
        for number in (1, 3):
            links.nth(number).click()
            addresses.append(page.url)
        assert len({start, *addresses}) == 3
        page.go_back()
        assert page.url == addresses[0]
        page.go_back()
        assert page.url == start
        until(page, "scrollY === 0")


def test_a_filtered_wegwijzer_stands_there_as_it_was_left(dist: Path, usual: Browser) -> None:
    with served(dist / "bouwbedrijf-de-linge" / "site") as address, opened(usual) as page:
        page.goto(f"{address}/wegwijzer.html")
        page.get_by_label("Wat is er aan de hand?").fill("pesten")
        shown = page.locator(".vk-rij:visible").count()
        page.locator(".vk-rij:visible a[href='klachtencommissie.html']").first.click()
        page.wait_for_url("**/klachtencommissie.html")
        page.go_back(wait_until="commit")
        page.wait_for_url("**/wegwijzer.html", wait_until="commit")
        assert page.get_by_label("Wat is er aan de hand?").input_value() == "pesten"
        assert page.locator(".vk-rij:visible").count() == shown


def test_a_browser_that_forgot_shows_the_whole_wegwijzer_and_no_half_filter(dist: Path, browser: Browser) -> None:
    """What was typed is kept nowhere, as 'Veilig lezen' promises; so a page that is read anew starts anew."""
    with served(dist / "bouwbedrijf-de-linge" / "site") as address, opened(browser) as page:
        page.goto(f"{address}/wegwijzer.html")
        everything = page.locator(".vk-rij:visible").count()
        page.get_by_label("Wat is er aan de hand?").fill("pesten")
        assert page.locator(".vk-rij:visible").count() < everything
        page.locator(".vk-rij:visible a[href='klachtencommissie.html']").first.click()
        page.wait_for_url("**/klachtencommissie.html")
        page.go_back()
        assert page.get_by_label("Wat is er aan de hand?").input_value() == ""
        assert page.locator(".vk-rij:visible").count() == everything


def test_a_row_that_was_addressed_does_not_pull_the_reader_back(dist: Path, browser: Browser) -> None:
    with served(dist / "bouwbedrijf-de-linge" / "site") as address, opened(browser) as page:
        page.goto(f"{address}/wegwijzer.html#pesten")
        link = page.locator(".vk-bord").last.get_by_role("link").last
        link.scroll_into_view_if_needed()
        before = top(page)
        page.evaluate("location.href = 'rol.html'")
        page.wait_for_url("**/rol.html")
        page.go_back()
        until(page, f"Math.abs(scrollY - {before}) < 60")


@pytest.mark.parametrize("size", [PHONE, (1280, 900)], ids=["phone", "desk"])
def test_the_menu_by_which_a_page_was_left_is_closed(dist: Path, usual: Browser, size: tuple[int, int]) -> None:
    with served(dist / "bouwbedrijf-de-linge" / "site") as address, opened(usual, size) as page:
        page.goto(f"{address}/index.html")
        page.evaluate("window.kept = true")
        page.locator("details[data-vk-sluit] > summary:visible").first.click()
        page.get_by_role("link", name="Stap voor stap").click()
        page.wait_for_url("**/procedure.html")
        page.go_back(wait_until="commit")
        page.wait_for_url("**/index.html", wait_until="commit")
        assert page.evaluate("window.kept") is True
        assert page.locator("details[data-vk-sluit][open]").count() == 0
