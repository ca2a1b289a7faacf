from __future__ import annotations

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures import MEASURES
from hxlguard.measures.classes import classes_of, partial
from hxlguard.model.disclosure import CLASS_SIZES, RISK_BANDS, MeasureAsked

KEYS = ["1", "2"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([None, "a", "b"]), st.sampled_from("xyz"), st.sampled_from("149")
        ),
        min_size=1,
        max_size=30,
    )
)
def test_each_record_is_counted_where_it_belongs(
    records: list[tuple[str | None, str, str]],
) -> None:
    frame = pl.DataFrame(records, schema=dict.fromkeys(["1", "2", "3"], pl.String), orient="row")
    classes = classes_of(partial(frame, KEYS, ["3"]), weight="3")
    sizes = [sum(other[:2] == each[:2] for other in records) for each in records]
    found = MEASURES["class_sizes"].measured(classes, MeasureAsked("class_sizes"))
    assert found.value == len({each[:2] for each in records})
    assert found.details == {
        f"from_{start}": sum(max(s for s in CLASS_SIZES if s <= size) == start for size in sizes)
        for start in CLASS_SIZES
    }
    banded = MEASURES["risk_bands"].measured(classes, MeasureAsked("risk_bands"))
    assert sum(int(count) for count in banded.details.values()) == len(records)


def test_a_risk_at_the_end_of_a_band_stays_in_it() -> None:
    frame = pl.DataFrame({"1": ["a"] * 2 + ["b"] * 20, "2": ["x"] * 22})
    found = MEASURES["risk_bands"].measured(
        classes_of(partial(frame, KEYS)), MeasureAsked("risk_bands")
    )
    counts = {name: count for name, count in found.details.items() if count}
    assert counts == {"above_0.03": 20, "above_0.33": 2}
    assert list(found.details) == [f"above_{start}" for start in RISK_BANDS]
