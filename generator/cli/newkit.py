"""``vertrouwenskit new``: a first ``kit.yml`` from a few answers, never over an existing one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.cli import answers
from generator.cli.answers import Refused
from generator.cli.console import out, say
from generator.cli.exitcodes import Exit
from generator.cli.questions import Interview
from generator.cli.schemas import schema_files, write_text
from generator.errors import BuildFailed, UsageError
from generator.kit.loader import KIT_FILE, find_kits
from generator.refusals import refusal
from generator.starter import MARK, Starter, starter_text
from generator.whole import sweep_unfinished, write_new


@dataclass(frozen=True, slots=True)
class Given:
    """The answers that came as options, as they were typed."""

    naam: str | None = None
    medewerkers: str | None = None
    aanspreekvorm: str | None = None
    vertrouwenspersonen: tuple[str, ...] = ()


def new_kit(slug: str, given: Given, kits_root: Path, *, ask: bool) -> Exit:
    """Write ``kits_root/slug/kit.yml``; ``ask`` for what is not given, or fill in examples.

    Raises ``UsageError`` if the slug or an option does not fit, or if such a kit exists.
    """
    try:
        starter = _from_options(answers.read_slug(slug), given)
    except Refused as refused:
        raise UsageError(str(refused)) from refused
    path = kits_root / slug / KIT_FILE
    sweep_unfinished(path.parent)
    _refuse_existing(slug, path, kits_root)
    if ask:
        starter = _interviewed(starter)
    text = starter_text(starter)
    schema = kits_root / "kit.schema.json"
    is_first = not schema.exists()
    if is_first:
        # Before the kit, which is not written a second time.
        write_text(schema, schema_files()[schema.name])
    _write_new(path, text)
    say(out(), f"Geschreven: {path}", "green")
    if is_first:
        say(out(), f"Geschreven: {schema} (hiermee helpt een editor bij het invullen)")
    _say_what_next(path, slug, kits_root, has_examples=MARK in text)
    return Exit.OK


def _from_options(slug: str, given: Given) -> Starter:
    return Starter(
        slug,
        answers.read_name(given.naam) if given.naam is not None else None,
        answers.read_count(given.medewerkers) if given.medewerkers is not None else None,
        answers.read_form(given.aanspreekvorm) if given.aanspreekvorm is not None else None,
        answers.read_advisors(given.vertrouwenspersonen),
    )


def _interviewed(starter: Starter) -> Starter:
    interview = Interview(input, lambda reason: say(out(), f"  {reason}", "yellow"))
    return Starter(
        starter.slug,
        starter.naam or interview.organisation(starter.voorbeeldnaam),
        starter.medewerkers or interview.head_count(),
        starter.aanspreekvorm or interview.form(),
        starter.vertrouwenspersonen or interview.advisors(),
    )


def _refuse_existing(slug: str, path: Path, kits_root: Path) -> None:
    taken = find_kits(kits_root).named(slug)
    existing = path if path.exists() else taken.folder / KIT_FILE if taken else None
    if existing is not None:
        raise UsageError(f"Er is al een kit {slug}: {existing}. Die blijft zoals hij is. Kies een andere naam.")


def _write_new(path: Path, text: str) -> None:
    try:
        write_new(path, text.encode())
    except FileExistsError as error:  # another program wrote it since we looked
        raise UsageError(f"{path} bestaat al en blijft zoals het is.") from error
    except OSError as error:
        raise BuildFailed(f"{path} kan niet geschreven worden: {refusal(error)}.") from error


def _say_what_next(path: Path, slug: str, kits_root: Path, *, has_examples: bool) -> None:
    name = slug if kits_root == Path("kits") else f"{slug} --kits {kits_root}"
    say(out())
    say(out(), "Zo ga je verder:")
    if has_examples:
        say(out(), f"  1. Open {path} en verander de regels met VOORBEELD erachter.")
    else:
        say(out(), f"  1. Open {path} en vul aan wat je al weet.")
    say(out(), f"  2. Kijk de kit na:   vertrouwenskit check {name}")
    say(out(), f"  3. Bekijk de site:   vertrouwenskit serve {name}")
    say(out(), f"  4. Maak de site:     vertrouwenskit build {name}")
