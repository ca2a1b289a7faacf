"""Labelled columns, and the fixed split of those to tune on and those held back.

`columns.csv`: web tables in pieces, each column a table of its own with a header and five values.
`labels.csv`: the columns of whole humanitarian files.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import polars as pl

from hxlguard import inspect
from hxlguard.model.finding import ColumnFinding
from hxlguard.model.table import TaggedColumn, TaggedTable
from hxlguard.source_facts import read_tagged

RECORD_ID = "GENERIC_ID"
"""Whether the number of a record is sensitive hangs on the rest of its table, unknown here."""


@dataclass(frozen=True, repr=False)
class Labelled:
    """One column with what a person says it is.

    Attributes:
        cluster: what it shares with columns that are much like it: a header, or a file.
        header: its header.
        tag: its HXL tag, or an empty string.
        entity: what it holds, or an empty string.
        kind: what kind of field a person calls it: the entity, or the label.
        sensitive: whether it needs care.
        texts: its distinct cells.
        finding: what hxlguard says.
    """

    cluster: str
    header: str
    tag: str
    entity: str
    kind: str
    sensitive: bool
    texts: tuple[str, ...] = field(repr=False)
    finding: ColumnFinding | None


def is_held(cluster: str) -> bool:
    """Whether a header or file is kept for the last look; the same for everybody and for ever."""
    return int(hashlib.sha256(cluster.encode()).hexdigest(), 16) % 2 == 1


def web_columns(data: Path, *, held: bool, numbers: bool = False) -> list[Labelled]:
    """The columns of `columns.csv`, each looked at as a table of its own.

    Args:
        data: the folder.
        held: which half.
        numbers: whether to take the numbers of records along.
    """
    return [
        _web_column(row)
        for row in _rows(data / "columns.csv")
        if is_held(row["header"]) is held and (numbers or row["entity"] != RECORD_ID)
    ]


def file_columns(data: Path, *, held: bool) -> list[Labelled]:
    """The columns of `labels.csv`, looked at in their files."""
    return [
        _file_column(row, data / "real" / row["file"])
        for row in _rows(data / "labels.csv")
        if is_held(row["file"]) is held
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _web_column(row: dict[str, str]) -> Labelled:
    header, texts = row["header"], json.loads(row["values_json"])
    finding = inspect(pl.DataFrame({header: texts})).sources[0].tables[0].columns[0].finding
    entity = "" if row["entity"] == "None" else row["entity"]
    return Labelled(
        cluster=header,
        header=header,
        tag="",
        entity=entity,
        kind=entity or "none",
        sensitive=bool(entity),
        texts=tuple(dict.fromkeys(text for text in texts if text)),
        finding=finding,
    )


def _file_column(row: dict[str, str], path: Path) -> Labelled:
    at = int(row["column_index"])
    finding, texts = _file(path).get(at, (None, ()))
    return Labelled(
        cluster=row["file"],
        header=row["header"],
        tag=row["hxl_tag"],
        entity=row["entity"],
        kind=row["label"],
        sensitive=row["label"] != "none",
        texts=texts,
        finding=finding,
    )


@cache
def _file(path: Path) -> dict[int, tuple[ColumnFinding, tuple[str, ...]]]:
    """The columns of the first table, by position."""
    _, tables = read_tagged(path, None, {})
    profile = inspect(path).sources[0]
    return {
        column.index: (found.finding, _texts(table, column))
        for table, told in zip(tables[:1], profile.tables, strict=False)
        for column, found in zip(table.columns, told.columns, strict=True)
    }


def _texts(table: TaggedTable, column: TaggedColumn) -> tuple[str, ...]:
    name = str(column.index)
    cells = pl.concat([batch[name] for batch in table.grid.batches([name])])
    return tuple(cells.slice(table.first_data_row - 1).drop_nulls().unique(maintain_order=True))
