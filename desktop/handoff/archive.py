"""The content of a bundle: a zip whose manifest names every member, its size, hash and records.

Written the same every time: members in order, one date, one compression. Read with bounds, from
memory, and never by a name of its own: a member is looked up by the manifest's name alone.
"""

from __future__ import annotations

import hashlib
import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from desktop.errors import InputRefused
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.strict_json import StrictJsonError, decode_strictly

MANIFEST = "manifest.json"
MAX_MEMBERS = 20_000
MAX_CONTENT_BYTES = 512 * 1024 * 1024  # of all members, unpacked
MAX_RATIO = 100
MAX_LINE_BYTES = 64 * 1024
MAX_RECORDS = 100_000
_MAX_MANIFEST_BYTES = 4 * 1024 * 1024
# small members of repeated text may pack better than any honest large one
_FREE_BYTES = 64 * 1024
_DATE = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_FIRST, _LAST = b"PK\x03\x04", b"PK\x05\x06"
# all that the library raises over a file made to trip it
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    RuntimeError,
)
_END = struct.Struct("<4s4H2LH")  # the end record without a comment
_LARGEST_ENTRY = 1024  # of the list of members, with its name
_LOCATOR, _LOCATOR_BYTES = b"PK\x06\x07", 20

MemberName = Annotated[
    str, Meta(pattern=r"^([a-z]+/)?[a-z0-9][a-z0-9._-]{0,100}[a-z0-9]\Z", max_length=120)
]


class Member(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of the content; `records` counts the lines of a `.jsonl`."""

    name: MemberName
    size: Annotated[int, Meta(ge=0, le=MAX_CONTENT_BYTES)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
    records: Annotated[int, Meta(ge=0, le=MAX_RECORDS)] = 0


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The exact list of members."""

    members: tuple[Member, ...]


def write_archive(members: Mapping[str, bytes]) -> bytes:
    """Pack members, in the order of their names; equal members give equal bytes."""
    names = sorted(members)
    manifest = Manifest(members=tuple(_described(name, members[name]) for name in names))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        _add(archive, MANIFEST, msgspec.json.encode(manifest))
        for name in names:
            _add(archive, name, members[name])
    return target.getvalue()


def read_archive(content: bytes) -> dict[str, bytes]:
    """Unpack every member that the manifest names, and none that it does not.

    Raises:
        InputRefused: ARCHIVE, TOO_MUCH or MANIFEST.
    """
    _check_ends(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = _bounded(archive.infolist(), len(content))
            if MANIFEST not in entries:
                raise InputRefused(BundleRefusal.MANIFEST, member=MANIFEST)
            if entries[MANIFEST].file_size > _MAX_MANIFEST_BYTES:
                limit = _MAX_MANIFEST_BYTES
                raise InputRefused(BundleRefusal.TOO_MUCH, member=MANIFEST, limit=limit)
            manifest = _manifest(archive.read(MANIFEST))
            return _named(archive, entries, manifest)
    except _FAULTS as error:
        raise _odd(str(error)) from error


def lines(member: str, data: bytes) -> list[bytes]:
    """Split JSON Lines within their bounds; every line ends with a line feed.

    Raises:
        InputRefused: CONTENT or TOO_MUCH.
    """
    if data and not data.endswith(b"\n"):
        raise InputRefused(BundleRefusal.CONTENT, member=member, detail="last line is cut")
    records = data.split(b"\n")[:-1]
    if len(records) > MAX_RECORDS:
        raise InputRefused(BundleRefusal.TOO_MUCH, member=member, limit=MAX_RECORDS)
    for line in records:
        if len(line) > MAX_LINE_BYTES:
            raise InputRefused(BundleRefusal.TOO_MUCH, member=member, limit=MAX_LINE_BYTES)
    return records


def write_lines(records: Iterable[object]) -> bytes:
    """Lay out records as JSON Lines."""
    return b"".join(msgspec.json.encode(record) + b"\n" for record in records)


def _described(name: str, data: bytes) -> Member:
    records = data.count(b"\n") if name.endswith(".jsonl") else 0
    return Member(
        name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest(), records=records
    )


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.create_system = 3  # the same on every system
    # pictures are packed already
    is_packed = name.endswith((".jpg", ".png", ".pdf"))
    entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data, compresslevel=_LEVEL)


def _bounded(entries: Sequence[zipfile.ZipInfo], length: int) -> dict[str, zipfile.ZipInfo]:
    if len(entries) > MAX_MEMBERS + 1:
        raise InputRefused(BundleRefusal.TOO_MUCH, member="", limit=MAX_MEMBERS)
    by_name = {entry.filename: entry for entry in entries}
    if len(by_name) != len(entries):
        raise _odd("a name stands twice")
    if sum(entry.compress_size for entry in entries) > length:
        raise _odd("members lie over one another")
    if sum(entry.file_size for entry in entries) > MAX_CONTENT_BYTES:
        raise InputRefused(BundleRefusal.TOO_MUCH, member="", limit=MAX_CONTENT_BYTES)
    for entry in entries:
        if entry.compress_type not in _KINDS or entry.flag_bits & _ENCRYPTED:
            raise _odd("a member is packed in another way")
        if entry.file_size > _FREE_BYTES and entry.file_size > MAX_RATIO * entry.compress_size:
            raise InputRefused(BundleRefusal.TOO_MUCH, member=entry.filename, limit=MAX_RATIO)
    return by_name


def _check_ends(content: bytes) -> None:
    """See that the zip is whole, plain, alone, and that its list is not too long to be read."""
    end = content[-_END.size :]
    if not content.startswith(_FIRST) or not end.startswith(_LAST) or len(end) < _END.size:
        raise _odd("not a zip from its first byte to its last")
    _, _, _, _, count, size, start, _ = _END.unpack(end)
    if content[-_END.size - _LOCATOR_BYTES :].startswith(_LOCATOR):
        raise _odd("larger than a plain zip")
    if start + size + _END.size != len(content):
        raise _odd("something lies between its parts")
    if count > MAX_MEMBERS + 1 or size > _LARGEST_ENTRY * count:
        raise InputRefused(BundleRefusal.TOO_MUCH, member="", limit=MAX_MEMBERS)


def _manifest(text: bytes) -> Manifest:
    try:
        return decode_strictly(text, Manifest)
    except StrictJsonError as error:
        raise InputRefused(BundleRefusal.MANIFEST, member=MANIFEST) from error


def _named(
    archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], manifest: Manifest
) -> dict[str, bytes]:
    named = {member.name for member in manifest.members}
    if len(named) != len(manifest.members) or named | {MANIFEST} != set(entries):
        odd = sorted((named | {MANIFEST}) ^ set(entries))
        raise InputRefused(BundleRefusal.MANIFEST, member=odd[0] if odd else MANIFEST)
    found = {}
    for member in manifest.members:
        # a member gives no more than it says, and what it says is bounded already
        data = archive.read(member.name)
        if _described(member.name, data) != member:
            raise InputRefused(BundleRefusal.MANIFEST, member=member.name)
        found[member.name] = data
    return found


def _odd(detail: str) -> InputRefused:
    return InputRefused(BundleRefusal.ARCHIVE, detail=detail)
