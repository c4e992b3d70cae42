"""Read the tables of a Word document (DOCX), trusting nothing it says about itself.

Our own small reader: python-docx needs typing-extensions, which slows every start, and builds a
tree of the whole document.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.ElementTree
import defusedxml.sax

from desktop.errors import InputRefused
from desktop.people.cell_maker import MAX_COLUMN, MAX_ROW, MAX_SHEETS, CellMaker
from desktop.people.joined_tables import ReadTable, joined
from desktop.people.list_sheet import CellKind, ListFile, ListRefusal, Row
from desktop.people.merged_cells import MergedRange
from desktop.people.package_checks import Package
from desktop.people.reading_faults import refusing
from desktop.people.word_styles import WordStyles, font_named, value_of

_STYLES, _DOCUMENT, _TYPES = "word/styles.xml", "word/document.xml", "[Content_Types].xml"
_MAIN_TYPE = "document.main+xml"
# drawings, fields' codes, what was deleted, older wordings and properties: no clerk sees them
_UNSEEN = frozenset(
    {"drawing", "pict", "object", "Fallback", "del", "moveFrom", "instrText", "delText"}
)
_SIGNS = {"F0FC": "✓", "F0FE": "☑", "F0FD": "☒", "F0FB": "☒", "F052": "☑", "F0A8": "☐"}
_MAX_DEPTH = 200
_MAX_PARAGRAPHS_ABOVE = 3
_LONGEST_PARAGRAPH_ABOVE = 300


def read_word_tables(package: Package, path: Path) -> ListFile:
    """Read every table of a document, whose package was checked.

    Raises:
        InputRefused: it has no table, is damaged, hostile or too large.
    """
    archive = package.archive
    with refusing(path):
        styles = WordStyles()
        if _STYLES in archive.namelist():
            with archive.open(_STYLES) as part:
                defusedxml.sax.parse(part, styles, forbid_dtd=True)
        reader = _Reader(styles)
        with archive.open(_main_part(archive.read(_TYPES))) as part:
            defusedxml.sax.parse(part, reader, forbid_dtd=True)
        tables = [table for table in reader.tables if table.rows]
        if not tables:
            raise InputRefused(ListRefusal.NO_TABLE, path)
        sheets = joined(tables, path.stem)
    if len(sheets) > MAX_SHEETS:
        value = len(sheets)
        raise InputRefused(ListRefusal.TOO_MANY_SHEETS, path, limit=MAX_SHEETS, value=value)
    return ListFile(sheets=sheets, remarks=package.remarks)


def _main_part(content_types: bytes) -> str:
    types = defusedxml.ElementTree.fromstring(content_types, forbid_dtd=True)
    for each in types.iter():
        if each.get("ContentType", "").endswith(_MAIN_TYPE):
            return str(each.get("PartName", "")).lstrip("/")
    return _DOCUMENT


class _Cell:
    """A cell while it is being read."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.paragraphs = 0
        self.fonts: Counter[str] = Counter()
        self.columns = 1
        self.merge = ""  # restart or continue
        self.numbering = ""


class _Table:
    """A table while it is being read; tables stand in cells of others."""

    def __init__(self, result: ReadTable) -> None:
        self.result = result
        self.row = 0
        self.column = 0
        self.cells: list[tuple[int, _Cell]] = []
        self.cell: _Cell | None = None
        self.merges: dict[int, MergedRange] = {}  # those that may reach further down


class _Reader(ContentHandler):
    """Walks through the document."""

    def __init__(self, styles: WordStyles) -> None:
        super().__init__()
        self.tables: list[ReadTable] = []
        self._styles = styles
        self._maker = CellMaker()
        self._open: list[_Table] = []
        self._tags: list[str] = []
        self._skipped_from = 0
        self._paragraph_style = ""
        self._run_font = ""
        self._is_hidden_run = False
        self._paragraph: list[str] = []  # outside of tables
        self._above: list[str] = []
        self._numbers: Counter[str] = Counter()

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        tag = name.rpartition(":")[2]
        self._tags.append(tag)
        if len(self._tags) > _MAX_DEPTH:
            raise ValueError("nested too deep")
        if self._skipped_from:
            return
        if tag in _UNSEEN or tag.endswith("Change"):
            self._skipped_from = len(self._tags)
        elif tag == "tbl":
            self._start_table()
        elif tag == "p":
            self._start_paragraph()
        elif tag == "r":
            self._run_font, self._is_hidden_run = "", False
        elif self._open and tag in ("tr", "tc"):
            self._start_row_or_cell(self._open[-1], tag)
        else:
            self._take(tag, attrs)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802
        depth, tag = len(self._tags), self._tags.pop()
        if self._skipped_from:
            if depth == self._skipped_from:
                self._skipped_from = 0
        elif tag == "p" and not self._open:
            self._end_paragraph()
        elif self._open:
            table = self._open[-1]
            if tag == "tc":
                self._end_cell(table)
            elif tag == "tr":
                self._end_row(table)
            elif tag == "tbl":
                _end_merges(table, {})
                self._open.pop()

    def characters(self, content: str) -> None:
        if not self._skipped_from and self._tags[-1] == "t":
            self._add(content)

    def _start_table(self) -> None:
        above = tuple(self._above)
        if self._open:
            cell = self._open[-1].cell
            lines = "".join(cell.text).split("\n") if cell is not None else []
            above = tuple(line for line in lines if line.strip())[-1:]
        self._above = []
        result = ReadTable(above, is_nested=bool(self._open))
        self.tables.append(result)
        self._open.append(_Table(result))

    def _start_paragraph(self) -> None:
        self._paragraph_style = ""
        cell = self._open[-1].cell if self._open else None
        if cell is not None:
            cell.text.append("\n" if cell.paragraphs else "")
            cell.paragraphs += 1

    def _end_paragraph(self) -> None:
        text = "".join(self._paragraph)[:_LONGEST_PARAGRAPH_ABOVE].strip()
        self._paragraph = []
        if text:
            self._above = [*self._above, text][-_MAX_PARAGRAPHS_ABOVE:]

    def _start_row_or_cell(self, table: _Table, tag: str) -> None:
        if tag == "tc":
            table.cell = _Cell()
            return
        table.row += 1
        table.column, table.cells = 1, []
        if table.row > MAX_ROW:
            raise ValueError(table.row)

    def _take(self, tag: str, attrs: AttributesImpl) -> None:
        parent = self._tags[-2] if len(self._tags) > 1 else ""
        if parent == "r":
            self._take_from_run(tag, attrs)
        elif parent == "rPr" and self._tags[-3:-2] == ["r"]:
            self._take_run_property(tag, attrs)
        elif tag == "pStyle":
            self._paragraph_style = value_of(attrs, "val")
        elif self._open:
            self._take_table_property(self._open[-1], parent, tag, attrs)

    def _take_from_run(self, tag: str, attrs: AttributesImpl) -> None:
        if tag in ("tab", "ptab"):
            self._add(" ")
        elif tag in ("br", "cr"):
            self._add("\n")
        elif tag == "noBreakHyphen":
            self._add("-")
        elif tag == "softHyphen":
            self._add("\u00ad")
        elif tag == "sym":
            self._add(_SIGNS.get(value_of(attrs, "char").upper(), ""))

    def _take_run_property(self, tag: str, attrs: AttributesImpl) -> None:
        if tag == "rFonts":
            self._run_font = font_named(attrs) or self._run_font
        elif tag == "rStyle" and not self._run_font:
            style = value_of(attrs, "val")
            self._run_font = self._styles.own_font_of(style)
        elif tag == "vanish":
            self._is_hidden_run = value_of(attrs, "val") not in ("0", "false")

    def _take_table_property(
        self, table: _Table, parent: str, tag: str, attrs: AttributesImpl
    ) -> None:
        cell = table.cell
        if tag == "gridBefore" and parent == "trPr":
            table.column += _count(value_of(attrs, "val"))
        elif tag == "hidden" and parent == "trPr":
            table.result.hidden_rows.append(table.row)
        elif cell is not None and parent == "tcPr":
            if tag == "gridSpan":
                cell.columns = max(_count(value_of(attrs, "val")), 1)
            elif tag == "vMerge":
                cell.merge = value_of(attrs, "val") or "continue"
        elif cell is not None and parent == "numPr" and tag == "numId":
            cell.numbering = value_of(attrs, "val")

    def _add(self, text: str) -> None:
        if self._is_hidden_run:
            return
        cell = self._open[-1].cell if self._open else None
        if cell is not None:
            cell.text.append(text)
            cell.fonts[self._run_font or self._styles.font_of(self._paragraph_style)] += len(text)
        elif not self._open:
            self._paragraph.append(text)

    def _end_cell(self, table: _Table) -> None:
        cell, table.cell = table.cell, None
        if cell is None:
            return
        table.cells.append((table.column, cell))
        table.column += cell.columns
        if table.column > MAX_COLUMN:
            raise ValueError(table.column)

    def _end_row(self, table: _Table) -> None:
        made = []
        for column, cell in table.cells:
            text = "".join(cell.text)
            if cell.numbering and not text.strip():
                self._numbers[cell.numbering] += 1  # numbered by Word itself
                text = str(self._numbers[cell.numbering])
            font = cell.fonts.most_common(1)[0][0] if cell.fonts else ""
            one = self._maker.make(column, text, CellKind.UNTYPED, font)
            if one is not None:
                made.append(one)
        if made:
            table.result.rows.append(Row(table.row, tuple(made)))
        table.result.columns = max(table.result.columns, table.column - 1)
        _end_merges(table, dict(table.cells))


def _end_merges(table: _Table, cells: dict[int, _Cell]) -> None:
    """Let merged ranges grow over a further row, and keep those that end above it."""
    going_on: dict[int, MergedRange] = {}
    for column, cell in cells.items():
        above = table.merges.get(column)
        last = column + cell.columns - 1
        if cell.merge == "continue" and above is not None:
            going_on[column] = MergedRange(
                above.first_row, column, table.row, max(above.last_column, last)
            )
            del table.merges[column]
        elif cell.merge or cell.columns > 1:
            going_on[column] = MergedRange(table.row, column, table.row, last)
    table.result.merged.extend(
        area
        for area in table.merges.values()
        if area.last_row > area.first_row or area.last_column > area.first_column
    )
    table.merges = going_on


def _count(value: str) -> int:
    number = int(value)
    if not 0 <= number <= MAX_COLUMN:
        raise ValueError(number)
    return number
