"""Numbers of cases, files and registrations of people, in remarks, by the words before them.

Organisations number as they like, so in a remark nothing but such words shows one; the form that
UNHCR uses is in a file of its own. In a list of people a column headed `case id` or `registration
number` holds them where its cells look given out by somebody: letters and a year before a number
(`NIE-BOS-25-0001`), or eight digits and more in groups. A running number of a list (`17`,
`HH-0017`, `2041`) names nobody outside of it; see `record_id.py`.
"""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="CASE_NUMBER",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    beside_people={
        "en": phrases(
            "case id, case no, case number, case code, registration no, registration number, "
            "registration id, reg no, file no, file number, protocol, protocol number, epid "
            "number, epid, patient id, patient no, beneficiary id, client id, reference "
            "number, reference no, ref no"
        ),
        "fr": phrases("numero de dossier, numero d'enregistrement, numero de cas, code cas"),
        "es": phrases("numero de expediente, numero de caso, numero de registro, expediente"),
        "pt": phrases("protocolo, protocolo de refugio, numero do processo, numero de registo"),
        "ar": phrases("رقم الملف, رقم الحالة, رقم التسجيل"),
        "uk": phrases("номер справи, реєстраційний номер"),
        "ru": phrases("номер дела, регистрационный номер"),
        "sw": phrases("namba ya kesi, nambari ya kesi, namba ya usajili, nambari ya usajili"),
    },
    shape=(
        r"^\s*(?:\p{L}{2,}[-/ .])+(?:19|20)?\d\d[-/ .]\d{3,}\s*$"
        r"|^\s*\d[\d./-]{4,}[./-]\d{2,}\s*$"
    ),
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
