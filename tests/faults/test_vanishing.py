"""What a build reads may vanish or change under its hands: the output is as it was or right, never a mixture."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.errors import BuildFailed
from generator.job import Job
from generator.pipeline import build_kit
from generator.resources import Resources
from tests.conftest import KITS, TODAY
from tests.faults.worlds import litter, tree

READ: Final = (
    "bouwbedrijf-de-linge/kit.yml",
    "branche.yml",
    "bouwbedrijf-de-linge/logo.svg",
    "fotos/joost-verhage.png",
    "bouwbedrijf-de-linge/documenten/gedragscode.pdf",
)
#: What a document that changed may change: itself, its size where it is offered and searched, and the list of files.
OF_A_DOCUMENT: Final = {
    "bouwbedrijf-de-linge/site/documenten/gedragscode.pdf",
    "bouwbedrijf-de-linge/site/downloads.html",
    "bouwbedrijf-de-linge/site/search/search_index.js",
    "bouwbedrijf-de-linge/kit.json",
}


def removed(path: Path) -> None:
    path.unlink()


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def became_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def grown(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"# " + b"x" * 100_000)


@pytest.fixture
def job(tmp_path: Path, resources: Resources) -> Job:
    kits = tmp_path / "kits"
    shutil.copytree(KITS / "bouw", kits / "bouw")
    return Job(kits / "bouw/bouwbedrijf-de-linge", kits, tmp_path / "dist", resources, TODAY)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory, resources: Resources) -> dict[str, bytes]:
    output = tmp_path_factory.mktemp("ongestoord")
    build_kit(Job(KITS / "bouw/bouwbedrijf-de-linge", KITS, output, resources, TODAY))
    return tree(output)


@pytest.mark.parametrize("disturb", [removed, cut_short, became_a_folder, grown])
@pytest.mark.parametrize("name", READ)
def test_a_file_that_is_disturbed_after_it_was_read_spoils_nothing(
    job: Job, undisturbed: dict[str, bytes], name: str, disturb: Callable[[Path], None]
) -> None:
    path = job.kits_root / "bouw" / name
    steps = {"drukwerk": path} if disturb in {removed, cut_short} else {"site": path}
    stopped = why_not(job, lambda step: disturb(steps[step]) if step in steps else None)
    made = tree(job.output)
    if stopped:
        assert path.name in stopped
        assert ("is er niet of niet meer" in stopped) == (disturb is removed)
        assert made == {}
        return
    assert made.keys() == undisturbed.keys()
    changed = {each for each, data in made.items() if data != undisturbed[each]}
    assert changed <= (OF_A_DOCUMENT if "/documenten/" in name else set())


@pytest.mark.parametrize("disturb", [removed, became_a_folder])
@pytest.mark.parametrize("name", READ)
def test_what_stood_there_stands_and_the_next_run_makes_it_new(
    job: Job, undisturbed: dict[str, bytes], name: str, disturb: Callable[[Path], None]
) -> None:
    kit, path = job.kits_root / "bouw/bouwbedrijf-de-linge/kit.yml", job.kits_root / "bouw" / name
    newer = kit.read_text(encoding="utf-8")
    kit.write_text(newer.replace("medewerkers: 180", "medewerkers: 90").replace("HR De Linge", "HR"), encoding="utf-8")
    assert why_not(job) == ""
    old = tree(job.output)
    assert old.keys() == undisturbed.keys()
    assert old != undisturbed
    kit.write_text(newer, encoding="utf-8")
    data = path.read_bytes()
    stopped = why_not(job, lambda step: disturb(path) if step == "drukwerk" else None)
    assert path.name in stopped or not stopped
    if stopped:
        assert tree(job.output) == old
    else:
        assert tree(job.output) == undisturbed
    if path.is_dir():
        path.rmdir()
    path.write_bytes(data)
    assert why_not(job) == ""
    assert tree(job.output) == undisturbed
    assert litter(job.output) == []


def why_not(job: Job, progress: Callable[[str], None] = lambda _: None) -> str:
    """Build, and return why nothing was made; an empty text if something was."""
    try:
        build_kit(job, progress)
    except BuildFailed as stopped:
        return str(stopped)
    return ""
