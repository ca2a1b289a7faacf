"""Codes of diseases: those that ICD-10 has, and none of its gaps."""

from __future__ import annotations

import pytest

from hxlguard.recognizers.disease_codes import DISEASE_CODES


@pytest.mark.parametrize("code", ["A00.0", "C34.1", "E11.9", "F43.1", "O80.0", "U07.1", "Z21.0"])
def test_a_code_of_a_chapter(code: str) -> None:
    assert code in DISEASE_CODES


@pytest.mark.parametrize("text", ["E91.0", "H96.1", "K94.0", "E11", "e11.9", "E11.99", "D49.0"])
def test_nothing_else(text: str) -> None:
    assert text not in DISEASE_CODES
