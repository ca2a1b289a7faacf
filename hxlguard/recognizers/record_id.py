"""The running number of a record about a person. It names nobody by itself, but whoever holds the
list it comes from knows whom it means; of a record about anything else it is nothing.
"""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="RECORD_ID",
    category=Category.NON_PERSONAL,
    level=Level.MODERATE,
    beside_people={
        "en": (
            "id",
            "code",
            "number",
            "no",
            "ref",
            "reference",
            "identifier",
            "unique id",
            "record id",
            "person id",
            "individual id",
            "member id",
            "case id",
            "study id",
            "participant id",
            "respondent id",
            "patient id",
            "student id",
            "child id",
            "beneficiary id",
            "beneficiary code",
            "client id",
            "case code",
            "patient code",
            "case number",
            "file number",
            "household id",
            "household number",
            "family number",
            "registration number",
            "beneficiary number",
            "card number",
            "voucher number",
            "voucher code",
            "token number",
            "barcode",
        ),
        "fr": ("id", "code", "numero", "identifiant", "matricule", "reference"),
        "es": ("id", "codigo", "numero", "identificador", "referencia"),
        "pt": ("id", "codigo", "numero", "identificador", "referencia"),
        "ar": ("الرمز", "الرقم", "المعرف", "الكود"),
        "uk": ("код", "номер", "ідентифікатор"),
        "ru": ("код", "номер", "идентификатор"),
        "sw": ("namba", "msimbo"),
    },
    needs_people=True,
)
"""All but English needs native review."""
