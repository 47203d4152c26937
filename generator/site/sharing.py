"""Write a finished kit, and store once on disk what many kits have alike: fonts, style sheets, scripts, pooled photos.

A store is a folder of files that are named by their SHA-256 (``ab/cdef...``); the files of a kit are hard links to it.
A file system without hard links, another file system, too many links: then a kit simply keeps its own copy.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.site.manifest import MANIFEST
from generator.site.trees import Tree, make_folders

#: Where files stand that another kit may have too. Pages, the search and the pictures of printables name somebody.
_ALIKE: Final = ("site/assets/", "site/documenten/")
_OWN: Final = ("site/assets/drukwerk/", "site/assets/js/situaties.js")
#: After one of these no other link will succeed either.
_HOPELESS: Final = frozenset({errno.EXDEV, errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.ENOSYS, errno.EROFS})


def write_kit(tree: Tree, fingerprints: Mapping[str, str], manifest: str, folder: Path, store: Path | None) -> int:
    """Write the files of a finished kit and its ``kit.json`` below ``folder``; return how many bytes links save.

    ``fingerprints`` holds the SHA-256 of each file. With a ``store``, equal files of the kit are one on disk, and what
    other kits may have is linked to the store, which is made if need be and takes what it does not have. Without one,
    or where no link can be made, each file is written. Raises ``OSError`` if one can't be, and ``ValueError`` for a
    path that leads out of the folder.
    """
    make_folders(tree, folder)
    told = folder / MANIFEST
    told.write_text(manifest, encoding="utf-8", newline="\n")
    links = _Links(store, told.stat().st_mode)
    for name, data in tree.items():
        path = folder / name
        if links.made(name, fingerprints[name], path):
            links.saved += len(data)
        else:
            path.write_bytes(data)
            links.offer(name, fingerprints[name], path)
    return links.saved


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


@dataclass(slots=True)
class _Links:
    """The links of one kit; ``store`` is None when there is no hope of any. ``mode`` is that of a file of the kit.

    Who may read a file is part of it: files that differ in that stay apart.
    """

    store: Path | None
    mode: int
    saved: int = 0
    _first: dict[str, Path] = field(default_factory=dict)

    def made(self, name: str, digest: str, path: Path) -> bool:
        """Make ``path`` a link to an equal file of this kit or of another one; return whether there was one."""
        if self.store is None:
            return False
        twin = self._first.get(digest)
        entry = self._entry(name, digest)
        try:
            if twin is not None:
                os.link(twin, path)
            elif entry is not None and _is_sound(entry, digest, self.mode):
                os.link(entry, path)
            else:
                return False
        except OSError as error:
            self._lose_hope(error)
            return False
        self._first.setdefault(digest, path)
        return True

    def offer(self, name: str, digest: str, path: Path) -> None:
        """Let the rest of this kit, and other kits if they may have it, link to a file that was just written."""
        if self.store is None:
            return
        self._first.setdefault(digest, path)
        entry = self._entry(name, digest)
        if entry is None or _is_another_s(entry, digest, self.mode):
            return
        try:
            entry.parent.mkdir(parents=True, exist_ok=True)
            _replace(entry, path)
        except OSError as error:
            self._lose_hope(error)

    def _entry(self, name: str, digest: str) -> Path | None:
        """Return where a file that other kits may have stands in the store."""
        if self.store is None or not name.startswith(_ALIKE) or name.startswith(_OWN):
            return None
        return self.store / digest[:2] / digest[2:]

    def _lose_hope(self, error: OSError) -> None:
        if error.errno in _HOPELESS:
            self.store = None


def _is_sound(entry: Path, digest: str, mode: int) -> bool:
    """Tell whether an entry still holds what it is named for: somebody may have edited the file of a kit in place."""
    with suppress(FileNotFoundError):
        state = entry.lstat()
        return state.st_mode == mode and _digest(entry, (state.st_ino, state.st_mtime_ns, state.st_size)) == digest
    return False


def _is_another_s(entry: Path, digest: str, mode: int) -> bool:
    """Tell whether a good entry stands there for those who may read what this kit may not show, or the reverse."""
    with suppress(OSError):
        theirs = entry.lstat().st_mode
        return stat.S_ISREG(theirs) and theirs != mode and _is_sound(entry, digest, theirs)
    return False


# The same few dozen entries serve all kits of a run.
@lru_cache(maxsize=512)
def _digest(path: Path, _state: tuple[int, ...]) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _replace(path: Path, other: Path) -> None:
    """Make ``path`` a link to ``other`` in one step: at any moment it is whole, also for another process."""
    new = path.with_name(f".{path.name[:40]}.{os.getpid()}")
    new.unlink(missing_ok=True)
    os.link(other, new)
    try:
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)  # still there if both were the same file all along
