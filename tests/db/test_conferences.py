from __future__ import annotations

import sqlite3
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.conferences import ConferenceSummary
from db.day_records import BudgetLine, HandSeat, ScriptStep, SeatBlock
from db.errors import RecordMissing, StoreDamaged
from db.records import (
    Assignment,
    Conference,
    Decision,
    EventDay,
    Move,
    ParticipantGroup,
    Period,
    ProgrammeItem,
    Quota,
    Session,
    SessionKind,
    Signer,
    WizardStep,
)
from db.store import Store
from tests.builders import KEYS, a_conference, a_delegate, a_file, an_office, ident
from tests.db.any_records import any_of
from tests.db.conftest import Clock, Opener
from tests.db.test_images import an_image

_ANY_CONFERENCE = any_of(Conference, id=st.just(ident(10)), office_id=st.just(ident(1)))


CONGRESS = EventDay(event="congress", day=date(2025, 6, 10))
TET = EventDay(event="tet", day=date(2024, 2, 29))
MOVE = Move(id=ident(70), old_day=date(2025, 3, 10), old_venue="Nhà văn hóa", reason="Bão số 3")
ANSWER = Decision(
    id=ident(80),
    code="attendance-unsaid",
    clause="II.2.3",
    facts="chosen=plenary; count=100",
    reason="Đủ chỗ",
)
OVERRIDE = Decision(
    id=ident(81),
    code="targets-over-limit",
    reason="Thêm thôn mới",
    approver="Ủy ban nhân dân huyện",
    decided_on=date(2025, 2, 3),
)


def written_rows(store: Store) -> int:
    return store._connection.sqlite.total_changes


def test_a_conference_comes_back_as_it_was(planned: Store) -> None:
    assert planned.conferences.get(ident(10)) == a_conference()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(conference=_ANY_CONFERENCE)
def test_any_conference_saved_over_another_comes_back_as_it_was(
    planned: Store, conference: Conference
) -> None:
    planned.conferences.save(conference)
    assert planned.conferences.get(conference.id) == conference


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "Đại hội thi đua yêu nước"},
        {"period": None},
        {"period": Period(first_year=2021, last_year=2026)},
        {"bases": ("Luật Thi đua, khen thưởng", "Nghị định 98/2023/NĐ-CP")},
        {"programme": ()},
        {"issued_on": date(2025, 2, 3), "number": 15},
        {"assignments": (Assignment(id=ident(60), body="Văn phòng", duties=("In", "Gửi")),)},
        {"unit_id": "tan-an", "exception_id": "pilot"},
        {"co_organisers": ("Hội Nông dân", "Đoàn Thanh niên"), "done_tasks": ("plan",)},
        {"event_days": (CONGRESS, TET), "moves": (MOVE,), "decisions": (ANSWER, OVERRIDE)},
    ],
)
def test_a_save_stores_the_fields_that_differ(planned: Store, fields: dict[str, Any]) -> None:
    changed = a_conference(**fields)
    planned.conferences.save(changed)
    assert planned.conferences.get(ident(10)) == changed
    assert planned.log.entries()[0].fields == tuple(
        name for name in Conference.__struct_fields__ if name in fields
    )


def test_a_save_without_a_difference_writes_and_logs_nothing(planned: Store) -> None:
    entries, rows = planned.log.entries(), written_rows(planned)
    planned.conferences.save(a_conference())
    assert planned.log.entries() == entries
    assert written_rows(planned) == rows


def test_a_save_writes_only_the_items_that_differ(planned: Store) -> None:
    items = tuple(ProgrammeItem(id=ident(100 + n), title=f"Mục {n}") for n in range(50))
    planned.conferences.save(a_conference(programme=items))
    rows = written_rows(planned)
    longer = msgspec.structs.replace(items[7], minutes=20)
    planned.conferences.save(a_conference(programme=(*items[:7], longer, *items[8:])))
    # the item, the conference's time of change, the log's entry and its number
    assert written_rows(planned) - rows <= 4


def test_days_moves_and_decisions_are_reordered_changed_and_removed(planned: Store) -> None:
    later = msgspec.structs.replace(MOVE, id=ident(71), reason="Nghỉ lễ")
    for fields in (
        {"event_days": (CONGRESS, TET), "moves": (MOVE, later), "decisions": (ANSWER, OVERRIDE)},
        {"event_days": (TET, CONGRESS), "moves": (later, MOVE), "decisions": (OVERRIDE, ANSWER)},
        {"event_days": (CONGRESS, CONGRESS), "moves": (later,), "decisions": ()},
        {"event_days": (), "moves": (), "decisions": (msgspec.structs.replace(ANSWER, facts=""),)},
    ):
        planned.conferences.save(a_conference(**fields))
        assert planned.conferences.get(ident(10)) == a_conference(**fields)


def test_two_decisions_with_one_id_are_refused(planned: Store) -> None:
    with pytest.raises(ValueError, match="one id"):
        planned.conferences.save(a_conference(decisions=(ANSWER, ANSWER)))
    assert planned.conferences.get(ident(10)) == a_conference()


def test_items_are_moved_and_removed(planned: Store) -> None:
    first, second, third = (ProgrammeItem(id=ident(100 + n), title=str(n)) for n in range(3))
    for programme in ((first, second, third), (third, first, second), (second,)):
        planned.conferences.save(a_conference(programme=programme))
        assert planned.conferences.get(ident(10)).programme == programme


def test_two_items_with_one_id_are_refused_and_nothing_is_stored(planned: Store) -> None:
    twice = (ProgrammeItem(id=ident(20), title="a"), ProgrammeItem(id=ident(20), title="b"))
    with pytest.raises(ValueError, match="one id"):
        planned.conferences.save(a_conference(programme=twice, title="x"))
    assert planned.conferences.get(ident(10)) == a_conference()


def test_two_conferences_may_use_the_same_ids_for_their_items(planned: Store) -> None:
    planned.conferences.add(a_conference(id=ident(30), programme=()))
    assert planned.conferences.get(ident(10)) == a_conference()
    planned.conferences.save(a_conference(id=ident(30)))
    assert planned.conferences.get(ident(30)) == a_conference(id=ident(30))


def test_a_conference_is_added_once(planned: Store) -> None:
    with pytest.raises(ValueError, match="stored already"):
        planned.conferences.add(a_conference(title="khác"))
    assert planned.conferences.get(ident(10)) == a_conference()


def test_a_conference_of_an_unknown_office_is_refused(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.conferences.add(a_conference())
    assert store.conferences.summaries() == ()
    assert store.log.entries() == ()


@pytest.mark.parametrize("work", ["get", "delete", "restore", "file"])
def test_an_unknown_conference_is_missing(planned: Store, work: str) -> None:
    with pytest.raises(RecordMissing):
        getattr(planned.conferences, work)(ident(77))


def test_saving_an_unknown_conference_is_refused(planned: Store) -> None:
    with pytest.raises(RecordMissing):
        planned.conferences.save(a_conference(id=ident(77)))


def test_the_list_tells_the_first_day_and_the_number_of_people(planned: Store) -> None:
    planned.delegates.add((a_delegate(1), a_delegate(2)))
    sessions = (
        Session(id=ident(11), day=date(2025, 3, 21), start=time(7, 30)),
        Session(id=ident(14), day=date(2025, 3, 20)),
        Session(id=ident(15), day=date(2025, 3, 1), kind=SessionKind.PREPARATORY),
    )
    planned.conferences.save(
        a_conference(sessions=sessions, step=WizardStep.REVIEW, is_planned=True)
    )
    assert planned.conferences.summaries() == (
        ConferenceSummary(
            id=ident(10),
            title=a_conference().title,
            step=WizardStep.REVIEW,
            is_planned=True,
            rule_pack_id="",
            updated_at=datetime(2025, 1, 6, 5, 5, tzinfo=UTC),
            day=date(2025, 3, 20),
            delegate_count=2,
        ),
    )


def test_the_conference_touched_last_comes_first(planned: Store) -> None:
    planned.conferences.add(a_conference(id=ident(30)))
    assert [one.id for one in planned.conferences.summaries()] == [ident(30), ident(10)]
    planned.conferences.save(a_conference(title="mới"))
    assert [one.id for one in planned.conferences.summaries()] == [ident(10), ident(30)]


def test_a_deleted_conference_comes_back_whole(planned: Store, open_store: Opener) -> None:
    planned.delegates.add((a_delegate(),))
    planned.conferences.delete(ident(10))
    assert planned.conferences.summaries() == ()
    (deleted,) = planned.conferences.summaries(with_deleted=True)
    assert deleted.deleted_at is not None
    planned.close()
    store = open_store()
    store.conferences.restore(ident(10))
    assert store.conferences.get(ident(10)) == a_conference()
    assert store.delegates.of(ident(10)) == (a_delegate(),)
    assert len(store.conferences.summaries()) == 1


def test_deleting_twice_is_logged_once(planned: Store) -> None:
    planned.conferences.delete(ident(10))
    planned.conferences.delete(ident(10))
    assert [str(entry.action) for entry in planned.log.entries()][:2] == [
        "conference-deleted",
        "conference-added",
    ]


def test_a_conference_file_goes_out_and_comes_in(planned: Store, clock: Clock) -> None:
    photo = an_image(b"portrait")
    planned.images.add((photo, an_image(b"of somebody else")))
    people = (a_delegate(1, photo_id=photo.id, honours=("a", "b")), a_delegate(2))
    planned.delegates.add(people)
    file = planned.conferences.file(ident(10))
    assert file == a_file(*people, images=(photo,))


def test_days_moves_and_decisions_go_out_and_come_in_with_the_file(
    planned: Store, tmp_path: Path, clock: Clock
) -> None:
    conference = a_conference(
        co_organisers=("Hội Nông dân",),
        event_days=(CONGRESS, TET),
        moves=(MOVE,),
        decisions=(OVERRIDE, ANSWER),
        done_tasks=("plan", "appraisal"),
    )
    planned.conferences.save(conference)
    file = planned.conferences.file(ident(10))
    assert file.conference == conference
    with Store.open(
        tmp_path / "other.db", clock=clock, new_id=lambda: ident(1), keys=KEYS
    ) as other:
        other.conferences.add_file(file)
        assert other.conferences.file(ident(10)) == file


def test_a_file_of_a_new_conference_keeps_its_ids(store: Store) -> None:
    photo = an_image(b"portrait")
    file = a_file(a_delegate(photo_id=photo.id), images=(photo,))
    assert store.conferences.add_file(file) == file.conference
    assert store.conferences.file(ident(10)) == file


def test_a_file_of_a_known_conference_comes_in_as_another(planned: Store) -> None:
    planned.delegates.add((a_delegate(1),))
    file = a_file(a_delegate(1), a_delegate(2), office=an_office(name="Tên cũ"))
    added = planned.conferences.add_file(file)
    assert added.id != ident(10)
    assert planned.offices.get() == an_office()
    first, second = planned.delegates.of(added.id)
    assert first.id != ident(1001)
    assert second.id == ident(1002)
    assert {first.conference_id, second.conference_id} == {added.id}
    assert planned.delegates.of(ident(10)) == (a_delegate(1),)


def test_whoever_signs_a_file_is_added_to_an_office_that_knew_them_not(planned: Store) -> None:
    signer, other = (
        Signer(id=ident(number), name=name, post="PHÓ CHỦ TỊCH")
        for number, name in ((90, "Lê Thị Mới"), (91, "Trần Khác"))
    )
    office = an_office()
    incoming = an_office(name="Tên cũ", signers=(*office.signers, signer, other))
    file = a_file(office=incoming, conference=a_conference(id=ident(60), signer_id=signer.id))
    added = planned.conferences.add_file(file)
    assert planned.offices.get() == msgspec.structs.replace(
        office, signers=(*office.signers, signer)
    )
    assert planned.conferences.file(added.id).conference.signer_id == signer.id


def test_a_file_that_cannot_be_stored_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        store.conferences.add_file(a_file(a_delegate(photo_id="0" * 64)))
    assert store.offices.find(ident(1)) is None
    assert store.conferences.summaries(with_deleted=True) == ()


def test_references_to_what_was_removed_are_empty_in_the_file(planned: Store) -> None:
    planned.delegates.add((a_delegate(group_id=ident(13)),))
    planned.conferences.save(
        a_conference(
            groups=(ParticipantGroup(id=ident(12), name="Đại biểu"),),
            programme=(ProgrammeItem(id=ident(20), title="Chào cờ", session_id=ident(404)),),
            signer_id=ident(405),
            quotas=(
                Quota(unit="Thôn 1", group_id=ident(13), places=3),
                Quota(unit="Thôn 1", group_id=ident(12), places=4),
                Quota(unit="Thôn 2"),
            ),
        )
    )
    file = planned.conferences.file(ident(10))
    assert file.conference.programme[0].session_id == ""
    assert file.conference.signer_id == ""
    assert [one.places for one in file.conference.quotas] == [4, None]
    assert file.delegates[0].group_id == ""
    # what is stored stays, so that undo finds the people in their group
    assert planned.delegates.of(ident(10))[0].group_id == ident(13)


def test_a_value_no_record_allows_is_damage(planned: Store) -> None:
    planned._connection.execute("UPDATE conference SET step = 'nonsense'")
    with pytest.raises(StoreDamaged):
        planned.conferences.get(ident(10))
    with pytest.raises(StoreDamaged):
        planned.conferences.summaries()


def test_what_refers_to_someone_removed_since_is_left_empty_in_the_file(planned: Store) -> None:
    planned.delegates.add((a_delegate(1),))
    planned.conferences.save(
        a_conference(
            script=(ScriptStep(id=ident(81), item_id=ident(999)),),
            seat_blocks=(SeatBlock(id=ident(82), group_id=ident(998)),),
            hand_seats=(
                HandSeat(id=ident(83), delegate_id=ident(1001)),
                HandSeat(id=ident(84), delegate_id=ident(997)),
            ),
            budget=(BudgetLine(id=ident(85), norm_id=ident(996)),),
        )
    )
    conference = planned.conferences.file(ident(10)).conference
    assert conference.script[0].item_id == ""
    assert conference.seat_blocks[0].group_id == ""
    assert [one.id for one in conference.hand_seats] == [ident(83)]
    assert conference.budget[0].norm_id == ""


def test_seats_by_hand_follow_people_whose_ids_are_renewed(planned: Store) -> None:
    planned.delegates.add((a_delegate(1),))
    planned.conferences.save(
        a_conference(hand_seats=(HandSeat(id=ident(83), delegate_id=ident(1001)),))
    )
    copy = planned.conferences.add_file(planned.conferences.file(ident(10)))
    (person,) = planned.delegates.of(copy.id)
    assert person.id != ident(1001)
    assert planned.conferences.get(copy.id).hand_seats[0].delegate_id == person.id
