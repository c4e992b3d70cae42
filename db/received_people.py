"""What is counted and compared of the people of a bundle, in columns: no person is a row.

A country has more delegates than one computer likes to hold as records. Consolidating asks two
things of them: how many there are of each kind, and who stands on two lists. Both are answered from
columns of whole bundles; who somebody is, the bundle itself tells.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import msgspec
from msgspec import Struct

from db.person_keys import card_key, folded
from db.records import Delegate

_LEVEL = 1  # it halves them already, and takes a tenth of the time


class Traits(NamedTuple):
    """What a person counts as; the texts are as the office wrote them.

    Attributes:
        group_id: of the office's own conference.
        gender, is_party_member, is_direct_worker: empty where nobody said; else as in a conference
            file, a flag as `true` or `false`.
        birth_year: 0 where it is not known.
    """

    group_id: str
    gender: str
    birth_year: int
    ethnicity: str
    religion: str
    is_party_member: str
    is_direct_worker: str
    stands_for_collective: bool
    honours: tuple[str, ...]

    def person(self) -> Delegate:
        """Give somebody of this kind, for what is asked of whole people."""
        values = {
            "group_id": self.group_id,
            "gender": self.gender or None,
            "birth": {"year": self.birth_year} if self.birth_year else None,
            "ethnicity": self.ethnicity,
            "religion": self.religion,
            "is_party_member": _FLAGS[self.is_party_member],
            "is_direct_worker": _FLAGS[self.is_direct_worker],
            "represents": "*" if self.stands_for_collective else "",
            "honours": self.honours,
        }
        nobody = {"id": "0" * 32, "conference_id": "0" * 32, "name": ""}
        return msgspec.convert(nobody | values, Delegate)


_FLAGS = {"": None, "true": True, "false": False}


class PeopleColumns(Struct, frozen=True, kw_only=True):
    """The people of one bundle, in the order of its lines.

    Attributes:
        cards: a number for each whole card number, 0 where there is none; equal cards, equal
            numbers, and no two cards have one.
        names: a number for each name with year of birth, accents and case aside; 0 where either is
            not known. Equal ones have equal numbers; that two others meet in one is as good as
            impossible, and the bundles tell.
        kinds: every kind of people there is.
        places: for each person the place of their kind in `kinds`.
    """

    cards: Sequence[int]
    names: Sequence[int]
    kinds: tuple[Traits, ...]
    places: Sequence[int]

    def __len__(self) -> int:
        """Count the people."""
        return len(self.places)

    def counts(self) -> Counter[Traits]:
        """Count the people of each kind."""
        found = Counter(self.places)
        return Counter({self.kinds[place]: count for place, count in found.items()})


class _Packed(Struct, array_like=True):
    cards: bytes
    names: bytes
    kinds: list[Traits]
    places: bytes


def columns_of(people: Iterable[Delegate]) -> PeopleColumns:
    """Lay people out in columns."""
    cards, names, places = array("Q"), array("Q"), array("I")
    kinds: dict[Traits, int] = {}
    for person in people:
        cards.append(_card_number(person))
        names.append(_name_number(person))
        places.append(kinds.setdefault(_traits(person), len(kinds)))
    return PeopleColumns(cards=cards, names=names, kinds=tuple(kinds), places=places)


def pack_columns(columns: PeopleColumns) -> bytes:
    """Lay columns out as bytes, the same on every system."""
    packed = _Packed(
        cards=_bytes(array("Q", columns.cards)),
        names=_bytes(array("Q", columns.names)),
        kinds=list(columns.kinds),
        places=_bytes(array("I", columns.places)),
    )
    return zlib.compress(msgspec.msgpack.encode(packed), _LEVEL)


def unpack_columns(data: bytes) -> PeopleColumns:
    """Read columns back.

    Raises:
        ValueError, zlib.error: these bytes are no columns.
    """
    packed = msgspec.msgpack.decode(zlib.decompress(data), type=_Packed)
    return PeopleColumns(
        cards=_numbers("Q", packed.cards),
        names=_numbers("Q", packed.names),
        kinds=tuple(packed.kinds),
        places=_numbers("I", packed.places),
    )


def _card_number(person: Delegate) -> int:
    if not person.id_number:
        return 0
    digits = card_key(person)
    # the leading one keeps the zeros that most cards begin with
    return int(f"1{digits}") if digits else 0


def _name_number(person: Delegate) -> int:
    if person.birth is None:
        return 0
    # by words, which come again and again, where whole names do not
    letters = "".join(map(_plain, person.name.split()))
    if not letters:
        return 0
    digest = blake2b(f"{letters} {person.birth.year}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    return folded(word).replace(" ", "")


def _traits(person: Delegate) -> Traits:
    return Traits(
        person.group_id,
        person.gender or "",
        person.birth.year if person.birth is not None else 0,
        person.ethnicity,
        person.religion,
        _flag(person.is_party_member),
        _flag(person.is_direct_worker),
        bool(person.represents.strip()),
        person.honours,
    )


def _flag(value: bool | None) -> str:  # noqa: FBT001 - what it writes down
    if value is None:
        return ""
    return "true" if value else "false"


def _bytes(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _numbers(code: str, data: bytes) -> array[int]:
    numbers = array(code)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
