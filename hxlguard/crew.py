"""Worker processes and the files they are given.

They are started as commands, not through `multiprocessing`: that runs the caller's script anew
where it has no `__main__` guard, or forks while Polars holds locks.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Lock, Timer
from types import TracebackType

from hxlguard.errors import SourceError
from hxlguard.source_facts import called_by
from hxlguard.worker import READY, Answer, Job, receive, send

_LAST_SECONDS = 10.0
"""What a worker that has closed its pipe may take to end; an abort writes its memory first."""

_START_SECONDS = 60.0
"""What a worker may take to load; a program that embeds Python may be started in its place."""

_LOOK_UP_SECONDS = 0.2
"""How long an interruption may go unheard: Polars handles signals so that waiting goes on."""

_UNCAUGHT = 1
"""The exit status of Python after an exception that nobody caught."""


class Crew:
    """Some worker processes that share jobs; leaving its `with` block ends them all.

    One thread waits for each worker. A worker that ends over a file takes no other file along.
    """

    def __init__(self, jobs: Mapping[int, Job], size: int) -> None:
        """Hand out `jobs`, in their order, to at most `size` workers at once."""
        self._threads = max(1, usable_cores() // size)
        self._lock, self._ending = Lock(), False
        self._idle: list[_Worker] = []
        self._working: set[_Worker] = set()
        self._executor = ThreadPoolExecutor(size)
        self._futures = {at: self._executor.submit(self._scan, job) for at, job in jobs.items()}

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._ending = True
            for worker in self._working:
                worker.kill()
        self._executor.shutdown(cancel_futures=True)
        for worker in self._idle:
            worker.kill()
            worker.end()

    def answer(self, at: int, changed: Callable[[], None] | None) -> Answer | None:
        """Wait for the answer to a job; None when no worker could be started for it.

        `changed`, if there is one, is called whenever any job is done.
        """
        while not self._futures[at].done():
            pending = self._pending() if changed else [self._futures[at]]
            if wait(pending, _LOOK_UP_SECONDS, FIRST_COMPLETED).done and changed:
                changed()
        return self._futures[at].result()

    def waiting(self) -> list[int]:
        """The jobs without an answer yet, those in hand first."""
        waiting = [at for at, future in self._futures.items() if not future.done()]
        return sorted(waiting, key=lambda at: not self._futures[at].running())

    def _pending(self) -> list[Future[Answer | None]]:
        return [self._futures[at] for at in self.waiting()]

    def _scan(self, job: Job) -> Answer | None:
        try:
            worker = self._worker()
        except (OSError, EOFError):
            return None
        try:
            answer: Answer = worker.ask(job)
        except (OSError, EOFError):
            with self._lock:
                self._working.discard(worker)
            return _lost(job, worker.end())
        with self._lock:
            self._working.discard(worker)
            self._idle.append(worker)
        return answer

    def _worker(self) -> _Worker:
        """One that is idle or new.

        Raises:
            OSError, EOFError: none can be started.
        """
        with self._lock:
            if self._ending:
                raise EOFError
            worker = self._idle.pop() if self._idle else _Worker(self._threads)
            self._working.add(worker)
        try:
            worker.await_ready()
        except (OSError, EOFError):
            with self._lock:
                self._working.discard(worker)
            worker.end()
            raise
        return worker


class _Worker:
    """One process, and the two pipes to it."""

    def __init__(self, threads: int) -> None:
        if not sys.executable or hasattr(sys, "frozen"):
            raise OSError  # a frozen program is no Python, and would start itself
        self._ready = False
        self._process = subprocess.Popen(
            # -P, as the folder of the data must not become a place to import from
            [sys.executable, "-P", "-m", "hxlguard.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a dependency's last words may quote a cell
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(_import_path()),
                "POLARS_MAX_THREADS": str(threads),
            },
        )
        assert self._process.stdin
        assert self._process.stdout
        self._jobs = self._process.stdin
        self._answers = self._process.stdout

    def await_ready(self) -> None:
        """Read on until it says that it is ready.

        Raises:
            EOFError: it ended before, or took too long.
        """
        said = b""
        bound = Timer(_START_SECONDS, self.kill)
        bound.start()
        try:
            while not self._ready:
                byte = self._answers.read(1)
                if not byte:
                    raise EOFError
                said = said[1 - len(READY) :] + byte
                self._ready = said == READY
        finally:
            bound.cancel()

    def ask(self, job: Job) -> Answer:
        """Give it a job and wait for the answer.

        Raises:
            OSError, EOFError: it ended.
        """
        send(self._jobs, job)
        answer: Answer = receive(self._answers)
        return answer

    def kill(self) -> None:
        """Tell the system to end it; whoever waits for its answer hears of it."""
        self._process.kill()

    def end(self) -> int:
        """See it end, and give its exit status: negative for a signal, as `subprocess` has it."""
        try:
            status = self._process.wait(_LAST_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        for pipe in (self._jobs, self._answers):
            with contextlib.suppress(OSError):  # what it never took
                pipe.close()
        return status


def _import_path() -> list[str]:
    """Where this process imports from, so that a checkout that is not installed works too."""
    return [entry or os.getcwd() for entry in sys.path if isinstance(entry, str)]


def usable_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _lost(job: Job, status: int) -> SourceError:
    """Why a file has no answer whose reader ended over it."""
    path, name, *_ = job
    where = called_by(path, name)
    if status == _UNCAUGHT:
        return SourceError(
            "hxlguard broke over it, which is a bug", where=where, remedy="please report it"
        )
    return SourceError(
        "its reader ended the process",
        where=where,
        remedy="it may be damaged, or too large for the memory; export it again, or split it",
    )
