"""National and tax numbers of South, South-East, Central and East Asia.

Bangladesh (10, 13 or 17 digits), Nepal (11) and the Philippines (12) have no check digit that is
published, so that their bare digits need a header.
"""

from __future__ import annotations

import polars as pl

from hxlguard.recognizers.check_digits import digits, total, verhoeff
from hxlguard.recognizers.number_format import BIRTH_DATE, DAY, MONTH, SEX, NumberFormat

_DAY_OF_YEAR = r"(?:[05](?:0[1-9]|[1-9][0-9])|[1267][0-9]{2}|[38](?:[0-5][0-9]|6[0-6]))"
"""From 1 to 366 for men, 500 more for women."""

_NAING = r"(?i:N|E|P|T|NAING|EH|PYU|THE|THI|THAR|AE)"
_BURMESE = "[\u1000-\u109f]"


def _indian(numbers: pl.Series) -> pl.Series:
    return verhoeff(numbers) & (numbers != numbers.str.reverse())


def _thai(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return (11 - total(found, range(13, 1, -1)) % 11) % 10 == found[12]


def _kazakh(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    first = total(found, range(1, 12)) % 11
    second = total(found, (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)) % 11
    return first.zip_with(first < 10, second) == found[11]


def _chinese(numbers: pl.Series) -> pl.Series:
    found = digits(numbers.str.slice(0, 17))
    rest = total(found, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11
    check = ((12 - rest) % 11).cast(pl.String).replace("10", "X")
    return check == numbers.str.slice(17, 1).str.to_uppercase()


FORMATS = (
    NumberFormat(
        "PK",
        "CNIC",
        "[1-7][0-9]{4}-[0-9]{7}-[0-9]",
        "python-stdnum pk.cnic",
        0.002,
        derived=(SEX,),
        matches=("34201-0891231-8",),
        misses=("94201-0891231-8", "34201-891231-8"),
    ),
    NumberFormat(
        "PK",
        "CNIC without its dashes",
        "[1-7][0-9]{12}",
        "python-stdnum pk.cnic",
        0.7,
        derived=(SEX,),
    ),
    NumberFormat(
        "IN",
        "Aadhaar",
        "[2-9][0-9]{11}|[2-9][0-9]{3}[ -][0-9]{4}[ -][0-9]{4}",
        "python-stdnum in_.aadhaar, recomputed",
        0.1,
        _indian,
        matches=("234123412346", "2341 2341 2346"),
        misses=("234123412347", "134123412346"),
    ),
    NumberFormat(
        "ID",
        "NIK",
        rf"(?:[1-9][1-9])[0-9]{{4}}(?:[04][1-9]|[1256][0-9]|[37][01]){MONTH}[0-9]{{6}}",
        "python-stdnum id.nik",
        0.06,
        derived=(BIRTH_DATE, SEX),
        matches=("3171011708450001", "3171015708450001"),
        misses=("3171013208450001", "3171011713450001"),
    ),
    NumberFormat(
        "LK",
        "national identity card, old form",
        f"[0-9]{{2}}{_DAY_OF_YEAR}[0-9]{{4}}[VvXx]",
        "idnumbers",
        0.002,
        derived=(BIRTH_DATE, SEX),
        matches=("852480123V", "857480123x"),
        misses=("859480123V", "852480123Y"),
    ),
    NumberFormat(
        "LK",
        "national identity card",
        f"(?:19[0-9]|20[0-2])[0-9]{_DAY_OF_YEAR}[0-9]{{5}}",
        "idnumbers",
        0.02,
        derived=(BIRTH_DATE, SEX),
        matches=("198524801234",),
        misses=("198594801234", "208524801234"),
    ),
    NumberFormat(
        "MM",
        "national registration card (NRC)",
        rf"(?:[1-9]|1[0-4])/(?:[A-Za-z]{{3,12}} ?\({_NAING}\)"
        rf"|{_BURMESE}{{2,16}} ?\({_BURMESE}{{1,6}}\)) ?[0-9]{{6}}",
        "idnumbers; the letters of the class from general knowledge",
        0.0,
        matches=("12/BAHANA(N)123456", "5/SAKANA(NAING)654321", "၁၂/ဗဟန(နိုင်)၁၂၃၄၅၆"),
        misses=("15/BAHANA(N)123456", "12/BAHANA(N)12345"),
    ),
    NumberFormat(
        "PH",
        "PhilSys number or common reference number",
        "[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{4}|[0-9]{4}-[0-9]{7}-[0-9]",
        "idnumbers; general knowledge",
        0.03,
        matches=("1234-5678-9012-3456", "0111-1234567-1"),
        misses=("1234-5678-9012",),
    ),
    NumberFormat(
        "MY",
        "NRIC",
        f"[0-9]{{2}}{MONTH}{DAY}-[0-9]{{2}}-[0-9]{{4}}",
        "python-stdnum my.nric",
        0.001,
        derived=(BIRTH_DATE, SEX),
        matches=("770305-02-1234",),
        misses=("771305-02-1234",),
    ),
    NumberFormat(
        "TH",
        "PIN",
        "[1-8][0-9]{12}|[1-8]-[0-9]{4}-[0-9]{5}-[0-9]{2}-[0-9]",
        "python-stdnum th.pin, recomputed",
        0.08,
        _thai,
        matches=("1-2345-45678-78-1", "1234545678781"),
        misses=("1-2345-45678-78-9",),
    ),
    NumberFormat(
        "CN",
        "resident identity number",
        f"[1-8][0-9]{{5}}(?:19|20)[0-9]{{2}}{MONTH}{DAY}[0-9]{{3}}[0-9Xx]",
        "python-stdnum cn.ric, recomputed",
        0.0001,
        _chinese,
        (BIRTH_DATE, SEX),
        matches=("360426199101010071",),
        misses=("360426199101010072",),
    ),
    NumberFormat(
        "KZ",
        "IIN",
        f"[0-9]{{2}}{MONTH}{DAY}[1-6][0-9]{{5}}",
        "general knowledge",
        0.002,
        _kazakh,
        (BIRTH_DATE, SEX),
        matches=("800101301232",),
        misses=("800101301233",),
    ),
    NumberFormat(
        "KG",
        "personal identification number",
        f"[12]{DAY}{MONTH}(?:19[0-9]|20[0-2])[0-9][0-9]{{5}}",
        "general knowledge",
        0.001,
        derived=(BIRTH_DATE, SEX),
        matches=("21503198012345",),
        misses=("23203198012345",),
    ),
    NumberFormat(
        "UZ",
        "PINFL",
        f"[3-6]{DAY}{MONTH}[0-9]{{9}}",
        "general knowledge",
        0.02,
        derived=(BIRTH_DATE, SEX),
        matches=("31503801234567",),
        misses=("33203801234567",),
    ),
)

TAX_FORMATS = (
    NumberFormat(
        "IN",
        "PAN",
        "[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]",
        "python-stdnum in_.pan",
        0.001,
        matches=("ACUPA7085R",),
        misses=("ACUZA7085R", "ACUPA708R"),
    ),
)
