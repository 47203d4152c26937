"""What one build is asked to do; by itself, so that a run in which nothing changed loads nothing that builds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from generator.resources import Resources

#: What makes the site of a project; see ``site/engines.py``.
EngineName = Literal["mkdocs", "zensical"]
#: What a build makes: everything, or one of the two.
Part = Literal["site", "print"]


@dataclass(frozen=True, slots=True)
class Job:
    """Everything that one build depends on; nothing else is read, no clock and no environment.

    ``only`` limits the build to one part and leaves the other as it stands; ``press`` gives the printables bleed and
    crop marks; ``strict`` lets a warning stop the build too. ``work`` is an existing folder for what is under way, on
    the file system of ``output``; without it a folder there comes and goes. ``shared`` is a folder on that same file
    system for one copy of what several kits hold (``site/sharing.py``); without it every kit has its own.
    """

    folder: Path
    kits_root: Path
    output: Path
    resources: Resources
    today: date
    engine: EngineName = "mkdocs"
    keep_stage: Path | None = None
    only: Part | None = None
    press: bool = False
    strict: bool = False
    work: Path | None = None
    shared: Path | None = None
