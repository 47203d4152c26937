"""Store once on disk what many kits have alike: fonts, style sheets, scripts, the photos and documents of a pool.

A store is a folder of files that are named by their SHA-256 (``ab/cdef...``); the files of a kit are hard links to it.
A file system without hard links, another file system, too many links: then a kit simply keeps its own copy.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from functools import lru_cache
from pathlib import Path
from typing import Final

#: Where files stand that another kit may have too. Pages, the search and the pictures of printables name somebody.
_ALIKE: Final = ("site/assets/", "site/documenten/")
_OWN: Final = ("site/assets/drukwerk/", "site/assets/js/situaties.js")
#: After one of these no other link will succeed either.
_HOPELESS: Final = frozenset({errno.EXDEV, errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EROFS})


def share(folder: Path, store: Path) -> int:
    """Replace files of a finished kit in ``folder`` by links to equal ones; return how many bytes that saves.

    Equal files inside the kit are linked to each other, and what other kits may have is linked to ``store``, which is
    made if need be and takes what it does not have. Fingerprints are taken from ``kit.json``. Never raises for a link
    that can't be made; ``folder`` must not be in use yet.
    """
    files: dict[str, str] = json.loads((folder / "kit.json").read_text(encoding="utf-8"))["files"]
    saved = 0
    first: dict[str, Path] = {}
    for name, digest in files.items():
        path = folder / name
        try:
            if digest in first:
                saved += _linked(path, first[digest])
            elif name.startswith(_ALIKE) and not name.startswith(_OWN):
                saved += _stored(path, store / digest[:2] / digest[2:], digest)
        except OSError as error:
            if error.errno in _HOPELESS:
                break
        first.setdefault(digest, path)
    return saved


def sweep(store: Path) -> int:
    """Remove from ``store`` what no kit links to any more; return how many files that were."""
    removed = 0
    for entry in store.glob("??/*"):
        try:
            if entry.lstat().st_nlink == 1:
                entry.unlink()
                removed += 1
        except FileNotFoundError:
            continue  # another process sweeps too
    return removed


def _stored(path: Path, entry: Path, digest: str) -> int:
    """Link a file to its entry, or make it the entry if there is none that can be used; return the bytes saved."""
    try:
        if _is_sound(entry, digest):
            return _linked(path, entry)
    except FileNotFoundError:
        entry.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno != errno.EMLINK:
            raise
    _replace(entry, path)
    return 0


def _is_sound(entry: Path, digest: str) -> bool:
    """Tell whether an entry still holds what it is named for: somebody may have edited the file of a kit in place."""
    state = entry.lstat()
    return stat.S_ISREG(state.st_mode) and _digest(entry, (state.st_ino, state.st_mtime_ns, state.st_size)) == digest


# The same few dozen entries serve all kits of a run.
@lru_cache(maxsize=512)
def _digest(path: Path, _state: tuple[int, ...]) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _linked(path: Path, other: Path) -> int:
    """Put a link to ``other`` in the place of ``path`` unless they are one already; return the bytes saved.

    Who may read a file is part of it: files that differ in that stay apart.
    """
    mine, theirs = path.lstat(), other.lstat()
    if mine.st_ino == theirs.st_ino or mine.st_mode != theirs.st_mode:
        return 0
    _replace(path, other)
    return mine.st_size


def _replace(path: Path, other: Path) -> None:
    """Make ``path`` a link to ``other`` in one step: at any moment it is whole, also for another process."""
    new = path.with_name(f".{path.name[:40]}.{os.getpid()}")
    new.unlink(missing_ok=True)
    os.link(other, new)
    try:
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)  # still there if both were the same file all along
