"""Health of single people: illness, pregnancy, nutrition, diagnosis (GDPR article 9)."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="HEALTH_CONDITION",
    category=Category.SENSITIVE_ATTRIBUTE,
    level=Level.HIGH,
    tags=("#respondee+health", "#*+diagnosis", "#*+hiv", "#*+pregnant"),
    headers={
        "en": (
            "disease",
            "diagnosis",
            "hiv",
            "hiv status",
            "pregnant",
            "pregnancy",
            "health status",
            "health condition",
            "medical condition",
            "chronic illness",
            "allergy",
            "allergies",
            "muac",
            "haemoglobin",
            "hemoglobin",
            "blood group",
            "blood type",
            "medication",
            "treatment received",
            "mental health",
        ),
        "fr": (
            "maladie",
            "diagnostic",
            "vih",
            "enceinte",
            "etat de sante",
            "allergie",
            "groupe sanguin",
        ),
        "es": ("enfermedad", "diagnostico", "vih", "embarazada", "estado de salud", "alergia"),
        "ar": ("المرض", "حامل", "الحاله الصحيه", "التشخيص", "مرض مزمن"),
    },
    unless=(
        "count",
        "total",
        "number",
        "cluster",
        "sector",
        "reached",
        "targeted",
        "inneed",
        "rate",
        "cases",
    ),
    shape=r"\S",
)
