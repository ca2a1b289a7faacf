"""Patterns that nobody can see through, hxlguard included."""

from __future__ import annotations

from hxlguard.linting.lint import Lint
from hxlguard.model.lint import LintLevel

UNSETTLED = Lint(
    code="HXA300",
    level=LintLevel.ERROR,
    meaning="The tag patterns are too intricate for one of the lints.",
    why="What cannot be looked through may hide anything.",
    mend="Write the rules with fewer exceptions and fewer attributes.",
    check=lambda subject: (),
)
"""Given in place of a lint whose search was given up, so that it never reads as found nothing."""

LINTS = (UNSETTLED,)
