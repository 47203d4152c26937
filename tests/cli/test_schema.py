from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Cli

NAMES = ("kit.schema.json", "branche.schema.json")


def test_both_schemas_are_written_and_then_fresh(cli: Cli) -> None:
    assert cli("schema", "--output", "ergens").code == 0
    assert sorted(path.name for path in Path("ergens").iterdir()) == sorted(NAMES)
    assert cli("schema", "--check", "--output", "ergens").code == 0


def test_the_schemas_of_this_repository_are_fresh(cli: Cli) -> None:
    answer = cli("schema", "--check", "--output", ROOT / "kits")
    assert (answer.code, answer.err) == (0, "")


@pytest.mark.parametrize("name", NAMES)
def test_a_stale_schema_is_named_and_left_as_it_is(name: str, cli: Cli) -> None:
    cli("schema")
    (Path("kits") / name).write_text("{}\n", encoding="utf-8")
    answer = cli("schema", "--check")
    assert answer.code == 1
    assert answer.err == f"kits/{name} klopt niet meer. Maak hem opnieuw met: vertrouwenskit schema\n"
    assert (Path("kits") / name).read_text(encoding="utf-8") == "{}\n"


def test_a_missing_schema_is_named(cli: Cli) -> None:
    answer = cli("schema", "--check")
    assert answer.code == 1
    assert "kits/kit.schema.json ontbreekt." in answer.err
    assert not Path("kits").exists()


def test_windows_line_ends_make_no_other_schema(cli: Cli) -> None:
    cli("schema")
    path = Path("kits") / NAMES[0]
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert cli("schema", "--check").code == 0


def test_a_folder_that_can_not_be_written_is_told(cli: Cli) -> None:
    Path("kits").touch()
    answer = cli("schema")
    assert answer.code == 1
    assert "kits/kit.schema.json kan niet geschreven worden" in answer.err
