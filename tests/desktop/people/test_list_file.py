from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from desktop.errors import InputRefused
from desktop.people import list_file
from desktop.people.list_file import READ_MEMORY_MB, READ_TIMEOUT_S, read_list, read_list_job
from desktop.people.list_sheet import ListFile, ListRefusal, a1
from tests.desktop.people.lists import HEADING, a_workbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def refusal(path: Path) -> InputRefused:
    with pytest.raises(InputRefused) as caught:
        read_list(path)
    assert caught.value.path == path
    return caught.value


def a_zip(*names: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in names:
            archive.writestr(name, b"<x/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", ListRefusal.EMPTY),
        (_OLE, ListRefusal.DAMAGED),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", ListRefusal.OLD_EXCEL),
        (b"%PDF-1.7", ListRefusal.PDF),
        (b"{\\rtf1\\ansi", ListRefusal.WORD),
        (b"\x89PNG\r\n", ListRefusal.NOT_A_LIST),
        (b"\xef\xbb\xbf \n<HTML><table>", ListRefusal.WEB_PAGE),
        (b"<?xml version='1.0'?><Workbook/>", ListRefusal.WEB_PAGE),
        (bytes(range(256)), ListRefusal.NOT_A_LIST),
        (a_zip(), ListRefusal.NOT_A_LIST),
        (a_zip("photo.jpg"), ListRefusal.NOT_A_LIST),
        (a_zip("word/document.xml"), ListRefusal.NOT_A_LIST),
        (a_zip("[Content_Types].xml", "word/document.xml"), ListRefusal.NO_TABLE),
        (a_zip("content.xml"), ListRefusal.DAMAGED),
        (a_zip("mimetype", "content.xml"), ListRefusal.OPEN_DOCUMENT),
        (a_zip("xl/workbook.bin"), ListRefusal.BINARY_EXCEL),
        (a_zip("[Content_Types].xml"), ListRefusal.DAMAGED),
        (b"PK\x03\x04 and nothing more", ListRefusal.DAMAGED),
    ],
)
def test_what_is_no_list_is_refused_whatever_its_name(
    data: bytes, reason: ListRefusal, tmp_path: Path
) -> None:
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(data)
    assert refusal(path).reason == reason


def test_a_workbook_named_csv_and_a_csv_named_workbook_are_read(tmp_path: Path) -> None:
    workbook = a_workbook(tmp_path, HEADING).rename(tmp_path / "a.csv")
    text = tmp_path / "b.xlsx"
    text.write_text(",".join(HEADING), encoding="utf-8")
    for path in (workbook, text):
        (sheet,) = read_list(path).sheets
        assert [cell.text for cell in sheet.rows[0].cells] == list(HEADING)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.xlsx").reason == ListRefusal.MISSING
    assert refusal(tmp_path).reason == ListRefusal.MISSING


def test_a_file_that_is_too_big_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_file, "MAX_FILE_BYTES", 100)
    path = a_workbook(tmp_path, HEADING)
    refused = refusal(path)
    assert refused.reason == ListRefusal.TOO_BIG
    assert refused.facts == {"limit": 100, "value": path.stat().st_size}


def test_encoding_and_delimiter_can_be_said_to_the_job(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Họ tên,x;Đơn vị".encode("utf-16-le"))
    list_file = read_list_job(lambda *_: None, path, "utf-16-le", ";")
    assert [cell.text for cell in list_file.sheets[0].rows[0].cells] == ["Họ tên,x", "Đơn vị"]


def test_a_list_is_read_in_a_job(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    path = a_workbook(tmp_path, HEADING)
    assert read_list_job(lambda done, total: steps.append((done, total)), path) == read_list(path)
    assert steps == [(0, 1), (1, 1)]


def test_a_list_is_read_in_another_process_within_its_caps(tmp_path: Path) -> None:
    from desktop.jobs import Job

    path = a_workbook(tmp_path, HEADING, (1, "Nguyễn Thị Ước", 1975, "Thôn 1"))
    job = Job(read_list_job, path, memory_mb=READ_MEMORY_MB, timeout_s=READ_TIMEOUT_S)
    job.start()
    result = job.wait()
    assert isinstance(result, ListFile)
    assert result == read_list(path)


def test_a_cell_is_named_as_excel_does() -> None:
    assert (a1(12, 3), a1(1, 28)) == ("C12", "AB1")
