from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.serve import watching
from generator.serve.watching import layer_files, stamp, wake_ups

#: Far more than a notification takes; only a watch that does not work reaches it.
PATIENCE = 30


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    folder = tmp_path / "kits" / "een"
    (folder / "fotos").mkdir(parents=True)
    (folder / "kit.yml").write_text("a", encoding="utf-8")
    (folder / "fotos" / "sam.jpg").write_bytes(b"1")
    return folder


@pytest.mark.parametrize(
    "change",
    [
        lambda kit: (kit / "kit.yml").write_text("bb", encoding="utf-8"),
        lambda kit: os.utime(kit / "kit.yml", ns=(1, 1)),
        lambda kit: (kit / "fotos" / "kim.jpg").write_bytes(b"2"),
        lambda kit: (kit / "fotos" / "sam.jpg").unlink(),
        lambda kit: (kit / "fotos").rename(kit / "plaatjes"),
    ],
    ids=["content", "time", "new file", "removed file", "renamed folder"],
)
def test_a_change_gives_another_stamp(change: Callable[[Path], object], kit: Path) -> None:
    before = stamp([kit])
    assert stamp([kit]) == before
    change(kit)
    assert stamp([kit]) != before


@pytest.mark.parametrize("name", ["kit.yml~", ".kit.yml.swp", ".kit.yml.kate-swp", "4913", "#kit.yml#", "x.tmp"])
def test_what_an_editor_leaves_beside_a_file_is_no_change(name: str, kit: Path) -> None:
    before = stamp([kit])
    (kit / name).write_text("x", encoding="utf-8")
    assert stamp([kit]) == before


def test_a_file_that_is_gone_is_no_failure(kit: Path) -> None:
    assert stamp([kit / "weg.yml", kit / "kit.yml"]) == stamp([kit / "kit.yml"])


def test_the_files_of_an_association_are_not_those_of_its_members(tmp_path: Path) -> None:
    for name in (
        "branche.yml",
        "fotos/jo.jpg",
        "documenten/a.pdf",
        "lid/kit.yml",
        "lid/fotos/sam.jpg",
        ".git/x",
        "los.txt",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    found = {path.relative_to(tmp_path).as_posix() for path in layer_files(tmp_path / "branche.yml")}
    assert found == {"fotos/jo.jpg", "documenten/a.pdf"}


class Watcher:
    """Watches in the background and tells when the stamp is another."""

    def __init__(self, roots: Callable[[], list[Path]]) -> None:
        self._roots = roots
        self._stop = threading.Event()
        self._since = stamp(roots())
        self.ready = threading.Event()
        self.changed = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self) -> None:
        for _ in wake_ups(self._roots, self._stop.is_set):
            self.ready.set()
            current = stamp(self._roots())
            if current != self._since:
                self._since = current
                self.changed.set()

    def saw(self) -> bool:
        seen = self.changed.wait(PATIENCE)
        self.changed.clear()
        return seen

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@pytest.fixture
def watched() -> Iterator[Callable[..., Watcher]]:
    watchers: list[Watcher] = []

    def watch(*roots: Path) -> Watcher:
        watcher = Watcher(lambda: list(roots))
        watchers.append(watcher)
        assert watcher.ready.wait(PATIENCE)
        return watcher

    yield watch
    for watcher in watchers:
        watcher.stop()


def test_saving_a_file_is_noticed(kit: Path, watched: Callable[..., Watcher]) -> None:
    watcher = watched(kit)
    (kit / "kit.yml").write_text("bb", encoding="utf-8")
    assert watcher.saw()


def test_a_file_that_an_editor_replaces_is_noticed_every_time(kit: Path, watched: Callable[..., Watcher]) -> None:
    watcher = watched(kit / "kit.yml")
    for text in ("bb", "ccc", "dddd"):
        (kit / ".nieuw").write_text(text, encoding="utf-8")
        (kit / ".nieuw").replace(kit / "kit.yml")
        assert watcher.saw()


def test_a_file_in_a_folder_that_is_made_later_is_noticed(kit: Path, watched: Callable[..., Watcher]) -> None:
    watcher = watched(kit)
    (kit / "documenten").mkdir()
    (kit / "documenten" / "a.pdf").touch()
    assert watcher.saw()
    (kit / "documenten" / "a.pdf").write_bytes(b"2")
    assert watcher.saw()


def test_notifications_are_asked_for_every_folder_as_they_come_and_go(
    kit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[set[str]] = []

    def watch(*folders: Path, **_: object) -> Iterator[set[object]]:
        asked.append({folder.name for folder in folders})
        while True:
            yield set()

    monkeypatch.setattr(watching, "watch", watch)
    waking = wake_ups(lambda: [kit], lambda: False)
    next(waking)
    next(waking)
    (kit / "documenten").mkdir()
    next(waking)
    (kit / "fotos").rename(kit / "plaatjes")
    next(waking)
    assert asked == [{"een", "fotos"}, {"een", "fotos", "documenten"}, {"een", "plaatjes", "documenten"}]


def test_a_folder_that_is_removed_and_made_again_is_noticed(kit: Path, watched: Callable[..., Watcher]) -> None:
    watcher = watched(kit)
    aside = kit.parent / "aside"
    kit.rename(aside)
    assert watcher.saw()
    aside.rename(kit)
    assert watcher.saw()
