"""Whose photo a file is, told by its name: a card number, a badge number, or a name.

Nothing is decided where a name fits several people: they are named, to be chosen from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path

from msgspec import Struct

from db.records import Delegate
from desktop.errors import InputRefused
from desktop.people.names import compact_key

SUFFIXES = (".jpg", ".jpeg", ".png")
MAX_FILES = 20_000
_CARD_LENGTHS = frozenset((9, 12))
_BADGE_DIGITS = 5
_LEAST_WORDS = 4  # letters by which a part of a unit's name is still one
# a number after these is that of the badge; after others it is the camera's
_NUMBER_WORDS = frozenset(("so", "stt", "no", "the", "sothe", "sbd"))
_AGAIN = re.compile(r"\s*\(\d+\)$")  # Windows names the second of two files so
_LEADING_DIGITS = re.compile(r"\d*")


class MatchedBy(StrEnum):
    """What of a file's name tells whose it is, the surest first."""

    CARD = "card"
    NUMBER = "number"
    NAME = "name"


class PhotoFile(Struct, frozen=True, kw_only=True):
    """A file, and who may be on it.

    Attributes:
        person_ids: one for a match, several where it has to be chosen; none where nobody fits.
        is_picture: whether it is a kind of file that can be used.
    """

    path: str
    matched_by: MatchedBy | None = None
    person_ids: tuple[str, ...] = ()
    is_picture: bool = True


def find_photos_job(report: Callable[[int, int], None], folder: Path) -> tuple[str, ...]:
    """List the files of a folder and the folders in it, in a child process; hidden ones aside.

    Raises:
        InputRefused: the folder cannot be read, or holds too many files.
    """
    report(0, 1)
    try:
        found = sorted(str(path) for path in islice(_files(folder), MAX_FILES + 1))
    except OSError as error:
        raise InputRefused("file-unreadable", folder) from error
    if len(found) > MAX_FILES:
        raise InputRefused("too-many-files", folder, limit=MAX_FILES)
    report(1, 1)
    return tuple(found)


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        elif path.is_file():
            yield path


def match_photos(paths: Iterable[str], delegates: Sequence[Delegate]) -> tuple[PhotoFile, ...]:
    """Tell for each file whose photo it may be, in the order of the files."""
    index = _Index(delegates)
    return tuple(_matched(path, index) for path in paths)


class _Index:
    """People by what a file's name may tell."""

    def __init__(self, delegates: Sequence[Delegate]) -> None:
        self.by_card: defaultdict[str, list[Delegate]] = defaultdict(list)
        self.by_number: defaultdict[int, list[Delegate]] = defaultdict(list)
        self.by_name: defaultdict[str, list[Delegate]] = defaultdict(list)
        for one in delegates:
            if one.id_number:
                self.by_card["".join(filter(str.isdecimal, one.id_number))].append(one)
            if one.badge_number is not None:
                self.by_number[one.badge_number].append(one)
            if key := compact_key(one.name):
                self.by_name[key].append(one)


def _matched(path: str, index: _Index) -> PhotoFile:
    name = Path(path)
    if name.suffix.lower() not in SUFFIXES:
        return PhotoFile(path=path, is_picture=False)
    key = compact_key(_AGAIN.sub("", name.stem))
    for matched_by, find in (
        (MatchedBy.CARD, _by_card),
        (MatchedBy.NUMBER, _by_number),
        (MatchedBy.NAME, _by_name),
    ):
        if people := find(key, index):
            ids = tuple(one.id for one in people)
            return PhotoFile(path=path, matched_by=matched_by, person_ids=ids)
    return PhotoFile(path=path)


def _by_card(key: str, index: _Index) -> list[Delegate]:
    runs = (run for run in re.findall(r"\d+", key) if len(run) in _CARD_LENGTHS)
    return next((people for run in runs if (people := index.by_card.get(run))), [])


def _by_number(key: str, index: _Index) -> list[Delegate]:
    words = key.rstrip("0123456789")
    number = _badge(key[len(words) :])
    if number is None or (words and words not in _NUMBER_WORDS):
        return []
    return index.by_number.get(number, [])


def _by_name(key: str, index: _Index) -> list[Delegate]:
    """Find the longest name a key begins with, behind a number; what follows must fit too."""
    digits = _LEADING_DIGITS.match(key)
    start = digits.end() if digits is not None else 0
    number = _badge(key[:start])
    text = key[start:]
    for end in range(len(text), 0, -1):
        people = index.by_name.get(text[:end])
        if not people:
            continue
        rest = text[end:]
        after = _badge(rest)
        fitting = people if not rest or after is not None else _of_unit(people, rest)
        if fitting:
            told = {number, after} - {None}
            numbered = [one for one in fitting if one.badge_number in told]
            return numbered or fitting if len(fitting) > 1 else fitting
    return []


def _badge(digits: str) -> int | None:
    is_number = digits.isdecimal() and len(digits) <= _BADGE_DIGITS
    return int(digits) if is_number else None


def _of_unit(people: Sequence[Delegate], words: str) -> list[Delegate]:
    """Pick those whose unit or post the words behind a name are about."""
    fitting = []
    for one in people:
        keys = [key for key in (compact_key(one.unit), compact_key(one.post)) if key]
        is_part = len(words) >= _LEAST_WORDS and any(words in key or key in words for key in keys)
        if words in keys or is_part:
            fitting.append(one)
    return fitting
