"""Lists as they arrive at their worst, each with what is to become of it.

Run: python -m tests.desktop.people.ugly_workbooks DIR
"""

from __future__ import annotations

import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from msgspec import Struct

from desktop.people.list_sheet import ListRefusal, ListRemark
from tests.desktop.people.compound_files import compound, excel_5
from tests.desktop.people.list_files import (
    Plan,
    packed,
    packed_docx,
    text_of,
    word_paragraph,
    word_table,
    write_docx,
    write_html,
    write_ods,
    write_xls,
    write_xlsx,
)
from tests.desktop.people.lists import with_part
from tests.desktop.people.old_encoders import (
    to_cp1258,
    to_tcvn3,
    to_utf8_as_cp1252,
    to_vni,
)

HEADING = ("STT", "Họ và tên", "Năm sinh", "Đơn vị")
NAMES = ("Nguyễn Thị Hường", "Trần Văn Đường", "Y Wang Niê", "Lê Quốc Trưởng")
ROWS: list[list[Any]] = [
    [number, name, 1970 + number, f"Thôn {number}"] for number, name in enumerate(NAMES, 1)
]
BIRTHS = (1971, 1972, 1973, 1974)
TABLE: list[list[Any]] = [list(HEADING), *ROWS]
SHEET = "xl/worksheets/sheet1.xml"
MILLION = 1_000_000


class Ugly(Struct, frozen=True, kw_only=True):
    """A file and what becomes of it.

    Attributes:
        make: writes it into an empty folder and names it.
        names: of the people it brings; empty where it is refused.
        births: their years, where the heading over them is the only text of their column.
        problems: codes of the doubts that must be told; others may be told besides.
        left_out: reasons of the rows that must be left out.
        pairs: of people who may be one.
        refusal: why it is refused.
    """

    make: Callable[[Path], Path]
    names: tuple[str, ...] = NAMES
    births: tuple[int, ...] | None = None
    problems: frozenset[str] = frozenset()
    left_out: frozenset[str] = frozenset()
    pairs: int = 0
    refusal: ListRefusal | None = None
    remark: ListRemark | None = None


def _xlsx(rows: list[Any], **plan: Any) -> Callable[[Path], Path]:
    return lambda folder: write_xlsx(folder, Plan(rows=rows, **plan))


def _bytes(name: str, data: Callable[[], bytes]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(data())
        return path

    return make


def _encoded(write: Callable[[str], str], font: str = "") -> Callable[[Path], Path]:
    rows = [[write(cell) if isinstance(cell, str) else cell for cell in row] for row in TABLE]
    return _xlsx(rows, fonts={2: font, 4: font} if font else {})


def _renamed(make: Callable[[Path], Path], name: str) -> Callable[[Path], Path]:
    return lambda folder: make(folder).rename(folder / name)


def _far_corner(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in TABLE:
        sheet.append(row)
    sheet["XFD1048576"] = "x"
    path = folder / "góc xa.xlsx"
    book.save(path)
    return path


def _formulas(folder: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in TABLE:
        sheet.append(row)
    sheet["C2"] = "=1970+1"  # never computed
    path = folder / "công thức.xlsx"
    book.save(path)
    return with_part(
        path,
        SHEET,
        lambda xml: xml.replace(b'<c r="C3" t="n"><v>1972</v>', b'<c r="C3" t="e"><v>#REF!</v>'),
    )


def _million_rows(folder: Path) -> Path:
    """Write a sheet of a million rows without holding it."""
    path = _xlsx(TABLE)(folder)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if name != SHEET}
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        with archive.open(SHEET, "w") as sheet:
            sheet.write(f"<worksheet {space}><sheetData>".encode())
            for first in range(1, MILLION, 10_000):
                rows = (
                    f'<row r="{row}"><c r="A{row}"><v>{row}</v></c>'
                    f'<c r="B{row}" t="inlineStr"><is><t>Lê {row * 7919 % 9973}</t></is></c></row>'
                    for row in range(first, first + 10_000)
                )
                sheet.write("".join(rows).encode())
            sheet.write(b"</sheetData></worksheet>")
    return path


def _bomb(folder: Path) -> Path:
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>'.encode()
    return with_part(_xlsx(TABLE)(folder), SHEET, lambda xml: bomb + xml)


def _cut(folder: Path) -> Path:
    path = _xlsx(TABLE)(folder)
    path.write_bytes(path.read_bytes()[:-200])
    return path


def _binary(folder: Path) -> Path:
    kind = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    types = f'<Types><Override PartName="/xl/workbook.bin" ContentType="{kind}"/></Types>'.encode()
    return packed(folder / "nhị phân.xlsb", {"[Content_Types].xml": types, "xl/workbook.bin": b"x"})


def _nested_word(folder: Path) -> Path:
    inner = word_table(Plan(rows=TABLE, merged=("D2:D3",)))
    return packed_docx(
        folder,
        f"<w:tbl><w:tr><w:tc>{word_paragraph('DANH SÁCH')}{inner}{word_paragraph('')}"
        "</w:tc></w:tr></w:tbl>",
    )


def _hidden_first(folder: Path) -> Path:
    return write_xlsx(
        folder,
        Plan(rows=[["Họ và tên", "Đơn vị"], ["Bản cũ", "x"]], name="Cũ", is_hidden=True),
        Plan(rows=[["Tổng hợp"], ["Số người", 4]], name="Tổng hợp"),
        Plan(rows=TABLE, name="Danh sách"),
    )


TITLE: list[list[Any]] = [
    ["UBND XÃ BÌNH HÒA", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    [],
    ["DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ"],
    ["(Kèm theo Công văn số 5/UBND)"],
    [],
]
_MEN_AND_WOMEN = [
    ["STT", "Họ và tên", "Năm sinh", None, "Đơn vị"],
    [None, None, "Nam", "Nữ", None],
    *[
        [number, name, None if number % 2 else 1970, 1980 if number % 2 else None, "Thôn 1"]
        for number, name in enumerate(NAMES, 1)
    ],
]
_WITH_CARDS = [
    [*HEADING, "Số CCCD", "Điện thoại"],
    [*ROWS[0], 66075001234, 912345678],
    [*ROWS[1], "1.23E+11", "0912 345 679"],
    [*ROWS[2], "066075001235", "x"],
    [*ROWS[3], "240123456", None],
]
_DATES = [
    [HEADING[0], HEADING[1], "Ngày sinh", HEADING[3]],
    [1, NAMES[0], "20/5/75", "Thôn 1"],
    [2, NAMES[1], date(1980, 5, 20), "Thôn 1"],
    [3, NAMES[2], "31/2/1975", "Thôn 1"],
    [4, NAMES[3], "không rõ", "Thôn 1"],
]

UGLY: dict[str, Ugly] = {
    "title block": Ugly(make=_xlsx([*TITLE, *TABLE]), left_out=frozenset({"above_the_heading"})),
    "two rows of headings": Ugly(
        make=_xlsx(_MEN_AND_WOMEN, merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2"))
    ),
    "merged units": Ugly(make=_xlsx(TABLE, merged=("D2:D5",))),
    "totals and signatures": Ugly(
        make=_xlsx(
            [*TABLE, [None, "Tổng cộng: 4 người"], [], [None, "NGƯỜI LẬP BIỂU", None, "CHỦ TỊCH"]]
        ),
        left_out=frozenset({"total", "after_the_list"}),
    ),
    "hidden rows": Ugly(make=_xlsx(TABLE, hidden_rows=(3,)), problems=frozenset({"hidden_row"})),
    "hidden columns": Ugly(make=_xlsx(TABLE, hidden_columns=(4,))),
    "hidden sheet first": Ugly(make=_hidden_first),
    "TCVN3": Ugly(make=_encoded(to_tcvn3, ".VnTime"), births=BIRTHS),
    "TCVN3 without its font": Ugly(make=_encoded(to_tcvn3), births=BIRTHS),
    "VNI": Ugly(make=_encoded(to_vni, "VNI-Times"), births=BIRTHS),
    "NFD": Ugly(make=_encoded(lambda text: unicodedata.normalize("NFD", text))),
    "UTF-8 read as Western": Ugly(make=_encoded(to_utf8_as_cp1252), births=BIRTHS),
    "TCVN3 that lost its ư": Ugly(
        make=_encoded(lambda text: to_tcvn3(text).replace("\u00ad", ""), ".VnTime"),
        births=BIRTHS,
        names=("Nguyễn Thị Hờng", "Trần Văn Đờng", NAMES[2], "Lê Quốc Trởng"),
        problems=frozenset({"conversion_doubtful"}),
    ),
    "numbers that lost digits": Ugly(
        make=_xlsx(_WITH_CARDS),
        problems=frozenset({"zero_restored", "digits_lost", "phone_odd"}),
    ),
    "dates of every kind": Ugly(
        make=_xlsx(_DATES),
        problems=frozenset({"birth_short_year", "birth_only_year", "birth_not_read"}),
    ),
    "the same person twice": Ugly(
        make=_xlsx([*TABLE, [5, NAMES[0].upper(), 1971, "thôn 1"]]),
        names=(*NAMES, NAMES[0].upper()),
        pairs=1,
    ),
    "headings without accents": Ugly(
        make=_xlsx([["TT", "HO VA TEN", "NAM SINH", "DON VI"], *ROWS])
    ),
    "names in two columns": Ugly(
        make=_xlsx(
            [
                ["STT", "Họ và tên đệm", "Tên", "Đơn vị"],
                *[[row[0], *row[1].rsplit(" ", 1), row[3]] for row in ROWS],
            ]
        )
    ),
    "groups as sections": Ugly(
        make=_xlsx(
            [TABLE[0], ["I", "Khách mời"], *ROWS[:2], ["II", "Điển hình tiên tiến"], *ROWS[2:]]
        ),
        left_out=frozenset({"section"}),
    ),
    "headings on every page": Ugly(
        make=_xlsx([TABLE[0], *ROWS[:2], TABLE[0], *ROWS[2:]]),
        left_out=frozenset({"repeated_heading"}),
    ),
    "numbered columns and empty rows": Ugly(
        make=_xlsx([TABLE[0], ["(1)", "(2)", "(3)", "(4)"], [], ROWS[0], [], *ROWS[1:]]),
        left_out=frozenset({"column_numbers"}),
    ),
    "a list that begins at F30": Ugly(
        make=_xlsx([*[[]] * 29, *[[*[None] * 5, *row] for row in TABLE]])
    ),
    "formulas without values": Ugly(
        make=_formulas, problems=frozenset({"not_computed", "cell_error"})
    ),
    "names that look like markup or formulas": Ugly(
        make=_xlsx([TABLE[0], [1, "<b>Lê</b> An", 1970, "'=1+1"], *ROWS[1:]]),
        names=("<b>Lê</b> An", *NAMES[1:]),
    ),
    "a table without a heading": Ugly(make=_xlsx(ROWS), names=()),
    "Excel 97": Ugly(make=lambda folder: write_xls(folder, Plan(rows=TABLE))),
    "Excel 5 in TCVN3": Ugly(
        make=_bytes(
            "cũ.xls",
            lambda: compound(
                {
                    "Book": excel_5(
                        [[to_tcvn3(str(cell)).encode("latin-1") for cell in row] for row in TABLE],
                        font=b".VnTime",
                    )
                }
            ),
        )
    ),
    "OpenDocument": Ugly(make=lambda folder: write_ods(folder, Plan(rows=TABLE))),
    "Word with merged cells": Ugly(
        make=lambda folder: write_docx(folder, "DANH SÁCH", Plan(rows=TABLE, merged=("D2:D3",)))
    ),
    "Word with nested tables": Ugly(make=_nested_word),
    "CSV named xlsx": Ugly(make=_bytes("ds.xlsx", lambda: text_of(Plan(rows=TABLE), ",").encode())),
    "CSV in Windows Vietnamese": Ugly(
        make=_bytes("ds.csv", lambda: to_cp1258(text_of(Plan(rows=TABLE), ";")))
    ),
    "XLSX named csv": Ugly(make=_renamed(_xlsx(TABLE), "ds.csv")),
    "a web page named xls": Ugly(
        make=lambda folder: write_html(folder, Plan(rows=TABLE)).rename(folder / "ds.xls")
    ),
    "a cell in the far corner": Ugly(make=_far_corner, left_out=frozenset({"no_name"})),
    "macros": Ugly(
        make=lambda folder: with_part(_xlsx(TABLE)(folder), "xl/vbaProject.bin", lambda _: b"x"),
        remark=ListRemark.MACROS,
    ),
    "entity bomb": Ugly(make=_bomb, names=(), refusal=ListRefusal.HOSTILE_XML),
    "a million rows": Ugly(make=_million_rows, names=(), refusal=ListRefusal.TOO_MANY_CELLS),
    "zip bomb": Ugly(
        make=lambda folder: with_part(
            _xlsx(TABLE)(folder), "xl/media/a.emf", lambda _: bytes(8 << 20)
        ),
        names=(),
        refusal=ListRefusal.PACKED_TOO_TIGHT,
    ),
    "password": Ugly(
        make=_bytes(
            "khóa.xlsx",
            lambda: compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"x"}),
        ),
        names=(),
        refusal=ListRefusal.ENCRYPTED,
    ),
    "old Word": Ugly(
        make=_bytes("ds.doc", lambda: compound({"WordDocument": b"x" * 5000, "1Table": b"x"})),
        names=(),
        refusal=ListRefusal.WORD,
    ),
    "PDF named xlsx": Ugly(
        make=_bytes("ds.xlsx", lambda: b"%PDF-1.7\n"), names=(), refusal=ListRefusal.PDF
    ),
    "a picture named xlsx": Ugly(
        make=_bytes("ds.xlsx", lambda: b"\x89PNG\r\n\x1a\n"),
        names=(),
        refusal=ListRefusal.NOT_A_LIST,
    ),
    "a file cut short": Ugly(make=_cut, names=(), refusal=ListRefusal.DAMAGED),
    "an empty file": Ugly(make=_bytes("ds.xlsx", lambda: b""), names=(), refusal=ListRefusal.EMPTY),
    "Word without a table": Ugly(
        make=lambda folder: write_docx(folder, "Kính gửi"), names=(), refusal=ListRefusal.NO_TABLE
    ),
    "binary Excel": Ugly(make=_binary, names=(), refusal=ListRefusal.BINARY_EXCEL),
}


def write_all(folder: Path) -> Iterator[tuple[str, Path]]:
    """Write every file into a folder of its own."""
    for name, ugly in UGLY.items():
        own = folder / name
        own.mkdir(parents=True, exist_ok=True)
        yield name, ugly.make(own)


def main() -> int:
    """Write them into the folder named."""
    for name, path in write_all(Path(sys.argv[1])):
        sys.stdout.write(f"{name}: {path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
