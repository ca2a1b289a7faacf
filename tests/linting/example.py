"""What a lint is shown with: a document that triggers it, and one that hardly does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hxlguard.model.agreement import Agreement


@dataclass(frozen=True)
class Example:
    """Two documents for one lint.

    Attributes:
        code: of the lint.
        name: what is special about these documents.
        found: a document with exactly one finding of that code.
        near: one as like as can be, without any.
        message: a part of what the finding says.
        parents: what both extend.
    """

    code: str
    name: str
    found: dict[str, Any]
    near: dict[str, Any]
    message: str
    parents: tuple[Agreement, ...] = ()
