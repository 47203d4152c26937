"""Where a run keeps what is under way: a hidden folder in the output, held by a lock that dies with the process.

What a killed run left there is found by the next one, put back if it was only moved aside, and removed; what another
run is busy with is left alone.
"""

from __future__ import annotations

import errno
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from generator.batch.record import HIDDEN
from generator.errors import BuildFailed, UsageError
from generator.refusals import disk_trouble, refusal
from generator.site.publish import put_back

#: Another output is no help against these: there is no room for a file, or the program holds too many open.
_ANYWHERE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE, errno.EIO})


@contextmanager
def workplace(output: Path) -> Iterator[Path]:
    """Yield an empty folder on the file system of ``output``; it is gone afterwards.

    If nothing was made, no folder is there that was not there before. Raises ``UsageError`` if nobody can write there,
    ``BuildFailed`` if the disk is full or broken.
    """
    folder = output / HIDDEN / "work" / secrets.token_hex(8)
    new = [path for path in (folder.parent, folder.parent.parent, output) if not path.exists()]
    lock = FileLock(_lock_of(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder.parent, output)
        lock.acquire()  # before the folder is there, so that nobody takes it for a leftover
        folder.mkdir()
    except OSError as error:
        _let_go(lock)
        _remove_if_empty(new)
        raise _unusable(output, error) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _let_go(lock)
        _remove_if_empty(new)


def _unusable(output: Path, error: OSError) -> Exception:
    if error.errno in _ANYWHERE:
        return BuildFailed(disk_trouble(error))
    return UsageError(
        f"In de map {output} kan niet geschreven worden ({refusal(error)}). Kies met --output een andere map."
    )


def _remove_if_empty(folders: list[Path]) -> None:
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def sweep(above: Path, output: Path) -> None:
    """Remove the folders of runs that are no longer there, and put back into ``output`` what they moved aside."""
    for name in {path.name.removesuffix(".lock") for path in above.iterdir()}:
        folder = above / name
        lock = FileLock(_lock_of(folder), blocking=False)
        try:
            lock.acquire()
        except Timeout:
            continue  # its run is still at work
        try:
            put_back(folder, output)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            _let_go(lock)


def _let_go(lock: FileLock) -> None:
    """Release a lock; its file goes while it is held, so that nobody comes to hold one that is gone."""
    with suppress(OSError):  # never there, or on Windows, where releasing removes it
        Path(lock.lock_file).unlink()
    lock.release()


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
