"""Who must be gone at once is gone, by button or by key, and coming back does what the page 'Veilig lezen' says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.pages import opened, served, serving

WEATHER: Final = "https://www.knmi.nl/"
ELSEWHERE: Final = re.compile(f"^{re.escape(WEATHER)}")


@contextmanager
def reading(dist: Path, browser: Browser, *, script: bool = True) -> Iterator[tuple[Page, str, list[str]]]:
    """Read a page of a site; give the tab, the site's address, and a list of what was asked of the world outside."""
    with (
        served(dist / "bakkerij-van-dam" / "site") as address,
        opened(browser, script=script, may_ask=(WEATHER,)) as page,
    ):
        left: list[str] = []

        def answer(route: Route) -> None:
            left.append(route.request.url)
            route.fulfill(body="<title>weer</title>weer", content_type="text/html")

        page.context.route(re.compile(r"^https://"), answer)
        page.goto(f"{address}/index.html")
        page.goto(f"{address}/rol.html")
        yield page, address, left


def shift(page: Page, times: int) -> None:
    for _ in range(times):
        page.keyboard.press("Shift")


@pytest.mark.parametrize(
    ("way", "script"),
    [("button", True), ("button", False), ("Shift three times", True)],
    ids=["by button", "by button without script", "by key"],
)
def test_the_reader_can_leave_at_once(dist: Path, browser: Browser, way: str, script: bool) -> None:
    with reading(dist, browser, script=script) as (page, _, left):
        if way == "button":
            page.get_by_role("link", name="Verlaat deze pagina").first.click()
        else:
            shift(page, 3)
        page.wait_for_url(ELSEWHERE)
        assert len(left) == 1


@pytest.mark.parametrize("way", ["button", "Shift three times"])
def test_the_back_button_shows_the_page_before_and_not_the_one_that_was_left(
    dist: Path, browser: Browser, way: str
) -> None:
    """'De terugknop van de browser kan deze site weer laten zien': the site, but what stood on the screen is gone."""
    with reading(dist, browser) as (page, address, _):
        if way == "button":
            page.get_by_role("link", name="Verlaat deze pagina").first.click()
        else:
            shift(page, 3)
        page.wait_for_url(ELSEWHERE)
        page.go_back()
        assert page.url == f"{address}/index.html"
        assert page.title() == "De Bakkerij" or "vertrouwens" in page.title().lower()
        assert page.locator("main").is_visible()


def test_without_script_the_back_button_shows_the_page_that_was_left(dist: Path, browser: Browser) -> None:
    with reading(dist, browser, script=False) as (page, address, _):
        page.get_by_role("link", name="Verlaat deze pagina").first.click()
        page.wait_for_url(ELSEWHERE)
        page.go_back()
        assert page.url == f"{address}/rol.html"


def test_nothing_stands_on_the_screen_while_the_other_page_is_on_its_way(dist: Path, browser: Browser) -> None:
    """The page tells it itself: a browser that is on its way to another page answers no questions about this one."""
    with reading(dist, browser) as (page, _, _):
        told: list[str] = []
        page.on("console", lambda message: told.append(message.text))
        page.evaluate(
            """new MutationObserver(() => console.info(`${document.title}|${getComputedStyle(document.body).display}`))
              .observe(document.documentElement, {subtree: true, childList: true, attributeFilter: ["hidden"]})"""
        )
        # What a page tells at its end may reach us after the other page is there.
        with page.expect_console_message(lambda message: message.text == "Even geduld|none"):
            shift(page, 3)
        page.wait_for_url(ELSEWHERE)
    assert told[-1] == "Even geduld|none"


def test_typing_capitals_and_going_back_a_field_is_not_leaving(dist: Path, browser: Browser) -> None:
    with reading(dist, browser) as (page, address, left):
        page.get_by_role("button", name="Zoeken").first.click()
        page.keyboard.type("PESTEN")
        for _ in range(5):
            page.keyboard.press("Shift+P")
        page.keyboard.press("Escape")
        for _ in range(5):
            page.keyboard.press("Shift+Tab")
        told = page.locator(".vk-kop [role=status]")
        assert told.inner_text() == ""
        shift(page, 2)
        assert "nog 1 keer" in told.inner_text()
        assert page.url == f"{address}/rol.html"
        assert left == []


def test_a_click_with_shift_is_not_leaving(dist: Path, browser: Browser) -> None:
    with reading(dist, browser) as (page, _, left):
        for _ in range(4):
            page.locator("h1").click(modifiers=["Shift"])
        assert page.locator(".vk-kop [role=status]").inner_text() == ""
        assert left == []


@pytest.mark.parametrize(
    ("sandbox", "whole_window"),
    [("", True), ('sandbox="allow-scripts"', False), ('sandbox="allow-scripts allow-same-origin"', False)],
    ids=["a frame", "a sandboxed frame", "a sandboxed frame with an origin"],
)
def test_from_a_frame_the_whole_window_goes_or_else_the_frame(
    dist: Path, browser: Browser, tmp_path: Path, sandbox: str, whole_window: bool
) -> None:
    with (
        serving(dist) as here,
        serving(tmp_path, "localhost") as elsewhere,
        opened(browser, may_ask=(WEATHER,), faulty=bool(sandbox)) as page,
    ):
        url = f"{here}/bakkerij-van-dam/site/rol.html"
        frame = f'<!doctype html><iframe {sandbox} src="{url}" width="1200" height="700">'
        (tmp_path / "elders.html").write_text(frame, encoding="utf-8")
        page.context.route(re.compile(r"^https://"), lambda route: route.fulfill(body="weer"))
        page.goto(f"{elsewhere}/elders.html")
        kit = page.frame(url=url)
        assert kit is not None
        kit.locator("h1").click()
        shift(page, 3)
        if whole_window:
            page.wait_for_url(ELSEWHERE)
        else:
            kit.wait_for_url(ELSEWHERE)
            assert page.url == f"{elsewhere}/elders.html"
