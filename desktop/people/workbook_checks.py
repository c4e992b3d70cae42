"""What is checked of a workbook before anything is parsed: a zip can lie and explode."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from desktop.errors import InputRefused
from desktop.people.list_sheet import ListRefusal

MAX_ENTRIES = 20_000
MAX_XML_BYTES = 160 * 1024 * 1024  # of all XML parts together, unpacked
MAX_RATIO = 300  # unpacked to packed, of a part larger than this:
_RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024
_DOCTYPES = tuple("<!DOCTYPE".encode(form) for form in ("ascii", "utf-16-le", "utf-16-be"))
_ENCRYPTED_FLAG = 0x1
_CHUNK_BYTES = 1024 * 1024


def checked_archive(data: bytes, path: Path) -> zipfile.ZipFile:
    """Open a workbook's zip after checking its parts, sizes and XML.

    Raises:
        InputRefused: it is no XLSX workbook, or one that nobody makes in good faith.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        _check_kind(archive, path)
        _check_sizes(archive, path)
        for entry in _xml_parts(archive):
            _check_part(archive, entry, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise InputRefused(ListRefusal.DAMAGED, path) from error
    except NotImplementedError as error:  # a compression no spreadsheet program writes
        raise InputRefused(ListRefusal.NOT_A_LIST, path) from error
    return archive


def _check_kind(archive: zipfile.ZipFile, path: Path) -> None:
    names = set(archive.namelist())
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in archive.infolist()):
        raise InputRefused(ListRefusal.ENCRYPTED, path)
    if "xl/workbook.bin" in names:
        raise InputRefused(ListRefusal.BINARY_EXCEL, path)
    if "word/document.xml" in names:
        raise InputRefused(ListRefusal.WORD, path)
    if "content.xml" in names and "mimetype" in names:
        raise InputRefused(ListRefusal.OPEN_DOCUMENT, path)
    if "[Content_Types].xml" not in names:
        raise InputRefused(ListRefusal.NOT_A_LIST, path)


def _check_sizes(archive: zipfile.ZipFile, path: Path) -> None:
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in _xml_parts(archive))
    if len(entries) > MAX_ENTRIES:
        raise InputRefused(ListRefusal.PACKED_TOO_TIGHT, path)
    if unpacked > MAX_XML_BYTES:
        raise InputRefused(ListRefusal.TOO_BIG, path, limit=MAX_XML_BYTES, value=unpacked)
    for entry in entries:
        is_large = entry.file_size > _RATIO_COUNTS_FROM_BYTES
        if is_large and entry.file_size > MAX_RATIO * max(1, entry.compress_size):
            raise InputRefused(ListRefusal.PACKED_TOO_TIGHT, path)


def _xml_parts(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [
        entry for entry in archive.infolist() if entry.filename.lower().endswith((".xml", ".rels"))
    ]


def _check_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> None:
    """Refuse a document type wherever it stands: without one there are no entities."""
    tail = b""
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK_BYTES):
            if any(doctype in tail + chunk for doctype in _DOCTYPES):
                raise InputRefused(ListRefusal.HOSTILE_XML, path)
            tail = chunk[-32:]
