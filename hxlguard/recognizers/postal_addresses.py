"""Postal addresses by the way they are written: a number and a word for a street, a post box.

Words for streets in other languages than English need native review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hxlguard.recognizers.confirmation import scored_pattern
from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    from presidio_analyzer import EntityRecognizer

_AFTER_THE_NAME = (
    "street|st|road|rd|avenue|ave|lane|ln|drive|dr|way|court|ct|terrace|circle|boulevard|blvd|crescent|close|alley|parkway"
    "|highway|hwy|straße|strasse|sokak|sokağı|sk|caddesi|cadde|cad|mahallesi|mah"
)
_BEFORE_THE_NAME = (
    "rue|avenue|av|boulevard|bd|blvd|impasse|allée|calle|cl|avenida|carrera|cra|kra|transversal"
    "|diagonal|rua|travessa|via|viale|jalan|jl|mtaa wa|barabara ya|waddada|شارع|زقاق|حارة|خیابان"
    "|کوچه|вул|вулиця|ул|улица|просп|проспект|пр|бульвар|провулок|переулок|пров|пер"
)
_BOX = (
    r"p\.?\s?o\.?\s?box\s*(?:no\.?\s*)?[0-9]{1,6}|b\.?p\.?\s?[0-9]{2,6}\b"
    r"|(?:boite postale|apartado|casilla|caixa)(?: postal)?\s*(?:n[o°]\.?\s*)?[0-9]{1,6}"
    r"|ص\.?\s?ب\.?\s*:?\s*[0-9]{1,6}"
)
_HOME = r"(?:apt|apartment|flat|кв|будинок|буд)\b\.?\s*(?:no\.?|#|№)?\s*[0-9]{1,4}[a-zа-яії]?"
_NUMBER = r"(?:n[o°º.]{1,2}|no\.|#|№|رقم|пом|буд|д|house|casa)?\.?\s*[0-9]{1,5}"
_PLAIN_NAME = r"\p{Lu}[\p{L}.'’-]*"
_ORDINAL = r"[0-9]{1,3}(?:st|nd|rd|th)"
_NAME = rf"(?-i:{_PLAIN_NAME})"
_FRENCH = r"(?:bis\s+|ter\s+)?(?:rue|avenue|boulevard|impasse|allée)\s+\p{L}"
_WORDS_BETWEEN = r"(?:[\p{L}.'’-]+\s*){0,5}"

CANDIDATE = (
    rf"[0-9][0-9a-zA-Z/-]*,?\s+(?:{_PLAIN_NAME}\s+|{_ORDINAL}\s+){{1,3}}(?i:{_AFTER_THE_NAME})"
    rf"|{_PLAIN_NAME}\s+(?i:(?:{_AFTER_THE_NAME})\.?,?\s*{_NUMBER})"
    rf"|[0-9][0-9a-zA-Z/-]*,?\s+(?i:{_FRENCH})"
    rf"|(?:^|[^\p{{L}}\p{{N}}])(?i:(?:{_BEFORE_THE_NAME})\.?\s+{_WORDS_BETWEEN},?\s*{_NUMBER})"
    rf"|(?i:{_BOX}|{_HOME})".replace(r"\b", "")
)
MATCHES = (
    "12 Main Street",
    "Main St 12",
    "45B, Old Mill Road",
    "Gagarin Ave. 7",
    "12 rue de la Paix",
    "Rue Félix Éboué 14",
    "Calle 45 # 12-30",
    "Av. Bolívar, No. 120",
    "Rua da Sé, 14",
    "вул. Хрещатик, 22",
    "ул. Ленина д. 5",
    "شارع بغداد رقم 12",
    "Atatürk Caddesi 15",
    "P.O. Box 1234",
    "ص.ب. 1234",
    "Jl. Sudirman No. 5",
    "18 Elmwood Dr",
    "2600 N 14th Ave",
    "lives at 12 Main Street near the mosque",
)
MISSES = (
    "5 km of road",
    "Road rehabilitation",
    "10 roads",
    "12 months",
    "2 streets cleaned",
    "visit 12: street children",
    "St Mary 2021",
    "rue",
    "3 pr 5",
    "Street lights: 40",
    "1st 2nd",
)


def confirm(regions: Regions) -> EntityRecognizer:
    """A Presidio recognizer of postal addresses."""
    house = r"(?<![\d.,/-])[0-9]{1,5}(?:[a-zA-Z]|[-/][0-9]{1,3})?"
    street = rf"(?:{_AFTER_THE_NAME})\b\.?"
    return scored_pattern(
        "STREET_ADDRESS",
        rf"{house},?\s+(?:{_NAME}\s+|{_ORDINAL}\s+){{1,3}}(?-i:\p{{Lu}})?{_capital(street)}(?!\s*[0-9]*\s*km)"
        rf"|(?:{_NAME}\s+){{1,3}}{_capital(street)},?\s*{_NUMBER}(?![\d.%])"
        rf"|{house},?\s+{_FRENCH}"
        rf"|\b(?:{_BEFORE_THE_NAME})\b\.?\s+{_WORDS_BETWEEN},?\s*{_NUMBER}(?![\d.%])"
        rf"|\b(?:{_BOX})|\b(?:{_HOME})(?![\d.%])",
        lambda found: 0.5,
        within=0.3,
    )


def _capital(pattern: str) -> str:
    """The pattern, only where it begins as a name does."""
    return rf"(?=(?-i:\p{{Lu}})){pattern}"
