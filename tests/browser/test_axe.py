"""The accessibility checker finds nothing on any page, in any state that a reader can bring a page into."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.conftest import SITES
from tests.browser.pages import DESK, PHONE, ZOOMED, Scheme, Size, opened, pages_of
from tests.conftest import EXAMPLES

HOME: Final = "bouwbedrijf-de-linge/site/index.html"
CHART: Final = "bouwbedrijf-de-linge/site/wegwijzer.html"
QUESTIONS: Final = "bouwbedrijf-de-linge/site/veelgestelde-vragen.html"
OVERVIEW: Final = "index.html"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360px", "1280px"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_axe_finds_no_violation_on_any_page(
    dist: Path, browser: Browser, slug: str, scheme: Scheme, size: Size
) -> None:
    found = {}
    with opened(browser, size, scheme) as page:
        for path in pages_of(dist / slug / "site", SITES[slug]):
            page.goto(path.as_uri())
            found[path.name] = violations(page)
    assert {name: told for name, told in found.items() if told} == {}


def test_axe_would_find_a_violation(browser: Browser) -> None:
    with opened(browser) as page:
        page.set_content("<html><body><img src='x.png'></body></html>")
        assert violations(page)


@dataclass(frozen=True)
class State:
    """How a page is opened and what the reader then does; ``shows`` must be in sight afterwards.

    ``beside`` names the rules that say nothing of such a state.
    """

    name: str
    address: str
    shows: str
    act: Callable[[Page], object] = lambda _page: None
    size: Size = DESK
    wishes: dict[str, Any] = field(default_factory=dict)
    beside: tuple[str, ...] = ()


def search(typed: str) -> Callable[[Page], None]:
    """Open the search and type."""

    def act(page: Page) -> None:
        page.locator("[data-vk-zoeken]:visible").click()
        page.get_by_role("searchbox", name="Zoeken op deze site").fill(typed)
        if typed:
            page.locator(".vk-zoekvenster__stand:not(:empty)").wait_for()

    return act


def open_menu(page: Page) -> None:
    page.locator(".vk-menu > summary").click()


def search_on_a_phone(page: Page) -> None:
    open_menu(page)
    search("pesten")(page)


def type_in_the_filter(typed: str) -> Callable[[Page], None]:
    return lambda page: page.get_by_label("Wat is er aan de hand?").fill(typed)


def choose_a_group(page: Page) -> None:
    page.get_by_role("button", name="Integriteit").click()


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")


def on_paper(page: Page) -> None:
    page.emulate_media(media="print")


def filter_members(page: Page) -> None:
    page.get_by_label("Zoek een lid").fill("linge")
    page.get_by_role("status").filter(has_text="1 van 3").wait_for()


def find_no_member(page: Page) -> None:
    page.get_by_label("Zoek een lid").fill("xyzzy")
    page.get_by_role("status").filter(has_text="0 van 3").wait_for()


#: Nobody follows a link on paper, or jumps from landmark to landmark.
PAPER: Final = ("link-in-text-block", "region", "target-size")
FORCED: Final = {"forced_colors": "active"}
DARK: Final = {"scheme": "dark"}
STATES: Final = (
    State("search open, nothing typed", HOME, "dialog[open]", search("")),
    State("search with results", HOME, "dialog[open] ol a", search("pesten")),
    State("search with results, in the dark", HOME, "dialog[open] ol a", search("pesten"), wishes=DARK),
    State("search without results", HOME, "dialog[open]", search("xyzzy")),
    State("search on a phone", HOME, "dialog[open] ol a", search_on_a_phone, PHONE),
    State("search at 400 %", HOME, "dialog[open] ol a", search_on_a_phone, ZOOMED),
    State("search in high contrast", HOME, "dialog[open] ol a", search("pesten"), wishes=FORCED),
    State("filter with results", CHART, "[id=pesten]", type_in_the_filter("pesten")),
    State("filter with results, in the dark", CHART, "[id=pesten]", type_in_the_filter("pesten"), PHONE, DARK),
    State("filter with danger", CHART, ".vk-filter__stand a", type_in_the_filter("zelfmoord")),
    State("filter without results", CHART, ".vk-filter__stand", type_in_the_filter("xyzzy")),
    State("a group chosen", CHART, "[aria-pressed=true]", choose_a_group),
    State("a group chosen in high contrast", CHART, "[aria-pressed=true]", choose_a_group, wishes=FORCED),
    State("one row addressed", f"{CHART}#pesten", "[id=pesten]:target"),
    State("menu open on a phone", HOME, ".vk-menu__lijst", open_menu, PHONE),
    State("menu open on a phone, in the dark", HOME, ".vk-menu__lijst",
          open_menu, PHONE, DARK),
    State("menu open on a desk", HOME, ".vk-navigatie__meer[open] > ul",
          lambda page: page.locator(".vk-navigatie__meer > summary").first.click()),
    State("dark by choice", HOME, "[data-vk-schema=donker]",
          lambda page: page.get_by_role("button", name="Donker").first.click()),
    State("light by choice on a dark system", HOME, "[data-vk-schema=licht]",
          lambda page: page.get_by_role("button", name="Licht").first.click(), wishes=DARK),
    State("high contrast", CHART, ".vk-bord", wishes=FORCED),
    State("high contrast, dark", CHART, ".vk-bord", wishes=FORCED | DARK),
    State("less motion", HOME, ".vk-voordeur", wishes={"reduced_motion": "reduce"}),
    State("on paper", CHART, ".vk-afdruk-kop", on_paper, beside=PAPER),
    State("answers unfolded", QUESTIONS, ".vk-artikel details[open] p", unfold),
    State("page not found, in the dark", "bouwbedrijf-de-linge/site/404.html", ".vk-deuren", wishes=DARK),
    State("campaign, menu open on a phone", "campagne/site/index.html", ".vk-menu__lijst",
          open_menu, PHONE),
    State("campaign in high contrast", "campagne/site/index.html", ".vk-artikel", wishes=FORCED),
    State("overview unfolded", OVERVIEW, "#lijst details[open] ul", unfold),
    State("overview filtered", OVERVIEW, "#wis", filter_members),
    State("overview filtered, on a dark phone", OVERVIEW, "#wis", filter_members, PHONE, DARK),
    State("overview without a match", OVERVIEW, "#niets", find_no_member),
    State("overview in high contrast", OVERVIEW, "#lijst", wishes=FORCED),
    State("overview on paper", OVERVIEW, "#lijst", on_paper, beside=PAPER),
)  # fmt: skip


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_axe_finds_no_violation_in_any_state(dist: Path, browser: Browser, state: State) -> None:
    with opened(browser, state.size, **state.wishes) as page:
        path, _, anchor = state.address.partition("#")
        page.goto((dist / path).as_uri() + (f"#{anchor}" if anchor else ""))
        state.act(page)
        page.locator(state.shows).first.wait_for()
        assert [told for told in violations(page) if not told.startswith(state.beside)] == []
