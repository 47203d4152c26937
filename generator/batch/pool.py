"""Who does the work: processes on this machine, or an executor of somebody else, all as ``concurrent.futures`` has it.

A crew opens executors. Work is handed out a little ahead of who does it, so that memory does not grow with the number
of tasks. When a process dies, nobody can tell which task it died of: those that were in hand are tried again, each
alone, and only one that kills its process a second time is given up.
"""

from __future__ import annotations

import ctypes
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from typing import Final, Generic, Protocol, TypeAlias, TypeVar

_Job = TypeVar("_Job")
_Answer = TypeVar("_Answer")

#: Hands a task to an executor.
Submit: TypeAlias = Callable[[Executor, _Job], "Future[_Answer]"]

#: Tasks that are handed out for each process: one in hand and one to go on with.
_AHEAD: Final = 2
#: New objects between two looks for garbage; Python itself looks after 700. See ``cli/app.py``.
_SELDOM: Final = 50_000
#: Number of ``M_MMAP_THRESHOLD`` in ``malloc.h``, and the size from which on a block is one of its own.
_MMAP_THRESHOLD: Final = -3
_OF_ITS_OWN: Final = 1 << 20


class Crew(Protocol):
    """What opens an executor; also a second one, when the first broke."""

    @property
    def size(self) -> int:
        """How many tasks can be in hand at once."""
        ...

    def open(self, size: int) -> Executor:
        """Return a new executor with at most ``size`` workers."""
        ...

    def close(self, executor: Executor) -> None:
        """Hand out nothing more, and wait for what is in hand."""
        ...


@dataclass(frozen=True, slots=True)
class Processes:
    """Processes on this machine, each started clean: the engine of the site is not safe to fork."""

    size: int

    def open(self, size: int) -> Executor:
        """Return a pool whose processes end with this one, and leave Ctrl-C to it.

        Where they can't be told what to do (no shared memory for semaphores, as in some containers) this process does
        the work by itself.
        """
        context = multiprocessing.get_context("spawn")
        try:
            return ProcessPoolExecutor(size, mp_context=context, initializer=prepare_process)
        except (ImportError, NotImplementedError, OSError):
            return _AtOnce()

    def close(self, executor: Executor) -> None:
        """Wait for the processes to end."""
        executor.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class Here:
    """This very process: for one kit, for which no other has to be started."""

    size: int = 1

    def open(self, size: int) -> Executor:
        """Return an executor that does the work while it is handed out."""
        return _AtOnce()

    def close(self, executor: Executor) -> None:
        """Do nothing: all is done."""


class _AtOnce(Executor):
    def submit(self, fn: Callable[..., _Answer], /, *args: object, **kwargs: object) -> Future[_Answer]:
        """Do it, and return a future that is done."""
        future: Future[_Answer] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@dataclass(frozen=True, slots=True)
class Done(Generic[_Job, _Answer]):
    """A task that came to an end: its answer, or None if its process died of it (``lost`` says how)."""

    job: _Job
    answer: _Answer | None
    lost: str = ""


def work_through(
    jobs: Iterable[_Job], submit: Submit[_Job, _Answer], crew: Crew
) -> Generator[Done[_Job, _Answer], None, None]:
    """Yield every task once, as it is done; tasks are asked for as there is room for them.

    ``submit`` hands a task to an executor. What does the work must not raise, and must return what can be pickled.
    Closing the generator, as an interruption does, hands out nothing more and waits for what is in hand.
    """
    waiting = iter(jobs)
    while True:
        suspects: list[_Job] = []
        is_end = yield from _round(waiting, submit, crew, suspects)
        yield from _one_by_one(suspects, submit, crew)
        if is_end:
            return


def _round(
    waiting: Iterator[_Job], submit: Submit[_Job, _Answer], crew: Crew, suspects: list[_Job]
) -> Generator[Done[_Job, _Answer], None, bool]:
    """Work until all is done (and return True) or the executor breaks; then what was in hand is in ``suspects``."""
    in_hand: dict[Future[_Answer], _Job] = {}
    executor = crew.open(crew.size)
    try:
        while not suspects:
            for job in islice(waiting, max(0, crew.size * _AHEAD - len(in_hand))):
                try:
                    in_hand[submit(executor, job)] = job
                except BrokenExecutor:
                    suspects.append(job)
            if not in_hand:
                return not suspects
            yield from _answers(in_hand, suspects)
        while in_hand:
            yield from _answers(in_hand, suspects)
        return False
    finally:
        crew.close(executor)


def _answers(in_hand: dict[Future[_Answer], _Job], suspects: list[_Job]) -> Iterator[Done[_Job, _Answer]]:
    """Wait until something is done, and yield it; what the executor broke on is added to ``suspects``."""
    for future in wait(in_hand, return_when=FIRST_COMPLETED).done:
        job = in_hand.pop(future)
        try:
            done: Done[_Job, _Answer] = Done(job, future.result())
        except BrokenExecutor:
            suspects.append(job)
            continue
        except Exception as error:  # noqa: BLE001  every executor tells in its own way that it lost a machine
            done = Done(job, None, f"{type(error).__name__}: {error}")
        yield done


def _one_by_one(suspects: list[_Job], submit: Submit[_Job, _Answer], crew: Crew) -> Iterator[Done[_Job, _Answer]]:
    """Try each again with nobody else in hand, so that one that kills its process takes no other along."""
    waiting = deque(suspects)
    while waiting:
        executor = crew.open(1)
        try:
            while waiting:
                job = waiting.popleft()
                try:
                    yield Done(job, submit(executor, job).result())
                except BrokenExecutor as error:
                    yield Done(job, None, str(error))
                    break
        finally:
            crew.close(executor)


def prepare_process() -> None:
    """Make this worker process end when the one that started it is gone, however that ended."""
    import gc

    gc.set_threshold(_SELDOM)
    _give_back_large_blocks()
    # Ctrl-C reaches every process of a terminal; the one in charge decides what becomes of the work in hand.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _give_back_large_blocks() -> None:
    """Let the memory of a decoded photo go back to the system at once (mallopt(3)), where the C library can.

    Left alone, glibc comes to take such blocks from its heap, where what is freed lies between what stays: after some
    hundred kits a process held half as much again as it used. The fresh pages take some 50 ms of a kit.
    """
    if sys.platform.startswith("linux"):
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_MMAP_THRESHOLD, _OF_ITS_OWN)


def _end_with(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
