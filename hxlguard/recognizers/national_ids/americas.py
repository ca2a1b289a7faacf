"""National and tax numbers of the Americas.

Colombia's NUIP, Peru's DNI and Haiti's CIN have no check digit that is published, so that their
bare digits need a header.
"""

from __future__ import annotations

import polars as pl

from hxlguard.recognizers.check_digits import digits, luhn, total
from hxlguard.recognizers.number_format import BIRTH_DATE, BIRTH_YEAR, DAY, MONTH, SEX, NumberFormat


def _brazilian(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    tenth = total(found, range(10, 1, -1)) * 10 % 11 % 10
    eleventh = total(found, range(11, 1, -1)) * 10 % 11 % 10
    alike = numbers.is_in([str(digit) * 11 for digit in range(10)])
    return (tenth == found[9]) & (eleventh == found[10]) & ~alike


def _chilean(numbers: pl.Series) -> pl.Series:
    padded = numbers.str.to_uppercase().str.zfill(9)
    rest = total(digits(padded.str.slice(0, 8)), (3, 2, 7, 6, 5, 4, 3, 2)) % 11
    check = ((11 - rest) % 11).cast(pl.String).replace("10", "K")
    return check == padded.str.slice(8, 1)


def _guatemalan(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return total(found, range(2, 10)) % 11 == found[8]


def _salvadoran(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return (10 - total(found, range(9, 1, -1)) % 10) % 10 == found[8]


def _colombian_taxpayer(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    rest = total(found, (41, 37, 29, 23, 19, 17, 13, 7, 3)) % 11
    return rest.zip_with(rest < 2, 11 - rest) == found[9]


def _venezuelan_taxpayer(numbers: pl.Series) -> pl.Series:
    kind = numbers.str.slice(0, 1).replace_strict({"V": 4, "E": 8, "J": 12, "P": 16, "G": 20})
    found = digits(numbers.str.slice(1, 9))
    rest = (kind + total(found, (3, 2, 7, 6, 5, 4, 3, 2))) % 11
    return (11 - rest) % 11 % 10 == found[8]


def _argentine_taxpayer(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    rest = total(found, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return ((11 - rest) % 11).replace(10, 9) == found[10]


FORMATS = (
    NumberFormat(
        "BR",
        "CPF",
        r"[0-9]{11}|[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]{2}",
        "python-stdnum br.cpf, recomputed",
        0.01,
        _brazilian,
        matches=("390.533.447-05", "39053344705"),
        misses=("39053344704", "11111111111"),
    ),
    NumberFormat(
        "VE",
        "cédula",
        r"[VE]-[0-9]{1,2}\.?[0-9]{3}\.?[0-9]{3}",
        "idnumbers",
        0.02,
        matches=("V-12345678", "E-81.234.567", "V-1.234.567"),
        misses=("X-12345678", "V-123456"),
    ),
    NumberFormat(
        "EC",
        "cédula",
        "(?:0[1-9]|1[0-9]|2[0-4]|30|50)[0-6][0-9]{7}",
        "python-stdnum ec.ci, recomputed",
        0.02,
        luhn,
        matches=("1714307103",),
        misses=("1714307104", "9914307103"),
    ),
    NumberFormat(
        "CL",
        "RUT",
        r"[0-9]{1,2}\.?[0-9]{3}\.?[0-9]{3}-[0-9Kk]",
        "python-stdnum cl.rut, recomputed",
        0.02,
        _chilean,
        matches=("12.531.909-2", "12531909-2"),
        misses=("12531909-3",),
    ),
    NumberFormat(
        "DO",
        "cédula",
        "[0-9]{11}|[0-9]{3}-[0-9]{7}-[0-9]",
        "python-stdnum do.cedula, recomputed",
        0.1,
        luhn,
        matches=("00113918205", "001-1391820-5"),
        misses=("00113918204",),
    ),
    NumberFormat(
        "HT",
        "NIF",
        "00[0-9]-[0-9]{3}-[0-9]{3}-[0-9]",
        "general knowledge",
        0.001,
        matches=("003-123-456-7",),
        misses=("003-123-4567",),
    ),
    NumberFormat(
        "GT",
        "CUI",
        "[0-9]{8}[0-9](?:0[1-9]|1[0-9]|2[0-2])[0-3][0-9]"
        "|[0-9]{4} [0-9]{5} (?:0[1-9]|1[0-9]|2[0-2])[0-3][0-9]",
        "general knowledge",
        0.01,
        _guatemalan,
        matches=(
            "2548364960101",
            "2548 36496 0101",
        ),
        misses=("2548364970101",),
    ),
    NumberFormat(
        "HN",
        "DNI",
        "(?:0[1-9]|1[0-8])[0-2][0-9]-(?:19|20)[0-9]{2}-[0-9]{5}",
        "general knowledge",
        0.001,
        derived=(BIRTH_YEAR,),
        matches=("0801-1990-12345",),
        misses=("1901-1990-12345",),
    ),
    NumberFormat(
        "SV",
        "DUI",
        "[0-9]{8}-[0-9]",
        "general knowledge",
        0.05,
        _salvadoran,
        matches=("01234567-8",),
        misses=("01234567-9",),
    ),
    NumberFormat(
        "NI",
        "cédula",
        f"[0-9]{{3}}-{DAY}{MONTH}[0-9]{{2}}-[0-9]{{4}}[A-Z]",
        "general knowledge",
        0.0,
        derived=(BIRTH_DATE,),
        matches=("001-150380-1234A",),
        misses=("001-151380-1234A",),
    ),
    NumberFormat(
        "CU",
        "número de identidad",
        f"[0-9]{{2}}{MONTH}{DAY}[0-9]{{5}}",
        "python-stdnum cu.ni",
        0.04,
        derived=(BIRTH_DATE, SEX),
        matches=("91021527775",),
        misses=("91132527775",),
    ),
    NumberFormat(
        "MX",
        "CURP",
        f"[A-Z]{{4}}[0-9]{{2}}{MONTH}{DAY}[HMX][A-Z]{{2}}[B-DF-HJ-NP-TV-Z]{{3}}[0-9A-Z][0-9]",
        "python-stdnum mx.curp",
        0.0,
        derived=(BIRTH_DATE, SEX),
        matches=("BOXW310820HNERXN09",),
        misses=("BOXW311320HNERXN09",),
    ),
    NumberFormat(
        "US",
        "social security number",
        "[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}",
        "python-stdnum us.ssn",
        0.01,
        matches=("536-90-4399",),
        misses=("936-90-4399", "536-904-399"),
    ),
)

TAX_FORMATS = (
    NumberFormat(
        "CO",
        "NIT",
        r"[0-9]{9}-[0-9]|[0-9]{3}\.[0-9]{3}\.[0-9]{3}-[0-9]",
        "python-stdnum co.nit, recomputed",
        0.02,
        _colombian_taxpayer,
        matches=("213.123.432-1", "213123432-1"),
        misses=("213.123.432-5",),
    ),
    NumberFormat(
        "VE",
        "RIF",
        "[VEJPG]-?[0-9]{8}-?[0-9]",
        "python-stdnum ve.rif, recomputed",
        0.002,
        _venezuelan_taxpayer,
        matches=("V-11470283-4", "V114702834"),
        misses=("V-11470283-3",),
    ),
    NumberFormat(
        "AR",
        "CUIT / CUIL",
        "(?:2[0347]|3[034])-[0-9]{8}-[0-9]",
        "python-stdnum ar.cuit, recomputed",
        0.002,
        _argentine_taxpayer,
        matches=("20-05536168-2",),
        misses=("20-05536168-3",),
    ),
    NumberFormat(
        "MX",
        "RFC of a person",
        f"[A-ZÑ&]{{4}}[0-9]{{2}}{MONTH}{DAY}[0-9A-Z]{{2}}[0-9A]",
        "python-stdnum mx.rfc",
        0.0005,
        derived=(BIRTH_DATE,),
        matches=("GODE561231GR8",),
        misses=("GODE561331GR8",),
    ),
)
