"""The formats of a report, one file each. A new one is one file and one line here.

`FORMATS` holds what a command line may ask for: a format renders both documents as text.
`frame` speaks to Python alone, and `plots` draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from hxlguard.model.report import Inspection, Report
from hxlguard.model.risk import RiskReport
from hxlguard.reports import frame as frame
from hxlguard.reports import json_v1, risk_text, risk_v1, text
from hxlguard.reports import plots as plots


class Format(Protocol):
    """A way to write both documents; what it returns ends with a newline."""

    def render_report(self, report: Report, *, colour: bool = False) -> str:
        """Write a decision."""

    def render_inspection(self, inspection: Inspection, *, colour: bool = False) -> str:
        """Write what was found."""


class RiskFormat(Protocol):
    """A way to write the risks of tables; what it returns ends with a newline."""

    def render(self, report: RiskReport, *, colour: bool = False) -> str:
        """Write them."""


FORMATS: Mapping[str, Format] = {"text": text, "json": json_v1}
RISK_FORMATS: Mapping[str, RiskFormat] = {"text": risk_text, "json": risk_v1}
