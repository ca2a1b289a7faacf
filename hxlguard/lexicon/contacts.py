"""Header words of contacts, and of organisations that they are contacts of."""

from __future__ import annotations

from hxlguard.lexicon.words import tokens

_OF_ORGANISATIONS = {
    "en": (
        "organisation",
        "organization",
        "org",
        "agency",
        "ngo",
        "office",
        "company",
        "hotline",
        "helpline",
        "switchboard",
        "call centre",
        "call center",
    ),
    "fr": ("organisation", "agence", "ong", "bureau", "standard", "numero vert"),
    "es": ("organizacion", "agencia", "oficina", "linea de ayuda"),
    "pt": ("organizacao", "agencia", "escritorio"),
    "ar": ("المنظمه", "مكتب", "الخط الساخن"),
    "uk": ("організація", "офіс", "гаряча лінія"),
    "ru": ("организация", "офис", "горячая линия"),
    "sw": ("shirika", "ofisi"),
}
_TO_WHOM = {
    "en": ("contact", "focal point", "manager", "in charge", "phone", "telephone", "tel", "email"),
    "fr": ("contact", "point focal", "responsable", "telephone", "tel", "courriel"),
    "es": ("contacto", "punto focal", "responsable", "encargado", "telefono", "correo"),
    "pt": ("contacto", "contato", "ponto focal", "responsavel", "telefone", "correio"),
    "ar": ("المسؤول", "نقطه الاتصال", "الهاتف", "رقم الاتصال", "البريد"),
    "uk": ("контакт", "контактна особа", "телефон", "пошта"),
    "ru": ("контакт", "контактное лицо", "телефон", "почта"),
    "sw": ("mawasiliano", "simu", "barua pepe"),
}
"""Phrases in headers; all but English need native review."""

ORGANISATIONS, CONTACTS = (
    tuple(tokens(phrase) for phrases in texts.values() for phrase in phrases)
    for texts in (_OF_ORGANISATIONS, _TO_WHOM)
)
