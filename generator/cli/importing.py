"""``vertrouwenskit import``: a spreadsheet of members becomes kits, and a kit that exists is brought up to date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.cli.console import err, out, say
from generator.cli.exitcodes import Exit
from generator.cli.schemas import schema_files, write_text
from generator.errors import BuildFailed, UsageError
from generator.intake.errorfile import error_file, write_error_file
from generator.intake.importing import Planned, Progress, Request, plan_import
from generator.intake.members import ADVISORS
from generator.intake.members import Path as Place
from generator.intake.merging import Conflict
from generator.intake.mistakes import FileRefused, Mistake, Notice
from generator.intake.places import BRANCHE, kits_root_for
from generator.intake.planning import Fate, Plan
from generator.intake.publishing import Written, write_if_other, write_plans
from generator.intake.template import template_bytes
from generator.intake.values import Plain
from generator.kit.text import enumerate_words, shorten
from generator.library import load_library
from generator.refusals import refusal
from generator.resources import default_resources

_SCHEMA: Final = "kit.schema.json"
_NAMED: Final = 20


@dataclass(frozen=True, slots=True)
class Asked:
    """What the options of ``import`` ask for."""

    sheet: str | None = None
    dry_run: bool = False
    overwrite: bool = False
    all_or_nothing: bool = False


def write_template(path: Path, source: Path | None, into: Path | None, asked: Asked) -> Exit:
    """Write an empty list of members; never over an existing file. Raises ``UsageError``."""
    if source is not None or into is not None or asked != Asked():
        raise UsageError("--template gaat niet samen met iets anders. Typ: vertrouwenskit import --template leden.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise UsageError(f"Het lege rekenblad is een Excel-bestand: {path.with_suffix('.xlsx')}")
    if path.exists():
        raise UsageError(f"{path} bestaat al en blijft zoals het is. Kies een andere naam.")
    try:
        write_if_other(path, template_bytes())
    except OSError as error:
        raise BuildFailed(f"{path} kan niet geschreven worden: {refusal(error)}.") from error
    say(out(), f"Geschreven: {path}", "green")
    say(out(), f"Vul het in, en maak de kits met: vertrouwenskit import {path} --into kits/NAAM-VAN-DE-BRANCHE")
    return Exit.OK


def import_members(source: Path | None, into: Path | None, kits: Path, asked: Asked) -> Exit:
    """Import a list of members, tell what was done, and return the exit code.

    Raises ``UsageError`` if the file or the folder is not named, or not there.
    """
    request = _request(source, into, kits, asked)
    shared = load_library(default_resources().content, "je").shared_ids
    try:
        with _progress() as progress:
            planned = plan_import(request, shared, progress)
    except FileRefused as refused:
        say(err(), f"Fout: {refused}", "red")
        return Exit.INVALID
    _tell_notices(planned)
    for plan in planned.plans:
        _tell_plan(plan)
    mistakes = planned.all_mistakes
    held_up = asked.all_or_nothing and bool(mistakes)
    written = Written()
    if not asked.dry_run and not held_up:
        written = _write(planned, request)
    _tell_mistakes(mistakes)
    for plan, reason in written.failed:
        say(err(), f"{plan.slug}: niet geschreven. {reason}.", "bold red")
    if not asked.dry_run:
        _keep_error_file(request.source, mistakes, as_text=planned.as_text)
    _tell_end(planned, request, dry_run=asked.dry_run, held_up=held_up)
    return _exit_of(planned, written, held_up=held_up)


def _request(source: Path | None, into: Path | None, kits: Path, asked: Asked) -> Request:
    if source is None:
        raise UsageError("Noem het rekenblad met leden: vertrouwenskit import leden.xlsx --into kits/bouw")
    if into is None:
        raise UsageError("Zeg met --into in welke map de kits komen, zoals --into kits/bouw")
    if into.exists() and not into.is_dir():
        raise UsageError(f"{into} is geen map.")
    root = kits_root_for(into, kits)
    return Request(source, into, root, asked.sheet, asked.overwrite)


def _write(planned: Planned, request: Request) -> Written:
    if not any(plan.fate != "refused" for plan in planned.plans):
        return Written()
    try:
        written = write_plans(planned.plans, request.into, planned.register)
    except OSError as error:
        raise BuildFailed(f"In {request.into} kan niet geschreven worden: {refusal(error)}.") from error
    schema = request.kits_root / _SCHEMA
    if written.done and not schema.exists():
        write_text(schema, schema_files()[_SCHEMA])
        say(out(), f"Geschreven: {schema} (hiermee helpt een editor bij het invullen)")
    return written


def _tell_notices(planned: Planned) -> None:
    console = out()
    for notice in planned.notices:
        say(console, f"LET OP  {_where(planned.sheet, notice)}{notice.text}", "cyan")


def _where(sheet: str, notice: Notice) -> str:
    return f"{sheet} {notice.place.address}: " if notice.place else ""


def _tell_plan(plan: Plan) -> None:
    console = out()
    if plan.fate == "new":
        say(console, f"NIEUW  {plan.slug}: {plan.member.label}", "green")
    elif plan.fate == "changed":
        places = enumerate_words((_shown_place(path) for path in plan.changed), "en") if plan.changed else "bestanden"
        say(console, f"GEWIJZIGD  {plan.slug}: {places}", "green")
    for conflict in plan.conflicts:
        _tell_conflict(plan, conflict)


def _tell_conflict(plan: Plan, conflict: Conflict) -> None:
    console = out()
    say(console, f"CONFLICT  {plan.slug} ({plan.member.label}): {_shown_place(conflict.path)}", "yellow")
    if conflict.reason:
        say(console, f"  {conflict.reason}")
        if conflict.sheet is not None:
            say(console, f"  In het rekenblad staat: {_shown(conflict.sheet)}")
        return
    say(console, f"  Vorige import:  {_shown(conflict.stood)}")
    say(console, f"  Nu in kit.yml:  {_shown(conflict.hand)}")
    say(console, f"  Rekenblad:      {_shown(conflict.sheet)}")
    say(console, "  kit.yml blijft zo. Zet in het rekenblad hetzelfde, of neem met --overwrite het rekenblad over.")


def _shown(plain: Plain | None) -> str:
    if plain is None:
        return "(niets)"
    return shorten(plain if isinstance(plain, str) else ", ".join(plain), 100)


def _shown_place(path: Place) -> str:
    """Return a place as a reader of the kit finds it: ``samira-el-amrani: contact.telefoon``."""
    if path[0] == ADVISORS and len(path) > 1:
        return f"{path[1]}: {'.'.join(path[2:])}" if path[2:] else f"vertrouwenspersoon {path[1]}"
    return ".".join(path)


def _tell_mistakes(mistakes: Iterable[Mistake]) -> None:
    console = out()
    for item in mistakes:
        say(console, f"FOUT  {item.sheet} {item.place.address} ({shorten(item.heading)})", "bold red")
        value = f"Er staat: '{shorten(item.value)}'. " if shorten(item.value) not in item.message else ""
        say(console, f"  {value}{item.message}")
        example = f" Voorbeeld: {item.example}" if item.example and item.example not in item.expected else ""
        say(console, f"  {item.expected}{example}")


def _keep_error_file(source: Path, mistakes: tuple[Mistake, ...], *, as_text: bool) -> None:
    """Write the mistakes beside the list, or take away what an earlier import wrote there."""
    path = error_file(source, as_text=as_text)
    try:
        stands = write_error_file(path, mistakes, as_text=as_text)
    except OSError as error:
        say(err(), f"{path} kan niet geschreven worden ({refusal(error)}). Staat het nog open?", "red")
        return
    if stands:
        say(out(), f"De fouten staan ook in {path}.")
    elif mistakes:
        say(err(), f"{path} is niet van ons en blijft zoals het is. De fouten staan dus alleen hier.", "red")


def _tell_end(planned: Planned, request: Request, *, dry_run: bool, held_up: bool) -> None:
    console = out()
    if planned.vanished:
        names = [entry.naam or entry.slug for entry in planned.vanished]
        more = f" en nog {len(names) - _NAMED}" if len(names) > _NAMED else ""
        say(console, f"Niet meer in de lijst: {', '.join(names[:_NAMED])}{more}. Hun kits blijven staan.", "yellow")
    if planned.plans and not (request.into / BRANCHE).is_file():
        say(console, f"Er is geen {request.into / BRANCHE}. Zet daarin wat alle leden delen; de handleiding zegt hoe.")
    say(console, _summary(planned), "bold")
    if dry_run:
        say(console, "Dit was een proef (--dry-run): er is niets geschreven.")
    elif held_up:
        say(console, "Er is niets geschreven (--all-or-nothing). Verbeter de fouten en doe het opnieuw.")
    elif any(plan.fate in {"new", "changed"} for plan in planned.plans):
        say(console, "Kijk de kits nu na met: vertrouwenskit check")


def _summary(planned: Planned) -> str:
    """Return the last line: how many members there are, and what became of them."""
    fates = Counter(plan.fate for plan in planned.plans)
    words: dict[Fate, str] = {
        "new": "nieuw",
        "changed": "gewijzigd",
        "unchanged": "ongewijzigd",
        "refused": "geweigerd",
    }
    parts = [f"{fates[fate]} {word}" for fate, word in words.items() if fates[fate] or fate != "refused"]
    conflicts = sum(len(plan.conflicts) for plan in planned.plans)
    mistakes = len(planned.all_mistakes)
    parts += [f"{conflicts} {'conflict' if conflicts == 1 else 'conflicten'}"] if conflicts else []
    parts += [f"{mistakes} {'fout' if mistakes == 1 else 'fouten'}"] if mistakes else []
    members = len(planned.plans)
    return f"{members} {'lid' if members == 1 else 'leden'} gelezen. {', '.join(parts).capitalize()}."


def _exit_of(planned: Planned, written: Written, *, held_up: bool) -> Exit:
    """Return 0 if all is in the kits, 3 if nothing could be, 4 if something stays open: a mistake or a conflict."""
    refused = sum(plan.fate == "refused" for plan in planned.plans)
    if not planned.plans or refused == len(planned.plans) or held_up:
        return Exit.INVALID
    if written.failed and len(written.failed) + refused == len(planned.plans):
        return Exit.FAILED
    open_ends = planned.all_mistakes or written.failed or any(plan.conflicts for plan in planned.plans)
    return Exit.SOME_FAILED if open_ends else Exit.OK


@contextmanager
def _progress() -> Iterator[Progress]:
    """Show a bar on a terminal; elsewhere nothing."""
    console = err()
    if not console.is_terminal:
        yield lambda _done, _all: None
        return
    from rich.progress import Progress as Bar

    with Bar(console=console, transient=True) as bar:
        task = bar.add_task("leden nakijken")
        yield lambda done, total: bar.update(task, completed=done, total=total)
