"""Postal addresses of people and homes, by header."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="STREET_ADDRESS",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    tags=("#*+address", "#address"),
    headers={
        "en": (
            "address",
            "street",
            "street address",
            "home address",
            "house number",
            "house no",
            "tent number",
            "tent no",
            "shelter number",
        ),
        "fr": ("adresse", "rue", "numero de maison"),
        "es": ("direccion", "domicilio", "calle"),
        "ar": ("العنوان", "الشارع", "رقم المنزل", "رقم الخيمه", "الخيمه"),
    },
    unless=(
        "email",
        "mail",
        "ip",
        "mac",
        "electronique",
        "electronico",
        "correo",
        "electronica",
        "web",
        "count",
    ),
    shape=r"\p{L}|\d",
)
