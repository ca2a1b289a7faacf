"""Accounts and devices of the people who collect data (KoBo, ODK, SurveyCTO system columns)."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="USER_ACCOUNT",
    category=Category.DIRECT_IDENTIFIER,
    level=Level.HIGH,
    headers={
        "en": (
            "submitted by",
            "last edited by",
            "username",
            "user name",
            "device id",
            "deviceid",
            "imei",
            "subscriberid",
            "subscriber id",
            "simserial",
            "sim serial",
            "phonenumber",
            "devicephonenum",
            "enum name",
        ),
        "fr": ("nom d'utilisateur",),
        "es": ("nombre de usuario",),
        "ar": ("اسم المستخدم",),
    },
    unless=("count", "total"),
    shape=r"\S",
)
