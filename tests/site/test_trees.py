"""Files that are still data are written below their folder, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.trees import read_tree, write_tree


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    tree = {"a.txt": b"een", "b/c/d.txt": b"twee"}
    write_tree(tree, tmp_path / "nieuw")
    assert read_tree(tmp_path / "nieuw") == tree


@pytest.mark.parametrize("name", ["../erbuiten.txt", "b/../../erbuiten.txt", "/erbuiten.txt", "b/..", "//erbuiten.txt"])
def test_a_name_that_leads_out_of_the_folder_is_refused_before_anything_is_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="nieuw"):
        write_tree({"eerst.txt": b"een", name: b"twee"}, tmp_path / "nieuw")
    assert list(tmp_path.iterdir()) == []
