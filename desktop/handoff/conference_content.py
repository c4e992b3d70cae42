"""A whole conference as the content of a bundle, and back; only what the receiver asked for.

The members: `conference.json`, the conference file without people and pictures;
`delegates.jsonl`, a person on each line; `pictures/ID.jpg`, thumbnails named by the SHA-256 of
their bytes; `papers/NAME.pdf`, papers of the conference as they were printed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from db.records import ConferenceFile, Delegate, StoredImage
from desktop import conference_file
from desktop.conference_file_checks import MAX_ITEMS, MAX_TEXT_CHARACTERS, is_plain
from desktop.errors import InputRefused
from desktop.handoff.archive import lines, read_archive, write_archive, write_lines
from desktop.handoff.frame import Header
from desktop.handoff.refusals import BundleRefusal
from desktop.handoff.strict_json import StrictJsonError, TooDeepError, check_depth, decode_strictly

CONFERENCE, DELEGATES = "conference.json", "delegates.jsonl"
_PICTURES, _PAPERS = "pictures/", "papers/"
_PAPER = re.compile(r"[a-z0-9][a-z0-9-]{0,60}\.pdf")
_CONFERENCE_DEPTH = 16
_MEDIA = {".jpg": "image/jpeg", ".png": "image/png"}
# without these a line is no person of this conference
ALWAYS = frozenset({"id", "conference_id", "position", "name", "group_id", "unit"})
_LINES = msgspec.json.Decoder(Delegate)
_SENSITIVE = frozenset(
    {"ethnicity", "religion", "is_party_member", "id_number", "phone", "birth", "photo_id"}
)


class ConferenceContent(Struct, frozen=True, kw_only=True):
    """What a bundle of an office holds.

    Attributes:
        papers: by their file name, PDF.
    """

    file: ConferenceFile
    papers: Mapping[str, bytes] = {}


def delegate_fields() -> tuple[str, ...]:
    """Name the fields of a person that an office may choose to send or keep."""
    return tuple(name for name in Delegate.__struct_fields__ if name not in ALWAYS)


def is_sensitive(field: str) -> bool:
    """Tell whether a field is one that the law guards (Nghị định 13/2023/NĐ-CP, Điều 2)."""
    return field in _SENSITIVE


def write_content(content: ConferenceContent, fields: Collection[str]) -> bytes:
    """Pack a conference with these fields of its people; the others stay at home.

    Args:
        content: everything there is.
        fields: of `delegate_fields`; a picture travels with `photo_id`.
    """
    file = content.file
    people = tuple(_reduced(one, fields) for one in file.delegates)
    wanted = {one.photo_id for one in people} | {file.office.logo_id}
    bare = msgspec.structs.replace(file, delegates=(), images=())
    members = {CONFERENCE: conference_file.encode(bare), DELEGATES: write_lines(people)}
    for image in file.images:
        if image.id in wanted:
            ending = next(end for end, media in _MEDIA.items() if media == image.media_type)
            members[f"{_PICTURES}{image.id}{ending}"] = image.data
    members |= {f"{_PAPERS}{name}": data for name, data in content.papers.items()}
    return write_archive(members)


def read_content(data: bytes) -> ConferenceContent:
    """Unpack a conference and check it as strictly as a conference file.

    Raises:
        InputRefused: of the archive, or CONTENT.
    """
    members = read_archive(data)
    text = members.pop(CONFERENCE, b"")
    people = _people(members.pop(DELEGATES, b""))
    images, papers = [], {}
    for name, member in members.items():
        paper = name.removeprefix(_PAPERS)
        if name.startswith(_PICTURES):
            images.append(_image(name, member))
        elif paper != name and _PAPER.fullmatch(paper) and member.startswith(b"%PDF-"):
            papers[paper] = member
        else:
            raise InputRefused(BundleRefusal.CONTENT, member=name, detail="unknown member")
    return ConferenceContent(file=_whole(text, people, images), papers=papers)


def read_conference(header: Header, data: bytes) -> ConferenceContent:
    """Unpack the content of a bundle, which is the conference that its header names.

    Raises:
        InputRefused: of the archive, or CONTENT.
    """
    content = read_content(data)
    if content.file.conference.id != header.subject:
        raise InputRefused(BundleRefusal.CONTENT, member=CONFERENCE, detail="another subject")
    return content


class _People(Struct):
    """The people of a member; `are_plain` when no text of theirs has to be looked at again."""

    listed: tuple[Delegate, ...]
    are_plain: bool


def _people(data: bytes) -> _People:
    records = lines(DELEGATES, data)
    try:
        people = _LINES.decode_lines(data)
        # what comes out again byte for byte has one meaning for every reader: nothing stands
        # twice, nothing is left out, and it is as deep as a person is
        if msgspec.json.Encoder().encode_lines(people) == data:
            return _People(tuple(people), _are_plain(records, people, data))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        pass  # found again, and named, line by line
    return _People(tuple(map(_person, records)), are_plain=False)


def _are_plain(records: list[bytes], people: list[Delegate], data: bytes) -> bool:
    return (
        max(map(len, records), default=0) <= MAX_TEXT_CHARACTERS
        and max((len(one.honours) for one in people), default=0) <= MAX_ITEMS
        and is_plain(data)
    )


def _whole(text: bytes, people: _People, images: list[StoredImage]) -> ConferenceFile:
    try:
        check_depth(text, _CONFERENCE_DEPTH)
        bare = conference_file.parsed(text)
        file = msgspec.structs.replace(bare, delegates=(), images=tuple(images))
        if people.are_plain:
            checked = conference_file.checked(file, plain_people=people.listed)
        else:
            whole = msgspec.structs.replace(file, delegates=people.listed)
            checked = conference_file.checked(whole)
    except TooDeepError as error:
        limit = _CONFERENCE_DEPTH
        raise InputRefused(BundleRefusal.TOO_MUCH, member=CONFERENCE, limit=limit) from error
    except InputRefused as refusal:
        detail = f"{refusal.reason} {refusal.facts.get('key', '')}".strip()
        raise InputRefused(BundleRefusal.CONTENT, member=CONFERENCE, detail=detail) from refusal
    if bare.delegates or bare.images:
        raise InputRefused(BundleRefusal.CONTENT, member=CONFERENCE, detail="people twice")
    return checked


def _reduced(delegate: Delegate, fields: Collection[str]) -> Delegate:
    kept: dict[str, Any] = {
        name: getattr(delegate, name)
        for name in Delegate.__struct_fields__
        if name in ALWAYS or name in fields
    }
    return Delegate(**kept)


def _person(line: bytes) -> Delegate:
    try:
        return decode_strictly(line, Delegate)
    except StrictJsonError as error:
        raise InputRefused(BundleRefusal.CONTENT, member=DELEGATES, detail=str(error)) from error


def _image(name: str, data: bytes) -> StoredImage:
    stem, dot, ending = name.removeprefix(_PICTURES).partition(".")
    media = _MEDIA.get(dot + ending)
    try:
        if media is None:
            raise InputRefused(BundleRefusal.CONTENT, member=name, detail="unknown member")
        return msgspec.convert(
            {"id": stem, "media_type": media, "data": data}, StoredImage, builtin_types=(bytes,)
        )
    except msgspec.ValidationError as error:
        raise InputRefused(BundleRefusal.CONTENT, member=name, detail=str(error)) from error
