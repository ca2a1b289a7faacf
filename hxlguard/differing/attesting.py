"""Whose word counts where a clause is settled by an attestation."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.clauses.attesting import who_may_attest
from hxlguard.differing.orders import by_amount, change, gone_and_come
from hxlguard.model.agreement import Agreement, Flow
from hxlguard.model.difference import Change
from hxlguard.model.rule import Require
from hxlguard.model.treatment import Pseudonymise


def attesting_changes(
    old: Agreement, new: Agreement, before: Flow, after: Flow
) -> Iterator[Change]:
    """What changes in who may attest, where there is something to attest."""
    if not (_is_attested(old, before) and _is_attested(new, after)):
        return
    known, now = sorted(who_may_attest(old)), sorted(who_may_attest(new))
    if known and now:
        yield from gone_and_come("who may attest:", known, now)
        return
    anybody = by_amount(known, now, lambda names: not names)
    yield from change(anybody, f"{'only those that are named' if now else 'anybody'} may attest")


def _is_attested(agreement: Agreement, flow: Flow) -> bool:
    duties = (each.check for each in flow.obligations if each.phase == "before-release")
    checks = (*duties, *(each.check for each in flow.transfer))
    rules = (*agreement.document.clauses, *flow.rules)
    return any(check != "observable" for check in checks) or any(
        isinstance(treatment, Pseudonymise)
        for rule in rules
        if isinstance(rule, Require)
        for treatment in rule.treatments
    )
