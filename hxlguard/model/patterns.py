"""The algebra of tag patterns: intersection, subsumption, and the smallest tag in a set.

Hashtags and attributes are open lists: beyond those that patterns mention there is always another.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hxlguard.model.tag import TagPattern, TagSpec

ANY = "#*"
MOST_STEPS = 5_000
"""Tags that a search looks at before it gives up; people's patterns need a few dozen."""

_FRESH = "other"


class Unsettled(Exception):
    """The patterns are too intricate to be searched; whoever asked must not take it for a no."""


def meet(one: TagPattern, other: TagPattern) -> TagPattern | None:
    """The pattern of exactly the tags that both match, or None where there are none."""
    if ANY not in (one.hashtag, other.hashtag) and one.hashtag != other.hashtag:
        return None
    hashtag = other.hashtag if one.hashtag == ANY else one.hashtag
    required = one.required | other.required
    if any(pattern.exact and pattern.required != required for pattern in (one, other)):
        return None
    excluded = _excluded(one) | _excluded(other)
    if required & excluded:
        return None
    exact = one.exact or other.exact
    return TagPattern(hashtag, required, frozenset() if exact else excluded, exact)


def covers(wide: TagPattern, narrow: TagPattern) -> bool:
    """True when every tag that `narrow` matches is matched by `wide` too."""
    if narrow.required & _excluded(narrow):
        return True
    if wide.hashtag not in (ANY, narrow.hashtag) or not wide.required <= narrow.required:
        return False
    if wide.exact:
        return narrow.exact and wide.required == narrow.required
    if narrow.exact:
        return not wide.excluded & narrow.required
    return wide.excluded <= narrow.excluded


@dataclass(frozen=True, slots=True)
class TagSet:
    """The tags that match one of `patterns` and lie in none of `excluded`."""

    patterns: tuple[TagPattern, ...]
    excluded: tuple[TagSet, ...] = ()
    _words: set[str] = field(default_factory=set, init=False, compare=False, repr=False)
    _parts: dict[str, TagSet] = field(default_factory=dict, init=False, compare=False, repr=False)

    @classmethod
    def of(cls, tags: Iterable[str], excluded: Iterable[str] | None = None) -> TagSet:
        """The set that `tags` and `except` of a match stand for.

        Raises:
            ValueError: one of them is not a tag pattern.
        """
        left_out = tuple(map(TagPattern.parse, excluded or ()))
        return cls(tuple(map(TagPattern.parse, tags)), (cls(left_out),) if left_out else ())

    def matches(self, tag: TagSpec) -> bool:
        """True when `tag` lies in the set."""
        return any(pattern.matches(tag) for pattern in self.patterns) and not any(
            each.matches(tag) for each in self.excluded
        )

    def __and__(self, other: TagSet) -> TagSet:
        """The tags of both."""
        met = (meet(one, two) for one in self.patterns for two in other.patterns)
        return TagSet(tuple(filter(None, met)), (*self.excluded, *other.excluded))

    def __le__(self, other: TagSet) -> bool:
        """True when every tag of this set plainly lies in the other; False proves nothing."""
        return all(any(covers(wide, one) for wide in other.patterns) for one in self.patterns) and (
            all(
                left_out in self.excluded
                or any(
                    not each.excluded and TagSet(left_out.patterns) <= each
                    for each in self.excluded
                )
                for left_out in other.excluded
            )
        )

    def under(self, hashtag: str) -> TagSet:
        """The part that can speak about tags with this hashtag."""
        if hashtag not in self._parts:
            patterns = tuple(each for each in self.patterns if each.hashtag in (ANY, hashtag))
            parts = (each.under(hashtag) for each in self.excluded) if patterns else ()
            self._parts[hashtag] = TagSet(patterns, tuple(part for part in parts if part.patterns))
        return self._parts[hashtag]

    @property
    def words(self) -> frozenset[str]:
        """Every hashtag and attribute mentioned, in what is left out too."""
        if not self._words:
            for each in self.patterns:
                self._words.update({each.hashtag}, each.required, each.excluded)
            self._words.update(*(each.words for each in self.excluded))
        return frozenset(self._words)


EVERY_TAG = TagSet((TagPattern(ANY),))


def witness(
    inside: Iterable[TagSet],
    outside: Iterable[TagSet] = (),
    *,
    also: Iterable[Iterable[TagSet]] = (),
) -> TagSpec | None:
    """The smallest tag in one of `inside` and in none of `outside`, or None where there is none.

    The smallest has the fewest attributes and then comes first in the alphabet; a hashtag or an
    attribute that nothing mentions is made up only where those mentioned will not do.

    Args:
        inside: sets of which one must hold the tag.
        outside: sets of which none may hold it.
        also: more lists like `inside`, each of which must hold the tag as well.

    Raises:
        Unsettled: the search was given up.
    """
    inner = [tuple(inside), *map(tuple, also)]
    outer = tuple(outside)
    words: frozenset[str] = frozenset().union(*(each.words for each in (*sum(inner, ()), *outer)))
    hashtags = {word for word in words if word.startswith("#")}
    fresh_hashtag, fresh = _fresh("#", hashtags), _fresh("", words)
    universe = (words - hashtags) | {fresh}
    possible = _possible(inner, {*hashtags, fresh_hashtag})
    searches: dict[str, _Search] = {}
    queue = [(hashtag == fresh_hashtag, 0, hashtag, TagSpec(hashtag)) for hashtag in possible]
    heapq.heapify(queue)
    seen = {tag for *_, tag in queue}
    for _ in range(MOST_STEPS):
        if not queue:
            return None
        *_, tag = heapq.heappop(queue)
        if tag.hashtag not in searches:
            searches[tag.hashtag] = _Search.of(inner, outer, universe, tag.hashtag)
        steps = searches[tag.hashtag].steps(frozenset(tag.attributes))
        if steps is None:
            return tag
        for name in steps:
            longer = TagSpec(tag.hashtag, tuple(sorted({*tag.attributes, name})))
            if longer not in seen:
                seen.add(longer)
                made_up = tag.hashtag == fresh_hashtag or fresh in longer.attributes
                heapq.heappush(queue, (made_up, len(longer.attributes), str(longer), longer))
    raise Unsettled


def _possible(inner: Sequence[Sequence[TagSet]], known: set[str]) -> set[str]:
    """The hashtags that the tag looked for can have."""
    found = known - {ANY}
    for sets in inner:
        named = {pattern.hashtag for each in sets for pattern in each.patterns}
        if ANY not in named:
            found &= named
    return found


def _fresh(sign: str, taken: Collection[str]) -> str:
    number = 1
    name = sign + _FRESH
    while name in taken:
        number += 1
        name = f"{sign}{_FRESH}{number}"
    return name


def _excluded(pattern: TagPattern) -> frozenset[str]:
    """An exact pattern leaves out every other attribute, so naming some adds nothing."""
    return frozenset() if pattern.exact else pattern.excluded


@dataclass(frozen=True, slots=True)
class _Search:
    """The search among the tags with one hashtag, from no attribute upwards.

    Attributes only ever get more on the way. At each tag that will not do, every larger tag that
    does must hold one of a few attributes, so only these are tried.
    """

    inner: Sequence[Sequence[TagSet]]
    outer: Sequence[TagSet]
    universe: frozenset[str]

    @classmethod
    def of(
        cls,
        inner: Sequence[Sequence[TagSet]],
        outer: Sequence[TagSet],
        universe: frozenset[str],
        hashtag: str,
    ) -> _Search:
        """Only with what can speak about the hashtag."""
        within = [
            [part for each in sets if (part := each.under(hashtag)).patterns] for sets in inner
        ]
        beyond = [part for each in outer if (part := each.under(hashtag)).patterns]
        return cls(within, beyond, universe)

    def steps(self, held: frozenset[str]) -> set[str] | None:
        """The attributes to try next, or None where these ones will do."""
        fewest: set[str] | None = None
        for ways in self._ways(held):
            if fewest is None or len(ways) < len(fewest):
                fewest = ways
            if len(fewest) < 2:
                break
        return fewest if fewest is None else fewest - held

    def _ways(self, held: frozenset[str]) -> Iterator[set[str]]:
        """For each thing that is wrong, the attributes of which one must be added."""
        for sets in self.inner:
            if not any(_holds(each, held) for each in sets):
                yield {name for each in sets for name in self._in(each, held)}
        for each in self.outer:
            if _holds(each, held):
                yield self._out(each, held)

    def _in(self, tags: TagSet, held: frozenset[str]) -> set[str]:
        """Of these, every larger tag that lies in `tags` holds one."""
        found = set()
        for pattern in tags.patterns:
            if missing := pattern.required - held:
                if held <= pattern.required if pattern.exact else not pattern.excluded & held:
                    found.add(min(missing))
            elif _fits(pattern, held) and not pattern.exact:
                ways = (self._out(each, held) for each in tags.excluded if _holds(each, held))
                found |= min(ways, key=len)
        return found

    def _out(self, tags: TagSet, held: frozenset[str]) -> set[str]:
        """Of these, every larger tag that does not lie in `tags` holds one."""
        ways = [
            set(self.universe if pattern.exact else pattern.excluded)
            for pattern in tags.patterns
            if _fits(pattern, held)
        ]
        into = (self._in(each, held) for each in tags.excluded)
        return min(ways, key=len).union(*into)


def _holds(tags: TagSet, held: frozenset[str]) -> bool:
    return any(_fits(pattern, held) for pattern in tags.patterns) and not any(
        _holds(each, held) for each in tags.excluded
    )


def _fits(pattern: TagPattern, held: frozenset[str]) -> bool:
    """Whether a pattern of the right hashtag matches these attributes."""
    if pattern.exact:
        return pattern.required == held
    return pattern.required <= held and not pattern.excluded & held
