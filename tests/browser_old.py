"""The example sites in a real browser: nothing calls elsewhere, nothing is kept, and everybody can use every page."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Response, Route

from tests.conftest import EXAMPLES, ExampleBuilder

Scheme = Literal["light", "dark"]

PAGES = (
    "index", "wegwijzer", "vertrouwenspersonen", "rol", "vertrouwelijkheid", "procedure", "misverstanden",
    "klachtencommissie", "intern-of-extern", "hulp-buiten", "nieuw", "leidinggevenden", "veelgestelde-vragen",
    "begrippen", "downloads", "veilig-lezen", "404",
)  # fmt: skip
PHONE = (360, 740)
DESK = (1280, 900)
AXE_RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class says so
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` under a sub-folder of a web server, as an intranet would."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder.parent.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{folder.parent.name}/{folder.name}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def opened(
    browser: Browser, size: tuple[int, int] = DESK, scheme: Scheme = "light", *, script: bool = True
) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, java_script_enabled=script
    )
    try:
        yield context.new_page()
    finally:
        context.close()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["360px", "1280px"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_axe_finds_no_violation_on_any_page(
    built: ExampleBuilder, browser: Browser, slug: str, scheme: Scheme, size: tuple[int, int]
) -> None:
    site = built(slug) / "site"
    violations = {}
    with opened(browser, size, scheme) as page:
        for name in PAGES:
            page.goto((site / f"{name}.html").as_uri())
            found = Axe().run(page, options=AXE_RULES).response["violations"]
            violations[name] = [f"{rule['id']}: {rule['nodes'][0]['html'][:200]}" for rule in found]
    assert {name: found for name, found in violations.items() if found} == {}


def test_axe_would_find_a_violation(browser: Browser) -> None:
    with opened(browser) as page:
        page.set_content("<html><body><img src='x.png'></body></html>")
        assert Axe().run(page, options=AXE_RULES).response["violations"]


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_no_page_is_wider_than_a_phone(built: ExampleBuilder, browser: Browser, slug: str, width: int) -> None:
    """320 CSS pixels is also what a wide screen has at 400 % (WCAG 2.2, criterion 1.4.10)."""
    site = built(slug) / "site"
    too_wide = []
    with opened(browser, (width, 740)) as page:
        for name in PAGES:
            page.goto((site / f"{name}.html").as_uri())
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append(name)
    assert too_wide == []


def test_a_printed_page_says_whose_it_is_and_when_it_was_checked(built: ExampleBuilder, browser: Browser) -> None:
    site = built("bouwbedrijf-de-linge") / "site"
    with opened(browser) as page:
        page.emulate_media(media="print")
        for name in PAGES:
            page.goto((site / f"{name}.html").as_uri())
            on_top = page.locator(".vk-afdruk-kop")
            assert on_top.is_visible()
            assert "De Linge" in on_top.inner_text()
            assert "1\u00a0oktober\u00a02026" in on_top.inner_text()
            assert not page.get_by_role("link", name="Verlaat deze pagina").first.is_visible()


@pytest.mark.parametrize("way", ["from disk", "from a server's sub-folder", "in a frame of another page"])
@pytest.mark.parametrize("slug", EXAMPLES)
def test_every_page_loads_only_from_itself_without_a_fault(
    built: ExampleBuilder, browser: Browser, slug: str, way: str
) -> None:
    site = built(slug) / "site"
    with served(site) as address, opened(browser) as page:
        origin = site.as_uri() if way == "from disk" else address
        requests, faults = watched(page)
        for name in PAGES:
            url = f"{origin}/{name}.html"
            if way == "in a frame of another page":
                page.set_content(f'<iframe src="{url}" width="1000" height="800"></iframe>', wait_until="networkidle")
                assert page.frame(url=url) is not None
            else:
                page.goto(url, wait_until="networkidle")
        assert len(requests) > len(PAGES)
        assert [request for request in requests if not request.startswith(origin)] == []
        assert faults == []
        assert page.context.cookies() == []
        assert page.context.storage_state()["origins"] == []


def watched(page: Page) -> tuple[list[str], list[str]]:
    requests: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    page.on("response", lambda response: faults.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    return requests, faults


def test_the_home_page_with_photos_weighs_less_than_400_kb(built: ExampleBuilder, browser: Browser) -> None:
    site = built("zorggroep-de-vecht") / "site"
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[urlsplit(response.url).path] = len(response.body())

    with served(site) as address, opened(browser, PHONE) as page:
        page.on("response", weigh)
        page.goto(f"{address}/index.html", wait_until="networkidle")
    assert sum(path.endswith(".jpg") for path in sizes) >= 3
    assert sum(sizes.values()) < 400_000, sizes


@pytest.mark.parametrize("slug", EXAMPLES)
def test_a_phone_shows_at_once_whom_to_call_without_script_or_scrolling(
    built: ExampleBuilder, browser: Browser, slug: str
) -> None:
    with opened(browser, PHONE, script=False) as page:
        page.goto((built(slug) / "site" / "index.html").as_uri())
        calls = page.locator("main a[href^='tel:'], .md-container a[href^='tel:']").all()
        boxes = [box for link in calls if (box := link.bounding_box())]
        on_screen = [box for box in boxes if box["y"] + box["height"] <= PHONE[1] and box["height"] >= 44]
        assert len(on_screen) >= min(3, len(boxes))
        assert on_screen


@pytest.mark.parametrize("slug", EXAMPLES)
def test_without_script_the_wegwijzer_is_complete(built: ExampleBuilder, browser: Browser, slug: str) -> None:
    with opened(browser, PHONE, script=False) as page:
        page.goto((built(slug) / "site" / "wegwijzer.html").as_uri())
        for situation in ("acuut-gevaar", "pesten", "klacht-over-vp"):
            row = page.locator(f"[id='{situation}']")
            assert row.is_visible()
            assert row.inner_text().strip()
        assert page.locator("[id='acuut-gevaar'] a[href='tel:112']").is_visible()


def test_a_situation_has_an_address_of_its_own(built: ExampleBuilder, browser: Browser) -> None:
    with opened(browser, PHONE) as page:
        page.goto((built("bouwbedrijf-de-linge") / "site" / "wegwijzer.html").as_uri() + "#pesten")
        assert page.locator("[id='pesten']").bounding_box()
        assert page.evaluate("document.querySelector(':target').id") == "pesten"
        top = page.evaluate("document.querySelector('#pesten').getBoundingClientRect().top")
        assert 0 <= top < PHONE[1]


@pytest.mark.parametrize("way", ["from disk", "from a server's sub-folder"])
@pytest.mark.parametrize(
    ("typed", "found"),
    [("pesten", "wegwijzer.html#pesten"), ("klacht indienen", "klachtencommissie.html"), ("xyzzy", None)],
)
def test_search_finds_the_situation_first(
    built: ExampleBuilder, browser: Browser, way: str, typed: str, found: str | None
) -> None:
    site = built("bouwbedrijf-de-linge") / "site"
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


def test_the_chosen_scheme_is_all_that_is_kept(built: ExampleBuilder, browser: Browser) -> None:
    with served(built("bakkerij-van-dam") / "site") as address, opened(browser) as page:
        page.goto(f"{address}/index.html")
        page.get_by_role("button", name="Donker").first.click()
        (origin,) = page.context.storage_state()["origins"]
        assert [item["name"] for item in origin["localStorage"]] == ["vertrouwenskit-schema"]
        page.goto(f"{address}/rol.html")
        assert page.evaluate("document.documentElement.dataset.vkSchema") == "donker"


@pytest.mark.parametrize(
    ("way", "script"),
    [("button", True), ("button", False), ("Shift three times", True)],
    ids=["by button", "by button without script", "by key"],
)
def test_the_reader_can_leave_at_once(built: ExampleBuilder, browser: Browser, way: str, script: bool) -> None:
    with served(built("bakkerij-van-dam") / "site") as address, opened(browser, script=script) as page:
        left: list[str] = []

        def answer(route: Route) -> None:
            left.append(route.request.url)
            route.fulfill(body="weer")

        page.route(re.compile(r"^https://"), answer)
        page.goto(f"{address}/rol.html")
        if way == "button":
            page.get_by_role("link", name="Verlaat deze pagina").first.click()
        else:
            for _ in range(3):
                page.keyboard.press("Shift")
        page.wait_for_url(re.compile(r"^https://www\.knmi\.nl/"))
        assert len(left) == 1


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
    built: ExampleBuilder, browser: Browser, typed: str, rows: list[str], urgent: list[str]
) -> None:
    with opened(browser) as page:
        page.goto((built("bouwbedrijf-de-linge") / "site" / "wegwijzer.html").as_uri())
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
