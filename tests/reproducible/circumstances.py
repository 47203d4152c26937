"""The same build under other circumstances: another place, user, moment, language, order and number of processes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from tests.conftest import ROOT, TODAY

_FAKETIME: Final = "/usr/bin/faketime"
_LANGUAGES: Final = "talen"
#: Runs a command where names of machines and mounts are its own (unshare(1)).
_APART: Final = ("unshare", "--uts", "--mount")
#: What an environment keeps of ours: where programs stand.
_KEPT: Final = ("PATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH")


@dataclass(frozen=True)
class Circumstances:
    """All that may differ without making a difference.

    ``place`` is the folder, below that of the test, that holds everything. ``machine`` is a word that the names of the
    machine's user, folders and host are made of, and that must occur nowhere; where nobody may give a machine another
    name for a while, only the environment tells it. ``language`` is a locale that is made for the build, if it has a
    country. ``moment`` is what the clock says, as
    faketime takes it; empty for the real time. ``by_epoch`` gives the day by ``SOURCE_DATE_EPOCH`` instead of
    ``--today``. ``far`` keeps the kits in another branch of the tree of folders than the output.
    """

    place: str = "a"
    machine: str = "zqxmachinea"
    zone: str = "UTC"
    language: str = "C.UTF-8"
    seed: int = 0
    mask: int = 0o022
    jobs: int = 1
    moment: str = ""
    by_epoch: bool = False
    far: bool = False
    backwards: bool = False


#: Two builds that have nothing in common but the kits and the day.
HERE: Final = Circumstances(
    zone="Pacific/Kiritimati", language="C", seed=1, moment="2031-05-06 23:59:30", by_epoch=True
)
THERE: Final = Circumstances(
    place="een veel langer pad/met spaties en é/nog dieper",
    machine="zqxmachineb",
    zone="America/Adak",
    # In which an "I" in small letters is another letter than elsewhere.
    language="tr_TR.UTF-8",
    seed=4242,
    mask=0o077,
    jobs=3,
    far=True,
    backwards=True,
)


@dataclass(frozen=True)
class Place:
    """Where one build happens: its kits, its output, and the folder that it runs in."""

    kits: Path
    dist: Path
    work: Path


def place_of(base: Path, at: Circumstances) -> Place:
    """Make the folders of a build; each has the machine's word in its name."""
    work = base / at.place / f"{at.machine}-map"
    kits = (base / at.place / f"{at.machine}-elders" if at.far else work) / "kits"
    dist = work / "dist"
    for folder in (kits, *(work / name for name in ("home", "tmp", _LANGUAGES))):
        folder.mkdir(parents=True, exist_ok=True)
    country, _, encoding = at.language.partition(".")
    if "_" in country:
        target = work / _LANGUAGES / at.language
        subprocess.run([shutil.which("localedef") or "localedef", "-i", country, "-f", encoding, target], check=True)
    return Place(kits, dist, work)


def may_rename() -> bool:
    """Tell whether a process may be given a machine and a user of another name: root may, outside of containers."""
    if os.geteuid() != 0:
        return False
    done = subprocess.run([*_APART, "hostname", "x"], capture_output=True, check=False)
    return done.returncode == 0


def environment_at(at: Circumstances, place: Place) -> dict[str, str]:
    """Return the whole environment of a process under these circumstances."""
    return {
        **{name: os.environ[name] for name in _KEPT if name in os.environ},
        "PYTHONPATH": str(ROOT),
        "PYTHONHASHSEED": str(at.seed),
        "PYTHONDONTWRITEBYTECODE": "1",
        "TZ": at.zone,
        "LOCPATH": str(place.work / _LANGUAGES),
        "LC_ALL": at.language,
        "LANG": at.language,
        "HOME": str(place.work / "home"),
        "TMPDIR": str(place.work / "tmp"),
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"), f"{at.machine}-naam"),
        **dict.fromkeys(("EMAIL", "NAME", "GIT_AUTHOR_NAME"), f"{at.machine}@x.example"),
    }


def on_a_machine_named(machine: str, place: Place) -> list[str]:
    """Return what stands before a command to run it under another name of the machine and of its user."""
    if not may_rename():
        return []
    users = place.work / "home/passwd"
    users.write_text(f"{machine}-naam:x:0:0:{machine}-naam:/{machine}-thuis:/bin/sh\n", encoding="utf-8")
    script = 'hostname "$0" && mount --bind "$1" /etc/passwd && shift && exec "$@"'
    return [*_APART, "sh", "-c", script, f"{machine}-gast", str(users)]


def build(
    at: Circumstances, place: Place, *options: str, today: date = TODAY, asked: Sequence[str] = ()
) -> subprocess.CompletedProcess[str]:
    """Run ``build`` in a process of its own, under these circumstances."""
    command = [sys.executable, "-m", "generator", "build", *asked, "--jobs", str(at.jobs), *options]
    command += ["--kits", str(place.kits), "--output", str(place.dist) if at.far else "dist"]
    environment = environment_at(at, place)
    if at.by_epoch:
        # The last second of that day.
        midnight = datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp()
        environment["SOURCE_DATE_EPOCH"] = str(int(midnight) + 86_399)
    else:
        command += ["--today", today.isoformat()]
    if at.moment:
        command = [_FAKETIME, at.moment, *command]
        # Waiting by a clock that stands elsewhere would never end; what files say of themselves stays true.
        environment |= {"FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"}
    return subprocess.run(
        on_a_machine_named(at.machine, place) + command,
        cwd=place.work,
        env=environment,
        umask=at.mask,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=600,
    )


def copy_kits(source: Path, target: Path, *, backwards: bool) -> None:
    """Copy kits file by file, so that a folder is filled in one order or in the other."""
    shutil.rmtree(target, ignore_errors=True)
    for path in sorted(source.rglob("*"), reverse=backwards):
        if path.is_file():
            copy = target / path.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
