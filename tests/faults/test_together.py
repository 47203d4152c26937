"""Two runs at the same time do not hinder each other: what stands there is of one of them, and whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.claimed import claimed
from generator.errors import UsageError
from generator.intake.publishing import write_plans
from tests.cli.conftest import a_kit, environment_for, process
from tests.cli.test_build_many import wholes
from tests.faults.worlds import litter, tree
from tests.intake.lists import HEADINGS, MEMBER, kits_folder, member, planned, text_file


def test_two_builds_of_the_same_kits_end_in_one_whole_output(folder: Path) -> None:
    a_kit("een")
    a_kit("twee")
    command = [sys.executable, "-m", "generator", "build", "--only", "print", "--zip", "--force", "--jobs", "1"]
    runs = [
        subprocess.Popen(command, cwd=folder, env=environment_for(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert wholes(folder / "dist") == {"een", "twee"}
    assert litter(folder / "dist") == []
    together = tree(folder / "dist")
    shutil.rmtree(folder / "dist")
    assert process(*command[3:], cwd=folder).code == 0
    assert tree(folder / "dist") == together


def test_a_second_import_in_the_same_folder_waits_for_nobody_and_writes_nothing(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    source = text_file(tmp_path / "leden.csv", [HEADINGS, MEMBER])
    found = planned(source, into)
    with claimed(into / ".import-bezig"), pytest.raises(UsageError, match="Er loopt al een import"):
        write_plans(found.plans, into, found.register)
    assert not list(into.rglob("kit.yml"))


def test_plans_from_before_another_import_are_not_carried_out(tmp_path: Path) -> None:
    into = kits_folder(tmp_path)
    first = planned(text_file(tmp_path / "leden.csv", [HEADINGS, MEMBER]), into)
    second = planned(text_file(tmp_path / "leden.csv", [HEADINGS, member(telefoon="06 87654321")]), into)
    write_plans(first.plans, into, first.register)
    before = tree(into)
    with pytest.raises(UsageError, match="Doe de import opnieuw"):
        write_plans(second.plans, into, second.register)
    assert tree(into) == before
