"""Columns that leave, or no longer do, in one sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from hxlguard.differing.columns import Loosening
from hxlguard.model.difference import Change, Ordering, Witness
from hxlguard.model.ordered import Level
from hxlguard.model.treatment import Protection
from hxlguard.wording import listed, plural

_FREELY = {
    "decimals": "with any number of decimals",
    "admin_level": "at any admin level",
    "date": "with any date",
    "cuts": "without bands",
    "identifier": "neither pseudonymised nor masked",
}


def widened(found: Loosening, *, held: bool) -> Change:
    """What the new version lets out; `held` where it is only no longer blocked."""
    if found.witness is None:
        return _unsettled(found, "weaker")
    leaves = "is held and no longer blocked" if held else "may now leave"
    what = f"{_column(found.witness)} {leaves}"
    if found.respect.drop:
        how = _ways(found.witness.protection)
        forbade = f"; `{found.clause}` stopped it" if found.clause else ""
        what = f"{_with(what, how)}{forbade}"
    else:
        what = f"{what} {_way(found.witness.protection, found.respect)}"
    if found.stopped:
        what = f"{what}; now only the sensitivity ceiling stops it"
    return Change(Ordering.WIDENING, what, found.witness)


def narrowed(found: Loosening, *, held: bool) -> Change:
    """What the old version let out; `held` where it was held before."""
    if found.witness is None:
        return _unsettled(found, "stronger")
    column = _column(found.witness)
    if not found.respect.drop:
        what = f"{column} may now leave only {' and '.join(_ways(found.respect))}"
    else:
        how = "is blocked and no longer held" if held else "may no longer leave"
        what = f"{column} {how}" + (f"; `{found.clause}` stops it" if found.clause else "")
    if found.stopped:
        what = f"{what}; the sensitivity ceiling stopped it already"
    return Change(Ordering.NARROWING, what, found.witness)


def _unsettled(found: Loosening, how: str) -> Change:
    which = f"`{found.clause}` is" if found.clause else "the permits are"
    return Change(
        Ordering.INCOMPARABLE,
        f"whether {which} {how} for some column is too intricate to tell; write simpler patterns",
    )


def _column(witness: Witness) -> str:
    """Such as: `#adm1` headed `name` with PHONE_NUMBER in its cells."""
    name = f"`{witness.tag}`" if witness.tag else "an untagged column"
    header = f" headed `{witness.header}`" if witness.header else ""
    suggested = f" (proposed tag `{witness.proposed_tag}`)" if witness.proposed_tag else ""
    return name + header + suggested + "".join(f" {each}" for each in _traits(witness))


def _traits(witness: Witness) -> Iterator[str]:
    for entity, share in witness.entities:
        yield f"with {entity} in {'a cell' if share == '0' else f'a share of {share} of its cells'}"
    if witness.coordinates:
        yield "with coordinates in its cells"
    if witness.level > Level.LOW:
        yield f"found to be of sensitivity `{witness.level}`"
    for tag, word in witness.rows:
        yield f"in rows where `{tag}` is `{word}`"


def _with(what: str, how: list[str]) -> str:
    return f"{what} {' and '.join(how)}" if how else what


def _way(asked: Protection, respect: Protection) -> str:
    """How a column leaves in the one respect that counts."""
    (name,) = (name for name in _FREELY if getattr(respect, name) is not None)
    value = getattr(asked, name)
    return _FREELY[name] if value is None else _ways(Protection(**{name: value}))[0]


def _ways(asked: Protection) -> list[str]:
    """How finely a column leaves, respect by respect."""
    found = []
    if asked.decimals is not None:
        found.append(f"with {plural(asked.decimals, 'decimal')}")
    if asked.admin_level is not None:
        found.append(f"at admin level {asked.admin_level}")
    if asked.date is not None:
        found.append(f"by {asked.date.name.lower()}")
    if asked.cuts is not None:
        found.append(f"in bands from {listed(map(str, sorted(asked.cuts)))}")
    if asked.identifier is not None:
        found.append(asked.identifier.value)
    return found
