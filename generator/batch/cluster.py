"""Build on a cluster of Dask ``distributed``: kits go out as data and come back as data, so no disk need be shared.

Reading, deciding and publishing stay here; only the making is done elsewhere. The cluster is seen through the executor
that its client offers, so that it is one more crew for ``pool.py``. It starts tasks again by itself when a worker dies.
"""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from generator.batch.parcels import Crate, Packed, Parcel, make_parcel, packed_resources, parcel_of
from generator.batch.pool import work_through
from generator.batch.run import lost, placed
from generator.batch.standing import still
from generator.batch.task import Outcome, Task, Trouble
from generator.batch.worker import Look, guarded, look_at, record_of, see_to, settle
from generator.errors import UsageError
from generator.pipeline import publish
from generator.site.place import make_folder, refuse_foreign

if TYPE_CHECKING:
    from distributed import Client

#: Seconds to wait for the scheduler to answer, and for its first worker.
_PATIENCE: Final = 20
_LOST: Final = (
    "Het cluster heeft deze kit niet gemaakt: een computer viel steeds weg, of heeft niet dezelfde vertrouwenskit."
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a cluster, as a crew."""

    client: Client

    @property
    def size(self) -> int:
        """How many tasks its workers can have in hand."""
        return max(1, sum(int(threads) for threads in self.client.nthreads().values()))

    def open(self, size: int) -> Executor:
        """Return the client's own executor. Its tasks are not pure: equal parcels are no reason to answer once."""
        return cast("Executor", self.client.get_executor(pure=False))

    def close(self, executor: Executor) -> None:
        """Take back what is not done."""
        executor.shutdown(wait=False)


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to a scheduler such as ``tcp://10.0.0.5:8786``. Raises ``UsageError`` if nobody answers there."""
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "Voor --scheduler is de uitbreiding 'cluster' nodig. Zet haar in dezelfde omgeving, bijvoorbeeld met: "
            "pip install 'vertrouwenskit[cluster]'"
        ) from error
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(
            f"Op {address} antwoordt geen scheduler van Dask. Voorbeeld: --scheduler tcp://10.0.0.5:8786"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            raise UsageError(f"De scheduler op {address} heeft geen workers.") from error
        yield Cluster(client)


@dataclass(frozen=True, slots=True)
class _Sent:
    task: Task
    look: Look
    parcel: Parcel


def run_on(cluster: Cluster, tasks: tuple[Task, ...], output: Path) -> Iterator[Outcome]:
    """Yield how each task ended, as it ends; as ``run`` does, on a cluster."""
    if not tasks:
        return
    # As the result of a task, so that the cluster can make it anew when the worker that holds it dies.
    shared = cluster.client.submit(_as_it_is, packed_resources(tasks[0].job.resources), pure=False)
    settled: deque[Outcome] = deque()

    def submit(executor: Executor, sent: _Sent) -> Future[Crate]:
        return executor.submit(make_parcel, sent.parcel, cast("Packed", shared))

    with placed(tasks, output) as at_work:
        for done in work_through(_packed(at_work, settled), submit, cluster):
            yield _received(done.job, done.answer) if done.answer else lost(done.job.task, done.lost, _LOST)
            while settled:
                yield settled.popleft()
        yield from settled


def _as_it_is(packed: Packed) -> Packed:
    return packed


def _packed(tasks: list[Task], settled: deque[Outcome]) -> Iterator[_Sent]:
    """Yield the kits that must be made, packed when there is room for them; add the ending of the others."""
    for task in tasks:
        found: list[_Sent] = []

        def look(task: Task = task, found: list[_Sent] = found) -> Outcome:
            seen = look_at(task)
            if isinstance(seen, Outcome):
                return seen
            refuse_foreign(task.job.output / task.slug)
            found.append(_Sent(task, seen, parcel_of(task.job, seen.loaded)))
            return Outcome(still(task, "waiting"))

        outcome = guarded(task, look)
        if found:
            yield found[0]
        else:
            settled.append(outcome)


def _received(sent: _Sent, crate: Crate) -> Outcome:
    """Publish what came back. What a worker can't make of a kit that we can read is made here."""
    task, look = sent.task, sent.look
    if crate.trouble is Trouble.KIT:
        return see_to(task)
    if crate.made is None:
        return Outcome(still(task, "failed", crate.reason), crate.trouble)
    made = crate.made

    def publish_it() -> Outcome:
        make_folder(task.job.output)
        with tempfile.TemporaryDirectory(prefix=f".{task.slug}-", dir=task.job.work) as folder:
            built = publish(task.job, made, Path(folder))
        return settle(task, look, "built", record_of(task, look, built))

    return guarded(task, publish_it)
