"""``vertrouwenskit build``: every kit becomes a site; one that fails does not hold up the others."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast, get_args

from rich.console import Console

from generator.cli.console import err, out, say
from generator.cli.exitcodes import Exit, overall
from generator.cli.failures import tell_unexpected
from generator.cli.findings import show_findings
from generator.cli.select import Chosen, choose
from generator.errors import BuildFailed, Finding, KitInvalid, UsageError, stopping
from generator.kit.text import did_you_mean, enumerate_words
from generator.pipeline import Built, Job, Part, build_kit
from generator.resources import default_resources
from generator.site.engines import EngineName

#: How often ``build_kit`` reports a step; the bar moves with each.
_STEPS = 5


@dataclass(frozen=True, slots=True)
class _Outcome:
    exit: Exit
    built: Built | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the options of ``build`` ask for, as it was typed."""

    output: Path
    engine: str
    only: str | None
    press: bool
    strict: bool
    today: str | None
    keep_stage: Path | None


def build_kits(asked: Sequence[str], kits_root: Path, wanted: Wanted) -> Exit:
    """Build the kits that are asked for and return the exit code.

    Raises ``UsageError`` for a kit or an engine that does not exist, or a date that can't be read.
    """
    name, part, day, resources = (
        engine_named(wanted.engine),
        _part(wanted),
        build_date(wanted.today),
        default_resources(),
    )
    for folder in (wanted.output, wanted.keep_stage):
        if folder is not None and folder.exists() and not folder.is_dir():
            raise UsageError(f"{folder} is een bestand. Kies een map om in te schrijven.")
    chosen = choose(asked, kits_root)
    jobs = [
        Job(
            kit.folder,
            kit.kits_root,
            wanted.output,
            resources,
            day,
            name,
            keep_stage=wanted.keep_stage,
            only=part,
            press=wanted.press,
            strict=wanted.strict,
        )
        for kit in chosen
    ]
    console = out()
    with _progress(console, len(jobs)) as steps:
        outcomes = [_build(kit, job, console, steps) for kit, job in zip(chosen, jobs, strict=True)]
    _close(console, [outcome.built for outcome in outcomes if outcome.built], len(jobs))
    return overall(outcome.exit for outcome in outcomes)


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


def _build(kit: Chosen, job: Job, console: Console, step: Callable[[str], None]) -> _Outcome:
    if kit.findings:
        return _invalid(kit, kit.findings, console)
    try:
        built = build_kit(job, lambda what: step(f"{kit.slug}: {what}"))
    except KitInvalid as invalid:
        return _invalid(kit, invalid.findings, console)
    except UsageError as mistake:
        say(err(), f"{kit.slug}: niet gemaakt. {mistake}", "bold red")
        return _Outcome(Exit.USAGE)
    except BuildFailed as failure:
        say(err(), f"{kit.slug}: niet gemaakt. {failure}", "bold red")
        return _Outcome(Exit.FAILED)
    except Exception as error:  # noqa: BLE001  not even a mistake of ours holds up the other kits
        say(err(), f"{kit.slug}: niet gemaakt.", "bold red")
        tell_unexpected(error)
        return _Outcome(Exit.FAILED)
    if built.findings:
        show_findings(console, built.slug, built.findings)
    say(console, f"{built.slug}: klaar, {_made(built)} → {_home(built)}", "green")
    return _Outcome(Exit.OK, built)


def _invalid(kit: Chosen, findings: Iterable[Finding], console: Console) -> _Outcome:
    found = tuple(findings)
    show_findings(console, kit.slug, found)
    reason = "er zitten fouten in de kit" if stopping(found) else "met --strict telt een waarschuwing als fout"
    say(console, f"{kit.slug}: niet gemaakt, {reason}", "bold red")
    return _Outcome(Exit.INVALID)


def _close(console: Console, built: Sequence[Built], asked: int) -> None:
    failed = f", {asked - len(built)} mislukt" if len(built) < asked else ""
    say(console)
    say(console, f"{len(built)} van {asked} {'kit' if asked == 1 else 'kits'} gemaakt{failed}.")
    for site in built:
        say(console, f"  Bekijk {site.slug}: {_home(site).resolve().as_uri()}")


def _home(built: Built) -> Path:
    return built.folder / "site" / "index.html" if built.pages else built.folder / "print"


def _made(built: Built) -> str:
    """Return ``17 pagina's en 14 pdf's``."""
    pages = "1 pagina" if built.pages == 1 else f"{built.pages} pagina's" if built.pages else ""
    prints = "1 pdf" if built.prints == 1 else f"{built.prints} pdf's" if built.prints else ""
    return " en ".join(part for part in (pages, prints) if part)


@contextmanager
def _progress(console: Console, kits: int) -> Iterator[Callable[[str], None]]:
    """Show a bar on a terminal, and nothing elsewhere; call what is yielded with each step's description."""
    if not console.is_terminal:
        yield lambda _description: None
        return
    from rich.progress import BarColumn, Progress, TextColumn  # worth its time only where the bar is seen

    with Progress(BarColumn(), TextColumn("{task.description}", markup=False), console=console, transient=True) as bar:
        task = bar.add_task("", total=kits * _STEPS)
        yield lambda description: bar.update(task, description=description, advance=1, refresh=True)
