"""One run of one process, timed from outside.

This module and what imports it stay free of large libraries: the peak memory of a child cannot
read below that of the process that starts it.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in a unit of `ru_maxrss`."""

_ERROR = re.compile(r"^(?:\w+\.)*(\w*(?:Error|Exception))\b(: No module named '[\w.]+')?")


class RunFailed(Exception):
    """A process did not do its work; the words are one line without paths."""


@dataclass(frozen=True)
class Run:
    """What one process took.

    Attributes:
        process_seconds: wall time from before its start until after its end.
        peak_bytes: the largest resident memory that the system saw.
        told: the figures that it printed about itself, or none.
    """

    process_seconds: float
    peak_bytes: int
    told: dict[str, float]


def run(command: Sequence[str], *, status: int = 0, most_seconds: float = 900) -> Run:
    """Run a process once, in the project's folder.

    Args:
        command: the program and its arguments.
        status: the exit status of success.
        most_seconds: then it is ended and counts as failed.

    Raises:
        RunFailed: it cannot be started, ended in another way, or took too long.
    """
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        try:
            child = subprocess.Popen(
                command,
                cwd=ROOT,
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=complaints,
            )
        except OSError:
            raise RunFailed("its Python is not installed") from None
        status_word, peak_bytes = _waited_for(child, most_seconds)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status_word)
        if seconds >= most_seconds:
            raise RunFailed(f"took longer than {most_seconds:.0f} s")
        if child.returncode != status:
            raise RunFailed(reason(child.returncode, _text(complaints)))
        return Run(seconds, peak_bytes, _told(_text(printed)))


def _environment() -> dict[str, str]:
    """Ours, but modules may be compiled once, as those of an installed package are."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _waited_for(child: subprocess.Popen[bytes], most_seconds: float) -> tuple[int, int]:
    """The status word and peak memory of a process when it has ended, or was ended."""
    late = threading.Timer(most_seconds, os.kill, (child.pid, signal.SIGKILL))
    late.daemon = True
    late.start()
    _, status_word, usage = os.wait4(child.pid, 0)
    late.cancel()
    return status_word, usage.ru_maxrss * PEAK_UNIT


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def reason(status: int, complaint: str) -> str:
    """Why a process failed, in one line: its last exception by name, never by its words."""
    for line in reversed(complaint.splitlines()):
        if found := _ERROR.match(line):
            missing = found.group(2)
            return f"not installed{missing}" if missing else f"ended with {found.group(1)}"
    if status < 0:
        return f"ended by {signal.Signals(-status).name}"
    return f"ended with status {status}"


def _told(printed: str) -> dict[str, float]:
    lines = [line for line in printed.splitlines() if line.startswith("{")]
    try:
        return dict(json.loads(lines[-1])) if lines else {}
    except ValueError:
        return {}
