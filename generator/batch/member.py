"""One kit as a run over many tells about it: how it stands, what was found, and what there is to open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.errors import Finding

#: How a kit stands after a run. ``built``: made anew. ``unchanged``: skipped, for nothing that it depends on changed.
#: ``invalid``: its own mistakes hold it up. ``failed``: our machinery, the disk or a killed process did. ``waiting``:
#: the run was stopped before its turn. ``other``: it stands in the output and was not asked for now. ``removed``: it
#: stands in the output, and there is no kit of that name any more.
State = Literal["built", "unchanged", "invalid", "failed", "waiting", "other", "removed"]


@dataclass(frozen=True, slots=True)
class Print:
    """One printable: its file below ``SLUG/print/``, and its title in a list."""

    bestand: str
    titel: str


@dataclass(frozen=True, slots=True)
class Member:
    """One kit of a run.

    ``folder`` is the kit's folder as findings show it (``kits/bouw/bouwbedrijf-de-linge``), ``naam`` the organisation's
    name (the slug if it can't be read), ``branche`` its association's name or an empty text. ``reason`` says in a Dutch
    sentence why a kit failed. ``site`` tells whether a site stands in ``SLUG/site/``, from this run or an earlier one;
    ``prints`` are the printables that stand in ``SLUG/print/``; ``zipped`` whether ``SLUG.zip`` stands beside the
    folder. ``made_on`` is the day (ISO 8601) of the build that stands there, or an empty text.
    """

    slug: str
    folder: str
    naam: str
    state: State
    branche: str = ""
    reason: str = ""
    findings: tuple[Finding, ...] = ()
    pages: int = 0
    site: bool = False
    prints: tuple[Print, ...] = ()
    zipped: bool = False
    made_on: str = ""
