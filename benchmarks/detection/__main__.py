"""Measures detection: `make bench-detection`, or with `--held` for the last look.

python -m benchmarks.detection --data ../shared/data [--held] [--results FILE]
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.detection import free_text
from benchmarks.detection.calibration import pairs, reliability
from benchmarks.detection.labelled import Labelled, file_columns, web_columns
from benchmarks.detection.peers import DETECTORS, hxlguard_flags
from benchmarks.detection.scores import Score, Share, recalls, score
from hxlguard import __version__

RESULTS = Path(__file__).parent.parent / "results"
SAYS = 0.5
"""The confidence from which hxlguard says that a column holds an entity."""


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    shared = Path(os.environ.get("HXLGUARD_SHARED", "../shared"))
    parser.add_argument("--data", type=Path, default=shared / "data", help="labelled columns")
    parser.add_argument("--held", action="store_true", help="the half that nothing was tuned on")
    parser.add_argument("--results", type=Path, help="where the figures go, as JSON")
    arguments = parser.parse_args()
    half = "held" if arguments.held else "tune"
    parts = {
        "web columns": web_columns(arguments.data, held=arguments.held),
        "humanitarian files": file_columns(arguments.data, held=arguments.held),
    }
    told = {"half": half, "hxlguard": __version__}
    for name, columns in parts.items():
        told[name] = _measured(f"{name}, {half}", columns)
    told["calibration"] = _calibrated([column for each in parts.values() for column in each])
    remarks = free_text.measured(held=arguments.held)
    print(f"\nmade-up remarks, {half}, cells found\n{free_text.table(remarks)}")
    told["made-up remarks"] = remarks
    results = arguments.results or RESULTS / f"detection-{half}.json"
    results.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", "utf-8")


def _measured(title: str, columns: Sequence[Labelled]) -> dict[str, object]:
    scores = {name: score(columns, flags) for name, flags in DETECTORS.items()}
    names = score(columns, _says_name, _is_name)
    kinds = recalls(columns, hxlguard_flags)
    print(f"\n{title}: {len(columns)} columns, {sum(one.sensitive for one in columns)} need care")
    print(f"  {'':26}{'precision':>22}{'recall':>22}{'F1':>22}")
    for name, found in {**scores, "person names, hxlguard": names}.items():
        print(_score_line(name, found))
    print("  flagged of each kind by hxlguard (of none: false alarms)")
    for kind, share in kinds.items():
        print(f"  {kind:26}{_figure(share.value, share.interval)}  {share.hits} of {share.of}")
    return {
        "columns": len(columns),
        "detectors": _as_json(scores),
        "person names": names.as_json(),
        "kinds": _as_json(kinds),
    }


def _calibrated(columns: Sequence[Labelled]) -> list[dict[str, object]]:
    judged = pairs(columns)
    print("\nconfidence, and how often it is right that a column holds a kind of data")
    told = []
    for name, mean, right in reliability(judged, [one.confidence for one in judged]):
        share = _figure(right.value, right.interval)
        print(f"  {name}  {mean:.3f}{share}  {right.hits} of {right.of}")
        told.append({"bin": name, "mean": round(mean, 3), "right": right.as_json()})
    return told


def _says_name(column: Labelled) -> bool:
    return column.finding is not None and any(
        found.entity == "PERSON_NAME" and found.confidence >= SAYS
        for found in column.finding.detections
    )


def _is_name(column: Labelled) -> bool:
    return column.entity in ("PERSON_NAME", "PERSON")


def _score_line(name: str, found: Score) -> str:
    shares = "".join(
        _figure(share.value, share.interval) for share in (found.precision, found.recall)
    )
    return f"  {name:26}{shares}{_figure(found.f1, found.f1_interval)}"


def _figure(value: float | None, bounds: tuple[float, float] | None) -> str:
    if value is None or bounds is None:
        return f"{'-':>22}"
    return f"{value:.3f} ({bounds[0]:.3f}-{bounds[1]:.3f})".rjust(22)


def _as_json(found: Mapping[str, Score | Share]) -> dict[str, object]:
    return {name: one.as_json() for name, one in found.items()}


if __name__ == "__main__":
    main()
