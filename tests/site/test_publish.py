"""The published folder is the old one or the new one, never something between."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.publish import swap_in


def a_folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def test_a_first_publication_just_stands_there(tmp_path: Path) -> None:
    swap_in(a_folder(tmp_path / "nieuw", "nieuw"), tmp_path / "dist" / "kit", tmp_path / "oud")
    assert (tmp_path / "dist" / "kit" / "index.html").read_text(encoding="utf-8") == "nieuw"


@pytest.mark.parametrize("system", ["linux", "win32"], ids=["exchanged in one step", "moved aside"])
def test_a_new_publication_replaces_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    target = a_folder(tmp_path / "kit", "oud")
    (target / "weg.html").write_text("weg", encoding="utf-8")
    swap_in(a_folder(tmp_path / "nieuw", "nieuw"), target, tmp_path / "oud")
    assert {path.name for path in target.iterdir()} == {"index.html"}
    assert (target / "index.html").read_text(encoding="utf-8") == "nieuw"
    assert {path.name for path in tmp_path.iterdir()} == {"kit"}


@pytest.mark.parametrize("system", ["linux", "win32"])
def test_a_swap_that_fails_leaves_the_old_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr("sys.platform", system)
    target = a_folder(tmp_path / "kit", "oud")
    with pytest.raises(OSError, match=r"nieuw|kit"):
        swap_in(tmp_path / "nieuw", target, tmp_path / "oud")
    assert (target / "index.html").read_text(encoding="utf-8") == "oud"
