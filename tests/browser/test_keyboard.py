"""With the keyboard alone: from the home page to a number to call, through menus and dialogs, and never lost."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.focus import Stop, focused, tabs
from tests.browser.pages import DESK, PHONE, ZOOMED, Size, opened
from tests.conftest import EXAMPLES

SIZES: Final = pytest.mark.parametrize("size", [DESK, PHONE, ZOOMED], ids=["desk", "phone", "400 percent"])
#: Of what has the focus at least so much must be in sight; criterion 2.4.11 asks only that it is not hidden entirely.
IN_SIGHT: Final = 0.5


def lost(stops: list[Stop]) -> list[str]:
    """Return the stops at which a reader does not see where the focus is."""
    return [str(stop) for stop in stops if not stop.indicated or stop.seen < IN_SIGHT]


def press_until(page: Page, name: str, key: str = "Tab") -> list[Stop]:
    """Press until something named so has the focus, and return all stops on the way there."""
    stops = []
    for stop in tabs(page, key=key):
        stops.append(stop)
        if name in stop.name:
            return stops
    raise AssertionError(f"{name} is not to be reached: {[str(stop) for stop in stops]}")


@SIZES
@pytest.mark.parametrize(
    "address",
    [
        "bouwbedrijf-de-linge/site/index.html",
        "bouwbedrijf-de-linge/site/wegwijzer.html",
        "zorggroep-de-vecht/site/vertrouwenspersonen.html",
        "zorggroep-de-vecht/site/veelgestelde-vragen.html",
        "campagne/site/index.html",
        "index.html",
    ],
)
def test_the_focus_is_always_seen_forward_and_backward(dist: Path, browser: Browser, address: str, size: Size) -> None:
    with opened(browser, size) as page:
        page.goto((dist / address).as_uri())
        page.evaluate("document.querySelectorAll('.vk-artikel details').forEach((part) => { part.open = true; })")
        forward = list(tabs(page))
        backward = list(islice(tabs(page, key="Shift+Tab"), len(forward)))
        assert len(forward) >= 10
        assert [stop.name for stop in backward] == [stop.name for stop in reversed(forward)]
        assert lost(forward) == []
        assert lost(backward) == []


def test_the_walk_would_notice_what_hides_the_focus(browser: Browser) -> None:
    with opened(browser) as page:
        page.set_content(
            "<style>a:focus { outline: 3px solid } .kaal:focus { outline: none }"
            "b { position: fixed; inset: 40px 0 0; background: red }</style>"
            "<a href='#' class=kaal>Kaal</a> <a href='#'>Goed</a>"
            "<p style='margin-top:6em'><a href='#'>Bedekt</a><b>x</b>"
        )
        assert [stop.split()[1] for stop in lost(list(tabs(page)))] == ["'Kaal'", "'Bedekt'"]


@pytest.mark.parametrize("skip", [True, False], ids=["by the skip link", "past the menu"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_tab_leads_from_the_home_page_to_a_number_to_call(
    dist: Path, browser: Browser, slug: str, size: Size, skip: bool
) -> None:
    with opened(browser, size) as page:
        page.goto((dist / slug / "site" / "index.html").as_uri())
        page.keyboard.press("Tab")
        first = focused(page)
        assert first is not None
        assert (first.name, first.indicated, first.seen) == ("Naar de inhoud", True, 1)
        if skip:
            page.keyboard.press("Enter")
        stops = []
        for stop in tabs(page):
            stops.append(stop)
            if stop.href.startswith("tel:"):
                break
        assert stops[-1].href.startswith("tel:")
        assert stops[-1].name.startswith("Bel")
        assert lost(stops) == []
        assert (len(stops) <= 3) == skip


def test_the_search_opens_holds_the_focus_and_gives_it_back(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "rol.html").as_uri())
        press_until(page, "Zoeken")
        page.keyboard.press("Enter")
        page.keyboard.type("klacht")
        page.locator("dialog ol a").first.wait_for()
        inside = [page.evaluate("document.activeElement.closest('dialog, body').tagName")]
        for _ in range(20):
            page.keyboard.press("Tab")
            inside.append(page.evaluate("(document.activeElement.closest('dialog, body') || {}).tagName"))
        # The browser's own frame may take a turn, in which the page has no focus; nothing behind the dialog ever has.
        assert page.evaluate("document.querySelector('main a').matches(':focus')") is False
        assert inside.count("DIALOG") >= len(inside) - 2
        page.keyboard.press("Escape")
        assert page.locator("dialog[open]").count() == 0
        back = focused(page)
        assert back is not None
        assert (back.name, back.indicated) == ("Zoeken", True)


def test_a_reader_searches_from_disk_and_follows_the_first_result(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "index.html").as_uri())
        press_until(page, "Zoeken")
        page.keyboard.press("Enter")
        page.keyboard.type("pesten")
        page.locator("dialog ol a").first.wait_for()
        press_until(page, "pest")
        page.keyboard.press("Enter")
        page.wait_for_url("**/wegwijzer.html#pesten")
        row = page.locator("[id=pesten]")
        box = row.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < DESK[1] / 2
        # Who tabs on comes to the numbers of that row, not to the top of the page.
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('tr')?.id") == "pesten"


def test_the_menu_of_a_phone_opens_and_closes_by_key_and_its_last_line_is_seen(dist: Path, browser: Browser) -> None:
    with opened(browser, ZOOMED) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "index.html").as_uri())
        press_until(page, "Menu")
        page.keyboard.press("Enter")
        assert lost(press_until(page, "Veilig lezen")) == []
        page.keyboard.press("Escape")
        assert not page.locator(".vk-menu__paneel").is_visible()
        back = focused(page)
        assert back is not None
        assert (back.tag, back.name) == ("summary", "Menu")


def test_a_menu_of_the_desk_opens_and_closes_by_key(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "index.html").as_uri())
        press_until(page, "Hoe het werkt")
        page.keyboard.press("Enter")
        assert lost(press_until(page, "Stap voor stap")) == []
        page.keyboard.press("Escape")
        back = focused(page)
        assert back is not None
        assert back.name == "Hoe het werkt"
        page.keyboard.press("Enter")
        press_until(page, "Stap voor stap")
        page.keyboard.press("Enter")
        page.wait_for_url("**/procedure.html")


def test_a_situation_is_chosen_by_key_and_its_number_reached(dist: Path, browser: Browser) -> None:
    with opened(browser) as page:
        page.goto((dist / "bouwbedrijf-de-linge" / "site" / "wegwijzer.html").as_uri())
        press_until(page, "Ongewenst gedrag")
        page.keyboard.press("Space")
        assert page.get_by_role("button", name="Ongewenst gedrag").get_attribute("aria-pressed") == "true"
        shown = page.locator(".vk-bord:visible").all()
        assert [board.get_attribute("data-groep") for board in shown] == ["ongewenst-gedrag"]
        stops = press_until(page, "06 12 34 56 12")
        assert lost(stops) == []
        assert page.evaluate("document.activeElement.closest('tr').id") == "pesten"
