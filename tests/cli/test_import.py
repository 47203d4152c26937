"""``vertrouwenskit import`` as it is typed: what it says, what it writes, and how it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Answer, Cli, environment_for, process
from tests.cli.test_help import english_in
from tests.intake.lists import BRANCHE, HEADINGS, MEMBER, member, snapshot, text_file, workbook

INTO = Path("kits/bakkers")
BAD = member(lidnummer="1002", naam="Stuk", telefoon="06 1", medewerkers=None)


def run(cli: Cli, *options: str) -> Answer:
    return cli("import", "leden.xlsx", "--into", INTO, *options)


def test_a_list_becomes_kits_and_the_end_says_so(cli: Cli, folder: Path) -> None:
    INTO.mkdir(parents=True)
    (INTO / "branche.yml").write_text(BRANCHE, encoding="utf-8")
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER])
    answer = run(cli)
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "NIEUW  bakkerij-de-korenbloem: Bakkerij De Korenbloem\n"
        "Geschreven: kits/kit.schema.json (hiermee helpt een editor bij het invullen)\n"
        "1 lid gelezen. 1 nieuw, 0 gewijzigd, 0 ongewijzigd.\n"
        "Kijk de kits nu na met: vertrouwenskit check\n"
    )
    assert cli("check", "bakkerij-de-korenbloem").code == 0


def test_the_same_again_says_unchanged_and_writes_nothing(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER])
    run(cli)
    before = snapshot(folder)
    answer = run(cli)
    assert answer.code == 0
    assert "1 lid gelezen. 0 nieuw, 0 gewijzigd, 1 ongewijzigd." in answer.out
    assert snapshot(folder) == before


def test_mistakes_are_told_by_cell_and_written_beside_the_list_until_they_are_gone(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER, BAD])
    answer = run(cli)
    assert answer.code == 4
    assert "FOUT  Leden D3 (Aantal medewerkers)\n  Deze cel is leeg, maar dit gegeven is nodig.\n" in answer.out
    assert "FOUT  Leden G3 (VP 1 telefoon)\n" in answer.out
    assert "De fouten staan ook in leden-fouten.xlsx." in answer.out
    assert "2 leden gelezen. 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 1 geweigerd, 2 fouten." in answer.out
    before = snapshot(folder)
    run(cli)
    assert snapshot(folder) == before
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER])
    assert run(cli).code == 0
    assert not Path("leden-fouten.xlsx").exists()


def test_all_or_nothing_writes_nothing_but_the_mistakes(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER, BAD])
    answer = run(cli, "--all-or-nothing")
    assert answer.code == 3
    assert "Er is niets geschreven (--all-or-nothing)." in answer.out
    assert sorted(path.name for path in folder.iterdir()) == ["leden-fouten.xlsx", "leden.xlsx"]


def test_a_list_of_only_mistakes_is_invalid(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, BAD])
    assert run(cli).code == 3
    assert not INTO.exists()


def test_two_columns_with_one_meaning_stop_the_import(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [(*HEADINGS, "Medewerkers"), (*MEMBER, 3)])
    answer = run(cli)
    assert answer.code == 3
    assert "De kolommen D en I betekenen allebei 'Aantal medewerkers'." in answer.out
    assert not INTO.exists()


def test_a_dry_run_says_what_would_happen_and_writes_nothing(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER])
    run(cli)
    workbook(Path("leden.xlsx"), [HEADINGS, member(medewerkers=50), member(lidnummer="3", naam="Café"), BAD])
    before = snapshot(folder)
    answer = run(cli, "--dry-run")
    assert answer.code == 4
    assert "GEWIJZIGD  bakkerij-de-korenbloem: organisatie.medewerkers\n" in answer.out
    assert "NIEUW  cafe: Café\n" in answer.out
    assert "Dit was een proef (--dry-run): er is niets geschreven." in answer.out
    assert snapshot(folder) == before


def test_a_conflict_shows_all_three_sides_and_overwrite_settles_it(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER])
    run(cli)
    kit = INTO / "bakkerij-de-korenbloem" / "kit.yml"
    kit.write_text(kit.read_text(encoding="utf-8").replace("06 12345678", "06 11111111"), encoding="utf-8")
    workbook(Path("leden.xlsx"), [HEADINGS, member(telefoon="06 22222222")])
    answer = run(cli)
    assert answer.code == 4
    assert answer.out.startswith(
        "CONFLICT  bakkerij-de-korenbloem (Bakkerij De Korenbloem): samira-el-amrani: contact.telefoon\n"
        "  Vorige import:  06 12345678\n"
        "  Nu in kit.yml:  06 11111111\n"
        "  Rekenblad:      06 22222222\n"
    )
    assert "1 conflict." in answer.out
    assert run(cli, "--overwrite").code == 0
    assert "06 22222222" in kit.read_text(encoding="utf-8")


def test_members_that_vanished_are_named(cli: Cli, folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER, member(lidnummer="2", naam="Weg")])
    run(cli)
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER])
    assert "Niet meer in de lijst: Weg. Hun kits blijven staan." in run(cli).out


def test_notices_name_their_cell(cli: Cli, folder: Path) -> None:
    text_file(Path("leden.csv"), [HEADINGS, member(telefoon="612345678")])
    answer = cli("import", "leden.csv", "--into", INTO)
    assert answer.code == 0
    assert "LET OP  leden G2: Telefoon: '612345678' is gelezen als 06 12345678.\n" in answer.out
    assert "Er is geen kits/bakkers/branche.yml." in answer.out


def test_the_template_is_written_once(cli: Cli, folder: Path) -> None:
    answer = cli("import", "--template", "nieuw.xlsx")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Geschreven: nieuw.xlsx\n")
    before = snapshot(folder)
    again = cli("import", "--template", "nieuw.xlsx")
    assert again.code == 2
    assert "nieuw.xlsx bestaat al" in again.err
    assert snapshot(folder) == before


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        ([], 2, "Noem het rekenblad"),
        (["leden.xlsx"], 2, "--into"),
        (["weg.xlsx", "--into", "kits/bakkers"], 2, "weg.xlsx is er niet"),
        (["leden.xlsx", "--into", "leden.xlsx"], 2, "is geen map"),
        (["leden.xlsx", "--into", "kits/bakkers", "--sheet", "Ander"], 3, "Er is geen blad 'Ander'"),
        (["--template", "leden.csv"], 2, "leden.xlsx"),
        (["leden.xlsx", "--template", "x.xlsx"], 2, "gaat niet samen"),
    ],
)
def test_a_command_that_does_not_fit_says_what_does(
    arguments: list[str], code: int, words: str, cli: Cli, folder: Path
) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, MEMBER])
    answer = cli("import", *arguments)
    assert answer.code == code
    assert answer.err.startswith("Fout: ")
    assert words in answer.err
    assert not INTO.exists()


def test_the_help_is_dutch_quick_and_explains_every_option(cli: Cli) -> None:
    answer = cli("import", "--help")
    assert english_in(answer.out) == []
    for option in ("--into", "--dry-run", "--overwrite", "--all-or-nothing", "--sheet", "--template"):
        assert option in answer.out
    code = "import sys; from generator.cli import main; main(['import', '--help']); sys.exit('openpyxl' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment_for(), cwd=ROOT, capture_output=True, check=False
    )
    assert done.returncode == 0


def test_it_runs_as_a_program_in_any_encoding(folder: Path) -> None:
    workbook(Path("leden.xlsx"), [HEADINGS, member(naam="Café Zoë")])
    answer = process("import", "leden.xlsx", "--into", INTO, cwd=folder, PYTHONIOENCODING="ascii")
    assert (answer.code, answer.err) == (0, "")
    assert (INTO / "cafe-zoe" / "kit.yml").is_file()
