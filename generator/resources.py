"""Where theme, shared content and base configuration live: in a checkout, or inside the installed package.

The kits of a run all read the same few files; ``held`` opens each of them once a process, and again when it changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.errors import BuildFailed

_PACKAGE = Path(__file__).resolve().parent


#: What is text among the shared files; somebody may have saved it with an editor that writes other letters.
_TEXTS: Final = frozenset({".css", ".html", ".js", ".md", ".svg", ".txt", ".yml"})


@dataclass(frozen=True, slots=True)
class Resources:
    """The folders and the file that every build reads besides the kit itself (absolute paths)."""

    content: Path
    theme: Path
    mkdocs_yml: Path

    @property
    def watched(self) -> tuple[Path, ...]:
        """Everything that changes a site when it changes."""
        return (self.content, self.theme, self.mkdocs_yml)


def default_resources() -> Resources:
    """Return what travels with the package, or what stands beside it in a checkout."""
    packed = _PACKAGE / "_data"
    root = packed if packed.is_dir() else _PACKAGE.parent
    return Resources(root / "content" / "nl", root / "theme", root / "mkdocs.yml")


def held(path: str | Path) -> bytes:
    """Return what a shared file holds now; it is opened only if it is new or was written to.

    Raises ``OSError``, and ``BuildFailed`` for a text that is not UTF-8.
    """
    return _held(str(path), os.stat(path))  # noqa: PTH116  a Path would be made for each of dozens of files


def held_tree(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, sorted, by their path from there with forward slashes; raises like ``held``."""
    found = sorted(_listed(str(folder), ""), key=lambda item: item[0].split("/"))
    return {name: _held(path, state) for name, path, state in found}


def _held(path: str, state: os.stat_result) -> bytes:
    return _read(path, (state.st_mtime_ns, state.st_ctime_ns, state.st_size, state.st_ino))


# Theme and content have some 100 files, of less than a megabyte together.
@lru_cache(maxsize=256)
def _read(path: str, _state: tuple[int, ...]) -> bytes:
    file = Path(path)
    data = file.read_bytes()
    if file.suffix in _TEXTS:
        _check_utf8(file, data)
    return data


def _check_utf8(path: Path, data: bytes) -> None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BuildFailed(
            f"{path.parent.name}/{path.name} is niet opgeslagen als UTF-8: op regel {line} staat een letter die we "
            "niet kunnen lezen. Open het bestand en sla het opnieuw op, met als codering UTF-8."
        ) from error


def _listed(folder: str, below: str) -> Iterator[tuple[str, str, os.stat_result]]:
    """Yield name, path and state of each file; links are followed."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _listed(entry.path, f"{below}{entry.name}/")
            elif entry.is_file():
                yield f"{below}{entry.name}", entry.path, entry.stat()
