"""Two folders compared as a whole: names, kinds, contents and rights; the first difference is told in one line."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

#: What a run remembers for itself, beside what it made.
HIDDEN: Final = ".vertrouwenskit"
#: What two runs remember differently: the stamps of files (times and numbers on this disk), by which the next run sees
#: what changed. The files that kits share stand there too, and those are compared.
_STAMPED: Final = (f"{HIDDEN}/kits", f"{HIDDEN}/refused", f"{HIDDEN}/work", f"{HIDDEN}/campagne.json")


def difference(one: Path, other: Path, *, rights: bool = True) -> str:
    """Return in a line what the first difference between two outputs is; an empty text if they are the same.

    ``rights`` compares who may read and write too, which the umask of a process decides.
    """
    left, right = dict(_entries(one)), dict(_entries(other))
    assert left, f"nothing stands in {one}"
    for name in sorted(left.keys() | right.keys()):
        if name not in left or name not in right:
            return f"{name}: only in {(one if name in left else other).name}"
        told = _difference(name, left[name], right[name], rights=rights)
        if told:
            return told
    return ""


def wrong_rights(folder: Path, mask: int) -> list[str]:
    """Return what has other rights than the umask gives to any new file or folder."""
    found = []
    for name, path in _entries(folder):
        wanted = (0o777 if path.is_dir() else 0o666) & ~mask
        if stat.S_IMODE(path.lstat().st_mode) != wanted:
            found.append(f"{name}: {stat.S_IMODE(path.lstat().st_mode):o} and not {wanted:o}")
    return found


def _entries(folder: Path) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if not name.startswith(_STAMPED):
            yield name, path


def _difference(name: str, one: Path, other: Path, *, rights: bool) -> str:
    modes = [path.lstat().st_mode for path in (one, other)]
    if stat.S_IFMT(modes[0]) != stat.S_IFMT(modes[1]):
        return f"{name}: another kind of entry"
    if rights and modes[0] != modes[1]:
        return f"{name}: rights {modes[0] & 0o7777:o} and {modes[1] & 0o7777:o}"
    if not one.is_file():
        return ""
    left, right = one.read_bytes(), other.read_bytes()
    return "" if left == right else f"{name}: {_first(left, right)}"


def _first(left: bytes, right: bytes) -> str:
    at = next((place for place, pair in enumerate(zip(left, right, strict=False)) if pair[0] != pair[1]), None)
    if at is None:
        return f"{len(left)} and {len(right)} bytes"
    start = max(0, at - 30)
    return f"from byte {at}: {left[start : at + 30]!r} and {right[start : at + 30]!r}"
