"""Read a list that somebody sent: told by its content, never by its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desktop.errors import InputRefused
from desktop.people.delimited_text import read_delimited_text
from desktop.people.list_sheet import ListFile, ListRefusal

MAX_FILE_BYTES = 64 * 1024 * 1024
# memory and time for reading a list in a child process
READ_MEMORY_MB = 512
READ_TIMEOUT_S = 30.0

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHER_KINDS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MZ",
)
_WEB_PAGE_STARTS = (b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<style")


def read_list(path: Path, *, encoding: str = "", delimiter: str = "") -> ListFile:
    """Read an XLSX workbook or a text file with separated columns.

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
    if data.startswith((_ZIP, _EMPTY_ZIP)):
        # the window names this module at its start, and must not wait for openpyxl
        from desktop.people.workbook import read_workbook  # noqa: PLC0415

        return read_workbook(data, path)
    if data.startswith(_OLE):
        raise InputRefused(_kind_of_ole(data), path)
    if data.startswith(_OTHER_KINDS):
        raise InputRefused(ListRefusal.NOT_A_LIST, path)
    if data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_WEB_PAGE_STARTS):
        raise InputRefused(ListRefusal.WEB_PAGE, path)
    return read_delimited_text(data, path, encoding=encoding, delimiter=delimiter)


def read_list_job(report: Callable[[int, int], None], path: Path) -> ListFile:
    """Read a list in a child process; see `read_list`."""
    report(0, 1)
    list_file = read_list(path)
    report(1, 1)
    return list_file


def _kind_of_ole(data: bytes) -> ListRefusal:
    """Tell old Office files apart by the stream names in their directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return ListRefusal.ENCRYPTED
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book\0")):
        return ListRefusal.OLD_EXCEL
    if "WordDocument".encode("utf-16-le") in data:
        return ListRefusal.WORD
    return ListRefusal.NOT_A_LIST
