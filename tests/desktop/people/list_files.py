"""Write the same list in every kind of file offices send; ODS and Word by hand, as XML."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import openpyxl
import xlwt
from msgspec import Struct
from openpyxl.styles import Font
from openpyxl.utils import range_boundaries

Value = object  # text, a number, a date, or None for an empty cell
Rows = Sequence[Sequence[Value]]


class Plan(Struct, frozen=True, kw_only=True):
    """A sheet to write: areas are named as Excel does, rows and columns counted from 1."""

    rows: Rows
    merged: tuple[str, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    fonts: dict[int, str] = {}  # by column
    cell_fonts: dict[tuple[int, int], str] = {}
    formats: dict[int, str] = {}  # by column, as Excel writes them
    name: str = "Danh sách"
    is_hidden: bool = False

    def font_at(self, row: int, column: int) -> str:
        return self.cell_fonts.get((row, column), self.fonts.get(column, "Times New Roman"))

    def areas(self) -> list[tuple[int, int, int, int]]:
        """Give merged areas as first row, last row, first column, last column."""
        found = []
        for area in self.merged:
            first_column, first_row, last_column, last_row = range_boundaries(area)
            found.append((first_row, last_row, first_column, last_column))
        return found

    def covering(self, row: int, column: int) -> tuple[int, int, int, int] | None:
        return next(
            (
                area
                for area in self.areas()
                if area[0] <= row <= area[1] and area[2] <= column <= area[3]
            ),
            None,
        )

    @property
    def width(self) -> int:
        return max(len(row) for row in self.rows)


def write_xlsx(folder: Path, *plans: Plan) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for plan in plans:
        sheet = book.create_sheet(plan.name)
        sheet.sheet_state = "hidden" if plan.is_hidden else "visible"
        for number, values in enumerate(plan.rows, start=1):
            for column, value in enumerate(values, start=1):
                if value is not None:
                    cell = sheet.cell(number, column, value)
                    cell.font = Font(name=plan.font_at(number, column))
                    if column in plan.formats and not isinstance(value, str):
                        cell.number_format = plan.formats[column]
        for area in plan.merged:
            sheet.merge_cells(area)
        for number in plan.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        for column in plan.hidden_columns:
            sheet.column_dimensions[openpyxl.utils.get_column_letter(column)].hidden = True
    path = folder / "danh sách.xlsx"
    book.save(path)
    return path


def write_xls(folder: Path, *plans: Plan) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    styles: dict[tuple[str, str], xlwt.XFStyle] = {}
    for plan in plans:
        sheet = book.add_sheet(plan.name)
        sheet.visibility = int(plan.is_hidden)
        for number, values in enumerate(plan.rows, start=1):
            for column, value in enumerate(values, start=1):
                area = plan.covering(number, column)
                is_copy = area is not None and (number, column) != (area[0], area[2])
                if value is None or is_copy:
                    continue
                number_format = plan.formats.get(column, "dd/mm/yyyy")
                if isinstance(value, str) or (
                    column not in plan.formats and not isinstance(value, date)
                ):
                    number_format = "General"
                key = (plan.font_at(number, column), number_format)
                if key not in styles:
                    styles[key] = xlwt.XFStyle()
                    styles[key].font.name, styles[key].num_format_str = key
                if area is None:
                    sheet.write(number - 1, column - 1, value, styles[key])
                else:
                    sheet.write_merge(*(place - 1 for place in area), value, styles[key])
        for number in plan.hidden_rows:
            sheet.row(number - 1).hidden = 1
        for column in plan.hidden_columns:
            sheet.col(column - 1).hidden = 1
    path = folder / "danh sách.xls"
    book.save(str(path))
    return path


_ODS_NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
_ODS_NAMESPACES += (
    ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def write_ods(folder: Path, *plans: Plan) -> Path:
    fonts = sorted({plan.font_at(row, column) for plan in plans for row, column in _places(plan)})
    names = {font: f"ce{number}" for number, font in enumerate(fonts)}
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table-cell">'
        f"<style:text-properties style:font-name={quoteattr(font)}/></style:style>"
        for font, name in names.items()
    )
    tables = "".join(_ods_table(plan, names) for plan in plans)
    return packed_ods(folder, tables, styles)


def packed_ods(
    folder: Path, tables: str, styles: str = "", *, parts: dict[str, bytes] | None = None
) -> Path:
    """Write a spreadsheet of these tables, given as XML."""
    hidden = (
        '<style:style style:name="taHidden" style:family="table">'
        '<style:table-properties table:display="false"/></style:style>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_NAMESPACES}>'
        f"<office:automatic-styles>{hidden}{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    everything = {"mimetype": ODS_TYPE, "content.xml": content.encode(), **(parts or {})}
    return packed(folder / "danh sách.ods", everything)


def _places(plan: Plan) -> list[tuple[int, int]]:
    return [
        (number, column)
        for number, values in enumerate(plan.rows, start=1)
        for column in range(1, len(values) + 1)
    ]


def _ods_table(plan: Plan, names: dict[str, str]) -> str:
    columns = "".join(
        f'<table:table-column table:visibility="{"collapse" if hidden else "visible"}"/>'
        for hidden in (column in plan.hidden_columns for column in range(1, plan.width + 1))
    )
    rows = ""
    for number, values in enumerate(plan.rows, start=1):
        cells = "".join(
            _ods_cell(plan, number, column, value, names)
            for column, value in enumerate(values, start=1)
        )
        hidden = ' table:visibility="collapse"' if number in plan.hidden_rows else ""
        rows += f"<table:table-row{hidden}>{cells}</table:table-row>"
    # as LibreOffice ends a sheet
    rows += (
        '<table:table-row table:number-rows-repeated="1048000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    style = ' table:style-name="taHidden"' if plan.is_hidden else ""
    return f"<table:table table:name={quoteattr(plan.name)}{style}>{columns}{rows}</table:table>"


def _ods_cell(plan: Plan, row: int, column: int, value: Value, names: dict[str, str]) -> str:
    area = plan.covering(row, column)
    if area is not None and (row, column) != (area[0], area[2]):
        return "<table:covered-table-cell/>"
    span = ""
    if area is not None:
        span = (
            f' table:number-rows-spanned="{area[1] - area[0] + 1}"'
            f' table:number-columns-spanned="{area[3] - area[2] + 1}"'
        )
    if value is None:
        return f"<table:table-cell{span}/>"
    style = f' table:style-name="{names[plan.font_at(row, column)]}"'
    content = _ods_value(value, plan.formats.get(column, ""))
    return f"<table:table-cell{style}{span}{content}</table:table-cell>"


def _ods_value(value: Value, number_format: str) -> str:
    match value:
        case bool():
            shown = "TRUE" if value else "FALSE"
            said = f'office:value-type="boolean" office:boolean-value="{str(value).lower()}"'
        case int() | float():
            shown = str(value).zfill(len(number_format) if number_format.strip("0") == "" else 0)
            said = f'office:value-type="float" office:value="{value}"'
        case date():
            forms = {"mm/yyyy": "%m/%Y", "yyyy": "%Y"}
            shown = value.strftime(forms.get(number_format, "%d/%m/%Y"))
            said = f'office:value-type="date" office:date-value="{value.isoformat()}"'
        case _:
            shown, said = str(value), 'office:value-type="string"'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n"))
    return f" {said}>{paragraphs}"


_WORD_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORD_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def write_docx(folder: Path, *parts: Plan | str) -> Path:
    """Write a document of tables, and of paragraphs between them."""
    body = "".join(
        word_paragraph(part) if isinstance(part, str) else word_table(part) for part in parts
    )
    return packed_docx(folder, body)


def packed_docx(folder: Path, body: str, *, parts: dict[str, bytes] | None = None) -> Path:
    """Write a document whose body is given as XML."""
    document = f"<w:document {_WORD_NAMESPACE}><w:body>{body}</w:body></w:document>"
    everything = {
        "[Content_Types].xml": _WORD_TYPES.encode(),
        "word/document.xml": document.encode(),
        **(parts or {}),
    }
    return packed(folder / "danh sách.docx", everything)


def word_paragraph(text: str, properties: str = "") -> str:
    run = f"<w:r><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>" if text else ""
    return f"<w:p>{properties}{run}</w:p>"


def word_table(plan: Plan) -> str:
    rows = ""
    for number, values in enumerate(plan.rows, start=1):
        cells = ""
        for column, value in enumerate([*values, *[None] * (plan.width - len(values))], start=1):
            cells += _word_cell(plan, number, column, value)
        hidden = "<w:trPr><w:hidden/></w:trPr>" if number in plan.hidden_rows else ""
        rows += f"<w:tr>{hidden}{cells}</w:tr>"
    return f"<w:tbl>{rows}</w:tbl>"


def _word_cell(plan: Plan, row: int, column: int, value: Value) -> str:
    area = plan.covering(row, column)
    properties = ""
    if area is not None:
        if column > area[2]:
            return ""  # one cell over several columns
        if area[3] > area[2]:
            properties += f'<w:gridSpan w:val="{area[3] - area[2] + 1}"/>'
        if area[1] > area[0]:
            properties += '<w:vMerge w:val="restart"/>' if row == area[0] else "<w:vMerge/>"
            value = value if row == area[0] else None
    shown = value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
    if value is None:
        shown = ""
    font = quoteattr(plan.font_at(row, column))
    run = f"<w:r><w:rPr><w:rFonts w:ascii={font} w:hAnsi={font}/></w:rPr>"
    paragraphs = "".join(
        f"<w:p>{run}<w:t xml:space='preserve'>{escape(line)}</w:t></w:r></w:p>"
        for line in shown.split("\n")
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>"


def text_of(plan: Plan, delimiter: str) -> str:
    """Give the list as a program writes it to text: merged cells are in their first place."""

    def shown(value: Value) -> str:
        if value is None:
            return ""
        text = value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
        is_quoted = any(sign in text for sign in (delimiter, "\n", '"'))
        return '"' + text.replace('"', '""') + '"' if is_quoted else text

    return "".join(delimiter.join(map(shown, values)) + "\r\n" for values in plan.rows)


def write_csv(folder: Path, plan: Plan) -> Path:
    path = folder / "danh sách.csv"
    path.write_bytes(text_of(plan, ",").encode("utf-8-sig"))
    return path


def html_of(plan: Plan) -> str:
    rows = ""
    for number, values in enumerate(plan.rows, start=1):
        cells = ""
        for column, value in enumerate(values, start=1):
            area = plan.covering(number, column)
            if area is not None and (number, column) != (area[0], area[2]):
                continue
            span = ""
            if area is not None:
                span = f" rowspan={area[1] - area[0] + 1} colspan={area[3] - area[2] + 1}"
            shown = value.strftime("%d/%m/%Y") if isinstance(value, date) else str(value)
            shown = "" if value is None else escape(shown).replace("\n", "<br>")
            font = escape(plan.font_at(number, column))
            cells += f"<td{span} style=\"font-family:'{font}',serif\">{shown}</td>\n"
        hidden = " style='display:none'" if number in plan.hidden_rows else ""
        rows += f"<tr{hidden}>{cells}</tr>\n"
    return f"<html><head><meta charset=utf-8></head><body><table>{rows}</table></body></html>"


def write_html(folder: Path, plan: Plan) -> Path:
    """Write a web page under the name of a workbook, as many systems export lists."""
    path = folder / "danh sách (web).xls"
    path.write_text(html_of(plan), encoding="utf-8")
    return path


WRITERS: dict[str, Callable[[Path, Plan], Path]] = {
    "xlsx": write_xlsx,
    "xls": write_xls,
    "ods": write_ods,
    "docx": write_docx,
    "csv": write_csv,
    "html": write_html,
}


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    path.write_bytes(data.getvalue())
    return path
