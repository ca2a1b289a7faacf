"""Coordinates: pairs and points in one cell, and single columns of latitudes or longitudes.

Pairs, degrees-minutes-seconds, WKT, GeoJSON, plus codes, what3words and well-known binary are
confirmed by their own form and range. A bare pair needs three decimals, and four where its
separators or its decimal commas are also those of prices, versions and thousands.
A single number can be anything, so a column of latitudes needs its tag or its header.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hxlguard.lexicon.words import phrases
from hxlguard.model.finding import Category
from hxlguard.model.ordered import Level
from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Recognizer, Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_DECIMAL, _FINE = r"[-+]?\d{1,3}\.\d{3,}", r"[-+]?\d{1,3}[.,]\d{4,}"
_ANY = r"[-+]?\d{1,3}(?:[.,]\d+)?"
_BETWEEN = r"(?:[,;/|+\s]|%2C|%20|%3B|!4d){1,4}"
_SIDE = r"(?-i:[NSEWO])"
_SIXTY = r"[0-5]?\d"
_SECONDS = rf"{_SIXTY}(?:[.,]\d+)?"
_LATITUDE, _LONGITUDE = r"lat(?:itude?)?", r"(?:lon|lng|long|longitude?)"
_IS = r"[\s:=]{0,3}"
_OLC = r"[23456789CFGHJMPQRVWX]"

_PAIRS = (
    rf"{_DECIMAL}\s*°?\s*[NS]?\s*(?:[,;\s]|%2C)\s*{_DECIMAL}",
    rf"{_FINE}\s*°?\s*[NS]?{_BETWEEN}{_FINE}",
)
_WITH_ALTITUDE = r"^\s*[-+]?\d{1,2}\.\d{2,} [-+]?\d{1,3}\.\d{2,} -?\d+(?:\.\d+)? \d+(?:\.\d+)?\s*$"
"""Latitude, longitude, altitude, accuracy: a point as ODK and KoBo write it."""

_NUMBERS_FIRST = (
    rf"\d{{1,3}}\s?(?:°|deg)\s?{_SECONDS}\s?(?:['′’]|{_SIDE}\b)",
    rf"\d{{1,3}}[.,]\d+\s?°\s?{_SIDE}\b",
    rf"{_FINE}\s?{_SIDE}\b",
    rf"\d{{1,3}}[\s:-]{_SIXTY}[\s:-]{_SECONDS}\s?{_SIDE}\b",
)
_WORDS_FIRST = (
    rf"{_LATITUDE}{_IS}{_ANY}[^\d]{{1,3}}{_LONGITUDE}{_IS}{_ANY}",
    rf"{_LONGITUDE}{_IS}{_ANY}[^\d]{{1,3}}{_LATITUDE}{_IS}{_ANY}",
    rf"m?lat(?:itude)?['\"]?{_IS}[-+]?\d{{1,3}}[.,]\d{{2,}}[^\d]{{1,9}}m?{_LONGITUDE}['\"]?{_IS}{_ANY}",
    rf"(?:lat|lon|lng|latitude?|longitude?){_IS}[-+]?\d{{1,3}}[.,]\d{{3,}}",
    rf"x\s?[:=]\s?{_DECIMAL}[^\d]{{0,3}}y\s?[:=]\s?{_DECIMAL}",
    rf"y\s?[:=]\s?{_DECIMAL}[^\d]{{0,3}}x\s?[:=]\s?{_DECIMAL}",
    rf"{_SIDE}\s?\d{{1,3}}[.,]\d{{4,}}",
    rf"{_SIDE}\s?\d{{1,3}}[\s:-]{_SIXTY}[\s:-]{_SECONDS}[,;/\s]*{_SIDE}\s?\d",
)
_LONGITUDE_FIRST = (
    r"(?:multi)?(?:point|linestring|polygon)\s*(?:zm?|m)?\s*\(+\s*[-+]?\d+(?:\.\d+)?\s+"
    r"[-+]?\d+(?:\.\d+)?",
    r'coordinates"?\s*:?\s*\[+\s*[-+]?\d+(?:\.\d+)?\s*,\s*[-+]?\d+(?:\.\d+)?',
)
_ZONE = "[0-6]?[0-9] ?[C-HJ-NP-X]"
_CODED = (
    rf"{_OLC}{{8}}(?:\+|%2B){_OLC}{{2,3}}\b",
    rf"(?-i:{_ZONE} ?[A-HJ-NP-Z][A-HJ-NP-V]) ?(?:[0-9]{{4}} ?[0-9]{{4}}|[0-9]{{5}} ?[0-9]{{5}})\b",
    rf"(?-i:{_ZONE}),? ?[1-9][0-9]{{5}}(?:\.[0-9]+)?m?,? [1-9]?[0-9]{{6}}(?:\.[0-9]+)?\b",
    r"goo\.gl/maps/[0-9A-Z]+|maps\.app\.goo\.gl/[0-9A-Z]+",
    r"(?:010[1-7]0000[02468ACE]0|00[02468ACE]000000[1-7])[0-9A-F]{32,}",
)
"""Open Location Codes (plus codes), MGRS and UTM, short links into maps, and well-known binary of
PostGIS in hexadecimal."""

_THREE_WORDS = r"[^\W\d_]{3,}\.[^\W\d_]{3,}\.[^\W\d_]{3,}"
_WHAT3WORDS = rf"(?:///|what3words\.com/|w3w\.co/){_THREE_WORDS}"
"""An address of what3words; without its slashes only a header tells one from a name with dots."""

_FORMS = (
    *_LONGITUDE_FIRST,
    *_WORDS_FIRST,
    *_CODED,
    _WHAT3WORDS,
    *_PAIRS,
    *_NUMBERS_FIRST,
    _WITH_ALTITUDE,
)
# Word boundaries are slow in cells that are not ASCII, and a candidate needs none.
_CANDIDATE = "(?i)" + "|".join(_FORMS).replace(r"\b", "")

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_DOTTED_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_ESCAPED = re.compile(r"%2C|%20|%3B|!4d", re.IGNORECASE)
_CODE = re.compile("|".join((*_CODED, _WHAT3WORDS)), re.IGNORECASE)
_LABELLED = re.compile(r"lat|lo?ng?|[xynsewo]", re.IGNORECASE)
_POINTS = re.compile("|".join(_LONGITUDE_FIRST), re.IGNORECASE)


def _score(text: str) -> float | None:
    if "°" in text or _CODE.match(text):
        return 0.9
    if _POINTS.match(text):
        longitude, latitude = _numbers(_DOTTED_NUMBER, text)
        return 0.95 if abs(latitude) <= 90 and abs(longitude) <= 180 else None
    first, *more = _numbers(_NUMBER, _ESCAPED.sub(" ", text))
    # A label or a side says what a number is; in a bare pair the latitude comes first.
    first_limit = 180 if not more or _LABELLED.search(text) else 90
    return 0.85 if abs(first) <= first_limit and all(abs(n) <= 180 for n in more) else None


def _numbers(form: re.Pattern[str], text: str) -> list[float]:
    return [float(number.replace(",", ".")) for number in form.findall(text)[:2]]


def _confirm(regions: Regions) -> EntityRecognizer:
    pairs = rf"(?:{'|'.join(_PAIRS)})(?!\d)"
    after_no_number = rf"(?<![\d.,])(?:{pairs}|{'|'.join(_NUMBERS_FIRST)})"
    after_no_letter = rf"(?<![^\W_])(?:{'|'.join((*_WORDS_FIRST, *_CODED))})"
    anywhere = "|".join((*_LONGITUDE_FIRST, _WITH_ALTITUDE, rf"(?<![\w:]){_WHAT3WORDS}"))
    return scored_pattern(
        "GEO_COORDINATES", f"{anywhere}|{after_no_letter}|{after_no_number}", _score
    )


RECOGNIZER = Recognizer(
    entity="GEO_COORDINATES",
    category=Category.PRECISE_LOCATION,
    level=Level.HIGH,
    tags=(
        "#geo!",
        "#geo+lat",
        "#geo+lon",
        "#geo+coord",
        "#geo+latlon",
        "#lat_deg",
        "#lon_deg",
        "#*+latlon",
    ),
    headers={
        "en": phrases(
            "latitude, longitude, lat, lon, lng, lat long, lat lon, latlong, latlng, gps, gps "
            "coordinates, gps location, gps point, geopoint, geotrace, geoshape, geo point, "
            "geo location, geolocation, geo coordinates, geocode, geom, geometry, "
            "coordinates, coordinate, coord, coords, xcoord, ycoord, x coord, y coord, x "
            "coordinate, y coordinate, gis x, gis y, point x, point y, lat dd, long dd, lat "
            "dec, start geopoint, background geopoint, what3words, plus code, mgrs, utm, "
            "easting, northing, map link, google maps link, location gps, location "
            "coordinates, wkt, geojson, centroid"
        ),
        "fr": phrases(
            "coordonnees, latitude, longitude, position gps, localisation gps, point gps, "
            "coordonnees gps, geolocalisation"
        ),
        "es": phrases(
            "coordenadas, latitud, longitud, ubicacion gps, punto gps, georreferencia, "
            "geolocalizacion"
        ),
        "pt": phrases(
            "coordenadas, latitude, longitude, localizacao gps, ponto gps, georreferencia, "
            "geolocalizacao"
        ),
        "ar": phrases(
            "خط العرض, خط الطول, احداثيات, الاحداثيات, الموقع الجغرافي, نقطة gps, دائرة العرض"
        ),
        "uk": phrases("широта, довгота, координати, геолокація, gps координати"),
        "ru": phrases("широта, долгота, координаты, геолокация, gps координаты"),
        "sw": phrases("latitudo, longitudo, viwianishi, viwianishi vya gps"),
        "tr": phrases("enlem, boylam, koordinat, koordinatlar"),
        "fa": phrases("عرض جغرافیایی, طول جغرافیایی, مختصات"),
        "bn": phrases("অক্ষাংশ, দ্রাঘিমাংশ"),
        "so": phrases("loolka, dhigta"),
    },
    whole_headers={
        "en": phrases("long, lat, lon, x y, xy, geo"),
        "fr": phrases("gps"),
        "es": phrases("gps"),
        "pt": phrases("gps"),
    },
    unless=phrases(
        ""
        "long term, how long, short, altitude, precision, accuracy, elevation, gps "
        "accuracy, gps device, gps available, geo code level"
    ),
    doubtful=phrases("altitude, precision, accuracy"),
    shape=(
        r"^\s*[-+]?\d{1,3}(?:[.,]\d+)?\s*$|\d[.,]\d+\s*°?\s*[NSns]?\s*[,;\s]\s*[-+]?\d{1,3}[.,]\d"
        rf"|^\s*{_THREE_WORDS}\s*$"
    ),
    candidate=_CANDIDATE,
    confirm=_confirm,
    matches=(
        "33.51380, 36.27650",
        "34.5553° N, 69.2075° E",
        "POINT (36.2765 33.5138)",
        "33°30'49\"N 36°16'35\"E",
        '{"type":"Point","coordinates":[36.2765,33.5138]}',
        "33.51380 36.27650 690.0 4.9",
        "33º30'49\"N 36º16'35\"E",
        "33.5138º N",
        "33°30.8 N",
        "33,51380; 36,27650",
        "33٫51380، 36٫27650",
        "33.51380/36.27650",
        "33.51380 | 36.27650",
        "N33.51380 E36.27650",
        "36.27650E",
        "lat 33.51380 lon 36.27650",
        "Latitude: 33.51; Longitude: 36.27",
        "x=36.27650; y=33.51380",
        "33 30 49 N 36 16 35 E",
        "N 33 30 49 E 36 16 35",
        "https://maps.example/?q=33.51380%2C36.27650",
        "POLYGON ((36.27 33.51, 36.28 33.52, 36.27 33.51))",
        "SRID=4326;MULTIPOINT((36.27 33.51))",
        "LINESTRING Z (36.27 33.51 4, 36.28 33.52 5)",
        "8G5VG77G+G8",
        "37SBU1234567890",
        "37S BU 12345 67890",
        "37S 250123 3712345",
        "https://maps.app.goo.gl/AbCdEf123",
        "https://www.openstreetmap.org/?mlat=33.5138&mlon=36.2765",
        "https://www.openstreetmap.org/#map=15/33.5138/36.2765",
        "https://www.google.com/maps/@33.5138,36.2765,15z",
        "geo:33.5138,36.2765",
        "{'lat': 33.5138, 'lng': 36.2765}",
        "33.51 36.27 690 4.9",
        "///filled.count.soap",
        "https://what3words.com/filled.count.soap",
        "0101000020E6100000C3F5285C8F224240EC51B81E85C14040",
    ),
    misses=(
        "1.5, 2.5",
        "95.1234, 200.5678",
        "12.345",
        "36.2",
        "1.500/2.500",
        "33,513 36,276",
        "1,500; 2,500",
        "v1.20.300 / 2.10.400",
        "25° C",
        "1º 2020",
        "x=1.5; y=2.5",
        "12 30 45",
        "flat 12.345",
        "file:///home.user.notes",
        "www.example.org",
        "latrine 2.5 long 3.5",
        "CCCM+WFP",
        "12345678+90",
        "37SBU123",
        "IRQ 250123 3712345",
        "1.20 1.30 5 6 7",
        "POLYGON",
    ),
)
