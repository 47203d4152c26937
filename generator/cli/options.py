"""The arguments and options of the commands, with the Dutch that the help shows for each."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

_ONE_KIT = "De naam van een kit, of het pad van een map of van een kit.yml."


def _show_help(context: typer.Context, asked: bool) -> None:
    """Show the help of the program and end."""
    if asked:
        typer.echo(context.get_help())
        raise typer.Exit


# Our own, because for the one that typer makes it loads pydantic whenever `--help` is *not* given here.
Help = Annotated[bool, typer.Option("--help", "-h", callback=_show_help)]
Version = Annotated[bool, typer.Option("--version", help="Toon de versie.")]
Debug = Annotated[
    bool, typer.Option("--debug", help="Toon bij een fout in het programma alle details. Ook: VERTROUWENSKIT_DEBUG=1.")
]
KitName = Annotated[str, typer.Argument(metavar="KIT", help=_ONE_KIT)]
KitNames = Annotated[list[str] | None, typer.Argument(metavar="KIT", help=f"{_ONE_KIT} Zonder: alle kits.")]
KitsFolder = Annotated[Path, typer.Option("--kits", metavar="MAP", help="De map met kits (anders: kits).")]

AsJson = Annotated[bool, typer.Option("--json", help="Geef de bevindingen als JSON, voor andere programma's.")]
AsSarif = Annotated[bool, typer.Option("--sarif", help="Geef de bevindingen als SARIF, voor CI en editors.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Geef de pagina met alle regels, in Markdown.")]
Codes = Annotated[list[str] | None, typer.Argument(metavar="CODE", help="Een code, zoals VK104. Zonder: alle regels.")]
Persoon = Annotated[
    str | None,
    typer.Option(
        "--persoon",
        metavar="NAAM",
        help="Toon alleen wat er over deze vertrouwenspersoon openbaar wordt, voor akkoord.",
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today", metavar="DATUM", help="De dag waarvan uitgegaan wordt, zoals 2026-11-21 (anders: vandaag)."
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Reken een waarschuwing ook als fout.")]

Place = Annotated[
    str | None,
    typer.Argument(
        metavar="PAD", help="Eén sleutel of onderdeel, zoals organisatie.naam, vertrouwenspersonen of doorverwijzing."
    ),
]
ValuesAsJson = Annotated[bool, typer.Option("--json", help="Geef de waarden als JSON, voor andere programma's.")]

Output = Annotated[Path, typer.Option("--output", metavar="MAP", help="Waar het resultaat komt (anders: dist).")]
Only = Annotated[
    str | None,
    typer.Option("--only", metavar="site|print", help="Maak alleen de site, of alleen het drukwerk (anders: allebei)."),
]
Press = Annotated[
    bool,
    typer.Option("--drukwerk", help="Maak het drukwerk klaar voor de drukker: met 3 mm afloop en snijtekens."),
]
Engine = Annotated[
    str,
    typer.Option("--engine", metavar="mkdocs|zensical", help="Het programma dat de site maakt (anders: mkdocs)."),
]
KeepStage = Annotated[
    Path | None, typer.Option("--keep-stage", metavar="MAP", help="Bewaar hier ook het MkDocs-project van elke kit.")
]
Jobs = Annotated[
    str | None,
    typer.Option(
        "--jobs", metavar="AANTAL", help="Hoeveel kits tegelijk gemaakt worden (anders: zoveel als de computer aankan)."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Maak ook kits waaraan niets veranderd is.")]
Zip = Annotated[bool, typer.Option("--zip", help="Maak van elke kit ook één zip om door te sturen, met uitleg erin.")]
Scheduler = Annotated[
    str | None,
    typer.Option("--scheduler", metavar="ADRES", help="Laat een cluster van Dask het werk doen (zie de handleiding)."),
]
Prune = Annotated[
    bool,
    typer.Option(
        "--prune", help="Haal het resultaat weg van kits die er niet meer zijn. Je ziet eerst wat er weggaat."
    ),
]
Port = Annotated[
    str | None,
    typer.Option("--port", metavar="NUMMER", help="De poort (anders: 8000, of de eerste vrije daarna)."),
]

CheckSchemas = Annotated[
    bool, typer.Option("--check", help="Schrijf niets; kijk alleen of de schema's bij deze versie horen.")
]
SchemaFolder = Annotated[Path, typer.Option("--output", metavar="MAP", help="Waar de schema's komen (anders: kits).")]

NewSlug = Annotated[
    str,
    typer.Argument(
        metavar="SLUG", help="De naam van de map: kleine letters, cijfers en streepjes, zoals bakkerij-jansen."
    ),
]
Naam = Annotated[str | None, typer.Option("--naam", metavar="TEKST", help="De naam van de organisatie.")]
Medewerkers = Annotated[str | None, typer.Option("--medewerkers", metavar="AANTAL", help="Hoeveel mensen er werken.")]
Aanspreekvorm = Annotated[
    str | None, typer.Option("--aanspreekvorm", metavar="je|u", help="Hoe de site de lezer aanspreekt (anders: je).")
]
Vertrouwenspersoon = Annotated[
    list[str] | None,
    typer.Option(
        "--vertrouwenspersoon",
        metavar="GEGEVENS",
        help="Naam, intern of extern, telefoon en e-mail, met puntkomma's ertussen. Telefoon of e-mail mag ontbreken. "
        "Voorbeeld: 'Samira El Amrani; intern; 06 12345678; samira@bedrijf.nl'. Herhaal de optie voor een tweede.",
    ),
]
NoInput = Annotated[bool, typer.Option("--no-input", help="Stel geen vragen; wat ontbreekt, wordt een voorbeeld.")]

Members = Annotated[
    Path | None, typer.Argument(metavar="LEDEN", help="Het rekenblad met leden: een bestand .xlsx, .csv of .tsv.")
]
Into = Annotated[
    Path | None,
    typer.Option("--into", metavar="MAP", help="De map waar de kits van de leden staan, zoals kits/bouw."),
]
Sheet = Annotated[
    str | None,
    typer.Option("--sheet", metavar="NAAM", help="Het blad met de leden (anders: het blad met de kopjes)."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Schrijf niets; zeg alleen wat er zou gebeuren.")]
Overwrite = Annotated[
    bool,
    typer.Option("--overwrite", help="Bij een conflict wint het rekenblad van wat er met de hand is veranderd."),
]
AllOrNothing = Annotated[
    bool, typer.Option("--all-or-nothing", help="Schrijf alleen als het hele rekenblad zonder fouten is.")
]
Template = Annotated[
    Path | None, typer.Option("--template", metavar="BESTAND", help="Schrijf een leeg rekenblad om in te vullen.")
]
