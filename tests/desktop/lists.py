"""Lists of people as offices send them, made for a test."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook

Row = tuple[object, ...]

HEADING: Row = ("STT", "Họ và tên", "Năm sinh", "Đơn vị", "Số CCCD", "Thành phần")
ROWS: tuple[Row, ...] = (
    (1, "Nguyễn Thị Ước", 1980, "Thôn 1", "066080000001", "Điển hình tiên tiến"),
    (2, "Y Wang Niê", "31/2/1975", "Thôn 2", "066075000002", "Điển hình tiên tiến"),
    (3, "Trần <b>Bình</b> & Con", "không rõ", "Thôn 3", "066090000003", "Khách quý"),
)


def write_list(folder: Path, *sheets: tuple[str, tuple[Row, ...]], name: str = "ds.xlsx") -> Path:
    """Write a workbook of these sheets: a title line, an empty line, then the rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        sheet.append(("DANH SÁCH ĐẠI BIỂU",))
        sheet.append(())
        for row in rows:
            sheet.append(row)
    path = folder / name
    book.save(path)
    return path


def three_people(folder: Path) -> Path:
    """Write a list of three people, of whom two have doubtful cells, with a line of totals."""
    return write_list(folder, ("Danh sách", (HEADING, *ROWS, (None, "Tổng cộng: 3 người"))))
