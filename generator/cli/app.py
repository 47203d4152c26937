"""The commands as they are typed, and how every ending becomes a Dutch sentence and an exit code."""

# The work of a command is imported when that command runs: `--version` and `--help` must answer at once,
# without the seconds that mkdocs and pydantic take to load.

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import typer

from generator import __version__
from generator.cli import options
from generator.cli.console import err, make_printable, out, say
from generator.cli.exitcodes import Exit
from generator.cli.failures import DEBUG, tell_refused, tell_unexpected
from generator.cli.help import DutchCommand, DutchGroup, printables, usage
from generator.cli.wording import in_dutch
from generator.errors import BuildFailed, UsageError

PROGRAM: Final = "vertrouwenskit"
#: New objects between two looks for garbage; Python itself looks after 700.
_SELDOM = 50_000
_KITS: Final = Path("kits")

app = typer.Typer(
    cls=DutchGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    help="Maakt van één bestand kit.yml een website, posters en infobladen over de vertrouwenspersonen.",
)


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    *,
    version: options.Version = False,
    debug: options.Debug = False,
    help_: options.Help = False,
) -> Exit:
    """Answer ``--version``, and show the help if no command is given."""
    del help_  # answered already
    del debug  # ``main`` reads it, so that it may stand behind the command too
    if version:
        say(out(), f"{PROGRAM} {__version__}")
        raise typer.Exit(Exit.OK)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(Exit.USAGE)
    return Exit.OK


@app.command(
    cls=DutchCommand,
    help="Begin een nieuwe kit: een ingevuld bestand kit.yml met uitleg, om aan te passen.\n\n"
    "In een terminal stelt dit commando een paar vragen. Elke vraag is ook een optie.",
)
def new(  # noqa: PLR0913  every question is also an option
    slug: options.NewSlug,
    *,
    naam: options.Naam = None,
    medewerkers: options.Medewerkers = None,
    aanspreekvorm: options.Aanspreekvorm = None,
    vertrouwenspersoon: options.Vertrouwenspersoon = None,
    kits: options.KitsFolder = _KITS,
    no_input: options.NoInput = False,
) -> Exit:
    """Write a filled kit to start from."""
    from generator.cli.newkit import Given, new_kit

    given = Given(naam, medewerkers, aanspreekvorm, tuple(vertrouwenspersoon or ()))
    return new_kit(slug, given, kits, ask=not no_input and sys.stdin.isatty())


@app.command(
    cls=DutchCommand,
    help="Kijk kits na: klopt het bestand, en is de kit geschikt om te publiceren? Er wordt niets gemaakt.\n\n"
    "Met --persoon zie je wat er over één vertrouwenspersoon openbaar wordt.",
)
def check(  # noqa: PLR0913  every option is a parameter
    kit: options.KitNames = None,
    *,
    kits: options.KitsFolder = _KITS,
    as_json: options.AsJson = False,
    as_sarif: options.AsSarif = False,
    strict: options.Strict = False,
    persoon: options.Persoon = None,
    today: options.Today = None,
) -> Exit:
    """Read, validate and judge kits."""
    from generator.cli.checking import Report, check_kits

    report = Report(as_json=as_json, as_sarif=as_sarif, strict=strict, persoon=persoon)
    return check_kits(kit or [], kits, report, today)


@app.command(cls=DutchCommand, help="Toon alle regels van check, of leg één code uit.")
def rules(code: options.Codes = None, *, as_json: options.AsJson = False, markdown: options.AsMarkdown = False) -> Exit:
    """List or explain the codes of findings."""
    from generator.cli.ruling import show_rules

    return show_rules(code or [], markdown=markdown, as_json=as_json)


@app.command(
    cls=DutchCommand,
    help="Laat van elke waarde in een kit zien waar zij vandaan komt: laag, bestand en regel, en wat er eerst stond.",
)
def explain(
    kit: options.KitName,
    plek: options.Place = None,
    *,
    kits: options.KitsFolder = _KITS,
    as_json: options.ValuesAsJson = False,
) -> Exit:
    """Tell where the values of a kit come from."""
    from generator.cli.explaining import explain_kit

    return explain_kit(kit, plek, kits, as_json=as_json)


@app.command(
    cls=DutchCommand,
    help="Maak van elke kit een website en drukwerk: posters, kaartjes en infobladen. "
    "Een kit met fouten houdt de andere niet tegen.",
    epilog=printables(),
)
def build(  # noqa: PLR0913  every option is a parameter
    kit: options.KitNames = None,
    *,
    kits: options.KitsFolder = _KITS,
    output: options.Output = Path("dist"),
    engine: options.Engine = "mkdocs",
    only: options.Only = None,
    drukwerk: options.Press = False,
    strict: options.Strict = False,
    today: options.Today = None,
    keep_stage: options.KeepStage = None,
    jobs: options.Jobs = None,
    force: options.Force = False,
    zip_: options.Zip = False,
    prune: options.Prune = False,
    scheduler: options.Scheduler = None,
) -> Exit:
    """Build kits into sites and printables."""
    from generator.cli.building import Wanted, build_kits

    wanted = Wanted(
        output,
        engine,
        only,
        press=drukwerk,
        strict=strict,
        today=today,
        keep_stage=keep_stage,
        jobs=jobs,
        force=force,
        zipped=zip_,
        prune=prune,
        scheduler=scheduler,
    )
    return build_kits(kit or [], kits, wanted)


@app.command(
    cls=DutchCommand,
    help="Bekijk een site in de browser terwijl je eraan werkt.\n\n"
    "Na elke bewaarde wijziging in kit, foto, tekst of vormgeving wordt de site opnieuw gemaakt, en de browser "
    "ververst vanzelf. Alleen deze computer kan de site zien.",
)
def serve(kit: options.KitName, *, kits: options.KitsFolder = _KITS, port: options.Port = None) -> Exit:
    """Serve one kit on this computer, and build it again at every change."""
    from generator.cli.serving import serve_kit

    return serve_kit(kit, kits, port)


@app.command(
    cls=DutchCommand,
    help="Schrijf de schema's waarmee een editor helpt bij het invullen van kit.yml en branche.yml.",
)
def schema(*, check: options.CheckSchemas = False, output: options.SchemaFolder = _KITS) -> Exit:
    """Write the schemas for editors, or tell whether they are stale."""
    from generator.cli.schemas import check_schemas, write_schemas

    return check_schemas(output) if check else write_schemas(output)


@app.command(
    name="import",
    cls=DutchCommand,
    help="Maak kits van een rekenblad met leden, of werk ze bij.\n\n"
    "Wat iemand met de hand in een kit heeft veranderd, blijft staan. Een leeg rekenblad maak je met --template.",
)
def import_(  # noqa: PLR0913  every option is a parameter
    leden: options.Members = None,
    *,
    into: options.Into = None,
    kits: options.KitsFolder = _KITS,
    sheet: options.Sheet = None,
    dry_run: options.DryRun = False,
    overwrite: options.Overwrite = False,
    all_or_nothing: options.AllOrNothing = False,
    template: options.Template = None,
) -> Exit:
    """Make kits of a list of members, or write an empty list."""
    from generator.cli.importing import Asked, import_members, write_template

    asked = Asked(sheet=sheet, dry_run=dry_run, overwrite=overwrite, all_or_nothing=all_or_nothing)
    if template is not None:
        return write_template(template, leden, into, asked)
    return import_members(leden, into, kits, asked)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; ``arguments`` default to those of the process."""
    for stream in (sys.stdout, sys.stderr):
        make_printable(stream)
    # Importing and parsing make many objects that live on; looking through them over and over is a tenth of a build.
    gc.set_threshold(_SELDOM)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if "--debug" in given:
        os.environ[DEBUG] = "1"
    try:
        return _run([argument for argument in given if argument != "--debug"])
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        _write_no_more()
        return Exit.FAILED
    except OSError as error:
        _write_no_more()
        tell_refused(error)
        return Exit.FAILED
    except Exception as error:  # noqa: BLE001  the last resort: a sentence instead of a page of code
        tell_unexpected(error)
        return Exit.FAILED


def _write_no_more() -> None:
    """Let what still waits to be written go nowhere: Python would complain once more when it flushes at the end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except (AttributeError, ValueError):
            continue  # there is none, or it is closed


def _run(arguments: list[str]) -> int:
    try:
        code = typer.main.get_command(app).main(args=arguments, prog_name=PROGRAM, standalone_mode=False)
    except typer.TyperException as error:
        return _misused(error)
    except UsageError as error:
        say(err(), f"Fout: {error}", "red")
        return Exit.USAGE
    except BuildFailed as error:
        say(err(), f"Fout: {error}", "red")
        return Exit.FAILED
    except (KeyboardInterrupt, typer.Abort):
        code = Exit.INTERRUPTED
    if code == Exit.INTERRUPTED:
        say(err(), "\nGestopt.")
    return int(code or 0)


def _misused(error: typer.TyperException) -> Exit:
    say(err(), f"Fout: {in_dutch(error)}", "red")
    context = getattr(error, "ctx", None)
    if context is not None:
        say(err(), usage(context.command, context))
        say(err(), f"Hulp: {context.command_path} --help")
    return Exit.USAGE
