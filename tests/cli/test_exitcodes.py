from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.batch import worker
from generator.cli import checking
from generator.cli.exitcodes import Exit, overall
from generator.errors import BuildFailed
from tests.cli.conftest import Cli, a_kit, environment_for


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([], 0),
        ([Exit.OK], 0),
        ([Exit.OK, Exit.OK], 0),
        ([Exit.INVALID], 3),
        ([Exit.INVALID, Exit.INVALID], 3),
        ([Exit.OK, Exit.INVALID], 4),
        ([Exit.FAILED], 1),
        ([Exit.OK, Exit.FAILED], 4),
        ([Exit.FAILED, Exit.INVALID], 1),
    ],
)
def test_several_kits_give_one_answer(outcomes: list[Exit], expected: int) -> None:
    assert overall(outcomes) == expected


def _raising(error: BaseException) -> object:
    def read(*_: object) -> None:
        raise error

    return read


def test_a_mistake_in_the_program_is_one_sentence(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    monkeypatch.setattr(checking, "inspect_kit", _raising(RuntimeError("[bold]stuk[/bold]")))
    answer = cli("check")
    assert answer.code == 1
    assert answer.err == (
        "een: niet nagekeken.\n"
        "Fout in het programma zelf: [bold]stuk[/bold]\nMeer weten? Herhaal het commando met --debug erbij.\n"
    )


@pytest.mark.parametrize("arguments", [["--debug", "check"], ["check", "--debug"]])
def test_debug_shows_where_it_happened(arguments: list[str], cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    monkeypatch.setattr(checking, "inspect_kit", _raising(RuntimeError("stuk")))
    answer = cli(*arguments)
    assert answer.code == 1
    assert "Traceback" in answer.err


def test_the_environment_can_ask_for_details_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    monkeypatch.setenv("VERTROUWENSKIT_DEBUG", "1")
    monkeypatch.setattr(checking, "inspect_kit", _raising(RuntimeError("stuk")))
    assert "Traceback" in cli("check").err


def test_a_failure_while_reading_shared_content_is_our_own(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    monkeypatch.setattr(checking, "inspect_kit", _raising(BuildFailed("wet.yml is weg.")))
    answer = cli("check")
    assert (answer.code, answer.err) == (1, "een: niet nagekeken. wet.yml is weg.\n")


def test_ctrl_c_stops_with_a_word(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    monkeypatch.setattr(worker, "build_loaded", _raising(KeyboardInterrupt()))
    answer = cli("build")
    assert answer.code == 130
    assert answer.err.strip() == "Gestopt."


def test_a_reader_that_stops_reading_is_no_reason_to_complain(folder: Path) -> None:
    # More than a pipe holds, so that writing really fails.
    for number in range(60):
        a_kit(f"kit-{number}", *(f"onbekend-{line}: x" for line in range(40)))
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", "check", "--json"],
        cwd=folder,
        env=environment_for(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert running.stdout
    assert running.stderr
    with running:
        running.stdout.read(1)
        running.stdout.close()
        complaints = running.stderr.read()
    assert complaints == ""
    assert running.returncode == 1
