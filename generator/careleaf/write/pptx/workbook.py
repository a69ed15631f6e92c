"""Names and numbers in; the workbook that opens when someone edits a chart's data, as bytes, out.

A workbook of one sheet, written as text: importing a library for it would take longer than writing
the deck. ECMA-376 part 1, section 18."""

from __future__ import annotations

from collections.abc import Sequence

from careleaf.write.pptx.archive import zipped
from careleaf.write.pptx.xml import DECLARATION, text

SHEET = "Sheet1"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    "</Types>"
)
_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_BOOK = (
    f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_BOOK_RELATIONS = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>"
)
_STYLES = (
    f'{DECLARATION}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/>'
    '<name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/>'
    '</fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border>'
    '<left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1">'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def workbook(series: str, rows: Sequence[tuple[str, int]]) -> bytes:
    """Names in column A from row 2 on, numbers in column B, `series` above them in B1."""
    strings = [series, *(name for name, _ in rows)]
    cells = [f'<row r="1">{_string("B1", 0)}</row>']
    for place, (_, value) in enumerate(rows, 1):
        row = place + 1
        number = f'<c r="B{row}"><v>{value}</v></c>'
        cells.append(f'<row r="{row}">{_string(f"A{row}", place)}{number}</row>')
    sheet = (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}"><dimension ref="A1:B{len(rows) + 1}"/>'
        f'<cols><col min="1" max="2" width="32" customWidth="1"/></cols>'
        f"<sheetData>{''.join(cells)}</sheetData></worksheet>"
    )
    shared = "".join(f'<si><t xml:space="preserve">{text(one)}</t></si>' for one in strings)
    count = f'count="{len(strings)}" uniqueCount="{len(strings)}"'
    return zipped(
        {
            "[Content_Types].xml": _TYPES.encode(),
            "_rels/.rels": _RELATIONS.encode(),
            "xl/workbook.xml": _BOOK.encode(),
            "xl/_rels/workbook.xml.rels": _BOOK_RELATIONS.encode(),
            "xl/worksheets/sheet1.xml": sheet.encode(),
            "xl/styles.xml": _STYLES.encode(),
            "xl/sharedStrings.xml": (
                f'{DECLARATION}<sst xmlns="{_MAIN}" {count}>{shared}</sst>'
            ).encode(),
        }
    )


def _string(cell: str, place: int) -> str:
    return f'<c r="{cell}" t="s"><v>{place}</v></c>'
