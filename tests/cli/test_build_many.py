"""``build`` over several kits as it is typed: parallel, interrupted, killed, and started again."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import Cli, a_kit, environment_for, process

SLUGS = [f"kit-{number}" for number in range(6)]


def wholes(dist: Path) -> set[str]:
    """Return the kits that stand in an output, each of which is exactly what its ``kit.json`` says."""
    found = set()
    for folder in dist.iterdir():
        if not folder.is_dir() or folder.name.startswith("."):
            continue
        files = json.loads((folder / "kit.json").read_text(encoding="utf-8"))["files"]
        standing = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        assert standing == {*files, "kit.json"}
        for name, digest in files.items():
            assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
        found.add(folder.name)
    return found


@contextmanager
def building(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """Build in the background, in a session of its own, so that Ctrl-C can reach all its processes and no other."""
    running = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--jobs", "2", *options],
        cwd=folder,
        env=environment_for(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )
    with running:
        yield running


def first_line(running: subprocess.Popen[str], word: str) -> None:
    assert running.stdout
    for line in running.stdout:
        if word in line:
            return
    raise AssertionError(f"{word} was never said")


def workers_of(pid: int) -> list[int]:
    """Return the processes that build: the children of a process, but for the one that looks after semaphores."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


@pytest.fixture
def kits(folder: Path) -> Path:
    for slug in SLUGS:
        a_kit(slug)
    return folder


def test_a_killed_run_leaves_whole_kits_and_goes_on_where_it_was(kits: Path) -> None:
    with building(kits) as running:
        first_line(running, "kit-0: klaar")
        running.kill()
    left = wholes(kits / "dist")
    assert "kit-0" in left
    answer = process("build", cwd=kits)
    assert answer.code == 0
    counted = re.search(r"(\d) van 6 kits gemaakt, (\d) ongewijzigd\.", answer.out)
    assert counted
    assert int(counted[2]) >= 1
    assert int(counted[1]) + int(counted[2]) == 6
    assert wholes(kits / "dist") == set(SLUGS)
    # What the killed run was busy with is gone too.
    assert list((kits / "dist/.vertrouwenskit/work").iterdir()) == []
    assert not [path for path in (kits / "dist").iterdir() if path.name.startswith(".kit-")]


def test_ctrl_c_stops_with_a_word_and_leaves_whole_kits(kits: Path) -> None:
    with building(kits) as running:
        first_line(running, "kit-0: klaar")
        os.killpg(running.pid, signal.SIGINT)
        assert running.stderr
        complaints = running.stderr.read()
    assert running.returncode == 130
    assert complaints.split("\n") == [
        "Wat klaar is, blijft staan. Start opnieuw om verder te gaan.",
        "",
        "Gestopt.",
        "",
    ]
    assert "kit-0" in wholes(kits / "dist")
    report = json.loads((kits / "dist/report.json").read_text(encoding="utf-8"))
    stands = {member["slug"]: member["stand"] for member in report["members"]}
    assert set(stands) == set(SLUGS)
    assert "wacht" in stands.values()
    assert stands["kit-0"] != "wacht"
    assert "ongewijzigd" in process("build", cwd=kits).out


def test_a_killed_worker_costs_no_kit(kits: Path) -> None:
    with building(kits) as running:
        first_line(running, "kit-0: klaar")
        os.kill(workers_of(running.pid)[0], signal.SIGKILL)
        assert running.stdout
        rest = running.stdout.read()
    assert running.returncode == 0
    assert "6 van 6 kits gemaakt." in rest
    assert wholes(kits / "dist") == set(SLUGS)


def test_one_and_many_jobs_make_the_same(kits: Path) -> None:
    for jobs in ("1", "3"):
        assert process("build", "--jobs", jobs, "--output", f"dist-{jobs}", cwd=kits).code == 0

    def tree(folder: Path) -> dict[str, bytes]:
        files = [path for path in folder.rglob("*") if path.is_file() and ".vertrouwenskit" not in path.parts]
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    assert tree(kits / "dist-1") == tree(kits / "dist-3")


def test_a_kit_that_is_no_more_goes_only_when_asked_for(folder: Path) -> None:
    a_kit("blijft")
    a_kit("weg")
    assert process("build", "--zip", cwd=folder).code == 0
    shutil.rmtree(folder / "kits/weg")
    answer = process("build", cwd=folder)
    assert "staat nog iets van wat er niet meer is: weg. Weghalen? Gebruik --prune." in answer.out
    assert (folder / "dist/weg.zip").is_file()
    answer = process("build", "--prune", cwd=folder)
    assert "horen nergens meer bij en gaan weg, met hun zip:\n  weg\n" in answer.out
    assert not (folder / "dist/weg").exists()
    assert not (folder / "dist/weg.zip").exists()
    # Nothing stays in what kits share that no kit has.
    assert all(
        path.stat().st_nlink > 1 for path in (folder / "dist/.vertrouwenskit/shared").rglob("*") if path.is_file()
    )
    assert (folder / "dist/blijft.zip").is_file()
    assert "weg" not in (folder / "dist/report.csv").read_text(encoding="utf-8")


def test_the_last_kit_and_its_association_can_be_pruned_too(folder: Path) -> None:
    kit = a_kit("bond/een")
    (folder / "kits/bond/branche.yml").write_text(
        "formaat: 1\nbranche: {naam: De Bond, contact: {email: info@bond.example}}\n", encoding="utf-8"
    )
    kit.write_text(kit.read_text(encoding="utf-8") + "basis: ../branche.yml\n", encoding="utf-8")
    assert process("build", cwd=folder).code == 0
    assert (folder / "dist/campagne/site/index.html").is_file()
    shutil.rmtree(folder / "kits/bond")
    answer = process("build", "--prune", cwd=folder)
    assert answer.code == 0
    assert "  een\n  campagne (voor werkgevers)\n" in answer.out
    assert not (folder / "dist/een").exists()
    assert not (folder / "dist/campagne").exists()


def test_prune_leaves_what_somebody_put_there_himself(folder: Path) -> None:
    a_kit("blijft")
    a_kit("weg")
    assert process("build", "--only", "print", cwd=folder).code == 0
    (folder / "dist/weg/print/notitie.txt").write_text("van mij", encoding="utf-8")
    shutil.rmtree(folder / "kits/weg")
    answer = process("build", "--only", "print", "--prune", cwd=folder)
    assert "weg: niet weggehaald." in answer.err
    assert (folder / "dist/weg/print/notitie.txt").is_file()


def test_kits_of_another_folder_are_never_pruned(folder: Path) -> None:
    a_kit("hier")
    a_kit("daar", kits="elders")
    for root in ("kits", "elders"):
        assert process("build", "--only", "print", "--kits", root, "--prune", cwd=folder).code == 0
    assert {"hier", "daar"} <= {path.name for path in (folder / "dist").iterdir()}


def test_a_page_of_somebody_else_is_not_overwritten_by_the_overview(folder: Path) -> None:
    a_kit("een")
    a_kit("twee")
    (folder / "dist").mkdir()
    (folder / "dist/index.html").write_text("van mij", encoding="utf-8")
    answer = process("build", "--only", "print", cwd=folder)
    assert answer.code == 0
    assert "Daarom is er geen overzicht geschreven." in answer.err
    assert (folder / "dist/index.html").read_text(encoding="utf-8") == "van mij"


def test_a_zip_once_asked_for_never_tells_old_numbers(folder: Path) -> None:
    kit = a_kit("een")
    assert process("build", "--only", "print", "--zip", cwd=folder).code == 0
    before = (folder / "dist/een.zip").read_bytes()
    kit.write_text(kit.read_text(encoding="utf-8").replace("Voorbeeld", "Nieuwe Naam"), encoding="utf-8")
    assert process("build", "--only", "print", cwd=folder).code == 0
    assert (folder / "dist/een.zip").read_bytes() != before


@pytest.mark.parametrize("given", ["0", "-1", "veel", "1000"])
def test_a_number_of_jobs_that_makes_no_sense_is_wrong_use(given: str, cli: Cli) -> None:
    a_kit("een")
    answer = cli("build", f"--jobs={given}")
    assert answer.code == 2
    assert f"--jobs is een aantal van 1 tot 256, en geen '{given}'." in answer.err
