"""For who asks the system for less motion nothing on the page moves."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import opened
from tests.browser.screens import SCREENS


def moves(page: Page) -> int:
    """Do what starts a movement, and return how many of them ran."""
    page.evaluate("window.ran = 0; addEventListener('transitionrun', () => { ran += 1; }, true)")
    page.evaluate("addEventListener('animationstart', () => { ran += 1; }, true)")
    for selector in (".vk-deur", ".vk-gezicht .vk-knop", "[data-vk-zoeken]:visible"):
        page.locator(selector).first.hover()
    page.get_by_role("button", name="Donker").first.click()
    page.locator(".vk-navigatie__meer > summary").first.click()
    page.get_by_role("button", name="Zoeken").first.click()
    running = page.evaluate("document.getAnimations().length")
    page.evaluate("() => new Promise((done) => setTimeout(() => requestAnimationFrame(done), 50))")
    return int(page.evaluate("ran")) + int(running)


@pytest.mark.parametrize(("wish", "still"), [("reduce", True), ("no-preference", False)])
def test_nothing_moves_for_who_asks_for_stillness(
    dist: Path, browser: Browser, wish: Literal["reduce", "no-preference"], still: bool
) -> None:
    """The other half proves that there is something to stand still."""
    with opened(browser, reduced_motion=wish) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "index.html").as_uri())
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        assert (moves(page) == 0) == still


#: The elements that would take time to change or to move, in any state that a style sheet knows.
_SLOW = """() => [...document.querySelectorAll("*")].filter((part) => ["", "::before", "::after"].some((pseudo) => {
  const style = getComputedStyle(part, pseudo || null);
  return [style.transitionDuration, style.animationDuration].join().split(",").some((time) => parseFloat(time) > 0.001);
})).length"""


@pytest.mark.parametrize("address", sorted({screen.address for screen in SCREENS}))
def test_no_part_of_any_sort_of_page_takes_time_to_move(dist: Path, browser: Browser, address: str) -> None:
    for wish in ("no-preference", "reduce"):
        with opened(browser, reduced_motion=wish) as page:
            page.goto((dist / address).as_uri())
            slow = page.evaluate(_SLOW)
            assert (slow == 0) or (wish == "no-preference"), address
            if address.endswith("de-linge/site/index.html"):
                assert (slow > 0) == (wish == "no-preference")
