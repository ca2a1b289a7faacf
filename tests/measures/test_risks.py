"""Individual, global and household risk: published values, the definitions, degenerate tables."""

from __future__ import annotations

from fractions import Fraction

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures import MEASURES
from hxlguard.measures._risks import record_risk, risks
from hxlguard.measures.classes import Classes, classes_of, merged, partial
from hxlguard.measures.household_risk import together
from hxlguard.measures.measure import Measured
from hxlguard.model.disclosure import MeasureAsked, MeasureName
from tests.measures import risk_oracles
from tests.measures.risk_tables import FRANCDAT, TEN, Record, of_records

KEYS = ("1", "2", "3", "4")
WEIGHT, HOUSEHOLD = "5", "6"


def classes(records: list[Record], *, weighted: bool = True, **kept: object) -> Classes:
    """The classes of records with four quasi-identifiers and a weight."""
    frame = table(records)
    weight = WEIGHT if weighted else None
    return classes_of(partial(frame, KEYS, [WEIGHT]), weight=weight, **kept)  # type: ignore[arg-type]


def table(records: list[Record]) -> pl.DataFrame:
    columns = [*KEYS, WEIGHT]
    return pl.DataFrame(
        [(*key, weight) for key, weight in records],
        schema=dict.fromkeys(columns, pl.String),
        orient="row",
    )


def split(records: list[Record]) -> tuple[list[risk_oracles.Key], list[float]]:
    return [key for key, _ in records], [float(weight or 0) for _, weight in records]


def measured(name: MeasureName, found: Classes, **asked: object) -> Measured:
    return MEASURES[name].measured(found, MeasureAsked(name, **asked))  # type: ignore[arg-type]


# published values


@pytest.mark.parametrize(
    ("records", "fk", "people", "expected", "digits"),
    [
        (
            TEN,
            [2, 2, 1, 2, 1, 2, 1, 1, 2, 2],
            [360, 360, 215, 152, 186, 152, 180, 215, 262, 262],
            [
                0.005424520,
                0.005424520,
                0.025096439,
                0.012563425,
                0.028247279,
                0.012563425,
                0.029010932,
                0.025096439,
                0.007403834,
                0.007403834,
            ],
            9,
        ),
        (
            FRANCDAT,
            [2, 2, 2, 1, 1, 1, 1, 2],
            [110, 84.5, 84.5, 17, 541, 8, 5, 110],
            [
                0.01714426,
                0.02204233,
                0.02204233,
                0.17707583,
                0.01165448,
                0.29706308,
                0.40235948,
                0.01714426,
            ],
            8,
        ),
    ],
    ids=["SDC Practice guide", "francdat"],
)
def test_published_risks(
    records: list[Record], fk: list[int], people: list[float], expected: list[float], digits: int
) -> None:
    found = classes(records)
    assert found.population is not None
    assert of_records(found, found.fk, table(records)) == fk
    assert of_records(found, found.population, table(records)) == people
    rounded = [round(risk, digits) for risk in of_records(found, risks(found), table(records))]
    assert rounded == expected


def test_published_global_risk() -> None:
    found = classes(TEN)
    assert round(measured("global_risk", found).value or 0, 5) == 0.01582
    assert round(measured("expected_reidentifications", found).value or 0, 4) == 0.1582
    assert round(measured("individual_risk", found).value or 0, 9) == 0.029010932


def test_published_household_risk() -> None:
    members = pl.DataFrame({"value": ["a"] * 2, "risk": [0.02, 0.03], "n": [1, 2]})
    found = together(members)
    assert found["n"].to_list() == [3]
    assert round(found["risk"][0], 3) == 0.078


# the definitions


@given(
    fk=st.integers(1, 6),
    p=st.floats(1e-9, 2) | st.floats(-16, -1).map(lambda power: 1 - 10**power),
)
def test_the_closed_forms_keep_their_digits(fk: int, p: float) -> None:
    people = Fraction(fk) / Fraction(p)
    frame = pl.DataFrame({"fk": [fk], "people": [float(people)]})
    found = frame.select(record_risk(pl.col("fk"), pl.col("people"))).item()
    assert found == pytest.approx(risk_oracles.risk(fk, Fraction(float(people))), rel=1e-10)


def drawn_records(blank: bool = True) -> st.SearchStrategy[list[Record]]:
    values = [None, "a", "b", "c"] if blank else ["a", "b", "c"]
    key = st.tuples(*[st.sampled_from(values)] * len(KEYS))
    weight = st.integers(1, 4000).map(lambda number: str(number / 8))
    return st.lists(st.tuples(key, weight), min_size=1, max_size=30)


@given(drawn_records(), st.integers(0, 30))
def test_risks_are_those_of_the_definition(records: list[Record], cut: int) -> None:
    parts = [part for part in (records[:cut], records[cut:]) if part]
    grouped = merged(partial(table(part), KEYS, [WEIGHT]) for part in parts)
    found = classes_of(grouped, weight=WEIGHT)
    naive = risk_oracles.individual_risks(*split(records))
    assert of_records(found, risks(found), table(records)) == pytest.approx(naive, rel=1e-9)
    assert measured("individual_risk", found).value == pytest.approx(max(naive), rel=1e-9)
    assert measured("expected_reidentifications", found).value == pytest.approx(sum(naive))
    assert measured("global_risk", found).value == pytest.approx(sum(naive) / len(naive))
    share = sum(round(risk, 9) > 0.25 for risk in naive) / len(naive)
    assert measured("share_above_risk", found, risk=0.25).value == share


@given(drawn_records())
def test_a_census_is_one_in_fk(records: list[Record]) -> None:
    found = classes(records, weighted=False)
    assert risks(found).to_list() == pytest.approx([1 / fk for fk in found.fk])


@given(drawn_records())
def test_risks_where_blanks_agree_with_every_value(records: list[Record]) -> None:
    found = classes(records, blanks="wildcard")
    naive = risk_oracles.individual_risks(*split(records), wildcard=True)
    assert of_records(found, risks(found), table(records)) == pytest.approx(naive, rel=1e-9)
    assert measured("global_risk", found).value == pytest.approx(sum(naive) / len(naive))


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), min_size=1, max_size=20),
    st.integers(0, 20),
)
def test_households_are_those_of_the_definition(records: list[tuple[str, str]], cut: int) -> None:
    parts = [
        pl.DataFrame(part, schema=["1", HOUSEHOLD], orient="row")
        for part in (records[:cut], records[cut:])
        if part
    ]
    grouped = merged(partial(part, ["1"], [HOUSEHOLD]) for part in parts)
    found = classes_of(grouped, household=HOUSEHOLD)
    each = risk_oracles.individual_risks([(key,) for key, _ in records], [1.0] * len(records))
    naive = risk_oracles.household_risks(each, [household for _, household in records])
    answer = measured("household_risk", found, at_most=0.5)
    assert answer.value == pytest.approx(max(naive))
    above = {
        household
        for (_, household), risk in zip(records, naive, strict=True)
        if round(risk, 9) > 0.5
    }
    assert answer.details["above"] == len(above)
    assert answer.details["mean_of_records"] == pytest.approx(sum(naive) / len(naive))
    assert answer.details["households"] == len({household for _, household in records})


# which records


def test_the_worst_records_are_those_above_the_limit() -> None:
    found = classes(TEN)
    answers = {
        "individual_risk": measured("individual_risk", found, at_most=0.026),
        "global_risk": measured("global_risk", found, at_most=0.026),
        "share_above_risk": measured("share_above_risk", found, risk=0.026, at_most=0),
    }
    for answer in answers.values():
        assert answer.worst is not None
        assert of_records(found, answer.worst, table(TEN)) == [
            number in (5, 7) for number in range(1, len(TEN) + 1)
        ]
    assert answers["share_above_risk"].value == 0.2


def test_without_a_limit_the_worst_records_are_those_most_at_risk() -> None:
    found = classes(TEN)
    for name in ("individual_risk", "global_risk", "expected_reidentifications"):
        worst = measured(name, found).worst
        assert worst is not None
        assert of_records(found, worst, table(TEN)).index(True) == 6
        assert worst.sum() == 1


@pytest.mark.parametrize(
    ("asked", "share"), [({}, 0.0), ({"risk": 0.01}, 0.6), ({"k": 100}, 0.6), ({"k": 20}, 0.0)]
)
def test_a_risk_is_too_high_above_a_share_or_one_in_k(
    asked: dict[str, float], share: float
) -> None:
    assert measured("share_above_risk", classes(TEN), **asked).value == share


# degenerate tables

NEEDING_PEOPLE: list[MeasureName] = [
    "individual_risk",
    "global_risk",
    "expected_reidentifications",
    "share_above_risk",
]


@pytest.mark.parametrize("name", NEEDING_PEOPLE)
@pytest.mark.parametrize(
    "weight", ["0", "-1", "many", "NaN", "nan", "inf", "-inf", "1e999", None, " "]
)
def test_a_weight_that_is_none_leaves_no_figure(name: MeasureName, weight: str | None) -> None:
    answer = measured(name, classes([*TEN, (TEN[0][0], weight)]))
    assert answer.value is None
    assert "weight" in answer.reason
    assert answer.worst is None


@pytest.mark.parametrize("records", [1, 2, 3])
def test_a_weight_too_small_to_divide_by_is_a_certainty(records: int) -> None:
    assert measured("global_risk", classes([(TEN[0][0], "5e-324")] * records)).value == 1.0
    assert measured("individual_risk", classes([*TEN, ((None,) * 4, "5e-324")])).value == 1.0


def test_weights_that_add_up_to_infinity_leave_no_figure() -> None:
    huge: list[Record] = [(TEN[0][0], "1e308")] * 9
    assert measured("global_risk", classes(huge)).value is None


@pytest.mark.parametrize("name", NEEDING_PEOPLE)
@pytest.mark.parametrize(
    ("records", "value"),
    [
        ([TEN[0]], 0.0287),
        ([((None,) * 4, "180")] * 3, 0.0028),
        ([((None,) * 4, "1e-300")] * 3, 1.0),
        ([(("a",) * 4, "1e300")], 0.0),
    ],
    ids=["one record", "all blank", "weights next to nothing", "weights next to everybody"],
)
def test_every_risk_is_finite(name: MeasureName, records: list[Record], value: float) -> None:
    answer = measured(name, classes(records))
    assert answer.value is not None
    if name in ("individual_risk", "global_risk"):
        assert answer.value == pytest.approx(value, abs=0.001)


def test_a_record_without_a_household_leaves_no_figure() -> None:
    frame = pl.DataFrame({"1": ["a", "b"], HOUSEHOLD: ["h", " "]})
    found = classes_of(partial(frame, ["1"], [HOUSEHOLD]), household=HOUSEHOLD)
    answer = measured("household_risk", found)
    assert answer.value is None
    assert "household" in answer.reason


def test_household_risk_needs_households() -> None:
    assert measured("household_risk", classes(TEN)).value is None
