from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.kit.codes import CODES
from generator.rules.answers import ABOUT_ANSWERS
from generator.rules.catalog import RULES
from generator.rules.guide import entries, page
from tests.cli.conftest import Cli, a_kit

ROOT = Path(__file__).resolve().parents[2]
EVERY_CODE = {*(rule.code for rule in RULES), *CODES, *ABOUT_ANSWERS}


def test_all_codes_are_listed_once(cli: Cli) -> None:
    answer = cli("rules")
    assert (answer.code, answer.err) == (0, "")
    listed = re.findall(r"^  (VK\d{3})  ", answer.out, re.MULTILINE)
    assert sorted(listed) == sorted(EVERY_CODE)


@pytest.mark.parametrize("code", ["VK104", "vk104"])
def test_one_code_is_explained_with_wrong_and_right(cli: Cli, code: str) -> None:
    answer = cli("rules", code)
    assert answer.code == 0
    assert answer.out.startswith("VK104  geen keus tussen intern en extern")
    for part in ("Opmerking", "Waarom? ", "Fout:\n  organisatie:", "Goed:\n  organisatie:", "Bron: "):
        assert part in answer.out


def test_a_rule_that_can_not_be_answered_says_so(cli: Cli) -> None:
    assert "Op deze fout kan geen uitzondering." in cli("rules", "VK118").out
    assert "Op deze fout kan geen uitzondering." not in cli("rules", "VK116").out


def test_an_unknown_code_is_wrong_use(cli: Cli) -> None:
    answer = cli("rules", "VK1O4")
    assert answer.code == 2
    assert "De code VK1O4 bestaat niet. Bedoelde je 'VK" in answer.err


def test_rules_as_json(cli: Cli) -> None:
    content = json.loads(cli("rules", "VK104", "VK020", "--json").out)
    assert [item["code"] for item in content["rules"]] == ["VK104", "VK020"]
    assert content["rules"][0]["wrong"].startswith("organisatie:")


def test_the_page_of_rules_is_fresh(cli: Cli) -> None:
    """Made anew by: vertrouwenskit rules --markdown > docs/regels.md."""
    assert cli("rules", "--markdown").out == (ROOT / "docs" / "regels.md").read_text(encoding="utf-8")


def test_the_page_explains_every_rule_with_both_pieces() -> None:
    text = page()
    for entry in entries():
        assert entry.code in text
    for rule in RULES:
        assert f"```yaml\n{rule.wrong}\n```" in text
        assert f"```yaml\n{rule.right}\n```" in text


def test_codes_are_in_order_and_not_used_twice() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all("VK100" < code < "VK190" for code in codes)


def test_an_answered_finding_stands_apart_with_its_reason(cli: Cli) -> None:
    answers = "uitzonderingen: [{code: VK111, reden: Sam mailt liever., tot: 2027-01-31}]"
    path = a_kit("een", answers)
    path.write_text(path.read_text(encoding="utf-8").replace('telefoon: "06 12345678"\n', "\n"), encoding="utf-8")
    answer = cli("check", "--strict")
    assert answer.code == 0
    assert answer.out.splitlines()[0] == "een: 1 beantwoord"
    assert "BEANTWOORD" in answer.out
    assert "Reden: Sam mailt liever. (tot en met 31\u00a0januari\u00a02027)" in answer.out
    assert answer.out.splitlines()[-1] == "1 kit nagekeken. 1 beantwoord."
    (found,) = json.loads(cli("check", "--json").out)["findings"]
    assert found["answer"] == {"reden": "Sam mailt liever.", "tot": "2027-01-31"}


@pytest.mark.parametrize(("day", "code"), [("2026-11-21", 0), ("2027-11-22", 3)])
def test_the_day_can_be_given(cli: Cli, day: str, code: int) -> None:
    a_kit("een")
    assert cli("check", "--strict", "--today", day).code == code


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_day_that_is_none_is_wrong_use(cli: Cli, command: str) -> None:
    a_kit("een")
    answer = cli(command, "--today", "morgen")
    assert answer.code == 2
    assert "--today 2026-11-21" in answer.err


def test_a_strict_build_says_that_a_warning_stopped_it(cli: Cli) -> None:
    path = a_kit("een")
    text = path.read_text(encoding="utf-8").replace("gecontroleerd_op: 2026", "gecontroleerd_op: 2024")
    path.write_text(text, encoding="utf-8")
    answer = cli("build", "--strict")
    assert answer.code == 3
    assert "met --strict telt een waarschuwing als fout" in answer.out
    assert not Path("dist").exists()


def test_two_forms_at_once_are_wrong_use(cli: Cli) -> None:
    a_kit("een")
    assert cli("check", "--json", "--sarif").code == 2
