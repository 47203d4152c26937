"""What ``build`` does when all kits are seen to: what is left over, the association's campaign, the overview."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from generator.batch.campaign import Campaign, build_campaigns, remove_campaign, stands
from generator.batch.leftovers import Leftover, leftovers, remove
from generator.batch.member import Member
from generator.batch.overview import write_overview
from generator.batch.plan import root_from
from generator.batch.workplace import workplace
from generator.campagne.vereniging import SLUG as CAMPAIGN
from generator.cli.console import err, out, say
from generator.cli.findings import show_findings
from generator.cli.questions import Interview
from generator.errors import BuildFailed, UsageError
from generator.job import Job
from generator.kit.index import find_kits
from generator.refusals import disk_trouble

#: The files of the overview; the report tells that the page beside it is ours.
OVERVIEW: Final = "index.html"
_REPORT: Final = "report.json"
_ALL: Final = "Alle kits"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the kits: the overview's page (None if there is none) and the campaigns."""

    overview: Path | None = None
    campaigns: tuple[Campaign, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What ``build`` did: the kits in the order asked, whether those are all, and whether it was stopped half way.

    ``job`` is that of any kit; ``prune`` and ``force`` are the options of that name.
    """

    members: Sequence[Member]
    job: Job
    all_asked: bool
    prune: bool = False
    force: bool = False
    stopped: bool = False


def look_back(run: Run) -> Around:
    """See to what is left over, to the campaign (if all kits were asked for) and to the overview.

    A kit that stands alone gets no overview. Raises ``BuildFailed`` if the overview can't be written.
    """
    job, output, kits_root = run.job, run.job.output, run.job.kits_root
    if not output.is_dir():
        return Around()
    seen = {member.slug for member in run.members}
    present = seen if run.all_asked else seen | _slugs(kits_root)
    campaigns: tuple[Campaign, ...] = ()
    if run.all_asked and job.only is None and not run.stopped:
        campaigns = build_campaigns(job, present, force=run.force)
        for campaign in campaigns:
            _tell(campaign)
    left = list(leftovers(output, seen, present, root_from(output, kits_root)))
    gone = [item for item in left if item.gone]
    # Only a run over everything knows that there is no association any more.
    orphan = run.all_asked and job.only is None and not run.stopped and not campaigns and stands(output)
    removed = _see_to_leftovers(gone, output, prune=run.prune and not run.stopped, campaign=orphan)
    everyone = [*run.members, *(item.as_member(output) for item in left if item not in removed)]
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


def _see_to_leftovers(gone: Sequence[Leftover], output: Path, *, prune: bool, campaign: bool) -> list[Leftover]:
    """Say what stands there without a kit or an association; with ``prune`` ask on a terminal, and remove it.

    Return what is no longer there.
    """
    names = [item.slug for item in gone] + ([f"{CAMPAIGN} (voor werkgevers)"] if campaign else [])
    if not names:
        return []
    if not prune:
        shown = ", ".join(names)
        say(out(), f"In {output} staat nog iets van wat er niet meer is: {shown}. Weghalen? Gebruik --prune.")
        return []
    say(out(), f"Deze mappen in {output} horen nergens meer bij en gaan weg, met hun zip:")
    for name in names:
        say(out(), f"  {name}")
    if sys.stdin.isatty() and out().is_terminal and not Interview(input, print).agrees("Weghalen (ja of nee)?"):
        say(out(), "Er is niets weggehaald.")
        return []
    removed = [item for item in gone if _removed(item.slug, partial(remove, output, item))]
    if campaign:
        _removed(CAMPAIGN, partial(remove_campaign, output))
    return removed


def _removed(name: str, remove_it: Callable[[], None]) -> bool:
    try:
        remove_it()
    except (BuildFailed, UsageError) as mistake:
        say(err(), f"{name}: niet weggehaald. {mistake}", "bold red")
        return False
    return True


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
        with workplace(job.output) as work:
            write_overview(job.output, members, title or _ALL, job.today, job.resources, work)
    except OSError as error:
        raise BuildFailed(f"Het overzicht is niet geschreven. {disk_trouble(error)}") from error
    return page
