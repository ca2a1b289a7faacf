"""National and tax numbers of Ukraine, its neighbours, and countries that host many refugees."""

from __future__ import annotations

import polars as pl

from hxlguard.recognizers.check_digits import digits, total
from hxlguard.recognizers.number_format import BIRTH_DATE, DAY, MONTH, SEX, NumberFormat

_SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE"


def _ukrainian(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return total(found, (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 11 % 10 == found[9]


def _moldovan(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return total(found, (7, 3, 1) * 4) % 10 == found[12]


def _romanian(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    rest = total(found, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return rest.replace(10, 1) == found[12]


def _polish(numbers: pl.Series) -> pl.Series:
    return total(digits(numbers), (1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)) % 10 == 0


def _bulgarian(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return total(found, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10 == found[9]


def _russian_taxpayer(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    eleventh = total(found, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    twelfth = total(found, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    return (eleventh == found[10]) & (twelfth == found[11])


def _russian_insured(numbers: pl.Series) -> pl.Series:
    found = digits(numbers)
    return total(found, range(9, 0, -1)) % 101 % 100 == found[9] * 10 + found[10]


def _spanish(numbers: pl.Series) -> pl.Series:
    number = numbers.str.replace_many(["X", "Y", "Z"], ["0", "1", "2"]).str.slice(0, 8)
    letter = pl.Series([*_SPANISH_LETTERS]).gather(number.cast(pl.Int64) % 23)
    return letter == numbers.str.slice(8, 1)


def _french(numbers: pl.Series) -> pl.Series:
    return 97 - numbers.str.slice(0, 13).cast(pl.Int64) % 97 == numbers.str.slice(13).cast(pl.Int64)


FORMATS = (
    NumberFormat(
        "UA",
        "РНОКПП / ІПН, days since 1899 first",
        "[1-4][0-9]{9}",
        "python-stdnum ua.rntrc, recomputed",
        0.04,
        _ukrainian,
        (BIRTH_DATE, SEX),
        matches=("1759013776",),
        misses=("1759013777", "9759013776"),
    ),
    NumberFormat(
        "UA",
        "УНЗР",
        f"(?:19|20)[0-9]{{2}}{MONTH}{DAY}-[0-9]{{5}}",
        "general knowledge",
        0.001,
        derived=(BIRTH_DATE, SEX),
        matches=("19850312-01234",),
        misses=("19851312-01234", "19850312-0123"),
    ),
    NumberFormat(
        "MD",
        "IDNP",
        "[029][0-9]{12}",
        "python-stdnum md.idno, recomputed",
        0.03,
        _moldovan,
        matches=("2004032001235",),
        misses=("2004032001236",),
    ),
    NumberFormat(
        "RO",
        "CNP",
        f"[1-9][0-9]{{2}}{MONTH}{DAY}(?:[0-4][0-9]|5[12]|70)[0-9]{{4}}",
        "python-stdnum ro.cnp, recomputed",
        0.002,
        _romanian,
        (BIRTH_DATE, SEX),
        matches=("1630615123457",),
        misses=("1630615123458",),
    ),
    NumberFormat(
        "PL",
        "PESEL",
        f"[0-9]{{2}}(?:[02468][1-9]|[13579][0-2]){DAY}[0-9]{{5}}",
        "python-stdnum pl.pesel, recomputed",
        0.02,
        _polish,
        (BIRTH_DATE, SEX),
        matches=("44051401359",),
        misses=("44051401358", "44131401359"),
    ),
    NumberFormat(
        "BG",
        "EGN",
        f"[0-9]{{2}}(?:[024][1-9]|[135][0-2]){DAY}[0-9]{{4}}",
        "python-stdnum bg.egn, recomputed",
        0.01,
        _bulgarian,
        (BIRTH_DATE, SEX),
        matches=("7523169263",),
        misses=("7523169264", "7513169263"),
    ),
    NumberFormat(
        "CZ",
        "rodné číslo, also of Slovakia",
        f"[0-9]{{2}}(?:[0257][1-9]|[1368][0-2]){DAY}/[0-9]{{3,4}}",
        "python-stdnum cz.rc",
        0.001,
        derived=(BIRTH_DATE, SEX),
        matches=("710319/2745",),
        misses=("714319/2745",),
    ),
    NumberFormat(
        "BY",
        "personal number",
        f"[1-6]{DAY}{MONTH}[0-9]{{2}}[ABCKEMH][0-9]{{3}}(?:PB|BA|BI)[0-9]",
        "general knowledge",
        0.0,
        derived=(BIRTH_DATE, SEX),
        matches=("3150380A012PB1",),
        misses=("3150380Z012PB1",),
    ),
    NumberFormat(
        "RU",
        "СНИЛС",
        "[0-9]{3}-[0-9]{3}-[0-9]{3}[ -][0-9]{2}",
        "general knowledge",
        0.001,
        _russian_insured,
        matches=("112-233-445 95",),
        misses=("112-233-445 96",),
    ),
    NumberFormat(
        "ES",
        "DNI or NIE",
        f"(?:[0-9]{{8}}|[XYZ]-?[0-9]{{7}})-?[{_SPANISH_LETTERS}]",
        "python-stdnum es.dni and es.nie, recomputed",
        0.04,
        _spanish,
        matches=("54362315K", "54362315-K", "X2482300W"),
        misses=("54362315Z", "X2482300A"),
    ),
    NumberFormat(
        "FR",
        "NIR",
        "[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]|[2-9][0-9]) ?[0-9]{2} ?[0-9]{3} ?[0-9]{3} ?[0-9]{2}",
        "python-stdnum fr.nir, recomputed",
        0.002,
        _french,
        (BIRTH_DATE, SEX),
        matches=("295109912611193", "2 95 10 99 126 111 93"),
        misses=("295109912611199",),
    ),
    NumberFormat(
        "IT",
        "codice fiscale",
        "[A-Z]{6}[0-9]{2}[ABCDEHLMPRST][0-9]{2}[A-Z][0-9]{3}[A-Z]",
        "python-stdnum it.codicefiscale",
        0.0,
        derived=(BIRTH_DATE, SEX),
        matches=("RCCMNL83S18D969H",),
        misses=("RCCMNL83X18D969H",),
    ),
    NumberFormat(
        "GB",
        "national insurance number",
        "[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z] ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]",
        "general knowledge",
        0.03,
        matches=("AB 12 34 56 C", "AB123456C"),
        misses=("AB123456E", "DB123456C"),
    ),
)

TAX_FORMATS = (
    NumberFormat(
        "RU",
        "ИНН of a person",
        "[0-9]{12}",
        "python-stdnum ru.inn, recomputed",
        0.01,
        _russian_taxpayer,
        matches=("123456789047",),
        misses=("123456789037",),
    ),
)
