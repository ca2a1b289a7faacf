"""Devices of the people who collect or give data (KoBo, ODK, SurveyCTO system columns)."""

from __future__ import annotations

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers import equipment_numbers
from hxlguard.recognizers.recognizer import Recognizer

RECOGNIZER = Recognizer(
    entity="DEVICE_ID",
    category=Category.QUASI_IDENTIFIER,
    level=Level.HIGH,
    headers={
        "en": phrases(
            "device id, deviceid, device identifier, device uuid, device serial, device "
            "mac, mac address, mac addr, subscriber id, subscriberid, sim serial, "
            "simserial, simid, sim id, sim number, sim card number, imsi, iccid, android "
            "id, advertising id, idfa, gaid, hardware id, hwid, phone id, tablet id, tablet "
            "serial, udid, device number, bluetooth address"
        ),
        "fr": phrases(
            "identifiant de l'appareil, id appareil, adresse mac, numero de sim, carte sim numero"
        ),
        "es": phrases(
            "id del dispositivo, identificador del dispositivo, direccion mac, numero de sim"
        ),
        "pt": phrases(
            "id do dispositivo, identificador do dispositivo, endereco mac, numero do sim"
        ),
        "ar": phrases("معرف الجهاز, رقم الجهاز, عنوان ماك, رقم الشريحة"),
        "uk": phrases("ідентифікатор пристрою, номер сім картки"),
        "ru": phrases("идентификатор устройства, номер сим карты, мак адрес"),
        "sw": phrases("kitambulisho cha kifaa, namba ya kifaa"),
    },
    whole_headers={
        "en": phrases("mac, imsi, device, deviceid"),
    },
    unless=phrases("count, total, type, model, brand, medical device"),
    shape=r"(?i)\d[^\d]*\d[^\d]*\d|^(?:collect|ee\.[a-z.]+|enketo|android):\S|[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}|^[a-z0-9_+/=-]{12,}$",
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
