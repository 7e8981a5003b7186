"""Run many clients at once, each in a kernel of its own.

Every worker is a process pool of one, so a worker that dies takes only its own client with it.
"""

import multiprocessing
import os
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, NoReturn

from bpo_lib.workbook.job import WORKER, Job, Outcome

END_SECONDS = 5


def run_batch(jobs: Sequence[Job], workers: int) -> Iterator[Outcome]:
    """Run jobs and yield what came of each as soon as it is known, in order of completion.

    Leaving the loop early, by Ctrl-C or otherwise, ends the workers and their kernels.

    Parameters
    ----------
    jobs : sequence of Job
        At most one per client and scenario.
    workers : int
        Clients to run at a time.

    Yields
    ------
    Outcome
    """
    with tempfile.TemporaryDirectory(prefix="bpo-", ignore_cleanup_errors=True) as private:
        waiting, busy = deque(jobs), dict[Future[Outcome], tuple[ProcessPoolExecutor, Job]]()
        idle = [_worker(private) for _ in range(min(workers, len(jobs)))]
        try:
            while waiting or busy:
                while waiting and idle:
                    worker, job = idle.pop(), waiting.popleft()
                    with _deaf_to_ctrl_c():
                        busy[worker.submit(_work, _run, job)] = worker, job
                done, _ = wait(busy, return_when=FIRST_COMPLETED)
                for future in done:
                    worker, job = busy.pop(future)
                    outcome = _outcome(future, job)
                    idle.append(_worker(private) if outcome.cause == WORKER else worker)
                    yield outcome
            for worker in idle:
                worker.shutdown()
        finally:
            _end_workers()


def default_workers() -> int:
    """Return how many clients to run at a time on this machine."""
    available = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)
    return max(1, len(available))


def _worker(private: str) -> ProcessPoolExecutor:
    fresh = multiprocessing.get_context("spawn")  # forking a process that has imported pandas is a gamble
    return ProcessPoolExecutor(1, mp_context=fresh, initializer=_prepare, initargs=(private,))


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Hold Ctrl-C back while a worker is started: it is born deaf to it, and has no traceback to print."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _prepare(private: str) -> None:
    """Set up a worker process before it imports anything heavy."""
    tempfile.tempdir = private  # the batch removes it, even when this process is killed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the batch, which then ends its workers
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})  # kernels are interrupted by it
    threading.Thread(target=_end_with_batch, daemon=True).start()
    from bpo_lib.workbook.kernel import prepare_process  # noqa: PLC0415 - only workers need papermill

    prepare_process()
    signal.signal(signal.SIGTERM, _leave)  # not earlier: without a kernel there is nothing to clean up


def _leave(_signal: int, _frame: Any) -> NoReturn:
    """End a worker through its clean-up, which ends its kernel."""
    raise SystemExit(1)


def _end_with_batch() -> None:
    """End this worker when the batch is gone, even killed; its kernel notices within a second."""
    batch = multiprocessing.parent_process()
    assert batch is not None
    batch.join()
    os._exit(1)


def _work(run: Callable[[Job], Outcome], job: Job) -> Outcome:
    try:
        return run(job)
    except SystemExit:
        os._exit(1)  # the pool would go on to its next job


def _run(job: Job) -> Outcome:
    from bpo_lib.workbook.runner import run_one  # noqa: PLC0415 - only workers need papermill

    return run_one(job)


def _outcome(future: Future[Outcome], job: Job) -> Outcome:
    try:
        return future.result()
    except BrokenProcessPool:
        error = "the process running this client ended unexpectedly, perhaps for want of memory"
    except Exception as fault:  # noqa: BLE001 - a fault of ours must not end the other clients
        error = f"unexpected: {type(fault).__name__}: {fault}"
    return Outcome(job.client, job.scenario, "failed", error=error, cause=WORKER)


def _end_workers() -> None:
    """End every worker that is still there; kernels end with them, or a second after."""
    children = multiprocessing.active_children()
    for child in children:
        child.terminate()
    for child in children:
        child.join(END_SECONDS)
        if child.is_alive():
            child.kill()
            child.join()
