from __future__ import annotations

import copy
import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from generator.cli.sarif import BASE, FINGERPRINT, SCHEMA, print_sarif, sarif
from generator.cli.select import choose
from generator.errors import Answer, Level
from generator.pipeline import inspect_kit, read_kit
from generator.resources import Resources
from generator.rules.guide import entries
from tests.cli.sarif_logs import (
    ANSWER,
    HOSTILE,
    PUBLISHED,
    Log,
    a_finding,
    as_shown,
    complaints,
    fingerprint,
    place_of,
    result_of,
    results_of,
)
from tests.conftest import EXAMPLES, KITS, ROOT, TODAY
from tests.kit.samples import ALL, HERE


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
