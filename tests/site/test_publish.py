"""The published folder is the old one or the new one, never something between."""

from __future__ import annotations

import ctypes
import errno
from pathlib import Path
from types import SimpleNamespace

import pytest

from generator.site.publish import put_back, swap_in


def a_folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def test_a_first_publication_just_stands_there(tmp_path: Path) -> None:
    swap_in(a_folder(tmp_path / "nieuw", "nieuw"), tmp_path / "dist" / "kit", tmp_path)
    assert (tmp_path / "dist" / "kit" / "index.html").read_text(encoding="utf-8") == "nieuw"


@pytest.mark.parametrize("system", ["linux", "win32"], ids=["exchanged in one step", "moved aside"])
def test_a_new_publication_replaces_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    target = a_folder(tmp_path / "kit", "oud")
    (target / "weg.html").write_text("weg", encoding="utf-8")
    work = tmp_path / "werk"
    swap_in(a_folder(work / "nieuw", "nieuw"), target, work)
    assert {path.name for path in target.iterdir()} == {"index.html"}
    assert (target / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert not [path for path in work.rglob("*") if path.is_file()]


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_a_swap_that_fails_leaves_the_old_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    target = a_folder(tmp_path / "kit", "oud")
    with pytest.raises(OSError, match="nieuw"):
        swap_in(tmp_path / "nieuw", target, tmp_path)
    assert (target / "index.html").read_text(encoding="utf-8") == "oud"


@pytest.mark.parametrize("code", [errno.EINVAL, errno.EPERM, errno.ENOSYS, errno.EXDEV])
def test_where_no_exchange_is_allowed_one_is_moved_after_the_other(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        ctypes.set_errno(code)
        return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_args, **_named: SimpleNamespace(renameat2=refuse))
    target = a_folder(tmp_path / "kit", "oud")
    swap_in(a_folder(tmp_path / "nieuw", "nieuw"), target, tmp_path)
    assert (target / "index.html").read_text(encoding="utf-8") == "nieuw"


class Killed(BaseException):
    """Stands for a kill: nothing that catches an ``Exception`` may clean up after it."""


def test_what_a_kill_between_two_moves_took_away_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output, work = tmp_path / "dist", tmp_path / "werk"
    target, new = a_folder(output / "kit", "oud"), a_folder(work / "klaar", "nieuw")
    monkeypatch.setattr("sys.platform", "win32")
    rename = Path.rename

    def die_before_the_second(self: Path, other: Path) -> Path:
        if self == new:
            raise Killed
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", die_before_the_second)
    with pytest.raises(Killed):
        swap_in(new, target, work)
    monkeypatch.undo()
    assert not target.exists()
    put_back(work, output)
    assert (target / "index.html").read_text(encoding="utf-8") == "oud"


def test_an_old_folder_never_comes_back_over_the_new_one(tmp_path: Path) -> None:
    output, work = tmp_path / "dist", tmp_path / "werk"
    a_folder(output / "kit", "nieuw")
    a_folder(work / "een-kit" / ".oud" / "kit", "oud")
    put_back(work, output)
    assert (output / "kit" / "index.html").read_text(encoding="utf-8") == "nieuw"
