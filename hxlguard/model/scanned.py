"""One source after it was looked at: facts alone, so that it may cross the border of a process."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hxlguard.model.profile import SourceProfile


class TagFit(StrEnum):
    """How a tag that is given beside a file fits the file."""

    ABSENT = "absent"
    FITS = "fits"
    GAINSAID = "gainsaid"


@dataclass(frozen=True, slots=True)
class Scanned:
    """What one source holds.

    Attributes:
        profile: all facts about it.
        tag_fits: how each supplied tag fits it, in the order in which the tags were given.
    """

    profile: SourceProfile
    tag_fits: tuple[TagFit, ...] = ()
