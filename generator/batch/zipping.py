"""``SLUG.zip``: a finished kit to hand over, with a word on what to do with it; the same kit gives the same bytes."""

from __future__ import annotations

import stat
import zipfile
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from generator.batch.overview.leesmij import About, leesmij
from generator.errors import BuildFailed
from generator.resources import Resources, default_resources
from generator.site.manifest import made_files
from generator.whole import replaced

NOTE: Final = "LEESMIJ.txt"
_MANIFEST: Final = "kit.json"
#: What a kit's folder holds for its reader.
_PARTS: Final = frozenset({"site", "print"})
#: Files that are compressed by their nature: packing them again costs time and wins nothing.
_PACKED: Final = frozenset({".gif", ".gz", ".jpeg", ".jpg", ".pdf", ".png", ".webp", ".woff", ".woff2", ".zip"})
#: The first and the last day that the format can hold (APPNOTE 4.4.6, as MS-DOS counts).
_EARLIEST: Final = date(1980, 1, 1)
_LATEST: Final = date(2107, 12, 31)
_UNIX: Final = 3
_RIGHTS: Final = (stat.S_IFREG | 0o644) << 16


def write_zip(  # noqa: PLR0913, PLR0917  what is packed, where, and what is told with it
    folder: Path,
    target: Path,
    day: date,
    about: About | None = None,
    resources: Resources | None = None,
    work: Path | None = None,
) -> None:
    """Pack the finished kit ``folder`` into ``target``, below one folder of the kit's name.

    Packed is what ``kit.json`` names, and nothing that somebody else put there. ``day`` is the date of every file in
    it. The zip grows in ``work`` (see ``replaced``). Raises ``BuildFailed`` if the folder is not a finished kit,
    ``OSError`` as reading and writing do; ``target`` is then as it was.
    """
    names = _names(folder)
    note = leesmij(folder.name, names, day, about or About(), resources or default_resources())
    with replaced(target, work) as file, zipfile.ZipFile(file, "w") as packed:
        packed.writestr(_entry(f"{folder.name}/{NOTE}", day), note, compresslevel=9)
        for name in names:
            packed.writestr(_entry(f"{folder.name}/{name}", day), (folder / name).read_bytes(), compresslevel=6)


def _names(folder: Path) -> tuple[str, ...]:
    """Return the files to pack as paths from ``folder``, with forward slashes, in a fixed order."""
    made = {PurePosixPath(name) for name in made_files(folder)}
    files = made - {parent for path in made for parent in path.parents}
    names = sorted(path.as_posix() for path in files if path.parts[0] in _PARTS)
    if not names or any(not _is_own(folder, name) for name in names):
        raise BuildFailed(f"De map {folder} is geen afgemaakte kit. Daarom is er geen zip gemaakt.")
    return (_MANIFEST, *names)


def _is_own(folder: Path, name: str) -> bool:
    """Tell whether a file that ``kit.json`` names stands in the folder itself, and is no way out of it."""
    path = folder / name
    return ".." not in path.parts and path.is_file() and path.resolve().is_relative_to(folder.resolve())


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    """Return the description of a file: nothing of this computer, this user or this moment is in it."""
    held = min(max(day, _EARLIEST), _LATEST)
    entry = zipfile.ZipInfo(name, (held.year, held.month, held.day, 0, 0, 0))
    entry.create_system = _UNIX
    entry.external_attr = _RIGHTS
    entry.compress_type = zipfile.ZIP_STORED if PurePosixPath(name).suffix.lower() in _PACKED else zipfile.ZIP_DEFLATED
    return entry
