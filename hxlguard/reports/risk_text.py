"""How likely people are recognised, for a person: first in words, then in figures.

Lines hold 100 terminal cells at most. Whatever comes from a file is neutralised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hxlguard.clauses.clause import letters
from hxlguard.model.disclosure import MeasureFound, MeasureName, Option
from hxlguard.model.profile import UnitOfRecord
from hxlguard.model.risk import BANDED, RiskReport, TableRisk
from hxlguard.reports import _words as words
from hxlguard.reports._ink import WIDTH, Ink, field
from hxlguard.reports._places import named_column, short_name, shown_headers
from hxlguard.reports._thresholds import IN_USE, risk_band, size_band
from hxlguard.terminal import fit, wrap

_NAMES: dict[tuple[MeasureName, str | None], str] = {
    ("k_anonymity", None): "smallest class (k-anonymity)",
    ("sample_uniques", None): "records that are alone",
    ("sample_uniques_share", None): "share of records that are alone",
    ("individual_risk", None): "greatest risk of a record",
    ("global_risk", None): "global risk (mean of all records)",
    ("expected_reidentifications", None): "expected re-identifications",
    ("household_risk", None): "greatest risk of a household",
    ("population_uniqueness", None): "records alone among all people (estimate)",
    ("suda", None): "greatest SUDA score",
    ("dis_suda", None): "greatest DIS-SUDA score",
    ("l_diversity", "distinct"): "distinct l-diversity",
    ("l_diversity", "entropy"): "entropy l-diversity",
    ("l_diversity", "recursive"): "recursive (2, l)-diversity",
    ("t_closeness", None): "t-closeness",
    ("alpha_k_anonymity", None): "alpha of (alpha, k)-anonymity",
    ("beta_likeness", "basic"): "basic beta-likeness",
    ("beta_likeness", "enhanced"): "enhanced beta-likeness",
    ("delta_disclosure", None): "delta-disclosure",
    ("min_cell_count", None): "smallest count of people",
}
_SHARES: tuple[MeasureName, ...] = (
    "sample_uniques_share",
    "individual_risk",
    "global_risk",
    "share_above_risk",
    "household_risk",
    "population_uniqueness",
    "dis_suda",
)
_POINTING: tuple[MeasureName, ...] = (
    "k_anonymity",
    "sample_uniques",
    "individual_risk",
    "share_above_risk",
    "household_risk",
    "suda",
    "l_diversity",
    "t_closeness",
    "min_cell_count",
)
"""Measures whose worst records are told; those of the others are the same ones."""
_LABEL, _VALUE, _LIMITS = 42, 12, 22
_BAR = 40
_TOTALS = (UnitOfRecord.AGGREGATE, UnitOfRecord.ACTIVITY, UnitOfRecord.SITE)


def render(report: RiskReport, *, colour: bool = False) -> str:
    """Write the risks of all tables for a person; `colour` adds ANSI colours."""
    ink = Ink(colour)
    lines = [line for table in report.tables for line in _table(table, report, ink)]
    lines += _unread(report, ink)
    return "".join(f"{line.rstrip()}\n" for line in lines).lstrip("\n")


def _table(risk: TableRisk, report: RiskReport, ink: Ink) -> list[str]:
    name = words.table_name(risk.source, risk.table.name)
    where = ", ".join(part for part in (risk.source, name) if part)
    heading = wrap(f"{where}: {_records(risk.table.rows)}", WIDTH)
    lines = ["", *(ink.paint(line, "1") for line in heading)]
    for sentence in _sentences(risk, report):
        lines += wrap(sentence, WIDTH, first="  ", rest="  ")
    return [*lines, *_roles(risk), *_figures(risk, ink), *_pictures(risk, ink)]


def _sentences(risk: TableRisk, report: RiskReport) -> Iterator[str]:
    if not risk.roles.quasi:
        yield (
            "No column is known to tell people apart, so no risk was computed; name some by their"
            " tags with `--quasi` (in Python `quasi=`)."
        )
        return
    if risk.table.unit in _TOTALS:
        yield (
            f"The rows look like {risk.table.unit} records and not like people, so what follows may"
            " say little about anybody."
        )
    yield from _alone(risk)
    yield from _recognised(risk)
    if report.blanks == "wildcard":
        yield "A blank is taken to agree with every value."


def _alone(risk: TableRisk) -> Iterator[str]:
    found, alone = risk.found("k_anonymity"), risk.alone
    if found is None or found.value is None or alone is None:
        return
    few = int(found.details["below_5"]) - alone
    of = f"{_count(alone)} of {_records(risk.table.rows)}"
    names = [short_name(risk.table, index) for index in risk.roles.quasi]
    what = names[0] if len(names) == 1 else f"the combination of {', '.join(names)}"
    if alone:
        yield (
            f"{of} {'is' if alone == 1 else 'are'} alone in {what}: whoever knows this of a person"
            " finds the record."
        )
    else:
        yield f"No record is alone in {what}."
    if few:
        yield f"{_count(few)} more {'shares' if few == 1 else 'share'} it with fewer than 4 others."


def _recognised(risk: TableRisk) -> Iterator[str]:
    expected, mean = risk.found("expected_reidentifications"), risk.found("global_risk")
    if not (expected and mean) or expected.value is None or mean.value is None:
        return
    people = (
        f"{expected.value:,.1f} of the records" if expected.value >= 0.05 else "hardly a record"
    )
    yield (
        f"Somebody who knows as much of everybody can expect to recognise {people}, a global risk"
        f" of {_percent(mean.value)}."
    )
    if risk.roles.weight is None and mean.asked.weight is None:
        yield (
            "Without a weight the records are taken for all people there are, so these risks are"
            " the greatest possible; `--weight` names one."
        )


def _roles(risk: TableRisk) -> list[str]:
    roles = risk.roles
    if not roles.quasi:
        return []
    told = {
        "quasi-identifiers": roles.quasi,
        "sensitive": roles.sensitive,
        "weight": () if roles.weight is None else (roles.weight,),
        "household": () if roles.household is None else (roles.household,),
    }
    lines = [""]
    for label, indexes in told.items():
        one = label in ("weight", "household")
        option = f"none; `--{label.partition('-')[0]}` names {'one' if one else 'some'}"
        lines += field(f"{label:<18}", _listed(risk, indexes) if indexes else option)
    return lines


def _figures(risk: TableRisk, ink: Ink) -> list[str]:
    told = [each for each in risk.applicable if risk.roles.quasi or each.value is not None]
    lines = ink.heading("FIGURES") if told else []
    if told:
        lines.append(f"  {fit('', _LABEL)}{fit('value', _VALUE)}limits in use, worst records")
    for found in told:
        if found.asked.measure not in BANDED:
            lines += _figure(risk, found)
        if found.asked.measure == "k_anonymity" and found.value is not None:
            lines += _below(found)
    return lines


def _figure(risk: TableRisk, found: MeasureFound) -> list[str]:
    """One line, folded; what could not be computed says why."""
    label = fit(_name(found), _LABEL)
    if found.value is None:
        return wrap(found.reason, WIDTH, first=f"  {label}none: ", rest=" " * (_LABEL + 2))
    limits = IN_USE.get(found.asked.measure, "")
    notes = (limits, _by_column(found), _worst(risk, found))
    shown = "; ".join(note for note in notes if note)
    first = f"  {label}{fit(_value(found), _VALUE)}"
    return wrap(shown, WIDTH, first=first, rest=" " * (_LABEL + _VALUE + 2))


def _below(found: MeasureFound) -> Iterator[str]:
    for name, records in found.details.items():
        if name.startswith("below_"):
            label = f"records alike with fewer than {name.removeprefix('below_')} in all"
            yield f"  {fit(label, _LABEL)}{_count(float(records))}"


def _by_column(found: MeasureFound) -> str:
    """The figure of each sensitive attribute, where there are several."""
    by_letter = [
        f"{letters(int(name.removeprefix('column_')))} {float(figure):,.4g}"
        for name, figure in found.details.items()
        if name.startswith("column_")
    ]
    return ", ".join(by_letter) if len(by_letter) > 1 else ""


def _worst(risk: TableRisk, found: MeasureFound) -> str:
    """The records to look at first; nothing where all are equally bad, or none is."""
    told = found.value and found.asked.measure in _POINTING
    if not told or found.rows.count >= risk.table.rows:
        return ""
    return words.rows(found.rows.first, found.rows.count)


def _name(found: MeasureFound) -> str:
    asked = found.asked
    if asked.measure == "share_above_risk":
        return f"records with a risk above {_percent(asked.risk or 0)}"
    return _NAMES[asked.measure, asked.variant]


def _value(found: MeasureFound) -> str:
    value = found.value or 0
    if found.asked.measure in _SHARES:
        return _percent(value)
    return _count(int(value)) if value == int(value) else f"{value:,.3f}"


def _pictures(risk: TableRisk, ink: Ink) -> Iterator[str]:
    sizes = [(size_band(band), band.records) for band in risk.class_sizes]
    risks = [(risk_band(band), band.records) for band in risk.risk_bands]
    yield from _bars("RECORDS BY HOW MANY ARE ALIKE", sizes, ink)
    yield from _bars("RECORDS BY THEIR RISK", risks, ink)
    if risk.options:
        yield from ink.heading("WHAT WOULD HELP")
        helping = [option for option in risk.options if _helps(risk, option)]
        for option in helping:
            yield from wrap(_option(risk, option), WIDTH, first="  - ", rest="    ")
        if not helping:
            yield "  no change of a single column; change several, or remove records"


def _helps(risk: TableRisk, option: Option) -> bool:
    found = risk.found("k_anonymity")
    smallest = found.value if found and found.value else 0
    return option.uniques < (risk.alone or 0) or (option.value or 0) > smallest


def _option(risk: TableRisk, option: Option) -> str:
    name = _listed(risk, [option.column, *option.also])
    change = {
        "drop": f"without {name}",
        "band": f"with bands from {option.to} in {name}",
        "truncate_date": f"with dates shortened to the {option.to} in {name}",
        "round_coordinates": f"with coordinates rounded (decimals kept: {option.to}) in {name}",
        "generalise_location": f"with places no finer than admin level {option.to} in {name}",
    }[option.do]
    smallest = "" if option.value is None else f", and the smallest class has {option.value:,.0f}"
    return (
        f"{change}: {_count(option.uniques)} alone instead of {_count(risk.alone or 0)}{smallest}"
    )


def _bars(heading: str, bands: Sequence[tuple[str, int]], ink: Ink) -> list[str]:
    most = max((records for _, records in bands), default=0)
    if not most:
        return []
    lines = ink.heading(heading)
    for name, records in bands:
        if not records:
            continue
        bar = "#" * -(-_BAR * records // most)
        lines.append(f"  {name:>14}  {_count(records):>10}  {bar}")
    return lines


def _unread(report: RiskReport, ink: Ink) -> list[str]:
    parts = [(source.name, part) for source in report.sources for part in source.unread]
    lines = ink.heading(f"NOT READ ({len(parts)})") if parts else []
    for name, part in parts:
        where = ", ".join(text for text in (name, part.part) if text)
        lines += wrap(f"{where}: {part.reason}", WIDTH, first="  ", rest="    ")
    return lines


def _listed(risk: TableRisk, indexes: Sequence[int]) -> str:
    names = shown_headers(risk.table)
    return ", ".join(named_column(ref, names.get(ref.index)) for ref in risk.refs(indexes))


def _records(count: int) -> str:
    return f"{_count(count)} record{'' if count == 1 else 's'}"


def _count(number: float) -> str:
    return f"{number:,.0f}"


def _percent(share: float) -> str:
    """Three digits, so that nothing above zero reads as zero: `0.00312 %`."""
    return f"{100 * share:.3g} %"
