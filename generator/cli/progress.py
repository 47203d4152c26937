"""How far a run is: a bar on a terminal, now and then a line elsewhere, with the rate and the time that is left."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, Protocol

from rich.console import Console

from generator.cli.console import say

#: How often ``build_kit`` reports a step; the bar moves with each.
_STEPS: Final = 5
#: Off a terminal, from so many kits on, every tenth part gets a line.
_MANY: Final = 20


class Progress(Protocol):
    """What is told while a run goes on."""

    def step(self, description: str) -> None:
        """Say what is being done to the only kit."""

    def done(self, slug: str) -> None:
        """Say that a kit is ready, well or badly."""


@contextmanager
def progress(console: Console, kits: int) -> Iterator[Progress]:
    """Show how far a run over so many kits is."""
    if not console.is_terminal:
        yield _Lines(console, kits)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn  # worth it only here
    from rich.progress import Progress as Bar

    rate = TextColumn("{task.fields[rate]}", markup=False)
    several = (MofNCompleteColumn(), rate) if kits > 1 else ()
    with Bar(
        BarColumn(), *several, TextColumn("{task.description}", markup=False), console=console, transient=True
    ) as bar:
        task = bar.add_task("", total=kits if kits > 1 else _STEPS, rate="")
        yield _Bar(lambda **fields: bar.update(task, refresh=True, **fields), kits)


def pace(done: int, total: int, seconds: float) -> str:
    """Return the rate and the time that is left: ``2,4 per seconde, nog ongeveer 3 minuten``."""
    rate = done / seconds if seconds > 0 else 0.0
    if not rate:
        return ""
    left = round((total - done) / rate)
    shown = f"{rate:.1f} per seconde" if rate >= 0.1 else f"{rate * 60:.1f} per minuut"
    return f"{shown.replace('.', ',')}, nog ongeveer {_duration(left)}"


def _duration(seconds: int) -> str:
    if seconds < 100:
        shown = seconds if seconds < 20 else round(seconds / 10) * 10
        return "1 seconde" if shown == 1 else f"{shown} seconden"
    minutes = round(seconds / 60)
    if minutes < 100:
        return f"{minutes} minuten"
    return f"{round(minutes / 60)} uur"


@dataclass(slots=True)
class _Bar:
    """A bar: with several kits it moves with each kit, with one with each step."""

    update: Callable[..., None]
    kits: int
    ready: int = 0
    start: float = field(default_factory=time.monotonic)

    def step(self, description: str) -> None:
        """Move a step on."""
        self.update(description=description, advance=0 if self.kits > 1 else 1)

    def done(self, slug: str) -> None:
        """Move a kit on."""
        self.ready += 1
        rate = pace(self.ready, self.kits, time.monotonic() - self.start) if self.kits > 1 else ""
        self.update(description=slug, advance=1 if self.kits > 1 else 0, rate=rate)


@dataclass(slots=True)
class _Lines:
    """A line for each tenth part of many kits, for who reads a log; few kits speak for themselves."""

    console: Console
    kits: int
    ready: int = 0
    start: float = field(default_factory=time.monotonic)

    def step(self, description: str) -> None:
        """Say nothing: a log is not for steps."""

    def done(self, slug: str) -> None:
        """Count, and say how far it is at every tenth part."""
        self.ready += 1
        part = max(1, self.kits // 10)
        if self.kits >= _MANY and self.ready % part == 0 and self.ready < self.kits:
            left = pace(self.ready, self.kits, time.monotonic() - self.start)
            say(self.console, f"{self.ready} van {self.kits} kits, {left}")
