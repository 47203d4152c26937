"""Where a run keeps what is under way: a hidden folder in the output, held by a lock that dies with the process.

What a killed run left there is found by the next one and removed; what another run is busy with is left alone.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.batch.record import HIDDEN
from generator.errors import UsageError


@contextmanager
def workplace(output: Path) -> Iterator[Path]:
    """Yield an empty folder on the file system of ``output``; it is gone afterwards. Raises ``UsageError``.

    If nothing was made, the output is not there either when it was not there before.
    """
    is_new = not output.exists()
    folder = output / HIDDEN / "work" / secrets.token_hex(8)
    lock = FileLock(_lock_of(folder))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        sweep(folder.parent)
        lock.acquire()  # before the folder is there, so that nobody takes it for a leftover
        folder.mkdir()
    except OSError as error:
        raise UsageError(
            f"In de map {output} kan niet geschreven worden ({error.strerror}). Kies met --output een andere map."
        ) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        lock.release()
        _lock_of(folder).unlink(missing_ok=True)
        if is_new:
            _remove_if_empty(folder.parent, folder.parent.parent, output)


def is_left_behind(output: Path) -> bool:
    """Tell whether a place to work stands in the output: of a run that is at work, or of one that was killed."""
    with suppress(OSError):
        return any((output / HIDDEN / "work").iterdir())
    return False


def _remove_if_empty(*folders: Path) -> None:
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def sweep(above: Path) -> None:
    """Remove the folders of runs that are no longer there."""
    for folder in [path for path in above.iterdir() if path.is_dir()]:
        lock = FileLock(_lock_of(folder), blocking=False)
        try:
            with lock:
                shutil.rmtree(folder, ignore_errors=True)
        except Timeout:
            continue  # its run is still at work
        _lock_of(folder).unlink(missing_ok=True)


def _lock_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.lock")
