"""A page weighs little: a phone on a building site opens it at once."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Response

from tests.browser.pages import PHONE, opened, served


def test_the_home_page_with_photos_weighs_less_than_400_kb(dist: Path, browser: Browser) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[urlsplit(response.url).path] = len(response.body())

    with served(dist / "zorggroep-de-vecht" / "site") as address, opened(browser, PHONE) as page:
        page.on("response", weigh)
        page.goto(f"{address}/index.html", wait_until="networkidle")
    assert sum(path.endswith(".jpg") for path in sizes) >= 3
    assert sum(sizes.values()) < 400_000, sizes
