"""The command line: commands, exit statuses, the only print."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from hxlguard.agreement_commands import agreement_command
from hxlguard.arguments import parse
from hxlguard.console import (
    STDIN,
    clear_pictures,
    clear_target,
    complain,
    progress,
    say,
    standard_input,
    write_error,
    write_out,
    write_pictures,
    write_target,
)
from hxlguard.errors import HxlguardError, SourceError, UsageError
from hxlguard.model.ordered import Verdict
from hxlguard.process import rare_collection, silenced_dependencies
from hxlguard.terminal import wrap
from hxlguard.wording import did_you_mean

if TYPE_CHECKING:
    from hxlguard.linting.lint import Lint
    from hxlguard.model.kind import Kind
    from hxlguard.model.profile import SourceProfile
    from hxlguard.model.report import Inspection, Report
    from hxlguard.model.risk import RiskReport
    from hxlguard.reports import Format

CLEAR, BLOCK, UNUSABLE, HOLD, INTERRUPTED = 0, 1, 2, 3, 130

_PACKAGE = Path(__file__).parent

Answer = TypeVar("Answer")
Chosen = TypeVar("Chosen")


def main(argv: Sequence[str] | None = None) -> int:
    """Run `hxlguard` with `argv` (default: the process's own) and return the exit status."""
    _speak_utf8()
    try:
        arguments = _parsed(argv)
        with silenced_dependencies(), rare_collection():
            return _COMMANDS[arguments.command](arguments)
    except HxlguardError as error:
        complain(error)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic in Rust is no Exception
        say(
            f"this is a bug in hxlguard: {type(error).__name__} at {_place(error)};"
            " nothing was decided, so do not send; please report this line"
        )
        return UNUSABLE


def _parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    try:
        return parse(argv)
    except SystemExit:
        write_out("")  # argparse leaves it to Python's end to find that nobody can read its help
        raise


def _check(arguments: argparse.Namespace) -> int:
    from hxlguard.pipeline import check

    _clear_target(arguments)
    output, tags = _format(arguments.format), _tags(arguments)

    def answer(source: object, **more: Any) -> Report:
        return check(
            source,
            agreement=arguments.agreement,
            attest=arguments.attest,
            flow=arguments.flow,
            sender=arguments.sender,
            recipient=arguments.recipient,
            purpose=arguments.purpose,
            on=arguments.on,
            classification=arguments.classification,
            tags=tags,
            ner=arguments.ner,
            cache=arguments.cache,
            **more,
        )

    with _costs(arguments) as tell:
        report, complete = _answer(arguments.data, answer)
        report = report.shareable() if arguments.shareable else report
        _deliver(output.render_report(report, colour=_wants_colour(arguments.output)), arguments)
        tell(report.sources)
    verdict = Verdict.CLEAR if report.enforcement == "advisory" else report.verdict
    return _status(verdict, complete=complete)


def _inspect(arguments: argparse.Namespace) -> int:
    from hxlguard.pipeline import inspect

    _clear_target(arguments)
    output, tags = _format(arguments.format), _tags(arguments)

    def answer(source: object, **more: Any) -> Inspection:
        return inspect(source, tags=tags, ner=arguments.ner, cache=arguments.cache, **more)

    with _costs(arguments) as tell:
        inspection, complete = _answer(arguments.data, answer)
        colour = _wants_colour(arguments.output)
        if arguments.explain is None:
            _deliver(output.render_inspection(inspection, colour=colour), arguments)
        else:
            _deliver(_evidence(inspection, arguments), arguments)
        tell(inspection.sources)
    unread = any(source.unread for source in inspection.sources)
    return _status(Verdict.HOLD if unread else Verdict.CLEAR, complete=complete)


def _evidence(inspection: Inspection, arguments: argparse.Namespace) -> str:
    from hxlguard.column_evidence import evidence_lines

    if arguments.format != "text":
        raise UsageError("evidence is told as text alone", remedy="leave out `--format`")
    return "".join(f"{line}\n" for line in evidence_lines(inspection, arguments.explain))


def _risk(arguments: argparse.Namespace) -> int:
    from hxlguard.pipeline import risk
    from hxlguard.reports import RISK_FORMATS, plots

    _clear_target(arguments)
    if arguments.plot is not None:
        clear_pictures(arguments.plot, plots.is_picture)
    output, tags = _chosen(arguments.format, RISK_FORMATS), _tags(arguments)

    def answer(source: object, **more: Any) -> RiskReport:
        return risk(
            source,
            quasi=arguments.quasi,
            sensitive=arguments.sensitive,
            weight=arguments.weight,
            household=arguments.household,
            blanks=arguments.blanks,
            sampling_fraction=arguments.sampling_fraction,
            tags=tags,
            **more,
        )

    report, complete = _answer(arguments.data, answer)
    if arguments.plot is not None:
        write_pictures(arguments.plot, plots.written(report))
    told = report.shareable() if arguments.shareable else report
    _deliver(output.render(told, colour=_wants_colour(arguments.output)), arguments)
    return _status(Verdict.CLEAR if report.complete else Verdict.HOLD, complete=complete)


def _tag(arguments: argparse.Namespace) -> int:
    from hxlguard.pipeline import propose_tags
    from hxlguard.tagfile import write_proposals

    if arguments.data == "-":
        with standard_input() as source:
            proposals, name = propose_tags(source, name=STDIN), STDIN
    else:
        proposals, name = propose_tags(arguments.data), Path(arguments.data).name
    write_out(write_proposals(proposals, name))
    return CLEAR


def _explain(arguments: argparse.Namespace) -> int:
    from hxlguard.clauses import KINDS
    from hxlguard.linting import LINTS

    known: Mapping[str, Kind | Lint] = {**KINDS, **LINTS}
    if arguments.kind is None:
        wide = max(map(len, known))
        _print_lines(
            line
            for name, kind in known.items()
            for line in wrap(kind.meaning, 100, first=f"{name:<{wide}}  ", rest=" " * (wide + 2))
        )
        return CLEAR
    if arguments.kind not in known:
        raise UsageError(
            f"there is no kind `{arguments.kind}`",
            remedy=f"{did_you_mean(arguments.kind, known)}`hxlguard explain` lists all",
        )
    kind = known[arguments.kind]
    parts = {"what": kind.meaning, "why ": kind.why, "mend": kind.mend}
    lines = [arguments.kind]
    for label, text in parts.items():
        lines += wrap(text, 100, first=f"  {label}  ", rest=" " * 8)
    _print_lines(lines)
    return CLEAR


def _policies(arguments: argparse.Namespace) -> int:
    from hxlguard.policy_list import policy_lines, policy_text

    if arguments.name is not None:
        write_out(policy_text(arguments.name))
    else:
        _print_lines(policy_lines())
    return CLEAR


_COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "check": _check,
    "inspect": _inspect,
    "risk": _risk,
    "tag": _tag,
    "agreement": agreement_command,
    "explain": _explain,
    "policies": _policies,
}


def _answer(names: Sequence[str], answer: Callable[..., Answer]) -> tuple[Answer, bool]:
    """Answer about all files as one release, and say of each that cannot be used why."""
    failed: list[SourceError] = []
    if "-" in names:
        if len(names) > 1:
            raise UsageError("standard input cannot be mixed with files", where="`-`")
        with standard_input() as stream:
            return answer(stream, name=STDIN), True
    source = names[0] if len(names) == 1 else list(names)
    try:
        with progress() as tell:
            answered = answer(source, unusable=failed.append, progress=tell)
        return answered, not failed
    finally:
        for error in failed:
            complain(error)


def _status(verdict: Verdict, *, complete: bool) -> int:
    if verdict is Verdict.BLOCK:
        return BLOCK
    if not complete:
        return UNUSABLE
    return HOLD if verdict is Verdict.HOLD else CLEAR


@contextmanager
def _costs(arguments: argparse.Namespace) -> Iterator[Callable[[Sequence[SourceProfile]], None]]:
    """Give what tells on standard error what each column has cost, if that was asked for."""
    if not arguments.profile:
        yield lambda sources: None
        return
    from hxlguard.cost_table import cost_lines
    from hxlguard.costs import recorded

    with recorded() as ledger:
        yield lambda sources: write_error("\n".join(cost_lines(ledger, sources)))


def _format(name: str) -> Format:
    from hxlguard.reports import FORMATS

    return _chosen(name, FORMATS)


def _chosen(name: str, formats: Mapping[str, Chosen]) -> Chosen:
    if name not in formats:
        raise UsageError(
            f"there is no format `{name}`",
            remedy=f"{did_you_mean(name, formats)}choose one of {', '.join(formats)}",
        )
    return formats[name]


def _tags(arguments: argparse.Namespace) -> dict[str, str] | None:
    from hxlguard.tagfile import read_tags

    return None if arguments.tags is None else read_tags(arguments.tags)


def _clear_target(arguments: argparse.Namespace) -> None:
    if arguments.output is not None:
        papers = vars(arguments).get("agreement", []) + vars(arguments).get("attest", [])
        supplied = getattr(arguments, "classification", None)
        ner = getattr(arguments, "ner", None)
        clear_target(arguments.output, [*arguments.data, arguments.tags, ner, supplied, *papers])


def _deliver(text: str, arguments: argparse.Namespace) -> None:
    if arguments.output is None:
        write_out(text)
    else:
        write_target(arguments.output, text)


def _print_lines(lines: Iterable[str]) -> None:
    write_out("".join(f"{line}\n" for line in lines))


def _place(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    last = own[-1]
    return f"{Path(last.filename).relative_to(_PACKAGE).as_posix()}:{last.lineno}"


def _wants_colour(output: str | None) -> bool:
    if sys.stdout is None:
        return False
    return output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
