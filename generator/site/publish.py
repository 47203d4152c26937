"""Put a finished folder in the place of the old one, whole or not at all.

Linux exchanges the two in one step, if the file system can. Elsewhere the old folder is moved aside first, and for a
moment nothing stands there: a run that is killed in that moment leaves what ``put_back`` puts back.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path
from typing import Final

_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2
#: Where the old folder waits, under its own name. Nothing that a run makes is called so.
_ASIDE: Final = ".oud"


def swap_in(finished: Path, target: Path, work: Path) -> None:
    """Move the folder ``finished`` to ``target``; what stood there before is removed afterwards.

    In ``work``, a folder on the same file system, the old one waits until the new one stands. Raises ``OSError`` if
    neither an exchange nor a move is possible; then ``target`` is as it was.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.exists():
        finished.rename(target)
        return
    aside = work / _ASIDE / target.name
    aside.parent.mkdir(exist_ok=True)
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


def put_back(work: Path, output: Path) -> None:
    """Put back into ``output`` what a killed run moved aside, into ``work`` or a folder in it, and did not replace."""
    for aside in (*work.glob(f"{_ASIDE}/*"), *work.glob(f"*/{_ASIDE}/*")):
        if not (output / aside.name).exists():
            aside.rename(output / aside.name)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can (renameat2, Linux 3.15); return whether it did.

    Whatever the reason that it did not, moving one after the other is tried next, and tells what is really wrong.
    """
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return bool(renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0)
