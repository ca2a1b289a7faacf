"""National and tax numbers of Africa south of the Sahara.

Nigeria (NIN and BVN, 11 digits), Kenya (7 or 8), Ethiopia (FIN 12, FCN 16), Sudan (11), Somalia,
the DRC and Mali have no check digit that is published, so that their digits need a header.
"""

from __future__ import annotations

import polars as pl

from hxlguard.recognizers.check_digits import digits, luhn, total
from hxlguard.recognizers.number_format import BIRTH_DATE, BIRTH_YEAR, DAY, MONTH, SEX, NumberFormat


def _mozambican(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    rest = total(found, (8, 9, 4, 5, 6, 7, 8, 9)) % 11
    return rest.replace(10, 1) == found[8]


def _ghanaian(numbers: pl.Series) -> pl.Series:
    rest = total(digits(numbers.str.slice(1, 9)), range(1, 10)) % 11
    return rest.cast(pl.String).replace("10", "X") == numbers.str.slice(10, 1)


FORMATS = (
    NumberFormat(
        "ZA",
        "identity number",
        f"[0-9]{{2}}{MONTH}{DAY}[0-9]{{4}}[01][0-9]{{2}}",
        "python-stdnum za.idnr, recomputed",
        0.001,
        luhn,
        (BIRTH_DATE, SEX),
        matches=("7503305044089",),
        misses=("7503305044088", "7513305044089"),
    ),
    NumberFormat(
        "GH",
        "Ghana card",
        "GHA-[0-9]{9}-[0-9]",
        "public descriptions",
        0.0,
        matches=("GHA-123456789-0",),
        misses=("GHA-12345678-0",),
    ),
    NumberFormat(
        "UG",
        "national identification number",
        "C[MF][0-9]{6}[0-9A-Z]{6}",
        "public descriptions",
        0.002,
        derived=(BIRTH_YEAR, SEX),
        matches=("CM93012108ABCD",),
        misses=("CM9301210", "CX93012108ABCD"),
    ),
    NumberFormat(
        "RW",
        "national identification number",
        "[1-3] ?(?:19|20)[0-9]{2} ?[78] ?[0-9]{7} ?[0-9] ?[0-9]{2}",
        "general knowledge",
        0.002,
        derived=(BIRTH_YEAR, SEX),
        matches=("1198080012345012", "1 1980 8 0012345 0 12"),
        misses=("5198080012345012",),
    ),
    NumberFormat(
        "TZ",
        "national identification number (NIDA)",
        f"(?:19|20)[0-9]{{2}}{MONTH}{DAY}-?[0-9]{{5}}-?[0-9]{{5}}-?[0-9]{{2}}",
        "general knowledge",
        0.001,
        derived=(BIRTH_DATE,),
        matches=("19900101-12345-12345-12",),
        misses=("19901301-12345-12345-12",),
    ),
    NumberFormat(
        "ZM",
        "national registration card",
        "[0-9]{6}/[0-9]{2}/[123]",
        "general knowledge",
        0.002,
        matches=("123456/10/1",),
        misses=("123456/10/19", "12345/10/1"),
    ),
    NumberFormat(
        "ZW",
        "national registration number",
        "[0-9]{2}-[0-9]{6,7} ?[A-Z] ?[0-9]{2}",
        "general knowledge",
        0.002,
        matches=("63-123456A42", "63-1234567 B 07"),
        misses=("63-12345A42",),
    ),
    NumberFormat(
        "AO",
        "bilhete de identidade",
        "00[0-9]{7}[A-Z]{2}0[0-9]{2}",
        "general knowledge",
        0.001,
        matches=("001234567LA042",),
        misses=("001234567L042",),
    ),
    NumberFormat(
        "MZ",
        "bilhete de identidade",
        "[0-9]{12}[A-Z]",
        "general knowledge",
        0.02,
        matches=("110100123456A",),
        misses=("11010012345A",),
    ),
)

TAX_FORMATS = (
    NumberFormat(
        "MZ",
        "NUIT",
        "[0-9]{9}",
        "python-stdnum mz.nuit, recomputed",
        0.1,
        _mozambican,
        matches=("400339910",),
        misses=("400339911",),
    ),
    NumberFormat(
        "KE",
        "KRA PIN",
        "[AP][0-9]{9}[A-Z]",
        "python-stdnum ke.pin, whose class also lets `|` through",
        0.002,
        matches=("A004416331M", "P051365947M"),
        misses=("|004416331M", "B004416331M"),
    ),
    NumberFormat(
        "GH",
        "taxpayer identification number",
        "[PCGQV]00[0-9]{7}[0-9X]",
        "python-stdnum gh.tin",
        0.002,
        _ghanaian,
        matches=("C0000803561",),
        misses=("C0000803562",),
    ),
)
