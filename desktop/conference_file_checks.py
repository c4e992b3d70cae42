"""What types alone cannot say about a conference file: sizes, texts, ids and what they refer to."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, time
from typing import TypeVar

import msgspec

from db.records import BirthDate, Conference, ConferenceFile, Record, StoredImage

MAX_TEXT_CHARACTERS = 20_000
MAX_ITEMS = 1_000
MAX_DELEGATES = 100_000
MAX_IMAGE_BYTES = 2 * 1024 * 1024
# word processors leave these behind in what is pasted; papers know only the line feed
_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# what JSON has to escape, and the escape itself
_SEPARATE = bytes(letter for letter in (*range(0x20), 0x7F, ord("\\")) if letter != ord("\n"))
# how C1 controls (and some signs), U+2028 and U+2029 begin in UTF-8
_MAYBE_CONTROL = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9")
_FIRST_BYTES = {"image/jpeg": b"\xff\xd8\xff", "image/png": b"\x89PNG\r\n\x1a\n"}
_LISTS_WITH_IDS = (
    *("sessions", "moves", "groups", "programme", "presidium", "committee", "assignments"),
    *("decisions", "script", "doors", "seat_blocks", "hand_seats", "budget", "norms"),
    *("speeches", "awards", "candidates"),
)
# within one conference: the list, its field, and the list that the field refers to
_REFERENCES = (
    ("script", "item_id", "conference.programme"),
    ("seat_blocks", "group_id", "conference.groups"),
    ("hand_seats", "delegate_id", "delegates"),
    ("budget", "norm_id", "conference.norms"),
    ("quotas", "group_id", "conference.groups"),
)
MAX_QUOTAS = 20_000
_LIMITS = {
    "delegates": MAX_DELEGATES,
    "images": MAX_DELEGATES,
    "conference.quotas": MAX_QUOTAS,
}

R = TypeVar("R", bound=Record)


class FileFault(Exception):  # noqa: N818 - becomes a refusal with the file's name
    """One fault, at one place of the file."""

    def __init__(self, code: str, key: str, **facts: str | int) -> None:
        super().__init__(code, key, facts)
        self.code = code
        self.key = key
        self.facts = facts


def normalised(record: R, key: str = "") -> R:
    """Bring every text to NFC and every line break to a line feed.

    Raises:
        FileFault: a text is too long or holds a control character; a list is too long.
    """
    changed = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        new = _normalised(value, f"{key}.{name}".lstrip("."))
        if new is not value:
            changed[name] = new
    return msgspec.structs.replace(record, **changed) if changed else record


def is_plain(text: bytes) -> bool:
    """Tell whether `normalised` leaves every text of such JSON as it is; the line feed may part it.

    Asked of a whole list of people at once: asking each of their texts takes longer than all the
    rest of reading them. A plain text may be said not to be one, never the other way.

    Raises:
        UnicodeDecodeError: it is not UTF-8.
    """
    return (
        len(text.translate(None, delete=_SEPARATE)) == len(text)
        and not any(letter in text for letter in _MAYBE_CONTROL)
        and unicodedata.is_normalized("NFC", text.decode("utf-8"))
    )


def references_checked(file: ConferenceFile) -> None:
    """Check that ids are unique and that each reference has its target.

    Raises:
        FileFault: at the first that is not so.
    """
    office, conference = file.office, file.conference
    lists: dict[str, Sequence[Record]] = {
        "office.signers": office.signers,
        "delegates": file.delegates,
        "images": file.images,
    }
    for name in _LISTS_WITH_IDS:
        lists[f"conference.{name}"] = getattr(conference, name)
    _unique("conference.papers", "key", [one.key for one in conference.papers])
    known = {key: _unique_ids(key, records) for key, records in lists.items()}
    images = known["images"]
    for place, image in enumerate(file.images):
        _check_image(image, f"images[{place}]")
    _refer("office.logo_id", office.logo_id, images)
    _refer("conference.office_id", conference.office_id, {office.id})
    _refer("conference.signer_id", conference.signer_id, known["office.signers"])
    for key, moment in _clock_times(conference):
        _check_clock_time(moment, f"conference.{key}")
    for place, paper in enumerate(conference.papers):
        key = f"conference.papers[{place}].signer_id"
        _refer(key, paper.signer_id, known["office.signers"])
    for place, item in enumerate(conference.programme):
        key = f"conference.programme[{place}].session_id"
        _refer(key, item.session_id, known["conference.sessions"])
    for name, field, target in _REFERENCES:
        for place, record in enumerate(getattr(conference, name)):
            key = f"conference.{name}[{place}].{field}"
            _refer(key, getattr(record, field), known[target])
    if not _people_fit(file, known["conference.groups"], images):
        _refer_people(file, known["conference.groups"], images)


def _refer_people(file: ConferenceFile, groups: Collection[str], images: Collection[str]) -> None:
    for place, person in enumerate(file.delegates):
        key = f"delegates[{place}]"
        _refer(f"{key}.conference_id", person.conference_id, {file.conference.id})
        _refer(f"{key}.group_id", person.group_id, groups)
        _refer(f"{key}.photo_id", person.photo_id, images)
        if person.birth is not None:
            _check_birth(person.birth, f"{key}.birth")


def _people_fit(file: ConferenceFile, groups: Collection[str], images: Collection[str]) -> bool:
    """Tell at once whether there is nothing to find; whoever is at fault is looked for after."""
    people = file.delegates
    try:
        for birth in {one.birth for one in people if one.birth is not None}:
            _check_birth(birth, "")
    except FileFault:
        return False
    return (
        {one.conference_id for one in people} <= {file.conference.id}
        and {one.group_id for one in people} <= {*groups, ""}
        and {one.photo_id for one in people} <= {*images, ""}
    )


def _normalised(value: object, key: str) -> object:
    if isinstance(value, str):
        return _normalised_text(value, key)
    if isinstance(value, Record):
        return normalised(value, key)
    if isinstance(value, tuple):
        limit = _LIMITS.get(key, MAX_ITEMS)
        if len(value) > limit:
            raise FileFault("too-many", key, limit=limit)
        new = tuple(_normalised(one, f"{key}[{place}]") for place, one in enumerate(value))
        same = all(one is other for one, other in zip(new, value, strict=True))
        return value if same else new
    return value


def _normalised_text(text: str, key: str) -> str:
    if len(text) > MAX_TEXT_CHARACTERS:
        raise FileFault("text-too-long", key, limit=MAX_TEXT_CHARACTERS)
    plain = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    if _CONTROL.search(plain):
        raise FileFault("control-character", key)
    composed = unicodedata.normalize("NFC", plain)
    return text if composed == text else composed


def _unique_ids(key: str, records: Iterable[Record]) -> frozenset[str]:
    # those of these lists have ids
    return _unique(key, "id", [record.id for record in records])  # type: ignore[attr-defined]


def _unique(key: str, field: str, names: Iterable[str]) -> frozenset[str]:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen:
            raise FileFault("double-id", f"{key}[{place}].{field}", value=name)
        seen.add(name)
    return frozenset(seen)


def _refer(key: str, name: str, known: Collection[str]) -> None:
    if name and name not in known:
        raise FileFault("unknown-reference", key, value=name)


def _check_image(image: StoredImage, key: str) -> None:
    if len(image.data) > MAX_IMAGE_BYTES:
        raise FileFault("too-many", f"{key}.data", limit=MAX_IMAGE_BYTES)
    if hashlib.sha256(image.data).hexdigest() != image.id:
        raise FileFault("wrong-image", f"{key}.id", value=image.id)
    first = _FIRST_BYTES.get(image.media_type)
    if first is None or not image.data.startswith(first):
        raise FileFault("wrong-image", f"{key}.media_type", value=image.media_type)


def _clock_times(conference: Conference) -> Iterator[tuple[str, time]]:
    places = {
        f"sessions[{place}].start": one.start for place, one in enumerate(conference.sessions)
    } | {
        "upper_choice.start": conference.upper_choice.start,
        "upper_choice.end": conference.upper_choice.end,
        "attended.end": conference.attended.end,
    }
    for key, moment in places.items():
        if moment is not None:
            yield key, moment


def _check_clock_time(start: time, key: str) -> None:
    if start.tzinfo is not None or start.microsecond:
        raise FileFault("wrong-date", key, value=start.isoformat())


def _check_birth(birth: BirthDate, key: str) -> None:
    # a day without its month is no date, as is one of month 0
    month = birth.month or (1 if birth.day is None else 0)
    try:
        date(birth.year, month, birth.day or 1)
    except ValueError as error:
        parts = (birth.year, birth.month, birth.day)
        written = "-".join(str(part) for part in parts if part)
        raise FileFault("wrong-date", key, value=written) from error
