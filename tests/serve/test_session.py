"""What a session builds, and when; the building itself is left out."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from generator.errors import BuildFailed, Finding, KitInvalid
from generator.job import Job
from generator.pipeline import Built
from generator.resources import Resources
from generator.serve import session as session_module
from generator.serve.live import Live
from generator.serve.server import SiteServer
from generator.serve.session import Session

FINDING = Finding("VK020", "error", "kits/een/kit.yml", "Dit is mis.", "Doe dat.")
Result = Built | KitInvalid | BuildFailed | Exception


class Build:
    """Stands in for ``build_kit``: counts, and answers what it is told to."""

    def __init__(self, output: Path) -> None:
        self.times = 0
        self.good = Built("een", output / "een", 1, (), ())
        self.answer: Result = self.good

    def __call__(self, _: Job) -> Built:
        self.times += 1
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


@pytest.fixture
def job(tmp_path: Path) -> Job:
    for name in ("content/nl/a.md", "theme/b.css", "mkdocs.yml", "kits/bouw/branche.yml", "kits/bouw/fotos/jo.jpg"):
        _save(tmp_path / name, "x: 1")
    _save(tmp_path / "kits/bouw/een/kit.yml", "basis: ../branche.yml")
    _save(tmp_path / "kits/bouw/twee/kit.yml", "basis: ../branche.yml")
    resources = Resources(tmp_path / "content/nl", tmp_path / "theme", tmp_path / "mkdocs.yml")
    return Job(
        tmp_path / "kits/bouw/een", tmp_path / "kits", tmp_path / "uit", resources, date(2026, 11, 21), only="site"
    )


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def build(job: Job, monkeypatch: pytest.MonkeyPatch) -> Build:
    build = Build(job.output)
    monkeypatch.setattr(session_module, "build_kit", build)
    return build


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def session(job: Job, build: Build, told: list[object]) -> Session:
    session = Session(job, told.append)
    session.follow()
    assert build.times == 1
    return session


def test_nothing_new_is_not_built_again(session: Session, build: Build) -> None:
    session.follow()
    session.follow()
    assert build.times == 1


@pytest.mark.parametrize(
    "name",
    [
        "kits/bouw/een/kit.yml",
        "kits/bouw/een/fotos/sam.jpg",
        "content/nl/a.md",
        "content/nl/paginas/n.md",
        "theme/b.css",
        "mkdocs.yml",
        "kits/bouw/branche.yml",
        "kits/bouw/fotos/jo.jpg",
        "kits/bouw/documenten/n.pdf",
    ],
)
def test_everything_that_the_site_is_made_of_counts(name: str, session: Session, build: Build, tmp_path: Path) -> None:
    _save(tmp_path / name, "iets anders")
    session.follow()
    assert build.times == 2
    session.follow()
    assert build.times == 2


@pytest.mark.parametrize("name", ["kits/bouw/twee/kit.yml", "kits/bouw/een/kit.yml~", "uit/een/site/x.html", "los.txt"])
def test_nothing_else_counts(name: str, session: Session, build: Build, tmp_path: Path) -> None:
    _save(tmp_path / name, "iets anders")
    session.follow()
    assert build.times == 1


def test_a_layer_counts_from_the_moment_that_the_kit_stands_on_it(
    session: Session, build: Build, job: Job, tmp_path: Path
) -> None:
    _save(tmp_path / "kits/ander.yml", "x: 1")
    session.follow()
    assert build.times == 1
    _save(job.folder / "kit.yml", "basis: ../../ander.yml")
    session.follow()
    assert build.times == 2
    _save(tmp_path / "kits/ander.yml", "x: 12")
    session.follow()
    assert build.times == 3
    _save(tmp_path / "kits/bouw/branche.yml", "nu niet meer van belang")
    session.follow()
    assert build.times == 3


def test_a_good_build_is_shown(session: Session, build: Build, told: list[object]) -> None:
    assert session.live.now.site == build.good.folder / "site"
    assert session.live.now.trouble is None
    assert told == [build.good]


@pytest.mark.parametrize(
    ("failure", "shown"),
    [
        (KitInvalid((FINDING,)), "Dit is mis."),
        (BuildFailed("De schijf is vol."), "De schijf is vol."),
        (RuntimeError("<raar>"), "RuntimeError: &lt;raar&gt;"),
    ],
)
def test_a_mistake_is_shown_and_the_next_save_mends_it(
    failure: Exception, shown: str, session: Session, build: Build, job: Job
) -> None:
    before = session.live.now.version
    build.answer = failure
    _save(job.folder / "kit.yml", "mis")
    session.follow()
    assert session.live.now.trouble
    assert shown in session.live.now.trouble
    assert session.live.now.site == build.good.folder / "site"
    assert session.live.now.version != before
    build.answer = build.good
    _save(job.folder / "kit.yml", "goed")
    session.follow()
    assert session.live.now.trouble is None


def test_it_serves_until_it_is_stopped(job: Job, build: Build) -> None:
    built = threading.Event()
    live = Live()
    session = Session(job, lambda _: built.set(), live)
    server = SiteServer(0, live)
    running = threading.Thread(target=session.run, args=(server,))
    running.start()
    assert built.wait(30)
    built.clear()
    _save(job.folder / "kit.yml", "iets anders")
    assert built.wait(30)
    session.stopping.set()
    running.join(30)
    assert not running.is_alive()
    assert server.socket.fileno() == -1
