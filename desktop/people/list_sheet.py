"""A list as it was read: sheets of rows of filled cells, every cell with its place."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class CellKind(StrEnum):
    """What the file said a cell holds."""

    TEXT = "text"
    UNTYPED = "untyped"  # from a text file, where a number cannot be told from text
    NUMBER = "number"
    DATE = "date"  # shown as 20/05/1975, 05/1975 or 1975, as precise as the cell's format
    ERROR = "error"  # #N/A, #REF!
    UNCOMPUTED = "uncomputed"  # a formula that was never computed: it has no text


class Cell(Struct, frozen=True, gc=False, omit_defaults=True):
    """A filled cell.

    Attributes:
        column: counted from 1.
        text: cleaned text; never None.
        original: the text before cleaning, where cleaning changed it; line feeds are in it.
        origin_row: for a cell under a merged range, the row of the range's first cell, else 0.
        origin_column: its column.
        font: its font, where that is not the font of its column.
        unconverted: the text before it was converted from an old encoding.
    """

    column: int
    text: str
    kind: CellKind = CellKind.TEXT
    original: str = ""
    origin_row: int = 0
    origin_column: int = 0
    font: str = ""
    unconverted: str = ""

    @property
    def is_copy(self) -> bool:
        """Whether the text stands in another cell, merged with this one."""
        return self.origin_row > 0

    @property
    def was_number(self) -> bool:
        """Whether zeros in front may have been lost."""
        return self.kind in (CellKind.NUMBER, CellKind.UNTYPED)


class Row(Struct, frozen=True):
    """A row that has a filled cell; `number` counts from 1 as Excel shows it."""

    number: int
    cells: tuple[Cell, ...]

    def cell(self, column: int) -> Cell | None:
        """Find the filled cell of a column."""
        return next((cell for cell in self.cells if cell.column == column), None)


class ListSheet(Struct, frozen=True, kw_only=True):
    """One sheet: rows in order, empty ones left out.

    Attributes:
        name: of the sheet; of a table in a document, what stands above it.
        fonts: the font most cells of a column have, where the file says it.
        doubtful: places (row, column) whose text was converted and may be wrong.
    """

    name: str
    rows: tuple[Row, ...]
    is_hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    fonts: dict[int, str] = {}
    doubtful: tuple[tuple[int, int], ...] = ()

    def font_of(self, cell: Cell) -> str:
        """Name the font of a cell; empty where the file does not say it."""
        return cell.font or self.fonts.get(cell.origin_column or cell.column, "")


class TextForm(Struct, frozen=True):
    """How a text file was understood."""

    encoding: str  # utf-8, utf-16, cp1258, cp1252
    delimiter: str
    encoding_was_said: bool = False  # by the officer or the file itself; else it was guessed
    delimiter_was_said: bool = False


class ListRemark(StrEnum):
    """What to know of a file that was read all the same."""

    MACROS = "list_macros"  # they were neither read nor run
    OTHER_FILES = "list_other_files"  # values come from other files, which were not opened


class ListFile(Struct, frozen=True, kw_only=True):
    """A list file: its sheets, and for a text file what was guessed to read it."""

    sheets: tuple[ListSheet, ...]
    text_form: TextForm | None = None
    remarks: tuple[ListRemark, ...] = ()


class ListRefusal(StrEnum):
    """Reasons of InputRefused for a list file."""

    MISSING = "list_missing"
    EMPTY = "list_empty"
    TOO_BIG = "list_too_big"  # facts: limit (bytes), value
    TOO_MANY_CELLS = "list_too_many_cells"  # facts: limit, where there is one: sheet
    TOO_MUCH_TEXT = "list_too_much_text"  # facts: limit (characters)
    TOO_MANY_SHEETS = "list_too_many_sheets"  # facts: limit, value
    PACKED_TOO_TIGHT = "list_packed_too_tight"  # a zip bomb
    HOSTILE_XML = "list_hostile_xml"  # entities or a document type: an entity bomb
    ENCRYPTED = "list_encrypted"
    OLD_EXCEL = "list_old_excel"  # .xls from before Excel 5
    BINARY_EXCEL = "list_binary_excel"  # .xlsb
    OPEN_DOCUMENT = "list_open_document"  # .odt, .odp
    WORD = "list_word"  # .doc, .rtf
    PDF = "list_pdf"
    WEB_PAGE = "list_web_page"  # XML or HTML without a table, saved as .xls
    NO_TABLE = "list_no_table"  # a Word document without one
    WRONG_ENCODING = "list_wrong_encoding"  # facts: text, the encoding that was chosen
    DAMAGED = "list_damaged"
    NOT_A_LIST = "list_not_a_list"  # some other kind of file


def a1(row: int, column: int) -> str:
    """Name a cell as Excel does: row 12 of column 3 is C12."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
