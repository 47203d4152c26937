"""A folder that belongs to one running process: when that ends, however it ends, another may see that and clean up.

Beside the folder stands a lock, which the system frees when its process dies.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

#: What the name of a lock has behind that of its folder.
LOCK: Final = ".lock"
#: A new name is nobody else's, but another process that cleans up may look at its lock for a moment.
A_MOMENT: Final = 10.0


class Claimed(OSError):
    """A folder belongs to another process that is still running."""

    def __init__(self, folder: Path) -> None:
        super().__init__(errno.EBUSY, "claimed", str(folder))


@contextmanager
def claimed(folder: Path, mode: int = 0o777, wait: float = 0) -> Iterator[Path]:
    """Make a folder with the rights ``mode``, and remove it afterwards; what a killed process left in it goes first.

    Raises ``Claimed`` if it belongs to another process after ``wait`` seconds, ``OSError`` if it can't be made.
    """
    lock = FileLock(f"{folder}{LOCK}", timeout=wait)
    try:
        lock.acquire()  # before the folder is there, so that nobody takes it for a leftover
    except Timeout as error:
        raise Claimed(folder) from error
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _let_go(lock)


def remove_unclaimed(folders: Iterable[Path], save: Callable[[Path], None] = lambda _folder: None) -> None:
    """Remove those of the folders, and their locks, of which the process is gone; first ``save`` may look into each."""
    for folder in folders:
        lock = FileLock(f"{folder}{LOCK}", blocking=False)
        try:
            lock.acquire()
        except Timeout:
            continue  # its process is still at work
        try:
            save(folder)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            _let_go(lock)


def _let_go(lock: FileLock) -> None:
    """Release a lock; its file goes while it is held, so that nobody comes to hold one that is gone."""
    with suppress(OSError):  # never there, or on Windows, where releasing removes it
        Path(lock.lock_file).unlink()
    lock.release()
