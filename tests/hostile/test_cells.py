"""Lists of members from anybody: whatever is in them, an import ends with an answer, and no cell of ours runs."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.cli import main
from generator.intake.mistakes import FileRefused
from generator.intake.reading import read_book
from tests.builders import schrijf
from tests.hostile import texts
from tests.hostile.judging import STEERS
from tests.hostile.mutating import mutated
from tests.hostile.test_bounds import bounded, held
from tests.intake.lists import BRANCHE, HEADINGS, MEMBER, workbook

CASES = 60
#: How a cell begins that a spreadsheet program may run, the wide forms of the same signs included.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
#: Texts for cells; a NUL is no text in any file of a spreadsheet program.
TEXTS = [text for text in texts.EVERY if "\x00" not in text and "\ud800" not in text]


def written(path: Path, rows: list[list[Any]]) -> Path:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows(rows)
    path.write_bytes(stream.getvalue().encode("utf-8", "replace"))
    return path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    schrijf(tmp_path / "kits" / "bond", BRANCHE, "branche.yml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_any_text_in_any_cell_gets_an_answer_that_runs_nowhere(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[list[Any]] = [list(HEADINGS)]
    for number, text in enumerate(TEXTS):
        row: list[Any] = [*MEMBER]
        row[0], row[1 + number % 7] = str(2_000 + number), text
        rows.append(row)
    source = written(place / "leden.csv", rows)
    assert main(["import", str(source), "--into", "kits/bond"]) in {3, 4}
    said = capsys.readouterr()
    assert STEERS.search(said.out + said.err) is None
    cells = [*_cells(place / "leden-fouten.csv")]
    assert len(cells) > 200
    for cell in cells:
        assert not cell.startswith(RUNS), cell
        assert STEERS.search(cell) is None, cell
    made = sorted((place / "kits").rglob("kit.yml"))
    assert len(made) > 20
    assert all(path.is_relative_to(place / "kits" / "bond") for path in made)
    assert {path.name for path in place.iterdir()} == {"kits", "leden.csv", "leden-fouten.csv"}


def _cells(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.reader(stream, delimiter=";"):
            yield from row


def test_no_mistake_in_a_workbook_runs(place: Path) -> None:
    rows: list[list[Any]] = [list(HEADINGS)]
    rows += [
        [str(number), f"Naam {number}", "Tiel", text, *MEMBER[4:]] for number, text in enumerate(texts.FORMATS[:17])
    ]
    source = workbook(place / "leden.xlsx", [[str(cell).replace("\x00", "") for cell in row] for row in rows])
    assert main(["import", str(source), "--into", "kits/bond"]) == 3
    sheet = load_workbook(place / "leden-fouten.xlsx")["Fouten"]
    seen = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
    assert len(seen) > 50
    for cell in seen:
        assert cell.data_type == "s"
        assert cell.quotePrefix or not str(cell.value).startswith(RUNS)


@settings(max_examples=CASES, deadline=None)
@given(st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-16")))
def test_any_file_is_read_or_refused(data: bytes) -> None:
    _read(data)


def _read(data: bytes, name: str = "leden.csv") -> bool:
    """Tell whether a file was read as a list; it may be refused, in Dutch, and nothing else."""
    path = _SCRATCH[0] / name
    path.write_bytes(data)
    try:
        read_book(path)
    except FileRefused as refused:
        refusal = str(refused)
    else:
        return True
    assert name in refusal
    return False


_SCRATCH: list[Path] = []


@pytest.fixture(scope="module", autouse=True)
def _folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    _SCRATCH[:] = [tmp_path_factory.mktemp("lijsten")]


def test_damaged_workbooks_are_read_or_refused(tmp_path: Path) -> None:
    good = workbook(tmp_path / "goed.xlsx", [HEADINGS, MEMBER]).read_bytes()
    read = sum(_read(mutated(Random(seed), [good]), "leden.xlsx") for seed in range(CASES))  # noqa: S311
    assert read < CASES


def test_workbooks_with_damaged_parts_are_read_or_refused(tmp_path: Path) -> None:
    good = workbook(tmp_path / "goed.xlsx", [HEADINGS, MEMBER])
    read = sum(_read(_rewritten(good, Random(seed)), "leden.xlsx") for seed in range(CASES))  # noqa: S311
    assert 0 < read < CASES


def _rewritten(path: Path, random: Random) -> bytes:
    """Return a workbook of which one part was damaged, packed anew so that the archive itself is whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = random.choice(old.namelist())
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, mutated(random, [data]) if name == chosen else data)
    return out.getvalue()


def test_bombs_are_refused_within_the_stated_bounds(place: Path) -> None:
    good = workbook(place / "goed.xlsx", [HEADINGS, MEMBER])
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(place / "leden.xlsx", "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            filling = b" " * 300_000_000 if name == "xl/worksheets/sheet1.xml" else b""
            new.writestr(name, old.read(name) + filling)
    assert (place / "leden.xlsx").stat().st_size < 1_000_000
    ended = bounded("import", "leden.xlsx", "--into", "kits/bond", cwd=place)
    held(ended)
    assert ended.code == 3
    assert "te groot" in ended.out + ended.err


def test_a_list_of_thousands_of_mistakes_stays_within_the_stated_bounds(place: Path) -> None:
    (place / "leden.csv").write_text(";".join(HEADINGS) + "\n" + "=1+1;a;b;c;d;e;f;g\n" * 6_000, encoding="utf-8")
    ended = bounded("import", "leden.csv", "--into", "kits/bond", "--dry-run", cwd=place)
    held(ended)
    assert ended.code == 3
