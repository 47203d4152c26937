"""``vertrouwenskit build``: every kit becomes a site with printables; one that fails does not hold up the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, TypeAlias, cast, get_args

from generator.batch.campaign import Campaign
from generator.batch.fingerprint import shared_digest
from generator.batch.plan import Asked, Plan, make_plan
from generator.batch.pool import Here, Processes
from generator.batch.run import run
from generator.batch.standing import still
from generator.batch.task import Outcome, Progress
from generator.cli.afterwards import Run, look_back
from generator.cli.console import err, out, say
from generator.cli.exitcodes import Exit, overall
from generator.cli.outcomes import Teller, exit_of
from generator.cli.progress import progress
from generator.cli.select import Chosen, choose
from generator.errors import UsageError
from generator.job import EngineName, Job, Part
from generator.kit.index import find_kits
from generator.kit.text import did_you_mean, enumerate_words
from generator.resources import Resources, default_resources

#: More processes than this only wait for each other.
_MOST_JOBS: Final = 256
#: Does the work of a plan and yields how it ends; is given what to tell the steps of a single kit.
_Run: TypeAlias = Callable[[Progress], Iterator[Outcome]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of ``build`` ask for, as it was typed; ``jobs`` None means as many as there are cores."""

    output: Path
    engine: str = "mkdocs"
    only: str | None = None
    press: bool = False
    strict: bool = False
    today: str | None = None
    keep_stage: Path | None = None
    jobs: str | None = None
    force: bool = False
    zipped: bool = False
    prune: bool = False
    scheduler: str | None = None


def build_kits(asked: Sequence[str], kits_root: Path, wanted: Wanted) -> Exit:
    """Build the kits that are asked for and return the exit code.

    Raises ``UsageError`` for a kit or an engine that does not exist, or a date that can't be read.
    """
    resources = default_resources()
    job_of = _job_of(wanted, resources)
    if wanted.prune and not asked and kits_root.is_dir() and not find_kits(kits_root).kits:
        # The last kit is gone: there is nothing to build, but something to remove.
        look_back(Run((), job_of(Chosen(kits_root, kits_root)), all_asked=True, prune=True))
        return Exit.OK
    chosen = choose(asked, kits_root)
    plan = _plan([Asked(job_of(kit), kit.findings) for kit in chosen], wanted, resources)
    teller = Teller(out(), wanted.output, len(chosen))
    with _hands(wanted, plan) as hands:
        outcomes, stopped = _run(plan, teller, hands)
    told = [outcome.member for outcome in outcomes]
    around = look_back(Run(told, job_of(chosen[0]), not asked, wanted.prune, wanted.force, stopped))
    if stopped:
        raise KeyboardInterrupt
    teller.close(told, around.overview)
    endings = [exit_of(outcome) for outcome in outcomes]
    return overall([*endings, *(_exit_of(campaign) for campaign in around.campaigns)])


def _exit_of(campaign: Campaign) -> Exit:
    return {"invalid": Exit.INVALID, "failed": Exit.FAILED}.get(campaign.state, Exit.OK)


def _job_of(wanted: Wanted, resources: Resources) -> Callable[[Chosen], Job]:
    """Return what makes the job of a kit; raises ``UsageError`` for options that make no sense."""
    engine, part, day = engine_named(wanted.engine), _part(wanted), build_date(wanted.today)
    for folder in (wanted.output, wanted.keep_stage):
        if folder is not None and folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is een bestand. Kies een map om in te schrijven.")
    return lambda kit: Job(
        kit.folder,
        kit.kits_root,
        wanted.output,
        resources,
        day,
        engine,
        keep_stage=wanted.keep_stage,
        only=part,
        press=wanted.press,
        strict=wanted.strict,
    )


def _plan(asked: Sequence[Asked], wanted: Wanted, resources: Resources) -> Plan:
    job = asked[0].job
    options = {"engine": job.engine, "only": job.only, "press": job.press}
    return make_plan(asked, shared_digest(resources, options), force=wanted.force, zipped=wanted.zipped)


@contextmanager
def _hands(wanted: Wanted, plan: Plan) -> Iterator[_Run]:
    """Yield what does the work of a plan: on a cluster, or in processes here, but in this one for a single kit."""
    given = wanted.jobs if wanted.jobs is not None else str(os.cpu_count() or 1)
    if not (given.isascii() and given.isdigit() and 0 < int(given) <= _MOST_JOBS):
        raise UsageError(f"--jobs is een aantal van 1 tot {_MOST_JOBS}, en geen '{given}'. Voorbeeld: --jobs 4")
    tasks = len(plan.tasks)
    if wanted.scheduler is None:
        crew = Here() if tasks <= 1 else Processes(min(int(given), tasks))
        yield lambda step: run(plan.tasks, wanted.output, crew, step)
        return
    from generator.batch.cluster import connected, run_on  # of an extra that few have

    with connected(wanted.scheduler) as cluster:
        yield lambda _step: run_on(cluster, plan.tasks, wanted.output)


def _run(plan: Plan, teller: Teller, hands: _Run) -> tuple[list[Outcome], bool]:
    """Do the work and tell of each kit, in the order in which they were asked for.

    Return the endings in that order, and whether Ctrl-C stopped the run: then the other kits are still waiting.
    """
    ready = {outcome.member.folder: outcome for outcome in plan.known}
    outcomes: list[Outcome] = []

    def tell() -> None:
        while len(outcomes) < len(plan.folders) and plan.folders[len(outcomes)] in ready:
            outcomes.append(ready.pop(plan.folders[len(outcomes)]))
            teller.tell(outcomes[-1])

    tell()
    with progress(teller.console, len(plan.tasks)) as shown:
        try:
            for outcome in hands(shown.step):
                shown.done(outcome.member.slug)
                ready[outcome.member.folder] = outcome
                tell()
        except KeyboardInterrupt:
            if len(plan.tasks) > 1:
                say(err(), "Wat klaar is, blijft staan. Start opnieuw om verder te gaan.")
            waiting = {task.folder: Outcome(still(task, "waiting")) for task in plan.tasks}
            left = plan.folders[len(outcomes) :]
            return [*outcomes, *(ready.get(folder) or waiting[folder] for folder in left)], True
    return outcomes, False


def engine_named(name: str) -> EngineName:
    """Return the engine of that name; raises ``UsageError`` if there is none."""
    return cast("EngineName", _chosen_from(get_args(EngineName), name, "De engine"))


def _part(wanted: Wanted) -> Part | None:
    """Return what the build is limited to; raises ``UsageError`` for a part that does not exist or makes no sense."""
    if wanted.only is None:
        return None
    part = _chosen_from(get_args(Part), wanted.only, "Het onderdeel")
    if part == "site" and wanted.press:
        raise UsageError("--drukwerk gaat over de posters; met --only site worden die niet gemaakt.")
    return cast("Part", part)


def _chosen_from(names: tuple[str, ...], name: str, what: str) -> str:
    """Return the name if it exists; raises ``UsageError`` with the nearest one, or all, if it does not."""
    if name not in names:
        hint = did_you_mean(name, names) or f"Kies {enumerate_words(names)}."
        raise UsageError(f"{what} {name} bestaat niet. {hint.strip()}")
    return name


def build_date(asked: str | None = None) -> date:
    """Return the date of the build: the one asked for, today, or what the environment gives for repeatable builds.

    ``asked`` is year, month, day. ``SOURCE_DATE_EPOCH`` is seconds since 1970 in UTC (reproducible-builds.org).
    Raises ``UsageError`` for what is neither.
    """
    if asked is not None:
        try:
            return date.fromisoformat(asked)
        except ValueError as error:
            raise UsageError(f"'{asked}' is geen datum. Schrijf jaar, maand, dag: --today 2026-11-21") from error
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(_seconds(given), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageError(
            f"SOURCE_DATE_EPOCH is '{given}', maar hier hoort een aantal seconden sinds 1970, "
            "bijvoorbeeld 1795219200 voor 21 november 2026. Haal de variabele weg om de datum van vandaag te gebruiken."
        ) from error


def _seconds(text: str) -> int:
    seconds = int(text)
    if seconds < 0:
        raise ValueError(text)
    return seconds
