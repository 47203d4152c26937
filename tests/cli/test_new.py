from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import newkit
from generator.cli.questions import Interview
from generator.kit.model import Kit
from generator.pipeline import read_kit
from generator.resources import default_resources
from generator.starter import MARK, Starter, StarterAdvisor, quoted, starter_text
from tests.cli.conftest import Cli, environment_for, process
from tests.terminal import terminal

SAM = "Sam Bakker; intern; 06 12345678; sam@voorbeeld.example"
#: A line of a kit that is switched off: a key, or an item of a list.
SWITCHED_OFF = re.compile(r"^( *)# (?!yaml-language-server)( *(?:[a-z_-]+:|- ).*)$", re.MULTILINE)


def read(slug: str) -> Kit:
    loaded = read_kit(Path("kits") / slug, Path("kits"), default_resources())
    assert loaded.findings == ()
    assert loaded.kit
    return loaded.kit


def text_of(slug: str) -> str:
    return (Path("kits") / slug / "kit.yml").read_text(encoding="utf-8")


def test_the_example_is_valid_at_once_and_marked_as_an_example(cli: Cli) -> None:
    answer = cli("new", "bakkerij-jansen", "--no-input")
    assert (answer.code, answer.err) == (0, "")
    kit = read("bakkerij-jansen")
    assert kit.organisatie.naam == "Bakkerij Jansen"
    assert text_of("bakkerij-jansen").count(MARK) == 5
    assert cli("check", "bakkerij-jansen").code == 0


def test_check_says_what_a_new_kit_still_lacks(cli: Cli) -> None:
    cli("new", "bakkerij-jansen", "--no-input")
    found = json.loads(cli("check", "bakkerij-jansen", "--json").out)["findings"]
    assert {item["code"] for item in found} == {"VK105", "VK107", "VK116", "VK120", "VK125"}


def test_the_editors_line_leads_to_a_schema_that_exists(cli: Cli) -> None:
    cli("new", "een", "--no-input")
    first = text_of("een").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../kit.schema.json"
    assert (Path("kits/een") / first.partition("=")[2]).resolve().is_file()


def test_a_schema_that_is_there_stays(cli: Cli) -> None:
    Path("kits").mkdir()
    Path("kits/kit.schema.json").write_text("{}", encoding="utf-8")
    cli("new", "een", "--no-input")
    assert Path("kits/kit.schema.json").read_text(encoding="utf-8") == "{}"


def test_every_question_is_also_an_option(cli: Cli) -> None:
    answer = cli(
        "new", "de-linge", "--naam", "Bouwbedrijf De Linge", "--medewerkers", "180", "--aanspreekvorm", "u",
        "--vertrouwenspersoon", SAM, "--vertrouwenspersoon", "Kim de Wit; extern; kim@dewit.example",
    )  # fmt: skip
    assert answer.code == 0
    kit = read("de-linge")
    assert (kit.organisatie.naam, kit.organisatie.medewerkers, kit.organisatie.aanspreekvorm) == (
        "Bouwbedrijf De Linge", 180, "u",
    )  # fmt: skip
    sam, kim = kit.vertrouwenspersonen
    assert (sam.naam, sam.soort, sam.contact.email) == ("Sam Bakker", "intern", "sam@voorbeeld.example")
    assert sam.contact.telefoon
    assert sam.contact.telefoon.link == "tel:+31612345678"
    assert (kim.naam, kim.soort, kim.contact.telefoon, kim.contact.email) == (
        "Kim de Wit", "extern", None, "kim@dewit.example",
    )  # fmt: skip
    assert MARK not in text_of("de-linge")


def test_only_what_is_not_given_is_an_example(cli: Cli) -> None:
    cli("new", "een", "--vertrouwenspersoon", SAM, "--no-input")
    assert [line.strip() for line in text_of("een").splitlines() if MARK in line] == [
        f'naam: "Een"  # {MARK}',
        f"medewerkers: 25  # {MARK}",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Bakkerij 'De Krul'",
        'De "Beste" B.V.',
        "Ja: nee",
        "Vier # vijf",
        "- [x] {y} & *z !tag %a @b `c` | > ? ,",
        "\\n \\ \\u0000",
        "null",
        "012",
        "{{ 7 * 7 }} {% x %}",
        "Ünï→\U0001f600",
        "%NAAM% %MEDEWERKERS%",
        "%VERTROUWENSPERSONEN%",
    ],
)
def test_a_name_means_exactly_what_was_typed(name: str, cli: Cli) -> None:
    assert cli("new", "een", "--naam", name, "--vertrouwenspersoon", f"{name}; intern; 06 12345678").code == 0
    kit = read("een")
    assert (kit.organisatie.naam, kit.vertrouwenspersonen[0].naam) == (name, name)


def test_a_name_on_two_lines_becomes_one_line(cli: Cli) -> None:
    cli("new", "een", "--naam", "Bakkerij\nJansen", "--no-input")
    assert read("een").organisatie.naam == "Bakkerij Jansen"


@given(st.text(st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\ufffe\uffff")))
def test_quoted_text_is_the_same_text_to_another_reader(text: str) -> None:
    assert yaml.safe_load(quoted(text)) == text


def test_everything_that_is_switched_off_can_be_switched_on(folder: Path) -> None:
    advisors = (
        StarterAdvisor("Sam Bakker", "intern", "06 12345678", None),
        StarterAdvisor("Kim de Wit", "extern", None, "kim@dewit.example"),
    )
    text = starter_text(Starter("een", "Een", 60, "je", advisors))
    switched_on, count = SWITCHED_OFF.subn(r"\1\2", text)
    assert count > 30
    kit = folder / "kits" / "een"
    (kit / "documenten").mkdir(parents=True)
    (kit / "kit.yml").write_text(switched_on, encoding="utf-8")
    loaded = read_kit(kit, folder / "kits", default_resources())
    # The files that the examples name are not there; nothing else may be wrong.
    assert {finding.code for finding in loaded.findings} == {"VK040"}
    keys = set(Kit.model_fields) - {"basis", "uitzonderingen", "branche"}
    assert {entry.key for entry in loaded.tree.entries} == keys


def test_nothing_is_ever_overwritten(cli: Cli) -> None:
    path = Path("kits/een/kit.yml")
    path.parent.mkdir(parents=True)
    path.write_text("van mij", encoding="utf-8")
    answer = cli("new", "een", "--no-input")
    assert (answer.code, answer.out) == (2, "")
    assert "kits/een/kit.yml" in answer.err
    assert path.read_text(encoding="utf-8") == "van mij"
    assert not Path("kits/kit.schema.json").exists()


def test_a_file_that_appears_in_the_meantime_stays_too(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path("kits/een/kit.yml")

    def somebody_else_writes(starter: Starter) -> str:
        path.parent.mkdir(parents=True)
        path.write_text("van mij", encoding="utf-8")
        return starter_text(starter)

    monkeypatch.setattr(newkit, "starter_text", somebody_else_writes)
    assert cli("new", "een", "--no-input").code == 2
    assert path.read_text(encoding="utf-8") == "van mij"


def test_a_slug_that_is_taken_elsewhere_under_kits_is_refused(cli: Cli) -> None:
    cli("new", "lid", "--no-input", "--kits", "kits/bouw")
    answer = cli("new", "lid", "--no-input")
    assert answer.code == 2
    assert "kits/bouw/lid/kit.yml" in answer.err
    assert not Path("kits/lid").exists()


@pytest.mark.parametrize(
    ("slug", "suggestion"),
    [
        ("Bakkerij Jansen", "bakkerij-jansen"),
        ("Café_Één", "cafe-een"),
        ("a--b", "a-b"),
        ("../kwaad", "kwaad"),
        ("kits/een", "kits-een"),
        ("!!!", "bakkerij-jansen"),
    ],
)
def test_a_name_that_is_no_slug_is_refused_with_one_that_is(slug: str, suggestion: str, cli: Cli, folder: Path) -> None:
    answer = cli("new", slug, "--no-input")
    assert answer.code == 2
    assert suggestion in answer.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--medewerkers", "veel"], "'veel'"),
        (["--medewerkers", "0"], "0"),
        (["--naam", "  "], "leeg"),
        (["--aanspreekvorm", "jij"], "Kies je of u."),
        (["--vertrouwenspersoon", "Sam"], "niet volledig"),
        (["--vertrouwenspersoon", "Sam; intern;"], "Hoe bereik je Sam?"),
        (["--vertrouwenspersoon", "Sam; baas; 06 12345678"], "Kies intern of extern."),
        (["--vertrouwenspersoon", "Sam; intern; 06 1234"], "06 1234"),
        (["--vertrouwenspersoon", "Sam; intern; sam@"], "sam@"),
        (["--vertrouwenspersoon", "Sam; intern; 06 12345678; 06 87654321"], "hooguit één telefoonnummer"),
        (["--vertrouwenspersoon", SAM, "--vertrouwenspersoon", SAM], "heet"),
    ],
)
def test_an_option_that_does_not_fit_is_told_and_nothing_is_written(
    arguments: list[str], reason: str, cli: Cli, folder: Path
) -> None:
    answer = cli("new", "een", *arguments, "--no-input")
    assert answer.code == 2
    assert answer.err.startswith("Fout: ")
    assert reason in answer.err
    assert list(folder.iterdir()) == []


def test_what_comes_next_is_told_for_another_kits_folder_too(cli: Cli) -> None:
    assert "vertrouwenskit check een\n" in cli("new", "een", "--no-input").out
    assert "vertrouwenskit check een --kits elders\n" in cli("new", "een", "--no-input", "--kits", "elders").out


def test_without_a_terminal_nothing_is_asked(folder: Path) -> None:
    answer = process("new", "een", cwd=folder)
    assert answer.code == 0
    assert "?" not in answer.out


def test_in_a_terminal_the_questions_fill_the_kit(folder: Path) -> None:
    with terminal("new", "een", cwd=folder, environment=environment_for()) as screen:
        for question, reply in [
            ("Hoe heet de organisatie? [Een]", ""),
            ("Hoeveel mensen werken er", "een stuk of tien"),
            ("'een stuk of tien'", "12"),
            ("met je of u? [je]", "u"),
            ("Hoe heet de vertrouwenspersoon?", "Sam Bakker"),
            ("intern", "extern"),
            ("Telefoonnummer van Sam Bakker", "06 1234"),
            ("06 1234", "06 12345678"),
            ("E-mailadres van Sam Bakker", ""),
            ("Is er nog een vertrouwenspersoon", "nee"),
        ]:
            screen.wait_for(question)
            screen.type(reply)
        screen.wait_for("Geschreven")
        assert screen.end() == 0
    loaded = read_kit(folder / "kits/een", folder / "kits", default_resources())
    assert loaded.kit
    assert (loaded.kit.organisatie.naam, loaded.kit.organisatie.medewerkers) == ("Een", 12)
    assert loaded.kit.organisatie.aanspreekvorm == "u"
    assert loaded.kit.vertrouwenspersonen[0].soort == "extern"


def test_an_option_is_not_asked_again(folder: Path) -> None:
    arguments = ("new", "een", "--naam", "Een", "--medewerkers", "3", "--vertrouwenspersoon", SAM)
    with terminal(*arguments, cwd=folder, environment=environment_for()) as screen:
        screen.wait_for("met je of u?")
        screen.type("je")
        assert screen.end() == 0
        assert screen.shown.count("?") == 1


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["ctrl-c", "end of input"])
def test_who_stops_halfway_leaves_nothing_behind(key: str, folder: Path) -> None:
    with terminal("new", "een", cwd=folder, environment=environment_for()) as screen:
        screen.wait_for("Hoe heet de organisatie?")
        assert screen.stop_with(key) == 130
        assert "Gestopt." in screen.shown
        assert "Traceback" not in screen.shown
    assert list(folder.iterdir()) == []


def test_an_advisor_without_a_way_to_reach_her_is_asked_again() -> None:
    replies = iter(["Sam", "intern", "", "", "", "sam@voorbeeld.example", "nee"])
    told: list[str] = []
    (advisor,) = Interview(lambda _: next(replies), told.append).advisors()
    assert advisor == StarterAdvisor("Sam", "intern", None, "sam@voorbeeld.example")
    assert told == ["Hoe bereik je Sam? Geef een telefoonnummer, een e-mailadres of allebei."]


def test_a_second_advisor_of_the_same_name_is_asked_again() -> None:
    replies = iter(
        ["Sam", "i", "06 12345678", "", "ja", "SAM", "e", "06 12345678", "", "ja", "Kim", "e", "", "k@x.nl", ""]
    )
    told: list[str] = []
    advisors = Interview(lambda _: next(replies), told.append).advisors()
    assert [advisor.naam for advisor in advisors] == ["Sam", "Kim"]
    assert len(told) == 1
