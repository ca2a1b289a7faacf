"""Decisions once more, as slowly and plainly as the design writes them: the oracle of the kernel.

Loops and sets over plain documents. Whatever is doubtful is an atom that may be true or false; a
clause is violated when it is in every world, and undecided when it is in some.

    d(c)     = drop                  if no permit applies to column c, or any forbid applies
             = join of all requires  otherwise
    c passes iff observed(c) >= d(c)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import partial
from typing import Any

from hxlguard.model.profile import ColumnProfile, SourceProfile, TableProfile
from hxlguard.model.row_filter import RowFilter
from hxlguard.recognizers import coordinates

LEVELS = ["low", "moderate", "high", "severe"]
DATES = {"day": 1, "month": 2, "quarter": 3, "year": 4}
PASS, UNDECIDED, FAIL = "pass", "undecided", "fail"

Rule = dict[str, Any]
Question = Callable[["Ask"], str]
Ask = Callable[[Hashable], bool]
"""Whether a doubtful thing is true in the world at hand."""


class _NotSaid(Exception):
    def __init__(self, atom: Hashable) -> None:
        self.atom = atom


def decide(document: dict[str, Any], sources: Iterable[SourceProfile]) -> tuple[str, set[str]]:
    """The verdict under the one flow of a document, and the ids of all violated clauses."""
    violated, undecided = set(), set()
    for source in sources:
        for table in source.tables:
            if not _filled(table):
                continue
            for clause, question in _questions(document, table):
                answers = _in_all_worlds(question)
                if answers == {FAIL}:
                    violated.add(clause)
                elif answers != {PASS}:
                    undecided.add(clause)
    return "BLOCK" if violated else "HOLD" if undecided else "CLEAR", violated


def _filled(table: TableProfile) -> list[ColumnProfile]:
    return [
        column
        for column in table.columns
        if column.finding.filled or any(found.matched for found in column.finding.detections)
    ]


def _questions(document: dict[str, Any], table: TableProfile) -> Iterator[tuple[str, Question]]:
    """What each clause asks of each column that it may be about."""
    for column in _filled(table):
        judge = _Judge(document, column)
        yield from judge.implicit_clauses().items()
        for rule in judge.restrictions:
            if _filter(rule) is None:
                yield rule["id"], partial(judge.keeps, rule)
    (flow,) = document["flows"]
    for rule in (*document.get("clauses", []), *flow["rules"]):
        if rule["effect"] != "permit" and _filter(rule) is not None:
            yield from _questions_about_rows(document, rule, table)


def _questions_about_rows(
    document: dict[str, Any], rule: Rule, table: TableProfile
) -> Iterator[tuple[str, Question]]:
    """What the rows show counts; what further rows show, which may be meant too, is a doubt."""
    subset = next((each for each in table.subsets if _is_of(each.filter, rule)), None)
    if subset:
        for column in _filled(subset.table):
            yield rule["id"], partial(_Judge(document, column).keeps, rule)
    further = subset.doubtful if subset else table
    for column in _filled(further) if further else ():
        yield rule["id"], partial(_Judge(document, column).keeps_perhaps, rule)


def _filter(rule: Rule) -> Rule | None:
    return rule.get("when", {}).get("row_filter")


def _is_of(told: RowFilter, rule: Rule) -> bool:
    wanted = _filter(rule)
    return wanted is not None and (told.tag, [*told.any_of]) == (wanted["tag"], wanted["any_of"])


def _in_all_worlds(question: Callable[[Ask], str]) -> set[str]:
    answers: set[str] = set()
    worlds: list[dict[Hashable, bool]] = [{}]
    while worlds:
        world = worlds.pop()

        def ask(atom: Hashable, world: dict[Hashable, bool] = world) -> bool:
            if atom not in world:
                raise _NotSaid(atom)
            return world[atom]

        try:
            answers.add(question(ask))
        except _NotSaid as missing:
            worlds += [{**world, missing.atom: True}, {**world, missing.atom: False}]
    return answers


class _Judge:
    """One column under one document."""

    def __init__(self, document: dict[str, Any], column: ColumnProfile) -> None:
        self.document, self.column, self.finding = document, column, column.finding
        (self.flow,) = document["flows"]
        rules = [*document.get("clauses", []), *self.flow.get("rules", [])]
        self.permits = [rule for rule in rules if rule["effect"] == "permit"]
        self.requires = [rule for rule in rules if rule["effect"] == "require"]
        self.restrictions = [rule for rule in rules if rule["effect"] != "permit"]
        self.defaults = document.get("defaults", {})
        thresholds = self.defaults.get("detection", {})
        self.act_at = float(thresholds.get("act_at", "0.60"))
        self.hold_at = float(thresholds.get("hold_at", "0.35"))

    def implicit_clauses(self) -> dict[str, Question]:
        flow = self.flow["id"]
        made: dict[str, Question] = {}
        if self.finding.tag is None:
            hold = self.defaults.get("untagged") == "hold"
            made[f"{flow}.untagged"] = lambda ask: (
                PASS if self.permitted(ask) else UNDECIDED if hold else FAIL
            )
        elif self.defaults.get("columns", "deny") == "deny":
            made[f"{flow}.default-deny"] = lambda ask: PASS if self.permitted(ask) else FAIL
        ceiling = LEVELS.index(self.flow.get("sensitivity_ceiling", "low"))
        made[f"{flow}.ceiling"] = lambda ask: FAIL if self.level(ask) > ceiling else PASS
        return made

    def keeps(self, rule: Rule, ask: Ask) -> str:
        if not self.restricts(rule, ask):
            return PASS
        return FAIL if rule["effect"] == "forbid" else self.protected(rule, ask)

    def keeps_perhaps(self, rule: Rule, ask: Ask) -> str:
        return UNDECIDED if self.keeps(rule, ask) == FAIL else self.keeps(rule, ask)

    # which columns a rule is about

    def permitted(self, ask: Ask) -> bool:
        return any(self.named(rule, ask) for rule in self.permits)

    def named(self, rule: Rule, ask: Ask) -> bool:
        """By the real tag and the header alone."""
        match = rule["match"]
        if "tags" in match and not self.tagged(match, [self.finding.tag]):
            return False
        if "headers" in match and not self.headed(match["headers"]):
            return False
        return self.when(rule, ask) and self.in_rows(rule, "every", ask)

    def classifies(self, rule: Rule, ask: Ask) -> bool:
        return self.restricts(rule, ask) and self.in_rows(rule, "some", ask)

    def in_rows(self, rule: Rule, which: str, ask: Ask) -> bool:
        """Whether `some` or `every` cell stands in the rows that a rule is about."""
        if _filter(rule) is None:
            return True
        for told in self.column.in_rows:
            if _is_of(told.filter, rule):
                perhaps = getattr(told, f"perhaps_{which}")
                surely = getattr(told, which)
                return surely if surely == perhaps else ask((which, rule["id"]))
        return ask((which, rule["id"]))

    def restricts(self, rule: Rule, ask: Ask) -> bool:
        """By everything that is known, the tag that the header suggests included."""
        match, found = rule["match"], self.finding
        if "tags" in match and not self.tagged(match, [found.tag, found.proposed_tag]):
            return False
        if "headers" in match:
            hidden = found.header is None
            if not (ask(("header", rule["id"])) if hidden else self.headed(match["headers"])):
                return False
        if "entities" in match and not self.holds(match, ask):
            return False
        if "location" in match and not self.located(match["location"], ask):
            return False
        if "admin_level" in match:
            least = match["admin_level"]["at_least"]
            if self.column.admin_level is None or self.column.admin_level < least:
                return False
        return self.sensitive(match, ask) and self.when(rule, ask)

    def tagged(self, match: Rule, tags: list[str | None]) -> bool:
        return any(
            any(fits(pattern, tag) for pattern in match["tags"])
            and not any(fits(pattern, tag) for pattern in match.get("except", []))
            for tag in tags
            if tag is not None
        )

    def headed(self, headers: list[str]) -> bool:
        return self.finding.header is not None and folded(self.finding.header) in {
            folded(header) for header in headers
        }

    def holds(self, match: Rule, ask: Ask) -> bool:
        for number, found in enumerate(self.finding.detections):
            announced = bool({"tag", "header"} & {via.value for via in found.via})
            covers = found.coverage >= float(match.get("min_coverage", "0"))
            named = found.entity in match["entities"] and (announced or covers)
            if named and self.seen(found.confidence, ("detection", number), ask):
                return True
        return False

    def located(self, location: str, ask: Ask) -> bool:
        if location == "named":
            return self.column.admin_level is not None
        tags = [tag for tag in (self.finding.tag, self.finding.proposed_tag) if tag]
        if any(fits(pattern, tag) for pattern in coordinates.RECOGNIZER.tags for tag in tags):
            return True
        if self.column.decimals or self.column.unlocated.count:
            return True
        return self.holds({"entities": ["GEO_COORDINATES"]}, ask)

    def seen(self, confidence: float, atom: Hashable, ask: Ask) -> bool:
        if confidence >= self.act_at:
            return True
        return confidence >= self.hold_at and ask(atom)

    def when(self, rule: Rule, ask: Ask) -> bool:
        when = rule.get("when", {})
        if "unit_of_record" in when:
            unit = self.flow.get("unit_of_record")
            return unit in when["unit_of_record"] if unit else ask(("unit", rule["id"]))
        return True

    def sensitive(self, match: Rule, ask: Ask) -> bool:
        if "sensitivity" not in match:
            return True
        return self.level(ask) >= LEVELS.index(match["sensitivity"]["at_least"])

    # how sensitive it is

    def level(self, ask: Ask) -> int:
        found = LEVELS.index(self.finding.level.value)
        classification = self.document.get("classification")
        if classification is None:
            return found
        rules = classification["rules"]
        levels = [
            LEVELS.index(rule["level"])
            for rule in rules
            if not {"entities", "location", "admin_level"} & rule["match"].keys()
            and self.named(rule, ask)
        ]
        unclassified = LEVELS.index(classification.get("unclassified", "severe"))
        raised = [LEVELS.index(rule["level"]) for rule in rules if self.classifies(rule, ask)]
        if self.seen(self.finding.confidence, "level", ask):
            raised.append(found)
        return max([max(levels, default=unclassified), *raised])

    # how well it is protected

    def protected(self, rule: Rule, ask: Ask) -> str:
        answers = [self.treated(treatment) for treatment in rule["with"]]
        others = [
            other
            for other in self.requires
            if _filter(other) in (None, _filter(rule)) and self.restricts(other, ask)
        ]
        identifiers = {
            treatment["do"]
            for each in others
            for treatment in each["with"]
            if treatment["do"] in ("pseudonymise", "mask")
        }
        own = {treatment["do"] for treatment in rule["with"]}
        if len(identifiers) == 2 and own & identifiers:
            answers.append(FAIL)
        return next((answer for answer in (FAIL, UNDECIDED) if answer in answers), PASS)

    def treated(self, treatment: Rule) -> str:
        column = self.column
        match treatment["do"]:
            case "drop":
                return FAIL
            case "round_coordinates":
                values = [seen.value for seen in column.decimals]
                fine = [value for value in values if value > treatment["decimals"]]
                return _measured(values, fine, column.unlocated.count)
            case "truncate_date":
                values = [seen.value for seen in column.dates]
                fine = [value for value in values if value < DATES[treatment["to"]]]
                return _measured(values, fine, column.undated.count)
            case "generalise_location":
                level = column.admin_level
                return FAIL if level is None or level > treatment["admin_level"] else PASS
            case "band":
                cuts = tuple(sorted(treatment["cuts"]))
                banded = next((each for each in column.banded if each.cuts == cuts), None)
                if banded is None:
                    return UNDECIDED
                return FAIL if banded.finer.count else UNDECIDED if banded.unread.count else PASS
            case "pseudonymise":
                rows = column.not_pseudonyms
                return FAIL if rows and rows.count else UNDECIDED
            case _:
                rows = column.not_masked
                return UNDECIDED if rows is None else FAIL if rows.count else PASS


def _measured(values: list[int], fine: list[int], unreadable: int) -> str:
    """A treatment that does not apply to the column cannot be met."""
    if fine or (not values and not unreadable):
        return FAIL
    return UNDECIDED if unreadable else PASS


def fits(pattern: str, tag: str) -> bool:
    """The pattern language of libhxl, letter by letter."""
    exact, pattern = pattern.endswith("!"), pattern.removesuffix("!")
    hashtag, *signed = re.findall(r"#?[a-z0-9_*]+|[+-][a-z0-9_]+", pattern.lower())
    name, *attributes = tag.split("+")
    must = {word[1:] for word in signed if word.startswith("+")}
    must_not = {word[1:] for word in signed if word.startswith("-")}
    if hashtag not in ("#*", name) or not must <= {*attributes} or must_not & {*attributes}:
        return False
    return not exact or must == {*attributes}


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()
