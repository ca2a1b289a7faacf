"""A zip of data files: every member is read as if it had come alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from hxlguard.errors import SourceError
from hxlguard.inputs.limits import MAX_CELLS
from hxlguard.inputs.loose import binary_texts, outside
from hxlguard.inputs.package import Family, Package, family
from hxlguard.inputs.reader import Parts, Payload
from hxlguard.inputs.workbook_cells import CellBudget
from hxlguard.model.anomaly import Anomaly
from hxlguard.model.table import Held, RawTable, Unread

_ARCHIVES = (Family.ARCHIVE, Family.BROKEN, Family.DOCUMENT)
_APPLE_DOUBLE = b"\0\x05\x16\x07"
_DESKTOP_STORE = b"\0\0\0\1Bud1"


class ArchiveReader:
    """Reads a plain zip; refuses broken ones and office documents that hold no table."""

    media_type = "application/zip"

    def accepts(self, payload: Payload) -> bool:
        """True for a zip container that is no workbook."""
        return family(payload) in _ARCHIVES

    def read(self, payload: Payload) -> Parts:
        """Read every member; one that cannot be read is `Unread`, so that it holds.

        Raises:
            SourceError: the container is not safe, or it holds no data file.
        """
        if family(payload) is Family.DOCUMENT:
            raise SourceError(
                "it is an office document without a worksheet",
                where=payload.name,
                remedy="save its tables as xlsx or csv",
            )
        package = Package(payload)
        found = _read_members(package)
        if not found.tables and not found.unread:
            raise SourceError(
                "it is an empty archive",
                where=payload.name,
                remedy="add the data file and try again",
            )
        return replace(found, unread=(*package.doubts, *found.unread))


READER = ArchiveReader()


def _read_members(package: Package) -> Parts:
    tables: list[RawTable] = []
    anomalies: list[Anomaly] = []
    unread: list[Unread] = []
    texts = [*package.names, *package.folders]
    budget = CellBudget(MAX_CELLS)
    for name in package.names:
        try:
            parts = _read_member(package, name)
        except SourceError as error:
            unread.append(Unread(name, "part-not-read", _reason(error)))
            continue
        texts += parts.loose_texts
        anomalies += parts.anomalies
        unread += [Unread(f"{name}/{one.part}", one.kind, one.reason) for one in parts.unread]
        for table in parts.tables:
            full_name = _table_name(name, table.name)
            height = table.grid.height if isinstance(table.grid, Held) else 0
            refusal = budget.refusal(full_name, height, table.grid.width)
            if refusal:
                unread.append(refusal)
            else:
                tables.append(replace(table, name=full_name))
    return Parts(tuple(tables), tuple(anomalies), tuple(unread), tuple(dict.fromkeys(texts)))


def _read_member(package: Package, name: str) -> Parts:
    from hxlguard.inputs import read_payload

    member = package.member(name)
    if _is_litter(name, member.head):
        return Parts((), loose_texts=outside(binary_texts(member.data), ()))
    if READER.accepts(member):
        raise SourceError(
            "it is an archive or document inside an archive", remedy="unpack it first"
        )
    _media_type, parts = read_payload(member)
    return parts


def _reason(error: SourceError) -> str:
    return f"{error.what}; {error.remedy}" if error.remedy else error.what


def _table_name(member: str, table: str) -> str:
    """`member/table`, or the member alone where the table only repeats its name."""
    return member if table == PurePosixPath(member).stem else f"{member}/{table}"


def _is_litter(name: str, head: bytes) -> bool:
    """What macOS adds by itself, told by its content: any data file can bear such a name."""
    path = PurePosixPath(name)
    if path.name == ".DS_Store":
        return head.startswith(_DESKTOP_STORE)
    is_aside = path.parts[0] == "__MACOSX" and path.name.startswith("._")
    return is_aside and head.startswith(_APPLE_DOUBLE)
