"""libhxl datasets."""

from __future__ import annotations

import io
from collections.abc import Iterator

import hxl
import pytest

from hxlguard import inputs
from hxlguard.errors import SourceError

DATA = [["Org", "Place"], ["#org", "#adm1+name"], ["x", "A"], ["y"], ["z", "B", "left over"]]


def test_headers_tags_and_rows() -> None:
    source = inputs.read(hxl.data(DATA))
    (table,) = source.tables
    assert table.cells.rows() == [
        ("Org", "Place", None),
        ("#org", "#adm1+name", None),
        ("x", "A", None),
        ("y", None, None),
        ("z", "B", "left over"),
    ]
    assert not table.names_first
    assert source.sha256 == inputs.read(hxl.data(DATA)).sha256


def test_a_filtered_dataset_is_what_the_filter_gives() -> None:
    source = inputs.read(hxl.data(DATA).count("#org"), name="counts")
    assert source.name == "counts"
    assert source.tables[0].cells.rows()[:3] == [
        ("Org", "Count"),
        ("#org", "#meta+count"),
        ("x", "1"),
    ]


class Failing(hxl.model.Dataset):  # type: ignore[misc]
    columns: list[object] = []  # noqa: RUF012 - libhxl reads it so

    def __iter__(self) -> Iterator[object]:
        raise hxl.HXLException("secret")


def test_a_failing_dataset_is_refused_without_its_text() -> None:
    with pytest.raises(SourceError, match="libhxl cannot give its rows") as caught:
        inputs.read(Failing())
    assert "secret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_dataset_that_was_used_up_holds() -> None:
    dataset = hxl.data(io.BytesIO(b"#org,#adm1\nRelief Example,North\n"))
    assert inputs.read(dataset).unread == ()
    assert [part.kind for part in inputs.read(dataset).unread] == ["part-not-read"]
