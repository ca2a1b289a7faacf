"""Write the demo's workbook with the standard library alone, the same bytes every time.

Every person, camp and organisation is made up. The phone numbers come from the range that the
French regulator ARCEP keeps for films and novels.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

ACTIVITIES = [
    [
        "Organisation",
        "Sector",
        "Region",
        "District",
        "Camp",
        "Latitude",
        "Longitude",
        "Contact person",
        "Contact phone",
        "People reached",
    ],
    [
        "#org+name",
        "#sector",
        "#adm1+name",
        "#adm2+name",
        "#loc+camp+name",
        "#geo+lat",
        "#geo+lon",
        "#contact+name",
        "#contact+phone",
        "#reached",
    ],
    ["Aid Example", "WASH", "Norvale", "Kessou", "Camp Alder", "1.51234", "-14.18237",
     "Awa Traore", "+33 1 99 00 12 01", "1250"],
    ["Aid Example", "Health", "Norvale", "Kessou", "Camp Birch", "1.53871", "-14.20144",
     "Moussa Keita", "+33 1 99 00 12 02", "840"],
    ["Relief Sample", "Shelter", "Norvale", "Dombila", "Camp Cedar", "1.60418", "-14.09763",
     "Fatou Diallo", "+33 1 99 00 12 03", "2210"],
    ["Relief Sample", "Nutrition", "Estmark", "Gorani", "Camp Dogwood", "1.71096", "-13.98851",
     "Ibrahim Cisse", "+33 1 99 00 12 04", "615"],
]  # fmt: skip

RESIDENTS = [
    ["Name", "Sex", "Age", "Phone", "Camp", "Protection note"],
    ["Mariam Coulibaly", "F", "34", "+33 1 99 00 13 11", "Camp Alder", "separated from family"],
    ["Oumar Sangare", "M", "9", "", "Camp Alder", "unaccompanied child"],
    ["Kadiatou Toure", "F", "27", "+33 1 99 00 13 12", "Camp Birch", "survivor of violence"],
    ["Seydou Konate", "M", "61", "+33 1 99 00 13 13", "Camp Cedar", "disabled"],
]


def write_workbook(path: Path) -> None:
    """Write `3W` and, hidden behind it, `residents`."""
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
            + "".join(
                f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
                f'ContentType="{SPREADSHEET}.worksheet+xml"/>'
                for number in (1, 2)
            )
            + "</Types>"
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            '<sheet name="3W" sheetId="1" r:id="rId1"/>'
            '<sheet name="residents" sheetId="2" state="hidden" r:id="rId2"/>'
            "</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(
                f'<Relationship Id="rId{number}" Type="{RELATIONS}/worksheet" '
                f'Target="worksheets/sheet{number}.xml"/>'
                for number in (1, 2)
            )
            + "</Relationships>"
        ),
        "xl/worksheets/sheet1.xml": _sheet(ACTIVITIES),
        "xl/worksheets/sheet2.xml": _sheet(RESIDENTS),
    }
    with ZipFile(path, "w") as archive:
        for name, xml in parts.items():
            member = ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            member.compress_type = ZIP_DEFLATED
            archive.writestr(member, f'<?xml version="1.0" encoding="UTF-8"?>\n{xml}')


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    lines = (
        f'<row r="{number}">{"".join(_cell(number, *cell) for cell in enumerate(row))}</row>'
        for number, row in enumerate(rows, start=1)
    )
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def _cell(row: int, position: int, text: str) -> str:
    place = f"{chr(ord('A') + position)}{row}"
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
