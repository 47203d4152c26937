from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__
from generator.printing.catalog import CATALOG
from tests.cli.conftest import ROOT, Cli, environment_for, process

COMMANDS = ("new", "check", "rules", "explain", "build", "serve", "schema", "import")
#: What a parser or a help page says when nobody translated it.
ENGLISH = re.compile(
    r"\b(usage|options?|arguments?|commands?|error|missing|invalid|required|unexpected|got|try|show this|such|value|"
    r"did you mean|for help|aborted)\b",
    re.IGNORECASE,
)


def english_in(text: str) -> list[str]:
    return [found for found in ENGLISH.findall(text) if found != "COMMANDO"]


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], *([command, "--help"] for command in COMMANDS)])
def test_version_and_help_load_neither_the_engine_nor_the_validator(arguments: list[str]) -> None:
    code = (
        "import sys; from generator.cli import main; code = main(sys.argv[1:]);"
        "heavy = sorted({'mkdocs', 'pydantic', 'jinja2', 'yaml', 'PIL', 'watchfiles', 'reportlab'} & set(sys.modules));"
        "print(code, heavy, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment_for(),
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "0 []"
    assert done.stdout


def test_the_version_is_the_packages_own(folder: Path) -> None:
    answer = process("--version", cwd=folder)
    assert (answer.code, answer.out, answer.err) == (0, f"vertrouwenskit {__version__}\n", "")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_is_dutch_and_lists_its_options(command: str, cli: Cli) -> None:
    answer = cli(command, "--help")
    assert answer.code == 0
    assert f"Gebruik: vertrouwenskit {command}" in answer.out
    assert "Toon deze hulp." in answer.out
    assert english_in(answer.out) == []


def test_every_option_is_explained(cli: Cli) -> None:
    text = "".join(cli(command, "--help").out for command in COMMANDS)
    promised = "--json --strict --output --engine --keep-stage --port --check --kits --naam --medewerkers --no-input"
    for option in [*promised.split(), "--aanspreekvorm", "--vertrouwenspersoon"]:
        assert re.search(rf"{option}\b.*  +[A-Z]", text), option


def test_the_help_of_the_program_names_every_command_and_every_exit_code(cli: Cli) -> None:
    answer = cli("--help")
    for command in COMMANDS:
        assert re.search(rf"^  {command}  +[A-Z]", answer.out, re.MULTILINE), command
    for code in range(5):
        assert re.search(rf"^  {code}  +[a-z]", answer.out, re.MULTILINE), code
    assert english_in(answer.out) == []


def test_the_help_of_build_lists_the_catalogue_of_printables(cli: Cli) -> None:
    page = " ".join(cli("build", "--help").out.split())
    for row in CATALOG:
        assert f"{row.bestand} {row.titel} ({row.formaat}). {row.doel}" in page


def test_no_command_shows_the_help_and_is_wrong_use(cli: Cli) -> None:
    answer = cli()
    assert answer.code == 2
    assert "Commando's" in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["chek"], "Het commando chek bestaat niet. Bedoelde je 'check'?"),
        (
            ["xyz"],
            "Het commando xyz bestaat niet. Kies uit new, check, rules, explain, build, serve, schema of import.",
        ),
        (["--versie"], "De optie --versie bestaat niet. Bedoelde je --version?"),
        (["build", "--outptu", "x"], "De optie --outptu bestaat niet. Bedoelde je --output?"),
        (["build", "-x"], "De optie -x bestaat niet."),
        (["check", "--kits"], "De optie --kits heeft een waarde nodig."),
        (["schema", "--check=ja"], "De optie --check krijgt geen waarde."),
        (["serve"], "Er ontbreekt iets: geef KIT."),
        (["new"], "Er ontbreekt iets: geef SLUG."),
        (["serve", "een", "twee"], "Dit is te veel: twee"),
        (["schema", "een", "twee"], "Dit is te veel: een twee"),
    ],
)
def test_wrong_use_is_told_in_dutch(arguments: list[str], expected: str, cli: Cli) -> None:
    answer = cli(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.splitlines()[0] == f"Fout: {expected}"
    assert english_in(answer.err.replace("--output", "").replace("--version", "")) == []


def test_wrong_use_shows_how_the_command_is_typed(cli: Cli) -> None:
    answer = cli("build", "--outptu", "x")
    assert "Gebruik: vertrouwenskit build [OPTIES] [KIT …]\nHulp: vertrouwenskit build --help\n" in answer.err
