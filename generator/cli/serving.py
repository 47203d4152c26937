"""``vertrouwenskit serve``: the site in a browser on this computer, built again at every saved change."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Final

from generator.cli.building import build_date
from generator.cli.console import out, say
from generator.cli.exitcodes import Exit
from generator.cli.findings import show_findings
from generator.cli.select import choose
from generator.errors import BuildFailed, KitInvalid, UsageError
from generator.job import Job
from generator.pipeline import Built
from generator.resources import default_resources
from generator.serve.live import Live
from generator.serve.server import SiteServer
from generator.serve.session import Session
from generator.temporary import temporary_folder

_FIRST_PORT: Final = 8000
_TRIES: Final = 20


def serve_kit(asked: str, kits_root: Path, port: str | None) -> Exit:
    """Serve one kit until Ctrl-C, which ends the program with ``KeyboardInterrupt``.

    Raises ``UsageError`` for a kit that does not exist or a port that can't be used.
    """
    (kit,) = choose([asked], kits_root)
    live = Live()
    server = _server(port, live)
    # Being asked to stop is like Ctrl-C: the temporary folder must not stay behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with temporary_folder() as output:
        job = Job(kit.folder, kit.kits_root, output, default_resources(), build_date(), only="site")
        say(out(), f"{kit.slug}: de site staat zo op {server.address} (stoppen: Ctrl-C)")
        Session(job, lambda result: report(kit.slug, result), live).run(server)
    return Exit.OK


def report(slug: str, result: Built | KitInvalid | BuildFailed) -> None:
    """Print what came of one build."""
    console = out()
    if isinstance(result, KitInvalid):
        show_findings(console, slug, result.findings)
        say(console, "De site is niet vernieuwd. Pas de kit aan en bewaar hem.", "bold red")
    elif isinstance(result, BuildFailed):
        say(console, f"De site is niet vernieuwd. {result}", "bold red")
    else:
        if result.findings:
            show_findings(console, slug, result.findings)
        say(console, f"{slug}: vernieuwd", "green")


def _server(port: str | None, live: Live) -> SiteServer:
    if port is None:
        return _first_free(live)
    number = int(port) if port.isascii() and port.isdigit() else -1
    if not 0 <= number <= 65535:
        raise UsageError(f"'{port}' is geen poort. Kies een getal van 1024 tot en met 65535, bijvoorbeeld --port 8080.")
    try:
        return SiteServer(number, live)
    except OSError as error:
        raise UsageError(
            f"Poort {number} is bezet of niet toegestaan. Kies een andere, bijvoorbeeld --port {_FIRST_PORT + 80}, "
            "of laat --port weg."
        ) from error


def _first_free(live: Live) -> SiteServer:
    for number in range(_FIRST_PORT, _FIRST_PORT + _TRIES):
        try:
            return SiteServer(number, live)
        except OSError:
            continue
    raise UsageError(
        f"Alle poorten van {_FIRST_PORT} tot {_FIRST_PORT + _TRIES} zijn bezet. Kies er zelf een met --port."
    )
