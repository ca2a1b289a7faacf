"""The command line: commands, exit statuses, the only print."""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from hxlguard.arguments import parse
from hxlguard.errors import AgreementError, HxlguardError, SourceError, UsageError
from hxlguard.model.ordered import Verdict
from hxlguard.nearest import did_you_mean
from hxlguard.terminal import neutral, wrap

if TYPE_CHECKING:
    from hxlguard.model.report import Inspection, Report
    from hxlguard.reports import Format

CLEAR, BLOCK, UNUSABLE, HOLD, INTERRUPTED = 0, 1, 2, 3, 130

_AGREEMENT_SCHEMA = "agreement"
_STDIN = "<stdin>"
_PACKAGE = Path(__file__).parent

Answer = TypeVar("Answer")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `hxlguard` with `argv` (default: the process's own) and return the exit status."""
    _speak_utf8()
    arguments = parse(argv)
    try:
        with _silenced_dependencies():
            return _COMMANDS[arguments.command](arguments)
    except HxlguardError as error:
        _complain(error)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BaseException as error:  # noqa: BLE001 - a panic in Rust is no Exception
        _say(
            f"this is a bug in hxlguard: {type(error).__name__} at {_place(error)};"
            " nothing was decided, so do not send; please report this line"
        )
        return UNUSABLE


def _check(arguments: argparse.Namespace) -> int:
    from hxlguard.pipeline import check

    output, tags = _format(arguments.format), _tags(arguments)

    def answer(source: object, name: str | None) -> Report:
        return check(
            source,
            agreement=arguments.agreement,
            flow=arguments.flow,
            recipient=arguments.recipient,
            purpose=arguments.purpose,
            on=arguments.on,
            tags=tags,
            name=name,
        )

    report, complete = _answer(arguments.data, answer)
    _deliver(output.render_report(report, colour=_wants_colour(arguments.output)), arguments)
    verdict = Verdict.CLEAR if report.enforcement == "advisory" else report.verdict
    return _status(verdict, complete=complete)


def _inspect(arguments: argparse.Namespace) -> int:
    from hxlguard.pipeline import inspect

    output, tags = _format(arguments.format), _tags(arguments)

    def answer(source: object, name: str | None) -> Inspection:
        return inspect(source, tags=tags, name=name)

    inspection, complete = _answer(arguments.data, answer)
    colour = _wants_colour(arguments.output)
    _deliver(output.render_inspection(inspection, colour=colour), arguments)
    unread = any(source.unread for source in inspection.sources)
    return _status(Verdict.HOLD if unread else Verdict.CLEAR, complete=complete)


def _tag(arguments: argparse.Namespace) -> int:
    from hxlguard.pipeline import propose_tags
    from hxlguard.tagfile import write_proposals

    if arguments.data == "-":
        proposals, name = propose_tags(sys.stdin.buffer, name=_STDIN), _STDIN
    else:
        proposals, name = propose_tags(arguments.data), Path(arguments.data).name
    _print(write_proposals(proposals, name))
    return CLEAR


def _schema(arguments: argparse.Namespace) -> int:
    from hxlguard.shipped import schema_text

    _print(schema_text(_AGREEMENT_SCHEMA))
    return CLEAR


def _explain(arguments: argparse.Namespace) -> int:
    from hxlguard.clauses import KINDS

    if arguments.kind is None:
        wide = max(map(len, KINDS))
        _print_lines(
            line
            for kind in KINDS.values()
            for line in wrap(kind.meaning, 100, first=f"{kind.id:<{wide}}  ", rest=" " * (wide + 2))
        )
        return CLEAR
    if arguments.kind not in KINDS:
        raise UsageError(
            f"there is no kind `{arguments.kind}`",
            remedy=f"{did_you_mean(arguments.kind, KINDS)}`hxlguard explain` lists all",
        )
    kind = KINDS[arguments.kind]
    parts = {"what": kind.meaning, "why ": kind.why, "mend": kind.mend}
    lines = [kind.id]
    for label, text in parts.items():
        lines += wrap(text, 100, first=f"  {label}  ", rest=" " * 8)
    _print_lines(lines)
    return CLEAR


def _policies(arguments: argparse.Namespace) -> int:
    from hxlguard.agreements import load_agreement
    from hxlguard.shipped import policy_names

    for name in policy_names():
        document = load_agreement(name).document
        flows = ", ".join(flow.id for flow in document.flows)
        _print_lines(
            wrap(
                f"{document.metadata.title} (version {document.metadata.version}; flows: {flows})",
                100,
                first=f"{name:<24}  ",
                rest=" " * 26,
            )
        )
    return CLEAR


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "inspect": _inspect,
    "tag": _tag,
    "agreement": _schema,
    "explain": _explain,
    "policies": _policies,
}


def _answer(
    names: Sequence[str], answer: Callable[[object, str | None], Answer]
) -> tuple[Answer, bool]:
    """Answer about all files as one release; name and leave out those that cannot be used."""
    if "-" in names:
        if len(names) > 1:
            raise UsageError("standard input cannot be mixed with files", where="`-`")
        return answer(sys.stdin.buffer, _STDIN), True
    with _progress(names):
        if len(names) == 1:
            return answer(names[0], None), True
        try:
            return answer(list(names), None), True
        except SourceError:
            usable = [name for name in names if _is_usable(name)]
        if not usable:
            raise UsageError("none of the files can be used")
        return answer(usable, None), False


def _is_usable(name: str) -> bool:
    from hxlguard.pipeline import inspect

    try:
        inspect(name)
    except SourceError as error:
        _complain(error)
        return False
    return True


def _status(verdict: Verdict, *, complete: bool) -> int:
    if verdict is Verdict.BLOCK:
        return BLOCK
    if not complete:
        return UNUSABLE
    return HOLD if verdict is Verdict.HOLD else CLEAR


def _format(name: str) -> Format:
    from hxlguard.reports import FORMATS

    if name not in FORMATS:
        raise UsageError(
            f"there is no format `{name}`",
            remedy=f"{did_you_mean(name, FORMATS)}choose one of {', '.join(FORMATS)}",
        )
    return FORMATS[name]


def _tags(arguments: argparse.Namespace) -> dict[str, str] | None:
    from hxlguard.tagfile import read_tags

    return read_tags(arguments.tags) if arguments.tags else None


def _deliver(text: str, arguments: argparse.Namespace) -> None:
    if arguments.output is None:
        _print(text)
        return
    inputs = [*arguments.data, arguments.tags, getattr(arguments, "agreement", None)]
    if any(name and _is_same_file(name, arguments.output) for name in inputs):
        raise UsageError("this would overwrite an input", where=arguments.output)
    try:
        Path(arguments.output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        why = (error.strerror or "the system refused").lower()
        raise UsageError(f"the report cannot be written: {why}", where=arguments.output) from None


def _is_same_file(name: str, other: str) -> bool:
    try:
        return os.path.samefile(name, other)
    except OSError:
        return False  # one of them does not exist


def _print(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has left; the exit status still answers
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_lines(lines: Iterable[str]) -> None:
    _print("".join(f"{line}\n" for line in lines))


def _complain(error: HxlguardError) -> None:
    _say(str(error))
    if isinstance(error, AgreementError) and len(error.mistakes) > 1:
        for mistake in error.mistakes:
            print(f"  {neutral(mistake)}", file=sys.stderr)


def _say(text: str) -> None:
    print(f"hxlguard: error: {neutral(text)}", file=sys.stderr)


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    last = own[-1]
    return f"{Path(last.filename).relative_to(_PACKAGE).as_posix()}:{last.lineno}"


def _wants_colour(output: str | None) -> bool:
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def _silenced_dependencies() -> Iterator[None]:
    """Dependencies warn and log with the text of cells; none of that may reach a terminal."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        logging.disable(logging.CRITICAL)
        try:
            yield
        finally:
            logging.disable(logging.NOTSET)


@contextmanager
def _progress(names: Sequence[str]) -> Iterator[None]:
    if not sys.stderr.isatty():
        yield
        return
    what = neutral(Path(names[0]).name) if len(names) == 1 else f"{len(names)} files"
    print(f"reading {what} ...", end="\r", file=sys.stderr, flush=True)
    try:
        yield
    finally:
        print("\x1b[2K", end="\r", file=sys.stderr, flush=True)
