"""Facts in words, for reports that people read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hxlguard.clauses.clause import letters, ranges
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.report import Fact

ANOMALIES: Mapping[AnomalyKind, str] = {
    AnomalyKind.TITLE_ROWS: "rows stand above the header row",
    AnomalyKind.MALFORMED_TAG: "cells of the tag row are not valid HXL tags, so no tag applies",
    AnomalyKind.SEVERAL_TAG_ROWS: "more than one row looks like the tag row",
    AnomalyKind.DATA_ABOVE_TAGS: "rows above the tag row look like data",
    AnomalyKind.LOOKS_LIKE_TAGS: "a row looks like HXL tags but is not taken as the tag row",
    AnomalyKind.NO_TAG_ROW: "there is no HXL tag row",
    AnomalyKind.DUPLICATE_TAG: "columns share the same tag",
    AnomalyKind.UNTAGGED_COLUMN: "columns have no tag",
    AnomalyKind.RAGGED_CELLS: "rows have cells beyond the last header",
    AnomalyKind.SEVERAL_TAGGED_SHEETS: "several sheets have tag rows; each is checked",
    AnomalyKind.TAG_CONTRADICTED: "columns hold something other than their tag says",
    AnomalyKind.SUPPLIED_TAG: "tags were given beside the file",
    AnomalyKind.ROWS_AFTER_BLANK: "rows follow after blank rows",
    AnomalyKind.HIDDEN_SHEET: "the sheet is hidden",
    AnomalyKind.VERY_HIDDEN_SHEET: "the sheet is hidden so that menus do not show it",
    AnomalyKind.HIDDEN_ROWS: "rows are hidden",
    AnomalyKind.HIDDEN_COLUMNS: "columns are hidden",
    AnomalyKind.COMMENTS: "cells have comments",
    AnomalyKind.DEFINED_NAMES: "the workbook defines names",
    AnomalyKind.DOCUMENT_PROPERTIES: "document properties are filled (author, company ...)",
    AnomalyKind.PIVOT_CACHES: "pivot caches keep copies of cells",
    AnomalyKind.EXTERNAL_LINKS: "links lead to other files",
    AnomalyKind.EMBEDDED_OBJECTS: "objects are embedded (pictures, files ...)",
    AnomalyKind.MACROS: "the workbook holds macros",
}

_REMEDIES: Mapping[str, str] = {
    "drop": "drop the column",
    "round_coordinates": "round coordinates (decimals kept: {decimals})",
    "generalise_location": "go no finer than admin level {admin_level}",
    "truncate_date": "shorten dates to the {to}",
    "band": "replace numbers by bands that begin at {cuts}",
    "pseudonymise": "replace identifiers by keyed pseudonyms",
    "mask": "hide all but four letters or digits",
    "tag": "give it an HXL tag",
    "add_column": "add the column, filled and tagged",
    "coarsen": "make key columns coarser or leave one out",
    "suppress": "suppress what is too small, or join it with others",
    "suppress_another": "suppress another count beside it, or leave the totals out",
    "drop_rows": "leave out rows",
    "export_again": "export the table again and compare it with its source",
    "remove_hidden_content": "remove what is hidden",
    "choose_recipient": "choose a recipient that the flow names",
    "choose_purpose": "choose a purpose that the flow permits",
    "choose_sender": "name the sender that the flow names",
    "choose_flow": "choose, or agree on, a flow for this transfer",
    "renew_agreement": "renew the agreement, or do not share",
    "wait": "wait until {until}",
    "activate_agreement": "use the active version, or have this one signed and made active",
}

_CHANGES: Mapping[str, str] = {
    "drop": "leave out {at}",
    "band": "bands that begin at {to} in {at}",
    "truncate_date": "only the {to} in {at}",
    "round_coordinates": "decimals kept in {at}: {to}",
    "generalise_location": "only admin level {to} in {at}",
}


def anomaly(found: Anomaly) -> str:
    """Say what is odd and where."""
    places = [rows(found.rows, found.count), columns(found.columns)]
    where = ", ".join(place for place in places if place)
    count = "" if where or found.count == 1 else f"{found.count} in all"
    detail = where or count
    return ANOMALIES[found.kind] + (f" ({detail})" if detail else "")


def remedy(facts: Mapping[str, Fact]) -> str:
    """Say what to do: `{"do": "drop"}` becomes `drop the column`."""
    action = str(facts["do"])
    details = {key: value for key, value in facts.items() if key != "do"}
    try:
        return _REMEDIES[action].format(**details)
    except KeyError:
        return f"{action.replace('_', ' ')}{': ' if details else ''}{pairs(details)}"


def pairs(facts: Mapping[str, Fact]) -> str:
    """Write facts as `decimals 5, admin level 2, PERSON_NAME 12`."""
    return ", ".join(
        f"{key.replace('_', ' ') if key.islower() else key} {'none' if value is None else value}"
        for key, value in facts.items()
    )


def changes(option: Mapping[str, Fact], observed: Mapping[str, Fact] | None) -> bool:
    """Whether an option gives the measure another value than it has."""
    known = observed or {}
    return any(option[name] != known[name] for name in option.keys() & known.keys())


def option(facts: Mapping[str, Fact]) -> str:
    """Say what would become of a measure if one column were changed."""
    (measure,) = facts.keys() - {"do", "column", "tag", "also", "to", "uniques", "enough"}
    at = f"{letters(int(facts['column'] or 0))} {facts['tag'] or 'without tag'}{_also(facts)}"
    change = _CHANGES[str(facts["do"])].format(at=at, to=facts["to"])
    value = facts[measure]
    figure = f"{value:.4g}" if isinstance(value, float) else value
    enough = "; that is enough" if facts["enough"] else ""
    alone = f"{facts['uniques']} alone in their combination"
    return f"{change}: {measure.replace('_', ' ')} would be {figure}, {alone}{enough}"


def _also(facts: Mapping[str, Fact]) -> str:
    """The further columns that an option changes, as it follows the first one."""
    positions = str(facts["also"]).split(", ") if facts["also"] else []
    return "".join(f" and {letters(int(position))}" for position in positions)


def table_name(source: str | None, table: str | None) -> str | None:
    """Name a table, or None where it only repeats the name of its source."""
    repeats = source is not None and table in (source, source.rpartition(".")[0])
    return f"table `{table}`" if table and not repeats else None


def columns(indexes: Sequence[int]) -> str:
    """Name columns by letter: `column C`, `4 columns: A, C-E`."""
    if len(indexes) == 1:
        return f"column {letters(indexes[0])}"
    return f"{len(indexes)} columns: {ranges(indexes)}" if indexes else ""


def rows(first: Sequence[int], count: int) -> str:
    """List the first rows and how many more: `rows 4, 5 and 7 more`."""
    if not first:
        return ""
    listed = ", ".join(str(number) for number in first)
    more = f" and {count - len(first)} more" if count > len(first) else ""
    return f"row{'s' if count > 1 else ''} {listed}{more}"
