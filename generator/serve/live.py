"""What the server shows at this moment, shared between the thread that builds and the threads that answer."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Showing:
    """One state of the site: its ``version``, the folder with the site if there is one, and what is wrong if anything.

    ``trouble`` is a whole HTML page that takes the place of every page of the site.
    """

    version: str
    site: Path | None = None
    trouble: str | None = None


@dataclass(slots=True)
class Live:
    """The current state, and a way to wait for the next."""

    # Unlike a plain count, this never equals what a page remembers from a server that has been stopped.
    _run: str = field(default_factory=lambda: secrets.token_hex(4))
    _number: int = 0
    _now: Showing = field(default_factory=lambda: Showing("begin"))
    _changed: threading.Condition = field(default_factory=threading.Condition)
    _closed: bool = False

    @property
    def now(self) -> Showing:
        """The state that a request must be answered from."""
        with self._changed:
            return self._now

    def show(self, site: Path) -> None:
        """Show a good site from now on."""
        self._become(site, None)

    def fail(self, trouble: str) -> None:
        """Show a page about what is wrong; pictures and styles of the last good site stay."""
        self._become(self.now.site, trouble)

    def wait(self, version: str, seconds: float) -> bool:
        """Wait until the state is another than ``version``; return whether it is within ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._now.version != version, seconds)
            return self._now.version != version

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _become(self, site: Path | None, trouble: str | None) -> None:
        with self._changed:
            self._number += 1
            self._now = Showing(f"{self._run}-{self._number}", site, trouble)
            self._changed.notify_all()
