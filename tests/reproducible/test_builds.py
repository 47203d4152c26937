"""The same kits give the same output: wherever, whenever and by whomever it is made, in whatever order.

Promised are names, contents and kinds of all that stands in the output, and rights as the umask gives them. Not
promised: the times of files, which belong to whoever copies them (a zip holds the day of the build instead), and the
stamps by which a run sees what changed, in ``.vertrouwenskit``.

Two builds differ in everything at once. Should they give different trees, ``matrix.py`` finds out what made it so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.privacy.mixed import OWNERS, write_batch
from tests.privacy.traces import words_below
from tests.reproducible.circumstances import (
    HERE,
    THERE,
    Circumstances,
    Place,
    build,
    copy_kits,
    environment_at,
    may_rename,
    on_a_machine_named,
    place_of,
)
from tests.reproducible.trees import HIDDEN, difference, wrong_rights

#: One worker makes the builds for all of these tests.
pytestmark = pytest.mark.xdist_group("two-builds")

#: Members of two associations and an organisation by itself, and one that can't be built: something stands in its way.
SLUGS = ("zqxaeenq", "zqxbeenq", "zqxceenq", "zqxdeenq")
BLOCKED = "zqxdeenq"


@dataclass(frozen=True)
class Two:
    """Two builds of one batch: where each stands, and what it said."""

    here: Place
    there: Place
    base: Path
    said: tuple[subprocess.CompletedProcess[str], subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    base = tmp_path_factory.mktemp("x")
    write_batch(base / "source", SLUGS)
    places, said = [], []
    for at in (HERE, THERE):
        place = place_of(base, at)
        copy_kits(base / "source", place.kits, backwards=at.backwards)
        (place.dist / BLOCKED).mkdir(parents=True)
        (place.dist / BLOCKED / "van-mij.txt").write_text("van mij", encoding="utf-8")
        for path in (place.dist, place.dist / BLOCKED):
            path.chmod(0o777 & ~at.mask)
        (place.dist / BLOCKED / "van-mij.txt").chmod(0o666 & ~at.mask)
        said.append(build(at, place, "--zip"))
        places.append(place)
    return Two(places[0], places[1], base, (said[0], said[1]))


def test_both_builds_made_all_there_is_to_make(two: Two) -> None:
    for place, said in zip((two.here, two.there), two.said, strict=True):
        assert said.returncode == 4, said.stdout + said.stderr
        standing = {path.name for path in place.dist.iterdir()}
        made = set(SLUGS) | {f"{slug}.zip" for slug in SLUGS if slug != BLOCKED}
        assert standing == made | {"campagne", "index.html", "report.json", "report.csv", HIDDEN}
        assert sum(path.is_file() for path in place.dist.rglob("*")) > 300


def test_builds_that_have_nothing_in_common_but_the_kits_and_the_day_give_the_same_tree(two: Two) -> None:
    assert difference(two.here.dist, two.there.dist, rights=False) == ""


def test_rights_are_those_that_the_umask_gives(two: Two) -> None:
    assert wrong_rights(two.here.dist, HERE.mask) == []
    assert wrong_rights(two.there.dist, THERE.mask) == []


def test_a_kit_is_the_same_whichever_was_made_before_it_and_alone(two: Two) -> None:
    """In one process, in the other order: what was made first above is made last here."""
    place = place_of(two.base, replace(HERE, place="warm"))
    copy_kits(two.base / "source", place.kits, backwards=False)
    said = build(HERE, place, asked=("zqxceenq", "zqxaeenq"))
    assert said.returncode == 0, said.stderr
    for slug in ("zqxceenq", "zqxaeenq"):
        assert difference(place.dist / slug, two.here.dist / slug) == ""


@pytest.mark.skipif(not may_rename(), reason="only root may give a machine another name, and not in every container")
def test_the_builds_ran_on_machines_and_for_users_of_other_names(two: Two) -> None:
    for place, at in ((two.here, HERE), (two.there, THERE)):
        told = ask(at, place, "import os, platform, pwd; print(platform.node(), pwd.getpwuid(os.getuid()).pw_name)")
        assert told == f"{at.machine}-gast {at.machine}-naam"


def test_one_of_the_builds_ran_in_turkish(two: Two) -> None:
    assert ask(THERE, two.there, "import locale; print(locale.setlocale(locale.LC_ALL, ''))") == "tr_TR.UTF-8"


def ask(at: Circumstances, place: Place, code: str) -> str:
    """Return what Python says under the circumstances of a build."""
    command = [*on_a_machine_named(at.machine, place), sys.executable, "-c", code]
    done = subprocess.run(command, env=environment_at(at, place), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_nothing_tells_of_the_machine_that_made_it(two: Two) -> None:
    """No user, host, folder or temporary file: in contents, in names, in what is packed, in what a run remembers."""
    for place, at in ((two.here, HERE), (two.there, THERE)):
        words = [at.machine, str(two.base.parent.parent), "/site-packages", "/python3."]
        assert words_below(place.dist, words) == {}


def test_nothing_tells_of_the_moment_at_which_it_was_made(two: Two) -> None:
    """The clock of one build said May 2031; the files themselves were written today."""
    written = ["2031-05-06", "2031-05-07", "20310506", "6 mei 2031", "6\u00a0mei\u00a02031", "may 2031"]
    assert words_below(two.here.dist, written) == {}
    for slug in SLUGS:
        if slug != BLOCKED:
            with zipfile.ZipFile(two.here.dist / f"{slug}.zip") as packed:
                assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 21, 0, 0, 0)}


def test_what_a_run_remembers_tells_of_files_of_the_kits_by_their_way_from_there(two: Two) -> None:
    records = sorted((two.there.dist / HIDDEN / "kits").glob("*.json"))
    assert [path.stem for path in records] == [slug for slug in SLUGS if slug != BLOCKED]
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert f'"{Path(OWNERS[path.stem], path.stem, "kit.yml").as_posix()}"' in text
        assert "../" not in text


Change = Callable[[Path], None]


def _add(folder: Path) -> None:
    (folder / "more.txt").touch()


def _rewrite(folder: Path) -> None:
    (folder / "site/a.txt").write_text("één", encoding="utf-8")


def _turn_into_folder(folder: Path) -> None:
    (folder / "site/a.txt").unlink()
    (folder / "site/a.txt").mkdir()


def _link(folder: Path) -> None:
    (folder / "site/a.txt").rename(folder / "b.txt")
    (folder / "site/a.txt").symlink_to(folder / "b.txt")
    (folder / "b.txt").rename(folder / "site/b.txt")


CHANGES: dict[str, tuple[Change, str]] = {
    "more": (_add, "more.txt: only in other"),
    "less": (lambda folder: (folder / "site/a.txt").unlink(), "site/a.txt: only in one"),
    "content": (_rewrite, "site/a.txt: from byte 0: b'een' and b'\\xc3\\xa9\\xc3\\xa9n'"),
    "kind": (_turn_into_folder, "site/a.txt: another kind of entry"),
    "link": (_link, "site/a.txt: another kind of entry"),
    "rights": (lambda folder: (folder / "site/a.txt").chmod(0o600), "site/a.txt: rights 644 and 600"),
}


@pytest.mark.parametrize(("change", "told"), CHANGES.values(), ids=list(CHANGES))
def test_the_comparison_sees_each_sort_of_difference(tmp_path: Path, change: Change, told: str) -> None:
    for name in ("one", "other"):
        (tmp_path / name / "site").mkdir(parents=True)
        (tmp_path / name / "site/a.txt").write_text("een", encoding="utf-8")
        (tmp_path / name / "site/a.txt").chmod(0o644)
    assert difference(tmp_path / "one", tmp_path / "other") == ""
    os.utime(tmp_path / "one/site/a.txt", (0, 0))
    assert difference(tmp_path / "one", tmp_path / "other") == ""
    change(tmp_path / "other")
    assert difference(tmp_path / "one", tmp_path / "other") == told
