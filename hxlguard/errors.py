"""Every exception that hxlguard raises on purpose.

```
HxlguardError
├── UsageError            a call that cannot be answered: an unknown policy, a flow left open
├── SourceError           a data file that cannot be read at all
├── AgreementError        an agreement that cannot be used; `mistakes` lists all of them
└── ReleaseStopped        raised by `Report.raise_for_violations()`, carries the report
    ├── ReleaseBlocked    at least one violation
    └── ReleaseHeld       something could not be decided
```

A message is one sentence in lower case that names the file and the place; the remedy stands apart.
None of them ever holds the text of a cell.
"""

from __future__ import annotations

import copyreg
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hxlguard.model.report import Report


class HxlguardError(Exception):
    """The root of the tree: catch it to catch whatever hxlguard raises on purpose.

    Attributes:
        what: what is wrong, one sentence without the name of the file.
        where: the file, agreement or argument, with the place inside it when there is one.
        remedy: what to do about it, or an empty string.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        located = f"{where}: {what}" if where else what
        super().__init__(f"{located}; {remedy}" if remedy else located)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle all of it, so that it survives the way home from another process."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class UsageError(HxlguardError):
    """The call itself cannot be answered."""


class SourceError(HxlguardError):
    """A data file cannot be read at all, so nothing about it can be said."""


class AgreementError(HxlguardError):
    """An agreement cannot be used.

    Attributes:
        mistakes: every mistake found, one line each, in the order of the document.
    """

    def __init__(
        self, what: str, *, where: str = "", remedy: str = "", mistakes: tuple[str, ...] = ()
    ) -> None:
        super().__init__(what, where=where, remedy=remedy)
        self.mistakes = mistakes


class ReleaseStopped(HxlguardError):
    """The report says that this must not leave.

    Attributes:
        report: the whole report.
    """

    def __init__(self, report: Report) -> None:
        super().__init__(report.headline())
        self.report = report


class ReleaseBlocked(ReleaseStopped):
    """At least one clause is violated."""


class ReleaseHeld(ReleaseStopped):
    """Nothing is known to be violated, but something could not be decided."""
