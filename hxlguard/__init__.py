"""hxlguard checks humanitarian data against sharing agreements before anything leaves.

The public names load what they need when they are first used, so importing this package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hxlguard.agreements import load_agreement
    from hxlguard.differing import diff_agreements
    from hxlguard.errors import (
        AgreementError,
        HxlguardError,
        ReleaseBlocked,
        ReleaseHeld,
        ReleaseStopped,
        SourceError,
        UsageError,
    )
    from hxlguard.linting import lint_agreement
    from hxlguard.model.agreement import Agreement
    from hxlguard.model.difference import AgreementDiff, Change, Difference, Ordering, Witness
    from hxlguard.model.lint import LintFinding, LintLevel
    from hxlguard.model.ordered import Level, Severity, Verdict
    from hxlguard.model.report import Inspection, Report, Unknown, Violation
    from hxlguard.model.risk import RiskReport
    from hxlguard.pipeline import check, check_many, inspect, propose_tags, risk

__version__ = "0.1.0"

_HOME = {
    "Agreement": "hxlguard.model.agreement",
    "AgreementDiff": "hxlguard.model.difference",
    "AgreementError": "hxlguard.errors",
    "Change": "hxlguard.model.difference",
    "Difference": "hxlguard.model.difference",
    "HxlguardError": "hxlguard.errors",
    "Inspection": "hxlguard.model.report",
    "Level": "hxlguard.model.ordered",
    "LintFinding": "hxlguard.model.lint",
    "LintLevel": "hxlguard.model.lint",
    "Ordering": "hxlguard.model.difference",
    "ReleaseBlocked": "hxlguard.errors",
    "ReleaseHeld": "hxlguard.errors",
    "ReleaseStopped": "hxlguard.errors",
    "Report": "hxlguard.model.report",
    "RiskReport": "hxlguard.model.risk",
    "Severity": "hxlguard.model.ordered",
    "SourceError": "hxlguard.errors",
    "Unknown": "hxlguard.model.report",
    "UsageError": "hxlguard.errors",
    "Verdict": "hxlguard.model.ordered",
    "Violation": "hxlguard.model.report",
    "Witness": "hxlguard.model.difference",
    "check": "hxlguard.pipeline",
    "check_many": "hxlguard.pipeline",
    "diff_agreements": "hxlguard.differing",
    "inspect": "hxlguard.pipeline",
    "lint_agreement": "hxlguard.linting",
    "load_agreement": "hxlguard.agreements",
    "propose_tags": "hxlguard.pipeline",
    "risk": "hxlguard.pipeline",
}

__all__ = [
    "Agreement",
    "AgreementDiff",
    "AgreementError",
    "Change",
    "Difference",
    "HxlguardError",
    "Inspection",
    "Level",
    "LintFinding",
    "LintLevel",
    "Ordering",
    "ReleaseBlocked",
    "ReleaseHeld",
    "ReleaseStopped",
    "Report",
    "RiskReport",
    "Severity",
    "SourceError",
    "Unknown",
    "UsageError",
    "Verdict",
    "Violation",
    "Witness",
    "__version__",
    "check",
    "check_many",
    "diff_agreements",
    "inspect",
    "lint_agreement",
    "load_agreement",
    "propose_tags",
    "risk",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module `hxlguard` has no attribute `{name}`")
    value: object = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
