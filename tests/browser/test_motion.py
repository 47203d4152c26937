"""For who asks the system for less motion nothing on the page moves."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import opened


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
