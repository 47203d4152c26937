"""Every page of every example asks nothing of anybody else, whichever way it is opened, and nothing goes wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright

from tests.browser.conftest import SITES
from tests.browser.netlog import asked_for
from tests.browser.pages import Record, context_of, opened, pages_of, serving, watched
from tests.conftest import BROWSER_OPTIONS, CHROMIUM

WAYS: Final = (
    "from disk",
    "from a server's sub-folder",
    "in a frame of another origin",
    "in a frame of a page on disk",
    "from disk in a frame of another page on disk",
)
#: Done when the letters of a page are there; in a frame far below they come last.
LETTERS: Final = "document.fonts.load('16px \"Atkinson Hyperlegible Next\"').then((faces) => faces.length > 0)"
#: Everything that a page can keep in a browser, beside cookies.
KEPT: Final = """async () => ({
  local: {...localStorage}, session: {...sessionStorage}, cookie: document.cookie,
  databases: (await indexedDB.databases()).map((base) => base.name),
  caches: window.caches ? await caches.keys() : [],
  workers: navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0,
})"""
NOTHING: Final = {"local": {}, "session": {}, "cookie": "", "databases": [], "caches": [], "workers": 0}


@contextmanager
def origins(root: Path, outside: Path, way: str) -> Iterator[tuple[str, str | None]]:
    """Give the address of ``root`` and, if the way is in a frame, that of the page that embeds."""
    page = outside / "elders.html"
    with serving(root) as here, serving(outside, "localhost") as elsewhere:
        origin = root.as_uri() if "from disk" in way else here
        if way == "in a frame of another origin":
            yield origin, f"{elsewhere}/{page.name}"
        else:
            yield origin, page.as_uri() if "frame" in way else None


def visit(page: Page, addresses: list[str]) -> None:
    """Open each address in turn, and wait at each until it asks for nothing more."""
    for address in addresses:
        page.goto(address, wait_until="networkidle")


def embed(page: Page, addresses: list[str], embedding: str, outside: Path) -> None:
    """Open a page that holds each address in a frame, and wait until none of them asks for anything more."""
    frames = "".join(f'<iframe src="{url}" width="1100" height="800" title="kit"></iframe>' for url in addresses)
    page_of_another = f'<!doctype html><html lang="nl"><title>Elders</title><link rel="icon" href="data:,">{frames}'
    (outside / "elders.html").write_text(page_of_another, encoding="utf-8")
    page.goto(embedding)
    for url in addresses:
        frame = page.frame(url=url)
        assert frame is not None, url
        assert frame.evaluate(LETTERS), url


def foreign(record: Record, origin: str, embedding: str | None) -> list[str]:
    """Return what was asked of others. A ``data:`` address lies in the page itself."""
    own = (f"{origin}/", "data:")
    return [url for url in record.requests if not url.startswith(own) and url != embedding]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("part", [*SITES, "the overview"])
def test_every_page_loads_only_from_itself_without_a_fault_and_keeps_nothing(
    dist: Path, whole_browser: Browser, tmp_path: Path, part: str, way: str
) -> None:
    pages = [dist / "index.html"] if part == "the overview" else pages_of(dist / part / "site", SITES[part])
    with origins(dist.parent, tmp_path, way) as (origin, embedding), context_of(whole_browser) as context:
        record = watched(context)
        addresses = [f"{origin}/{path.relative_to(dist.parent).as_posix()}" for path in pages]
        page = context.new_page()
        if embedding:
            embed(page, addresses, embedding, tmp_path)
        else:
            visit(page, addresses)
        assert set(addresses) <= set(record.requests)
        assert foreign(record, origin, embedding) == []
        assert record.faults == []
        if way == "from a server's sub-folder":  # elsewhere the browser lets nobody look
            assert page.evaluate(KEPT) == NOTHING
        assert context.cookies() == []
        assert context.storage_state(indexed_db=True)["origins"] == []


def test_the_record_would_see_a_stranger_a_failure_and_something_kept(whole_browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "fout.html").write_text(
        '<!doctype html><title>x</title><img src="http://elders.example/x.png"><img src="weg.png">'
        "<script>localStorage.x = 1; document.cookie = 'y=1'; console.warn('let op'); throw new Error('stuk')</script>",
        encoding="utf-8",
    )
    with serving(tmp_path) as origin, context_of(whole_browser) as context:
        record = watched(context)
        page = context.new_page()
        visit(page, [f"{origin}/fout.html"])
        assert foreign(record, origin, None) == ["http://elders.example/x.png"]
        assert page.evaluate(KEPT) == NOTHING | {"local": {"x": "1"}, "cookie": "y=1"}
        assert len(context.cookies()) == 1
    told = " ".join(record.faults)
    assert all(word in told for word in ("elders.example", "404", "let op", "stuk"))


@pytest.mark.parametrize("body", ["<img src='http://elders.example/x.png'>", "<script>console.error('stuk')</script>"])
def test_every_journey_would_see_a_stranger_and_a_fault(browser: Browser, tmp_path: Path, body: str) -> None:
    """Whatever a test is about, it fails when a page asks for something of others, or complains, on the way."""
    (tmp_path / "fout.html").write_text(f"<!doctype html><title>x</title>{body}", encoding="utf-8")
    with pytest.raises(AssertionError, match=r"elders\.example|stuk"), opened(browser) as page:
        page.goto((tmp_path / "fout.html").as_uri())


def heard(playwright: Playwright, root: Path, log: Path, paths: list[Path]) -> tuple[set[str], set[str]]:
    """Open ``paths`` from a server and give their addresses, and all that the network layer was asked for them."""
    options = [*BROWSER_OPTIONS, "--disable-features=AutofillServerCommunication", f"--log-net-log={log}"]
    chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=options)
    with serving(root) as origin, context_of(chromium) as context:
        addresses = [f"{origin}/{path.relative_to(root).as_posix()}" for path in paths]
        page = context.new_page()
        for address in addresses:
            page.goto(address)
        page.wait_for_load_state("networkidle")
    chromium.close()
    return set(addresses), asked_for(log, "http://127.0.0.1")


def test_the_record_would_see_an_icon_that_is_missing_or_barred(whole_browser: Browser, tmp_path: Path) -> None:
    """Only an icon that the browser drops on its way to the next page is no fault."""
    barred = '<meta http-equiv="Content-Security-Policy" content="img-src \'none\'">'
    for name, head in (("weg", ""), ("geweerd", barred)):
        (tmp_path / f"{name}.html").write_text(
            f'<!doctype html><title>x</title>{head}<link rel="icon" href="favicon.svg">', encoding="utf-8"
        )
        with serving(tmp_path) as origin, context_of(whole_browser) as context:
            record = watched(context)
            page = context.new_page()
            with page.expect_event("console", lambda said: "favicon.svg" in said.text + said.location["url"]):
                page.goto(f"{origin}/{name}.html")
        assert "favicon.svg" in " ".join(record.faults), name


def test_the_network_layer_itself_saw_no_other_host(dist: Path, playwright: Playwright, tmp_path: Path) -> None:
    """A second witness, that also writes down what no page is told of: prefetches, favicons, names looked up."""
    addresses, asked = heard(playwright, dist.parent, tmp_path / "netlog.json", pages_of(dist, 60))
    assert addresses <= asked
    assert any(url.endswith("favicon.svg") for url in asked)
    assert {urlsplit(url).hostname for url in asked} == {"127.0.0.1"}


def test_the_network_layer_would_see_a_prefetch(playwright: Playwright, tmp_path: Path) -> None:
    page = tmp_path / "fout.html"
    page.write_text('<!doctype html><link rel="prefetch" href="http://elders.example/x">', encoding="utf-8")
    assert "http://elders.example/x" in heard(playwright, tmp_path, tmp_path / "netlog.json", [page])[1]


def test_every_site_carries_the_licence_of_its_fonts(dist: Path) -> None:
    for part in SITES:
        fonts = dist / part / "site/assets/fonts"
        assert list(fonts.glob("*.woff2"))
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "OFL.txt").read_text(encoding="utf-8")
