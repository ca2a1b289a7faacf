"""Numbers of cases, files and registrations of people, in remarks, by the words before them.

Organisations number as they like, so nothing but such words shows one; the form that UNHCR uses is
in a file of its own.
"""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="CASE_NUMBER",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    headers={
        "en": ("case file number", "survivor code"),
        "fr": ("code du survivant", "dossier numero"),
        "es": ("numero de expediente",),
        "ar": ("رقم الحاله", "رقم القضيه"),
    },
    doubtful=("count", "total"),
    matches=(
        "file GBV-23-00412 closed after the visit",
        "case no. 2290145 is a duplicate",
        "dossier KIN-24-118822 clôturé",
        "expediente 4471/2023001 cerrado",
        "أغلق الملف 2023/00817 بعد الزيارة",
        "справу 118-24-00381 закрито",
    ),
    misses=(
        "Project SSD-22/H/UN/20611 extended",
        "12,400 cases in 2023",
        "case management for 120 000 people",
        "file sent on 2023-04-12",
        "caseload 2024",
    ),
)
