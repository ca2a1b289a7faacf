"""Countries by ISO 3166 code, P-code prefix or name."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import TypedDict

from hxlguard.lexicon.words import tokens

_PCODE = re.compile(r"^[A-Z]{2,3}\d{2,}[0-9A-Z-]*$")


class _Country(TypedDict):
    iso3: str
    names: list[str]


@cache
def _listed() -> dict[str, _Country]:
    text = files("hxlguard.lexicon").joinpath("countries.json").read_text("utf-8")
    listed: dict[str, _Country] = json.loads(text)["countries"]
    return listed


@cache
def _by_code() -> dict[str, str]:
    listed = _listed()
    return {**{iso2: iso2 for iso2 in listed}, **{c["iso3"]: iso2 for iso2, c in listed.items()}}


@cache
def _by_name() -> dict[tuple[str, ...], str]:
    return {tokens(name): iso2 for iso2, c in _listed().items() for name in c["names"]}


def country(text: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a code, P-code or name, or None.

    Names match as a whole, so that South Sudan is never taken for Sudan.
    """
    code = text.strip().upper()
    prefix = _PCODE.match(code)
    if prefix:
        return next((_by_code()[p] for p in (code[:3], code[:2]) if p in _by_code()), None)
    return _by_code().get(code) or _by_name().get(tokens(text))


def is_alpha_3(code: str) -> bool:
    """True for an ISO 3166-1 alpha-3 code of a country, or one that is left to users (X..)."""
    return code.startswith("X") or any(code == listed["iso3"] for listed in _listed().values())
