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
        "email address",
        "mail address",
        "address email",
        "ip address",
        "mac address",
        "web address",
        "adresse electronique",
        "adresse email",
        "adresse mail",
        "adresse ip",
        "direccion electronica",
        "direccion de correo",
        "direccion ip",
        "count",
    ),
    doubtful=(
        "email",
        "mail",
        "ip",
        "mac",
        "electronique",
        "electronico",
        "correo",
        "electronica",
        "web",
    ),
    shape=r"\p{L}|\d",
)
