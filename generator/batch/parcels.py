"""A kit as data: everything that a machine without our disk needs to make it, and what it sends back.

Packed files are ``(path, content)`` pairs; paths are relative, with forward slashes.
"""

from __future__ import annotations

import atexit
import hashlib
import os
import threading
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

from generator.batch.fingerprint import program_digest
from generator.batch.task import Trouble
from generator.errors import BuildFailed, Finding, KitInvalid, UsageError
from generator.job import EngineName, Job, Part
from generator.kit.loader import LoadedKit
from generator.pipeline import Made, make, prepare, read_kit
from generator.refusals import disk_trouble
from generator.resources import Resources
from generator.temporary import temporary_folder

Packed: TypeAlias = tuple[tuple[str, bytes], ...]

#: The engine of the site is not safe to use from two threads, and a worker of a cluster may have several.
_ONE_AT_A_TIME: Final = threading.Lock()


@dataclass(frozen=True, slots=True)
class Parcel:
    """One kit to make elsewhere; ``root`` is the name of the kits folder, ``folder`` the kit's place below it."""

    program: str
    root: str
    folder: str
    files: Packed
    today: date
    engine: EngineName
    only: Part | None
    press: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class Crate:
    """What came of a parcel: the kit as it was made, or what went wrong."""

    made: Made | None = None
    trouble: Trouble | None = None
    reason: str = ""
    findings: tuple[Finding, ...] = ()


def parcel_of(job: Job, loaded: LoadedKit) -> Parcel:
    """Pack a valid kit with its layers and every file that they name. Raises ``OSError`` if one vanished."""
    root = job.kits_root.resolve()
    files = tuple((Path(os.path.relpath(path, root)).as_posix(), path.read_bytes()) for path in loaded.files)
    folder = Path(os.path.relpath(job.folder.resolve(), root)).as_posix()
    return Parcel(
        program_digest(), root.name, folder, files, job.today, job.engine, job.only, job.press, job.strict
    )  # fmt: skip


def packed_resources(resources: Resources) -> Packed:
    """Pack content, theme and base configuration, which every kit needs."""
    content, theme = packed(resources.content), packed(resources.theme)
    return (
        *((f"content/{name}", data) for name, data in content),
        *((f"theme/{name}", data) for name, data in theme),
        ("mkdocs.yml", resources.mkdocs_yml.read_bytes()),
    )


def packed(folder: Path) -> Packed:
    """Pack all files below a folder, in a fixed order."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple((path.relative_to(folder).as_posix(), path.read_bytes()) for path in files)


def unpack(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write packed files below a folder. Raises ``ValueError`` for a path that leads out of it."""
    above = folder.resolve()
    for name, data in files:
        path = (above / name).resolve()
        if not path.is_relative_to(above):
            raise ValueError(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def make_parcel(parcel: Parcel, shared: Packed) -> Crate:
    """Make a kit on the machine that this runs on, in a folder that is gone afterwards; nothing is raised.

    ``shared`` is what ``packed_resources`` packed.
    """
    if parcel.program != program_digest():
        reason = (
            "Op een computer van het cluster staat een andere versie van vertrouwenskit, Python of een bibliotheek."
        )
        return Crate(trouble=Trouble.OURS, reason=reason)
    try:
        with _ONE_AT_A_TIME, temporary_folder() as folder:
            return _made(parcel, _unpacked_resources(shared), folder)
    except KitInvalid as invalid:
        return Crate(trouble=Trouble.KIT, findings=invalid.findings)
    except (BuildFailed, UsageError) as failure:
        return Crate(trouble=Trouble.OURS, reason=str(failure))
    except OSError as failure:
        return Crate(trouble=Trouble.OURS, reason=disk_trouble(failure))
    except Exception as error:  # noqa: BLE001  an exception that can't be unpickled would take other kits along
        return Crate(trouble=Trouble.OURS, reason=f"Fout in het programma zelf: {str(error) or type(error).__name__}")


def _made(parcel: Parcel, resources: Resources, folder: Path) -> Crate:
    kits_root = folder / "in" / parcel.root
    unpack(parcel.files, kits_root)
    job = Job(
        kits_root / parcel.folder,
        kits_root,
        folder / "out",
        resources,
        parcel.today,
        parcel.engine,
        only=parcel.only,
        press=parcel.press,
        strict=parcel.strict,
    )
    work = folder / "work"
    work.mkdir()
    return Crate(make(job, prepare(job, read_kit(job.folder, kits_root, resources)), work))


def _unpacked_resources(shared: Packed) -> Resources:
    """Return the resources on this machine's disk; they are unpacked once for every content that ever comes."""
    digest = hashlib.sha256()
    for name, data in shared:
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    folder = _folder_for(digest.hexdigest())
    if not (folder / "mkdocs.yml").exists():
        unpack(shared, folder)
    return Resources(folder / "content", folder / "theme", folder / "mkdocs.yml")


@cache
def _folder_for(_digest: str) -> Path:
    """Return a new folder for each digest; it goes when this process ends."""
    return _KEPT.enter_context(temporary_folder())


_KEPT: Final = ExitStack()
atexit.register(_KEPT.close)
