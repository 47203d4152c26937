"""A process that dies takes nothing along but the task that it died of."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from pathlib import Path

import pytest

from generator.batch.pool import Crew, Done, Here, Processes, work_through
from tests.cli.conftest import environment_for
from tests.conftest import ROOT


def answer(job: int) -> int:
    """Answer; job 13 kills its process each time."""
    if job == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return job * 2


def die_once(job: tuple[int, Path]) -> int:
    """Answer; who comes first kills his process, but only the first time."""
    number, mark = job
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return number
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def submit(executor: Executor, job: int) -> Future[int]:
    return executor.submit(answer, job)


def submit_once(executor: Executor, job: tuple[int, Path]) -> Future[int]:
    return executor.submit(die_once, job)


@pytest.mark.parametrize("crew", [Here(), Processes(2)], ids=["in this process", "in two processes"])
def test_every_task_is_answered_once(crew: Crew) -> None:
    done = list(work_through(range(12), submit, crew))
    assert sorted((item.job, item.answer) for item in done) == [(job, job * 2) for job in range(12)]


@pytest.mark.parametrize("size", [1, 3])
def test_only_the_task_that_kills_its_process_is_lost(size: int) -> None:
    done = {item.job: item for item in work_through(range(10, 20), submit, Processes(size))}
    assert {job for job, item in done.items() if item.answer is None} == {13}
    assert done[13].lost
    assert {item.answer for item in done.values()} == {None, *(job * 2 for job in range(10, 20) if job != 13)}


def test_several_such_tasks_are_each_found(tmp_path: Path) -> None:
    done = list(work_through([13, 1, 13, 2, 13], submit, Processes(2)))
    assert sorted(item.job for item in done if item.answer is None) == [13, 13, 13]
    assert sorted(item.job for item in done if item.answer is not None) == [1, 2]


def test_a_process_killed_by_somebody_else_costs_no_task(tmp_path: Path) -> None:
    jobs = [(number, tmp_path / "mark") for number in range(6)]
    done = list(work_through(jobs, submit_once, Processes(2)))
    assert sorted(item.answer for item in done if item.answer is not None) == list(range(6))


def test_tasks_are_asked_for_as_there_is_room() -> None:
    asked: list[int] = []

    def jobs() -> Iterator[int]:
        for job in range(100):
            asked.append(job)
            yield job

    answers = work_through(jobs(), submit, Processes(1))
    next(answers)
    assert len(asked) < 10
    answers.close()
    assert len(asked) < 10


def test_what_an_executor_tells_in_its_own_way_is_the_loss_of_that_task_alone() -> None:
    class Lost(Exception):
        pass

    class Somewhere(Executor):
        def submit(self, fn: object, /, *args: object, **kwargs: object) -> Future[int]:  # type: ignore[override]
            future: Future[int] = Future()
            if args == (2,):
                future.set_exception(Lost("the machine is gone"))
            else:
                future.set_result(0)
            return future

    class Far:
        size = 2

        def open(self, size: int) -> Executor:
            return Somewhere()

        def close(self, executor: Executor) -> None:
            pass

    done = sorted(work_through(range(4), submit, Far()), key=lambda item: item.job)
    assert done == [Done(0, 0), Done(1, 0), Done(2, None, "Lost: the machine is gone"), Done(3, 0)]


def test_processes_end_when_the_one_in_charge_is_killed(tmp_path: Path) -> None:
    program = """
        import os, time
        from pathlib import Path
        from generator.batch.pool import Processes, work_through

        def work(job):
            Path(f"pid-{os.getpid()}").touch()
            time.sleep(60)

        if __name__ == "__main__":
            list(work_through(range(2), lambda executor, job: executor.submit(work, job), Processes(2)))
    """
    (tmp_path / "in_charge.py").write_text(textwrap.dedent(program), encoding="utf-8")
    with subprocess.Popen([sys.executable, "in_charge.py"], cwd=tmp_path, env=environment_for()) as running:
        pids = until(lambda: [int(path.name[4:]) for path in tmp_path.glob("pid-*")], count=2)
        running.kill()
    until(lambda: [pid for pid in pids if not is_alive(pid)], count=2)


def until(look: object, count: int, patience: float = 60) -> list[int]:
    """Return what ``look`` returns once that is so many."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        found: list[int] = look()  # type: ignore[operator]
        if len(found) >= count:
            return found
        os.sched_yield()
    raise AssertionError("it never came")


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="only glibc 2.33 and later tells where it is")
def test_a_worker_gives_the_memory_of_a_large_photo_back() -> None:
    """After it has freed one large block, glibc takes the next ones from its heap, which does not shrink again."""
    script = """if True:
        import ctypes
        from generator.batch.pool import prepare_process
        prepare_process()
        names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
        count = type("Count", (ctypes.Structure,), {"_fields_": [(name, ctypes.c_size_t) for name in names.split()]})
        library = ctypes.CDLL(None)
        library.mallinfo2.restype = count
        photo = bytearray(9 << 20)
        del photo
        photo = bytearray(5 << 20)
        print(library.mallinfo2().hblkhd >= 5 << 20)
        """
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"
