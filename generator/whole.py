"""A file that is written whole or not at all: made beside its place, and moved there when it is finished."""

from __future__ import annotations

import os
import re
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

#: What a file that is being made is called; for the dot in front nobody takes it for one that is finished.
_UNFINISHED: Final = re.compile(r"\..+\.[0-9a-f]{8}\.nieuw")


@contextmanager
def replaced(target: Path, work: Path | None = None) -> Iterator[IO[bytes]]:
    """Yield a file to write; at the end it stands at ``target``, after an exception ``target`` is as it was.

    It grows in the folder ``work``, which is on the same file system, or else beside ``target``. Its rights are those
    of any new file, for a web server must read it. Raises ``OSError`` as writing and moving do.
    """
    aside = _aside(work or target.parent, target.name)
    try:
        with aside.open("xb") as file:
            yield file
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in the place of an older one, of which it keeps the rights. Raises ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _sweep(path.parent.glob(f".{path.name}.*.nieuw"))
    with replaced(path) as file:
        file.write(data)
        if path.exists():
            shutil.copymode(path, file.name)


def write_new(path: Path, data: bytes) -> None:
    """Write a file where none is. Raises ``FileExistsError`` if there is one after all, or another ``OSError``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    sweep_unfinished(path.parent)
    aside = _aside(path.parent, path.name)
    try:
        aside.write_bytes(data)
        _move_where_none_is(aside, path)
    finally:
        with suppress(OSError):  # the file stands, or another error is on its way
            aside.unlink()


def sweep_unfinished(folder: Path) -> None:
    """Remove what a killed run was writing in a folder and below it; nobody else may be writing there now."""
    _sweep(folder.rglob(".*.nieuw"))


def _sweep(found: Iterable[Path]) -> None:
    for left in found:
        if _UNFINISHED.fullmatch(left.name) and left.is_file() and not left.is_symlink():
            left.unlink(missing_ok=True)


def _aside(folder: Path, name: str) -> Path:
    return folder / f".{name}.{secrets.token_hex(4)}.nieuw"


def _move_where_none_is(aside: Path, path: Path) -> None:
    """Give a file its place; unlike a rename, a link never takes the place of a file that is there already."""
    try:
        os.link(aside, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError(path) from None
        aside.rename(path)
