"""Parquet files."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hxlguard import inputs
from hxlguard.errors import SourceError
from hxlguard.inputs import frame_texts, limits
from hxlguard.inputs import parquet as reader
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.table import Held


def parquet(frame: pl.DataFrame, **options: dict[str, str]) -> bytes:
    out = BytesIO()
    frame.write_parquet(out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def test_names_and_cells() -> None:
    data = parquet(pl.DataFrame({"#org": ["x", None], "#geo+lat": [12.50, 4.0]}))
    source = inputs.read(data, name="sites.parquet")
    (table,) = source.tables
    assert (source.media_type, table.name) == ("application/vnd.apache.parquet", "sites")
    assert table.names_first
    assert table.cells.rows() == [("#org", "#geo+lat"), ("x", "12.5"), (None, "4")]
    assert source.anomalies == ()


def test_an_index_that_pandas_stored_is_read() -> None:
    out = BytesIO()
    pd.DataFrame({"a": [1]}, index=pd.Index(["who"], name="person")).to_parquet(out)
    source = inputs.read(out.getvalue())
    assert source.tables[0].cells.rows() == [("a", "person"), ("1", "who")]
    assert source.anomalies == ()


def test_notes_of_people_are_counted() -> None:
    data = parquet(pl.DataFrame({"a": [1]}), metadata={"author": "x", "project": "y"})
    expected = (Anomaly(AnomalyKind.DOCUMENT_PROPERTIES, 2),)
    assert inputs.read(data).anomalies == expected


def test_geometries_in_bytes_hold() -> None:
    data = parquet(pl.DataFrame({"geometry": [b"\x01\x01\x00\xff"]}))
    assert [unread.kind for unread in inputs.read(data).unread] == ["part-not-read"]


@pytest.mark.parametrize("cut", [8, 40, 200])
def test_a_truncated_file_is_refused(cut: int) -> None:
    data = parquet(pl.DataFrame({"a": ["secret"] * 50}))
    for damaged in (data[:cut], data[:cut] + b"PAR1"):
        with pytest.raises(SourceError, match="damaged") as caught:
            inputs.read(damaged, name="x.parquet")
        assert "secret" not in str(caught.value)


def test_an_encrypted_file_is_refused() -> None:
    with pytest.raises(SourceError, match="encrypted"):
        inputs.read(b"PARE" + bytes(100), name="x.parquet")


def test_a_small_file_of_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    data = parquet(pl.DataFrame({"a": pl.repeat(0, 2_000_000, eager=True)}))
    monkeypatch.setattr(limits, "MAX_CELLS", 50_000)
    with pytest.raises(SourceError, match="more than 50,000 cells"):
        inputs.read(data)


MIXED = pl.DataFrame(
    {
        "^name.*$": [f"n{row}" for row in range(30)],
        "when": pl.Series(range(30), dtype=pl.Int32).cast(pl.Date),
        "size": pl.Series([None, 0.5, 4.0] * 10),
        "kind": pl.Series(["x", ""] * 15, dtype=pl.Enum(["x", ""])),
    }
)


@pytest.fixture
def in_small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_SLICE_CELLS", 28)
    monkeypatch.setattr(reader, "_IN_MEMORY_BYTES", 0)


@pytest.mark.parametrize("columns", [None, ["1"], ["4", "2"], []])
def test_a_file_beyond_memory_gives_the_same_cells(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    in_small_batches: None,
    columns: list[str] | None,
) -> None:
    data = parquet(MIXED)
    path = tmp_path / "x.parquet"
    path.write_bytes(data)
    whole = inputs.read(data)
    monkeypatch.setattr(reader, "HELD_BYTES", 0)
    source = inputs.read(path)
    (table,) = source.tables
    assert not isinstance(table.grid, Held)
    assert source.sha256 == whole.sha256
    batches = list(table.grid.batches(columns))
    expected = whole.tables[0].cells
    assert pl.concat(batches).equals(expected if columns is None else expected.select(columns))
    assert (table.grid.height, table.grid.width) == expected.shape


def test_a_file_that_changes_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_small_batches: None
) -> None:
    path = tmp_path / "x[1]*^.parquet"
    wide = pl.concat([MIXED] * 3_000).with_columns(pl.int_range(pl.len()).hash().alias("id"))
    path.write_bytes(parquet(wide))
    monkeypatch.setattr(reader, "_SLICE_CELLS", 100_000)
    monkeypatch.setattr(reader, "HELD_BYTES", 0)
    (table,) = inputs.read(path).tables
    path.write_bytes(parquet(wide.reverse()))
    with pytest.raises(SourceError, match="changed while it was read"):
        list(table.grid.batches())


NOTE = "amina@relief.example"


def written(table: pa.Table) -> bytes:
    out = BytesIO()
    pq.write_table(table, out)
    return out.getvalue()


def of_pandas(frame: pd.DataFrame) -> bytes:
    out = BytesIO()
    frame.to_parquet(out)
    return out.getvalue()


def annotated() -> pd.DataFrame:
    frame = pd.DataFrame({"a": ["x"]})
    frame.attrs["owner"] = NOTE
    return frame


@pytest.mark.parametrize(
    "data",
    [
        parquet(pl.DataFrame({"a": ["x"]}), metadata={"author": NOTE}),
        parquet(pl.DataFrame({"a": pl.Series(["x"], dtype=pl.Enum(["x", NOTE]))})),
        of_pandas(pd.DataFrame({"a": pd.Categorical(["x"], categories=["x", NOTE])})),
        of_pandas(pd.DataFrame({"a": ["x"]}).rename_axis(columns=NOTE)),
        of_pandas(annotated()),
        written(pa.table({"a": ["x"]}).replace_schema_metadata({"k": NOTE})),
        written(
            pa.table({"a": ["x"]}, pa.schema([pa.field("a", pa.string(), metadata={"k": NOTE})]))
        ),
    ],
    ids=["note", "enum", "categories", "columns-name", "attributes", "schema", "field"],
)
def test_texts_besides_the_cells_are_found(data: bytes) -> None:
    source = inputs.read(data)
    assert any(NOTE in text for text in source.loose_texts)
    assert NOTE not in repr(source)


def test_categories_that_nothing_can_read_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frame_texts, "find_spec", lambda _name: None)
    data = parquet(pl.DataFrame({"a": pl.Series(["x"], dtype=pl.Categorical)}))
    assert [unread.kind for unread in inputs.read(data).unread] == ["part-not-read"]
