"""Which candidates are asked about: all, or a sample where a column is uniformly one thing."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hxlguard.analysis import analyzer
from hxlguard.confirming import SAMPLED_FROM, Hits
from hxlguard.detection import Seen, detect, detect_in
from hxlguard.scanning import SAMPLE_SIZE
from tests.effort import effort

LOOKER = analyzer(("SY",))
MANY = SAMPLED_FROM + 1_000
PHONES = [f"+963 944 {at:06d}" for at in range(MANY)]
PHONES_ABOVE = [*PHONES, *["none"] * MANY, *PHONES[:3]]
CARDS = [f"4000 0000 {at:04d} 0000" for at in range(MANY)]


def luhn(number: str) -> bool:
    digits = [int(char) for char in reversed(number.replace(" ", ""))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def seen(cells: list[str]) -> Seen:
    (found,) = detect_in(pl.DataFrame({"1": cells}), 1, LOOKER, [()])
    return found


def test_a_uniform_column_is_named_by_a_sample_and_counted_exactly() -> None:
    hits = seen(["office", *PHONES]).confirmed.hits["PHONE_NUMBER"]
    assert (hits.rows.count, hits.rows.first) == (MANY, (2, 3, 4, 5, 6))
    assert hits.sample is not None
    assert hits.sample.asked == hits.sample.confirmed == SAMPLE_SIZE
    assert hits.score == 0.9


@pytest.mark.parametrize(
    "cells",
    [
        PHONES[: SAMPLED_FROM - 1],
        PHONES_ABOVE,
        [f"the family can be called at {phone} after noon" for phone in PHONES],
        PHONES[:50] * (MANY // 50),
    ],
    ids=["few", "mixed", "long texts", "few values"],
)
def test_every_candidate_of_any_other_column_is_asked_about(cells: list[str]) -> None:
    hits = seen(cells).confirmed.hits["PHONE_NUMBER"]
    assert hits.sample is None
    assert hits.rows.count == sum("+963" in cell for cell in cells)


def test_where_the_sample_names_nothing_every_candidate_is_asked_about() -> None:
    wrong = [card for card in CARDS if not luhn(card)]
    hits = seen([*wrong, "4111 1111 1111 1111"]).confirmed.hits["CREDIT_CARD"]
    assert (hits.rows.count, hits.rows.first, hits.sample) == (1, (len(wrong) + 1,), None)


BARE = [f"9445{at:05d}" for at in range(4 * MANY)]
SURE_ONES = [f"+963 94{at} 555 123" for at in range(1, 4)]


def test_the_surest_way_of_writing_says_how_sure_a_column_is() -> None:
    weak = seen(BARE).confirmed.hits["PHONE_NUMBER"]
    mixed = seen([*BARE, *SURE_ONES]).confirmed.hits["PHONE_NUMBER"]
    assert (weak.score, mixed.score) == (0.25, 0.9)
    assert mixed.sample is not None
    assert mixed.rows.count == len(BARE) + 3


def test_a_column_of_too_many_ways_of_writing_is_asked_whole() -> None:
    cells = [f"{'ab' * (at % 16)}{'cd' * (at // 16 % 16)} {phone}" for at, phone in enumerate(BARE)]
    hits = seen(cells).confirmed.hits["PHONE_NUMBER"]
    assert hits.sample is None


def test_another_kind_in_a_uniform_column_is_found() -> None:
    found = seen([*PHONES, "amina@relief.example"]).confirmed.hits["EMAIL_ADDRESS"]
    assert (found.rows.count, found.rows.first) == (1, (MANY + 1,))


@effort(1 / 4)
@example([MANY], PHONES_ABOVE)
@given(
    st.lists(st.integers(0, MANY), max_size=5),
    st.sampled_from([PHONES, CARDS, CARDS + PHONES, [*BARE[:MANY], *SURE_ONES]]),
)
def test_batches_make_no_difference(cuts: list[int], cells: list[str]) -> None:
    frame = pl.DataFrame({"1": cells})

    def batches(names: object) -> list[tuple[int, pl.DataFrame]]:
        starts = sorted({0, *cuts})
        ends = [*starts[1:], len(cells)]
        return [(at + 1, frame[at:end]) for at, end in zip(starts, ends, strict=True)]

    assert detect(batches, {"1": ()}, LOOKER) == [seen(cells)]


def test_hits_tell_which_part_of_them_is_confirmed() -> None:
    assert Hits().share == 1.0
    half = [*PHONES, *(phone.replace("944", "000") for phone in PHONES)]
    assert seen(half).confirmed.hits["PHONE_NUMBER"].share == pytest.approx(0.5, abs=0.1)


def test_check_digits_that_pass_by_chance_name_no_column() -> None:
    assert seen(CARDS).confirmed.hits["CREDIT_CARD"].sample is None
