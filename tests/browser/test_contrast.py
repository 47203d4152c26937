"""Windows' high contrast, in which a browser takes away all colours and shadows: what they told is still told."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from tests.browser.focus import focused
from tests.browser.pages import DESK, PHONE, Scheme, Size, opened, served

SCHEMES: Final = pytest.mark.parametrize("scheme", ["light", "dark"])
_GROUND: Final = "() => getComputedStyle(document.body).backgroundColor"


def ink(page: Page, selector: str) -> int:
    """Return how many colours the picture of an element holds; a drawing that vanished has one."""
    with Image.open(BytesIO(page.locator(selector).first.screenshot())) as picture:
        colours = picture.convert("L").histogram()
    return sum(1 for number in colours if number)


@SCHEMES
@pytest.mark.parametrize(
    ("name", "size", "selectors"),
    [
        (
            "index",
            DESK,
            (".vk-gezicht .vk-knop svg", ".vk-deur svg", ".vk-verlaat svg", "[data-vk-zoeken]:visible svg"),
        ),
        ("index", PHONE, (".vk-menu__knop svg", ".vk-verlaat svg")),
        ("wegwijzer", DESK, (".vk-gevaar__titel svg", ".vk-gevaar__bel svg", ".vk-rij .vk-regie__teken")),
        ("vertrouwenspersonen", DESK, (".vk-kanalen svg", ".vk-bewaar svg")),
        ("downloads", DESK, (".vk-vel__beeld img",)),
    ],
)
def test_every_icon_and_mark_still_shows(
    dist: Path, browser: Browser, *, scheme: Scheme, name: str, size: Size, selectors: tuple[str, ...]
) -> None:
    with opened(browser, size, scheme, forced_colors="active") as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / f"{name}.html").as_uri())
        assert {selector for selector in selectors if ink(page, selector) < 3} == set()


@SCHEMES
def test_the_three_marks_of_who_decides_still_differ(dist: Path, browser: Browser, scheme: Scheme) -> None:
    with opened(browser, DESK, scheme, forced_colors="active") as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "wegwijzer.html").as_uri())
        marks = page.locator(".vk-legenda .vk-regie__teken")
        assert marks.count() == 3
        assert len({marks.nth(number).screenshot() for number in range(3)}) == 3


@SCHEMES
@pytest.mark.parametrize(
    "selector",
    [".vk-gezicht .vk-knop", ".vk-verlaat", "[data-vk-zoeken]:visible", ".vk-deur", ".vk-gezicht"],
)
def test_what_can_be_pressed_has_an_edge(dist: Path, browser: Browser, scheme: Scheme, selector: str) -> None:
    with opened(browser, DESK, scheme, forced_colors="active") as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "index.html").as_uri())
        edge, ground = page.locator(selector).first.evaluate(
            "(item) => [getComputedStyle(item).borderTopColor, getComputedStyle(document.body).backgroundColor]"
        )
        width = page.locator(selector).first.evaluate("(item) => parseFloat(getComputedStyle(item).borderTopWidth)")
        assert width >= 1
        assert edge != ground


@SCHEMES
def test_the_pressed_button_differs_and_the_focus_shows(dist: Path, browser: Browser, scheme: Scheme) -> None:
    with opened(browser, DESK, scheme, forced_colors="active") as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "wegwijzer.html").as_uri())
        buttons = page.locator(".vk-filter__groepen button")
        grounds = [button.evaluate("(item) => getComputedStyle(item).backgroundColor") for button in buttons.all()]
        assert grounds.count(grounds[0]) == 1
        buttons.nth(1).focus()
        page.keyboard.press("Shift+Tab")
        stop = focused(page)
        assert stop is not None
        assert stop.indicated


def test_where_the_reader_is_shows_in_both_menus(dist: Path, browser: Browser) -> None:
    for size in (DESK, PHONE):
        with opened(browser, size, forced_colors="active") as page:
            page.goto((dist / "bouwbedrijf-de-linge" / "site" / "wegwijzer.html").as_uri())
            if size == PHONE:
                page.locator(".vk-menu > summary").click()
            here = page.locator("[aria-current]:visible")
            other = page.get_by_role("link", name="Hulp buiten").first
            look = (
                "(item) => { const s = getComputedStyle(item);"
                " return [s.fontWeight, s.borderBottomColor, s.textDecorationLine].join(); }"
            )
            assert here.evaluate(look) != other.evaluate(look)


def test_the_stands_of_the_overview_are_told_by_a_drawing(dist: Path, browser: Browser) -> None:
    with served(dist / "campagne") as address, opened(browser, forced_colors="active") as page:
        page.goto(address.rsplit("/", 1)[0] + "/index.html")
        assert ink(page, ".tegel__woord") >= 3
        ground = page.locator(".merk").first.evaluate("(item) => getComputedStyle(item, '::before').backgroundColor")
        assert ground != page.evaluate(_GROUND)
