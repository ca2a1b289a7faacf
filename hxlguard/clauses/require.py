"""How fields must be protected, checked on the table that leaves and not on what was done to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial, reduce

from hxlguard.clauses.attesting import Unproven, judged_by_word
from hxlguard.clauses.clause import (
    DROP,
    MET,
    Breach,
    Case,
    Clause,
    Doubt,
    Word,
    filled,
    named,
    number,
    refs,
    union,
)
from hxlguard.clauses.matching import (
    CLAUSE_NOT_DECIDED,
    Judged,
    doubts,
    judged,
    restricted,
    restriction,
)
from hxlguard.model.kind import Kind
from hxlguard.model.location import NO_ROWS, ColumnRef, Rows
from hxlguard.model.ordered import Severity
from hxlguard.model.profile import ColumnProfile, DatePrecision, Observed, TableProfile
from hxlguard.model.report import Fact
from hxlguard.model.rule import Require
from hxlguard.model.treatment import DROPPED, Identifier, Protection, protection

COORDINATES_TOO_PRECISE = Kind(
    id="coordinates-too-precise",
    meaning="Coordinates have more decimals than the clause allows.",
    why="Four decimals of a degree point at a house, five at a door.",
    mend="Round the coordinates to the decimals required (1 is about 11 km), or drop them.",
    severity=Severity.HIGH,
)
LOCATION_TOO_FINE = Kind(
    id="location-too-fine",
    meaning="A place is named at a finer administrative level than the clause allows.",
    why="A village or a camp block with few people leads straight to them.",
    mend="Generalise the place to the level required, or drop it.",
    severity=Severity.HIGH,
)
DATE_TOO_PRECISE = Kind(
    id="date-too-precise",
    meaning="Dates are finer than the clause allows.",
    why="A day and a place together single out a person or foretell a movement.",
    mend="Cut the dates to the precision required, or drop them.",
    severity=Severity.MODERATE,
)
MUST_BE_DROPPED = Kind(
    id="must-be-dropped",
    meaning="A field that must be dropped is still filled.",
    why="The clauses leave no other way to protect it.",
    mend="Drop the field.",
    severity=Severity.HIGH,
)
TREATMENT_NOT_APPLICABLE = Kind(
    id="treatment-not-applicable",
    meaning="The protection that a clause asks for cannot be given to a field of this kind.",
    why="A field that cannot be protected as agreed must not travel.",
    mend="Drop the field, or correct its tag, or correct the clause.",
    severity=Severity.HIGH,
)
COORDINATES_NOT_UNDERSTOOD = Kind(
    id="coordinates-not-understood",
    meaning="Cells of a coordinate column could not be read as coordinates.",
    why="What cannot be read may be as precise as a doorstep.",
    mend="Mend or clear the cells that the report lists.",
)
DATE_NOT_UNDERSTOOD = Kind(
    id="date-not-understood",
    meaning="Cells of a date column could not be read as dates.",
    why="What cannot be read may be finer than agreed.",
    mend="Write the dates as YYYY-MM-DD, YYYY-MM or YYYY, or clear the cells.",
)
NOT_BANDED = Kind(
    id="not-banded",
    meaning="Numbers are given exactly, or in bands that are finer than the clause allows.",
    why="An exact age beside a place and a sex is often enough to recognise somebody.",
    mend="Replace the numbers by the agreed bands, such as `5-11` or `60+`, or drop them.",
    severity=Severity.HIGH,
)
NOT_PSEUDONYMISED = Kind(
    id="not-pseudonymised",
    meaning="Cells of a field that must be pseudonymised do not look like pseudonyms.",
    why="Whoever holds another list with the same identifiers can join the two.",
    mend="Replace every identifier by a keyed pseudonym such as an HMAC-SHA256, or drop the field.",
    severity=Severity.HIGH,
)
NOT_MASKED = Kind(
    id="not-masked",
    meaning="Cells of a field that must be masked show more than a few letters or digits.",
    why="What is left of an identifier still leads to a person when too much is left.",
    mend="Show four letters or digits at most and hide the rest, as in `****1234`, or drop it.",
    severity=Severity.HIGH,
)
BAND_NOT_UNDERSTOOD = Kind(
    id="band-not-understood",
    meaning="Cells of a field that must be banded could be read neither as a band nor as a number.",
    why="A word may be coarser than the agreed bands, or say more than a number does.",
    mend="Write the bands as `5-11`, `<5` or `60+`, or clear the cells.",
)
TREATMENT_NOT_PROVEN = Kind(
    id="treatment-not-proven",
    meaning="Cells look like pseudonyms, and nothing shows that these were made with a key.",
    why="A plain digest of a phone number or a case number is undone by trying them all.",
    mend="Have whoever made the pseudonyms attest how that was done.",
)
KINDS = (
    COORDINATES_TOO_PRECISE,
    LOCATION_TOO_FINE,
    DATE_TOO_PRECISE,
    MUST_BE_DROPPED,
    TREATMENT_NOT_APPLICABLE,
    COORDINATES_NOT_UNDERSTOOD,
    DATE_NOT_UNDERSTOOD,
    NOT_BANDED,
    NOT_PSEUDONYMISED,
    NOT_MASKED,
    BAND_NOT_UNDERSTOOD,
    TREATMENT_NOT_PROVEN,
)
_PLAIN = {
    MUST_BE_DROPPED.id: "must be dropped",
    TREATMENT_NOT_APPLICABLE.id: "cannot be protected as agreed",
    NOT_BANDED.id: "not given in the agreed bands",
    NOT_PSEUDONYMISED.id: "with cells that are no pseudonyms",
    NOT_MASKED.id: "with cells that show more than a mask may",
}
_UNREADABLE = {
    COORDINATES_NOT_UNDERSTOOD.id: "coordinates",
    DATE_NOT_UNDERSTOOD.id: "dates",
    BAND_NOT_UNDERSTOOD.id: "bands or numbers",
}


@dataclass(frozen=True, slots=True)
class _Shortfall:
    """In which respect one column is less protected than it must be, or may be."""

    column: ColumnProfile
    kind: Kind
    rows: Rows
    observed: int = 0


@dataclass(frozen=True, slots=True)
class _Respect:
    """One respect in which columns are protected, in the words of reports and remedies."""

    key: str
    treatment: str
    argument: str
    word: Callable[[int], Fact]
    worst: Callable[[list[int]], int]


_RESPECTS = {
    COORDINATES_TOO_PRECISE.id: _Respect("decimals", "round_coordinates", "decimals", int, max),
    LOCATION_TOO_FINE.id: _Respect("admin_level", "generalise_location", "admin_level", int, max),
    DATE_TOO_PRECISE.id: _Respect(
        "date", "truncate_date", "to", lambda value: DatePrecision(value).name.lower(), min
    ),
}


def clauses(case: Case) -> Iterator[Clause]:
    """Every `require`."""
    for pointer, rule in case.requires:
        yield restriction(case, pointer, rule, partial(_judge, case, rule))


def _judge(case: Case, rule: Require, table: TableProfile) -> Iterator[Word]:
    columns = judged(filled(table), lambda column: restricted(rule, column, case))
    concerned = [(column, truth) for column, truth in columns if truth.perhaps]
    short: dict[str, list[_Shortfall]] = {}
    undecided: Judged = ()
    for column, truth in concerned:
        wanted = _wanted(case, rule, column)
        shortfalls = list(_shortfalls(column, wanted))
        if shortfalls and not truth.surely:
            undecided += ((column, truth),)
            continue
        for shortfall in shortfalls:
            short.setdefault(shortfall.kind.id, []).append(shortfall)
    for shortfalls in short.values():
        yield _word(case, rule, shortfalls)
    yield from doubts(undecided, f"{{columns}} may need the protection of {number(rule)}")
    if concerned:
        yield MET


def _wanted(case: Case, rule: Require, column: ColumnProfile) -> Protection:
    """What this clause asks for; `drop` where another one asks for what cannot go with it."""
    own = protection(rule.treatments)
    others = [
        protection(other.treatments)
        for each in case.everyone
        for _, other in each.requires
        if _same_rows(rule, other) and restricted(other, column, each).surely
    ]
    clashes = any(own | other == DROPPED != other for other in others)
    return DROPPED if clashes else own


def _same_rows(rule: Require, other: Require) -> bool:
    """Whether `other` is about all rows that `rule` is about, as far as the agreement says."""
    wanted = other.when.row_filter if other.when else None
    return wanted is None or (rule.when is not None and wanted == rule.when.row_filter)


def _shortfalls(column: ColumnProfile, wanted: Protection) -> Iterator[_Shortfall]:
    everywhere = column.finding.filled_rows
    if wanted.drop:
        yield _Shortfall(column, MUST_BE_DROPPED, everywhere)
    if wanted.decimals is not None:
        yield from _coordinate_shortfalls(column, wanted.decimals)
    if wanted.admin_level is not None:
        level = column.admin_level
        if level is None:
            yield _Shortfall(column, TREATMENT_NOT_APPLICABLE, everywhere)
        elif level > wanted.admin_level:
            yield _Shortfall(column, LOCATION_TOO_FINE, everywhere, level)
    if wanted.date is not None:
        yield from _date_shortfalls(column, wanted.date)
    if wanted.cuts is not None:
        yield from _band_shortfalls(column, tuple(sorted(wanted.cuts)))
    if wanted.identifier is not None:
        yield from _identifier_shortfalls(column, wanted.identifier)


def _coordinate_shortfalls(column: ColumnProfile, decimals: int) -> Iterator[_Shortfall]:
    if not column.decimals and not column.unlocated.count:
        yield _Shortfall(column, TREATMENT_NOT_APPLICABLE, column.finding.filled_rows)
    if finer := [seen for seen in column.decimals if seen.value > decimals]:
        finest = max(seen.value for seen in finer)
        yield _Shortfall(column, COORDINATES_TOO_PRECISE, _rows(finer), finest)
    if column.unlocated.count:
        yield _Shortfall(column, COORDINATES_NOT_UNDERSTOOD, column.unlocated)


def _date_shortfalls(column: ColumnProfile, precision: DatePrecision) -> Iterator[_Shortfall]:
    if not column.dates and not column.undated.count:
        yield _Shortfall(column, TREATMENT_NOT_APPLICABLE, column.finding.filled_rows)
    if finer := [seen for seen in column.dates if seen.value < precision]:
        finest = min(seen.value for seen in finer)
        yield _Shortfall(column, DATE_TOO_PRECISE, _rows(finer), finest)
    if column.undated.count:
        yield _Shortfall(column, DATE_NOT_UNDERSTOOD, column.undated)


def _band_shortfalls(column: ColumnProfile, cuts: tuple[int, ...]) -> Iterator[_Shortfall]:
    banded = next((each for each in column.banded if each.cuts == cuts), None)
    if banded is None:
        yield _Shortfall(column, CLAUSE_NOT_DECIDED, column.finding.filled_rows)
        return
    if banded.finer.count:
        yield _Shortfall(column, NOT_BANDED, banded.finer)
    if banded.unread.count:
        yield _Shortfall(column, BAND_NOT_UNDERSTOOD, banded.unread)


def _identifier_shortfalls(column: ColumnProfile, wanted: Identifier) -> Iterator[_Shortfall]:
    masks = wanted is Identifier.MASKED
    exposed = column.not_masked if masks else column.not_pseudonyms
    if exposed is None:
        yield _Shortfall(column, CLAUSE_NOT_DECIDED, column.finding.filled_rows)
    elif exposed.count:
        yield _Shortfall(column, NOT_MASKED if masks else NOT_PSEUDONYMISED, exposed)
    elif not masks:
        yield _Shortfall(column, TREATMENT_NOT_PROVEN, column.finding.filled_rows)


def _word(case: Case, rule: Require, shortfalls: list[_Shortfall]) -> Word:
    wanted = protection(rule.treatments)
    kind = shortfalls[0].kind
    columns = list({short.column.finding.index: short.column for short in shortfalls}.values())
    where = refs(columns), union(short.rows for short in shortfalls)
    if kind.severity is None:
        return _doubt(case, rule, kind, columns, where)
    respect = _RESPECTS.get(kind.id)
    if respect is None:
        message = f"{named(columns)} {_PLAIN[kind.id]} ({number(rule)})"
        return Breach(kind, message, *where, remedies=(*_treatment(kind, wanted), DROP))
    observed = respect.word(respect.worst([short.observed for short in shortfalls]))
    required = respect.word(getattr(wanted, respect.key))
    treat: Mapping[str, Fact] = {"do": respect.treatment, respect.argument: required}
    return Breach(
        kind,
        _message(kind, columns, observed, required),
        *where,
        observed={respect.key: observed},
        required={respect.key: required},
        remedies=(treat, DROP),
    )


def _message(kind: Kind, columns: list[ColumnProfile], observed: Fact, required: Fact) -> str:
    if kind is COORDINATES_TOO_PRECISE:
        return f"{named(columns)} with up to {observed} decimals where {required} may leave"
    if kind is LOCATION_TOO_FINE:
        level = "a named site" if observed == 6 else f"admin level {observed}"
        return f"{named(columns)} as fine as {level} where admin level {required} is the finest"
    return f"{named(columns)} as fine as the {observed} where the {required} is the finest"


def _treatment(kind: Kind, wanted: Protection) -> Iterator[Mapping[str, Fact]]:
    """The remedy other than to drop the field, where there is one."""
    if kind is NOT_BANDED:
        yield {"do": "band", "cuts": ", ".join(map(str, sorted(wanted.cuts or ())))}
    if kind is NOT_PSEUDONYMISED:
        yield {"do": "pseudonymise"}
    if kind is NOT_MASKED:
        yield {"do": "mask"}


def _doubt(
    case: Case,
    rule: Require,
    kind: Kind,
    columns: list[ColumnProfile],
    where: tuple[tuple[ColumnRef, ...], Rows],
) -> Word:
    if kind is TREATMENT_NOT_PROVEN:
        reason = f"nothing shows that the pseudonyms of {named(columns)} were made with a key"
        word = judged_by_word(case, Unproven(rule.id, "attested", kind, reason))
        return Doubt(word.kind, word.reason, *where) if isinstance(word, Doubt) else word
    return Doubt(kind.id, _reason(rule, kind, columns), *where)


def _reason(rule: Require, kind: Kind, columns: list[ColumnProfile]) -> str:
    if kind is CLAUSE_NOT_DECIDED:
        treatments = ", ".join(f"`{treatment.do}`" for treatment in rule.treatments)
        return f"was not looked at for {treatments} in {named(columns)}; check the file anew"
    what = _UNREADABLE[kind.id]
    return f"some cells of {named(columns)} are no {what} that can be read; mend or clear them"


def _rows(parts: list[Observed]) -> Rows:
    return reduce(Rows.__or__, (part.rows for part in parts), NO_ROWS)
