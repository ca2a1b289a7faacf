"""The measures that are computed from classes alone, beside what their definitions say."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.measures import MEASURES
from hxlguard.measures.classes import classes_of, partial
from hxlguard.measures.measure import Measured
from hxlguard.model.disclosure import Blanks, MeasureAsked, MeasureName
from tests.measures import oracles

KEYS = ("1", "2")
CELLS = st.sampled_from([None, " ", "a", " a", "b"])
WORDS = st.sampled_from([None, "", "x", " x", "y", "z", "3"])
NUMBERS = st.sampled_from(["1", "1.0", " 2", "-3", "10", "1e2", "4"])
WORD_RECORDS = st.lists(st.tuples(CELLS, CELLS, WORDS), min_size=1, max_size=12)
CODES = st.sampled_from([None, "A", "A1", "A10", " A11", "A2", "B1", "B10", "C"])
CODE_RECORDS = st.lists(st.tuples(CELLS, CELLS, CODES), min_size=1, max_size=12)
LENGTHS = st.lists(st.integers(1, 4), max_size=3, unique=True).map(sorted)
NUMBER_RECORDS = st.lists(st.tuples(CELLS, CELLS, NUMBERS), min_size=1, max_size=12)
BLANKS = st.sampled_from(["value", "wildcard"])
Row = tuple[str | None, ...]


def frame(rows: Sequence[Row]) -> pl.DataFrame:
    names = [str(at) for at in range(1, 4)]
    return pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")


def measured(
    rows: Sequence[Row],
    asked: MeasureAsked,
    keys: Sequence[str] = KEYS,
    sensitive: Sequence[str] = ("3",),
) -> tuple[Measured, list[int]]:
    """The answer, and the positions of the worst records."""
    records = frame(rows)
    grouped = partial(records, keys, sensitive)
    household = next(iter(sensitive), None)
    classes = classes_of(
        grouped,
        sensitive=sensitive,
        household=household,
        blanks=asked.blanks,
        hierarchies=dict(asked.hierarchies),
    )
    found = MEASURES[asked.measure].measured(classes, asked)
    worst = [] if found.worst is None else classes.positions(records, found.worst).to_list()
    return found, worst


def asked(measure: MeasureName, blanks: str = "value", **more: object) -> MeasureAsked:
    wanted: Blanks = "wildcard" if blanks == "wildcard" else "value"
    return MeasureAsked(measure, blanks=wanted, **more)  # type: ignore[arg-type]


# beside the oracles


@given(rows=WORD_RECORDS, blanks=BLANKS, limit=st.sampled_from([None, 1, 2, 3]))
def test_k_anonymity(rows: list[Row], blanks: str, limit: int | None) -> None:
    found, worst = measured(rows, asked("k_anonymity", blanks, at_least=limit))
    sizes = [len(group) for group in oracles.groups(frame(rows).to_dicts(), KEYS, blanks)]
    assert found.value == min(sizes)
    assert worst == [
        at for at, size in enumerate(sizes) if (size < limit if limit else size == min(sizes))
    ]
    assert [found.details[f"below_{k}"] for k in (2, 3, 5)] == [
        sum(size < k for size in sizes) for k in (2, 3, 5)
    ]
    assert found.details["records"] == len(rows)


@given(rows=WORD_RECORDS, blanks=BLANKS)
def test_sample_uniques(rows: list[Row], blanks: str) -> None:
    count = oracles.uniques(frame(rows).to_dicts(), KEYS, blanks)
    number, worst = measured(rows, asked("sample_uniques", blanks))
    share, _ = measured(rows, asked("sample_uniques_share", blanks))
    assert number.value == len(worst) == count
    assert share.value == count / len(rows)


Figure = Callable[..., float]
WORD_MEASURES: tuple[tuple[MeasureAsked, Figure, Callable[[Sequence[float]], float]], ...] = (
    (asked("l_diversity"), oracles.distinct, min),
    (asked("l_diversity", variant="distinct"), oracles.distinct, min),
    (asked("l_diversity", variant="entropy"), oracles.entropy, min),
    (asked("l_diversity", variant="recursive", c=1.0), oracles.recursive(1.0), min),
    (asked("l_diversity", variant="recursive", c=2.5), oracles.recursive(2.5), min),
    (asked("alpha_k_anonymity"), oracles.alpha, max),
    (asked("beta_likeness"), oracles.beta, max),
    (asked("beta_likeness", variant="basic"), oracles.beta, max),
    (asked("beta_likeness", variant="enhanced"), oracles.enhanced_beta, max),
    (asked("delta_disclosure"), oracles.delta, max),
    (asked("t_closeness"), oracles.equal_distance, max),
    (asked("t_closeness", variant="equal"), oracles.equal_distance, max),
)


@pytest.mark.parametrize(
    "case", WORD_MEASURES, ids=lambda case: f"{case[0].measure}-{case[0].variant}"
)
@given(rows=WORD_RECORDS, blanks=BLANKS)
def test_of_words(
    case: tuple[MeasureAsked, Figure, Callable[[Sequence[float]], float]],
    rows: list[Row],
    blanks: str,
) -> None:
    beside_oracle([(*row[:2], f"w{row[2] or ''}") for row in rows], blanks, *case)


@pytest.mark.parametrize(
    ("variant", "oracle"),
    [
        (None, oracles.ordered_distance),
        ("ordered", oracles.ordered_distance),
        ("equal", oracles.equal_distance),
    ],
)
@given(rows=NUMBER_RECORDS, blanks=BLANKS)
def test_t_closeness_of_numbers(
    variant: str | None, oracle: Figure, rows: list[Row], blanks: str
) -> None:
    beside_oracle(rows, blanks, asked("t_closeness", variant=variant), oracle, max)


@given(rows=CODE_RECORDS, blanks=BLANKS, lengths=LENGTHS)
def test_t_closeness_of_codes(rows: list[Row], blanks: str, lengths: list[int]) -> None:
    given_groups = asked("t_closeness", hierarchies=(("3", tuple(lengths)),))
    for question in (given_groups, replace(given_groups, variant="hierarchical")):
        beside_oracle(rows, blanks, question, oracles.hierarchical_distance(lengths), max)


@given(rows=CODE_RECORDS, blanks=BLANKS)
def test_a_hierarchy_of_one_level_is_the_equal_distance(rows: list[Row], blanks: str) -> None:
    """So is one whose groups are the values themselves."""
    equal, _ = measured(rows, asked("t_closeness", blanks, variant="equal"))
    for lengths in ((), (9,), (8, 9)):
        flat, _ = measured(rows, asked("t_closeness", blanks, hierarchies=(("3", lengths),)))
        assert flat.value == pytest.approx(equal.value, abs=1e-12)


@given(rows=CODE_RECORDS, lengths=LENGTHS)
def test_groups_never_make_values_further_apart(rows: list[Row], lengths: list[int]) -> None:
    equal, _ = measured(rows, asked("t_closeness", variant="equal"))
    grouped, _ = measured(rows, asked("t_closeness", hierarchies=(("3", tuple(lengths)),)))
    assert (grouped.value or 0) <= (equal.value or 0) + 1e-12


@pytest.mark.parametrize(
    ("other", "apart"), [("RI2", 1 / 3), ("RV1", 2 / 3), ("DS1", 1.0)], ids=["near", "", "far"]
)
def test_diseases_are_as_far_apart_as_in_the_paper(other: str, apart: float) -> None:
    """Two of one group are 1/3 apart, of one system 2/3, of different systems 1."""
    found, _ = measured(
        [("p", "", "RI1"), ("q", "", other)], asked("t_closeness", hierarchies=(("3", (1, 2)),))
    )
    assert found.value == pytest.approx(apart / 2)


def beside_oracle(
    rows: Sequence[Row],
    blanks: str,
    question: MeasureAsked,
    oracle: Figure,
    pick: Callable[[Sequence[float]], float],
) -> None:
    wanted = replace(question, blanks=asked(question.measure, blanks).blanks)
    found, worst = measured(rows, wanted)
    records = frame(rows).to_dicts()
    whole = oracles.counted(records, "3")
    figures = [
        oracle(oracles.counted(group, "3"), whole)
        for group in oracles.groups(records, KEYS, blanks)
    ]
    extreme = pick(figures)
    if math.isinf(extreme):
        assert found.value is None
        assert found.reason
    else:
        assert found.value == pytest.approx(extreme, abs=1e-11)
        assert found.details["column_3"] == found.value
    assert worst == [
        at for at, figure in enumerate(figures) if figure == pytest.approx(extreme, abs=1e-11)
    ]


# what papers and packages publish


def test_t_closeness_of_the_salaries_in_the_paper() -> None:
    """3 to 11 thousand; the classes 3, 4, 5 and 6, 8, 11 are 0.375 and 0.167 away."""
    first = [("p", "", str(n)) for n in (3000, 4000, 5000)]
    second = [("q", "", str(n)) for n in (6000, 8000, 11000)]
    third = [("r", "", str(n)) for n in (7000, 9000, 10000)]
    found, worst = measured([*first, *second, *third], asked("t_closeness"))
    assert found.value == pytest.approx(0.375)
    assert worst == [0, 1, 2]
    _, above = measured([*first, *second, *third], asked("t_closeness", at_most=0.167))
    assert above == [0, 1, 2, 6, 7, 8]


def test_the_seven_records_whose_blanks_agree_with_all() -> None:
    """The example of sdcMicro's tests: 3 distinct values in the first class, 2 in the others."""
    rows = [
        ("female", None, "other", "1"),
        ("female", None, "other", "0"),
        ("female", None, "other", "2"),
        ("male", "teacher", "other", "1"),
        ("male", "teacher", "other", "0"),
        ("female", "nurse", "majority", "0"),
        ("female", "nurse", "majority", "1"),
    ]
    records = pl.DataFrame(rows, schema=["1", "2", "3", "4"], orient="row")
    grouped = partial(records, ["1", "2", "3"], ["4"])
    classes = classes_of(grouped, sensitive=["4"], blanks="wildcard")
    for limit, below in ((2, []), (3, [3, 4, 5, 6]), (4, list(range(7)))):
        wanted = asked("l_diversity", "wildcard", at_least=limit)
        found = MEASURES["l_diversity"].measured(classes, wanted)
        assert found.worst is not None
        assert classes.positions(records, found.worst).to_list() == below


# limits


def test_alpha_k_anonymity_counts_small_classes_among_the_worst() -> None:
    rows = [("p", "", "x"), ("q", "", "x"), ("q", "", "y"), ("q", "", "z")]
    found, worst = measured(rows, asked("alpha_k_anonymity", at_most=1.0, k=2))
    assert found.value == 1
    assert found.details["k"] == 1
    assert worst == [0]


@pytest.mark.parametrize(
    ("limit", "value", "broken"),
    [(None, None, [0, 1]), (0.5, 1.5, [0, 1]), (9, None, [0, 1])],
)
def test_what_no_beta_allows_has_a_value_only_where_the_limit_is_broken_too(
    limit: float | None, value: float | None, broken: list[int]
) -> None:
    """Of ten records four say x: two of the first class, which gains 1.5 where 0.92 is allowed."""
    rest = [("q", "", word) for word in ("x", "x", *"yyyyyy")]
    found, worst = measured(
        [("p", "", "x"), ("p", "", "x"), *rest],
        asked("beta_likeness", variant="enhanced", at_most=limit),
    )
    assert (found.value, worst) == (value, broken)
    assert bool(found.reason) == (value is None)
    assert found.details["beyond"] == 1


@pytest.mark.parametrize("limit", [0.1, 0.3, 1 / 3, 0.7])
def test_a_limit_that_is_met_exactly_is_met(limit: float) -> None:
    third = [("p", "", word) for word in "xyz"]
    found, worst = measured(third, asked("alpha_k_anonymity", at_most=limit))
    assert bool(worst) == (limit < 0.333)
    assert found.value == pytest.approx(1 / 3)


@pytest.mark.parametrize("size", [2, 3, 5, 7, 10])
def test_equally_frequent_values_are_as_diverse_as_they_are_many(size: int) -> None:
    rows = [("p", "", str(at)) for at in range(size)]
    found, worst = measured(rows, asked("l_diversity", variant="entropy", at_least=size))
    assert found.value == size
    assert not worst


def test_the_worst_of_several_sensitive_attributes_counts() -> None:
    rows = [("p", "x", "1"), ("p", "x", "2"), ("q", "y", "1"), ("q", "z", "2")]
    found, worst = measured(rows, asked("l_diversity"), keys=["1"], sensitive=["2", "3"])
    assert found.value == 1
    assert found.details == {"column_2": 1, "column_3": 2}
    assert worst == [0, 1]


# what has no answer, or hardly one

ALL = (
    *(asked(measure) for measure in MEASURES),
    asked("l_diversity", variant="entropy"),
    asked("l_diversity", variant="recursive", c=1.0),
    asked("beta_likeness", variant="enhanced"),
    asked("t_closeness", variant="equal"),
)
NEEDY = [question for question in ALL if "sensitive" in MEASURES[question.measure].needs]


@pytest.mark.parametrize(
    "question", ALL, ids=lambda question: f"{question.measure}-{question.variant}"
)
def test_no_quasi_identifier_or_no_record_has_a_reason(question: MeasureAsked) -> None:
    for rows, keys in (([("a", "b", "1")], ()), ([], KEYS)):
        found, worst = measured(rows, question, keys)
        assert found.value is None
        assert found.reason.endswith(("`quasi_identifiers`", "nothing to measure"))
        assert not worst


@pytest.mark.parametrize(
    "question", NEEDY, ids=lambda question: f"{question.measure}-{question.variant}"
)
def test_no_sensitive_attribute_has_a_reason(question: MeasureAsked) -> None:
    found, _ = measured([("a", "b", "1")], question, sensitive=())
    assert found.value is None
    assert "`sensitive`" in found.reason


@pytest.mark.parametrize("measure", MEASURES)
def test_an_unknown_variant_has_a_reason(measure: MeasureName) -> None:
    found, _ = measured([("a", "b", "1")], asked(measure, variant="other"))
    assert found.value is None
    assert "no such variant" in found.reason


def test_what_a_variant_cannot_do_without_has_a_reason() -> None:
    found, _ = measured([("a", "b", "1")], asked("l_diversity", variant="recursive"))
    assert found.value is None
    assert "`c`" in found.reason
    found, _ = measured([("a", "b", "x")], asked("t_closeness", variant="ordered"))
    assert found.value is None
    assert "`equal`" in found.reason
    found, _ = measured([("a", "b", "x")], asked("t_closeness", variant="hierarchical"))
    assert found.value is None
    assert "`hierarchy`" in found.reason


@pytest.mark.parametrize(
    "question", ALL, ids=lambda question: f"{question.measure}-{question.variant}"
)
@pytest.mark.parametrize("blanks", ["value", "wildcard"])
@pytest.mark.parametrize(
    "rows",
    [
        [("a", "b", "1")],
        [(None, None, None)] * 3,
        [(None, " ", "1"), ("a", None, "nan"), ("b", "c", "inf"), ("b", "c", "-inf")],
        [("a", "b", "same"), ("c", "d", "same")],
        [(str(at), str(-at), str(at)) for at in range(50)],
    ],
    ids=["one", "blank", "odd numbers", "one value", "all distinct"],
)
def test_degenerate_tables_have_a_finite_figure_or_a_reason(
    question: MeasureAsked, blanks: str, rows: list[Row]
) -> None:
    wanted = asked(question.measure, blanks, variant=question.variant, c=question.c)
    found, worst = measured(rows, wanted)
    if found.value is None:
        assert found.reason
    else:
        assert math.isfinite(found.value)
        assert not found.reason
    assert all(position < len(rows) for position in worst)


@pytest.mark.parametrize(
    "question", ALL, ids=lambda question: f"{question.measure}-{question.variant}"
)
def test_one_record_reveals_all(question: MeasureAsked) -> None:
    found, _ = measured([("a", "b", "1")], question)
    nothing_learnt = ("beta_likeness", "delta_disclosure", "t_closeness")
    no_fraction = ("dis_suda", "population_uniqueness")
    if question.measure in nothing_learnt or question.variant == "recursive":
        assert found.value == 0
    elif question.measure in no_fraction:
        assert found.value is None
    else:
        assert found.value == (2 if question.measure == "suda" else 1)


def test_blanks_in_too_many_combinations_have_a_reason() -> None:
    names = [str(at) for at in range(1, 9)]
    rows = [[None if code >> bit & 1 else "a" for bit in range(8)] for code in range(256)]
    records = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    classes = classes_of(partial(records, names), blanks="wildcard")
    found = MEASURES["k_anonymity"].measured(classes, asked("k_anonymity", "wildcard"))
    assert found.value is None
    assert "`blanks: value`" in found.reason
