"""Stop a command at its n-th step in the file system, or let that step fail: for every n, one after the other.

Python tells an audit hook of each file that is opened, moved, made or removed before it does so. In a forked child that
hook kills the process, leaves half a file and kills it, or raises what the operating system might answer. The parent
has imported everything and made the kits already, so that one step takes a tenth of a second.
"""

from __future__ import annotations

import contextlib
import errno
import io
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from unittest import mock

from generator import pipeline
from generator.batch.pool import Here
from generator.campagne import build as campaign_build
from generator.cli import building, main
from generator.site import publish
from generator.site.engines import build_stage

#: What changes a file system, as Python's audit events are called. The exchange of two folders is the look-up.
_CHANGES: Final = frozenset(
    {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate", "os.utime"}
)
_EXCHANGE: Final = ("ctypes.dlsym", "renameat2")
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: How a step may go wrong: the process dies before it, or it dies when half of a file is written.
KILLED: Final = "killed"
TORN: Final = "torn"
#: Or the system answers with one of these.
REFUSALS: Final = {name: getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EIO", "EMFILE", "EACCES", "ENOENT")}


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong at which step (from 0); ``reading`` counts the files that are read instead of the changes."""

    at: int
    how: str
    reading: bool = False


@dataclass(frozen=True, slots=True)
class Ending:
    """How a command ended: its exit code (None if it was killed), all that it said, and how many steps it took."""

    code: int | None
    said: str
    steps: int


def run(arguments: list[str], folder: Path, fault: Fault | None = None, *, exchange: bool = True) -> Ending:
    """Run a command in a child of this process, in ``folder``; without ``exchange`` two folders can't change places.

    Only what happens below the parent of ``folder`` counts as a step.
    """
    reader, writer = os.pipe()
    said = folder.with_name("said.txt")
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            code = _in_child(arguments, folder, fault, said, exchange=exchange, writer=writer)
        except BaseException:  # noqa: BLE001  a child must end here, whatever happens
            traceback.print_exc()
            code = 99
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        told = pipe.read()
    _, status = os.waitpid(child, 0)
    dead = os.WIFSIGNALED(status)
    return Ending(
        None if dead else os.waitstatus_to_exitcode(status),
        said.read_text(encoding="utf-8"),
        int(told) if told else 0,
    )


def run_here(arguments: list[str], folder: Path) -> None:
    """Run a command in this process, which then has made what its children would have to make again and again."""
    with contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()) as said:
        code = main(arguments)
    assert code == 0, said.getvalue()


def _in_child(
    arguments: list[str], folder: Path, fault: Fault | None, said: Path, *, exchange: bool, writer: int
) -> int:
    os.chdir(folder)
    out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(out, 1)
    os.dup2(out, 2)
    sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", closefd=False) for number in (1, 2))
    steps = _Steps(fault, str(folder.parent))
    sys.addaudithook(steps.see)
    with mock.patch.object(publish, "_exchange", publish._exchange if exchange else lambda *_: False):
        code = main(arguments)
    steps.over = True
    os.write(writer, str(steps.count).encode())
    return code


@dataclass(slots=True)
class _Steps:
    fault: Fault | None
    above: str
    count: int = 0
    over: bool = False

    def see(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.over or not self._counts(event, arguments):
            return
        number, self.count = self.count, self.count + 1
        if self.fault is None or number != self.fault.at:
            return
        self.over = self.fault.how in {KILLED, TORN}
        if self.fault.how == TORN and event == "open":
            os.write(os.open(arguments[0], os.O_WRONLY | os.O_CREAT | os.O_TRUNC), b'{"half": ')
        if self.over:
            os.kill(os.getpid(), signal.SIGKILL)
        code = REFUSALS[self.fault.how]
        raise OSError(code, os.strerror(code), str(arguments[0]))

    def _counts(self, event: str, arguments: tuple[Any, ...]) -> bool:
        reading = self.fault is not None and self.fault.reading
        if event == "open":
            path, _, flags = arguments
            writes = bool(flags & _WRITES)
            return writes != reading and isinstance(path, str | bytes | os.PathLike) and self._is_ours(path)
        if reading:
            return False
        if event in _CHANGES:
            return self._is_ours(arguments[0])
        return event == _EXCHANGE[0] and arguments[1] == _EXCHANGE[1]

    def _is_ours(self, path: Any) -> bool:
        shown = os.fsdecode(path)
        return not Path(shown).is_absolute() or shown.startswith(self.above)


@contextlib.contextmanager
def made_already() -> Iterator[None]:
    """Let each kit and campaign be made once: what is seen here is how they are read, published and remembered."""
    known: dict[bytes, Any] = {}

    def once(make: Callable[..., Any], key: object) -> Any:
        digest = pickle.dumps(key)
        if digest not in known:
            known[digest] = make()
        return known[digest]

    prepare, make, build_site = pipeline.prepare, pipeline.make, build_stage
    with (
        mock.patch.object(
            pipeline,
            "prepare",
            lambda job, loaded: (
                prepare(job, loaded) if loaded.kit is None else once(lambda: prepare(job, loaded), _seen(loaded, job))
            ),
        ),
        mock.patch.object(
            pipeline,
            "make",
            lambda job, ready, work, *_: once(lambda: _a_few(make(job, ready, work)), ("make", id(ready))),
        ),
        mock.patch.object(
            campaign_build,
            "build_stage",
            lambda project, engine, work: dict(
                once(lambda: _few(build_site(project, engine, work)), sorted(project.docs.items()))
            ),
        ),
        mock.patch.object(campaign_build, "verify", len),  # its links lead to what was left out
        mock.patch.object(building, "Processes", Here),
    ):
        yield


def _a_few(made: pipeline.Made) -> pipeline.Made:
    """Leave out most files of a kit: each takes the same steps."""
    return replace(made, files=_few(made.files, "site/") | _few(made.files, "print/"))


def _few(files: Mapping[str, bytes], below: str = "") -> dict[str, bytes]:
    """Return the page to begin with, and one file of each kind."""
    first: dict[str, str] = {}
    for name in files:
        if name.startswith(below):
            first.setdefault(name if name.endswith("site/index.html") else name.rpartition(".")[2], name)
    return {name: files[name] for name in first.values()}


def _seen(loaded: Any, job: Any) -> object:
    texts = [path.read_bytes() for path in loaded.files]
    return loaded.slug, texts, job.today, job.only
