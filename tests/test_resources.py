"""A shared file is opened once, and never told as it was."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import BuildFailed
from generator.library import content_version
from generator.resources import held, held_tree


def test_a_file_is_opened_again_only_when_it_was_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tekst.md"
    path.write_bytes(b"een")
    assert held(path) == b"een"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is opened again"))
        assert held(str(path)) == b"een"
    path.write_bytes(b"twee")
    assert held(path) == b"twee"


def test_a_file_that_took_the_place_of_another_is_opened(tmp_path: Path) -> None:
    path, other = tmp_path / "tekst.md", tmp_path / "nieuw.md"
    path.write_bytes(b"een")
    other.write_bytes(b"two")
    os.utime(other, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    assert held(path) == b"een"
    other.replace(path)
    assert held(path) == b"two"


@pytest.mark.parametrize("name", ["rol.md", "woorden.yml", "main.html", "vertrouwenskit.css"])
def test_a_text_in_other_letters_is_named_with_its_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes("een\ncafé\n".encode("latin-1"))
    with pytest.raises(BuildFailed, match=rf"{name} is niet opgeslagen als UTF-8: op regel 2 "):
        held_tree(tmp_path)


def test_a_tree_has_its_files_in_the_order_of_folders(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a-b/x.txt", "a/b/y.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    found = held_tree(tmp_path)
    assert list(found) == ["a/b/y.txt", "a/z.txt", "a-b/x.txt", "b.txt"]
    assert all(data == name.encode() for name, data in found.items())


def test_the_version_of_the_content_changes_with_any_text_but_those_for_employers(tmp_path: Path) -> None:
    (tmp_path / "werkgevers").mkdir()
    text = tmp_path / "tekst.md"
    text.write_bytes(b"een\r\n")
    first = content_version(tmp_path)
    (tmp_path / "werkgevers" / "brief.md").write_bytes(b"x")
    assert content_version(tmp_path) == first
    text.write_bytes(b"een\n")
    assert content_version(tmp_path) == first
    text.write_bytes(b"twee\n")
    assert content_version(tmp_path) != first
