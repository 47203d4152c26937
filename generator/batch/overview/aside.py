"""A file that is replaced whole: written beside the old one, and moved over it when it is finished."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


@contextmanager
def replaced(target: Path) -> Iterator[IO[bytes]]:
    """Yield a file to write; at the end it stands at ``target``, after an exception ``target`` is as it was.

    The file beside it has a fixed name, so that what a killed run left is overwritten by the next. Its rights are those
    of any new file, for a web server must read it. Raises ``OSError`` as writing and moving do.
    """
    aside = target.with_name(f".{target.name}.nieuw")
    try:
        with aside.open("wb") as file:
            yield file
        aside.replace(target)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
