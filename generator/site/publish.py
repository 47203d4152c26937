"""Put a finished folder in the place of the old one, whole or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


def swap_in(finished: Path, target: Path, aside: Path) -> None:
    """Move the folder ``finished`` to ``target``; what stood there before is removed afterwards.

    ``aside`` is a path that does not exist yet, on the same file system: there the old folder waits until the new
    one stands. Linux exchanges both in one step; elsewhere the old one is moved aside first and put back on failure.
    Raises ``OSError`` if neither is possible; then ``target`` is as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        finished.rename(target)
        return
    if _exchange(finished, target):
        finished.rename(aside)
    else:
        target.rename(aside)
        try:
            finished.rename(target)
        except OSError:
            aside.rename(target)
            raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically where the system can (renameat2, Linux 3.15); return whether it did."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(other))
