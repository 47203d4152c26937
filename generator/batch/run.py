"""One run over a plan: the work is handed out, what comes back is told, and what lies about is swept up."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from generator.batch.pool import Crew, Here, work_through
from generator.batch.record import HIDDEN
from generator.batch.standing import still
from generator.batch.task import Outcome, Progress, Task, Trouble
from generator.batch.workplace import is_left_behind, workplace
from generator.site.sharing import sweep

_LOST = "Het proces dat deze kit maakte, viel weg. Was er genoeg geheugen?"


def run(
    tasks: tuple[Task, ...], output: Path, crew: Crew, progress: Progress | None = None
) -> Generator[Outcome, None, None]:
    """Yield how each task ended, as it ends. Raises ``UsageError`` if nobody can write in ``output``.

    ``progress`` is told the steps of a build, if the work is done in this process.
    """
    if not tasks:
        clean_up_after_others(output)
        return
    from generator.batch.worker import see_to  # and with it all that builds

    told = (progress,) if progress and isinstance(crew, Here) else ()

    def submit(executor: Executor, task: Task) -> Future[Outcome]:
        return executor.submit(see_to, task, *told)

    with placed(tasks, output) as at_work:
        for done in work_through(at_work, submit, crew):
            yield done.answer or lost(done.job, done.lost)


@contextmanager
def placed(tasks: tuple[Task, ...], output: Path) -> Iterator[list[Task]]:
    """Give tasks a place to work and a store for what kits share; sweep both afterwards. Raises ``UsageError``."""
    store = output / HIDDEN / "shared"
    with workplace(output) as work:
        try:
            yield [replace(task, job=replace(task.job, work=work, shared=store)) for task in tasks]
        finally:
            # While the place to work is there: who dies before this is done leaves it, and with it a sign.
            sweep(store)


def clean_up_after_others(output: Path) -> None:
    """Remove what a killed run left: half a kit, or a photo in the store that no kit shows any more.

    A run that has nothing to build does no more than look whether there was one. Raises ``UsageError``.
    """
    if is_left_behind(output):
        with workplace(output):
            sweep(output / HIDDEN / "shared")


def lost(task: Task, how: str, reason: str = _LOST) -> Outcome:
    """Return the ending of a task whose worker is gone; ``how`` is what its executor said of it."""
    return Outcome(still(task, "failed", reason), Trouble.OURS, how)
