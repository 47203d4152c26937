"""One run of ``serve``: build, show, watch, build again, until somebody stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from generator.errors import BuildFailed, KitInvalid
from generator.job import Job
from generator.kit.layers import read_layers
from generator.pipeline import Built, build_kit
from generator.serve.live import Live
from generator.serve.server import SiteServer
from generator.serve.trouble import failure_page, findings_page
from generator.serve.watching import Stamp, layer_files, stamp, wake_ups

#: Told of every build: the result, or what stood in its way.
Report: TypeAlias = Callable[[Built | KitInvalid | BuildFailed], None]


@dataclass(slots=True)
class Session:
    """Builds ``job`` again whenever what it is made of changes; a mistake is shown and the session goes on."""

    job: Job
    report: Report
    live: Live = field(default_factory=Live)
    stopping: threading.Event = field(default_factory=threading.Event)
    _layers: tuple[Path, ...] = ()
    _built_from: Stamp | None = None

    def run(self, server: SiteServer) -> None:
        """Serve until ``stopping`` is set or Ctrl-C; the first build comes before the first answer."""
        self.follow()
        answering = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        answering.start()
        try:
            for _ in wake_ups(self.roots, self.stopping.is_set):
                self.follow()
        finally:
            self.live.close()
            server.shutdown()
            server.server_close()
            answering.join()

    def follow(self) -> None:
        """Build if anything differs from what the last build was made of."""
        if stamp(self.roots()) == self._built_from:
            return
        self._layers = read_layers(self.job.folder / "kit.yml", self.job.kits_root).files[1:]
        # Taken before the build: what is saved during the build is built by the next round.
        self._built_from = stamp(self.roots())
        self.build()

    def roots(self) -> tuple[Path, ...]:
        """Return the files and folders that the site is made of."""
        beside = (path for layer in self._layers for path in layer_files(layer))
        return (self.job.folder, *self._layers, *beside, *self.job.resources.watched)

    def build(self) -> None:
        """Build once; show the site, or the page about what is wrong."""
        slug = self.job.folder.resolve().name
        result = self._attempt()
        if isinstance(result, Built):
            self.live.show(result.folder / "site")
        elif isinstance(result, KitInvalid):
            self.live.fail(findings_page(slug, result.findings))
        else:
            self.live.fail(failure_page(slug, str(result)))
        self.report(result)

    def _attempt(self) -> Built | KitInvalid | BuildFailed:
        try:
            return build_kit(self.job)
        except (KitInvalid, BuildFailed) as failure:
            return failure
        except Exception as error:  # noqa: BLE001  whatever a text or a template brings about, the server lives on
            return BuildFailed(f"{type(error).__name__}: {error}")
