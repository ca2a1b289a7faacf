"""Everything that `hxlguard risk` asks about a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hxlguard.errors import UsageError
from hxlguard.model.disclosure import Blanks, MeasureAsked, MeasureFound
from hxlguard.model.profile import SourceProfile
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.wording import listed

BLANKS: tuple[Blanks, ...] = ("value", "wildcard")

_ALL = (
    MeasureAsked("k_anonymity", at_least=5),
    MeasureAsked("sample_uniques"),
    MeasureAsked("sample_uniques_share"),
    MeasureAsked("individual_risk"),
    MeasureAsked("global_risk"),
    MeasureAsked("expected_reidentifications"),
    MeasureAsked("share_above_risk", risk=0.05),
    MeasureAsked("share_above_risk", risk=0.15),
    MeasureAsked("household_risk"),
    MeasureAsked("population_uniqueness"),
    MeasureAsked("suda"),
    MeasureAsked("dis_suda"),
    MeasureAsked("l_diversity", "distinct"),
    MeasureAsked("l_diversity", "entropy"),
    MeasureAsked("l_diversity", "recursive", c=2.0),
    MeasureAsked("t_closeness"),
    MeasureAsked("alpha_k_anonymity", k=5),
    MeasureAsked("beta_likeness", "basic"),
    MeasureAsked("beta_likeness", "enhanced"),
    MeasureAsked("delta_disclosure"),
    MeasureAsked("min_cell_count", zeros_allowed=True, secondary=True),
    MeasureAsked("class_sizes"),
    MeasureAsked("risk_bands"),
)

_ARGUMENTS = {
    "`quasi_identifiers`": "`--quasi` (in Python `quasi=`)",
    "`sensitive`": "`--sensitive` (in Python `sensitive=`)",
    "`household`": "`--household` (in Python `household=`)",
    "`sampling_fraction`": "`--sampling-fraction` (in Python `sampling_fraction=`)",
    "`blanks: value`": "`--blanks value` (in Python `blanks=`)",
    " or a smaller `max_size`": "",
}
"""What clauses call something, and what callers do."""


def risk_questions(
    *,
    quasi: Sequence[str] | None,
    sensitive: Sequence[str] | None,
    weight: str | None,
    household: str | None,
    blanks: str,
    sampling_fraction: float | None,
) -> tuple[MeasureAsked, ...]:
    """All measures, with the columns that the caller names.

    Raises:
        UsageError: a tag, `blanks` or `sampling_fraction` is none.
    """
    return tuple(
        replace(
            each,
            quasi=_patterns("quasi", quasi),
            sensitive=_patterns("sensitive", sensitive),
            weight=None if weight is None else _pattern("weight", weight),
            household=None if household is None else _pattern("household", household),
            blanks=_blanks(blanks),
            sampling_fraction=_fraction(sampling_fraction),
        )
        for each in _ALL
    )


def refuse_unless_found(sources: Sequence[SourceProfile], asked: MeasureAsked) -> None:
    """Let tags pass that name a column; one that names none would make a risk look smaller.

    Raises:
        UsageError: a tag names no column of any table.
    """
    columns = [column for each in sources for table in each.tables for column in table.columns]
    tags = {each.finding.tag or each.finding.proposed_tag for each in columns} - {None}
    specs = [TagSpec.parse(tag) for tag in sorted(map(str, tags))]
    named = (("quasi", asked.quasi or ()), ("sensitive", asked.sensitive or ()))
    for where, patterns in named:
        for pattern in patterns:
            if not any(TagPattern.parse(pattern).matches(spec) for spec in specs):
                raise UsageError(
                    f"no column is tagged `{pattern}`",
                    where=where,
                    remedy="`hxlguard inspect` tells the tags; `--tags` gives a file some",
                )


def in_words_of_callers(sources: Sequence[SourceProfile]) -> tuple[SourceProfile, ...]:
    """The same facts, with reasons that name what a caller can give instead of keys of a clause."""
    return tuple(
        replace(
            source,
            tables=tuple(
                replace(table, measures=tuple(_told_to_callers(each) for each in table.measures))
                for table in source.tables
            ),
        )
        for source in sources
    )


def _told_to_callers(found: MeasureFound) -> MeasureFound:
    reason = found.reason
    for key, argument in _ARGUMENTS.items():
        reason = reason.replace(key, argument)
    return replace(found, reason=reason)


def _patterns(where: str, texts: object) -> tuple[str, ...] | None:
    if texts is None:
        return None
    listed_texts = tuple(texts) if isinstance(texts, list | tuple) else ()
    if not listed_texts:
        raise UsageError(
            "this is no list of HXL tags", where=where, remedy='write it like `["#adm2"]`'
        )
    return tuple(_pattern(where, text) for text in listed_texts)


def _pattern(where: str, text: object) -> str:
    try:
        return str(TagPattern.parse(text if isinstance(text, str) else ""))
    except ValueError:
        shown = f"`{text}`" if isinstance(text, str) else "this"
        raise UsageError(
            f"{shown} is no HXL tag", where=where, remedy="write it like `#adm2`, in quotes"
        ) from None


def _blanks(text: object) -> Blanks:
    for known in BLANKS:
        if text == known:
            return known
    raise UsageError(
        "this is no way to take blanks", where="blanks", remedy=f"choose one of {listed(BLANKS)}"
    )


def _fraction(number: object) -> float | None:
    if number is None:
        return None
    if not isinstance(number, int | float) or not 0 < number <= 1:
        raise UsageError(
            "this is no share of the population",
            where="sampling_fraction",
            remedy="write it like 0.05, above 0 and at most 1",
        )
    return float(number)
