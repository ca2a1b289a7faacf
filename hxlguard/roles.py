"""Which columns a disclosure measure is about: named by tag patterns, or found by what they are.

A role that makes a measure stricter is taken from the tag that a header suggests as well. A weight
makes risks smaller, so a pattern that names it is met by real tags alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hxlguard.lexicon.words import holds_any, tokens
from hxlguard.model.disclosure import MeasureAsked, Roles
from hxlguard.model.finding import Category, ColumnFinding
from hxlguard.model.profile import ColumnProfile
from hxlguard.model.tag import TagPattern, TagSpec

_OF_PERSONS_TAGS = (
    "#respondee",
    "#household-id",
    "#date+birth",
    "#date+dob",
    "#date+arrival",
    "#date+displacement",
    "#date+admission",
    "#date+registration",
    "#date+marriage",
    "#date+death",
    "#date+onset",
    "#population+type",
    "#population+group",
    "#affected+type",
    "#affected+group",
)
_IDENTIFIER_TAGS = ("#respondee+id", "#respondee+code", "#respondee+name")
_NO_COUNTS = "-code-date-density-group-id-name-pct-per100000-rate-ratio-type-year"
_PEOPLE = ("#affected", "#beneficiary", "#inneed", "#population", "#reached", "#targeted")
_COUNT_TAGS = tuple(f"{tag}{_NO_COUNTS}" for tag in (*_PEOPLE, "#*+hh", "#*+ind"))
_WEIGHT_TAGS = ("#meta+weight", "#meta+weights")
_HOUSEHOLD_TAGS = ("#*+household+id", "#*+hh+id", "#household+id")

_WEIGHT_HEADERS = {
    "en": (
        "sampling weight",
        "sample weight",
        "survey weight",
        "design weight",
        "household weight",
        "hh weight",
        "hhweight",
        "pweight",
        "expansion factor",
    ),
    "fr": (
        "poids de sondage",
        "poids d'echantillonnage",
        "coefficient de ponderation",
        "coefficient d'extrapolation",
    ),
    "es": ("factor de expansion", "factor de ponderacion", "peso muestral"),
    "ar": ("وزن العينه", "الوزن الاحصائي"),
}
_HOUSEHOLD_HEADERS = {
    "en": (
        "household id",
        "household code",
        "household identifier",
        "household key",
        "hh id",
        "hh code",
        "hhid",
        "id of household",
        "id household",
        "id hh",
    ),
    "fr": (
        "id menage",
        "id du menage",
        "code menage",
        "code du menage",
        "identifiant menage",
        "identifiant du menage",
        "numero de menage",
        "numero du menage",
    ),
    "es": ("id hogar", "id del hogar", "codigo hogar", "codigo del hogar", "codigo de hogar"),
    "ar": ("رمز الاسره", "معرف الاسره", "رقم الاسره"),
}
"""Phrases anywhere in a header; French, Spanish and Arabic need native review."""
_OF_PERSONS, _IDENTIFIERS, _COUNTS, _WEIGHTS, _HOUSEHOLDS = (
    tuple(map(TagPattern.parse, texts))
    for texts in (
        _OF_PERSONS_TAGS,
        _IDENTIFIER_TAGS,
        _COUNT_TAGS,
        _WEIGHT_TAGS,
        _HOUSEHOLD_TAGS,
    )
)
_WEIGHT_PHRASES, _HOUSEHOLD_PHRASES = (
    tuple(tokens(phrase) for phrases in texts.values() for phrase in phrases)
    for texts in (_WEIGHT_HEADERS, _HOUSEHOLD_HEADERS)
)


def roles(columns: Sequence[ColumnProfile], asked: MeasureAsked) -> Roles:
    """The columns of each role; a column without any filled cell has none.

    Args:
        columns: all columns of a table.
        asked: its patterns name columns; a role that it leaves open is told from what the columns
            are, and a weight or household that several columns may be is none.
    """
    filled = [column for column in columns if column.finding.filled]
    households = _households(filled, asked)
    sensitive = _chosen(filled, asked.sensitive, _is_sensitive)
    others = [column for column in filled if column not in (*sensitive, *households)]
    quasi = _chosen(others if asked.quasi is None else filled, asked.quasi, _is_quasi)
    return Roles(
        quasi=_numbers(quasi),
        sensitive=_numbers(sensitive),
        counts=_numbers(_chosen(filled, asked.counts, _is_count)),
        weight=_only(_weights(filled, asked)),
        household=_only(households),
    )


def unclear(
    columns: Sequence[ColumnProfile], asked: MeasureAsked, *, weight: bool, household: bool
) -> str | None:
    """Why a column cannot be told that is needed, in one sentence; None where all can."""
    filled = [column for column in columns if column.finding.filled]
    for needed, what, pattern, found in (
        (weight, "weight", asked.weight, _weights(filled, asked)),
        (household, "household", asked.household, _households(filled, asked)),
    ):
        if not needed:
            continue
        if pattern is not None and not found:
            return f"no column is tagged `{pattern}`, which names the {what}; tag one"
        if len(found) > 1:
            at = ", ".join(str(column.finding.index) for column in found)
            return f"columns {at} may each be the {what}; name one of them by its tag"
    return None


def names_household(finding: ColumnFinding) -> bool:
    """Whether tag or header say that the column names the household of each record."""
    return _is_or_says(finding, _HOUSEHOLDS, _HOUSEHOLD_PHRASES)


def is_weight(finding: ColumnFinding) -> bool:
    """Whether tag or header say that the column is a sampling weight."""
    return _is_or_says(finding, _WEIGHTS, _WEIGHT_PHRASES)


def _is_or_says(
    finding: ColumnFinding, patterns: Sequence[TagPattern], phrases: Sequence[tuple[str, ...]]
) -> bool:
    tagged = finding.tag is not None and _matches(finding.tag, patterns)
    return tagged or _headed(finding, phrases)


def _chosen(
    columns: Sequence[ColumnProfile],
    patterns: Iterable[str] | None,
    fits: Callable[[ColumnProfile], bool],
) -> list[ColumnProfile]:
    """The columns that patterns name; without patterns, those that fit."""
    return _found(columns, fits) if patterns is None else _named(columns, patterns)


def _weights(columns: Sequence[ColumnProfile], asked: MeasureAsked) -> list[ColumnProfile]:
    if asked.weight is not None:
        patterns = (TagPattern.parse(asked.weight),)
        return _found(columns, lambda column: _really_tagged(column, patterns))
    return _tagged_or_headed(columns, _WEIGHTS, _WEIGHT_PHRASES)


def _households(columns: Sequence[ColumnProfile], asked: MeasureAsked) -> list[ColumnProfile]:
    if asked.household is not None:
        return _named(columns, (asked.household,))
    return _tagged_or_headed(columns, _HOUSEHOLDS, _HOUSEHOLD_PHRASES)


def _tagged_or_headed(
    columns: Sequence[ColumnProfile],
    patterns: Sequence[TagPattern],
    phrases: Sequence[tuple[str, ...]],
) -> list[ColumnProfile]:
    """The columns with such a tag; where there is none, those with such a header."""
    tagged = _found(columns, lambda column: _really_tagged(column, patterns))
    return tagged or _found(columns, lambda column: _headed(column.finding, phrases))


def _named(columns: Sequence[ColumnProfile], patterns: Iterable[str]) -> list[ColumnProfile]:
    parsed = tuple(map(TagPattern.parse, patterns))
    return _found(columns, lambda column: _tagged(column, parsed))


def _found(
    columns: Sequence[ColumnProfile], fits: Callable[[ColumnProfile], bool]
) -> list[ColumnProfile]:
    return [column for column in columns if fits(column)]


def _is_count(column: ColumnProfile) -> bool:
    return _tagged(column, _COUNTS)


def _is_sensitive(column: ColumnProfile) -> bool:
    return column.finding.category is Category.SENSITIVE_ATTRIBUTE


def _is_quasi(column: ColumnProfile) -> bool:
    """Traits and dates of people, and places: what a stranger may know of somebody."""
    if _tagged(column, _IDENTIFIERS):
        return False
    category = column.finding.category
    if category in (Category.QUASI_IDENTIFIER, Category.PRECISE_LOCATION):
        return True
    return _tagged(column, _OF_PERSONS) or bool(column.decimals) or column.admin_level is not None


def _tagged(column: ColumnProfile, patterns: Sequence[TagPattern]) -> bool:
    text = column.finding.likely_tag
    return text != "" and _matches(text, patterns)


def _really_tagged(column: ColumnProfile, patterns: Sequence[TagPattern]) -> bool:
    return column.finding.tag is not None and _matches(column.finding.tag, patterns)


def _matches(tag: str, patterns: Sequence[TagPattern]) -> bool:
    spec = TagSpec.parse(tag)
    return any(pattern.matches(spec) for pattern in patterns)


def _headed(finding: ColumnFinding, phrases: Sequence[tuple[str, ...]]) -> bool:
    return holds_any(tokens(finding.header or ""), phrases)


def _numbers(columns: Sequence[ColumnProfile]) -> tuple[int, ...]:
    return tuple(column.finding.index for column in columns)


def _only(columns: Sequence[ColumnProfile]) -> int | None:
    return columns[0].finding.index if len(columns) == 1 else None
