"""Find people of a new list who may be listed already, with the reasons and how sure they are.

Names are compared without accents. Ten thousand people are not compared with each other, only
those who share a card number, or a birth year, unit or telephone and a name but for one syllable.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from db.records import BirthDate, Delegate
from desktop.people.cell_values import tells_one_person
from desktop.people.names import compact_key, search_key

MAX_PAIRS = 20  # for one person; more of them say nothing
# in a list where everybody has one name, a column was taken for the names that holds none: so many
# of them are compared, and not each with each
_MOST_LIKE_ONE = 60
_MOST_COMPARED = 200
_NEAR_EDITS = 2  # letters that may differ in one syllable
_SHORT_SYLLABLE = 3  # letters up to which only one may
_PHONE_DIGITS = 9  # behind the leading zero, or 84


class MatchKind(StrEnum):
    """How alike two people are, the surest first."""

    EXACT = "exact"  # the same card number
    STRONG = "strong"  # the same name, and the same day of birth or year and unit
    NEAR = "near"


class MatchReason(StrEnum):
    """Why two people may be one, or may not."""

    SAME_CARD = "same_card"
    SAME_NAME = "same_name"
    NAME_WITHOUT_ACCENTS = "name_without_accents"
    NAME_SWAPPED = "name_swapped"  # the same syllables in another order
    NAME_SHORTENED = "name_shortened"  # a syllable less
    NAME_NEAR = "name_near"  # a letter or two in one syllable
    SAME_BIRTH = "same_birth"  # to the day
    SAME_BIRTH_YEAR = "same_birth_year"  # as far as both are known
    SAME_UNIT = "same_unit"
    SAME_PHONE = "same_phone"
    OTHER_CARD = "other_card"
    OTHER_BIRTH_DAY = "other_birth_day"  # of the same year
    OTHER_BIRTH_YEAR = "other_birth_year"
    OTHER_GENDER = "other_gender"


_SCORES = {
    MatchReason.SAME_CARD: 100,
    MatchReason.SAME_NAME: 50,
    MatchReason.NAME_WITHOUT_ACCENTS: 40,
    MatchReason.NAME_SWAPPED: 35,
    MatchReason.NAME_SHORTENED: 30,
    MatchReason.NAME_NEAR: 25,
    MatchReason.SAME_BIRTH: 40,
    MatchReason.SAME_BIRTH_YEAR: 20,
    MatchReason.SAME_UNIT: 20,
    MatchReason.SAME_PHONE: 25,
    MatchReason.OTHER_CARD: -30,
    MatchReason.OTHER_BIRTH_DAY: -10,
    MatchReason.OTHER_BIRTH_YEAR: -40,
    MatchReason.OTHER_GENDER: -30,
}
_SAME_NAMES = frozenset({MatchReason.SAME_NAME, MatchReason.NAME_WITHOUT_ACCENTS})
_NAMES = _SAME_NAMES | {
    MatchReason.NAME_SWAPPED,
    MatchReason.NAME_SHORTENED,
    MatchReason.NAME_NEAR,
}
_AGREEING = frozenset(
    {
        MatchReason.SAME_BIRTH,
        MatchReason.SAME_BIRTH_YEAR,
        MatchReason.SAME_UNIT,
        MatchReason.SAME_PHONE,
    }
)


class DuplicatePair(Struct, frozen=True, kw_only=True):
    """Two who may be one person.

    Attributes:
        score: 0 to 100; the higher, the more alike.
    """

    new_id: str
    listed_id: str
    kind: MatchKind
    reasons: tuple[MatchReason, ...]
    score: int


class _Known(Struct, frozen=True):
    """A person with what is compared of them."""

    person: Delegate
    name: str  # without accents and case
    syllables: tuple[str, ...]
    unit: str
    phone: str
    card: str  # its number; empty where it does not tell one person
    numbers: tuple[str, ...]  # card and telephone
    agreeing: tuple[object, ...]  # what must agree where no number does


def find_duplicates(
    new: Sequence[Delegate], listed: Sequence[Delegate]
) -> tuple[DuplicatePair, ...]:
    """Pair new people with those listed who may be the same, the most alike of each first."""
    known = [_known(person) for person in new]
    index = _Index(known)
    found: list[list[DuplicatePair]] = [[] for _ in new]
    for person in listed:
        other = _known(person)
        for place in index.places_like(other):
            _compare(known[place], other, found[place])
    return _most_alike_first(found)


def duplicates_within(people: Sequence[Delegate]) -> tuple[DuplicatePair, ...]:
    """Pair people of one list with those before them in it who may be the same."""
    known = [_known(person) for person in people]
    index = _Index(known)
    found: list[list[DuplicatePair]] = [[] for _ in people]
    for place, other in enumerate(known):
        for later in index.places_like(other, after=place):
            _compare(known[later], other, found[later])
    return _most_alike_first(found)


def _compare(new: _Known, other: _Known, found: list[DuplicatePair]) -> None:
    pair = _pair(new, other) if len(found) < _MOST_COMPARED else None
    if pair is not None:
        found.append(pair)


def _most_alike_first(found: Sequence[Sequence[DuplicatePair]]) -> tuple[DuplicatePair, ...]:
    return tuple(
        pair
        for pairs in found
        for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.listed_id))[:MAX_PAIRS]
    )


class _Index:
    """People by everything a duplicate of them shares; of the new ones, who are fewer."""

    def __init__(self, people: Sequence[_Known]) -> None:
        self._by_number: defaultdict[str, list[int]] = defaultdict(list)
        # by what must agree and a name but for one syllable: then by that syllable
        self._by_name: dict[object, dict[tuple[str, ...], dict[str, list[int]]]] = {}
        for place, known in enumerate(people):
            for number in known.numbers:
                self._by_number[number].append(place)
            for agreeing in known.agreeing:
                names = self._by_name.setdefault(agreeing, {})
                for rest, syllable in _parts(known.syllables):
                    names.setdefault(rest, {}).setdefault(syllable, []).append(place)

    def places_like(self, known: _Known, after: int = -1) -> Iterator[int]:
        """Give the places of people like one, each once, behind a place."""
        seen: set[int] = set()
        for found in self._found(known):
            for place in found[bisect_right(found, after) :]:
                if place not in seen:
                    seen.add(place)
                    yield place
                if len(seen) == _MOST_LIKE_ONE:
                    return

    def _found(self, known: _Known) -> Iterator[list[int]]:
        for number in known.numbers:
            yield self._by_number.get(number, [])
        names = [self._by_name[each] for each in known.agreeing if each in self._by_name]
        for rest, syllable in _parts(known.syllables) if names else ():
            for name in names:
                for other, places in name.get(rest, {}).items():
                    if not syllable or not other or are_near(syllable, other):
                        yield places


def _known(person: Delegate) -> _Known:
    name = search_key(person.name)
    parts = ("".join(filter(str.isalnum, part)) for part in name.split())
    syllables = tuple(filter(None, parts))
    unit = compact_key(person.unit)
    phone = "".join(filter(str.isdigit, person.phone))[-_PHONE_DIGITS:]
    year = person.birth.year if person.birth is not None else None
    card = person.id_number if tells_one_person(person.id_number) else ""
    return _Known(
        person=person,
        name=name,
        syllables=syllables,
        unit=unit,
        phone=phone,
        card=card,
        numbers=tuple(filter(None, (card, phone))),
        agreeing=tuple(filter(None, (year, unit))),
    )


def _parts(syllables: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Give a name whole, written as one word, and without each of its syllables."""
    yield ("".join(syllables),), ""
    whole = tuple(sorted(syllables))
    yield whole, ""
    for place, syllable in enumerate(whole):
        if place == 0 or syllable != whole[place - 1]:
            yield whole[:place] + whole[place + 1 :], syllable


def _pair(new: _Known, other: _Known) -> DuplicatePair | None:
    reasons = _reasons(new, other)
    kind = _kind(set(reasons))
    if kind is None:
        return None
    score = max(0, min(100, sum(_SCORES[reason] for reason in reasons)))
    return DuplicatePair(
        new_id=new.person.id,
        listed_id=other.person.id,
        kind=kind,
        reasons=tuple(reasons),
        score=score,
    )


def _kind(reasons: set[MatchReason]) -> MatchKind | None:
    if MatchReason.SAME_CARD in reasons:
        return MatchKind.EXACT
    if MatchReason.OTHER_CARD in reasons or not reasons & _NAMES or not reasons & _AGREEING:
        return None
    is_same_name = bool(reasons & _SAME_NAMES)
    is_near_birth = MatchReason.OTHER_BIRTH_YEAR not in reasons
    if not is_near_birth and not (is_same_name and MatchReason.SAME_PHONE in reasons):
        return None
    is_same_year_and_unit = {MatchReason.SAME_BIRTH_YEAR, MatchReason.SAME_UNIT} <= reasons
    is_sure = MatchReason.SAME_BIRTH in reasons or is_same_year_and_unit
    if is_same_name and is_sure and MatchReason.OTHER_GENDER not in reasons:
        return MatchKind.STRONG
    return MatchKind.NEAR


def _reasons(new: _Known, other: _Known) -> list[MatchReason]:
    one, two = new.person, other.person
    reasons: list[MatchReason] = []
    if new.card and len(new.card) == len(other.card):
        is_same = new.card == other.card
        reasons.append(MatchReason.SAME_CARD if is_same else MatchReason.OTHER_CARD)
    name = _compared_names(new, other)
    if name is not None:
        reasons.append(name)
    if one.birth is not None and two.birth is not None:
        reasons.append(_compared_births(one.birth, two.birth))
    if new.unit and new.unit == other.unit:
        reasons.append(MatchReason.SAME_UNIT)
    if new.phone and new.phone == other.phone:
        reasons.append(MatchReason.SAME_PHONE)
    if one.gender is not None and two.gender is not None and one.gender is not two.gender:
        reasons.append(MatchReason.OTHER_GENDER)
    return reasons


def _compared_names(new: _Known, other: _Known) -> MatchReason | None:
    if new.name == other.name or "".join(new.syllables) == "".join(other.syllables):
        is_same = new.person.name.casefold() == other.person.name.casefold()
        return MatchReason.SAME_NAME if is_same else MatchReason.NAME_WITHOUT_ACCENTS
    less, more = Counter(new.syllables), Counter(other.syllables)
    only_new, only_other = list((less - more).elements()), list((more - less).elements())
    if not only_new and not only_other:
        return MatchReason.NAME_SWAPPED
    if len(only_new) + len(only_other) == 1 and min(len(new.syllables), len(other.syllables)) > 1:
        return MatchReason.NAME_SHORTENED
    if len(only_new) == len(only_other) == 1 and are_near(only_new[0], only_other[0]):
        return MatchReason.NAME_NEAR
    return None


def _compared_births(one: BirthDate, two: BirthDate) -> MatchReason:
    if one.year != two.year:
        return MatchReason.OTHER_BIRTH_YEAR
    if one == two and one.day is not None:
        return MatchReason.SAME_BIRTH
    other_month = None not in (one.month, two.month) and one.month != two.month
    other_day = None not in (one.day, two.day) and one.day != two.day
    return MatchReason.OTHER_BIRTH_DAY if other_month or other_day else MatchReason.SAME_BIRTH_YEAR


@lru_cache(maxsize=65_536)
def are_near(one: str, two: str) -> bool:
    """Tell whether two syllables without accents differ by a slip of the hand."""
    most = 1 if min(len(one), len(two)) <= _SHORT_SYLLABLE else _NEAR_EDITS
    if abs(len(one) - len(two)) > most:
        return False
    return _edits(one, two) <= most


def _edits(one: str, two: str) -> int:
    """Count letters left out, put in, changed, or swapped with their neighbour."""
    before: list[int] = []
    above = list(range(len(two) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, other in enumerate(two, start=1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (letter != other))
            is_swap = row > 1 and column > 1 and letter == two[column - 2] and other == one[row - 2]
            line.append(min(cost, before[column - 2] + 1) if is_swap else cost)
        before, above = above, line
    return above[-1]
