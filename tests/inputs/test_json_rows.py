"""JSON: every array of rows becomes a table, and nothing outside of them is forgotten."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard import inputs
from hxlguard.errors import SourceError
from hxlguard.model.table import RawSource

Rows = list[tuple[str | None, ...]]


def read(text: str, name: str = "camps.json") -> RawSource:
    return inputs.read(text.encode(), name=name)


def tables(text: str) -> dict[str, Rows]:
    return {table.name: table.cells.rows() for table in read(text).tables}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[["#org","#adm1"],["a",""]]', [("#org", "#adm1"), ("a", None)]),
        ('[["a"],["b","c"]]', [("a", None), ("b", "c")]),
        ('[{"a":"x"},{"b":"y","a":"z"}]', [("a", "b"), ("x", None), ("z", "y")]),
        ('[{"":"x","b":"y"}]', [(None, "b"), ("x", "y")]),
        ('{"a":"x"}\n{"b":"y"}\n', [("a", "b"), ("x", None), (None, "y")]),
        ('["a","b"]\n["c","d"]', [("a", "b"), ("c", "d")]),
        (' \n\t[["a"]]  \n', [("a",)]),
    ],
)
def test_shapes(text: str, expected: Rows) -> None:
    assert tables(text) == {"camps": expected}


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("1.10", "1.10"),
        ("-0.0", "-0.0"),
        ("1e5", "1e5"),
        ("9627912345670123456789", "9627912345670123456789"),
        ("1" * 5_000, "1" * 5_000),
        ("NaN", "NaN"),
        ("-Infinity", "-Infinity"),
        ("true", "true"),
        ("false", "false"),
        ("null", None),
        ('""', None),
        ('" x "', " x "),
        ('"\\u00e9"', "é"),
        ('[1.50,"é",null]', '[1.50,"é",null]'),
        ('{"p":{"n":1.0},"q":[true]}', '{"p":{"n":1.0},"q":[true]}'),
    ],
)
def test_values_stay_as_written(value: str, cell: str | None) -> None:
    assert tables(f'[{{"k":"x","v":{value}}}]')["camps"][1] == ("x", cell)


def test_both_values_of_a_repeated_key_are_kept() -> None:
    assert tables('[{"a":"x","a":1.10,"b":2}]')["camps"] == [("a", "b"), ('["x",1.10]', "2")]


def test_names_come_first_only_where_there_are_names() -> None:
    assert read('[{"a":1}]').tables[0].names_first
    assert not read('[["a"]]').tables[0].names_first


def test_every_array_of_rows_is_read_and_the_rest_too() -> None:
    text = json.dumps(
        {
            "status": "OK",
            "by": {"mail": "x@example.org"},
            "errors": [],
            "people": [{"a": "1"}],
            "deep": {"rows": [["2"]], "mixed": [5, [["3"]], {"more": [{"b": "4"}]}]},
        }
    )
    assert tables(text) == {
        "people": [("a",), ("1",)],
        "deep.rows": [("2",)],
        "deep.mixed.2": [("3",)],
        "deep.mixed.3.more": [("b",), ("4",)],
        "(other values)": [("status", "by.mail", "deep.mixed.1"), ("OK", "x@example.org", "5")],
    }


LEAF = st.one_of(st.integers(100_000, 999_999).map(str), st.integers(100_000, 999_999))
DOCUMENT = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.sampled_from("abcd"), inner, max_size=4)
    ),
    max_leaves=20,
)


def leaves(value: object) -> list[str]:
    if isinstance(value, dict):
        value = list(value.values())
    return (
        [leaf for item in value for leaf in leaves(item)]
        if isinstance(value, list)
        else [str(value)]
    )


@given(st.dictionaries(st.sampled_from("pq"), DOCUMENT))
def test_no_value_of_a_document_is_dropped(document: dict[str, object]) -> None:
    document["rows"] = [["x"]]
    source = read(json.dumps(document))
    text = "\n".join(
        cell or "" for table in source.tables for row in table.cells.rows() for cell in row
    )
    for leaf in leaves(document):
        assert leaf in text


POINT = {"type": "Point", "coordinates": [35.12345, 12.5]}


def feature(**members: object) -> dict[str, object]:
    return {"type": "Feature", "properties": {"name": "A"}, "geometry": POINT, **members}


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            {"type": "FeatureCollection", "features": [feature(), feature(geometry=None)]},
            [
                ("name", "geometry"),
                ("A", '{"type":"Point","coordinates":[35.12345,12.5]}'),
                ("A", None),
            ],
        ),
        (feature(properties=None, id=7), [("id", "geometry"), ("7", ...)]),
        ([feature()], [("name", "geometry"), ("A", ...)]),
        (feature(properties={"geometry": "G"}), [("geometry",), (...,)]),
    ],
)
def test_geojson(document: object, expected: list[tuple[object, ...]]) -> None:
    found = tables(json.dumps(document))["camps"]
    assert [len(row) for row in found] == [len(row) for row in expected]
    for row, wanted in zip(found, expected, strict=True):
        for cell, want in zip(row, wanted, strict=True):
            assert "35.12345" in str(cell) if want is ... else cell == want


def test_members_of_a_feature_collection_are_not_forgotten() -> None:
    document = {"type": "FeatureCollection", "name": "layer", "features": [feature()]}
    assert tables(json.dumps(document))["(other values)"] == [("name",), ("layer",)]


@pytest.mark.parametrize("text", ["[]", "{}", "[1,2]", '{"a":1}', "[[]", '[{"a":[]},3]', "[null]"])
def test_without_rows_it_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)
    assert caught.value.where.startswith("camps.json")
    assert caught.value.remedy


@pytest.mark.parametrize("text", ['[{"secret":"x"},', '{"secret" "x"}', '[["secret"]]]'])
def test_broken_json_names_the_place_and_no_text(text: str) -> None:
    with pytest.raises(SourceError, match=r"^camps.json, line 1, column \d+: ") as caught:
        read(text)
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000 + "]" * 100_000,
        '{"a":' * 100_000,
        '[{"a":' + "[" * 300 + "]" * 300 + "}]",
        '{"a":' * 300 + '[["x"]]' + "}" * 300,
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="nested too deep"):
        read(text)


def test_too_many_tables_are_refused() -> None:
    with pytest.raises(SourceError, match="more than 1,000 arrays of rows"):
        read(json.dumps({str(number): [["x"]] for number in range(1_001)}))


def test_objects_without_a_common_key_are_refused_before_they_fill_the_memory() -> None:
    with pytest.raises(SourceError, match="more than 268,435,456 cells"):
        read(json.dumps([{str(number): 1} for number in range(20_000)]))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_encodings(encoding: str) -> None:
    source = inputs.read('[["é","b"],["1","2"]]'.encode(encoding), name="x.json")
    assert source.media_type == "application/json"
    assert source.tables[0].cells.rows() == [("é", "b"), ("1", "2")]


def test_broken_bytes_hold() -> None:
    source = inputs.read('[["é à ü"],["'.encode() + b'\xff"]]', name="x.json")
    assert [unread.kind for unread in source.unread] == ["bytes-not-decoded"]


def test_null_characters_hold() -> None:
    (unread,) = read('[["a"],["x\\u0000y"]]').unread
    assert (unread.kind, unread.part) == ("bytes-not-decoded", "camps")
    assert "(1 row, first row 2)" in unread.reason


@pytest.mark.parametrize("text", ["[name],[age]\nx,1\n", "{x},y\n1,2\n"])
def test_a_text_with_brackets_is_no_json(text: str) -> None:
    assert read(text).media_type == "text/csv"


def test_a_key_that_may_be_a_name_does_not_become_the_name_of_a_table() -> None:
    document = b'{"cases": {"Amina Khalil": [{"age": 3}], "other": [{"age": 4}]}}'
    names = [table.name for table in inputs.read(document).tables]
    assert names == ["cases.1", "cases.other", "(other values)"]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ('{"LEB-19-1":[["x"]]}', [("keys",), ("LEB-19-1",)]),
        ('{"r":[["x"]],"LEB-19-1":null}', [("keys",), ("LEB-19-1",)]),
        ('{"r":[["x"]],"LEB-19-1":{}}', [("keys",), ("LEB-19-1",)]),
        ('{"r":[["x"]],"LEB-19-1":[]}', [("keys",), ("LEB-19-1",)]),
        ('{"r":[["x"]],"a":{"LEB-19-1":""}}', [("keys",), ("LEB-19-1",)]),
        ('{"r":[["x"]],"A B":{"C D":[["x"]]},"a":null}', [("keys",), ("A B",), ("C D",)]),
        ('{"A B":[["x"]],"C D":{},"n":5}', [("n", "keys"), ("5", "A B"), (None, "C D")]),
        ('{"\\ud800 x":[["x"]]}', [("keys",), ("? x",)]),
        ('{"a.b":1,"a":{"b":2},"r":[["x"]]}', [("a.b", "a.b"), ("1", "2")]),
        ('{"r":[["x"]],"a":null,"b":{"c":[]}}', None),
    ],
)
def test_no_key_is_dropped(document: str, expected: Rows | None) -> None:
    assert tables(document).get("(other values)") == expected


def test_a_wrapper_of_a_common_name_adds_no_table() -> None:
    names = [
        table.name for table in inputs.read(b'{"Sheet1": [{"a": 1}], "Data": [{"a": 2}]}').tables
    ]
    assert names == ["Sheet1", "Data"]
