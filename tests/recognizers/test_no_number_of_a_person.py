"""Columns of codes, counts and times that others take for numbers of people, and that are none."""

from __future__ import annotations

import random

import polars as pl
import pytest

from hxlguard import inspect

CHANCE = random.Random(7)
ROWS = 60


def column(make: object) -> list[str]:
    assert callable(make)
    return [str(make(at)) for at in range(ROWS)]


COLUMNS = {
    "Record": column(lambda at: 1_000_000_001 + at),
    "Ref": column(lambda at: CHANCE.randrange(10**9, 10**10)),
    "Key": column(lambda at: CHANCE.randrange(10**11, 10**12)),
    "Batch": column(lambda at: CHANCE.randrange(10**8, 10**9)),
    "Timestamp": column(lambda at: 1_600_000_000 + 86_400 * at),
    "Updated": column(lambda at: 1_600_000_000_000 + 86_400_000 * at),
    "P-code": column(lambda at: f"UA{4611500000 + at}"),
    "Activity": column(lambda at: f"GB-CHC-1096908-{2000 + at}"),
    "GLIDE": column(lambda at: f"EQ-2023-{at:06}-TUR"),
    "Price": column(lambda at: f"{CHANCE.randrange(10**6)}.25"),
    "Population": column(lambda at: CHANCE.randrange(10**7)),
    "Year": column(lambda at: 1960 + at),
    "Share": column(lambda at: f"{at}%"),
    "acid_level": column(lambda at: f"{at / 10}"),
    "Ship": column(lambda at: f"IMO {9_000_000 + 7 * at}"),
    "Period": column(lambda at: f"{2015 + at % 9}-{2016 + at % 9}"),
    "Duration": column(lambda at: f"{at} months"),
    "Row": column(lambda at: f"4f3c2a10-1234-4678-9012-{CHANCE.randrange(10**11, 10**12)}"),
    "Sector": column(lambda at: ("WASH", "CCCM+WFP", "A09.1")[at % 3]),
    "Roads": column(lambda at: f"Rehabilitation of {at} km of road"),
    "Time": column(lambda at: f"12:30:{at:02}"),
    "Map": column(lambda at: f"map_of_region_{at}.pdf"),
}
"""Made up; the headers say nothing about people."""

PERHAPS_A_PHONE = {("Ref", "IND"), ("Key", "IND"), ("Timestamp", "IND")}


@pytest.mark.parametrize("header", COLUMNS)
@pytest.mark.parametrize("country", ["", "UKR", "TUR", "IND"])
def test_nobody_is_seen_in_it(header: str, country: str) -> None:
    if (header, country) in PERHAPS_A_PHONE:
        pytest.skip("ten bare digits are a phone number in India")
    frame = pl.DataFrame({header: COLUMNS[header], "Country": [country or "none"] * ROWS})
    finding = inspect(frame).sources[0].tables[0].columns[0].finding
    assert finding.category == "non-personal", finding.detections
