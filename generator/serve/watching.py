"""Notices that a file which the site is made of has changed.

The system's notification only wakes us up; what counts is the *stamp*, the list of files with their times and sizes.
So nothing is missed between two watches or on a disk that notifies nobody, and saving without a change does nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from watchfiles import watch

Stamp: TypeAlias = tuple[tuple[str, int, int], ...]

#: What editors and systems leave beside a file that is being written.
_NOISE: Final = re.compile(r"~$|^\.|^#.*#$|\.sw[a-z]$|\.tmp$|^4913$|^__pycache__$")
#: How long a change may go unnoticed where the system notifies nobody, in milliseconds.
_LOOK_AGAIN: Final = 500
#: How long to wait for the rest of a group of saves, in milliseconds.
_SETTLE: Final = 50


def stamp(roots: Iterable[Path]) -> Stamp:
    """Return path, time of change (ns) and size of every file at or under ``roots``, sorted."""
    return tuple(sorted(_entries(roots)))


def layer_files(layer: Path) -> Iterator[Path]:
    """Yield the files that a layer such as ``branche.yml`` may name: those in the folders beside it, one deep.

    No deeper and no kits: the members of an association stand there too.
    """
    for folder in _children(layer.parent):
        if folder.is_dir() and not _NOISE.search(folder.name) and not (folder / "kit.yml").exists():
            yield from (path for path in _children(folder) if path.is_file() and path.suffix != ".yml")


def wake_ups(roots: Callable[[], Iterable[Path]], stop: Callable[[], bool]) -> Iterator[None]:
    """Yield whenever something at or under ``roots()`` may have changed, and twice a second; ends when ``stop()``.

    ``roots`` is asked again each time, because folders come and go and a kit may come to stand on another layer.
    """
    while not stop():
        folders = _folders(roots())
        for _ in watch(
            *folders,
            watch_filter=None,
            debounce=2 * _SETTLE,
            step=_SETTLE,
            rust_timeout=_LOOK_AGAIN,
            yield_on_timeout=True,
            recursive=False,
            ignore_permission_denied=True,
        ):
            yield
            if stop() or _folders(roots()) != folders:
                break


def _entries(roots: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in _walk(roots):
        try:
            status = path.stat()
        except OSError:
            continue  # an editor replaces a file by removing it first
        if not path.is_dir():
            yield str(path), status.st_mtime_ns, status.st_size


def _walk(roots: Iterable[Path]) -> Iterator[Path]:
    for root in set(roots):
        if root.is_dir():
            yield root
            yield from _walk(child for child in _children(root) if not _NOISE.search(child.name))
        else:
            yield root


def _children(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _folders(roots: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders to be notified about: files are replaced rather than rewritten, so their folder is watched."""
    return tuple(sorted({path if path.is_dir() else path.parent for path in _walk(roots) if path.parent.is_dir()}))
