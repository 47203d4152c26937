"""What changed is built again, all of it and nothing else."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.batch import fingerprint, stamps, worker
from generator.batch.task import Trouble
from generator.job import Job
from generator.kit.index import find_kits
from generator.kit.loader import LoadedKit
from generator.pipeline import Built
from tests.batch.conftest import World, a_photo, build_at_once, fresh
from tests.builders import een_kit

ALL = frozenset({"alleen", "foto", "lid-een", "lid-twee"})
NONE: frozenset[str] = frozenset()


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def append(path: Path, text: str) -> None:
    path.write_bytes(path.read_bytes() + text.encode())


def _new(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("p{}", encoding="utf-8")


def same_size_same_time(path: Path, old: bytes, new: bytes) -> None:
    """Change a file so that a listing shows no difference."""
    assert len(old) == len(new)
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(old, new))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@dataclass(frozen=True)
class Change:
    """Something that happens between two runs, and which kits depend on it."""

    name: str
    do: Callable[[World], object]
    concerns: frozenset[str]


CHANGES = [
    Change("a value", lambda w: replace_in(w.kits / "alleen/kit.yml", "12", "13"), frozenset({"alleen"})),
    Change("a comment", lambda w: append(w.kits / "alleen/kit.yml", "# gezien\n"), NONE),
    Change("a time of writing", lambda w: os.utime(w.kits / "bouw/lid-een/kit.yml", (1, 1)), NONE),
    Change(
        "a value that leaves size and time as they were",
        lambda w: same_size_same_time(w.kits / "foto/kit.yml", b"Sam Bakker", b"Kim Bakker"),
        frozenset({"foto"}),
    ),
    Change("a document", lambda w: (w.kits / "foto/code.pdf").write_bytes(b"%PDF-1.4 twee"), frozenset({"foto"})),
    Change("a photo that may not be shown yet", lambda w: a_photo(w.kits / "foto/fotos/sam.png", "green"), NONE),
    Change(
        "a photo of the pool",
        lambda w: a_photo(w.kits / "bouw/fotos/joost.png", "yellow"),
        frozenset({"lid-een", "lid-twee"}),
    ),
    Change(
        "a value of the layer",
        lambda w: replace_in(w.kits / "bouw/branche.yml", "Praktijk Verhage", "Bureau Verhage"),
        frozenset({"lid-een", "lid-twee"}),
    ),
    Change(
        "a value of the layer that one member replaces",
        lambda w: replace_in(w.kits / "bouw/branche.yml", "#00524c", "#00524d"),
        frozenset({"lid-een"}),
    ),
    Change("a shared text", lambda w: append(w.resources.content / "paginas/index.md", "\nMeer."), ALL),
    Change("a text for employers", lambda w: _new(w.resources.content / "werkgevers/nieuw.md"), NONE),
    Change("the look of the campaign", lambda w: _new(w.resources.theme / "campagne/assets/nieuw.css"), NONE),
    Change("the page of the overview", lambda w: append(w.resources.theme / "overview/overview.css", "p{}"), NONE),
    Change("a font", lambda w: append(next(w.resources.theme.rglob("*.ttf")), " "), ALL),
    Change("the theme", lambda w: (w.resources.theme / "nieuw.css").write_text("p{}"), ALL),
    Change("the base configuration", lambda w: append(w.resources.mkdocs_yml, "# x\n"), ALL),
    Change("an option", lambda w: w.options.update(press=True), ALL),
    Change("what was made", lambda w: (w.output / "foto/site/index.html").write_text("x"), frozenset({"foto"})),
    Change("the disappearance of it", lambda w: shutil.rmtree(w.output / "lid-een"), frozenset({"lid-een"})),
    Change("a lost record", lambda w: (w.output / ".vertrouwenskit/kits/alleen.json").unlink(), frozenset({"alleen"})),
    Change("a day on which nothing turns", lambda w: setattr(w, "today", date(2026, 11, 22)), NONE),
    Change("the day of consent", lambda w: setattr(w, "today", date(2026, 12, 24)), frozenset({"foto"})),
    Change("another kit", lambda w: een_kit(w.kits, "nieuw"), frozenset({"nieuw"})),
]


@pytest.mark.parametrize("change", CHANGES, ids=[change.name for change in CHANGES])
def test_one_change_builds_again_what_depends_on_it(world: World, change: Change) -> None:
    assert world.rebuilt() == ALL
    change.do(world)
    assert world.rebuilt() == change.concerns
    assert world.rebuilt() == set()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(st.lists(st.sampled_from(CHANGES), max_size=3, unique=True), min_size=1, max_size=3))
def test_any_changes_build_again_exactly_what_depends_on_them(world_once: World, rounds: list[list[Change]]) -> None:
    """Each round is what happens between two runs; a change that already happened changes nothing any more."""
    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.setattr(stamps, "COARSEST", 0)
        with fresh(world_once, Path(folder) / "wereld", patch) as world:
            world.rebuilt()
            past: set[str] = set()
            for changes in rounds:
                concerned: set[str] = set()
                is_for_all = False
                for change in changes:
                    if change.name not in past and not _is_past(change, past):
                        change.do(world)
                        past.add(change.name)
                        concerned |= change.concerns
                        is_for_all |= change.concerns >= ALL
                # Several changes can concern all of these kits, and yet not one that came later.
                if is_for_all:
                    concerned |= {kit.slug for kit in find_kits(world.kits).kits}
                assert world.rebuilt() == concerned


def _is_past(change: Change, past: set[str]) -> bool:
    """Tell whether the calendar has left behind what a change says of itself."""
    before_consent = {"a photo that may not be shown yet", "a day on which nothing turns"}
    return change.name in before_consent and "the day of consent" in past


def test_a_run_over_unchanged_kits_opens_none_of_them(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build()
    opened: list[str] = []
    really = io.open

    def noted(path: Any, *more: Any, **options: Any) -> Any:
        opened.append(str(path))
        return really(path, *more, **options)

    monkeypatch.setattr(io, "open", noted)
    plan = world.plan()
    monkeypatch.undo()
    assert any(".vertrouwenskit" in path for path in opened)
    assert [path for path in opened if path.startswith(str(world.kits))] == []
    assert plan.tasks == ()
    assert {outcome.member.slug for outcome in plan.known} == ALL


def test_a_file_written_a_moment_ago_is_read_again_rather_than_trusted(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamps, "COARSEST", 2_000_000_000)
    world.build()
    plan = world.plan()
    assert {task.slug for task in plan.tasks} == ALL
    assert world.rebuilt() == set()


@pytest.mark.parametrize("what", ["__version__", "a library"])
def test_another_version_builds_everything_again(world: World, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    world.build()
    fingerprint.program_digest.cache_clear()
    if what == "__version__":
        monkeypatch.setattr(fingerprint, "__version__", "99")
    else:
        libraries = fingerprint._libraries()
        monkeypatch.setattr(fingerprint, "_libraries", lambda: libraries | {("reportlab", "99")})
    assert world.rebuilt() == ALL
    fingerprint.program_digest.cache_clear()


def test_force_builds_what_did_not_change(world: World) -> None:
    world.build()
    assert set(world.build(world.plan(force=True)).values()) == {"built"}


def test_what_is_found_moves_along_with_its_line(world: World) -> None:
    before = world.outcomes()["alleen"].member.findings
    path = world.kits / "alleen/kit.yml"
    path.write_text("# een\n# twee\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    outcome = world.outcomes()["alleen"]
    assert outcome.member.state == "unchanged"
    moved = [(item.code, item.line - 2) for item in outcome.member.findings if item.line]
    assert moved == [(item.code, item.line) for item in before if item.line]
    assert moved


def test_findings_follow_the_calendar_without_a_new_build(world: World) -> None:
    codes = {item.code for item in world.outcomes()["lid-een"].member.findings}
    world.today = date(2027, 10, 2)
    outcome = world.outcomes()["lid-een"]
    assert outcome.member.state == "unchanged"
    assert {item.code for item in outcome.member.findings} - codes == {"VK120"}


def test_strict_holds_up_what_was_built_with_warnings_and_leaves_it_standing(world: World) -> None:
    world.build()
    assert any(item.level == "warning" for item in world.outcomes()["alleen"].member.findings)
    world.strict = True
    outcome = world.outcomes()["alleen"]
    assert outcome.member.state == "invalid"
    assert (world.output / "alleen/site/index.html").is_file()


def test_a_kit_that_became_wrong_keeps_its_last_good_output(world: World) -> None:
    world.build()
    replace_in(world.kits / "alleen/kit.yml", "12", "twaalf")
    outcome = world.outcomes()["alleen"]
    assert (outcome.member.state, outcome.member.site) == ("invalid", True)
    assert (world.output / "alleen/site/index.html").is_file()
    replace_in(world.kits / "alleen/kit.yml", "twaalf", "12")
    assert world.build()["alleen"] == "unchanged"


def spoil(world: World) -> None:
    """Make a kit wrong in a way that reading does not mind and a rule does."""
    replace_in(world.kits / "alleen/kit.yml", "soort: extern", "soort: intern\n  functie: HR-adviseur")
    append(world.kits / "alleen/kit.yml", "gecontroleerd_op: 2026-11-01\n")


def test_a_refused_kit_is_refused_again_without_a_look_at_it(world: World) -> None:
    world.build()
    spoil(world)
    first = world.outcomes()["alleen"]
    assert (first.member.state, first.trouble) == ("invalid", Trouble.KIT)
    plan = world.plan()
    assert plan.tasks == ()
    assert world.outcomes(plan)["alleen"] == first
    assert (world.output / "alleen/site/index.html").is_file()


@pytest.mark.parametrize(
    "change",
    [
        lambda w: replace_in(w.kits / "alleen/kit.yml", "HR-adviseur", "HR-manager"),
        lambda w: (w.folder / "content/nl/erbij.md").write_text("Nieuw.", encoding="utf-8"),
        lambda w: setattr(w, "today", date(2027, 11, 22)),
        lambda w: w.options.update(press=True),
        lambda w: (w.output / ".vertrouwenskit/refused/alleen.json").write_text("{", encoding="utf-8"),
    ],
    ids=["its file", "shared content", "the calendar", "an option", "a memory that can't be read"],
)
def test_a_refused_kit_is_looked_at_again_when_anything_changed(
    world: World, change: Callable[[World], object]
) -> None:
    world.build()
    spoil(world)
    world.build()
    change(world)
    assert "alleen" in {task.slug for task in world.plan().tasks}


def test_a_refused_kit_that_is_mended_is_built_and_the_refusal_forgotten(world: World) -> None:
    world.build()
    spoil(world)
    world.build()
    replace_in(world.kits / "alleen/kit.yml", "HR-adviseur", "Trainer")
    assert world.rebuilt() == {"alleen"}
    assert list((world.output / ".vertrouwenskit/refused").iterdir()) == []


def test_what_strict_refused_is_built_without_it(world: World) -> None:
    world.build()
    replace_in(world.kits / "alleen/kit.yml", "soort: extern", "soort: extern\n  voorstellen: Kom gerust.")
    world.strict = True
    assert world.build()["alleen"] == "invalid"
    assert "alleen" not in {task.slug for task in world.plan().tasks}
    world.strict = False
    assert world.rebuilt() == {"alleen"}


def test_a_write_during_the_build_is_seen_by_the_next_run(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    path = world.kits / "alleen/kit.yml"
    quick = build_at_once(world.made)

    def while_building(job: Job, loaded: LoadedKit, progress: object) -> Built:
        if loaded.slug == "alleen":
            replace_in(path, "12", "13")
        return quick(job, loaded, progress)

    monkeypatch.setattr(worker, "build_loaded", while_building)
    world.build()
    monkeypatch.setattr(worker, "build_loaded", quick)
    assert world.rebuilt() == {"alleen"}
