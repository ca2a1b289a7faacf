"""The agreement is in force on the day."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.clause import MET, Breach, Case, Clause, Word
from hxlguard.model.kind import Kind
from hxlguard.model.ordered import Severity
from hxlguard.model.report import Fact

EXPIRED = Kind(
    id="agreement-expired",
    meaning="The agreement was no longer in force on the day of the release.",
    why="Nobody has promised to protect what is shared after the last day.",
    mend="Renew the agreement, or do not share.",
    severity=Severity.CRITICAL,
)
NOT_YET_VALID = Kind(
    id="agreement-not-yet-valid",
    meaning="The agreement was not in force yet on the day of the release.",
    why="Its protections do not bind anybody before the first day.",
    mend="Wait for the first day, or have the agreement brought forward.",
    severity=Severity.CRITICAL,
)
KINDS = (EXPIRED, NOT_YET_VALID)


def clauses(case: Case) -> Iterator[Clause]:
    """One implicit clause."""
    ref = case.implicit("validity", "Data are shared only while the agreement is in force.")
    yield Clause(ref, of_transfer=lambda _: _judge(case), waivable=False)


def _judge(case: Case) -> Iterator[Word]:
    validity, day = case.agreement.document.validity, case.on.isoformat()
    required = {"from": validity.first, "until": validity.until}
    if day > validity.until:
        message, renew = f"the agreement expired on {validity.until}", {"do": "renew_agreement"}
        yield Breach(EXPIRED, message, observed={"on": day}, required=required, remedies=(renew,))
    elif day < validity.first:
        message = f"the agreement is not in force before {validity.first}"
        wait: dict[str, Fact] = {"do": "wait", "until": validity.first}
        yield Breach(
            NOT_YET_VALID, message, observed={"on": day}, required=required, remedies=(wait,)
        )
    else:
        yield MET
