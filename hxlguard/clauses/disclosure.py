"""What can be learnt about people from a table as a whole stays within its limits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Doubt, Word, refs
from hxlguard.model.agreement import Disclosure
from hxlguard.model.disclosure import (
    AT_LEAST,
    LimitName,
    MeasureAsked,
    MeasureFound,
    NumbersByPattern,
    Option,
    breaks,
)
from hxlguard.model.kind import Kind
from hxlguard.model.location import ColumnRef
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import SourceProfile, TableProfile, UnitOfRecord
from hxlguard.model.report import Fact

TOO_FEW_ALIKE = Kind(
    id="k-anonymity-too-low",
    meaning="Fewer records than agreed share a combination of key variables.",
    why="Who knows that much of a person from elsewhere finds the record, and the rest of it.",
    mend="Make key variables coarser, leave one out, or remove the records.",
    severity=Severity.HIGH,
)
TOO_UNIFORM = Kind(
    id="diversity-too-low",
    meaning="Records that look alike give too few different answers to a sensitive question.",
    why="Where all give one answer, nobody has to find the record to know what the person said.",
    mend="Make key variables coarser, or leave the sensitive answer out.",
    severity=Severity.HIGH,
)
TOO_REVEALING = Kind(
    id="distribution-too-revealing",
    meaning="Answers of records that look alike differ too much from those of everybody.",
    why="Whoever belongs to such a group is believed to be what most of it are.",
    mend="Make key variables coarser, or leave the sensitive answer out.",
    severity=Severity.HIGH,
)
TOO_RISKY = Kind(
    id="risk-too-high",
    meaning="The risk that people are found again is higher than agreed.",
    why="A survey is answered because nobody is to learn who said what.",
    mend="Make key variables coarser, leave one out, or remove the records at risk.",
    severity=Severity.HIGH,
)
TOO_MANY_ALONE = Kind(
    id="too-many-uniques",
    meaning="More records than agreed are alone in their combination of key variables.",
    why="A record that no other one is like is a description of one person.",
    mend="Make key variables coarser, leave one out, or remove the records.",
    severity=Severity.HIGH,
)
SMALL_CELLS = Kind(
    id="small-cells",
    meaning="A count of people is smaller than agreed.",
    why="A count of one or two people is a description of them.",
    mend="Suppress small counts, or join categories until they are large enough.",
    severity=Severity.HIGH,
)
CAN_BE_UNDONE = Kind(
    id="suppression-can-be-undone",
    meaning="A suppressed count can be worked out from totals that the table carries.",
    why="A gap that a subtraction fills protects nobody.",
    mend="Suppress a second count in the same row and column, or leave the totals out.",
    severity=Severity.HIGH,
)
CONTRIBUTOR_TOLD = Kind(
    id="contributor-can-be-estimated",
    meaning="A total is made up of so few that the part of one of them can be estimated.",
    why="Whoever knows one part learns another one.",
    mend="Suppress the total, or join it with others.",
    severity=Severity.HIGH,
)
NOT_COMPUTED = Kind(
    id="measure-not-computed",
    meaning="A disclosure measure that must be met could not be computed.",
    why="Without it nobody knows whether people can be singled out.",
    mend="Name the columns that it is about, mend them, or compute the measure by other means.",
)
OF_TOTALS = Kind(
    id="measure-of-totals",
    meaning="A measure of records was computed, but rows of the table look like totals.",
    why="How many rows are alike says nothing about people where one row counts many of them.",
    mend="Check what a row is; limit totals by `min_cell_count`.",
)
KINDS = (
    TOO_FEW_ALIKE,
    TOO_UNIFORM,
    TOO_REVEALING,
    TOO_RISKY,
    TOO_MANY_ALONE,
    SMALL_CELLS,
    CAN_BE_UNDONE,
    CONTRIBUTOR_TOLD,
    NOT_COMPUTED,
    OF_TOTALS,
)

_KIND: Mapping[LimitName, Kind] = {
    "k_anonymity": TOO_FEW_ALIKE,
    "alpha_k_anonymity": TOO_FEW_ALIKE,
    "l_diversity": TOO_UNIFORM,
    "t_closeness": TOO_REVEALING,
    "beta_likeness": TOO_REVEALING,
    "delta_disclosure": TOO_REVEALING,
    "sample_uniques": TOO_MANY_ALONE,
    "sample_uniques_share": TOO_MANY_ALONE,
    "individual_risk": TOO_RISKY,
    "global_risk": TOO_RISKY,
    "expected_reidentifications": TOO_RISKY,
    "share_above_risk": TOO_RISKY,
    "household_risk": TOO_RISKY,
    "population_uniqueness": TOO_RISKY,
    "suda": TOO_RISKY,
    "dis_suda": TOO_RISKY,
    "min_cell_count": SMALL_CELLS,
    "dominance": CONTRIBUTOR_TOLD,
    "p_percent": CONTRIBUTOR_TOLD,
}
_OF_COUNTS = (SMALL_CELLS, CONTRIBUTOR_TOLD)
_SURE = 0.8


def measure_asked(limit: Disclosure) -> MeasureAsked:
    """What has to be measured so that a clause can be judged."""
    return MeasureAsked(
        measure=limit.measure,
        variant=limit.variant,
        quasi=limit.quasi_identifiers,
        sensitive=limit.sensitive,
        counts=limit.counts,
        weight=limit.weights,
        household=limit.household,
        blanks=limit.blanks,
        k=limit.k,
        c=_number(limit.c),
        alpha=_number(limit.alpha),
        risk=_number(limit.risk),
        size=limit.max_size,
        sampling_fraction=_number(limit.sampling_fraction),
        zeros_allowed=limit.zero_cells == "allowed",
        secondary=limit.secondary_suppression == "required",
        largest=limit.largest,
        bands=_ascending(limit.band),
        hierarchies=_ascending(limit.hierarchy),
        dates=limit.dates,
        at_least=_number(limit.at_least),
        at_most=_number(limit.at_most),
    )


def _number(given: str | int | None) -> float | None:
    return None if given is None else float(given)


def _ascending(given: Mapping[str, tuple[int, ...]] | None) -> NumbersByPattern:
    return tuple((tag, tuple(sorted({*numbers}))) for tag, numbers in (given or {}).items())


def clauses(case: Case) -> Iterator[Clause]:
    """Each limit of the flow."""
    for index, limit in enumerate(case.flow.disclosure):
        yield Clause(
            case.written(f"{case.flow_pointer}/disclosure/{index}", limit),
            of_source=partial(_judge_source, case, limit),
            severity=limit.severity,
            waivable=limit.waivable,
        )


def _judge_source(case: Case, limit: Disclosure, source: SourceProfile) -> Iterator[Word]:
    leaving = [table for table in source.tables if any(c.finding.leaves for c in table.columns)]
    if not leaving:
        reason = f"there is no table to compute `{limit.measure}` of; look at the file"
        yield Doubt(NOT_COMPUTED.id, reason)
    for table in leaving:
        yield from _judge(case, limit, table)


def _judge(case: Case, limit: Disclosure, table: TableProfile) -> Iterator[Word]:
    asked = measure_asked(limit)
    found = next((each for each in table.measures if each.asked == asked), None)
    if reason := _open(limit, found):
        columns = _columns(found, table) if found else ()
        yield Doubt(NOT_COMPUTED.id, reason, columns, table=table.name)
    elif found and (failed := _failed(limit, found)):
        yield _breach(failed, limit, found, table)
    elif _KIND[limit.measure] not in _OF_COUNTS and _are_totals(case, table):
        reason = (
            f"rows look like totals, of which `{limit.measure}` says nothing; check what a row is"
        )
        yield Doubt(OF_TOTALS.id, reason, table=table.name)
    else:
        yield MET


def _open(limit: Disclosure, found: MeasureFound | None) -> str:
    """Why nothing can be decided, or an empty string where it can."""
    bound = "at_least" if limit.measure in AT_LEAST else "at_most"
    if getattr(limit, bound) is None:
        return f"`{limit.measure}` has no `{bound}`; say how much is allowed"
    if found is None:
        return f"`{limit.measure}` was not computed of this table; check the file again"
    if found.value is None and _KIND[limit.measure] is not SMALL_CELLS:
        return found.reason or f"`{limit.measure}` has no value for this table; look at the data"
    return found.reason if found.value is None else ""


def _failed(limit: Disclosure, found: MeasureFound) -> Kind | None:
    if found.value is not None and (breaks(found.value, found.asked) or _has_small_class(found)):
        return _KIND[limit.measure]
    return CAN_BE_UNDONE if found.details.get("recoverable", 0) else None


def _has_small_class(found: MeasureFound) -> bool:
    """Whether a class has fewer records than the `k` of (alpha, k)-anonymity."""
    least = found.asked.k or 0
    smallest = float(found.details.get("k", 0))
    return found.asked.measure == "alpha_k_anonymity" and smallest < least


def _are_totals(case: Case, table: TableProfile) -> bool:
    seems = table.unit is UnitOfRecord.AGGREGATE and table.unit_confidence >= _SURE
    return seems or case.flow.unit_of_record == "aggregate"


def _breach(kind: Kind, limit: Disclosure, found: MeasureFound, table: TableProfile) -> Breach:
    required = {
        key: bound
        for key, bound in (("at_least", limit.at_least), ("at_most", limit.at_most))
        if bound is not None
    }
    return Breach(
        kind,
        _message(kind, limit, found),
        columns=_columns(found, table),
        rows=found.rows,
        observed={limit.measure: found.value, **found.details},
        required=required,
        remedies=({"do": _REMEDY.get(kind, "coarsen")},),
        table=table.name,
        options=tuple(_told(option, limit, found, table) for option in found.options),
    )


_REMEDY: Mapping[Kind, str] = {
    SMALL_CELLS: "suppress",
    CAN_BE_UNDONE: "suppress_another",
    CONTRIBUTOR_TOLD: "suppress",
}


def _message(kind: Kind, limit: Disclosure, found: MeasureFound) -> str:
    if kind is CAN_BE_UNDONE:
        return "suppressed counts of people can be worked out from totals"
    name = limit.measure.replace("_", " ")
    variant = f" ({limit.variant})" if limit.variant else ""
    bounds = [("at least", limit.at_least), ("at most", limit.at_most)]
    wanted = " and ".join(f"{how} {bound}" for how, bound in bounds if bound is not None)
    return f"{name}{variant} is {_shown(found.value)}, agreed is {wanted}"


def _shown(value: float | None) -> str:
    """A figure with four digits that say something."""
    return "none" if value is None else f"{value:.4g}" if isinstance(value, float) else f"{value}"


def _columns(found: MeasureFound, table: TableProfile) -> tuple[ColumnRef, ...]:
    """The columns that were measured, in the order of the table."""
    used = {*found.roles.quasi, *found.roles.sensitive, *found.roles.counts}
    return refs(column for column in table.columns if column.finding.index in used)


def _told(
    option: Option, limit: Disclosure, found: MeasureFound, table: TableProfile
) -> Mapping[str, Fact]:
    tags = {column.finding.index: column.finding.tag for column in table.columns}
    value = option.value
    return {
        "do": option.do,
        "column": option.column,
        "tag": tags.get(option.column),
        "also": ", ".join(map(str, option.also)) or None,
        "to": option.to or None,
        limit.measure: value,
        "uniques": option.uniques,
        "enough": value is not None and not breaks(value, found.asked),
    }
