"""Where a run keeps what is under way: a hidden folder in the output, which goes with the process.

What a killed run left there is found by the next one, put back if it was only moved aside, and removed; what another
run is busy with is left alone.
"""

from __future__ import annotations

import errno
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from generator.batch.record import HIDDEN
from generator.claimed import A_MOMENT, LOCK, claimed, remove_unclaimed
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
    above = output / HIDDEN / "work"
    new = [path for path in (above, above.parent, output) if not path.exists()]
    try:
        with ExitStack() as stack:
            try:
                above.mkdir(parents=True, exist_ok=True)
                sweep(above, output)
                folder = stack.enter_context(claimed(above / secrets.token_hex(8), wait=A_MOMENT))
            except OSError as error:
                raise _unusable(output, error) from error
            yield folder
    finally:
        with suppress(OSError):  # something came in it
            for path in new:
                path.rmdir()


def _unusable(output: Path, error: OSError) -> Exception:
    if error.errno in _ANYWHERE:
        return BuildFailed(disk_trouble(error))
    why = refusal(error)
    return UsageError(f"In de map {output} kan niet geschreven worden ({why}). Kies met --output een andere map.")


def is_left_behind(output: Path) -> bool:
    """Tell whether a place to work stands in the output: of a run that is at work, or of one that was killed."""
    with suppress(OSError):
        return any((output / HIDDEN / "work").iterdir())
    return False


def sweep(above: Path, output: Path) -> None:
    """Remove the folders of runs that are no longer there, and put back into ``output`` what they moved aside."""
    left = {path.name.removesuffix(LOCK) for path in above.iterdir()}
    remove_unclaimed((above / name for name in left), lambda folder: put_back(folder, output))
