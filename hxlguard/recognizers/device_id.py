"""Devices of the people who collect or give data (KoBo, ODK, SurveyCTO system columns)."""

from __future__ import annotations

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import equipment_numbers
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="DEVICE_ID",
    category=Category.QUASI_IDENTIFIER,
    level=Level.HIGH,
    headers={
        "en": ("mac address", "imsi", "iccid"),
        "fr": ("adresse mac",),
        "es": ("direccion mac",),
        "ar": ("عنوان ماك",),
    },
    shape=r"\d[^\d]*\d[^\d]*\d",
    candidate=equipment_numbers.DEVICE_CANDIDATE,
    confirm=equipment_numbers.confirm_device,
    matches=(
        "00:1A:2B:3C:4D:5E",
        "00-1a-2b-3c-4d-5e",
        "collect:aBcDeFgH12345678",
        "ee.humanitarianresponse.info:aBcDeFgH12345678",
        "8996312345678901234",
        "imei:352099001761481",
    ),
    misses=(
        "00:00:00:00:00:00",
        "12:30:45",
        "2001:db8:0:0:0:8a2e:370:7334",
        "01-02-03",
        "collect: everything",
        "963944555123",
    ),
)
