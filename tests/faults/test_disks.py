"""A disk that is full, that can only be read, or that is another one: the old output stands, and one sentence says why.

The steps of ``test_every_step.py`` are refused one by one; here a real disk does so.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Cli, a_kit, environment_for, process
from tests.cli.test_build_many import wholes
from tests.faults.disks import as_anybody, disk, remount
from tests.faults.worlds import litter, tree

BUILD = ("build", "--only", "print", "--zip")


def with_rights(*arguments: str, cwd: Path, **environment: str) -> Answer:
    """Run a command for which the rights of files hold."""
    done = subprocess.run(
        [*as_anybody(), sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment_for(**environment),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)


def renamed(kit: Path, naam: str) -> None:
    lines = [f"  naam: {naam}" if line.startswith("  naam: ") else line for line in kit.read_text("utf-8").split("\n")]
    kit.write_text("\n".join(lines), encoding="utf-8")


def test_a_disk_that_runs_full_keeps_what_stood_there_and_with_room_the_rest_comes(folder: Path, cli: Cli) -> None:
    kits = [a_kit("een"), a_kit("twee")]
    with disk(folder / "dist", "size=40m") as dist:
        assert cli(*BUILD).code == 0
        before = tree(dist)
        for kit in kits:
            renamed(kit, "Een Andere Naam")
        used = sum(path.stat().st_blocks * 512 for path in dist.rglob("*"))
        remount(dist, f"size={used + 100_000}")
        answer = cli(*BUILD, "--jobs", "2")
        assert answer.code == 1
        assert answer.err.count("De schijf is vol. Maak ruimte, en start opnieuw") >= 2
        assert "Traceback" not in answer.out + answer.err
        assert wholes(dist) == {"een", "twee"}
        told = {"index.html", "report.json", "report.csv"}
        now = tree(dist)
        assert {name: data for name, data in now.items() if name not in told} == {
            name: data for name, data in before.items() if name not in told
        }
        assert litter(dist) == []
        remount(dist, "size=40m")
        assert cli(*BUILD).code == 0
        assert tree(dist) == _undisturbed(folder, cli)


def _undisturbed(folder: Path, cli: Cli) -> dict[str, bytes]:
    assert cli(*BUILD, "--output", "vers").code == 0
    return tree(folder / "vers")


@pytest.mark.parametrize("size", ["4k", "64k"])
def test_a_disk_on_which_nothing_fits_is_told_and_left_empty(size: str, folder: Path, cli: Cli) -> None:
    a_kit("een")
    with disk(folder / "dist", f"size={size},nr_inodes=200") as dist:
        answer = cli(*BUILD)
        assert answer.code == 1
        assert "De schijf is vol. Maak ruimte" in answer.err
        assert list(dist.rglob("*")) == []


def test_a_disk_without_room_for_another_name_is_full_too(folder: Path, cli: Cli) -> None:
    a_kit("een")
    with disk(folder / "dist", "size=40m,nr_inodes=12") as dist:
        answer = cli(*BUILD)
        assert (answer.code, "De schijf is vol" in answer.err) == (1, True)
        assert tree(dist) == {}


def test_a_disk_that_can_only_be_read_is_wrong_use_and_says_what_else(folder: Path, cli: Cli) -> None:
    kit = a_kit("een")
    with disk(folder / "dist", "size=40m") as dist:
        assert cli(*BUILD).code == 0
        renamed(kit, "Een Andere Naam")
        before = tree(dist)
        remount(dist, "ro")
        answer = cli(*BUILD)
        assert answer.code == 2
        assert "op deze schijf kan alleen gelezen worden" in answer.err
        assert "Kies met --output een andere map" in answer.err
        assert tree(dist) == before
        remount(dist, "rw")


def test_an_output_on_another_disk_than_kits_and_temporary_files_is_the_same(folder: Path, cli: Cli) -> None:
    a_kit("een")
    a_kit("twee")
    with disk(folder / "dist", "size=60m") as dist, disk(folder / "tijdelijk", "size=9m"):
        assert process("build", "--jobs", "2", cwd=folder, TMPDIR=str(folder / "tijdelijk")).code == 0
        here = tree(dist)
        assert wholes(dist) == {"een", "twee"}
    assert cli("build", "--jobs", "2").code == 0
    assert tree(folder / "dist") == here


@pytest.mark.parametrize("what", ["output", "kit", "work"])
def test_a_folder_in_which_this_user_may_not_write_is_told(what: str, folder: Path, cli: Cli) -> None:
    kit = a_kit("een")
    assert cli(*BUILD).code == 0
    before = tree(folder / "dist")
    renamed(kit, "Een Andere Naam")
    closed = {"output": "dist", "kit": "dist/een", "work": "dist/.vertrouwenskit"}[what]
    (folder / closed).chmod(0o555)
    answer = with_rights(*BUILD, cwd=folder)
    (folder / closed).chmod(0o755)
    # To move the folder of a kit its own rights count too, but by then all else went well.
    assert answer.code == (1 if what == "kit" else 2)
    assert "dat mag deze gebruiker niet" in answer.err
    assert tree(folder / "dist") == before
    assert "Traceback" not in answer.err
    assert cli(*BUILD).code == 0
    assert tree(folder / "dist") == _undisturbed(folder, cli)


def test_a_kit_that_may_not_be_read_is_a_finding(folder: Path) -> None:
    kit = a_kit("een")
    kit.chmod(0)
    answer = with_rights(*BUILD, cwd=folder)
    assert answer.code == 3
    assert "Dit bestand kan niet worden gelezen (dat mag deze gebruiker niet)." in answer.out


def test_new_leaves_nothing_half_on_a_full_disk_and_works_when_there_is_room(folder: Path, cli: Cli) -> None:
    with disk(folder / "kits", "size=40m") as kits:
        (kits / "vol").write_bytes(b"x" * (39 << 20))
        with (kits / "rest").open("ab") as rest:
            _fill(rest.fileno())
        answer = cli("new", "bakkerij", "--no-input")
        assert answer.code == 1
        assert "de schijf is vol" in answer.err.lower()
        assert not (kits / "bakkerij/kit.yml").exists()
        (kits / "vol").unlink()
        assert cli("new", "bakkerij", "--no-input").code == 0
        assert cli("check", "bakkerij").code == 0


def _fill(file: int) -> None:
    """Write until the disk is full."""
    block = b"x" * 4096
    while True:
        try:
            os.write(file, block)
        except OSError:
            return


@pytest.mark.parametrize(
    ("place", "code", "said"),
    [
        ("bestand", 2, "is een bestand. Kies een map"),
        ("bestand/in", 2, "een deel van het pad is geen map"),
        ("kits", 2, "staat iets dat vertrouwenskit niet heeft gemaakt: kit.yml"),
        ("verwijzing", 2, "is geen gewone map"),
        ("van-een-ander", 2, "staat iets dat vertrouwenskit niet heeft gemaakt: een/brief.txt"),
        ("kits/dist", 0, "1 van 1 kit gemaakt"),
        (".", 0, "1 van 1 kit gemaakt"),
    ],
)
def test_an_output_that_is_something_else_is_refused_and_left_as_it_is(
    place: str, code: int, said: str, folder: Path, cli: Cli
) -> None:
    a_kit("een")
    (folder / "bestand").write_text("van mij", encoding="utf-8")
    (folder / "elders/een").mkdir(parents=True)
    (folder / "verwijzing").mkdir()
    (folder / "verwijzing/een").symlink_to(folder / "elders/een")
    (folder / "van-een-ander/een").mkdir(parents=True)
    (folder / "van-een-ander/een/brief.txt").write_text("van mij", encoding="utf-8")
    before = tree(folder)
    answer = cli("build", "--only", "print", "--output", place)
    assert (answer.code, said.replace("een/brief", "brief") in answer.out + answer.err) == (code, True), answer.err
    assert before.items() <= tree(folder).items()
    assert [path.name for path in (folder / "elders/een").iterdir()] == []


def test_a_file_that_somebody_has_open_is_replaced_and_his_own_stays_readable(folder: Path, cli: Cli) -> None:
    kit = a_kit("een")
    assert cli(*BUILD).code == 0
    with (folder / "dist/een.zip").open("rb") as held, (folder / "dist/een/kit.json").open("rb") as told:
        renamed(kit, "Een Andere Naam")
        assert cli(*BUILD).code == 0
        assert b"PK" in held.read(4)
        assert told.read().startswith(b"{")
    assert wholes(folder / "dist") == {"een"}
