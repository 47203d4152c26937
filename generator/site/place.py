"""The folder that a build publishes in: can it be written, and what would be lost there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.errors import UsageError
from generator.refusals import refusal
from generator.site.manifest import made_files

#: What file managers leave behind by themselves.
LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})


def refuse_foreign(target: Path) -> None:
    """Raise ``UsageError`` if publishing in ``target`` would remove something that no build made."""
    if not target.exists() and not target.is_symlink():
        return
    if target.is_symlink() or not target.is_dir():
        raise UsageError(f"{target} is geen gewone map. Haal het weg, of kies met --output een andere map.")
    foreign = sorted(set(_names_below(str(target))) - made_files(target))
    if foreign:
        raise UsageError(
            f"In de map {target} staat iets dat vertrouwenskit niet heeft gemaakt: {', '.join(foreign[:5])}. "
            "Het zou verdwijnen. Zet het ergens anders neer, of kies met --output een andere map."
        )


def _names_below(folder: str, above: str = "") -> Iterator[str]:
    """Yield all that stands below a folder, folders too; a link is not followed."""
    for entry in os.scandir(folder):
        if entry.name not in LITTER:
            yield f"{above}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _names_below(entry.path, f"{above}{entry.name}/")


def make_folder(folder: Path) -> None:
    """Make a folder to write in, unless it is there; raises ``UsageError`` if nobody can write in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        why = refusal(error)
        raise UsageError(
            f"In de map {folder} kan niet geschreven worden ({why}). Kies met --output een andere map."
        ) from error
