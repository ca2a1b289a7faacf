"""Frames: every column, its names and its index, as text with all digits."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from hxlguard import inputs
from hxlguard.errors import SourceError

Rows = list[tuple[str | None, ...]]


def rows(frame: object) -> Rows:
    source = inputs.read(frame)
    (table,) = source.tables
    assert source.unread == ()
    assert table.names_first
    return table.cells.rows()


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        ([1.5, 0.1, 1e300], None, ["1.5", "0.1", "1e+300"]),
        ([4.0, 962791234567.0, -3.0, None], None, ["4", "962791234567", "-3", None]),
        ([0.1 + 0.2, float("nan")], None, ["0.30000000000000004", "NaN"]),
        ([0.1], pl.Float32, ["0.1"]),
        ([2**63 - 1], None, ["9223372036854775807"]),
        ([Decimal("1.10")], None, ["1.10"]),
        ([True, False, None], None, ["true", "false", None]),
        ([dt.date(2022, 1, 5)], None, ["2022-01-05"]),
        (
            [dt.datetime(2022, 1, 5), dt.datetime(2022, 1, 5, 13, 30), None],
            None,
            ["2022-01-05", "2022-01-05 13:30:00", None],
        ),
        ([dt.datetime(2022, 1, 5, 1, 2, 3, 500_000)], None, ["2022-01-05 01:02:03.500"]),
        (
            [dt.datetime(2022, 1, 5, tzinfo=dt.UTC)],
            pl.Datetime("us", "UTC"),
            ["2022-01-05 00:00:00+00:00"],
        ),
        ([dt.time(13, 30)], None, ["13:30:00"]),
        ([dt.timedelta(hours=3)], None, ["PT3H"]),
        (["", " x ", None], None, [None, " x ", None]),
        (["a", "b"], pl.Categorical, ["a", "b"]),
        ([b"text", None], None, ["text", None]),
        ([[1, 2], None], None, ["[1,2]", None]),
        ([{"p": "é", "q": dt.date(2022, 1, 5)}], None, ['{"p":"é","q":"2022-01-05"}']),
        ([None, None], pl.Null, [None, None]),
    ],
)
def test_polars_columns(values: list[object], kind: object, expected: list[str | None]) -> None:
    frame = pl.DataFrame({"c": pl.Series(values, dtype=kind)})  # type: ignore[arg-type]
    assert rows(frame) == [("c",), *((cell,) for cell in expected)]


@pytest.mark.parametrize(
    "frame",
    [
        pl.LazyFrame({"a": [1], "b": ["x"]}),
        pa.table({"a": [1], "b": ["x"]}),
        pa.record_batch({"a": [1], "b": ["x"]}),
        pd.DataFrame({"a": [1], "b": ["x"]}),
        lambda: duckdb.sql("select 1 as a, 'x' as b"),
    ],
    ids=["lazy", "pyarrow", "batch", "pandas", "duckdb"],
)
def test_whatever_speaks_arrow(frame: object) -> None:
    source = inputs.read(frame() if callable(frame) else frame)
    assert source.name == "<frame>"
    assert source.tables[0].cells.rows() == [("a", "b"), ("1", "x")]
    assert source.sha256 == inputs.read(pl.DataFrame({"a": ["1"], "b": ["x"]})).sha256


def test_the_digest_depends_on_every_cell() -> None:
    frames = [{"a": ["x"]}, {"a": ["y"]}, {"b": ["x"]}, {"a": ["x", None]}, {"a": ["x"], "b": [""]}]
    assert len({inputs.read(pl.DataFrame(frame)).sha256 for frame in frames}) == len(frames)


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        (pd.DataFrame({"a": [1, "x", None, 2.5]}), [("a",), ("1",), ("x",), (None,), ("2.5",)]),
        (pd.DataFrame({"a": [962791234567, None]}), [("a",), ("962791234567",), (None,)]),
        (pd.DataFrame([[1, 2]], columns=["a", "a"]), [("a", "a"), ("1", "2")]),
        (
            pd.DataFrame({"a": [1]}, index=pd.Index(["who"], name="person")),
            [("person", "a"), ("who", "1")],
        ),
        (pd.DataFrame({"a": [1]}, index=["who"]), [("index", "a"), ("who", "1")]),
        (
            pd.DataFrame(
                [[1]],
                columns=pd.MultiIndex.from_tuples([("a", "b")]),
                index=pd.MultiIndex.from_tuples([("q", 2)]),
            ),
            [("level_0", "level_1", "a b"), ("q", "2", "1")],
        ),
        (
            pd.DataFrame({"p": pd.period_range("2020", periods=1, freq="M"), "z": [1j]}),
            [("p", "z"), ("2020-01", "1j")],
        ),
        (pd.DataFrame({"s": pd.arrays.SparseArray([0, 1])}), [("s",), ("0",), ("1",)]),
        (
            pd.DataFrame({"t": pd.to_datetime(["2022-01-05", None])}),
            [("t",), ("2022-01-05",), (None,)],
        ),
        (pd.DataFrame({"c": pd.Categorical(["u", None])}), [("c",), ("u",), (None,)]),
        (pd.Series(["x"], name="n"), [("n",), ("x",)]),
    ],
)
def test_pandas(frame: object, expected: Rows) -> None:
    assert rows(frame) == expected


@pytest.mark.parametrize("values", [[b"\xff\x01"], [[b"\xff\x01"]]])
def test_bytes_that_are_no_text_hold(values: list[object]) -> None:
    source = inputs.read(pl.DataFrame({"name": ["x"], "shape": values}))
    (unread,) = source.unread
    assert unread.kind == "part-not-read"
    assert unread.reason.startswith("column 2 holds bytes")
    assert "ff01" in str(source.tables[0].cells.item(1, 1))


@pytest.mark.parametrize(
    "frame",
    [
        pl.LazyFrame({"a": ["secret"]}).select(pl.col("a").cast(pl.Int64)),
        lambda: duckdb.sql("select cast(x as int) as y from (values ('secret')) t(x)"),
        pa.table([["secret"], ["x"]], names=["a", "a"]),
        pa.array(["secret"]),
        pl.DataFrame({"a": pl.Series([object()], dtype=pl.Object)}),
        pd.DataFrame({"a": ["secret\ud800"]}, dtype=object),
        pd.DataFrame(),
        pl.DataFrame(),
    ],
    ids=["lazy", "duckdb", "twice", "array", "object", "half", "no-pandas", "no-polars"],
)
def test_what_cannot_be_read_is_refused_without_its_text(frame: object) -> None:
    with pytest.raises(SourceError) as caught:
        inputs.read(frame() if callable(frame) else frame, name="visits")
    assert caught.value.where == "visits"
    assert caught.value.remedy
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


NOTE = "amina@relief.example"


def annotated() -> pd.DataFrame:
    frame = pd.DataFrame({"a": ["x"]})
    frame.attrs["owner"] = {"mail": [NOTE]}
    return frame


def dictionary() -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array([0]), pa.array(["x", NOTE]))


SCHEMA = pa.schema([pa.field("a", pa.string(), metadata={"k": NOTE})])


@pytest.mark.parametrize(
    "frame",
    [
        annotated(),
        pd.DataFrame({"a": ["x"]}).rename_axis(columns=NOTE),
        pd.DataFrame({"a": pd.Categorical(["x"], categories=["x", NOTE])}),
        pd.Series(pd.Categorical(["x"], categories=["x", NOTE])),
        pd.DataFrame({"a": [1]}, index=pd.CategoricalIndex(["x"], categories=["x", NOTE])),
        pl.DataFrame({"a": pl.Series(["x"], dtype=pl.Enum(["x", NOTE]))}),
        pl.LazyFrame({"a": pl.Series(["x"], dtype=pl.Enum(["x", NOTE]))}),
        pa.table({"a": ["x"]}).replace_schema_metadata({"k": NOTE}),
        pa.table({"a": ["x"]}, SCHEMA),
        pa.table({"a": dictionary()}),
        pa.record_batch({"a": dictionary()}),
        pa.table({"a": dictionary()}).to_reader(),
    ],
)
def test_texts_besides_the_cells_are_found(frame: object) -> None:
    source = inputs.read(frame)
    assert NOTE in source.loose_texts
    assert NOTE not in str(source.tables[0].cells.rows())


def test_categories_in_use_are_cells() -> None:
    assert inputs.read(pd.DataFrame({"a": pd.Categorical(["a category"])})).loose_texts == ()
