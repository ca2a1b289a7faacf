"""OpenDocument spreadsheets (ods): every sheet, and what hides beside the cells."""

from __future__ import annotations

from hxlguard.errors import SourceError
from hxlguard.inputs.loose import outside, xml_texts
from hxlguard.inputs.package import Family, Package, family
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_cells import CellBudget, comments, counted, frame, hidden
from hxlguard.inputs.workbook_ods_content import Content, OdsSheet, read_content
from hxlguard.inputs.workbook_xml import elements
from hxlguard.model.anomaly import Anomaly, AnomalyKind
from hxlguard.model.table import Held, RawTable, Unread

_PROPERTIES_PEOPLE_FILL_IN = frozenset(
    {
        "creator",
        "initial-creator",
        "printed-by",
        "title",
        "subject",
        "description",
        "keyword",
        "user-defined",
    }
)
_MACRO_FOLDERS = ("Basic", "Scripts")
_HARMLESS = frozenset(
    {
        "mimetype",
        "content.xml",
        "styles.xml",
        "meta.xml",
        "settings.xml",
        "manifest.rdf",
        "META-INF",
        "Configurations2",
        # small pictures of the first page and of the charts; LibreOffice adds them to every file
        "Thumbnails",
        "ObjectReplacements",
    }
)


class OdsReader:
    """Reads ods and its template variant, ots."""

    media_type = "application/vnd.oasis.opendocument.spreadsheet"

    def accepts(self, payload: Payload) -> bool:
        """True for a zip container that calls itself an OpenDocument spreadsheet."""
        return family(payload) is Family.ODS

    def read(self, payload: Payload) -> Parts:
        """Read every sheet, hidden ones too.

        Raises:
            SourceError: no sheet can be read, or the container is not safe.
        """
        package = Package(payload)
        _refuse_encryption(package)
        if "content.xml" not in package.names:
            raise SourceError(
                "it holds no content", where=package.where, remedy="open it and save it again"
            )
        part = package.read_xml("content.xml")
        content = read_content(part, where=package.where)
        tables, unread = _tables(content)
        loose = outside(xml_texts(part) | _other_texts(package), tables)
        return Parts(tables, _anomalies(package, content), (*package.doubts, *unread), loose)


READER = OdsReader()


def _refuse_encryption(package: Package) -> None:
    manifest = "META-INF/manifest.xml"
    encrypted = "encrypted-package" in package.names or (
        manifest in package.names
        and any(
            found.name == "encryption-data"
            for found in elements(package.read_xml(manifest), where=package.where)
        )
    )
    if encrypted:
        raise SourceError(
            "it is protected by a password",
            where=package.where,
            remedy="remove the password and try again",
        )


def _tables(content: Content) -> tuple[tuple[RawTable, ...], tuple[Unread, ...]]:
    budget = CellBudget()
    tables = []
    unread = list(content.unread)
    for sheet in content.sheets:
        refusal = budget.refusal(sheet.name, sheet.height, sheet.width)
        if refusal:
            unread.append(refusal)
        else:
            tables.append(_table(sheet))
    return tuple(tables), tuple(unread)


def _table(sheet: OdsSheet) -> RawTable:
    cells = frame(sheet.rectangle())
    anomalies = (
        *counted(AnomalyKind.HIDDEN_SHEET, int(sheet.is_hidden)),
        *hidden(cells, sheet.hidden_rows, sheet.hidden_columns),
        *comments(sheet.commented_rows),
    )
    return RawTable(sheet.name, Held((cells,)), sheet.is_hidden, anomalies=anomalies)


def _other_texts(package: Package) -> set[str]:
    """What the other XML parts say, and how the parts are called."""
    found = {*package.names, *package.folders}
    for name in package.names:
        if name.endswith((".xml", ".rdf")) and name != "content.xml":
            found |= xml_texts(package.read(name))
    return found


def _anomalies(package: Package, content: Content) -> tuple[Anomaly, ...]:
    entries = {name.partition("/")[0] for name in package.names}
    macros = entries.intersection(_MACRO_FOLDERS)
    objects = max(len(entries - _HARMLESS - macros), content.counts[AnomalyKind.EMBEDDED_OBJECTS])
    counts = {
        **content.counts,
        AnomalyKind.DOCUMENT_PROPERTIES: _filled_properties(package),
        AnomalyKind.EMBEDDED_OBJECTS: objects,
        AnomalyKind.MACROS: len(macros),
    }
    return tuple(found for kind, count in counts.items() for found in counted(kind, count))


def _filled_properties(package: Package) -> int:
    if "meta.xml" not in package.names:
        return 0
    return sum(
        found.name in _PROPERTIES_PEOPLE_FILL_IN and bool(found.text.strip())
        for found in elements(package.read_xml("meta.xml"), where=package.where)
    )
