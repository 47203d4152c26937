"""A real cluster of two worker processes, without a shared disk: kits go out and come back as data."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from generator.batch.cluster import connected, run_on
from generator.batch.fingerprint import shared_digest
from generator.batch.parcels import Crate, make_parcel, packed_resources, parcel_of, unpack
from generator.batch.plan import Asked, make_plan
from generator.batch.pool import Here
from generator.batch.run import run
from generator.batch.task import Trouble
from generator.errors import UsageError
from generator.job import Job
from generator.kit.index import find_kits
from generator.pipeline import read_kit
from generator.resources import Resources
from tests.batch.conftest import a_photo
from tests.builders import een_kit, schrijf
from tests.cli.conftest import environment_for
from tests.conftest import TODAY


@dataclass(frozen=True)
class Started:
    address: str
    workers: tuple[subprocess.Popen[str], ...]


@contextmanager
def a_process(*command: str, cwd: Path) -> Iterator[subprocess.Popen[str]]:
    started = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=environment_for(DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="3"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    with started:
        yield started
        started.kill()


def told(process: subprocess.Popen[str], word: str) -> str:
    """Return the first line with ``word`` that a process writes."""
    assert process.stdout
    seen = []
    for line in process.stdout:
        seen.append(line)
        if word in line:
            return line
    raise AssertionError("".join(seen))


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Started]:
    """A scheduler and two workers of one thread, each in a folder of its own; a worker that dies stays dead."""
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    with ExitStack() as stack:
        scheduler = stack.enter_context(
            a_process(
                "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", cwd=elsewhere
            )
        )
        address = told(scheduler, "Scheduler at:").split()[-1]
        options = ("--no-nanny", "--nthreads", "1", "--no-dashboard", "--local-directory", str(elsewhere))
        workers = [
            stack.enter_context(a_process("distributed.cli.dask_worker", address, *options, cwd=elsewhere))
            for _ in range(2)
        ]
        for worker in workers:
            told(worker, "Registered to")
        yield Started(address, tuple(workers))


def jobs(folder: Path, output: Path, resources: Resources) -> list[Asked]:
    return [Asked(Job(kit.folder, folder, output, resources, TODAY)) for kit in find_kits(folder).kits]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".vertrouwenskit" not in path.parts
    }


def members(folder: Path, count: int) -> Path:
    """Write an association whose pool has a photo, with so many members; return the kits folder."""
    kits = folder / "kits"
    bond = schrijf(
        kits / "bond",
        "formaat: 1\nbranche: {naam: De Bond}\nvertrouwenspersonen:\n"
        "  - {id: sam, naam: Sam Bakker, soort: extern, contact: {email: sam@voorbeeld.example},"
        " foto: {bestand: sam.png, toestemming: 2026-01-01}}\n",
        "branche.yml",
    )
    a_photo(bond / "sam.png")
    for number in range(count):
        schrijf(
            bond / f"lid-{number}",
            f"formaat: 1\nbasis: ../branche.yml\norganisatie: {{naam: Lid {number}, medewerkers: 20}}\n",
        )
    return kits


def test_a_cluster_makes_what_this_machine_makes_even_if_a_worker_is_killed(
    tmp_path: Path, cluster: Started, resources: Resources
) -> None:
    kits = members(tmp_path, 5)
    schrijf(kits / "fout", "formaat: 1\nonbekend: x\n")
    here, there = tmp_path / "hier", tmp_path / "daar"
    with connected(cluster.address) as workers:
        plan = make_plan(jobs(kits, there, resources), shared_digest(resources, {}))
        outcomes = run_on(workers, plan.tasks, there)
        states = {}
        for outcome in outcomes:
            states[outcome.member.slug] = outcome.member.state
            if list(states.values()).count("built") == 1:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)
        again = make_plan(jobs(kits, there, resources), shared_digest(resources, {}))
        second = [outcome.member.state for outcome in run_on(workers, again.tasks, there)]
    assert states == {"fout": "invalid", **{f"lid-{number}": "built" for number in range(5)}}
    assert {*second, *(outcome.member.state for outcome in again.known)} == {"unchanged", "invalid"}

    plan = make_plan(jobs(kits, here, resources), shared_digest(resources, {}))
    list(run(plan.tasks, here, Here()))
    assert tree(here) == tree(there)
    assert len(tree(there)) > 100


def test_no_scheduler_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="antwoordt geen scheduler"), connected("tcp://127.0.0.1:9"):
        pass


def test_a_computer_with_another_program_makes_nothing(tmp_path: Path, resources: Resources) -> None:
    folder = een_kit(tmp_path / "kits")
    job = Job(folder, tmp_path / "kits", tmp_path / "dist", resources, TODAY)
    parcel = parcel_of(job, read_kit(folder, tmp_path / "kits", resources))
    crate = make_parcel(replace(parcel, program="another"), packed_resources(resources))
    assert crate.trouble is Trouble.OURS
    assert "andere versie" in crate.reason


def test_a_mistake_in_a_parcel_comes_back_as_data(tmp_path: Path, resources: Resources) -> None:
    folder = een_kit(tmp_path / "kits")
    job = Job(folder, tmp_path / "kits", tmp_path / "dist", resources, TODAY)
    parcel = parcel_of(job, read_kit(folder, tmp_path / "kits", resources))
    crate = make_parcel(
        replace(parcel, files=(("voorbeeld/kit.yml", b"formaat: 1\nx: y\n"),)), packed_resources(resources)
    )
    assert crate == Crate(trouble=Trouble.KIT, findings=crate.findings)
    assert {item.code for item in crate.findings} >= {"VK020"}


@pytest.mark.parametrize("name", ["../buiten.txt", "/buiten.txt", "map/../../buiten.txt"])
def test_nothing_is_unpacked_outside_its_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="buiten"):
        unpack([(name, b"x")], tmp_path / "in")
    assert not list(tmp_path.rglob("buiten.txt"))
