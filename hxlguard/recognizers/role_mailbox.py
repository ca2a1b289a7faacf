"""Mailboxes of a role or an office, such as `info@` or `hr@`: they reach no person in particular.

A cell with any other address in it is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_ROLES = (
    "info|informations?|contact|contacto|hr|rrhh|rh|jobs|careers|recruitment|admin|administration"
    "|office|reception|support|help|helpdesk|hotline|feedback|complaints|media|press|prensa|presse"
    "|communications?|comms|logistics|procurement|finance|accounts|security|operations|ops"
    "|secretariat|registry|webmaster|postmaster|noreply|no-reply|enquiries|inquiries|mail"
)
_ONLY_MAILBOX = (
    rf"(?:[^@]*[\s,;:<(])?(?:{_ROLES})(?:[._-](?:{_ROLES}))?"
    r"@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2}[^@]*"
)
_SCORE = 0.8


def _confirm(regions: Regions) -> EntityRecognizer:
    return scored_pattern("ROLE_MAILBOX", rf"\A{_ONLY_MAILBOX}\Z", lambda matched: _SCORE)


RECOGNIZER = Recognizer(
    entity="ROLE_MAILBOX",
    category=Category.ORGANISATIONAL_CONTACT,
    level=Level.MODERATE,
    candidate=f"(?i)^{_ONLY_MAILBOX}$",
    confirm=_confirm,
    matches=("info@relief.example", "HR@relief.example", "ask rrhh@ayuda.example"),
    misses=(
        "amina@relief.example",
        "information",
        "informant@relief.example",
        "info@relief.example, amina@relief.example",
        "info @ 5",
    ),
)
