"""Delegates whom offices chose become participants of the conference above."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from db.records import ChoiceOutcome, ConferenceFile, GroupKind, ParticipantGroup, StoredImage
from desktop import conference_file
from desktop.handoff.consolidation.mergers import Mergers
from desktop.handoff.consolidation.received import Received
from desktop.handoff.consolidation.sent_up import (
    ALTERNATES,
    SentUp,
    SentUpKind,
    sent_up,
    with_sent_up,
)
from desktop.handoff.receipts import Verdict
from desktop.rules.quota_matrix import CellState, quota_matrix
from tests.builders import ident
from tests.desktop.handoff.consolidation.province import (
    BORN,
    QUOTAS,
    a_person,
    chosen,
    received_from,
    the_congress,
    the_pack,
)

AN = a_person(1, 1, name="Trần Thị An", birth=BORN, id_number="092170000001", phone="0901")
BA = a_person(1, 2, name="Lý Ba")
CHOICE = (
    chosen(1, 1, "Trần Thị An", post="Trưởng ấp", unit="Ấp 1"),
    chosen(1, 2, "Lý Ba", outcome=ChoiceOutcome.ALTERNATE),
    chosen(1, 3, "Võ Tư", outcome=ChoiceOutcome.NOT_CHOSEN),
    chosen(1, 4, "Lê Năm", outcome=None),
)


def an_office(**fields: Any) -> Received:
    conference = {"candidates": CHOICE} | fields.pop("conference", {})
    return received_from(1, "an-hiep", AN, BA, conference=conference, **fields)


def changes(upper: ConferenceFile, *received: Received, **fields: Any) -> tuple[SentUp, ...]:
    return sent_up(upper, received, the_pack(), **fields)


def taken(upper: ConferenceFile, *received: Received) -> ConferenceFile:
    return with_sent_up(upper, changes(upper, *received))


def test_everything_the_office_said_of_them_comes_along() -> None:
    upper = taken(the_congress(), an_office())
    one = upper.delegates[0]
    assert (one.name, one.birth, one.id_number, one.phone) == (
        "Trần Thị An",
        BORN,
        "092170000001",
        "0901",
    )
    assert (one.conference_id, one.position, one.badge_number) == (upper.conference.id, 1, None)
    assert conference_file.checked(upper) == upper


def test_they_stand_for_their_office_and_the_part_they_come_from_is_in_their_post() -> None:
    one = taken(the_congress(), an_office()).delegates[0]
    assert (one.post, one.unit) == ("Trưởng ấp, Ấp 1", "Xã An Hiệp")


def test_an_office_that_was_merged_sends_them_under_its_new_name() -> None:
    mergers = Mergers({"Xã An Hiệp": "Xã Phú Tâm"})
    assert {one.office for one in changes(the_congress(), an_office(), mergers=mergers)} == {
        "Xã Phú Tâm"
    }


def test_they_fill_the_places_of_their_unit() -> None:
    upper = taken(the_congress(), an_office())
    matrix = quota_matrix(upper.conference, upper.delegates, the_pack())
    place = next(place for place, one in enumerate(matrix.columns) if one.words == QUOTAS.words)
    cell = next(line.cells[place] for line in matrix.lines if line.unit == "Xã An Hiệp")
    # the alternate fills none
    assert (cell.given, cell.used, cell.state) == (2, 1, CellState.UNDER)


def test_alternates_stand_in_a_group_of_their_own_that_no_rule_counts() -> None:
    upper = taken(the_congress(), an_office())
    group = upper.conference.groups[-1]
    assert (group.key, group.kind, upper.delegates[1].group_id) == (
        ALTERNATES,
        GroupKind.OTHER,
        group.id,
    )


def test_an_alternate_who_moves_up_leaves_that_group() -> None:
    first = an_office()
    upper = taken(the_congress(), first)
    moved = tuple(
        replace(one, outcome=ChoiceOutcome.OFFICIAL) if one.name == "Lý Ba" else one
        for one in CHOICE
    )
    second = an_office(conference={"candidates": moved}, number=2, previous=first.file)
    (change,) = changes(upper, second)
    assert (change.kind, change.fields) == (SentUpKind.CHANGED, ("group_id",))
    assert taken(upper, second).delegates[1].group_id == upper.delegates[0].group_id


def test_a_group_of_the_plan_is_met_by_its_key() -> None:
    own = ParticipantGroup(id=ident(71), name="Anh hùng", key="heroes", kind=GroupKind.EXEMPLAR)
    groups = (ParticipantGroup(id=ident(72), name="X", kind=GroupKind.EXEMPLAR), own)
    there = replace(own, id=ident(73))
    person = replace(AN, group_id=own.id)
    office = received_from(
        1, "an-hiep", person, conference={"candidates": CHOICE[:1], "groups": groups}
    )
    upper = the_congress(groups=(groups[0], there))
    assert taken(upper, office).delegates[0].group_id == there.id


def test_someone_whom_the_list_does_not_name_comes_with_what_is_known() -> None:
    stranger = (chosen(1, 9, "Đỗ Chín", post="Giáo viên", unit="Trường A"),)
    (change,) = changes(the_congress(), an_office(conference={"candidates": stranger}))
    assert (change.is_on_list, change.delegate.post) == (False, "Giáo viên, Trường A")


def test_of_two_with_one_name_unit_and_post_tell_who_was_chosen() -> None:
    twin = replace(AN, id=ident(1190), unit="Ấp 2", id_number="092170000002")
    third = replace(AN, id=ident(1191), post="Y tá", id_number="092170000003")

    def card(*people: Any, **fields: str) -> str:
        candidates = (chosen(1, 1, "Trần Thị An", **fields),)
        office = received_from(1, "an-hiep", *people, conference={"candidates": candidates})
        return changes(the_congress(), office)[0].delegate.id_number

    assert card(AN, twin, unit="ấp 2") == "092170000002"
    assert card(AN, third, unit="Ấp 1", post="Y tá") == "092170000003"
    assert card(AN, twin) == ""


def test_pictures_come_along() -> None:
    picture = StoredImage(id="a" * 64, media_type="image/jpeg", data=b"...")
    office = received_from(
        1,
        "an-hiep",
        replace(AN, photo_id=picture.id),
        conference={"candidates": CHOICE[:1]},
    )
    office = replace(office, file=replace(office.file, images=(picture,)))
    assert taken(the_congress(), office).images == (picture,)


def test_taking_over_again_changes_nothing() -> None:
    upper = taken(the_congress(), an_office())
    assert not changes(upper, an_office())
    assert taken(upper, an_office()) == upper


def test_what_the_upper_office_wrote_stays_and_what_the_office_says_anew_comes() -> None:
    first = an_office()
    upper = taken(the_congress(), first)
    mended = replace(upper.delegates[0], phone="0999", badge_number=7, ethnicity="Khmer")
    upper = replace(upper, delegates=(mended, *upper.delegates[1:]))
    news = replace(first.file, delegates=(replace(AN, home_town="Kế Sách"), BA))
    second = replace(first, number=2, previous=first.file, file=news)
    (change,) = changes(upper, second)
    assert change.fields == ("home_town",)
    one = taken(upper, second).delegates[0]
    assert (one.phone, one.badge_number, one.ethnicity, one.home_town) == (
        "0999",
        7,
        "Khmer",
        "Kế Sách",
    )


def test_who_is_no_longer_chosen_is_withdrawn() -> None:
    first = an_office()
    upper = taken(the_congress(), first)
    second = an_office(conference={"candidates": CHOICE[:1]}, number=2, previous=first.file)
    (change,) = changes(upper, second)
    assert (change.kind, change.delegate.name) == (SentUpKind.WITHDRAWN, "Lý Ba")
    assert [one.name for one in taken(upper, second).delegates] == ["Trần Thị An"]


def test_what_was_returned_sends_nobody() -> None:
    returned = an_office(verdict=Verdict.RETURNED)
    assert not changes(the_congress(), returned)
    upper = taken(the_congress(), an_office())
    assert {one.kind for one in changes(upper, returned)} == {SentUpKind.WITHDRAWN}


def test_only_those_who_are_wanted_are_taken_over() -> None:
    found = changes(the_congress(), an_office())
    upper = with_sent_up(the_congress(), found, only={found[0].delegate.id})
    assert [one.name for one in upper.delegates] == ["Trần Thị An"]
    assert len(upper.conference.groups) == 2


def test_those_who_were_there_stay_before_them() -> None:
    there = a_person(9, 1, name="Chủ tịch", position=4)
    upper = taken(the_congress(there), an_office())
    assert [(one.name, one.position) for one in upper.delegates] == [
        ("Chủ tịch", 4),
        ("Trần Thị An", 5),
        ("Lý Ba", 6),
    ]


@settings(deadline=None, max_examples=30)
@given(st.permutations([1, 2, 3, 4]), st.lists(st.sampled_from([1, 2, 3, 4]), max_size=5))
def test_order_and_repetition_of_offices_give_the_same_people(
    order: list[int], repeated: list[int]
) -> None:
    def office(number: int) -> Received:
        person = a_person(number, 1)
        candidates = (chosen(number, 1, person.name),)
        return received_from(number, "", person, conference={"candidates": candidates})

    upper = taken(the_congress(), *map(office, (*order, *repeated)))
    assert upper == taken(the_congress(), *map(office, (1, 2, 3, 4)))
    assert not changes(upper, *map(office, repeated))
