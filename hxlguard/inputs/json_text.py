"""JSON values as the text of a cell, with nothing lost on the way."""

from __future__ import annotations

from json.encoder import encode_basestring

from hxlguard.inputs.limits import MAX_JSON_DEPTH


class Number(str):
    """A number as it was written: `1.10` stays `1.10`, `NaN` stays `NaN`."""

    __slots__ = ()


def keep_repeated(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Make an object of its members; the values of a repeated key are joined in a list."""
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    together: dict[str, list[object]] = {}
    for key, value in pairs:
        together.setdefault(key, []).append(value)
    return {key: values if len(values) > 1 else values[0] for key, values in together.items()}


def cell_text(value: object) -> str | None:
    """Text as it is, null as an empty cell, arrays and objects as compact JSON.

    Raises:
        RecursionError: `value` nests deeper than any table does.
    """
    if value is None or isinstance(value, str):
        return value
    return _compact(value, 0)


def _compact(value: object, depth: int) -> str:
    if depth > MAX_JSON_DEPTH:
        raise RecursionError
    match value:
        case Number():
            return value
        case str():
            return encode_basestring(value)
        case dict():
            members = (
                f"{encode_basestring(key)}:{_compact(held, depth + 1)}"
                for key, held in value.items()
            )
            return f"{{{','.join(members)}}}"
        case list():
            return f"[{','.join(_compact(held, depth + 1) for held in value)}]"
        case _:
            return "null" if value is None else str(value).lower()
