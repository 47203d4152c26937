"""Whatever goes wrong with one kit comes back as data, and its last good output stays."""

from __future__ import annotations

import errno
import pickle
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.batch import worker
from generator.batch.pool import Here
from generator.batch.record import read_record
from generator.batch.run import run
from generator.batch.task import Outcome, Trouble
from generator.errors import BuildFailed, UsageError
from generator.job import Job
from generator.kit.loader import LoadedKit
from generator.pipeline import Built
from tests.batch.conftest import World, build_at_once


def raising(error: Exception) -> Callable[..., object]:
    def build(*_: object) -> object:
        raise error

    return build


@pytest.mark.parametrize(
    ("error", "trouble", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), Trouble.OURS, "De schijf is vol."),
        (
            OSError(errno.EIO, "Input/output error", "/diep/weg/foto.jpg"),
            Trouble.OURS,
            "bij foto.jpg: de schijf geeft een fout.",
        ),
        (BuildFailed("MkDocs struikelde."), Trouble.OURS, "MkDocs struikelde."),
        (UsageError("Er staat iets in de weg."), Trouble.USAGE, "Er staat iets in de weg."),
        (RuntimeError("raar"), Trouble.OURS, "Fout in het programma zelf: raar"),
        (MemoryError(), Trouble.OURS, "Fout in het programma zelf: MemoryError"),
    ],
    ids=["disk full", "disk broken", "engine", "foreign files", "a mistake of ours", "memory"],
)
def test_a_failure_is_told_and_leaves_the_last_good_output(
    world: World, monkeypatch: pytest.MonkeyPatch, error: Exception, trouble: Trouble, told: str
) -> None:
    world.build()
    before = (world.output / "alleen/site/index.html").read_bytes()
    monkeypatch.setattr(worker, "build_loaded", raising(error))
    tasks = tuple(task for task in world.plan(force=True).tasks if task.slug == "alleen")
    (outcome,) = run(tasks, world.output, Here())
    assert outcome.trouble is trouble
    assert told in outcome.member.reason
    assert (outcome.member.state, outcome.member.site, outcome.member.naam) == ("failed", True, "Bakkerij Van Dam")
    assert (world.output / "alleen/site/index.html").read_bytes() == before
    assert pickle.loads(pickle.dumps(outcome)) == outcome  # noqa: S301  our own


def test_one_failure_leaves_the_others_alone_and_is_repaired_by_the_next_run(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = build_at_once(world.made)

    def build(job: Job, loaded: LoadedKit, progress: object) -> Built:
        if loaded.slug == "lid-een":
            raise BuildFailed("Even niet.")
        return quick(job, loaded, progress)

    monkeypatch.setattr(worker, "build_loaded", build)
    assert world.build() == {"alleen": "built", "foto": "built", "lid-een": "failed", "lid-twee": "built"}
    monkeypatch.setattr(worker, "build_loaded", quick)
    assert world.rebuilt() == {"lid-een"}


def test_a_kit_with_mistakes_is_known_by_the_name_that_could_be_read(world: World) -> None:
    path = world.kits / "bouw/lid-een/kit.yml"
    path.write_text(path.read_text(encoding="utf-8") + "onbekend: x\n", encoding="utf-8")
    member = world.outcomes()["lid-een"].member
    assert (member.naam, member.branche, member.state) == ("Lid Een", "Bond van Bouwers", "invalid")
    assert not member.site


def test_a_record_that_can_not_be_read_is_as_good_as_none(world: World) -> None:
    world.build()
    for text in ("", "{", "[]", '{"format": 99}', '{"format": 1, "slug": 3}'):
        path = world.output / ".vertrouwenskit/kits/alleen.json"
        path.write_text(text, encoding="utf-8")
        assert read_record(world.output, "alleen") is None
        assert world.rebuilt() == {"alleen"}


def test_a_record_says_all_again_that_was_remembered(world: World) -> None:
    outcomes = world.outcomes()
    again = world.outcomes()
    assert {slug: _without_state(outcome) for slug, outcome in outcomes.items()} == {
        slug: _without_state(outcome) for slug, outcome in again.items()
    }


def _without_state(outcome: Outcome) -> tuple[object, ...]:
    member = outcome.member
    return (member.naam, member.branche, member.findings, member.pages, member.prints, member.made_on, member.site)


def remembered(output: Path) -> list[str]:
    """Return what is remembered of each kit, with the names of files."""
    return [path.read_text(encoding="utf-8") for path in sorted((output / ".vertrouwenskit/kits").glob("*.json"))]


def test_no_place_on_this_machine_is_remembered(world: World) -> None:
    world.build()
    texts = remembered(world.output)
    assert len(texts) == 4
    assert not any(str(world.folder) in text for text in texts)


def test_kits_that_are_reached_by_a_link_are_remembered_without_the_way_there(world: World, tmp_path: Path) -> None:
    """A photo's own place is known with links resolved; the way there from the link leads past somebody's folders."""
    world.kits.rename(tmp_path / "geheime-map")
    world.kits.symlink_to(tmp_path / "geheime-map")
    world.build()
    texts = remembered(world.output)
    assert any('"bouw/fotos/joost.png"' in text for text in texts)
    assert not any("geheim" in text or "../" in text for text in texts)
    assert world.rebuilt() == set()


def test_kits_far_from_the_output_are_remembered_without_the_way_there(world: World, tmp_path: Path) -> None:
    elsewhere = replace(world, folder=tmp_path / "elders")
    shutil.copytree(world.kits, elsewhere.kits)
    world.output.mkdir()
    elsewhere.output.parent.mkdir(exist_ok=True)
    elsewhere.output.symlink_to(world.output)
    elsewhere.build()
    texts = remembered(world.output)
    assert len(texts) == 4
    assert not any("elders" in text or "../" in text for text in texts)
