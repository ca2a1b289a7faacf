"""Short ways to write facts and agreements by hand. All of it is made up."""

from __future__ import annotations

import copy
import datetime as dt
from dataclasses import replace
from typing import Any

from hxlguard.agreements import load_agreement
from hxlguard.composing import asked_for
from hxlguard.evaluation import evaluate
from hxlguard.model.agreement import Agreement
from hxlguard.model.anomaly import Anomaly
from hxlguard.model.asked import Asked
from hxlguard.model.finding import Category, ColumnFinding, Detection, Via
from hxlguard.model.location import Rows
from hxlguard.model.ordered import Level
from hxlguard.model.profile import (
    ColumnProfile,
    DatePrecision,
    Observed,
    SourceProfile,
    TableProfile,
    UnitOfRecord,
    UnreadPart,
)
from hxlguard.model.report import Report, Transfer, Unknown, Violation

DAY = dt.date(2026, 11, 21)
ROWS = 20


def rows(count: int, first: int = 3) -> Rows:
    """`count` rows in a block that begins at row `first`."""
    return Rows.of(range(first, first + count))


def detection(
    entity: str, confidence: float = 0.95, matched: int = 3, via: tuple[Via, ...] = (Via.VALUE,)
) -> Detection:
    return Detection(entity, via, matched, matched / ROWS, confidence, rows(matched, 5))


def column(
    index: int,
    tag: str | None,
    *,
    header: str | None = None,
    proposed_tag: str | None = None,
    filled: int = ROWS,
    level: Level = Level.LOW,
    confidence: float = 0.9,
    detections: tuple[Detection, ...] = (),
    decimals: dict[int, int] | None = None,
    dates: dict[DatePrecision, int] | None = None,
    undated: int = 0,
    unlocated: int = 0,
    admin_level: int | None = None,
    **asked: Any,
) -> ColumnProfile:
    """A column; `decimals` and `dates` map what was seen to how many rows show it.

    `asked` are facts that only some agreements ask for.
    """
    finding = ColumnFinding(
        index=index,
        header=header,
        tag=tag,
        proposed_tag=proposed_tag,
        filled=filled,
        filled_rows=rows(filled),
        category=Category.NON_PERSONAL,
        level=level,
        confidence=confidence,
        detections=detections,
    )
    return ColumnProfile(
        finding,
        _observed(decimals or {}),
        _observed({int(key): count for key, count in (dates or {}).items()}),
        rows(undated),
        rows(unlocated),
        admin_level,
        **asked,
    )


def _observed(seen: dict[int, int]) -> tuple[Observed, ...]:
    return tuple(Observed(value, rows(count, 3 + value)) for value, count in seen.items())


def table(
    *columns: ColumnProfile,
    name: str = "Sheet1",
    count: int = ROWS,
    hidden: bool = False,
    unit: UnitOfRecord = UnitOfRecord.UNKNOWN,
    unit_confidence: float = 0.0,
    anomalies: tuple[Anomaly, ...] = (),
    **asked: Any,
) -> TableProfile:
    return TableProfile(name, hidden, count, 2, unit, unit_confidence, columns, anomalies, **asked)


def source(
    *tables: TableProfile,
    name: str = "camps.xlsx",
    sha256: str = "0" * 64,
    anomalies: tuple[Anomaly, ...] = (),
    unread: tuple[UnreadPart, ...] = (),
) -> SourceProfile:
    return SourceProfile(name, "text/csv", sha256, tables, anomalies, unread)


SHORT: dict[str, Any] = {
    "apiVersion": "hxlguard/v1",
    "kind": "SharingAgreement",
    "metadata": {"id": "short", "version": "1.0", "title": "Short", "status": "active"},
    "validity": {"from": "2026-01-01", "until": "2026-12-31"},
    "flows": [
        {
            "id": "publish",
            "recipients": ["public"],
            "purposes": {"permit": ["public-information"]},
            "unit_of_record": "activity",
            "sensitivity_ceiling": "severe",
            "rules": [],
        }
    ],
}


def document(*rules: dict[str, Any], **sections: Any) -> dict[str, Any]:
    """The short document with these rules; `flow={...}` changes its one flow."""
    made = copy.deepcopy(SHORT)
    made["flows"][0]["rules"] = list(rules)
    made["flows"][0].update(sections.pop("flow", {}))
    for key, value in sections.items():
        made[key] = {**made.get(key, {}), **value} if isinstance(value, dict) else value
    return made


def agreement(*rules: dict[str, Any], **sections: Any) -> Agreement:
    return load_agreement(document(*rules, **sections))


def permit(*tags: str, id: str = "p", **more: Any) -> dict[str, Any]:
    return {"id": id, "effect": "permit", "match": {"tags": list(tags)}, **more}


def forbid(id: str = "f", **match: Any) -> dict[str, Any]:
    return {"id": id, "effect": "forbid", "match": match}


def require(*treatments: dict[str, Any], id: str = "r", **match: Any) -> dict[str, Any]:
    return {"id": id, "effect": "require", "match": match, "with": list(treatments)}


ALL = permit("#*", id="all")
OF_WASH = {"when": {"row_filter": {"tag": "#sector", "any_of": ["WASH", "Water", "Eau", "a"]}}}


def asking_agreement() -> Agreement:
    """One that asks for every fact that can be asked for."""
    return agreement(
        ALL,
        require({"do": "band", "cuts": [0, 5, 18, 60]}, id="r-band", tags=["#*"]),
        require({"do": "pseudonymise"}, id="r-pseudonym", tags=["#*"]),
        require({"do": "mask"}, id="r-mask", tags=["#*+id"]),
        {**forbid(id="f-wash", entities=["PERSON_NAME", "PHONE_NUMBER"]), **OF_WASH},
        {**permit("#*", id="p-wash"), **OF_WASH},
        flow={
            "unit_of_record": "aggregate",
            "disclosure": [
                {"id": "d-k", "measure": "k_anonymity", "at_least": 5, "band": {"#*": [0, 18]}},
                {"id": "d-l", "measure": "l_diversity", "at_least": 2, "sensitive": ["#*"]},
                {"id": "d-t", "measure": "t_closeness", "at_most": "0.1", "sensitive": ["#*"]},
                {"id": "d-risk", "measure": "global_risk", "at_most": "0.01", "dates": "month"},
                {"id": "d-suda", "measure": "suda", "at_most": 1, "max_size": 2},
                {
                    "id": "d-cell",
                    "measure": "min_cell_count",
                    "at_least": 5,
                    "counts": ["#affected", "#org"],
                    "secondary_suppression": "required",
                },
            ],
            "schema": {"required": ["#org"], "max_rows": 2, "expected_rows": {"at_least": 3}},
        },
    )


def everything_asked() -> Asked:
    """Every fact that can be asked for."""
    return asked_for([asking_agreement()], Transfer())


def judge(
    under: Agreement,
    *columns: ColumnProfile,
    transfer: Transfer | None = None,
    on: dt.date = DAY,
    **more: Any,
) -> Report:
    """Evaluate one table of one source; `more` goes to `table`."""
    facts = (source(table(*columns, **more)),)
    return evaluate(under, facts, transfer or Transfer(), on)


def cited(report: Report) -> set[str]:
    """Ids of the violated clauses."""
    return {violation.clause.id for violation in report.violations}


def doubted(report: Report) -> set[tuple[str, str]]:
    """Kind and clause id of every unknown."""
    return {(word.kind, word.clause.id if word.clause else "") for word in report.unknowns}


def violation(report: Report, clause: str) -> Violation:
    """The one violation of that clause."""
    (found,) = [found for found in report.violations if found.clause.id == clause]
    return found


def unknown(report: Report, clause: str) -> Unknown:
    """The one unknown of that clause."""
    (found,) = [found for found in report.unknowns if found.clause and found.clause.id == clause]
    return found


def with_confidence(facts: SourceProfile, change: dict[float, float]) -> SourceProfile:
    """The same facts with the confidence of every detection replaced."""
    return replace(
        facts,
        tables=tuple(
            replace(
                made,
                columns=tuple(
                    replace(
                        profile,
                        finding=replace(
                            profile.finding,
                            detections=tuple(
                                replace(d, confidence=change.get(d.confidence, d.confidence))
                                for d in profile.finding.detections
                            ),
                        ),
                    )
                    for profile in made.columns
                ),
            )
            for made in facts.tables
        ),
    )
