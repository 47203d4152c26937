"""What the browser keeps is the reader's own choice of colours; where it may keep nothing, the page still works."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import opened, served, serving, watched
from tests.browser.test_requests import KEPT, NOTHING

#: The same as ``KEPT`` without what has no meaning for a page on disk.
KEPT_ON_DISK: Final = """async () => ({
  local: {...localStorage}, session: {...sessionStorage}, cookie: document.cookie,
  databases: (await indexedDB.databases()).map((base) => base.name),
})"""
#: A browser in which every kind of storage is barred, as some are by policy.
BARRED: Final = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) {
  Object.defineProperty(window, name, { get() { throw new DOMException("barred", "SecurityError"); } });
}
Object.defineProperty(Document.prototype, "cookie", { get() { throw new DOMException("barred", "SecurityError"); } });
"""


def test_the_chosen_scheme_is_all_that_is_kept(dist: Path, whole_browser: Browser) -> None:
    with served(dist / "bakkerij-van-dam" / "site") as address, opened(whole_browser) as page:
        page.goto(f"{address}/index.html")
        page.get_by_role("button", name="Donker").first.click()
        (origin,) = page.context.storage_state()["origins"]
        assert [item["name"] for item in origin["localStorage"]] == ["vertrouwenskit-schema"]
        page.goto(f"{address}/rol.html")
        assert page.evaluate("document.documentElement.dataset.vkSchema") == "donker"


@pytest.mark.parametrize("way", ["a server", "disk"])
def test_a_journey_leaves_nothing_else_behind(dist: Path, whole_browser: Browser, way: str) -> None:
    """A reader searches, filters, opens what is folded and chooses dark: of all that only the last is kept."""
    site = dist / "bouwbedrijf-de-linge/site"
    with served(site) as address, opened(whole_browser) as page:
        start = address if way == "a server" else site.as_uri()
        page.goto(f"{start}/index.html")
        page.get_by_role("button", name="Zoeken").first.click()
        page.get_by_role("searchbox", name="Zoeken op deze site").fill("pesten")
        page.locator("dialog ol a").first.click()
        page.wait_for_url("**/wegwijzer.html*")
        assert keeps(page, start) == NOTHING
        page.get_by_role("button", name="Donker").first.click()
        page.goto(f"{start}/veelgestelde-vragen.html")
        page.locator(".vk-artikel details").first.click()
        assert keeps(page, start) == NOTHING | {"local": {"vertrouwenskit-schema": "donker"}}
        assert page.context.cookies() == []


def keeps(page: Page, start: str) -> dict[str, object]:
    """Return all that the page keeps. On disk the browser shows no list of caches and of workers."""
    script = KEPT if start.startswith("http") else KEPT_ON_DISK
    found: dict[str, object] = page.evaluate(script)
    return NOTHING | found


def test_where_storage_is_barred_the_choice_holds_for_the_page_and_nothing_is_reported(
    dist: Path, whole_browser: Browser
) -> None:
    with served(dist / "bouwbedrijf-de-linge" / "site") as address, opened(whole_browser) as page:
        page.add_init_script(BARRED)
        record = watched(page)
        for name in ("index", "wegwijzer", "vertrouwenspersonen"):
            page.goto(f"{address}/{name}.html", wait_until="networkidle")
            page.get_by_role("button", name="Donker").first.click()
            assert page.evaluate("document.documentElement.dataset.vkSchema") == "donker"
        assert record.faults == []


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_in_a_sandboxed_frame_the_page_works(dist: Path, whole_browser: Browser, tmp_path: Path, sandbox: str) -> None:
    """Without an origin of its own a page may not fetch its font: the browser says so and takes the system's."""
    barred = sandbox == "allow-scripts"
    with (
        serving(dist) as here,
        serving(tmp_path, "localhost") as elsewhere,
        opened(whole_browser, faulty=barred) as page,
    ):
        url = f"{here}/bouwbedrijf-de-linge/site/wegwijzer.html"
        (tmp_path / "elders.html").write_text(
            f'<!doctype html><link rel="icon" href="data:,"><iframe sandbox="{sandbox}" src="{url}" width="1200">',
            encoding="utf-8",
        )
        record = watched(page)
        page.goto(f"{elsewhere}/elders.html", wait_until="networkidle")
        frame = page.frame(url=url)
        assert frame is not None
        frame.get_by_role("button", name="Donker").first.click()
        assert frame.evaluate("document.documentElement.dataset.vkSchema") == "donker"
        frame.get_by_role("button", name="Zoeken").first.click()
        frame.get_by_role("searchbox", name="Zoeken op deze site").fill("pesten")
        assert frame.locator("dialog ol a").first.get_attribute("href") == "wegwijzer.html#pesten"
        unexpected = [fault for fault in record.faults if ".woff2" not in fault]
        assert unexpected in ([], ["Failed to load resource: net::ERR_FAILED"])
        assert bool(record.faults) == barred
