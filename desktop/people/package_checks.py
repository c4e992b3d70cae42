"""What is checked of a zipped document before anything is parsed: a zip can lie and explode."""

from __future__ import annotations

import io
import zipfile
import zlib
from enum import Enum, auto
from pathlib import Path

from msgspec import Struct

from desktop.errors import InputRefused
from desktop.people.list_sheet import ListRefusal, ListRemark

MAX_ENTRIES = 20_000
MAX_XML_BYTES = 160 * 1024 * 1024  # of all XML parts together, unpacked
MAX_RATIO = 300  # unpacked to packed, of a part larger than this:
_RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024
_DOCTYPES = tuple("<!DOCTYPE".encode(form) for form in ("ascii", "utf-16-le", "utf-16-be"))
_ENCRYPTED_FLAG = 0x1
_CHUNK_BYTES = 1024 * 1024
# read as bytes and never parsed; old OpenOffice writes a document type into it
_MANIFEST = "META-INF/manifest.xml"
_OPEN_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_MACROS = ("vbaproject.bin", "basic/script-lc.xml")
_OTHER_FILES = "xl/externallinks/"


class PackageKind(Enum):
    """What a zipped document is."""

    WORKBOOK = auto()  # XLSX
    OPEN_SHEET = auto()  # ODS
    WORD = auto()  # DOCX


class Package(Struct, frozen=True):
    """A zipped document whose parts may be unpacked."""

    kind: PackageKind
    archive: zipfile.ZipFile
    remarks: tuple[ListRemark, ...] = ()


def checked_package(data: bytes, path: Path) -> Package:
    """Open a document's zip after checking its parts, sizes and XML.

    Raises:
        InputRefused: it is no document with a list, or one that nobody makes in good faith.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        kind = _kind(archive, path)
        _check_sizes(archive, path)
        for entry in _xml_parts(archive):
            _check_part(archive, entry, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise InputRefused(ListRefusal.DAMAGED, path) from error
    except NotImplementedError as error:  # a compression no office program writes
        raise InputRefused(ListRefusal.NOT_A_LIST, path) from error
    return Package(kind, archive, _remarks(archive))


def _kind(archive: zipfile.ZipFile, path: Path) -> PackageKind:
    names = set(archive.namelist())
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in archive.infolist()):
        raise InputRefused(ListRefusal.ENCRYPTED, path)
    if "xl/workbook.bin" in names:
        raise InputRefused(ListRefusal.BINARY_EXCEL, path)
    if "encrypted-package" in names or b"encryption-data" in _beginning(archive, _MANIFEST):
        raise InputRefused(ListRefusal.ENCRYPTED, path)
    if "mimetype" in names and not _beginning(archive, "mimetype").startswith(_OPEN_SHEET):
        raise InputRefused(ListRefusal.OPEN_DOCUMENT, path)
    if "content.xml" in names:
        return PackageKind.OPEN_SHEET
    if "[Content_Types].xml" not in names:
        raise InputRefused(ListRefusal.NOT_A_LIST, path)
    is_word = any(name.startswith("word/") for name in names)
    return PackageKind.WORD if is_word else PackageKind.WORKBOOK


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(_CHUNK_BYTES)
    except KeyError:
        return b""


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
            if entry.filename == _MANIFEST:
                continue
            if any(doctype in tail + chunk for doctype in _DOCTYPES):
                raise InputRefused(ListRefusal.HOSTILE_XML, path)
            tail = chunk[-32:]


def _remarks(archive: zipfile.ZipFile) -> tuple[ListRemark, ...]:
    names = [name.lower() for name in archive.namelist()]
    found = {
        ListRemark.MACROS: any(name.endswith(_MACROS) for name in names),
        ListRemark.OTHER_FILES: any(name.startswith(_OTHER_FILES) for name in names),
    }
    return tuple(remark for remark, is_there in found.items() if is_there)
