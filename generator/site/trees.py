"""Folders as data: the files of a project, a site or a kit by their path with forward slashes, before they are written.

What is made of a kit is looked at, counted and hashed in memory, and each file is written once, where it stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

#: The content of files by their path from a folder; folders are there because a file stands in them.
Tree: TypeAlias = Mapping[str, bytes]


def read_tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, in the order of their paths; nothing without a folder."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def write_tree(tree: Tree, folder: Path) -> None:
    """Write all files below a folder, which may be absent. Raises ``ValueError`` for a path that leads out of it."""
    make_folders(tree, folder)
    for name, data in tree.items():
        (folder / name).write_bytes(data)


def make_folders(names: Iterable[str], folder: Path) -> None:
    """Make the folders for files of these names. Raises ``ValueError`` for a name that leads out of ``folder``."""
    below = set()
    for name in names:
        if ".." in Path(name).parts or not (folder / name).is_relative_to(folder):
            raise ValueError(folder)
        below.add(name.rpartition("/")[0])
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(below):
        (folder / name).mkdir(parents=True, exist_ok=True)


def placed(tree: Tree, place: str) -> dict[str, bytes]:
    """Return a tree one folder deeper."""
    return {f"{place}/{name}": data for name, data in tree.items()}
