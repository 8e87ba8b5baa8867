"""Many documents on several cores: results in order, few of them held at a time, no process left behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from sodiokg.errors import SodiokgError

__all__ = ["cores", "in_order"]

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")
# Results that each process may be ahead of the one that is waited for: bounds what is held, and keeps all busy beside a long document.
_AHEAD: Final = 8


def cores() -> int:
    """Return the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_order(work: Callable[[_Task], _Result], tasks: Iterable[_Task], jobs: int) -> Iterator[_Result]:
    """Yield ``work(task)`` for each task in the order of the tasks, from `jobs` processes, or from this one where that is 1.

    The processes end with the iterator, however it ends, and with this process. Raises what `work` raises, and SodiokgError where a
    process was ended from outside.
    """
    if jobs < 2:
        yield from map(work, tasks)
        return
    waiting: deque[Future[_Result]] = deque()
    pool, done = ProcessPoolExecutor(jobs, initializer=_end_with_parent), False
    try:
        for task in tasks:
            waiting.append(_submitted(pool, work, task))
            if len(waiting) == jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
        done = True
    except BrokenProcessPool as error:
        mend = "there may be too little memory for so many at a time: allow fewer with --jobs"
        raise SodiokgError("a process that reads texts was ended from outside", mend=mend) from error
    finally:
        _close(pool, done=done)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[_Task], _Result], task: _Task) -> Future[_Result]:
    """Hand a task to the pool, which starts processes as it needs them; these are to leave an interrupt to their parent."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(work, task)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _close(pool: ProcessPoolExecutor, *, done: bool) -> None:
    """End the pool's processes, at once where what they do is not wanted any more."""
    ours = list((pool._processes or {}).values())  # no public name before Python 3.14
    pool.shutdown(wait=done, cancel_futures=True)
    for process in ours:
        if not done:
            process.terminate()


def _end_with_parent() -> None:
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    """End this process when its parent is gone, killed perhaps; the pool's queue would keep it waiting for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
