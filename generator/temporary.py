"""Temporary folders that do not outlive a killed process for long: the next that needs one removes them."""

from __future__ import annotations

import os
import secrets
import stat
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from generator.claimed import A_MOMENT, LOCK, claimed, remove_unclaimed
from generator.errors import BuildFailed
from generator.refusals import disk_trouble

_PREFIX: Final = "vertrouwenskit-"


@contextmanager
def temporary_folder(parent: Path | None = None) -> Iterator[Path]:
    """Yield an empty folder that only this user can look into; it is gone afterwards.

    It stands in ``parent``, or where the system has such folders. Raises ``BuildFailed`` if none can be made.
    """
    with ExitStack() as stack:
        try:
            above = parent or Path(tempfile.gettempdir())
            remove_unclaimed(_left(above))
            folder = stack.enter_context(claimed(above / f"{_PREFIX}{secrets.token_hex(8)}", 0o700, A_MOMENT))
        except OSError as error:
            raise BuildFailed(
                f"Er is geen plek voor tijdelijke bestanden. {disk_trouble(error)} "
                "Of zet in de omgeving TMPDIR op een map waarin je mag schrijven."
            ) from error
        yield folder.resolve()


def _left(above: Path) -> Iterator[Path]:
    """Yield the folders here that this user's processes made; what is not plainly theirs is left alone."""
    for lock in above.glob(f"{_PREFIX}*{LOCK}"):
        folder = lock.with_suffix("")
        if _is_ours(lock, stat.S_IFREG) and (not os.path.lexists(folder) or _is_ours(folder, stat.S_IFDIR)):
            yield folder


def _is_ours(path: Path, kind: int) -> bool:
    """Tell whether this user made a file or folder: where all may write, another may put a link to what is ours."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_IFMT(found.st_mode) == kind and (not hasattr(os, "getuid") or found.st_uid == os.getuid())
