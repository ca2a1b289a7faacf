"""Parquet files."""

from __future__ import annotations

from io import BytesIO

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hxlguard import inputs
from hxlguard.errors import SourceError
from hxlguard.inputs import frame_texts, limits
from hxlguard.model.anomaly import Anomaly, AnomalyKind


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
    data = parquet(pl.DataFrame({"a": pl.repeat(0, 100_000, eager=True)}))
    monkeypatch.setattr(limits, "MAX_CELLS", 50_000)
    with pytest.raises(SourceError, match="more than 50,000 cells"):
        inputs.read(data)


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
