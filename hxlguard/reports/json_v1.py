"""The JSON documents `hxlguard/report/v1` and `hxlguard/inspection/v1`.

The models here are the promise to whoever reads the documents; the values of `hxlguard.model` may
change without them. They grow, they do not break: a new key is allowed, a changed one is a v2.
No field holds the text of a cell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from hxlguard import __version__
from hxlguard.model.finding import Category, Via
from hxlguard.model.ordered import Level, Severity, Verdict
from hxlguard.model.profile import SourceProfile, TableProfile, UnitOfRecord
from hxlguard.model.report import Fact, Inspection, Report, Status
from hxlguard.terminal import escaped, is_hidden

_CLOSED = ("additionalProperties", False)
_SURROGATES = re.compile("[\ud800-\udfff]")
_NOT_PRINTABLE_ASCII = re.compile(r"[^\n -~]")


def _encodable(text: object) -> object:
    return _SURROGATES.sub("\ufffd", text) if isinstance(text, str) else text


def _to_hundredths(confidence: float) -> float:
    return round(confidence, 2)


Text = Annotated[str, BeforeValidator(_encodable)]
"""Any text; what is no Unicode, such as a file name of raw bytes, becomes U+FFFD."""

Count = Annotated[int, Field(ge=0)]
Position = Annotated[int, Field(ge=1, description="Counts from 1, as a spreadsheet does.")]
Confidence = Annotated[
    float, Field(ge=0, le=1, description="How sure; not a share."), AfterValidator(_to_hundredths)
]
Word = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", description="Lower case with hyphens.")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256, hexadecimal.")]


class Part(BaseModel):
    """Whatever stands in a document: closed to whoever writes it, open to its readers."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        from_attributes=True,
        json_schema_serialization_defaults_required=True,
    )


class ToolV1(Part):
    """What wrote the document."""

    name: Literal["hxlguard"] = "hxlguard"
    version: str = Field(default_factory=lambda: __version__)


class RowsV1(Part):
    """Rows of a table, numbered as the spreadsheet shows them."""

    count: Count
    first: tuple[Position, ...] = Field(description="The first few; `count` is exact.")


class SampleV1(Part):
    """How a column that is uniformly one thing was named."""

    asked: Count = Field(description="Distinct candidates drawn with a fixed seed.")
    confirmed: Count = Field(description="Those of them that were confirmed.")


class DetectionV1(Part):
    """One kind of data seen in a column."""

    entity: Text
    via: tuple[Via, ...]
    matched: Count = Field(description="Cells confirmed; with a `sample`, candidates. Exact.")
    confidence: Confidence
    coverage: float = Field(ge=0, le=1, description="`matched` over filled cells.")
    rows: RowsV1
    sample: SampleV1 | None = Field(description="Null where every candidate was asked about.")
    derived: tuple[Word, ...] = Field(description="What the cells reveal besides: `birth-date` ...")


class UnitOfRecordV1(Part):
    """What one row is about."""

    value: UnitOfRecord
    confidence: Confidence


class ColumnV1(Part):
    """A column as a report may show it."""

    index: Position
    header: Text | None = Field(description="Null where it is empty or a detector hits it.")
    tag: Text | None
    filled: Count
    category: Category
    level: Level
    confidence: Confidence
    detections: tuple[DetectionV1, ...]
    proposed_tag: Text | None = Field(description="What the header of an untagged column suggests.")


class AnomalyV1(Part):
    """Something odd about a file or a table."""

    kind: Word
    rows: tuple[Position, ...]
    columns: tuple[Position, ...]
    count: Count


class UnreadV1(Part):
    """Something that could not be read or checked."""

    kind: Word
    reason: Text
    part: Text = Field(description="Sheet, member or table; empty for the whole source.")
    columns: tuple[Position, ...]


class TableV1(Part):
    """One sheet, member or frame."""

    name: Text
    hidden: bool
    rows: Count = Field(description="Data rows.")
    tag_row: Position | None
    unit_of_record: UnitOfRecordV1
    columns: tuple[ColumnV1, ...]
    anomalies: tuple[AnomalyV1, ...]


class NerV1(Part):
    """The model for names that every text of a file was looked at with."""

    engine: str
    engine_version: str
    name: str
    version: str
    sha256: Digest = Field(description="Of all files of the model.")


class SourceV1(Part):
    """One file."""

    name: Text
    media_type: Text
    sha256: Digest | None = Field(description="Null for a file that could not be read.")
    tables: tuple[TableV1, ...]
    anomalies: tuple[AnomalyV1, ...]
    unread: tuple[UnreadV1, ...]
    ner: NerV1 | None = Field(description="Null where no model for names was chosen.")


class AgreementV1(Part):
    """What decided."""

    id: Text
    version: Text
    sha256: Digest
    flow: Text | None = Field(description="The flow that was evaluated; null where none was.")


class ClassificationV1(Part):
    """Which sensitivity classification was supplied."""

    id: Text
    version: Text
    sha256: Digest
    status: Word = Field(description="`example` until somebody adopts it.")
    reviewed: str | None = Field(description="The day, or null where nobody has reviewed it.")


class TransferV1(Part):
    """What was decided about."""

    flow: Text | None
    sender: Text | None
    recipient: Text | None
    purpose: Text | None


class ClauseV1(Part):
    """Where the agreement says so."""

    id: Text
    number: Text | None
    text: Text | None
    pointer: Text | None
    line: Position | None
    agreement: Text | None = Field(description="Null where one agreement decides.")


class ColumnRefV1(Part):
    """A column by position."""

    index: Position
    tag: Text | None


class ViolationV1(Part):
    """One clause that a table or the transfer does not meet."""

    kind: Word
    status: Literal[Status.VIOLATION, Status.WAIVED]
    severity: Severity
    clause: ClauseV1
    source: Text | None
    table: Text | None
    columns: tuple[ColumnRefV1, ...]
    rows: RowsV1
    observed: dict[Text, Fact] | None
    required: dict[Text, Fact] | None
    remedies: tuple[dict[Text, Fact], ...]
    waivable: bool
    waiver: Text | None
    fingerprint: Text
    message: Text
    options: tuple[dict[Text, Fact], ...] = Field(
        description="Changes of single columns, each with what the measure would be then."
    )


class UnknownV1(Part):
    """Something that could not be decided, and so holds."""

    kind: Word
    reason: Text
    clause: ClauseV1 | None
    source: Text | None
    table: Text | None
    columns: tuple[ColumnRefV1, ...]
    rows: RowsV1


class ObligationV1(Part):
    """Something a party must do."""

    id: Text
    who: Text | None
    code: Text | None
    phase: Text | None
    text: Text | None
    agreement: Text | None = Field(description="Null where one agreement decides.")


class WaiverV1(Part):
    """What became of a waiver that names a violated clause."""

    id: Text
    agreement: Text | None = Field(description="Null where one agreement decides.")
    applied: bool = Field(description="It relabels at least one violation.")
    why: tuple[Text, ...] = Field(description="What it lacks.")
    standing: tuple[Text, ...] = Field(
        description="Clauses that are violated all the same, in what it is about."
    )


class AttestationV1(Part):
    """A person's word that settles a clause."""

    clause: Text
    agreement: Text | None = Field(description="Null where one agreement decides.")
    by: Text
    date: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")


class InspectionV1(Part):
    """What is in some sources, without any agreement."""

    format: Literal["hxlguard/inspection/v1"] = "hxlguard/inspection/v1"
    tool: ToolV1 = Field(default_factory=ToolV1)
    sources: tuple[SourceV1, ...]


class ReportV1(Part):
    """The decision on one release."""

    format: Literal["hxlguard/report/v1"] = "hxlguard/report/v1"
    tool: ToolV1 = Field(default_factory=ToolV1)
    on: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    verdict: Verdict
    agreement: AgreementV1 = Field(description="The first of `agreements`.")
    transfer: TransferV1
    sources: tuple[SourceV1, ...]
    clauses: dict[Status, Count]
    violations: tuple[ViolationV1, ...] = Field(description="Worst first; waived ones included.")
    unknowns: tuple[UnknownV1, ...]
    obligations: tuple[ObligationV1, ...]
    enforcement: Literal["binding", "advisory"]
    waivers: tuple[WaiverV1, ...]
    attestations: tuple[AttestationV1, ...]
    agreements: tuple[AgreementV1, ...] = Field(
        description="All that decide, those that others extend included."
    )
    classification: ClassificationV1 | None = Field(
        description="Null where the agreement's own classification holds, or none."
    )


DOCUMENTS: Mapping[str, type[BaseModel]] = {"report-v1": ReportV1, "inspection-v1": InspectionV1}


def schema(name: str) -> str:
    """Generate `schemas/<name>.schema.json`, JSON Schema draft 2020-12, for one of `DOCUMENTS`.

    A reader lets keys pass that it does not know: the next version may have more of them.
    """
    return schema_of(DOCUMENTS[name])


def schema_of(model: type[BaseModel]) -> str:
    """Generate the JSON Schema of one document."""
    document = _open(model.model_json_schema(mode="serialization"))
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps({"$schema": dialect, **document}, indent=2, ensure_ascii=False) + "\n"


def _open(node: Any) -> Any:
    if isinstance(node, list):
        return [_open(each) for each in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if (key, value) != _CLOSED}
    return {key: _open(value) for key, value in kept.items()}


def render_report(report: Report, *, colour: bool = False) -> str:
    """Write `hxlguard/report/v1`; `colour` changes nothing."""
    return written(
        ReportV1(
            on=report.on,
            verdict=report.verdict,
            agreement=report.agreement,
            transfer=report.transfer,
            sources=tuple(_source(each) for each in report.sources),
            clauses={status: report.clauses.get(status, 0) for status in Status},
            violations=report.violations,
            unknowns=report.unknowns,
            obligations=report.obligations,
            waivers=report.waivers,
            attestations=report.attestations,
            enforcement=report.enforcement,
            agreements=report.deciding,
            classification=report.classification,
        )
    )


def render_inspection(inspection: Inspection, *, colour: bool = False) -> str:
    """Write `hxlguard/inspection/v1`; `colour` changes nothing."""
    return written(InspectionV1(sources=tuple(_source(each) for each in inspection.sources)))


def written(document: BaseModel) -> str:
    """Write a document; a hidden character becomes an escape."""
    text = json.dumps(document.model_dump(mode="json"), indent=2, ensure_ascii=False)
    return _NOT_PRINTABLE_ASCII.sub(_visible, text) + "\n"


def _visible(found: re.Match[str]) -> str:
    return escaped(found[0]) if is_hidden(found[0]) else found[0]


def _source(source: SourceProfile) -> SourceV1:
    return SourceV1(
        name=source.name,
        media_type=source.media_type,
        sha256=source.sha256 or None,
        tables=tuple(_table(each) for each in source.tables),
        anomalies=source.anomalies,
        unread=source.unread,
        ner=source.ner,
    )


def _table(table: TableProfile) -> TableV1:
    return TableV1(
        name=table.name,
        hidden=table.hidden,
        rows=table.rows,
        tag_row=table.tag_row,
        unit_of_record=UnitOfRecordV1(value=table.unit, confidence=table.unit_confidence),
        columns=tuple(each.finding for each in table.columns),
        anomalies=table.anomalies,
    )
