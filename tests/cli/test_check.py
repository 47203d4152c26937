from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.cli import checking
from generator.cli.checking import outcome
from generator.cli.console import out
from generator.cli.findings import show_findings
from generator.errors import Finding, Level
from tests.cli.conftest import Cli, a_kit, process

KEYS = {"kit", "code", "level", "file", "line", "column", "path", "message", "advice", "why", "source", "answer"}


def a_finding(level: Level = "error", **other: str | int) -> Finding:
    values: dict[str, str | int] = {
        "code": "VK020", "file": "kits/een/kit.yml", "message": "Dit is mis.", "advice": "Doe dat.",
        "line": 3, "column": 3, "line_text": "  fout: x",
    }  # fmt: skip
    return Finding(level=level, **(values | other))  # type: ignore[arg-type]


def test_a_good_kit_is_in_order(cli: Cli) -> None:
    a_kit("een")
    answer = cli("check")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == "een: in orde\n1 kit nagekeken. Niets gevonden.\n"


def test_nothing_is_written(cli: Cli, folder: Path) -> None:
    a_kit("een")
    before = sorted(folder.rglob("*"))
    cli("check")
    assert sorted(folder.rglob("*")) == before


def test_every_mistake_is_shown_with_its_place_and_a_caret(cli: Cli) -> None:
    path = a_kit("een", "organisatei: x", "kleurtje: y")
    line = path.read_text(encoding="utf-8").splitlines().index("organisatei: x") + 1
    answer = cli("check", "een")
    assert answer.code == 3
    assert f"FOUT VK020  kits/een/kit.yml:{line}:1" in answer.out
    assert re.search(rf"^ +{line} \| organisatei: x\n +\| \^$", answer.out, re.MULTILINE)
    assert "Bedoelde je 'organisatie'?" in answer.out
    assert answer.out.splitlines()[0] == "een: 2 fouten"
    assert answer.out.splitlines()[-1] == "1 kit nagekeken. 2 fouten."


def test_one_bad_kit_of_several_is_a_partial_failure(cli: Cli) -> None:
    a_kit("een")
    a_kit("twee", "onbekend: x")
    assert cli("check").code == 4
    assert cli("check", "twee").code == 3
    assert cli("check", "een").code == 0


def test_only_bad_kits_is_invalid(cli: Cli) -> None:
    a_kit("een", "onbekend: x")
    a_kit("twee", "onbekend: x")
    assert cli("check").code == 3


def test_json_is_all_that_is_printed(cli: Cli) -> None:
    a_kit("een", "onbekend: x")
    a_kit("twee", "anders: x", "nog-iets: é→")
    answer = cli("check", "--json")
    assert answer.code == 3
    assert answer.err == ""
    content = json.loads(answer.out)
    assert set(content) == {"findings"}
    assert len(content["findings"]) == 3
    assert all(set(finding) == KEYS for finding in content["findings"])
    assert {finding["file"] for finding in content["findings"]} == {"kits/een/kit.yml", "kits/twee/kit.yml"}


def test_json_of_good_kits_holds_no_findings(cli: Cli) -> None:
    a_kit("een")
    answer = cli("check", "--json")
    assert (answer.code, json.loads(answer.out)) == (0, {"findings": []})


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_json_is_whole_in_any_encoding(encoding: str, folder: Path) -> None:
    a_kit("een", "één: x")
    answer = process("check", "--json", cwd=folder, PYTHONIOENCODING=encoding)
    assert "één" in json.loads(answer.out)["findings"][0]["message"]


def test_a_terminal_without_arrows_and_accents_gets_the_rest(folder: Path) -> None:
    a_kit("een", "één: x")
    answer = process("check", cwd=folder, PYTHONIOENCODING="ascii")
    assert answer.code == 3
    assert "?" in answer.out


@pytest.mark.parametrize(
    ("levels", "strict", "expected"),
    [
        (["notice"], False, 0),
        (["notice"], True, 0),
        (["warning"], False, 0),
        (["warning"], True, 3),
        (["error", "warning"], False, 3),
    ],
)
def test_strict_counts_warnings_as_errors(levels: list[Level], strict: bool, expected: int) -> None:
    assert outcome([a_finding(level) for level in levels], strict=strict) == expected


def test_a_mistake_of_ours_at_one_kit_loses_no_other(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def inspect_kit(folder: Path, *_: object) -> tuple[Finding, ...]:
        if folder.name == "stuk":
            raise ZeroDivisionError
        return (a_finding(),)

    a_kit("goed")
    a_kit("stuk")
    monkeypatch.setattr(checking, "inspect_kit", inspect_kit)
    answer = cli("check")
    assert answer.code == 1
    assert "FOUT VK020" in answer.out
    assert "stuk: niet nagekeken." in answer.err


def test_json_says_of_which_kit_a_finding_is(cli: Cli) -> None:
    a_kit("een", "onbekend: x")
    a_kit("twee", "onbekend: x")
    assert [item["kit"] for item in json.loads(cli("check", "--json").out)["findings"]] == ["een", "twee"]


def test_strict_is_what_the_option_sets(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    a_kit("een")
    monkeypatch.setattr(checking, "inspect_kit", lambda *_: (a_finding("warning"),))
    assert cli("check").code == 0
    assert cli("check", "--strict").code == 3


def test_the_most_serious_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    levels: list[Level] = ["notice", "error", "warning", "error"]
    show_findings(out(), "een", [a_finding(level, line=number + 1) for number, level in enumerate(levels)])
    shown = capsys.readouterr().out
    assert re.findall(r"^([A-Z]+) VK020  \S+:(\d+):", shown, re.MULTILINE) == [
        ("FOUT", "2"), ("FOUT", "4"), ("WAARSCHUWING", "3"), ("OPMERKING", "1"),
    ]  # fmt: skip
    assert shown.startswith("een: 2 fouten, 1 waarschuwing, 1 opmerking\n")


def test_text_of_a_kit_is_never_markup_nor_a_command_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    nasty = "[bold red]x[/] [link=https://kwaad.example]y[/link] :boom: \x1b[31m\x1b]0;z\x07"
    show_findings(out(), nasty, [a_finding(message=nasty, advice=nasty, line_text=nasty, path=nasty, file=nasty)])
    shown = capsys.readouterr().out
    assert shown.count("[bold red]x[/] [link=https://kwaad.example]y[/link] :boom: ") == 6
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_long_lines_stay_whole(capsys: pytest.CaptureFixture[str]) -> None:
    long = "woord " * 100
    show_findings(out(), "een", [a_finding(message=long)])
    assert f"  {long}\n" in capsys.readouterr().out


def test_on_a_terminal_a_long_text_stands_in_on_every_line(folder: Path) -> None:
    a_kit("een", "onbekend: x")
    shown = process("check", cwd=folder, FORCE_COLOR="1", COLUMNS="60").out
    texts = re.findall(r"^(?:\x1b\[2m)?  \w.*$", re.sub(r"\x1b\[0m", "", shown), re.MULTILINE)
    assert len(texts) > 4
    assert max(len(line.replace("\x1b[2m", "")) for line in texts) < 60


def test_colour_is_for_terminals_that_want_it(folder: Path) -> None:
    a_kit("een", "onbekend: x")
    assert "\x1b" not in process("check", cwd=folder).out
    assert "\x1b[1;31m" in process("check", cwd=folder, FORCE_COLOR="1").out
    assert "\x1b[1;31m" not in process("check", cwd=folder, FORCE_COLOR="1", NO_COLOR="1").out


def test_sarif_is_all_that_is_printed(cli: Cli) -> None:
    a_kit("een", "onbekend: x")
    answer = cli("check", "--sarif")
    assert (answer.code, answer.err) == (3, "")
    (run,) = json.loads(answer.out)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["VK020"]
