"""Treatments that cannot be given, or not together, so that the field must be dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from hxlguard.clauses.clause import Case
from hxlguard.linting.fields import COORDINATES, PLACES, surely_matched
from hxlguard.linting.lint import Lint, Mark, Subject, never, written_clauses
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import EVERY_TAG, TagSet, witness
from hxlguard.model.rule import Require
from hxlguard.model.treatment import DROPPED, Protection, protection

_DATES = TagSet.of(["#date"])
_OTHER_TAGS: Mapping[str, tuple[TagSet, ...]] = {
    "round_coordinates": (PLACES, _DATES),
    "generalise_location": (TagSet(EVERY_TAG.patterns, (PLACES,)),),
    "truncate_date": (PLACES, COORDINATES),
    "band": (PLACES, COORDINATES, _DATES),
}
"""Treatments of one kind of field, each with the tags of other kinds."""

_OTHER_LOCATIONS = {
    "coordinates": ("coordinates", _OTHER_TAGS.keys() - {"round_coordinates"}),
    "named": ("names of places", _OTHER_TAGS.keys() - {"generalise_location"}),
}
"""What `location` says, in words, each with the treatments that it cannot be given."""


def _inapplicable(subject: Subject) -> Iterator[Mark]:
    for pointer, rule in written_clauses(subject.document):
        if isinstance(rule, Require):
            for do in (treatment.do for treatment in rule.treatments):
                if (what := _of_another_kind(rule, do)) is not None:
                    message = f"`{do}` in `{rule.id}` cannot be done to {what}"
                    yield Mark(pointer, f"{message}, so these must be dropped")


def _of_another_kind(rule: Require, do: str) -> str | None:
    """What the rule names and cannot treat like this, in words."""
    if rule.match.location is not None:
        words, barred = _OTHER_LOCATIONS[rule.match.location]
        return words if do in barred else None
    for text in rule.match.tags or () if do in _OTHER_TAGS else ():
        if witness([TagSet.of([text], rule.match.excluded)], _OTHER_TAGS[do]) is None:
            return f"`{text}`"
    return None


def _incomparable(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        for pointer, rule, other in _together(case, _clash):
            yield Mark(pointer, f"`{rule.id}` and `{other.id}` cannot both be met")
    for pointer, clause in written_clauses(subject.document):
        if isinstance(clause, Require) and _clash_alone(clause):
            yield Mark(pointer, f"the treatments of `{clause.id}` cannot be given together")


def _clash(one: Protection, two: Protection) -> bool:
    return one | two == DROPPED and DROPPED not in (one, two)


def _clash_alone(rule: Require) -> bool:
    return protection(rule.treatments) == DROPPED and not any(
        treatment.do == "drop" for treatment in rule.treatments
    )


def _apart(subject: Subject) -> Iterator[Mark]:
    for case in subject.cases:
        for pointer, rule, other in _together(case, _share_no_cut):
            yield Mark(pointer, f"the bands of `{rule.id}` and `{other.id}` share no cut")


def _share_no_cut(one: Protection, two: Protection) -> bool:
    return bool(one.cuts and two.cuts) and not (one | two).cuts and not (one | two).drop


def _together(
    case: Case, fault: Callable[[Protection, Protection], bool]
) -> Iterator[tuple[str, Require, Require]]:
    """Every two `require`s at fault that surely meet in a field; the pointer is of the later."""
    live = [
        (pointer, rule, protection(rule.treatments))
        for pointer, rule in case.requires
        if not never(rule.when, case)
    ]
    for (_, other, two), (pointer, rule, one) in combinations(live, 2):
        if fault(one, two) and _meet(rule, other, case):
            yield pointer, rule, other


def _meet(rule: Require, other: Require, case: Case) -> bool:
    if {*(rule.match.entities or ())} & {*(other.match.entities or ())}:
        return True
    one, two = surely_matched(rule.match, case), surely_matched(other.match, case)
    return one is not None and two is not None and witness([one], also=[[two]]) is not None


LINTS = (
    Lint(
        code="HXA302",
        level=LintLevel.WARNING,
        meaning="Treatments that cannot go together are asked for the same field.",
        why="Neither promise can be kept, so the field never travels.",
        mend="Choose one of them, or forbid the field.",
        check=_incomparable,
    ),
    Lint(
        code="HXA303",
        level=LintLevel.WARNING,
        meaning="Two clauses band the same field at cuts of which none is in both.",
        why="All that may be shown is one band with everybody in it.",
        mend="Agree on bands, or forbid the field.",
        check=_apart,
    ),
    Lint(
        code="HXA304",
        level=LintLevel.WARNING,
        meaning="A treatment is asked for a field of a kind that it cannot be given to.",
        why="The field never travels, and the clause does not say so.",
        mend="Ask for a treatment that fits the field, or forbid it.",
        check=_inapplicable,
    ),
)
