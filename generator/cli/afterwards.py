"""What ``build`` does when all kits are seen to: what is left over, the association's campaign, the overview."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.batch.campaign import Campaign, build_campaigns
from generator.batch.leftovers import Leftover, leftovers, remove
from generator.batch.member import Member
from generator.batch.overview import write_overview
from generator.batch.plan import root_from
from generator.batch.worker import disk_trouble
from generator.cli.console import err, out, say
from generator.cli.findings import show_findings
from generator.cli.questions import Interview
from generator.errors import BuildFailed, UsageError
from generator.kit.index import find_kits
from generator.pipeline import Job

#: The files of the overview; the report tells that the page beside it is ours.
OVERVIEW: Final = "index.html"
_REPORT: Final = "report.json"
_ALL: Final = "Alle kits"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the kits: the overview's page (None if there is none) and the campaigns."""

    overview: Path | None = None
    campaigns: tuple[Campaign, ...] = ()


def look_back(members: Sequence[Member], job: Job, *, all_asked: bool, prune: bool, force: bool) -> Around:
    """See to what is left over, to the campaign and to the overview.

    ``members`` are the kits of this run and ``all_asked`` tells whether those are all kits of the folder: only then the
    campaign is looked at. ``job`` is that of any of them. A kit that stands alone gets no overview. Raises
    ``BuildFailed`` if the overview can't be written.
    """
    output, kits_root = job.output, job.kits_root
    if not output.is_dir():
        return Around()
    seen = {member.slug for member in members}
    present = seen if all_asked else seen | _slugs(kits_root)
    left = list(leftovers(output, seen, present, root_from(output, kits_root)))
    gone = [item for item in left if item.gone]
    removed = _prune(gone, output) if prune else ()
    if gone and not prune:
        names = ", ".join(item.slug for item in gone)
        say(out(), f"In {output} staat nog iets van een kit die er niet meer is: {names}. Weghalen? Gebruik --prune.")
    everyone = [*members, *(item.as_member(output) for item in left if item not in removed)]
    campaigns = tuple(build_campaigns(job, present, force=force)) if all_asked and job.only is None else ()
    for campaign in campaigns:
        _tell(campaign)
    return Around(_overview(everyone, job), campaigns)


def _tell(campaign: Campaign) -> None:
    """Say what a person must know of a campaign."""
    if campaign.state in {"built", "invalid"} and campaign.findings:
        show_findings(out(), f"campagne ({campaign.layer})", campaign.findings)
    if campaign.state == "built":
        say(out(), f"campagne voor werkgevers: klaar → {campaign.folder / 'site' / 'index.html'}", "green")
    elif campaign.state == "invalid":
        say(out(), f"campagne voor werkgevers: niet gemaakt, er zitten fouten in {campaign.layer}", "bold red")
    elif campaign.state == "failed":
        say(err(), f"campagne voor werkgevers: niet gemaakt. {campaign.reason}", "bold red")


def _slugs(kits_root: Path) -> set[str]:
    return {kit.slug for kit in find_kits(kits_root).kits} if kits_root.is_dir() else set()


def _prune(gone: Sequence[Leftover], output: Path) -> list[Leftover]:
    """Say what will be removed, ask on a terminal, and remove it; return what is no longer there."""
    if not gone:
        return []
    say(out(), f"Deze mappen in {output} horen bij geen kit meer en gaan weg, met hun zip:")
    for item in gone:
        say(out(), f"  {item.slug}")
    if sys.stdin.isatty() and out().is_terminal and not Interview(input, print).agrees("Weghalen (ja of nee)?"):
        say(out(), "Er is niets weggehaald.")
        return []
    removed = []
    for item in gone:
        try:
            remove(output, item)
        except UsageError as mistake:
            say(err(), f"{item.slug}: niet weggehaald. {mistake}", "bold red")
        else:
            removed.append(item)
    return removed


def _overview(members: Sequence[Member], job: Job) -> Path | None:
    page, report = job.output / OVERVIEW, job.output / _REPORT
    if len(members) < 2 and not report.is_file():
        return None
    if page.exists() and not report.is_file():
        say(err(), f"{page} heeft vertrouwenskit niet gemaakt. Daarom is er geen overzicht geschreven.", "yellow")
        return None
    branches = {member.branche for member in members}
    title = branches.pop() if len(branches) == 1 else ""
    try:
        write_overview(job.output, members, title or _ALL, job.today, job.resources)
    except OSError as error:
        raise BuildFailed(f"Het overzicht is niet geschreven. {disk_trouble(error)}") from error
    return page
