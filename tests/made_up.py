"""Made-up files for the tests of many files, of workers and of the cache."""

from __future__ import annotations

import io
from pathlib import Path

import polars as pl

CLEAN = b"""Organisation,Sector,Region
#org+name,#sector,#adm1+name
Aid Example,WASH,Norvale
Relief Sample,Shelter,Norvale
"""
PERSONAL = b"""Organisation,Contact,Phone
#org+name,#contact+name,#contact+phone
Aid Example,Awa Traore,+33 1 99 00 12 01
Relief Sample,Moussa Keita,+33 1 99 00 12 02
"""
SECRETS = ("Traore", "Keita", "99 00 12")
UNREADABLE = b"PK\x03\x04 this is no workbook"
ON = "2026-11-21"


def write(folder: Path, **contents: bytes) -> list[Path]:
    """Write files, their names as keywords with `_` for the last dot."""
    paths = [folder / ".".join(name.rsplit("_", 1)) for name in contents]
    for path, data in zip(paths, contents.values(), strict=True):
        path.write_bytes(data)
    return paths


def damaged_parquet() -> bytes:
    """A Parquet file whose only page says that it holds less than no value.

    Polars 1.x ends the process over it, as no memory is large enough.
    """
    stream = io.BytesIO()
    pl.DataFrame({"x": range(200)}).write_parquet(stream, compression="uncompressed")
    page_of_200 = b",\x15\x90\x03"
    assert stream.getvalue().count(page_of_200) == 1
    return stream.getvalue().replace(page_of_200, b",\x15\x91\x03")
