"""What nobody shows any more does not stay in what kits share, however the run ended that left it there."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.batch.pool import Here
from generator.batch.run import run
from tests.batch.conftest import World


def leave(output: Path) -> Path:
    """Leave a photo in the store, to which no kit links any more."""
    photo = output / ".vertrouwenskit/shared/ab/cdef"
    photo.parent.mkdir(parents=True)
    photo.write_bytes(b"een gezicht")
    return photo


def test_a_run_with_nothing_to_build_cleans_up_after_one_that_was_killed_at_its_very_end(world: World) -> None:
    """Every kit stood there already, so that none is built again; only the sweeping was still to be done."""
    world.build()
    photo = leave(world.output)
    half = world.output / ".vertrouwenskit/work/0123456789abcdef/half.html"
    half.parent.mkdir(parents=True)
    half.touch()
    assert world.rebuilt() == set()
    assert not photo.exists()
    assert not half.parent.exists()


def test_a_run_that_is_stopped_half_way_sweeps_too(world: World) -> None:
    world.output.mkdir()
    photo = leave(world.output)
    going = run(world.plan().tasks, world.output, Here())
    next(going)
    assert photo.exists()
    going.close()
    assert not photo.exists()


def test_a_run_with_nothing_to_build_and_nothing_left_behind_makes_no_folder(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert list(run((), tmp_path / "dist", Here())) == []
    assert not (tmp_path / "dist").exists()
