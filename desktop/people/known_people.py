"""People known from other conferences: which entries are one person, and what is carried over."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from db.person_keys import card_key, name_key
from db.records import Delegate

# what an earlier entry may add where a later one says nothing
_FILLED_IN = (
    "given_name",
    "gender",
    "birth",
    "ethnicity",
    "religion",
    "is_party_member",
    "is_direct_worker",
    "id_number",
    "phone",
    "photo_id",
)


class KnownPerson(Struct, frozen=True):
    """One person with every entry of theirs.

    Attributes:
        source: the entry that was found, and that is carried over.
        entries: all entries, of the latest conference first.
        is_listed: whether one of them is on the list that people are chosen for.
    """

    source: Delegate
    entries: tuple[Delegate, ...]
    is_listed: bool

    @property
    def honours(self) -> tuple[str, ...]:
        """Every honour that was ever entered, the latest first, each once."""
        return tuple(dict.fromkeys(text for one in self.entries for text in one.honours))


def known_people(
    found: Sequence[Delegate], same: Iterable[Delegate], conference_id: str
) -> tuple[KnownPerson, ...]:
    """Unite what was found with all entries that are of the same people.

    Two entries are one person with the same card number, or with the same name and year of birth
    where no card number speaks against it; others with the same name are told apart.

    Args:
        found: entries, each person's first one is the one carried over.
        same: entries of all conferences that may be of them, of the latest first.
        conference_id: of the list that people are chosen for.
    """
    pool = tuple(same)
    by_card: dict[str, list[Delegate]] = {}
    by_name: dict[str, list[Delegate]] = {}
    for one in pool:
        if card := card_key(one):
            by_card.setdefault(card, []).append(one)
        if name := name_key(one):
            by_name.setdefault(name, []).append(one)
    ranks = {one.id: rank for rank, one in enumerate(pool)}
    seen: set[str] = set()
    people = []
    for one in found:
        if one.id in seen:
            continue
        united = {one.id: one}
        if card := card_key(one):
            united |= {other.id: other for other in by_card.get(card, ())}
        for other in by_name.get(name_key(one), ()):
            if other.id not in seen and _agree(united.values(), other):
                united[other.id] = other
        seen |= united.keys()
        entries = sorted(united.values(), key=lambda each: ranks.get(each.id, -1))
        people.append(
            KnownPerson(
                source=one,
                entries=tuple(entries),
                is_listed=any(each.conference_id == conference_id for each in entries),
            )
        )
    return tuple(people)


def carried_over(
    person: KnownPerson, *, new_id: str, conference_id: str, position: int, group_id: str
) -> Delegate:
    """Make the entry of a person for another conference.

    Unit, post and collective are those of the entry chosen; what it leaves open comes from the
    others, and honours from all. Badge number, achievement and note belong to the old conference.
    """
    filled = {
        name: next(
            (value for one in person.entries if (value := getattr(one, name)) not in ("", None)),
            getattr(person.source, name),
        )
        for name in _FILLED_IN
        if getattr(person.source, name) in ("", None)
    }
    return replace(
        person.source,
        id=new_id,
        conference_id=conference_id,
        position=position,
        badge_number=None,
        group_id=group_id,
        achievement="",
        note="",
        honours=tuple(dict.fromkeys((*person.source.honours, *person.honours))),
        **filled,
    )


def _agree(united: Collection[Delegate], other: Delegate) -> bool:
    """Whether no card number says that another entry is somebody else's."""
    cards = {card_key(one) for one in (*united, other)} - {""}
    return len(cards) <= 1
