"""Values of an xlsx workbook through calamine, a reader written in Rust."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import python_calamine

from hxlguard.errors import SourceError
from hxlguard.inputs.package import pack

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHARED_STRING = re.compile(rb"<(?:\w+:)?si(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?si>)", re.DOTALL)
_MARKUP = re.compile(rb"<[^>]*>")
_REFERENCE = re.compile(rb'\st="s"[^>]*><(?:\w+:)?v>([0-9]+)<')


class Values:
    """The values of some worksheets.

    calamine has its own rules for finding parts. So it gets a plain package under the usual names,
    made of the very parts that were examined and of nothing else: both see the same cells.
    """

    def __init__(
        self, sheets: Sequence[bytes], shared: Mapping[str, bytes], *, date1904: bool, where: str
    ) -> None:
        """Open a package of these worksheets; `shared` holds `sharedStrings` and `styles`.

        Raises:
            SourceError: the shared parts cannot be read.
        """
        self._where = where
        self._sheets = sheets
        self._strings = shared.get("sharedStrings", b"")
        package = pack(_canonical_parts(sheets, shared, date1904=date1904))
        with _mapped(where):
            self._workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(package))

    def rows(self, position: int) -> list[list[object]]:
        """Every row of one worksheet from A1 on, as Python values; empty cells are "".

        Raises:
            SourceError: the worksheet cannot be read.
        """
        with _mapped(self._where):
            sheet = self._workbook.get_sheet_by_index(position)
            rows: list[list[object]] = sheet.to_python(skip_empty_area=False)  # type: ignore[assignment]
            return rows

    def empty_strings(self, position: int) -> int:
        """How many cells of one worksheet refer to a shared string without any text."""
        empty = {
            number
            for number, item in enumerate(_SHARED_STRING.finditer(self._strings))
            if not _MARKUP.sub(b"", item.group(1) or b"").strip()
        }
        references = _REFERENCE.finditer(self._sheets[position])
        return sum(int(reference.group(1)) in empty for reference in references)


def _canonical_parts(
    sheets: Sequence[bytes], shared: Mapping[str, bytes], *, date1904: bool
) -> dict[str, bytes]:
    numbers = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="{n}" sheetId="{n}" r:id="rId{n}"/>' for n in numbers)
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
    targets += [(kind, f"{kind}.xml") for kind in shared]
    workbook = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><workbookPr date1904="{date1904:d}"/>'
        f"<sheets>{listed}</sheets></workbook>"
    )
    return {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": _relationships([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": workbook.encode(),
        "xl/_rels/workbook.xml.rels": _relationships(targets),
        **{f"xl/{kind}.xml": part for kind, part in shared.items()},
        **{f"xl/worksheets/sheet{n}.xml": part for n, part in zip(numbers, sheets, strict=True)},
    }


def _relationships(targets: Sequence[tuple[str, str]]) -> bytes:
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>'.encode()


@contextmanager
def _mapped(where: str) -> Iterator[None]:
    broken = SourceError(
        "it holds a part that cannot be read",
        where=where,
        remedy="open it and save it again as xlsx",
    )
    try:
        with _silenced_standard_error():
            yield
    except (python_calamine.CalamineError, ArithmeticError, ValueError, OSError):
        raise broken from None
    except BaseException as panic:
        # pyo3 derives the exception of a Rust panic from BaseException and exports no name for it
        if type(panic).__module__ != "pyo3_runtime":
            raise
        raise broken from None


@contextmanager
def _silenced_standard_error() -> Iterator[None]:
    """Send file descriptor 2 nowhere: the message of a Rust panic goes there and may quote text."""
    try:
        saved = os.dup(2)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(nowhere)
