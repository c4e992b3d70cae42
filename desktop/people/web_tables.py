"""Read the tables of HTML: what office systems save as .xls, and Word puts on the clipboard."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from desktop.errors import InputRefused
from desktop.people.cell_maker import MAX_COLUMN, MAX_ROW, MAX_SHEETS, CellMaker
from desktop.people.joined_tables import ReadTable, joined
from desktop.people.list_sheet import CellKind, ListFile, ListRefusal, Row
from desktop.people.merged_cells import MergedRange
from desktop.people.reading_faults import refusing
from desktop.people.text_encodings import guessed_encoding

MAX_PAGE_CHARACTERS = 20_000_000
_LONGEST_NESTING = 20
_MAX_SPAN = 1000
_SAID = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;,\"'}]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]+)\s*\{([^}]*)\}")
_SPACES = re.compile(r"[ \t\r\n]+")
_AROUND_A_BREAK = re.compile(" *\n *")
_NO_CONTENT = re.compile(
    r"(?P<comment><!--)|(?P<script><script)|(?P<style><style)|(?P<other><[!?])", re.IGNORECASE
)
_ENDS = {
    "comment": re.compile("-->"),
    "script": re.compile("</script[^>]*>", re.IGNORECASE),
    "style": re.compile("</style[^>]*>", re.IGNORECASE),
    "other": re.compile(">"),
}
_LONGEST_TAG = 20_000
_UNSEEN = frozenset({"title", "select", "textarea"})
_ENDS_A_LINE = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
Attributes = list[tuple[str, str | None]]


def read_web_page(data: bytes, path: Path) -> ListFile:
    """Read the tables of a file that is a web page.

    Raises:
        InputRefused: it has no table, or is too large.
    """
    said = _SAID.search(data[:4096])
    encoding = said[1].decode("ascii") if said else guessed_encoding(data)
    try:
        page = data.decode(encoding)
    except (UnicodeError, LookupError):
        page = data.decode(guessed_encoding(data), "replace")
    return read_web_tables(page, path)


def read_web_tables(page: str, path: Path | None) -> ListFile:
    """Read the tables of a page; where it came from is told in a refusal.

    Raises:
        InputRefused: it has no table, or is too large.
    """
    if len(page) > MAX_PAGE_CHARACTERS:
        raise InputRefused(ListRefusal.TOO_MUCH_TEXT, path, limit=MAX_PAGE_CHARACTERS)
    with refusing(path):
        content, styles = _simplified(page)
        reader = _Reader(dict(_CLASS.findall(styles)))
        reader.feed(content)
        reader.close()
        reader.end_all()
        tables = [table for table in reader.tables if table.rows]
        if not tables:
            raise InputRefused(ListRefusal.WEB_PAGE, path)
        sheets = joined(tables, path.stem if path is not None else "")
    if len(sheets) > MAX_SHEETS:
        value = len(sheets)
        raise InputRefused(ListRefusal.TOO_MANY_SHEETS, path, limit=MAX_SHEETS, value=value)
    return ListFile(sheets=sheets)


def _simplified(page: str) -> tuple[str, str]:
    """Take comments, scripts and styles out of a page; give the styles, too.

    Python's parser goes back to the start of each of them that does not end.

    Raises:
        ValueError: a tag goes on without end.
    """
    content: list[str] = []
    styles: list[str] = []
    place = 0
    while (found := _NO_CONTENT.search(page, place)) is not None:
        start = found.start()
        content.append(page[place:start])
        end = _ENDS[found.lastgroup or ""].search(page, found.end())
        if found.lastgroup == "style":
            styles.append(page[found.end() : end.start() if end else len(page)])
        place = end.end() if end else len(page)
    content.append(page[place:])
    simple = "".join(content)
    _check_tags(simple)
    return simple, "".join(styles)


def _check_tags(page: str) -> None:
    start = page.find("<")
    while start >= 0:
        end = page.find(">", start)
        if (end if end >= 0 else len(page)) - start > _LONGEST_TAG:
            raise ValueError("a tag without end")
        start = page.find("<", end) if end >= 0 else -1


class _Cell:
    def __init__(self, columns: int, rows: int) -> None:
        self.columns = columns
        self.rows = rows
        self.text: list[str] = []
        self.fonts: Counter[str] = Counter()
        self.is_new_line = False


class _Table:
    """A table while it is being read; a page often lays out with tables around tables."""

    def __init__(self, result: ReadTable) -> None:
        self.result = result
        self.row = 0
        self.cells: list[tuple[int, _Cell]] = []
        self.cell: _Cell | None = None
        self.column = 1
        self.reaching_down: dict[int, int] = {}  # column to the last row a cell above takes


class _Reader(HTMLParser):
    def __init__(self, classes: dict[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[ReadTable] = []
        self._maker = CellMaker()
        self._open: list[_Table] = []
        self._unseen = 0
        self._classes = classes
        self._fonts: list[tuple[str, str]] = []  # tags that set a font, and which
        self._line: list[str] = []  # outside of tables
        self._above = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._start_table()
        elif self._open and tag == "tr":
            self._start_row(self._open[-1], values)
        elif self._open and tag in _CELLS:
            self._start_cell(self._open[-1], values)
        elif tag == "br":
            self._break()
        elif tag in _ENDS_A_LINE:
            self._end_line()
        self._take_font(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif self._open and tag == "table":
            self._end_table()
        elif self._open and tag == "tr":
            self._end_row(self._open[-1])
        elif self._open and tag in _CELLS:
            self._end_cell(self._open[-1])
        elif tag in _ENDS_A_LINE:
            self._end_line()
        for place in range(len(self._fonts) - 1, -1, -1):
            if self._fonts[place][0] == tag:
                del self._fonts[place:]
                break

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._add(_SPACES.sub(" ", data))

    def end_all(self) -> None:
        """End what the page left open."""
        while self._open:
            self._end_table()

    def _start_table(self) -> None:
        if len(self._open) >= _LONGEST_NESTING:
            raise ValueError("tables nested too deep")
        above = (self._above,) if self._above else ()
        self._above = ""
        self.tables.append(ReadTable(above, is_nested=bool(self._open)))
        self._open.append(_Table(self.tables[-1]))

    def _end_table(self) -> None:
        self._end_row(self._open[-1])
        self._open.pop()

    def _start_row(self, table: _Table, values: dict[str, str]) -> None:
        self._end_row(table)
        table.row += 1
        if table.row > MAX_ROW:
            raise ValueError(table.row)
        if _HIDDEN.search(values.get("style", "")):
            table.result.hidden_rows.append(table.row)

    def _start_cell(self, table: _Table, values: dict[str, str]) -> None:
        self._end_cell(table)
        if table.row == 0:
            self._start_row(table, {})
        while table.reaching_down.get(table.column, 0) >= table.row:
            table.column += 1
        columns, rows = _span(values.get("colspan", "")), _span(values.get("rowspan", ""))
        table.cell = _Cell(columns, rows)
        if table.column + columns > MAX_COLUMN:
            raise ValueError(table.column)

    def _end_cell(self, table: _Table) -> None:
        cell, table.cell = table.cell, None
        if cell is None:
            return
        column = table.column
        table.cells.append((column, cell))
        table.column += cell.columns
        if cell.rows > 1:
            last = table.row + cell.rows - 1
            table.reaching_down.update(dict.fromkeys(range(column, table.column), last))
        if cell.rows > 1 or cell.columns > 1:
            area = MergedRange(table.row, column, table.row + cell.rows - 1, table.column - 1)
            table.result.merged.append(area)

    def _end_row(self, table: _Table) -> None:
        self._end_cell(table)
        made = []
        for column, cell in table.cells:
            font = cell.fonts.most_common(1)[0][0] if cell.fonts else ""
            text = _AROUND_A_BREAK.sub("\n", "".join(cell.text)).strip()
            one = self._maker.make(column, text, CellKind.UNTYPED, font)
            if one is not None:
                made.append(one)
        if made:
            table.result.rows.append(Row(table.row, tuple(made)))
        table.result.columns = max(table.result.columns, table.column - 1)
        table.cells, table.column = [], 1

    def _take_font(self, tag: str, values: dict[str, str]) -> None:
        rules = values.get("style", "") + ";" + self._classes.get(values.get("class", ""), "")
        found = _FONT.search(rules)
        font = values.get("face", "") if tag == "font" else ""
        font = font or (found[1].strip() if found else "")
        if font:
            self._fonts.append((tag, font))

    def _add(self, text: str) -> None:
        cell = self._open[-1].cell if self._open else None
        if cell is None:
            if not self._open:
                self._line.append(text)
            return
        if cell.is_new_line and text.strip():
            cell.text.append("\n")
            cell.is_new_line = False
        cell.text.append(text)
        if text.strip() and self._fonts:
            cell.fonts[self._fonts[-1][1]] += len(text)

    def _break(self) -> None:
        cell = self._open[-1].cell if self._open else None
        if cell is not None:
            cell.text.append("\n")

    def _end_line(self) -> None:
        if not self._open:
            text = "".join(self._line).strip()
            self._above, self._line = text[:300] or self._above, []
            return
        cell = self._open[-1].cell
        if cell is not None:
            cell.is_new_line = bool("".join(cell.text[-3:]).strip())


def _span(value: str) -> int:
    return min(max(int(value), 1), _MAX_SPAN) if value.strip().isdecimal() else 1
