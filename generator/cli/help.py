"""The help pages, in Dutch: Typer's own are English for a part, whatever the language of the system."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from typer.core import TyperCommand, TyperGroup

from generator.cli.console import out
from generator.cli.exitcodes import MEANING
from generator.cli.wording import name_of
from generator.kit.text import did_you_mean, enumerate_words
from generator.printing.catalog import CATALOG

# Typer keeps the types of a context and a formatter private, hence Any.


class DutchCommand(TyperCommand):
    """A command whose help is Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of this command."""
        formatter.write(_page(self, ctx))


class DutchGroup(TyperGroup):
    """The program itself: its help lists the commands, and an unknown command is answered in Dutch."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page of the program."""
        formatter.write(_page(self, ctx))

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """Return the command that is meant; ends the program if there is none of that name."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            hint = did_you_mean(args[0], self.commands) or f"Kies uit {enumerate_words(self.commands)}."
            ctx.fail(f"Het commando {args[0]} bestaat niet. {hint.strip()}")
        return super().resolve_command(ctx, args)


def printables() -> str:
    """Return the catalogue of printables, a line each: the file, a tab, and what it is."""
    return "\n".join(f"{row.bestand}\t{row.titel} ({row.formaat}). {row.doel}" for row in CATALOG)


def usage(command: Any, ctx: Any) -> str:
    """Return how a command is typed, on one line."""
    pieces = ["[OPTIES]"]
    if isinstance(command, TyperGroup):
        pieces.append("COMMANDO …")
    for param in _arguments(command, ctx):
        name = name_of(param) + (" …" if param.nargs != 1 else "")
        pieces.append(name if param.required else f"[{name}]")
    return f"Gebruik: {ctx.command_path} {' '.join(pieces)}"


def _page(command: Any, ctx: Any) -> str:
    console = out()
    with console.capture() as captured:
        console.print()
        console.print(Text(usage(command, ctx), style="bold"))
        for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
            console.print()
            console.print(Text(" ".join(paragraph.split())))
        _section(console, "Argumenten", ((name_of(param), _about(param)) for param in _arguments(command, ctx)))
        if isinstance(command, TyperGroup):
            commands = command.commands.items()
            _section(console, "Commando's", ((name, _first_sentence(item)) for name, item in commands))
        _section(console, "Opties", ((_spelling(param), _about(param)) for param in _options(command, ctx)))
        if command.epilog:
            _section(console, "Drukwerk", (_pair(line) for line in command.epilog.splitlines()))
        _section(console, "Antwoord aan de shell", ((str(int(code)), text) for code, text in MEANING.items()))
    return captured.get()


def _section(console: Console, title: str, rows: Iterator[tuple[str, str]]) -> None:
    table = Table.grid(padding=(0, 3))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for name, text in rows:
        table.add_row(Text(name, style="bold cyan"), Text(text))
    if table.row_count:
        console.print()
        console.print(Text(title, style="bold"))
        console.print(Padding(table, (0, 0, 0, 2)))


def _arguments(command: Any, ctx: Any) -> list[Any]:
    return [param for param in command.get_params(ctx) if param.param_type_name == "argument"]


def _options(command: Any, ctx: Any) -> list[Any]:
    found = [param for param in command.get_params(ctx) if param.param_type_name == "option"]
    return [param for param in found if not getattr(param, "hidden", False)]


def _spelling(param: Any) -> str:
    """Return ``--output MAP`` or ``--help``."""
    names = ", ".join(sorted(param.opts, key=len))
    return f"{names} {param.metavar}" if param.metavar else names


def _pair(line: str) -> tuple[str, str]:
    name, _, about = line.partition("\t")
    return name, about


def _about(param: Any) -> str:
    if "--help" in param.opts:
        return "Toon deze hulp."
    return str(param.help or "")


def _first_sentence(command: Any) -> str:
    return " ".join(inspect.cleandoc(command.help or "").split("\n\n")[0].split())
