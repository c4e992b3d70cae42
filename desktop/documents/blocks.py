"""One document model: what a paper says and what each piece of it is, free of any writer.

A writer (PDF now, others beside it) looks up a block's role in `desktop.documents.decree30`
and draws it. Every text remembers the field it came from, so that a fault can be shown there.
"""

from __future__ import annotations

import unicodedata
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a text is in an official paper (ô = cell of the decree's layout diagram)."""

    NATIONAL_TITLE = "quoc-hieu"  # ô 1
    MOTTO = "tieu-ngu"  # ô 1
    PARENT_BODY = "co-quan-chu-quan"  # ô 2
    ISSUER = "co-quan-ban-hanh"  # ô 2
    NUMBER = "so-ky-hieu"  # ô 3
    PLACE_DATE = "dia-danh-thoi-gian"  # ô 4
    KIND = "ten-loai"  # ô 5a
    SUBJECT = "trich-yeu"  # ô 5a
    ADDRESSEE = "kinh-gui"  # ô 9a
    DECIDING = "quyet-dinh"  # who decides, and the word between the bases and the articles
    BASIS = "can-cu"  # ô 6
    BODY = "noi-dung"  # ô 6
    SECTION = "muc"  # I. TÊN MỤC
    CLAUSE = "khoan"  # 1. Tên khoản
    ARTICLE = "dieu"  # Điều 1. Tên điều
    POINT = "diem"  # a) …
    DASH = "gach-dau-dong"  # - …
    FACT = "thong-tin"  # time and place under the title of a programme
    AUTHORITY = "quyen-han-chuc-vu"  # ô 7a
    SIGNER = "ho-ten-nguoi-ky"  # ô 7b
    RECIPIENTS_WORD = "noi-nhan"  # ô 9b
    RECIPIENT = "noi-nhan-dong"  # ô 9b
    APPENDIX_WORD = "phu-luc"
    APPENDIX_TITLE = "phu-luc-ten"
    APPENDIX_REFERENCE = "phu-luc-kem-theo"
    TABLE_HEAD = "bang-dau"
    TABLE_GROUP = "bang-nhom"
    TABLE_CELL = "bang-o"
    TABLE_FOOT = "bang-cong"
    PROGRAMME_CELL = "chuong-trinh-o"
    TOTAL = "tong-hop"  # the lines under a list
    PAGE_NUMBER = "so-trang"


class Source(Struct, frozen=True):
    """Where a text was entered: an attribute of the conference or office, or of a delegate."""

    field: str = ""
    delegate_id: str = ""


NOWHERE = Source()


class Run(Struct, frozen=True, kw_only=True):
    """A stretch of plain text; make it with `run` so that it is NFC.

    Attributes:
        is_bold: None takes what the role says; likewise `is_italic`.
        is_blank: dots to be filled in by hand, because the field is empty.
    """

    text: str
    source: Source = NOWHERE
    is_bold: bool | None = None
    is_italic: bool | None = None
    is_blank: bool = False


class Paragraph(Struct, frozen=True, kw_only=True):
    """A text on lines of its own."""

    role: Role
    runs: tuple[Run, ...]


class Letterhead(Struct, frozen=True, kw_only=True):
    """The head of page one: who issues, the national title, number, place and date.

    Attributes:
        issuer: may hold line feeds.
        number, place_date: both, or neither where the paper is not issued.
    """

    issuer: Run
    parent_body: Run | None = None
    number: Run | None = None
    place_date: Run | None = None


class Heading(Struct, frozen=True, kw_only=True):
    """The kind of the paper and its subject, with the rule under it (ô 5a)."""

    kind: Run
    subject: Run


class AppendixHeading(Struct, frozen=True, kw_only=True):
    """The word Phụ lục, the title, and the paper it belongs to."""

    word: Run
    title: tuple[Run, ...]  # a line each
    reference: Run


class HorizontalAlign(StrEnum):
    """Where text stands in its box."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Column(Struct, frozen=True, kw_only=True):
    """A column of a table.

    Attributes:
        share: width as a share of the sum of all shares.
        group: a heading above this column and its neighbours of the same group.
        holds_picture: the row's picture stands here; likewise `holds_bar`.
    """

    heading: str
    share: float
    align: HorizontalAlign = HorizontalAlign.LEFT
    group: str = ""
    holds_picture: bool = False
    holds_bar: bool = False


class Bar(Struct, frozen=True):
    """A share drawn as a bar, of which the whole is 1: read without colours.

    Attributes:
        unknown: of how much it is not known, drawn hatched behind what is filled.
    """

    filled: float
    unknown: float = 0.0


class Picture(Struct, frozen=True, kw_only=True):
    """A JPEG in a cell; in a file for Word it may be a PNG."""

    data: bytes
    width_mm: float
    height_mm: float


class Row(Struct, frozen=True, kw_only=True):
    """A row: a cell per column; `is_group` makes its single cell span them all.

    Attributes:
        is_strong: a sum, set in bold.
        people, money: what the row adds to the totals under each page; money in đồng.
    """

    cells: tuple[tuple[Run, ...], ...]
    is_group: bool = False
    is_strong: bool = False
    picture: Picture | None = None
    bar: Bar | None = None
    people: int = 0
    money: int = 0


class PageTotals(Struct, frozen=True, kw_only=True):
    """A line under the rows of each page: its own sum and the sum so far, both of the rows."""

    with_money: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """A ruled table; its head is repeated on every page and rows are not split.

    Attributes:
        least_row_mm: height of a row that has to be written in.
        page_totals: None for a table without them.
    """

    cell_role: Role = Role.TABLE_CELL
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    least_row_mm: float = 0.0
    page_totals: PageTotals | None = None


class Signature(Struct, frozen=True, kw_only=True):
    """Recipients on the left, authority and name on the right: one block, never torn off.

    Attributes:
        post: of the signer in his own office, over the name, where he signs for another body.
    """

    recipients: tuple[Run, ...]
    authority: tuple[Run, ...]
    name: Run
    post: Run | None = None


class Signatory(Struct, frozen=True, kw_only=True):
    """Who signs on one side of a paper that two sign."""

    word: Run  # Thư ký, Chủ tọa
    name: Run


class SignaturePair(Struct, frozen=True, kw_only=True):
    """Two signatures side by side (Mẫu 1.9), and the recipients under them."""

    left: Signatory
    right: Signatory
    recipients: tuple[Run, ...] = ()


Block = Paragraph | Letterhead | Heading | AppendixHeading | Table | Signature | SignaturePair


class Part(Struct, frozen=True, kw_only=True):
    """A stretch of pages numbered from 1: the paper itself, or one appendix."""

    blocks: tuple[Block, ...]
    is_landscape: bool = False


class Document(Struct, frozen=True, kw_only=True):
    """A whole paper; title and author are its metadata."""

    title: str
    author: str
    parts: tuple[Part, ...]


BLANK = "…………………………"


def run(
    text: str,
    field: str = "",
    *,
    delegate_id: str = "",
    is_bold: bool | None = None,
    is_italic: bool | None = None,
) -> Run:
    """Make a run of NFC text."""
    return Run(
        text=unicodedata.normalize("NFC", text),
        source=Source(field, delegate_id),
        is_bold=is_bold,
        is_italic=is_italic,
    )


def blank(field: str, text: str = BLANK) -> Run:
    """Make dots to be filled in by hand, for a field that is empty."""
    return Run(text=text, source=Source(field), is_blank=True)


def paragraph(role: Role, text: str, field: str = "") -> Paragraph:
    """Make a paragraph of one run."""
    return Paragraph(role=role, runs=(run(text, field),))
