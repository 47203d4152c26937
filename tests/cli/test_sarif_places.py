"""Where a result of SARIF points: the address, the region, the line."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.cli.sarif import BASE, sarif
from tests.cli.sarif_logs import (
    a_finding,
    complaints,
    place_of,
    result_of,
)
from tests.conftest import KITS, ROOT


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
