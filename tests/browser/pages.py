"""Open what was built as a reader would, and keep a record of what the browser asked for and complained about."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final, Literal

from playwright.sync_api import Browser, BrowserContext, Page, Request

Scheme = Literal["light", "dark"]
Size = tuple[int, int]

PHONE: Final[Size] = (360, 740)
DESK: Final[Size] = (1280, 900)
#: This machine: its disk, its servers, and what lies in a page itself.
_HERE: Final = ("file:", "http://127.0.0.1:", "http://localhost:", "data:", "about:")
#: What a screen of 1280 by 1024 has left at 400 % (WCAG 2.2, criterion 1.4.10).
ZOOMED: Final[Size] = (320, 256)


def pages_of(folder: Path, at_least: int) -> list[Path]:
    """Return every page under ``folder``; there must be ``at_least`` so many, or a test would look at nothing."""
    found = sorted(folder.rglob("*.html"))
    assert len(found) >= at_least, found
    return found


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class says so
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """A tab that is closed in the middle of an answer is no news; a failed request is in the record."""


@contextmanager
def serving(root: Path, host: str = "127.0.0.1") -> Iterator[str]:
    """Serve all that is in ``root``, and give the address of it; another ``host`` is another origin."""
    server = _Server(("127.0.0.1", 0), partial(_Silent, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://{host}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` under a sub-folder of a web server, as an intranet would, and give the folder's address."""
    with serving(folder.parent.parent) as origin:
        yield f"{origin}/{folder.parent.name}/{folder.name}"


@contextmanager
def context_of(
    browser: Browser, size: Size = DESK, scheme: Scheme = "light", *, script: bool = True, **more: Any
) -> Iterator[BrowserContext]:
    """Give a fresh profile; ``more`` is what Playwright's ``new_context`` takes besides."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, java_script_enabled=script, **more
    )
    try:
        yield context
    finally:
        context.close()


@dataclass(frozen=True, slots=True)
class Record:
    """The addresses that were asked for, and every failed or refused request, error and warning."""

    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def watched(by: Page | BrowserContext) -> Record:
    """Keep a record of a tab, or of all tabs of a profile, with their frames."""
    record = Record()
    faults = record.faults

    def failed(request: Request) -> None:
        # The browser fetches an icon in its own time, also after the page has fallen silent, and drops it when the
        # reader goes on: no fault of the page. One that is missing or barred fails in other words.
        if not (request.url.endswith("/favicon.svg") and request.failure == "net::ERR_ABORTED"):
            faults.append(f"failed: {request.url}: {request.failure}")

    by.on("request", lambda request: record.requests.append(request.url))
    by.on("requestfailed", failed)
    by.on("response", lambda answer: faults.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
    by.on("console", lambda said: faults.append(said.text) if said.type in {"error", "warning"} else None)
    if isinstance(by, Page):
        by.on("pageerror", lambda error: faults.append(str(error)))
    else:
        by.on("weberror", lambda error: faults.append(str(error.error)))
    return record


@contextmanager
def opened(
    browser: Browser,
    size: Size = DESK,
    scheme: Scheme = "light",
    *,
    script: bool = True,
    may_ask: tuple[str, ...] = (),
    faulty: bool = False,
    **more: Any,
) -> Iterator[Page]:
    """Give an empty tab in a profile of its own, and see when it is done that the journey was a clean one.

    Nothing may have been asked of anybody but this machine, the beginnings of addresses in ``may_ask`` excepted, and
    nothing may have gone wrong; a test that makes something go wrong says so with ``faulty``.
    """
    with context_of(browser, size, scheme, script=script, **more) as context:
        record = watched(context)
        yield context.new_page()
        known = (*_HERE, *may_ask)
        strangers = [address for address in record.requests if not address.startswith(known)]
        # A reader who goes on to another page stops what the last one was still fetching.
        faults = [fault for fault in record.faults if not fault.endswith("net::ERR_ABORTED")]
    assert strangers == [], strangers
    assert faulty or faults == [], faults


def until(page: Page, condition: str) -> None:
    """Wait until a JavaScript expression holds. Playwright's own way is refused by the pages' security policy."""
    page.evaluate(
        f"""() => new Promise((done, fail) => {{
          setTimeout(() => fail(new Error("it never held; scrollY is " + scrollY)), 15000);
          (function look() {{ if ({condition}) done(); else setTimeout(look, 20); }})();
        }})"""
    )
