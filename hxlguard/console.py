"""Standard output, standard error and the file of `--output`: what may go wrong with each."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from hxlguard.errors import AgreementError, HxlguardError, UsageError
from hxlguard.terminal import fit, neutral

STDIN = "<stdin>"
"""What a report calls standard input."""

_LINE = 78
_BAR = 20


def write_out(text: str) -> None:
    """Write to standard output; a reader that has left early is no mistake.

    Raises:
        UsageError: it is closed or full.
    """
    if sys.stdout is None:
        raise UsageError("standard output is closed", remedy="redirect it, or use `--output`")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _abandon(sys.stdout)
    except OSError as error:
        _abandon(sys.stdout)
        raise UsageError(f"standard output cannot be written: {_why(error)}") from None


def write_error(text: str, *, end: str = "\n") -> None:
    """Write to standard error, where there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}{end}")
        sys.stderr.flush()
    except OSError:  # the exit status still answers
        _abandon(sys.stderr)


def complain(error: HxlguardError) -> None:
    """Tell on standard error what is wrong; of an agreement every mistake, one line each."""
    mistakes = error.mistakes if isinstance(error, AgreementError) else ()
    if len(mistakes) < 2:
        say(str(error))
        return
    say(f"{error.where}: cannot be used, {len(mistakes)} mistakes")
    for mistake in mistakes:
        write_error(f"  {neutral(mistake)}")


def say(text: str) -> None:
    """Write one line about an error to standard error."""
    write_error(f"hxlguard: error: {neutral(text)}")


@contextmanager
def standard_input() -> Iterator[BinaryIO]:
    """The bytes of standard input.

    Raises:
        UsageError: it is closed, or cannot be read.
    """
    if sys.stdin is None:
        raise UsageError("standard input is closed", remedy="redirect a file to it")
    try:
        yield sys.stdin.buffer
    except OSError:
        raise UsageError("standard input cannot be read", remedy="redirect a file to it") from None


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None] | None]:
    """A line on standard error that says how far it is, gone at the end; None but on a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    try:
        yield _tell
    finally:
        write_error(" " * _LINE, end="\r")


def _tell(done: int, count: int, name: str) -> None:
    bar = ""
    if count > 1:
        full = _BAR * done // count
        bar = f"[{'#' * full}{'.' * (_BAR - full)}] {done}/{count} files, "
    write_error(fit(f"{bar}reading {name} ...", _LINE), end="\r")


def clear_target(output: str, inputs: Iterable[str | None]) -> None:
    """Remove an older report, so that it is never taken for the answer to this call.

    Raises:
        UsageError: it is an input, or cannot be removed.
    """
    if any(name and _is_same_file(name, output) for name in inputs):
        raise UsageError("this would overwrite an input", where=output)
    target = Path(output)
    try:
        if target.is_file():
            Path(os.path.realpath(target)).unlink()
    except (OSError, ValueError) as error:
        raise UsageError(
            f"the older report cannot be removed: {_why(error)}", where=output
        ) from None


def write_target(output: str, text: str) -> None:
    """Write a report under a name beside its own and rename it, so that it is whole or absent.

    Raises:
        UsageError: it cannot be written.
    """
    target = Path(output)
    try:
        if target.exists() and not target.is_file():  # a device or a pipe
            target.write_text(text, encoding="utf-8", newline="\n")
            return
        target = Path(os.path.realpath(target))
        beside = target.with_name(f".hxlguard-{os.getpid()}.tmp")
        try:
            beside.write_text(text, encoding="utf-8", newline="\n")
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        raise UsageError(f"the report cannot be written: {_why(error)}", where=output) from None


def clear_pictures(folder: str, is_one: Callable[[str], bool]) -> None:
    """Remove the pictures of an older report from a folder, as `clear_target` does the report.

    Raises:
        UsageError: one cannot be removed.
    """
    target = Path(folder)
    try:
        for each in sorted(target.iterdir() if target.is_dir() else ()):
            if is_one(each.name) and each.is_file():
                each.unlink()
    except (OSError, ValueError) as error:
        raise UsageError(
            f"an older picture cannot be removed: {_why(error)}", where=folder
        ) from None


def write_pictures(folder: str, pictures: Iterable[tuple[str, bytes]]) -> None:
    """Write pictures into a folder, which is made where it is missing.

    Raises:
        UsageError: it cannot be made or written.
    """
    target = Path(folder)
    try:
        target.mkdir(parents=True, exist_ok=True)
        for name, content in pictures:
            target.joinpath(name).write_bytes(content)
    except (OSError, ValueError) as error:
        raise UsageError(f"the pictures cannot be written: {_why(error)}", where=folder) from None


def _is_same_file(name: str, other: str) -> bool:
    try:
        return os.path.samefile(name, other)
    except (OSError, ValueError):  # one of them does not exist
        return os.path.abspath(name) == os.path.abspath(other)


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or "the system refused").lower()


def _abandon(stream: TextIO) -> None:
    """Send what is still held back to nowhere, so that Python's own end stays quiet."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
