"""Read a list that somebody sent: told by its content, never by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.errors import InputRefused
from desktop.people.list_sheet import ListFile, ListRefusal

MAX_FILE_BYTES = 64 * 1024 * 1024
# memory and time for reading a list in a child process
READ_MEMORY_MB = 512
READ_TIMEOUT_S = 30.0

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = b"%PDF"
_RICH_TEXT = b"{\\rtf"
_BEFORE_EXCEL_5 = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")
_OTHER_KINDS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"MZ")
_WEB_PAGE_STARTS = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<style", b"<head")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read_list(path: Path, *, encoding: str = "", delimiter: str = "") -> ListFile:
    """Read a list: XLSX, XLS, ODS, the tables of DOCX or HTML, or text with separated columns.

    Args:
        path: the file; it is never written to.
        encoding: of a text file; guessed when empty.
        delimiter: of a text file; guessed when empty.

    Raises:
        InputRefused: with a reason of ListRefusal; what cannot be read safely is not read.
    """
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise InputRefused(ListRefusal.TOO_BIG, path, limit=MAX_FILE_BYTES, value=size)
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(ListRefusal.MISSING, path) from error
    if not data:
        raise InputRefused(ListRefusal.EMPTY, path)
    return _read(data, path, encoding, delimiter)


def read_list_job(
    report: Callable[[int, int], None], path: Path, encoding: str = "", delimiter: str = ""
) -> ListFile:
    """Read a list in a child process; see `read_list`."""
    report(0, 1)
    list_file = read_list(path, encoding=encoding, delimiter=delimiter)
    report(1, 1)
    return list_file


def _read(data: bytes, path: Path, encoding: str, delimiter: str) -> ListFile:
    # the window names this module at its start, and must not wait for what reads the files
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        return _read_package(data, path)
    if data.startswith(_OLE):
        from desktop.people.old_workbook import read_old_workbook  # noqa: PLC0415

        return read_old_workbook(data, path)
    for start, reason in (
        (_PDF, ListRefusal.PDF),
        (_RICH_TEXT, ListRefusal.WORD),
        (_BEFORE_EXCEL_5, ListRefusal.OLD_EXCEL),
        (_OTHER_KINDS, ListRefusal.NOT_A_LIST),
    ):
        if data.startswith(start):
            raise InputRefused(reason, path)
    if _beginning(data).lstrip().lower().startswith(_WEB_PAGE_STARTS):
        from desktop.people.web_tables import read_web_page  # noqa: PLC0415

        return read_web_page(data, path)
    from desktop.people.delimited_text import read_delimited_text  # noqa: PLC0415

    return read_delimited_text(data, path, encoding=encoding, delimiter=delimiter)


def _read_package(data: bytes, path: Path) -> ListFile:
    from desktop.people.package_checks import PackageKind, checked_package  # noqa: PLC0415

    package = checked_package(data, path)
    if package.kind is PackageKind.OPEN_SHEET:
        from desktop.people.open_sheet import read_open_sheets  # noqa: PLC0415

        return read_open_sheets(package, path)
    if package.kind is PackageKind.WORD:
        from desktop.people.word_tables import read_word_tables  # noqa: PLC0415

        return read_word_tables(package, path)
    from desktop.people.workbook import read_workbook  # noqa: PLC0415

    return read_workbook(data, package, path)


def _beginning(data: bytes) -> bytes:
    """Give the first bytes of a text as UTF-8, where a mark says how it is encoded."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) : 1024].decode(encoding, "ignore").encode()
    return data[:1024]
