"""Which digits may be a phone number of a country, as one pattern for whole columns.

Built from the numbering plans that the phonenumbers library carries. The pattern lets through
everything that the library finds, and little else, so that the library is asked about few texts.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from hxlguard.recognizers.recognizer import Regions

_TYPES = (
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
)
_LONGEST_PLAN = 400
"""Characters of a plan; of a longer one only its outline is used."""

_BETWEEN = r"[-xX/ ().\[\]~\x{2010}-\x{2015}\x{2212}\x{30fc}\x{2053}\x{223c}]*"
"""What the library allows between the digits of a number, in normalised text."""

_INTERNATIONAL = r"\+(?:[^\p{L}0-9]|[xX\x{30fc}]){0,5}(?:[0-9](?:[^\p{L}0-9]|[xX\x{30fc}]){0,5}){5}"
"""Behind a plus sign no plan is looked at, as any country may be meant."""

_COMMA = r"00[0-9]{1,3},[0-9]"
"""The recognizer takes the comma for a space, and so joins what stands around it."""

_VERY_LONG = r"[0-9]{17}"
"""The library may begin inside of such a run."""

_NO_REGION = "001"
"""What the library calls the region of a country code that no country has."""

_ATOM = re.compile(r"(?P<times>\{[^}]*\})|\[[^\]]*\]|\\d|\d")
_ANY_DIGIT = r"\d"
_CAPTURING = re.compile(r"\((?!\?)")


@lru_cache(maxsize=64)
def plausible_numbers(regions: Regions) -> str:
    """A pattern that hits every text in which a phone number can be found.

    Args:
        regions: countries whose numbers are known without a country code.

    Returns:
        a pattern in the dialect that polars, RE2 and Java share.
    """
    from phonenumbers import PhoneMetadata

    found = [PhoneMetadata.metadata_for_region(region) for region in regions]
    countries = [data for data in found if data and data.country_code]
    exits = dict.fromkeys(data.international_prefix for data in countries)
    abroad = _spaced(f"(?:{'|'.join(filter(None, exits))})(?:{_abroad()})")
    dialled = [abroad, *map(_at_home, countries)] if countries else []
    national = [rf"(?:^|[^0-9])(?:{form})" for form in dialled]
    return "|".join((_INTERNATIONAL, _COMMA, _VERY_LONG, *national))


def _at_home(data: Any) -> str:
    """A national number, with or without the prefixes that it may be dialled with."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

    if data.national_prefix_transform_rule:
        return _spaced(r"\d{5}")
    prefix = f"(?:{data.national_prefix_for_parsing})?" if data.national_prefix_for_parsing else ""
    neighbours = COUNTRY_CODE_TO_REGION_CODE[data.country_code]
    plans = dict.fromkeys(_plan(PhoneMetadata.metadata_for_region(name)) for name in neighbours)
    return _spaced(f"(?:{data.country_code})?{prefix}(?:{'|'.join(plans)})") + r"(?:$|[^0-9])"


@cache
def _abroad() -> str:
    """Every country code with as many digits behind it as its shortest number has."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, PhoneMetadata

    codes: dict[int, list[str]] = {}
    for code, names in COUNTRY_CODE_TO_REGION_CODE.items():
        found = (
            PhoneMetadata.metadata_for_nongeo_region(code)
            if name == _NO_REGION
            else PhoneMetadata.metadata_for_region(name)
            for name in names
        )
        outlines = [data.general_desc for data in found if data]
        lengths = {
            length
            for outline in outlines
            if outline
            for length in (*outline.possible_length, *outline.possible_length_local_only)
        }
        codes.setdefault(min(lengths), []).append(str(code))
    return "|".join(rf"(?:{'|'.join(same)})\d{{{fewest}}}" for fewest, same in codes.items())


def _plan(data: Any) -> str:
    """The national numbers of a country."""
    kinds = (getattr(data, name) for name in _TYPES)
    patterns = [kind.national_number_pattern for kind in kinds if kind is not None]
    plan = "|".join(pattern for pattern in patterns if pattern)
    outline: str = data.general_desc.national_number_pattern
    return plan if 0 < len(plan) <= _LONGEST_PLAN else outline


def _spaced(digits: str) -> str:
    """Let signs stand between the digits of a pattern."""
    return _ATOM.sub(_with_signs, _CAPTURING.sub("(?:", digits))


def _with_signs(atom: re.Match[str]) -> str:
    if atom["times"]:
        return atom.group()
    return f"(?:{atom.group().replace(_ANY_DIGIT, '[0-9]')}{_BETWEEN})"
