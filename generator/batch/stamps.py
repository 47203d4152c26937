"""What the file system says of a file without opening it: enough to know that nobody wrote to it since."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: Nanoseconds. A file system may round the time of a write down to two whole seconds (FAT), so a file that was written
#: shortly before it was looked at may be written again without a trace. The same care as git takes with its index.
COARSEST: Final = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Stamp:
    """Size in bytes, times of writing and of any change (nanoseconds since 1970), and the file's number on its disk."""

    size: int
    written: int
    changed: int
    number: int


def stamp_of(path: str | Path) -> Stamp | None:
    """Return the stamp of a file, links followed; None if there is none or it can't be looked at."""
    try:
        found = os.stat(path)  # noqa: PTH116  a Path would be made for each of thousands of files
    except (OSError, ValueError):
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def is_settled(stamp: Stamp, now: int) -> bool:
    """Tell whether a write at ``now`` (nanoseconds since 1970) or later would show in the stamp."""
    return max(stamp.written, stamp.changed) < now - COARSEST


def signature(folder: Path) -> str:
    """Return a digest over the names, sizes and times of writing of all files below a folder; empty without a folder.

    It reads no file. Hidden litter of file managers counts too: what stands there is no longer what was built.
    """
    listed = _listed(str(folder))
    if not listed:
        return ""
    lines = "".join(f"{name}\0{size}\0{written}\n" for name, size, written in sorted(listed))
    return hashlib.sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()


def _listed(top: str) -> list[tuple[str, int, int]]:
    """Return name, size and time of writing of each file; of a link or another thing that no build makes, its own."""
    listed: list[tuple[str, int, int]] = []
    folders = [(top, "")]
    while folders:
        folder, below = folders.pop()
        try:
            entries: Iterable[os.DirEntry[str]] = list(os.scandir(folder))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, f"{below}{entry.name}/"))
                continue
            found = entry.stat(follow_symlinks=False)
            listed.append((f"{below}{entry.name}", found.st_size, found.st_mtime_ns))
    return listed
