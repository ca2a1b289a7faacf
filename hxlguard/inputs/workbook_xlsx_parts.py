"""The parts of an xlsx package: their types, their relationships, and what each says to a reader.

Types and relationships follow the Open Packaging Conventions (ECMA-376 part 2).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hxlguard.inputs.loose import xml_texts
from hxlguard.inputs.package import Package, canonical
from hxlguard.inputs.workbook_cells import counted
from hxlguard.inputs.workbook_xml import Element, elements
from hxlguard.model.anomaly import Anomaly, AnomalyKind

_HARMLESS = frozenset(
    {
        "application/vnd.openxmlformats-package.relationships+xml",
        "application/vnd.openxmlformats-officedocument.theme+xml",
        "application/vnd.openxmlformats-officedocument.themeOverride+xml",
        "application/vnd.openxmlformats-officedocument.vmlDrawing",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        # what a chart says and what it keeps of its cells is in the loose texts
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
        "application/vnd.ms-office.chartstyle+xml",
        "application/vnd.ms-office.chartcolorstyle+xml",
        "application/vnd.ms-office.chartex+xml",
        "application/vnd.ms-excel.slicer+xml",
        "application/vnd.ms-excel.slicerCache+xml",
        "application/vnd.ms-excel.controlproperties+xml",
        "application/vnd.ms-excel.calcChain+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.template.macroEnabled.main+xml",
    }
)
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_HARMLESS_SPREADSHEET = frozenset(
    {
        "sheet.main+xml",
        "template.main+xml",
        "worksheet+xml",
        "sharedStrings+xml",
        "styles+xml",
        "calcChain+xml",
        "table+xml",
        "tableSingleCells+xml",
        "pivotTable+xml",
        "sheetMetadata+xml",
        "printerSettings",
    }
)
_COUNTED_ELSEWHERE = frozenset(
    {
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "application/vnd.openxmlformats-officedocument.custom-properties+xml",
        "application/vnd.openxmlformats-officedocument.drawing+xml",
        "application/vnd.ms-excel.person+xml",
        "application/vnd.ms-excel.threadedcomments+xml",
        _SPREADSHEET + "comments+xml",
        _SPREADSHEET + "dialogsheet+xml",
        "application/vnd.ms-excel.macrosheet+xml",
        "application/vnd.ms-excel.intlmacrosheet+xml",
    }
)
_KINDS = {
    _SPREADSHEET + "chartsheet+xml": AnomalyKind.EMBEDDED_OBJECTS,
    _SPREADSHEET + "pivotCacheDefinition+xml": AnomalyKind.PIVOT_CACHES,
    _SPREADSHEET + "pivotCacheRecords+xml": AnomalyKind.PIVOT_CACHES,
    _SPREADSHEET + "externalLink+xml": AnomalyKind.EXTERNAL_LINKS,
    _SPREADSHEET + "connections+xml": AnomalyKind.EXTERNAL_LINKS,
    _SPREADSHEET + "queryTable+xml": AnomalyKind.EXTERNAL_LINKS,
    "application/vnd.ms-office.vbaProject": AnomalyKind.MACROS,
    "application/vnd.ms-office.vbaProjectSignature": AnomalyKind.MACROS,
}
_PROPERTIES_PEOPLE_FILL_IN = frozenset(
    {
        "creator",
        "lastModifiedBy",
        "title",
        "subject",
        "description",
        "keywords",
        "category",
        "contentStatus",
        "Manager",
        "Company",
        "HyperlinkBase",
    }
)
_XML = ("xml", "rels", "vml", "vmlDrawing")
_ADDRESSES_OF_PEOPLE = ("mailto:", "tel:", "sip:", "sms:")


@dataclass(frozen=True, slots=True)
class Relationship:
    """From one part to another, or out of the package."""

    kind: str
    target: str
    external: bool


class Parts:
    """The parts of one package, found as the conventions say: by type and by relationship."""

    def __init__(self, package: Package) -> None:
        """Read the list of types.

        Raises:
            SourceError: the list cannot be read.
        """
        self.where = package.where
        self._package = package
        self.doubts = package.doubts
        self._names = {canonical(name): name for name in package.names}
        self._read: dict[str, bytes] = {}
        types = self.elements("[Content_Types].xml")
        self._defaults = _lookup(types, "Default", "Extension")
        self._overrides = _lookup(types, "Override", "PartName")

    def __contains__(self, name: str) -> bool:
        return canonical(name) in self._names

    def xml(self, name: str) -> bytes:
        """The bytes of one XML part; a missing one is empty and so not well-formed."""
        key = canonical(name)
        if key not in self._read:
            known = self._names.get(key)
            self._read[key] = self._package.read_xml(known) if known else b""
        return self._read[key]

    def loose_texts(self) -> set[str]:
        """What the XML parts say besides the cells of worksheets, and how the parts are called."""
        found = set(self._package.folders)
        for name in self._package.names:
            is_xml = self.type_of(name).endswith(_XML) or canonical(name).endswith(_XML)
            if is_xml and not self.type_of(name).endswith("worksheet+xml"):
                part = self._read.get(canonical(name)) or self._package.read(name)
                found |= {name} | xml_texts(part)
        return found

    def elements(self, name: str) -> list[Element]:
        """The elements of one XML part."""
        return elements(self.xml(name), where=self.where)

    def type_of(self, name: str) -> str:
        """The content type of a part, or an empty string."""
        key = canonical(name)
        extension = key.rpartition(".")[2]
        return self._overrides.get(key) or self._defaults.get(extension, "")

    def of_type(self, suffix: str) -> list[str]:
        """Every part whose content type ends so."""
        return [name for name in self._package.names if self.type_of(name).endswith(suffix)]

    def relationships(self, name: str) -> dict[str, Relationship]:
        """The relationships of a part by their ids; a target is the name of a part."""
        folder, base = posixpath.split(name)
        listing = posixpath.join(folder, "_rels", f"{base}.rels")
        if listing not in self:
            return {}
        return {
            found.attributes.get("Id", ""): _relationship(folder, found)
            for found in self.elements(listing)
            if found.name == "Relationship"
        }

    def inventory(self) -> tuple[Anomaly, ...]:
        """What leaves with the file besides its cells, its comments and its sheets."""
        counts = dict.fromkeys(AnomalyKind, 0)
        for name in self._package.names:
            kind = self._kind(name)
            if kind:
                counts[kind] += 1
        counts[AnomalyKind.DOCUMENT_PROPERTIES] += self._filled_properties()
        counts[AnomalyKind.EMBEDDED_OBJECTS] += self._text_boxes()
        counts[AnomalyKind.EXTERNAL_LINKS] += self._addresses()
        return tuple(found for kind, count in counts.items() for found in counted(kind, count))

    def _kind(self, name: str) -> AnomalyKind | None:
        content_type = self.type_of(name)
        if content_type in _HARMLESS | _COUNTED_ELSEWHERE or name == "[Content_Types].xml":
            return None
        if content_type.removeprefix(_SPREADSHEET) in _HARMLESS_SPREADSHEET:
            return None
        if canonical(name).startswith("customxml/"):
            return AnomalyKind.DOCUMENT_PROPERTIES
        # whatever is not known is a file inside the file
        return _KINDS.get(content_type, AnomalyKind.EMBEDDED_OBJECTS)

    def _filled_properties(self) -> int:
        standard = self.of_type("core-properties+xml") + self.of_type("extended-properties+xml")
        custom, people = self.of_type("custom-properties+xml"), self.of_type("person+xml")
        return (
            sum(
                found.name in _PROPERTIES_PEOPLE_FILL_IN and bool(found.text.strip())
                for name in standard
                for found in self.elements(name)
            )
            + self._count(custom, "property")
            + self._count(people, "person")
        )

    def _text_boxes(self) -> int:
        return sum(
            found.name == "t" and bool(found.text.strip())
            for name in self.of_type("officedocument.drawing+xml")
            for found in self.elements(name)
        )

    def _addresses(self) -> int:
        return sum(
            found.attributes.get("Target", "").lower().startswith(_ADDRESSES_OF_PEOPLE)
            for name in self.of_type("package.relationships+xml")
            for found in self.elements(name)
        )

    def _count(self, names: Iterable[str], element: str) -> int:
        return sum(found.name == element for name in names for found in self.elements(name))


def _lookup(types: Sequence[Element], element: str, key: str) -> Mapping[str, str]:
    return {
        canonical(found.attributes.get(key, "")): found.attributes.get("ContentType", "")
        for found in types
        if found.name == element
    }


def _relationship(folder: str, found: Element) -> Relationship:
    target = found.attributes.get("Target", "")
    external = found.attributes.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = found.attributes.get("Type", "").rpartition("/")[2]
    return Relationship(kind, target, external)
