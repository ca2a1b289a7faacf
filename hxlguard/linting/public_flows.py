"""What a flow to everybody needs: nothing that is published can be called back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hxlguard.clauses.clause import Case
from hxlguard.linting.fields import refusals
from hxlguard.linting.lint import Lint, Mark, Subject, always
from hxlguard.model.finding import Category
from hxlguard.model.lint import LintLevel
from hxlguard.model.rule import Forbid, Require
from hxlguard.recognizers import RECOGNIZERS
from hxlguard.recognizers.recognizer import Recognizer
from hxlguard.wording import listed

_PEOPLE = ("individual", "household")
_RISKS = frozenset({"global_risk", "individual_risk"})


def _public(subject: Subject) -> Iterator[Case]:
    public = {"public", *(one.id for one in subject.document.parties if one.kind == "public")}
    for case in subject.cases:
        if case.flow.audience == "public" or public & {*case.flow.recipients}:
            yield case


def _measures(case: Case) -> set[str]:
    return {limit.measure for limit in case.flow.disclosure}


def _unforbidden_identifiers(subject: Subject) -> Iterator[Mark]:
    identifiers = [one for one in RECOGNIZERS if one.category is Category.DIRECT_IDENTIFIER]
    for case in _public(subject):
        rules = [rule for _, rule in refusals(case)]
        open_to = [one.entity for one in identifiers if not _is_stopped(one, rules, case)]
        if open_to:
            yield Mark(
                case.flow_pointer, f"no clause forbids {listed(open_to)} in flow `{case.flow.id}`"
            )


def _is_stopped(kind: Recognizer, rules: Iterable[Forbid | Require], case: Case) -> bool:
    """Whether a rule stops this entity wherever it stands; a rule that also names tags does not."""
    for rule in rules:
        match, given = rule.match, rule.match.model_fields_set
        by_name = given == {"entities"} and kind.entity in (match.entities or ())
        by_level = given == {"sensitivity"} and match.sensitivity is not None
        if by_level and match.sensitivity is not None:
            by_level = kind.level >= match.sensitivity.at_least
        if (by_name or by_level) and always(rule.when, case):
            return True
    return False


def _no_smallest_cell(subject: Subject) -> Iterator[Mark]:
    for case in _public(subject):
        is_total = case.flow.unit_of_record == "aggregate"
        if is_total and "min_cell_count" not in _measures(case):
            message = f"flow `{case.flow.id}` publishes totals without `min_cell_count`"
            yield Mark(case.flow_pointer, message)


def _no_anonymity(subject: Subject) -> Iterator[Mark]:
    for case in _public(subject):
        unit = case.flow.unit_of_record
        if unit in _PEOPLE and "k_anonymity" not in _measures(case):
            yield Mark(
                case.flow_pointer,
                f"flow `{case.flow.id}` publishes rows about people without `k_anonymity`",
            )


def _no_risk(subject: Subject) -> Iterator[Mark]:
    for case in _public(subject):
        unit = case.flow.unit_of_record
        if unit in _PEOPLE and not _RISKS & _measures(case):
            yield Mark(
                case.flow_pointer,
                f"flow `{case.flow.id}` publishes rows about people without "
                f"{' or '.join(f'`{name}`' for name in sorted(_RISKS))}",
            )


def _no_unit(subject: Subject) -> Iterator[Mark]:
    for case in _public(subject):
        if case.flow.unit_of_record is None:
            message = f"flow `{case.flow.id}` does not say what one row is about"
            yield Mark(case.flow_pointer, message)


LINTS = (
    Lint(
        code="HXA401",
        level=LintLevel.WARNING,
        meaning="No clause forbids a kind of direct identifier in a flow to the public.",
        why="Tags are forgotten; only what looks at the cells finds a name in the wrong column.",
        mend="Add the entities to a `forbid`.",
        check=_unforbidden_identifiers,
    ),
    Lint(
        code="HXA402",
        level=LintLevel.WARNING,
        meaning="A flow publishes figures without a smallest count of people.",
        why="A count of one or two people is a description of them.",
        mend="Add `min_cell_count` with `at_least` to `disclosure`.",
        check=_no_smallest_cell,
    ),
    Lint(
        code="HXA403",
        level=LintLevel.WARNING,
        meaning="A flow publishes rows about people without k-anonymity.",
        why="Who is the only one of their age and place can be found by anybody who knows both.",
        mend="Add `k_anonymity` with `at_least` and `quasi_identifiers` to `disclosure`.",
        check=_no_anonymity,
    ),
    Lint(
        code="HXA404",
        level=LintLevel.WARNING,
        meaning="A flow publishes rows about people without a limit on the risk of finding them.",
        why="Rows that are alike in the sample may be single in the population.",
        mend="Add `global_risk` or `individual_risk` with `at_most` to `disclosure`.",
        check=_no_risk,
    ),
    Lint(
        code="HXA405",
        level=LintLevel.WARNING,
        meaning="A flow to the public does not say what one row is about.",
        why="The same field is harmless in a total and dangerous in a list of people.",
        mend="Declare `unit_of_record`.",
        check=_no_unit,
    ),
)
