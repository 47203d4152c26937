"""What is told of hostile kits: on a terminal, in a log, in SARIF, and in overview, report and list of a run."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import html5lib
import pytest

from tests.cli.conftest import Answer, environment_for, process
from tests.hostile import fields, texts
from tests.hostile.judging import STEERS
from tests.hostile.test_output import SCHEMES
from tests.terminal import terminal

#: What only a terminal that shows colours is sent by us, taken out before looking.
_OURS: Final = ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[36m", "\x1b[1;31m", "\r\n")
#: Texts that take hold of a spreadsheet, a terminal, a log or a page.
NAMES: Final = (
    *texts.FORMATS,
    *texts.MARKUP[:8],
    "\x1b[31mrood\x1b]8;;https://kwaad.example\x07",
    "\x9b31m",
    "Sam \u202eira\u202c",
    "Sam\u200eira\u061c",
    "a\u2028FOUT VK001",
    "a\r\nFOUT VK001",
    "\ud800",
)
SLUGS: Final = [f"kit-{number}" for number in range(len(NAMES))]
ENVIRONMENT: Final = {"SOURCE_DATE_EPOCH": "1795219200", "COLUMNS": "200"}


def hostile(name: str) -> dict[str, Any]:
    """Return a kit whose name, a key and several values are a hostile text."""
    kit = fields.with_text(fields.FULL, ("organisatie", "naam"), name)
    for path in (("organisatie", "medewerkers"), ("vertrouwenspersonen", 0, "vervanger"), ("organisatie", "sector")):
        kit = fields.with_text(kit, path, name)
    kit = fields.with_key(kit, ("contacten",), name)
    return fields.with_text(fields.with_key(kit, (), name), ("vertrouwenspersonen", 0, "foto", "bestand"), name)


def harmless_but_for_its_name(name: str) -> dict[str, Any]:
    kit = fields.with_text(fields.FULL, ("organisatie", "naam"), name)
    return fields.with_text(kit, ("vertrouwenspersonen", 0, "voorstellen"), "Ik ben anoniem " + name)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hostile kit for each text; two more are in order but for their names."""
    folder = tmp_path_factory.mktemp("gezegd")
    for number, name in enumerate(NAMES):
        fields.write(folder / "kits", hostile(name), slug=f"kit-{number}")
    for number, name in enumerate(("=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>{{7*7}}")):
        fields.write(folder / "kits", harmless_but_for_its_name(name), slug=f"goed-{number}")
    (folder / "kits/bond/branche.yml").write_bytes(
        fields.as_yaml(fields.with_text(fields.LAYER, ("branche", "naam"), "+1+1 <b>Bond</b> {{7*7}}"))
    )
    return folder


@pytest.fixture(scope="module")
def run(world: Path) -> Answer:
    return process("build", "--only", "site", "--jobs", "1", cwd=world, **ENVIRONMENT)


def test_a_run_ends_well_for_the_good_and_says_what_is_wrong_with_the_others(world: Path, run: Answer) -> None:
    assert run.code == 4
    assert run.err == ""
    assert f"2 van {len(NAMES) + 2} kits gemaakt, {len(NAMES)} mislukt." in run.out
    assert STEERS.search(run.out) is None


def test_nothing_from_a_kit_steers_a_terminal(world: Path) -> None:
    environment = environment_for(**ENVIRONMENT)
    with terminal("check", *SLUGS, cwd=world, environment=environment) as screen:
        assert screen.end() == 3
        shown = screen.shown
    for sent in _OURS:
        shown = shown.replace(sent, "\n" if sent == "\r\n" else "")
    found = STEERS.search(shown)
    assert found is None, repr(shown[found.start() - 80 : found.start() + 20])
    assert "[red]rood[/red] [link=https://kwaad.example]klik[/link]" in shown
    assert "kit-0:" in shown


def test_no_line_of_a_log_was_written_by_a_kit(world: Path) -> None:
    told = process("check", *SLUGS, cwd=world, **ENVIRONMENT)
    assert told.code == 3
    lines = told.out.splitlines()
    assert len(lines) > 200
    assert all(line.startswith(("FOUT VK0", "FOUT VK1")) for line in lines if line.startswith("FOUT"))
    forged = [line for line in lines if line.startswith("FOUT VK001")]
    assert forged == []


def test_every_form_for_programs_is_whole(world: Path) -> None:
    for option in ("--json", "--sarif"):
        told = process("check", option, *SLUGS, cwd=world, **ENVIRONMENT)
        assert told.code == 3
        assert json.loads(told.out)
        assert told.err == ""


def test_no_cell_of_the_list_is_run_by_a_spreadsheet(world: Path, run: Answer) -> None:
    assert run.code == 4
    raw = (world / "dist/report.csv").read_bytes()
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == len(NAMES) + 3
    for row in rows:
        assert len(row) == len(rows[0])
        for cell in row:
            assert not cell.startswith(
                ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
            ), cell
            assert STEERS.search(cell) is None


def test_the_report_is_json_without_half_characters(world: Path, run: Answer) -> None:
    assert run.code == 4
    report = json.loads((world / "dist/report.json").read_bytes().decode("utf-8"))
    assert len(report["members"]) == len(NAMES) + 2


def test_the_overview_shows_names_as_text(world: Path, run: Answer) -> None:
    assert run.code == 4
    page = html5lib.parse((world / "dist/index.html").read_text("utf-8"), namespaceHTMLElements=False)
    seen = 0
    for element in page.iter():
        assert str(element.tag) not in {"img", "iframe", "object", "b", "h5"}
        for name, value in element.attrib.items():
            seen += 1
            assert not str(name).lower().startswith("on")
            if name in {"href", "src"}:
                assert urlsplit(value).scheme in SCHEMES or value == "data:,", value
    assert seen > 100
    text = " ".join("".join(page.itertext()).split())
    assert "<img src=x onerror=alert(1)>{{7*7}}" in text
    assert "+1+1 <b>Bond</b> {{7*7}}" in text
