"""What the clauses of an agreement do, each as one plain sentence for whoever signs it.

Made from the document alone: the same clause gives the same sentence, whatever its `text` says, so
that a lawyer can compare the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from hxlguard.model.agreement import Disclosure, Duty, OnwardSharing, Retention, TransferDuty
from hxlguard.model.disclosure import LimitName
from hxlguard.model.document import Check, Unit
from hxlguard.model.rule import (
    ClassificationMatch,
    ClassificationRule,
    Clause,
    Forbid,
    Match,
    Permit,
    PermitMatch,
    Require,
    When,
)
from hxlguard.model.treatment import (
    Band,
    Drop,
    GeneraliseLocation,
    Mask,
    Pseudonymise,
    RoundCoordinates,
    Treatment,
    TruncateDate,
)
from hxlguard.wording import plural

_GRID = ("111 km", "11 km", "1.1 km", "110 m", "11 m", "1 m", "10 cm")
"""How far apart two points are that differ in the last decimal of a degree, from 0 decimals on."""

_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "H": "hour"}

CHECKS: Mapping[Check, str] = {
    "observable": "it must be seen in what leaves",
    "attested": "somebody who may do so attests it",
    "manual": "a person checks it and says so",
}
"""How a duty is shown to be done."""


def sentence(clause: Clause) -> str:
    """What a written clause does."""
    match clause:
        case Permit():
            return f"{_upper(fields(clause.match))} may travel{_when(clause.when)}."
        case Require():
            asked = f"must {both(map(treated, clause.treatments))}, or stay behind"
            return f"{_upper(fields(clause.match))} {asked}{_when(clause.when)}."
        case Forbid():
            return f"{_upper(fields(clause.match))} never travel{_when(clause.when)}."
        case ClassificationRule():
            level = f"are of sensitivity `{clause.level}` at least"
            return f"{_upper(fields(clause.match))} {level}{_when(clause.when)}."
        case Disclosure():
            return _disclosure(clause)
        case Retention():
            return _retention(clause)
        case OnwardSharing():
            return _onward(clause)
        case Duty():
            return _duty(clause)
        case TransferDuty():
            return _transfer_duty(clause)
        case _:
            return clause.text or ""


def fields(match: PermitMatch | ClassificationMatch) -> str:
    """The columns that a match is about."""
    conditions = both(_conditions(match))
    return " ".join(filter(None, ("fields", _tagged(match), conditions and f"that {conditions}")))


def treated(treatment: Treatment) -> str:
    """What must be done to a column, as it follows `must`."""
    match treatment:
        case Drop():
            return "be dropped"
        case RoundCoordinates():
            kept = plural(treatment.decimals, "decimal")
            return f"be rounded to {kept} of a degree (about {_GRID[treatment.decimals]})"
        case GeneraliseLocation():
            return f"name no place finer than {_place(treatment.admin_level)}"
        case TruncateDate():
            return f"give no date finer than the {treatment.to}"
        case Band():
            bands = ", ".join(_bands(sorted(treatment.cuts)))
            return f"be given in these bands ({bands}) or in coarser ones made of them"
        case Pseudonymise():
            how = [
                treatment.method and f"method {treatment.method}",
                treatment.scope and f"scope {treatment.scope}",
                treatment.key_holder and f"`{treatment.key_holder}` keeps the key",
            ]
            return f"be replaced by keyed pseudonyms{_aside(filter(None, how))}"
        case Mask():
            return "be shown in part only"


def either(words: Iterable[str]) -> str:
    """Such as `A, B or C`."""
    return _joined(words, "or")


def both(words: Iterable[str]) -> str:
    """Such as `A, B and C`."""
    return _joined(words, "and")


def quoted(words: Iterable[str]) -> list[str]:
    """Each word in backticks."""
    return [f"`{word}`" for word in words]


def unit(name: Unit) -> str:
    """What one row is about, with its article."""
    if name == "aggregate":
        return "an aggregate (a total)"
    return f"an {name}" if name[0] in "aei" else f"a {name}"


def duration(text: str) -> str:
    """An ISO 8601 duration in words: `P12M` is `12 months`."""
    date, _, time = text.removeprefix("P").partition("T")
    return both(
        plural(int(number), _UNITS[unit])
        for part in (date, time)
        for number, unit in re.findall(r"(\d+)([YMWDH])", part)
    )


def _tagged(match: PermitMatch | ClassificationMatch) -> str:
    if not match.tags:
        return ""
    but = f" (but not {either(quoted(match.excluded))})" if match.excluded else ""
    return f"tagged {either(quoted(match.tags))}{but}"


def _conditions(match: PermitMatch | ClassificationMatch) -> Iterator[str]:
    if match.headers:
        yield f"have the header {either(quoted(match.headers))}"
    if not isinstance(match, ClassificationMatch):
        return
    if match.entities:
        kinds = either(entity.lower().replace("_", " ") for entity in match.entities)
        yield f"hold, or are announced as, {kinds}{_coverage(match.min_coverage)}"
    if match.location:
        yield "hold coordinates" if match.location == "coordinates" else "name places"
    if match.admin_level:
        yield f"name places as fine as {_place(match.admin_level.at_least)} or finer"
    if isinstance(match, Match) and match.sensitivity:
        yield f"are of sensitivity `{match.sensitivity.at_least}` or more"


def _coverage(least: str | None) -> str:
    return f" in a share of {least} of the filled cells or more" if least else " even in one cell"


def _when(when: When | None) -> str:
    if when is None:
        return ""
    conditions = []
    if when.unit_of_record:
        conditions.append(f"where one row is {either(map(unit, when.unit_of_record))}")
    if when.row_filter:
        words = either(quoted(when.row_filter.any_of))
        conditions.append(f"in the rows whose `{when.row_filter.tag}` is {words}")
    return f", {both(conditions)}"


def _place(admin_level: int) -> str:
    if admin_level == 6:
        return "a named site"
    return f"admin level {admin_level}" if admin_level else "the country"


def _bands(cuts: list[int]) -> Iterator[str]:
    for first, after in pairwise(cuts):
        yield f"{first}-{after - 1}" if after - first > 1 else f"{first}"
    yield f"{cuts[-1]} and more"


def _disclosure(limit: Disclosure) -> str:
    said = _MEASURES[limit.measure](limit)
    bounds = [(limit.at_least, "at least"), (limit.at_most, "at most")]
    asked = both(f"{how} {bound}" for bound, how in bounds if bound is not None)
    aside = [
        limit.variant and f"variant {limit.variant}",
        limit.weights and f"weighted by `{limit.weights}`",
        limit.household and f"households by `{limit.household}`",
        "a blank agrees with every value" if limit.blanks == "wildcard" else None,
        *(
            f"`{tag}` in bands that begin at {', '.join(map(str, sorted(cuts)))}"
            for tag, cuts in (limit.band or {}).items()
        ),
        limit.dates and f"dates by {limit.dates}",
        *(
            f"`{tag}` in groups that its first {both(map(str, sorted(lengths)))} characters name"
            for tag, lengths in (limit.hierarchy or {}).items()
        ),
        *(f"{name} {value}" for name, value in _parameters(limit) if value is not None),
        limit.zero_cells and f"zeros {limit.zero_cells}",
        limit.secondary_suppression and f"secondary suppression {limit.secondary_suppression}",
    ]
    return f"{_upper(said)}: {asked or 'no bound is given'}{_aside(filter(None, aside))}."


def _parameters(limit: Disclosure) -> Iterator[tuple[str, object]]:
    yield "k", limit.k
    yield "c", limit.c
    yield "alpha", limit.alpha
    yield "risk", limit.risk
    yield "combinations up to", limit.max_size
    yield "sampling fraction", limit.sampling_fraction
    yield "largest contributors", limit.largest


def _group(limit: Disclosure) -> str:
    keys = limit.quasi_identifiers
    return f"combination of {both(quoted(keys)) if keys else 'what can recognise people'}"


def _sensitive(limit: Disclosure) -> str:
    return both(quoted(limit.sensitive)) if limit.sensitive else "what is sensitive"


def _threshold(limit: Disclosure) -> str:
    if limit.risk is not None:
        return limit.risk
    return "0.05" if limit.k is None else f"1 / {limit.k}"


def _counted(limit: Disclosure) -> str:
    return either(quoted(limit.counts)) if limit.counts else "any count of people"


_MEASURES: Mapping[LimitName, Callable[[Disclosure], str]] = {
    "k_anonymity": lambda limit: f"rows that share each {_group(limit)}",
    "alpha_k_anonymity": lambda limit: (
        f"share of the most frequent value of {_sensitive(limit)} within each {_group(limit)}"
    ),
    "l_diversity": lambda limit: f"values of {_sensitive(limit)} within each {_group(limit)}",
    "t_closeness": lambda limit: (
        f"distance of {_sensitive(limit)} within each {_group(limit)} from the whole table"
    ),
    "global_risk": lambda limit: f"share of people expected to be found by their {_group(limit)}",
    "beta_likeness": lambda limit: (
        f"relative gain in how likely a value of {_sensitive(limit)} is within each {_group(limit)}"
    ),
    "delta_disclosure": lambda limit: (
        f"logarithm of how much likelier a value of {_sensitive(limit)} is within each"
        f" {_group(limit)}"
    ),
    "expected_reidentifications": lambda limit: (
        f"number of people expected to be found by their {_group(limit)}"
    ),
    "share_above_risk": lambda limit: (
        f"share of rows with a risk above {_threshold(limit)} to be found by their {_group(limit)}"
    ),
    "household_risk": lambda limit: (
        f"risk of any household that somebody of it is found by their {_group(limit)}"
    ),
    "population_uniqueness": lambda limit: (
        f"share of rows alone in the whole population in their {_group(limit)}"
    ),
    "sample_uniques": lambda limit: f"rows alone in their {_group(limit)}",
    "dis_suda": lambda limit: (
        f"DIS-SUDA score of any row, how special it is by its {_group(limit)}"
    ),
    "individual_risk": lambda limit: f"risk of anybody to be found by their {_group(limit)}",
    "sample_uniques_share": lambda limit: f"share of rows alone in their {_group(limit)}",
    "suda": lambda limit: f"SUDA score of any row, how special it is by its {_group(limit)}",
    "min_cell_count": lambda limit: f"people in each filled cell of {_counted(limit)}",
    "dominance": lambda limit: f"share of the largest contributors in {_counted(limit)}",
    "p_percent": lambda limit: (
        f"percent to which one contributor can guess the part of another in {_counted(limit)}"
    ),
}


def _retention(kept: Retention) -> str:
    limits = [
        kept.delete_by and f"by {kept.delete_by}",
        kept.max_after_receipt and f"within {duration(kept.max_after_receipt)} after receipt",
    ]
    told = both(limit for limit in limits if limit)
    proof = f", and shows it by {kept.proof}" if kept.proof else ""
    if not told:
        return f"The recipient need not delete the data{proof}."
    return f"The recipient deletes the data {told}{proof}."


def _onward(onward: OnwardSharing) -> str:
    owners = both(quoted(onward.prior_written_consent_of))
    if not owners:
        return f"The recipient {'may' if onward.allowed else 'must not'} pass the data on."
    may = "may pass the data on, if" if onward.allowed else "must not pass the data on, unless"
    return f"The recipient {may} {owners} consented in writing before."


def _duty(duty: Duty) -> str:
    who = f"`{duty.who}`" if duty.who else "Somebody"
    what = (duty.code or duty.id).replace("-", " ")
    within = f" within {duration(duty.within)}" if duty.within else ""
    phase = duty.phase.replace("-", " the ")
    return f"{who} keeps this {phase}{within}: {what}; {CHECKS[duty.check]}."


def _transfer_duty(duty: TransferDuty) -> str:
    aside = [
        either(duty.algorithms) if duty.algorithms else "",
        f"signed by {both(quoted(duty.signers))}" if duty.signers else "",
    ]
    what = duty.require.replace("-", " ")
    return f"The file travels with this: {what}{_aside(filter(None, aside))}; {CHECKS[duty.check]}."


def _aside(words: Iterable[str]) -> str:
    told = "; ".join(words)
    return f" ({told})" if told else ""


def _joined(words: Iterable[str], last: str) -> str:
    *first, final = [*words] or [""]
    return f"{', '.join(first)} {last} {final}" if first else final


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
