"""The conference file: one conference whole as JSON, read strictly, written the same every time."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from db.records import ConferenceFile, Delegate
from desktop.atomic_file import write_atomically
from desktop.conference_file_checks import FileFault, normalised, references_checked
from desktop.errors import InputRefused

MAX_FILE_BYTES = 64 * 1024 * 1024
_FORMAT = "hoinghi-conference"
_VERSION = 1


class ConferenceFileRefusal(StrEnum):
    """Reasons of InputRefused for a conference file; `key` is a path like office.signers[0].id."""

    MISSING = "conference-file-missing"
    UNREADABLE = "conference-file-unreadable"  # facts: detail
    TOO_BIG = "conference-file-too-big"  # facts: limit (bytes)
    NOT_UTF8 = "conference-file-not-utf8"  # facts: byte
    NOT_JSON = "conference-file-not-json"  # facts: detail
    TOO_DEEP = "conference-file-too-deep"
    OTHER_FORMAT = "conference-file-other-format"  # some other JSON
    NEWER = "conference-file-newer"  # facts: value (its version)
    DOUBLE_KEY = "conference-file-double-key"  # facts: key (its name alone)
    UNKNOWN_KEY = "conference-file-unknown-key"  # facts: key
    MISSING_KEY = "conference-file-missing-key"  # facts: key
    WRONG_VALUE = "conference-file-wrong-value"  # facts: key, detail
    # from desktop.conference_file_checks, each with the key and what is named here
    CONTROL_CHARACTER = "conference-file-control-character"
    TEXT_TOO_LONG = "conference-file-text-too-long"  # facts: limit (characters)
    TOO_MANY = "conference-file-too-many"  # facts: limit
    DOUBLE_ID = "conference-file-double-id"  # facts: value
    UNKNOWN_REFERENCE = "conference-file-unknown-reference"  # facts: value
    WRONG_IMAGE = "conference-file-wrong-image"  # facts: value
    WRONG_DATE = "conference-file-wrong-date"  # facts: value


class _Heading(msgspec.Struct):
    """What tells a conference file from any other JSON, whatever its version."""

    format: str = ""
    version: int = 0


def read_conference_file(path: Path) -> ConferenceFile:
    """Read a conference file.

    Raises:
        InputRefused: a ConferenceFileRefusal; with the key at fault where there is one.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise InputRefused(ConferenceFileRefusal.MISSING, path) from error
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise InputRefused(ConferenceFileRefusal.UNREADABLE, path, detail=detail) from error
    return decode(data, path)


def write_conference_file(path: Path, file: ConferenceFile) -> None:
    """Write a conference file whole, or leave the old one.

    Raises:
        OSError: the medium is full, read-only or gone.
    """
    write_atomically(path, encode(file))


def encode(file: ConferenceFile) -> bytes:
    """Lay out as indented UTF-8 JSON; equal conferences give equal bytes."""
    # as defaults, the two that say what this is would be left out
    heading = {"format": _FORMAT, "version": _VERSION}
    tree = heading | msgspec.to_builtins(file)
    return msgspec.json.format(msgspec.json.encode(tree), indent=2) + b"\n"


def decode(data: bytes, path: Path | None = None) -> ConferenceFile:
    """Read a conference file from its bytes; the path only names it in a refusal."""
    return checked(parsed(data, path), path)


def parsed(data: bytes, path: Path | None = None) -> ConferenceFile:
    """Read what may lack the people and pictures it refers to; `checked` belongs after it.

    Raises:
        InputRefused: a ConferenceFileRefusal.
    """
    if len(data) > MAX_FILE_BYTES:
        raise InputRefused(ConferenceFileRefusal.TOO_BIG, path, limit=MAX_FILE_BYTES)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputRefused(ConferenceFileRefusal.NOT_UTF8, path, byte=error.start) from error
    _check_heading(text, path)
    try:
        file = msgspec.json.decode(text, type=ConferenceFile)
    except msgspec.ValidationError as error:
        raise _of_validation(error, path) from error
    # only now: the records bound the depth, and this reader has no bound of its own
    json.loads(text, object_pairs_hook=lambda pairs: _single_keys(pairs, path))
    return file


def checked(
    file: ConferenceFile, path: Path | None = None, *, plain_people: tuple[Delegate, ...] = ()
) -> ConferenceFile:
    """Normalise the texts and check what types alone cannot say.

    Args:
        file: as it was read.
        path: only names it in a refusal.
        plain_people: the people of a file that was read without them, when their texts are known
            to be in order; see `conference_file_checks.is_plain`.

    Raises:
        InputRefused: a ConferenceFileRefusal with the key at fault.
    """
    try:
        file = normalised(file)
        if plain_people:
            file = msgspec.structs.replace(file, delegates=plain_people)
        references_checked(file)
    except FileFault as fault:
        reason = ConferenceFileRefusal(f"conference-file-{fault.code}")
        raise InputRefused(reason, path, key=fault.key, **fault.facts) from fault
    return file


def _check_heading(text: str, path: Path | None) -> None:
    try:
        heading = msgspec.json.decode(text, type=_Heading)
    except RecursionError as error:
        raise InputRefused(ConferenceFileRefusal.TOO_DEEP, path) from error
    except msgspec.ValidationError as error:
        raise InputRefused(ConferenceFileRefusal.OTHER_FORMAT, path) from error
    except (msgspec.DecodeError, UnicodeEncodeError) as error:
        raise InputRefused(ConferenceFileRefusal.NOT_JSON, path, detail=str(error)) from error
    if heading.format != _FORMAT or heading.version < 1:
        raise InputRefused(ConferenceFileRefusal.OTHER_FORMAT, path)
    if heading.version > _VERSION:
        raise InputRefused(ConferenceFileRefusal.NEWER, path, value=heading.version)


def _single_keys(pairs: list[tuple[str, Any]], path: Path | None) -> None:
    seen = set()
    for key, _ in pairs:
        if key in seen:
            raise InputRefused(ConferenceFileRefusal.DOUBLE_KEY, path, key=key)
        seen.add(key)


_FIELD_FAULTS = (
    ("Object contains unknown field", ConferenceFileRefusal.UNKNOWN_KEY),
    ("Object missing required field", ConferenceFileRefusal.MISSING_KEY),
)


def _of_validation(error: msgspec.ValidationError, path: Path | None) -> InputRefused:
    detail, _, place = str(error).partition(" - at `$")
    place = place.strip("`.")
    for words, reason in _FIELD_FAULTS:
        if detail.startswith(words):
            name = "".join(re.findall("`(.*)`", detail))
            return InputRefused(reason, path, key=f"{place}.{name}".strip("."))
    return InputRefused(ConferenceFileRefusal.WRONG_VALUE, path, key=place, detail=detail)
