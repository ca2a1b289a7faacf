"""Forbidden fields that one more attribute sets free."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import Case
from hxlguard.linting.fields import ByHashtag, named_tags, near, refusals, surely_matched
from hxlguard.linting.lint import Lint, Mark, Subject, always
from hxlguard.model.lint import LintLevel
from hxlguard.model.patterns import TagSet, meet, witness
from hxlguard.model.rule import Forbid, Require
from hxlguard.model.tag import TagPattern, TagSpec
from hxlguard.recognizers import person_name

_NAMES = TagSet.of(person_name.RECOGNIZER.tags)

Refusal = tuple[Forbid | Require, TagSet]
"""A rule under which a field must be dropped, and the tags that it surely reaches."""

Loophole = tuple[str, TagSet]
"""What in a rule opens it, and the tags that it sets free."""


def _check(subject: Subject) -> Iterator[Mark]:
    """A clause for every flow is told of once."""
    told = set()
    for case in subject.cases:
        refused = _refused(case)
        for pointer, rule in case.forbids:
            for opening, tags in _loopholes(rule):
                if (pointer, opening) not in told and (escaped := _escaped(tags, rule, refused)):
                    told.add((pointer, opening))
                    yield Mark(pointer, f"`{rule.id}` does not reach `{escaped}`: {opening}")


def _loopholes(rule: Forbid) -> Iterator[Loophole]:
    patterns = [TagPattern.parse(text) for text in rule.match.tags or ()]
    for text in rule.match.excluded or ():
        exception = TagPattern.parse(text)
        freed = [met for one in patterns if (met := meet(one, exception)) and _adds(met, one)]
        if freed and not exception.exact:
            alone = TagPattern(exception.hashtag, exception.required, exact=True)
            more = TagSet(tuple(freed), (TagSet((alone,)),))
            yield f"`except` `{text}` frees it whatever else it says", more
    for pattern in patterns:
        if pattern.exact or pattern.excluded:
            whole = TagPattern(pattern.hashtag, pattern.required)
            sign = "!" if pattern.exact else "-"
            yield f"the `{sign}` of `{pattern}` frees it", TagSet((whole,), (TagSet((pattern,)),))


def _adds(freed: TagPattern, forbidden: TagPattern) -> bool:
    """Whether it takes one more attribute to be free, and no other hashtag."""
    return bool(freed.required - forbidden.required)


def _refused(case: Case) -> ByHashtag[Refusal]:
    return ByHashtag(
        (held, (rule, held))
        for _, rule in refusals(case)
        if always(rule.when, case)
        if (held := surely_matched(rule.match, case))
    )


def _escaped(tags: TagSet, rule: Forbid, refused: ByHashtag[Refusal]) -> TagSpec | None:
    """The smallest tag that no clause forbids, rather one of people's names than any other."""
    others = (held for other, held in refused.sharing(tags) if other is not rule)
    forbidden = near([*others, *filter(None, [named_tags(rule.match)])], tags)
    return witness([tags], forbidden, also=[[_NAMES]]) or witness([tags], forbidden)


LINTS = (
    Lint(
        code="HXA320",
        level=LintLevel.WARNING,
        meaning="A forbidden field is free once its tag says one thing more.",
        why="Who tags in a hurry, or to get a file through, slips past the clause.",
        mend="Close an exception with `!`, and forbid without `!` and `-`.",
        check=_check,
    ),
)
