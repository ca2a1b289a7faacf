"""What looks like a pseudonym, and what is masked."""

from __future__ import annotations

import base64
import hashlib
import hmac
import uuid

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hxlguard.identifiers import MOST_SHOWN, are_counted_up, is_masked, looks_like_pseudonym

KEY = b"made up for this test"


def digest(number: int) -> bytes:
    return hmac.digest(KEY, str(number).encode(), "sha256")


@pytest.mark.parametrize(
    "made",
    [
        lambda raw: raw.hex(),
        lambda raw: raw.hex().upper(),
        lambda raw: raw[:16].hex(),
        lambda raw: hashlib.md5(raw).hexdigest(),
        lambda raw: str(uuid.UUID(bytes=raw[:16])),
        lambda raw: f"uuid:{uuid.UUID(bytes=raw[:16])}",
        lambda raw: base64.urlsafe_b64encode(raw).decode(),
        lambda raw: base64.b64encode(raw).decode().rstrip("="),
        lambda raw: base64.b32encode(raw).decode(),
        lambda raw: base64.b32encode(raw).decode().lower().rstrip("="),
    ],
)
def test_digests_and_random_identifiers_look_like_pseudonyms(made: object) -> None:
    texts = pl.Series([made(digest(number)) for number in range(2_000)])  # type: ignore[operator]
    assert looks_like_pseudonym(texts).all()


def test_short_base64_is_hardly_ever_missed() -> None:
    texts = [base64.urlsafe_b64encode(digest(n)[:17]).decode().rstrip("=") for n in range(5_000)]
    assert looks_like_pseudonym(pl.Series(texts)).mean() > 0.999


@pytest.mark.parametrize(
    "text",
    [
        "Amina Khalil",
        "abdulrahmankhalilhassan",
        "ahmad_khalil_hassan_1984",
        "amina.khalil@relief.example",
        "+963 944 555 123",
        "HH-0001",
        "LEB-19-012345-HH-0001-MEMBER-02",
        "SYR-2026-ALEPPO-00017-0042",
        "1234567890123456789012345",
        "00000000000000000000000000000001",
        "00000000000000000000000012345678",
        "00000000-0000-0000-0000-000000000001",
        "ab" * 16,
        digest(1).hex()[:31],
        "",
        digest(1).hex() + " Amina",
    ],
)
def test_names_and_numbers_counted_up_do_not(text: str) -> None:
    assert not looks_like_pseudonym(pl.Series([text])).item()


@pytest.mark.parametrize(
    "name", ["Amina Khalil Hassan 1984", "\u0623\u0645\u064a\u0646\u0629 \u062e\u0644\u064a\u0644"]
)
@pytest.mark.parametrize(
    "written",
    [
        bytes.hex,
        base64.b64encode,
        base64.urlsafe_b64encode,
        lambda raw: base64.b64encode(raw).rstrip(b"="),
        lambda raw: raw.hex().upper(),
    ],
)
def test_a_name_in_other_signs_is_no_pseudonym(name: str, written: object) -> None:
    token = written(name.encode())  # type: ignore[operator]
    text = token if isinstance(token, str) else token.decode()
    assert not looks_like_pseudonym(pl.Series([text])).item()


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        (f"{digest(1).hex()[:28]}0001", f"{digest(1).hex()[:28]}9fff", True),
        (digest(1).hex(), digest(1).hex(), False),
        (digest(1).hex(), digest(2).hex(), False),
    ],
)
def test_texts_that_begin_alike_are_counted_up(first: str, last: str, counted: bool) -> None:
    assert are_counted_up(first, last) is counted


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("****1234", True),
        ("xxxxxx34", True),
        ("XXXX", True),
        ("A*****d", True),
        ("\u2022\u2022\u2022\u20221234", True),
        ("####1234", True),
        ("12**", True),
        ("-", True),
        ("123**", False),
        ("12345*****", False),
        ("Amina", False),
        ("ab", False),
        ("x", False),
        ("a***@relief.example", False),
        ("\u0623\u0645\u064a\u0646\u0629", False),
    ],
)
def test_a_mask_hides_as_much_as_it_shows(text: str, masked: bool) -> None:
    assert is_masked(pl.Series([text])).item() is masked


@given(st.text(alphabet="a1B\u0645*#x", max_size=12))
def test_a_mask_never_shows_more_than_a_few_letters(text: str) -> None:
    if is_masked(pl.Series([text])).item():
        assert sum(sign.isalnum() and sign != "x" for sign in text) <= MOST_SHOWN
