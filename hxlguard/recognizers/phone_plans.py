"""Which digits may be a phone number of a country, as one pattern for whole columns.

Built from the numbering plans that the phonenumbers library carries. The pattern lets through
everything that the library finds, and little else, so that the library is asked about few texts;
of those that are written as most are, further patterns know the answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from hxlguard.recognizers.recognizer import Regions

if TYPE_CHECKING:
    import polars as pl

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

_MOST_NAMED = 4
"""Countries whose plans are looked at because texts name their codes; most name one or two."""

_BETWEEN = r"[-xX/ ().\[\]~\x{2010}-\x{2015}\x{2212}\x{30fc}\x{2053}\x{223c}]*"
"""What the library allows between the digits of a number, in normalised text."""

_INTERNATIONAL = r"\+(?:[^\p{L}0-9]|[xX\x{30fc}]){0,5}(?:[0-9](?:[^\p{L}0-9]|[xX\x{30fc}]){0,5}){5}"
"""Behind a plus sign no plan is looked at, as any country may be meant."""

_COMMA = r"00[0-9]{1,3},[0-9]"
"""The recognizer takes the comma for a space, and so joins what stands around it."""

_VERY_LONG = r"[0-9]{17}"
"""The library may begin inside of such a run."""

_LETTERS = r"a-wyzA-WYZ\p{Arabic}"
"""Those that are no sign in a number."""

_LETTER = r"[b-df-hj-wyzB-DF-HJ-WYZ\p{Arabic}]"
"""One of those that begin none of the words for an extension either."""

_BEHIND = rf"(?: ?$|[ ,;.]{{1,3}}{_LETTER})"
_SHORT = rf"[0-9]{{1,4}}(?:[:;]|[^\d+\p{{L}}]{{0,5}}{_LETTER})"
_NO_NUMBER = rf"[^\d+]*(?:{_SHORT}[^\d+]*)*[{_LETTERS},;:]"
"""Text with too few digits, too far from each other, for a phone number."""

_GROUPS = r"(?: [0-9]{1,4}){0,5}"
_DIGITS_ABROAD = rf"(?:[1-9][0-9]{{0,12}}| [1-9][0-9]{{0,3}}{_GROUPS})"
_DIGITS_AT_HOME = rf"0[1-9](?:[0-9]{{0,12}}|[0-9]{{0,2}}{_GROUPS})"
"""The library tries groups of digits one by one too; these are too short for the recognizer."""

_NO_REGION = "001"
"""What the library calls the region of a country code that no country has."""

_ATOM = re.compile(r"(?P<times>\{[^}]*\})|\[[^\]]*\]|\\d|\d")
_ANY_DIGIT = r"\d"
_NOTHING = r"[^\s\S]"
_CAPTURING = re.compile(r"\((?!\?)")


@lru_cache(maxsize=64)
def plausible_numbers(regions: Regions) -> str:
    """A pattern that hits every text in which a phone number can be found.

    Args:
        regions: countries whose numbers are known without a country code.

    Returns:
        a pattern in the dialect that polars, RE2 and Java share.
    """
    countries = _countries(regions)
    exits = dict.fromkeys(data.international_prefix for data in countries)
    abroad = _spaced(f"(?:{'|'.join(filter(None, exits))})(?:{_abroad()})")
    dialled = [abroad, *map(_at_home, countries)] if countries else []
    national = [rf"(?:^|[^0-9])(?:{form})" for form in dialled]
    return "|".join((_INTERNATIONAL, _COMMA, _VERY_LONG, *national))


@dataclass(frozen=True)
class Certain:
    """Patterns of texts of which it is certain what the library finds in them.

    They know numbers that stand apart, in digits and single spaces, of countries whose numbers
    begin with nothing but a zero; of all other texts they say nothing.

    Attributes:
        abroad: there is a number with a plus sign and a country code.
        at_home: there is a number with a zero before it, and no other that is long enough.
        none: there is no number that is long enough, unless one of the others hits.
    """

    abroad: str
    at_home: str
    none: str


@lru_cache(maxsize=64)
def certain_numbers(regions: Regions, named: Regions = ()) -> Certain:
    """What is certain in a table of these countries.

    Args:
        regions: countries whose numbers are known without a country code.
        named: more countries, whose numbers are known with one.
    """
    at_home = [plan for data, plan in _plain_plans(regions) if _has_zero_before(data, plan)]
    plans = _plain_plans(tuple(dict.fromkeys((*regions, *named))))
    codes = [str(data.country_code) for data, _ in plans]
    abroad = [f"{data.country_code}(?:{plan})" for data, plan in plans]
    known = [rf"\+{_either(codes)}{_DIGITS_ABROAD}"]
    if len(at_home) == len(_countries(regions)):
        known.append(_DIGITS_AT_HOME)
    return Certain(
        abroad=rf"(?:^|[0-9{_LETTERS},;:] ?)\+{_apart(abroad)}{_BEHIND}",
        at_home=rf"^(?:{_NO_NUMBER} )?0{_apart(at_home)}(?:{_BEHIND}[^\d+]*)$",
        none=rf"^(?:{_NO_NUMBER} )?{_either(known)}(?:{_BEHIND}[^\d+]*)$",
    )


def named_countries(texts: pl.Series) -> Regions:
    """The countries whose codes the most texts name behind a plus sign, one code for each text."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    begins = texts.str.extract(r"\+ ?([1-9][0-9]{0,2})").drop_nulls()
    count: Counter[int] = Counter()
    for digits, times in begins.value_counts().iter_rows():
        heads = {int(digits[:length]) for length in (1, 2, 3)}
        count.update(dict.fromkeys(heads & COUNTRY_CODE_TO_REGION_CODE.keys(), times))
    most = sorted(count, key=lambda code: (-count[code], code))[:_MOST_NAMED]
    return tuple(sorted(COUNTRY_CODE_TO_REGION_CODE[code][0] for code in most))


def _plain_plans(regions: Regions) -> list[tuple[Any, str]]:
    """Metadata and numbers of those countries whose numbers can be told from all others."""
    countries = _countries(regions)
    return [(data, plan) for data in countries if _is_plain(data) and (plan := _whole_plan(data))]


def _countries(regions: Regions) -> list[Any]:
    from phonenumbers import PhoneMetadata

    found = [PhoneMetadata.metadata_for_region(region) for region in regions]
    return [data for data in found if data and data.country_code]


def _is_plain(data: Any) -> bool:
    """True for a country code of one country, whose numbers have no other prefix than a zero."""
    from phonenumbers import COUNTRY_CODE_TO_REGION_CODE

    alone = len(COUNTRY_CODE_TO_REGION_CODE[data.country_code]) == 1
    return alone and data.national_prefix_for_parsing in (None, "0")


def _lengths(data: Any) -> tuple[int, ...]:
    """How many digits may be written; a transform rule may make them more."""
    outline = data.general_desc
    at_home = outline.possible_length_local_only if data.national_prefix_transform_rule else ()
    return (*outline.possible_length, *at_home)


def _has_zero_before(data: Any, plan: str) -> bool:
    """True where a zero is always the prefix and never the beginning of the number itself."""
    import regex

    begins_with_zero = regex.fullmatch(plan, "0", partial=True)
    return bool(data.national_prefix_for_parsing) and not begins_with_zero


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
        lengths = {length for data in found if data for length in _lengths(data)}
        codes.setdefault(min(lengths), []).append(str(code))
    return "|".join(rf"(?:{'|'.join(same)})\d{{{fewest}}}" for fewest, same in codes.items())


def _plan(data: Any) -> str:
    """The national numbers of a country, or what is known of all of them where that is long."""
    outline: str = data.general_desc.national_number_pattern
    return _whole_plan(data) or outline


def _whole_plan(data: Any) -> str:
    """The national numbers of a country; empty where that is too long a pattern."""
    kinds = (getattr(data, name) for name in _TYPES)
    patterns = [kind.national_number_pattern for kind in kinds if kind is not None]
    plan = "|".join(pattern for pattern in patterns if pattern)
    return plan if len(plan) <= _LONGEST_PLAN else ""


def _apart(numbers: Sequence[str]) -> str:
    """Any of these numbers, written with single spaces."""
    return _spaced(_either(numbers), " ?")


def _either(patterns: Sequence[str]) -> str:
    return f"(?:{'|'.join(patterns)})" if patterns else _NOTHING


def _spaced(digits: str, between: str = _BETWEEN) -> str:
    """Let signs stand between the digits of a pattern."""

    def with_signs(atom: re.Match[str]) -> str:
        if atom["times"]:
            return atom.group()
        return f"(?:{atom.group().replace(_ANY_DIGIT, '[0-9]')}{between})"

    return _ATOM.sub(with_signs, _CAPTURING.sub("(?:", digits))
