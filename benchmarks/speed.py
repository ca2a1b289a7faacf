"""How fast a check is, beside its peers, on one machine in one run.

    python -m benchmarks.speed [--sizes 1000x12 ... | all] [--runs N] [--data FOLDER]
                               [--peers PYTHON] [--results FILE]

Every contender runs as a process of its own. For each table all of them run in turn (A B C A B C),
after one turn that does not count, and ratios are taken turn by turn: a machine that slows down
slows both sides of a ratio. A peer that is not installed, fails or takes too long is said to.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.contenders import ALL_SIZES, CONTENDERS, SIZES, Contender, Size
from benchmarks.figures import Row, rounded, rows_of, targets
from benchmarks.processes import ROOT, Run, RunFailed, run
from benchmarks.table import busy_lines, table_lines, target_lines
from hxlguard import __version__

GENERATOR = Path(__file__).with_name("made_up.py")
PEERS = ROOT / ".venv-peers" / "bin" / "python"

SLOW_SECONDS = 30
"""What takes longer than this in the turn that does not count gets one turn that counts."""

RUNTIME = ("polars", "presidio-analyzer", "phonenumbers", "pydantic", "libhxl")


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, and keep the figures."""
    given = _arguments(words)
    machine = _machine()
    for line in busy_lines(machine["load"], machine["cores"]):
        print(line)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.data or Path(temporary)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        for size in given.sizes:
            table = made_up_table(folder, size)
            measured = measure(table, size, given.peers, given.runs)
            print("\n".join(table_lines(size, table.stat().st_size, measured)), flush=True)
            rows += measured
            if given.results:  # after each table: a long run may be broken off
                write_results(given.results, as_json(rows, machine, given.peers))
            if not given.data:
                table.unlink()
    print("\n".join(target_lines(targets(rows))))
    return 0


def write_results(path: Path, text: str) -> None:
    """Keep the figures, with the folder they stand in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def made_up_table(folder: Path, size: Size) -> Path:
    """The file of made-up rows, written unless this very generator has written it before."""
    generator = hashlib.sha256(GENERATOR.read_bytes()).hexdigest()[:8]
    path = folder / f"made-up-{size.rows}x{size.columns}-{generator}.csv"
    if not path.exists():
        rows, columns = str(size.rows), str(size.columns)
        run([sys.executable, "-m", "benchmarks.made_up", rows, columns, str(path)])
    return path


def measure(table: Path, size: Size, peers: Path, turns: int) -> list[Row]:
    """Let every contender that takes the table run in turn."""
    contenders = [contender for contender in CONTENDERS if contender.takes(size)]
    counted: list[dict[int, Run]] = [{} for _ in contenders]
    slow: set[int] = set()
    failures: dict[str, str] = {}
    for turn in range(turns + 1):
        for at, contender in enumerate(contenders):
            if failures.keys() & contender.rows.values() or (turn > 1 and at in slow):
                continue
            _progress(size, turn, turns, contender)
            try:
                done = run(_command(contender, table, peers), status=contender.status)
            except RunFailed as failed:
                failures |= dict.fromkeys(contender.rows.values(), str(failed))
                continue
            if turn:
                counted[at][turn] = done
            elif done.process_seconds > SLOW_SECONDS:
                slow.add(at)
    _progress()
    return rows_of(size, list(zip(contenders, counted, strict=True)), failures)


def _command(contender: Contender, table: Path, peers: Path) -> list[str]:
    python = str(peers if contender.peer else sys.executable)
    filled = {"file": str(table), "sample": str(contender.sample)}
    return [python, *(word.format(**filled) for word in contender.arguments)]


def _progress(
    size: Size | None = None, turn: int = 0, turns: int = 0, contender: Contender | None = None
) -> None:
    """One line on a terminal, written over by the next."""
    if not sys.stderr.isatty():
        return
    line = ""
    if size and contender:
        name = next(iter(contender.rows.values()))
        line = f"{size.rows:,} x {size.columns}, turn {turn} of {turns}: {name}"
    print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)


def _machine() -> dict[str, Any]:
    """What the figures hang on: no name of a machine, no path."""
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "load": round(os.getloadavg()[0], 1),
    }


def as_json(rows: Sequence[Row], machine: Mapping[str, Any], peers: Path) -> str:
    """The figures, with what they hang on."""
    document = {
        "machine": dict(machine),
        "versions": {"hxlguard": __version__, **{name: version(name) for name in RUNTIME}},
        "peers": _peer_versions(peers),
        "targets": [
            {"text": each.text, "figure": rounded(each.figure), "reached": each.reached}
            for each in targets(rows)
        ],
        "rows": [row.as_json() for row in rows],
    }
    return json.dumps(document, indent=1) + "\n"


def _peer_versions(peers: Path) -> dict[str, object]:
    try:
        return dict(run([str(peers), "-m", "benchmarks.peers.versions"]).told)
    except RunFailed:
        return {}


def _sizes(words: Sequence[str] | None) -> list[Size]:
    if words == ["all"]:
        return list(ALL_SIZES)
    return [Size.parse(word) for word in words] if words else list(SIZES)


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--sizes", nargs="+", help="ROWSxCOLUMNS ..., or `all`")
    parser.add_argument("--runs", type=int, default=3, help="turns that count (3)")
    parser.add_argument("--data", type=Path, help="folder of made-up tables, kept and used again")
    parser.add_argument("--peers", type=Path, default=PEERS, help="Python of the peers")
    parser.add_argument("--results", type=Path, help="write the figures here as JSON")
    given = parser.parse_args(words)
    try:
        given.sizes = _sizes(given.sizes)
    except ValueError as error:
        parser.error(f"`{error}` is no size; write 1000x12, or `all`")
    if given.runs < 1:
        parser.error("at least one turn has to count")
    return given


if __name__ == "__main__":
    sys.exit(main())
