"""Made-up tables of any size, the same bytes every time.

    python -m benchmarks.made_up ROWS COLUMNS FILE

A table of five columns, or of a multiple of five, repeats five kinds of columns, so that such
tables differ in their width alone; any other repeats all twelve.

Every cell hangs on its row and column alone (SplitMix64, Steele et al. 2014), so a short table is
the beginning of a long one, and a long one is written batch by batch.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import polars as pl

SEED = 2026
BATCH_ROWS = 100_000

WITH_NAME = 2
WITH_NUMBER = 1
WITH_EMAIL = 1
"""Percent of the notes that hold a person's name, a phone number, an e-mail address."""

_FIRST = ("Amina", "Badr", "Celine", "Dawit", "Esra", "Farid", "Ghada", "Hawa")
_LAST = ("Khalil", "Traore", "Okello", "Haddad", "Mensah", "Sabbagh", "Diallo", "Yilmaz")
_PLACES = tuple(
    start + end
    for start in ("Nor", "Sel", "Tam", "Ker", "Vel", "Dor", "Mar", "Lin", "Bas", "Hol")
    for end in ("vale", "mouth", "stead", "wick", "garth", "holm")
)
_VISITS = ("home visit", "phone call", "group talk", "site visit", "referral", "handout")
_DETAILS = (
    "went as planned",
    "kits handed over, signed",
    "asked for blankets, water, soap",
    "see again next month",
    'lives near "the old mill"',
    "no needs were named",
    "tent replaced after storm",
    "shelter, road checked",
)


@dataclass(frozen=True)
class Chance:
    """Chance that hangs on a row number and on a column."""

    row: pl.Expr
    column: int

    def below(self, bound: int, draw: int = 0) -> pl.Expr:
        """A whole number from 0 to `bound` - 1, another for each `draw`."""
        stream = (SEED << 32) + (self.column << 8) + draw
        mixed = (self.row + _whole(1)) * _whole(0x9E3779B97F4A7C15) + _whole(
            stream * 0xD1342543DE82EF95 % 2**64
        )
        mixed = (mixed ^ (mixed // _whole(2**30))) * _whole(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed // _whole(2**27))) * _whole(0x94D049BB133111EB)
        return (mixed ^ (mixed // _whole(2**31))) % _whole(bound)

    def one_of(self, texts: tuple[str, ...], draw: int = 0) -> pl.Expr:
        """One of several texts."""
        at = self.below(len(texts), draw)
        return at.replace_strict(
            list(range(len(texts))), list(texts), return_dtype=pl.String, default=None
        )

    def digits(self, count: int, draw: int = 0) -> pl.Expr:
        """A text of so many digits."""
        return self.below(10**count, draw).cast(pl.String).str.zfill(count)


def _whole(number: int) -> pl.Expr:
    return pl.lit(number, dtype=pl.UInt64)


def _decimal(hundred_thousandths: pl.Expr) -> pl.Expr:
    whole = hundred_thousandths // _whole(100_000)
    rest = hundred_thousandths % _whole(100_000)
    return pl.concat_str(whole, pl.lit("."), rest.cast(pl.String).str.zfill(5))


def _phone(chance: Chance, draw: int = 0) -> pl.Expr:
    country = chance.one_of(("+963 9", "+963 9", "09"), draw)
    digits = (chance.digits(count, draw + at) for at, count in ((1, 2), (2, 3), (3, 3)))
    first, second, third = digits
    return pl.concat_str(country, first, pl.lit(" "), second, pl.lit(" "), third)


def _date(chance: Chance) -> pl.Expr:
    month, day = chance.below(10, 0) + _whole(1), chance.below(28, 1) + _whole(1)
    texts = (number.cast(pl.String).str.zfill(2) for number in (month, day))
    return pl.concat_str(pl.lit("2026"), *texts, separator="-")


def _note(chance: Chance) -> pl.Expr:
    first, last = chance.one_of(_FIRST, 3), chance.one_of(_LAST, 4)
    named = pl.concat_str(pl.lit(", spoke with Mrs "), first, pl.lit(" "), last)
    numbered = pl.concat_str(pl.lit(", call back on "), _phone(chance, 5))
    mailed = pl.concat_str(pl.lit(", write to "), first, pl.lit("."), last, pl.lit("@example.org"))
    share = chance.below(100, 9)
    extra = (
        pl.when(share < WITH_NAME)
        .then(named)
        .when(share < WITH_NAME + WITH_NUMBER)
        .then(numbered)
        .when(share < WITH_NAME + WITH_NUMBER + WITH_EMAIL)
        .then(mailed.str.to_lowercase())
        .otherwise(pl.lit(""))
    )
    visit, detail = chance.one_of(_VISITS, 0), chance.one_of(_DETAILS, 1)
    return pl.concat_str(visit, pl.lit(" "), chance.digits(4, 2), pl.lit(": "), detail, extra)


@dataclass(frozen=True)
class Kind:
    """One kind of column."""

    header: str
    tag: str
    cells: Callable[[Chance], pl.Expr]


KINDS = (
    Kind(
        "Case ID",
        "#respondee+id+case",
        lambda chance: pl.concat_str(pl.lit("C-"), chance.digits(7)),
    ),
    Kind("Phone", "#respondee+phone", _phone),
    Kind("Age", "#respondee+age", lambda chance: chance.below(95).cast(pl.String)),
    Kind("Sex", "#respondee+sex", lambda chance: chance.one_of(("female", "male"))),
    Kind(
        "Province code",
        "#adm1+code",
        lambda chance: pl.concat_str(
            pl.lit("SY"), (chance.below(14) + _whole(1)).cast(pl.String).str.zfill(2)
        ),
    ),
    Kind("District", "#adm2+name", lambda chance: chance.one_of(_PLACES)),
    Kind(
        "Latitude",
        "#geo+lat",
        lambda chance: _decimal(chance.below(500_000) + _whole(3_200_000)),
    ),
    Kind(
        "Longitude",
        "#geo+lon",
        lambda chance: _decimal(chance.below(700_000) + _whole(3_500_000)),
    ),
    Kind(
        "Organisation",
        "#org",
        lambda chance: pl.concat_str(
            chance.one_of(("Relief Example ", "Water Example ", "Example Aid ")),
            chance.digits(1, 1),
        ),
    ),
    Kind("Reported", "#date+reported", _date),
    Kind(
        "Household size",
        "#respondee+household+size",
        lambda chance: (chance.below(12) + _whole(1)).cast(pl.String),
    ),
    Kind("Note", "#description", _note),
)


FIVE = tuple(
    kind for kind in KINDS if kind.header in ("Case ID", "Phone", "Age", "District", "Note")
)


def kinds(columns: int) -> list[Kind]:
    """The kinds of the columns of a table."""
    repeated = KINDS if columns % len(FIVE) else FIVE
    return [repeated[at % len(repeated)] for at in range(columns)]


def headers(columns: int) -> list[str]:
    """The headers of a table: those of the kinds, numbered where kinds repeat."""
    seen: Counter[str] = Counter()
    found = []
    for kind in kinds(columns):
        seen[kind.header] += 1
        turn = seen[kind.header]
        found.append(kind.header if turn == 1 else f"{kind.header} {turn}")
    return found


def tags(columns: int) -> list[str]:
    """The tag row of a table."""
    return [kind.tag for kind in kinds(columns)]


def cells(start: int, stop: int, columns: int) -> pl.DataFrame:
    """The rows from `start` up to `stop`, as text."""
    numbers = pl.DataFrame({"row": pl.int_range(start, stop, dtype=pl.UInt64, eager=True)})
    names = headers(columns)
    return numbers.select(
        kind.cells(Chance(pl.col("row"), at)).alias(names[at])
        for at, kind in enumerate(kinds(columns))
    )


def write_table(path: Path, rows: int, columns: int = len(KINDS)) -> None:
    """Write a CSV file with a header row, a tag row and `rows` data rows, whole or not at all."""
    part = path.with_suffix(".part")
    step = max(1, BATCH_ROWS * len(KINDS) // columns)
    with part.open("wb") as file:
        for words in (headers(columns), tags(columns)):
            file.write((",".join(words) + "\n").encode())
        for start in range(0, rows, step):
            batch = cells(start, min(start + step, rows), columns)
            batch.write_csv(file, include_header=False)
    os.replace(part, path)


if __name__ == "__main__":
    write_table(Path(sys.argv[3]), int(sys.argv[1]), int(sys.argv[2]))
