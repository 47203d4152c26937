"""Photos, logos and documents that a sheet names: found beside it, and copied into the kit under a name of ours."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Final

from pydantic_core import PydanticCustomError

from generator import limits
from generator.intake.members import ADVISORS, Member, Path, Value
from generator.intake.merging import Conflict
from generator.intake.values import Plain, Unfit
from generator.kit.files import refuse_path
from generator.kit.portable import file_stem
from generator.kit.text import did_you_mean, shorten, slugify

_WEB: Final = ("http://", "https://", "www.")
_EXPECTED: Final = "Noem een bestand in de map van deze lijst, of in een map daaronder."


@dataclass(frozen=True, slots=True)
class Copy:
    """A file to put into a kit: from where, under which name in the kit, and its digest."""

    source: FilePath
    name: str
    digest: str


@dataclass(slots=True)
class Media:
    """The files of one member.

    ``values``: what the kit says of each; ``copies`` what is to be copied; ``digests`` what the register remembers.
    """

    values: dict[Path, Plain] = field(default_factory=dict)
    copies: list[Copy] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    unfit: list[tuple[Value, Unfit]] = field(default_factory=list)


def find_media(
    member: Member, beside: FilePath, kit: FilePath | None, written: Mapping[str, str], *, overwrite: bool
) -> Media:
    """Return the files that a member's cells name; ``written`` are the digests of what the last import copied.

    ``beside`` is the folder of the list, ``kit`` that of an existing kit.
    """
    media = Media(digests=dict(written))
    for path, value in member.values.items():
        if member.kinds.get(path) not in {"file", "document"} or not isinstance(value.plain, str):
            continue
        if member.kinds[path] == "document" and value.plain.lower().startswith(_WEB):
            continue
        try:
            _find(media, path, value.plain, beside, kit, overwrite=overwrite)
        except Unfit as problem:
            media.unfit.append((value, problem))
    return media


def _find(media: Media, path: Path, text: str, beside: FilePath, kit: FilePath | None, *, overwrite: bool) -> None:  # noqa: PLR0913
    source = _beside(text, beside)
    if source is None and kit is not None and _beside(text, kit) is not None:
        media.values[path] = PurePosixPath(text).as_posix()
        return
    if source is None:
        names = [item.name for item in (beside / PurePosixPath(text)).parent.glob("*") if item.is_file()]
        hint = did_you_mean(PurePosixPath(text).name, names)
        raise Unfit(f"Het bestand '{shorten(text)}' is er niet.", f"{hint}{_EXPECTED}")
    if source.stat().st_size > limits.FILE_BYTES:
        raise Unfit(
            f"'{shorten(text)}' is te groot.", f"Maak het bestand kleiner dan {limits.FILE_BYTES // 1024 // 1024} MB."
        )
    name = _name(path, source)
    media.values[path] = name
    digest = _digest(source)
    target = kit / name if kit is not None else None
    stands = _digest(target) if target is not None and target.is_file() else None
    if stands == digest:
        media.digests[name] = digest
    elif stands is None or stands == media.digests.get(name) or overwrite:
        media.copies.append(Copy(source, name, digest))
        media.digests[name] = digest
    elif media.digests.get(name) != digest:  # if it is, the sheet's file is the old one and only the hand changed it
        reason = f"Het bestand {name} is in de kit met de hand veranderd, en blijft staan."
        media.conflicts.append(Conflict(path, None, name, text, reason))


def _beside(text: str, folder: FilePath) -> FilePath | None:
    """Return a file inside a folder; None if there is none. Raises ``Unfit`` for a way out of the folder."""
    try:
        refuse_path(text)
    except PydanticCustomError as problem:
        raise Unfit(str((problem.context or {}).get("bericht", problem)), _EXPECTED) from problem
    here = folder
    for part in PurePosixPath(text).parts:
        wanted = unicodedata.normalize("NFC", part)
        try:
            alike = [item for item in here.iterdir() if unicodedata.normalize("NFC", item.name) == wanted]
        except OSError:
            return None
        # Never the order in which a disk happens to tell two names that are the same in NFC.
        found = min(alike, key=lambda item: (item.name != part, item.name), default=None)
        if found is None:
            return None
        if found.is_symlink():
            raise Unfit(f"'{shorten(text)}' is een verwijzing naar een andere plek.", _EXPECTED)
        here = found
    return here if here.is_file() else None


def _name(path: Path, source: FilePath) -> str:
    """Return a file's name in the kit: by whom or what it is of, so that two files never get the same."""
    suffix = source.suffix.lower()
    if path[0] == ADVISORS:
        return f"fotos/{file_stem(path[1])}{suffix}"
    if path[-1] == "logo":
        return f"logo{suffix}"
    return f"documenten/{file_stem(slugify(source.stem) or path[-1])}{suffix}"


def _digest(path: FilePath) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
