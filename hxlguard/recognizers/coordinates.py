"""Coordinates: pairs and points in one cell, and single columns of latitudes or longitudes.

Pairs, degrees-minutes-seconds, WKT and GeoJSON points are confirmed by their own form and range.
A single number can be anything, so a column of latitudes needs its tag or its header.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_POINT = re.compile(r"point|coordinates", re.IGNORECASE)


def _score(text: str) -> float | None:
    if "°" in text or "º" in text:
        return 0.9
    first, second = (float(number) for number in _NUMBER.findall(text)[:2])
    longitude_first = bool(_POINT.match(text))
    latitude, longitude = (second, first) if longitude_first else (first, second)
    if abs(latitude) > 90 or abs(longitude) > 180:
        return None
    return 0.95 if longitude_first else 0.85


def _confirm(regions: Regions) -> EntityRecognizer:
    decimal = r"[-+]?\d{1,3}\.\d{3,}"
    pair = rf"(?<![\d.,]){decimal}\s*°?\s*[NS]?\s*[,;\s]\s*{decimal}(?![\d])"
    degrees = (
        r"\d{1,3}\s?[°º]\s?\d{1,2}(?:\.\d+)?\s?['′’](?:\s?\d{1,2}(?:\.\d+)?\s?[\"″”])?\s?[NSEWO]?"
    )
    hemisphere = rf"{decimal}\s?[°º]\s?[NS]"
    well_known = r"POINT\s*Z?\s*\(\s*[-+]?\d+(?:\.\d+)?\s+[-+]?\d+(?:\.\d+)?"
    geojson = r'coordinates"?\s*:?\s*\[+\s*[-+]?\d+(?:\.\d+)?\s*,\s*[-+]?\d+(?:\.\d+)?'
    return scored_pattern(
        "GEO_COORDINATES", "|".join((well_known, geojson, hemisphere, degrees, pair)), _score
    )


RECOGNIZER = Recognizer(
    entity="GEO_COORDINATES",
    category=Category.PRECISE_LOCATION,
    level=Level.HIGH,
    tags=("#geo+lat", "#geo+lon", "#geo+coord", "#geo+latlon", "#lat_deg", "#lon_deg", "#*+latlon"),
    headers={
        "en": (
            "latitude",
            "longitude",
            "lat",
            "lon",
            "long",
            "lng",
            "gps",
            "geopoint",
            "geolocation",
            "coordinates",
            "coordinate",
            "coord",
            "coords",
            "gis x",
            "gis y",
            "point x",
            "point y",
        ),
        "fr": ("coordonnees", "latitude", "longitude"),
        "es": ("coordenadas", "latitud", "longitud"),
        "ar": ("خط العرض", "خط الطول", "احداثيات", "الاحداثيات"),
    },
    unless=("long term", "how long", "short", "altitude", "precision", "accuracy"),
    shape=r"^\s*[-+]?\d{1,3}(?:[.,]\d+)?\s*$|\d[.,]\d+\s*°?\s*[NSns]?\s*[,;\s]\s*[-+]?\d{1,3}[.,]\d",
    candidate=(
        r"(?i)\d\.\d{3,}\s*°?\s*[NS]?\s*[,;\s]\s*[-+]?\d{1,3}\.\d{3,}|\d\s?[°º]|point\s*z?\s*\("
        r"|coordinates\W"
    ),
    confirm=_confirm,
    matches=(
        "33.51380, 36.27650",
        "34.5553° N, 69.2075° E",
        "POINT (36.2765 33.5138)",
        "33°30'49\"N 36°16'35\"E",
        '{"type":"Point","coordinates":[36.2765,33.5138]}',
        "33.51380 36.27650 690.0 4.9",
    ),
    misses=("1.5, 2.5", "95.1234, 200.5678", "12.345", "36.2"),
)
