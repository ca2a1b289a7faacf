"""A process that scans one file after another: `python -m hxlguard.worker`, driven by a crew.

Both ends of its pipes are this package, so a message is a pickle with its length before it. A job
is a path, a name, the supplied tags and what is asked; an answer is a `Scanned` or a `SourceError`,
and so never holds a cell. No class is defined here, as a pickle from `__main__` could not be read
elsewhere.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Mapping
from typing import IO, Any

from hxlguard.errors import SourceError
from hxlguard.model.asked import Asked
from hxlguard.model.scanned import Scanned
from hxlguard.model.tag import TagSpec
from hxlguard.process import rare_collection, silenced_dependencies

READY = b"\0hxlguard worker is ready\0"
"""Said once all is loaded; whatever a start-up file of Python printed stands before it."""

Job = tuple[str, str | None, Mapping[str, TagSpec], Asked]
Answer = Scanned | SourceError

_LENGTH = 8


def main() -> None:
    """Scan what is asked for until nobody asks any more."""
    jobs, answers = _own_pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who drives it decides when it ends
    _leave_no_memory_behind()
    with silenced_dependencies(), rare_collection():
        from hxlguard.source_facts import scan

        answers.write(READY)
        answers.flush()
        while True:
            try:
                job: Job = receive(jobs)
            except EOFError:
                return
            try:
                answer: Answer = scan(*job)
            except SourceError as error:
                answer = error
            send(answers, answer)


def send(pipe: IO[bytes], message: object) -> None:
    """Write one message.

    Raises:
        OSError: nobody reads any more.
    """
    data = pickle.dumps(message)
    pipe.write(len(data).to_bytes(_LENGTH, "big") + data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Read one message.

    Raises:
        EOFError: nobody writes any more.
    """
    length = int.from_bytes(_exactly(pipe, _LENGTH), "big")
    return pickle.loads(_exactly(pipe, length))  # noqa: S301 - the other end is this package


def _exactly(pipe: IO[bytes], count: int) -> bytes:
    data = pipe.read(count)
    if len(data) < count:
        raise EOFError
    return data


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Take the pipes away from standard input and output: a stray print must not reach them."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    return jobs, answers


def _leave_no_memory_behind() -> None:
    """Where the system writes the memory of a process that aborts, it would write cells."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
