"""National numbers of the Middle East, Iran, Türkiye and Afghanistan.

Syria (11 digits), Iraq (12), Jordan (10), Lebanon (7, 8 or 12) and Yemen have no check digit that
is published, so that their bare digits need a header.
"""

from __future__ import annotations

import polars as pl

from hxlguard.recognizers.check_digits import digits, luhn, total
from hxlguard.recognizers.number_format import BIRTH_DATE, BIRTH_YEAR, DAY, MONTH, SEX, NumberFormat


def _turkish(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    odd, even = total(found[0:9:2], [1] * 5), total(found[1:8:2], [1] * 4)
    tenth = (odd * 7 - even) % 10
    return (tenth == found[9]) & ((odd + even + tenth) % 10 == found[10])


def _iranian(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    rest = total(found, range(10, 1, -1)) % 11
    alike = numbers.is_in([str(digit) * 10 for digit in range(10)])
    return (rest.zip_with(rest < 2, 11 - rest) == found[9]) & ~alike


def _kuwaiti(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return 11 - total(found, (2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11 == found[11]


FORMATS = (
    NumberFormat(
        "TR",
        "T.C. kimlik numarası",
        "[1-9][0-9]{10}",
        "python-stdnum tr.tckimlik, recomputed",
        0.01,
        _turkish,
        matches=("17291716060",),
        misses=("17291716061", "07291716060"),
    ),
    NumberFormat(
        "IR",
        "kart-e melli",
        "[0-9]{10}|[0-9]{3}-[0-9]{6}-[0-9]",
        "idnumbers",
        0.1,
        _iranian,
        matches=("0499370899", "049-937089-9"),
        misses=("0499370898", "1111111111"),
    ),
    NumberFormat(
        "PS",
        "identity number, also of Israel",
        "[0-9]{9}|[0-9]{8}-[0-9]",
        "python-stdnum il.idnr, recomputed",
        0.1,
        luhn,
        matches=("039337423", "03933742-3"),
        misses=("039337424",),
    ),
    NumberFormat(
        "IL",
        "mispar zehut",
        "[0-9]{9}|[0-9]{8}-[0-9]",
        "python-stdnum il.idnr, recomputed",
        0.1,
        luhn,
        matches=("039337423",),
        misses=("039337424",),
    ),
    NumberFormat(
        "AF",
        "e-tazkira",
        "1[34][0-9]{2}-[0-9]{4}-[0-9]{5}",
        "general knowledge",
        0.002,
        matches=("1400-0101-12345",),
        misses=("1400-0101-1234", "2400-0101-12345"),
    ),
    NumberFormat(
        "AE",
        "Emirates ID",
        "784-(?:19|20)[0-9]{2}-[0-9]{7}-[0-9]",
        "general knowledge",
        0.001,
        luhn,
        matches=("784-1990-1234567-6",),
        misses=("784-1990-1234567-7",),
    ),
    NumberFormat(
        "KW",
        "civil number",
        f"[23][0-9]{{2}}{MONTH}{DAY}[0-9]{{5}}",
        "general knowledge",
        0.001,
        _kuwaiti,
        (BIRTH_DATE,),
        matches=("290010112303",),
        misses=("290010112304",),
    ),
    NumberFormat(
        "EG",
        "national number",
        f"[23][0-9]{{2}}{MONTH}{DAY}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)[0-9]{{5}}",
        "field notes; governorates from general knowledge",
        0.002,
        derived=(BIRTH_DATE, SEX),
        matches=("29001011234567", "30105152112345"),
        misses=("29013011234567", "19001011234567", "29001019934567"),
    ),
    NumberFormat(
        "LY",
        "national number",
        "[12](?:19|20)[0-9]{9}",
        "general knowledge",
        0.005,
        derived=(BIRTH_YEAR, SEX),
        matches=("119800123456",),
        misses=("319800123456",),
    ),
)
