"""What the browser keeps is the reader's own choice of colours; where it may keep nothing, the page still works."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.browser.pages import opened, served, serving, watched

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
    with serving(dist) as here, serving(tmp_path, "localhost") as elsewhere, opened(whole_browser) as page:
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
        assert bool(record.faults) == (sandbox == "allow-scripts")
