"""Heads counted for rules."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import asdict, replace

from db.records import (
    BirthDate,
    Delegate,
    Gender,
    GroupKind,
    ParticipantGroup,
    Session,
    SessionKind,
)
from desktop.rules.counting import (
    Headcount,
    PeopleCounter,
    count_by_group,
    count_delegates,
    count_targets,
    year_of,
)
from desktop.rules.pack_people import AgeTrait, FlagTrait, PersonFlag
from tests.builders import a_conference, a_delegate, ident

WOMEN = FlagTrait(key="women", name="Nữ", flag=PersonFlag.WOMAN)
DIRECT = FlagTrait(key="direct", name="Trực tiếp", flag=PersonFlag.DIRECT_WORKER)
YOUNG = AgeTrait(key="young", name="Trẻ", at_most=35)
TRAITS = (WOMEN, DIRECT, YOUNG)

OFFICIAL = ParticipantGroup(
    id=ident(12), name="Chính thức", key="official", kind=GroupKind.EXEMPLAR, target=90
)
HEROES = ParticipantGroup(
    id=ident(14), name="Anh hùng", key="heroes", kind=GroupKind.EXEMPLAR, target=10
)
GUESTS = ParticipantGroup(id=ident(13), name="Khách mời", kind=GroupKind.GUEST, target=30)
PRESS = ParticipantGroup(id=ident(15), name="Báo chí", target=5)
GROUPS = (OFFICIAL, HEROES, GUESTS, PRESS)


def a_person(number: int, group: ParticipantGroup | None = None, **fields: object) -> Delegate:
    return a_delegate(number, group_id=group.id if group is not None else "", **fields)


def listed(*people: Delegate) -> Headcount:
    return count_delegates(a_conference(groups=GROUPS), people, TRAITS)


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (("exemplar",), 100),
        (("official",), 90),
        (("heroes",), 10),
        (("exemplar", "heroes"), 100),
        (("heroes", "guest"), 40),
        (("exemplar", "guest", "other", "ungrouped"), 135),
        (("unheard-of",), 0),
        ((), 0),
    ],
)
def test_targets_are_counted_by_kind_and_by_the_key_of_a_group_once(
    names: tuple[str, ...], count: int
) -> None:
    assert count_targets(a_conference(groups=GROUPS)).of(names) == count


def test_targets_are_complete_when_every_group_has_its_number() -> None:
    no_number = ParticipantGroup(id=ident(16), name="Khác")
    zero = ParticipantGroup(id=ident(16), name="Khác", target=0)
    assert count_targets(a_conference(groups=(*GROUPS, zero))).is_complete
    assert not count_targets(a_conference(groups=(*GROUPS, no_number))).is_complete
    assert not count_targets(a_conference(groups=())).is_complete


def test_targets_tell_nothing_of_traits() -> None:
    heads = count_targets(a_conference(groups=GROUPS), TRAITS)
    assert not heads.can_count(("exemplar", "women"))
    assert heads.can_count(("exemplar", "official", "unheard-of"))


def test_a_list_tells_ages_once_the_day_is_chosen() -> None:
    undated = a_conference(sessions=(Session(id=ident(11)),))
    assert listed().can_count(("women", "young"))
    assert not count_delegates(undated, (), TRAITS).can_count(("women", "young"))
    assert count_delegates(undated, (), TRAITS).can_count(("women", "direct"))


def test_a_person_who_fits_several_names_is_counted_once() -> None:
    heads = listed(
        a_person(1, HEROES, gender=Gender.FEMALE, is_direct_worker=True),
        a_person(2, OFFICIAL),
        a_person(3, PRESS, gender=Gender.FEMALE),
        a_person(4),
    )
    assert heads.of(("heroes", "exemplar", "women", "direct")) == 3
    assert heads.of(("women",)) == 2
    assert heads.of(("ungrouped",)) == 1
    assert [one.position for one in heads.people_of(("women", "ungrouped"))] == [1, 3, 4]


def test_a_person_of_a_group_that_is_gone_is_in_no_group() -> None:
    stray = a_delegate(1, group_id=ident(404))
    assert listed(stray).of(("ungrouped",)) == 1
    assert listed(stray).of(("exemplar", "guest", "other")) == 0


def test_an_age_is_that_of_the_year_of_the_conference() -> None:
    born = (a_person(n, OFFICIAL, birth=BirthDate(year=1988 + n)) for n in range(1, 5))
    assert listed(*born).of(("young",)) == 3


def test_groups_beside_a_base_count_whole_and_traits_only_within_it() -> None:
    heads = listed(
        a_person(1, OFFICIAL, gender=Gender.FEMALE),
        a_person(2, OFFICIAL),
        a_person(3, GUESTS, gender=Gender.FEMALE),
        a_person(4, PRESS, gender=Gender.FEMALE),
        a_person(5, gender=Gender.FEMALE),
        a_person(6, HEROES, is_direct_worker=True),
    )
    assert heads.share_of(("guest",), ("official",)) == 1
    assert heads.share_of(("women",), ("exemplar", "guest")) == 2
    assert heads.share_of(("women", "heroes"), ("official",)) == 2
    assert heads.share_of(("heroes", "direct"), ("direct",)) == 1
    assert heads.share_of(("direct",), ("women",)) == 0
    assert heads.share_of(("direct",), ("heroes",)) == 1


def test_an_empty_list_counts_nobody() -> None:
    assert listed().of(("exemplar", "women")) == 0
    assert listed().share_of(("women",), ("exemplar",)) == 0
    assert list(listed().people_of(("exemplar",))) == []
    assert listed().is_complete


def test_people_are_counted_by_the_id_of_their_group() -> None:
    people = (a_person(1, GUESTS), a_person(2, GUESTS), a_person(3))
    assert count_by_group(people) == {ident(13): 2, "": 1}


def test_the_year_is_that_of_the_first_main_session() -> None:
    sessions = (
        Session(id=ident(1), day=date(2030, 1, 3)),
        Session(id=ident(2), day=date(2029, 12, 31), kind=SessionKind.PREPARATORY),
        Session(id=ident(3)),
        Session(id=ident(4), day=date(2030, 1, 2)),
    )
    assert year_of(a_conference(sessions=sessions)) == 2030
    assert year_of(a_conference(sessions=sessions[1:3])) is None
    assert year_of(a_conference(sessions=())) is None


def test_a_list_counted_again_looks_only_at_who_is_new_to_it() -> None:
    counter = PeopleCounter()
    looked_at: list[str] = []

    class Watched(Delegate, frozen=True):
        def __getattribute__(self, name: str) -> object:
            if name == "group_id":
                looked_at.append(super().__getattribute__("id"))
            return super().__getattribute__(name)

    first, second = (Watched(**asdict(a_delegate(number))) for number in (1, 2))
    conference = a_conference()
    assert counter.count(conference, (first, second)).of(("exemplar",)) == 2
    assert looked_at == [first.id, second.id]
    changed = Watched(**asdict(replace(second, group_id=ident(13))))
    looked_at.clear()
    people = (first, changed)
    counted = counter.count(conference, people)
    assert (counted.of(("exemplar",)), counted.of(("guest",))) == (1, 1)
    assert looked_at == [second.id]
    assert counter.count(conference, people) is counted
    assert counter.count(conference, (changed,)).of(("exemplar",)) == 0


def test_other_groups_are_counted_anew() -> None:
    counter = PeopleCounter()
    people = (a_delegate(1),)
    assert counter.count(a_conference(), people).of(("exemplar",)) == 1
    assert counter.count(a_conference(groups=()), people).of(("exemplar",)) == 0
