"""Older stores brought to what this program writes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date, time
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlite_utils import Database, Migrations

from db import migrations
from db.backups import Reason, backups_in, read_content
from db.changes import Action
from db.day_records import BudgetLine, BudgetPurpose, Hall, HandSeat, ScriptStep
from db.list_keys import KeptKeys
from db.migrations import m0001_first_tables
from db.records import (
    Assignment,
    Attended,
    Award,
    BirthDate,
    Candidate,
    ChoiceOutcome,
    CommitteeMember,
    Conference,
    Decision,
    EventDay,
    ListOrder,
    Move,
    Movement,
    NumberSeries,
    PaperChoice,
    PaperSettings,
    PresidiumMember,
    Quota,
    SigningForm,
    Speech,
    ToneOrder,
    UpperChoice,
)
from db.store import Store
from tests.builders import KEYS, a_conference, a_delegate, ident
from tests.db.conftest import Opener
from tests.db.keys import down_bundle, known_keys, own_keys, sent_bundle
from tests.db.test_images import an_image

HERE = ident(10)
_OLDER = {flag: f"coalesce({flag}, 0)" for flag in ("is_party_member", "is_direct_worker")} | {
    side: f"replace({side}, ',\"is_party_member\":false', '')" for side in ("before", "after")
}
_OWN_TABLES = "SELECT name FROM {} WHERE type = 'table' AND name NOT GLOB '*sqlite_*'"


def a_conference_of_the_first_version() -> Conference:
    return a_conference(
        staff_count=45,
        ordinal=6,
        theme="Đổi mới",
        bases=("Luật Thi đua, khen thưởng",),
        movements=(Movement(name="Vì người nghèo", years="2025"),),
        presidium=(PresidiumMember(id=ident(50), name="Y Wang Niê", is_exemplar=True),),
        committee=(CommitteeMember(id=ident(51), name="H'Hen Niê", role="Ủy viên"),),
        assignments=(Assignment(id=ident(52), body="Văn phòng", duties=("Soạn", "In")),),
        number=5,
        issued_on=date(2025, 1, 6),
    )


def a_conference_of_the_second_version() -> Conference:
    return a_conference(
        unit_id="tan-an",
        exception_id="pilot",
        co_organisers=("Hội Nông dân",),
        event_days=(EventDay(event="congress", day=date(2025, 6, 10)),),
        moves=(Move(id=ident(70), old_day=date(2025, 3, 10), reason="Bão"),),
        done_tasks=("appraisal",),
        committee=(CommitteeMember(id=ident(51), name="H'Hen Niê", subcommittee="Nội dung"),),
        decisions=(Decision(id=ident(80), code="attendance-unsaid", reason="Đủ chỗ"),),
        quotas=(Quota(unit="Thôn 1", group_id=ident(12), places=5, base=300), Quota(unit="Thôn 2")),
    )


def a_conference_with_papers_of_the_day() -> Conference:
    return a_conference(
        hall=Hall(rows=10, seats=20, aisles="10"),
        hand_seats=(HandSeat(id=ident(81), delegate_id=ident(1001), row=1, seat=9),),
        script=(ScriptStep(id=ident(82), item_id=ident(20), words="Xin mời"),),
        budget=(BudgetLine(id=ident(83), purpose=BudgetPurpose.DRINKS, price=20_000),),
        allowance=50_000,
    )


def a_conference_with_its_papers() -> Conference:
    return a_conference(
        speeches=(Speech(id=ident(90), title="Trồng cà phê", unit="Thôn 1", minutes=7),),
        awards=(Award(id=ident(91), recipient="Thôn 2", is_collective=True, money=500_000),),
        candidates=(Candidate(id=ident(92), name="K'Brết", outcome=ChoiceOutcome.ALTERNATE),),
        upper_choice=UpperChoice(method="giơ tay", start=time(10, 5), places=4),
        attended=Attended(present=139, spent=45_000_000, end=time(11, 30)),
        lessons=("Chuẩn bị sớm",),
        papers=(
            PaperSettings(
                key="invitation",
                series=NumberSeries.COMMITTEE,
                number=3,
                signing_form=SigningForm.FOR_HEAD,
                authority=("TRƯỞNG BAN",),
                recipients=("Như trên",),
                columns=("number", "name"),
                choices=(PaperChoice(name="dress", value="áo dài"),),
            ),
        ),
    )


def make_older(newer: Path, older: Path) -> None:
    """Lay out what a store holds as the first migration alone would hold it."""
    with closing(sqlite3.connect(older, isolation_level=None)) as connection:
        steps = Migrations(migrations.SET_NAME)
        steps(name="m0001_first_tables")(m0001_first_tables.apply)
        steps.apply(Database(connection, execute_plugins=False))
        connection.execute("ATTACH ? AS newer", (str(newer),))
        for (table,) in connection.execute(_OWN_TABLES.format("main.sqlite_master")).fetchall():
            columns = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
            # an older program knew no open flag, and left out of its log what was not ticked
            names = ", ".join(_OLDER.get(column, column) for column in columns)
            connection.execute(f"INSERT INTO main.{table} SELECT {names} FROM newer.{table}")  # noqa: S608
        # older programs kept no keys beside people
        connection.execute("DELETE FROM main.setting WHERE key = 'list-keys'")


@pytest.fixture
def first_version(planned: Store, path: Path, tmp_path: Path) -> Conference:
    """Put a store of the first version in the place of a new one; give its conference."""
    photo = an_image(b"portrait")
    planned.images.add((photo,))
    planned.conferences.save(a_conference_of_the_first_version())
    planned.delegates.add(
        (
            a_delegate(
                1,
                photo_id=photo.id,
                honours=("CSTĐ", "Bằng khen"),
                id_number="066080000001",
                is_party_member=True,
            ),
            a_delegate(2, birth=BirthDate(year=1975, month=5), is_party_member=False),
        )
    )
    planned.settings.set("window", "maximised")
    planned.close()
    for backup in backups_in(planned.backups.folder):
        backup.path.unlink()
    make_older(path, tmp_path / "older.db")
    (tmp_path / "older.db").replace(path)
    return a_conference_of_the_first_version()


def test_a_store_of_the_first_version_knows_nothing_of_the_second(
    first_version: Conference, path: Path
) -> None:
    assert read_content(path).migrations == ("m0001_first_tables",)
    with closing(sqlite3.connect(path)) as older:
        tables = {row[0] for row in older.execute(_OWN_TABLES.format("sqlite_master"))}
        columns = {row[1] for row in older.execute("PRAGMA table_info(conference)")}
    assert not tables & {"event_day", "move", "decision", "rule_pack", "paper_settings"}
    assert not tables & {"quota", "delegate_key", "own_keys", "known_keys", "sent_bundle"}
    assert not columns & {"unit_id", "exception_id"}
    assert {"conference", "delegate_honour", "change_log"} <= tables


def test_a_store_of_the_first_version_comes_over_whole(
    first_version: Conference, open_store: Opener
) -> None:
    store = open_store()
    assert store.conferences.get(HERE) == first_version
    first, second = store.delegates.of(HERE)
    assert first.honours == ("CSTĐ", "Bằng khen")
    assert store.images.many((first.photo_id,))[0].data == b"portrait"
    assert second.birth == BirthDate(year=1975, month=5)
    assert store.settings.get("window") == "maximised"
    assert store.rule_packs.all() == ()
    assert store._connection.value("PRAGMA integrity_check") == "ok"


def test_its_people_can_be_sorted_and_found_at_once(
    first_version: Conference, open_store: Opener
) -> None:
    store = open_store()
    people = store.delegates.of(HERE)
    tones = store.offices.by_id(store.conferences.get(HERE).office_id).tone_order
    assert tones is ToneOrder.HUYEN_HOI_NGA_SAC_NANG
    assert store.conferences.get(HERE).list_order is ListOrder.GIVEN_NAME
    assert store.delegates.keys_of(HERE) == {
        one.id: KeptKeys(KEYS.sort_key(one, tones), KEYS.search_text(one)) for one in people
    }
    assert [one.protocol_rank for one in people] == [None, None]
    assert store.exports.of(HERE) == ()


def test_it_is_backed_up_as_it_was_before_it_is_migrated(
    first_version: Conference, open_store: Opener, path: Path, tmp_path: Path
) -> None:
    before = read_content(path)
    store = open_store()
    (backup,) = store.backups.list()
    assert (backup.reason, backup.content) == (Reason.MIGRATION, before)
    store.close()
    assert read_content(path).migrations == migrations.NAMES
    assert read_content(path).conferences == before.conferences == 1
    assert read_content(path).delegates == before.delegates == 2


def test_what_was_done_before_can_still_be_undone_and_done_again(
    first_version: Conference, open_store: Opener
) -> None:
    store = open_store()
    undone = store.log.undo(HERE)
    assert undone is not None
    assert undone.action is Action.DELEGATES_ADDED
    assert store.log.undo(HERE) is not None
    assert store.conferences.get(HERE) == a_conference()
    assert store.log.redo(HERE) is not None
    assert store.conferences.get(HERE) == first_version


def test_an_empty_box_stays_a_no_only_where_somebody_was_ticked(
    first_version: Conference, open_store: Opener
) -> None:
    store = open_store()
    people = store.delegates.of(HERE)
    assert [one.is_party_member for one in people] == [True, False]
    assert [one.is_direct_worker for one in people] == [None, None]
    store.log.undo(HERE)
    store.log.redo(HERE)
    assert store.delegates.of(HERE) == people


def test_people_of_the_first_version_are_found_by_what_was_known_of_them(
    first_version: Conference, open_store: Opener
) -> None:
    keys = open_store()._connection.rows("SELECT card, name, words FROM delegate_key ORDER BY card")
    assert keys[0][:2] == ("", "nguyenthiuoc 1975")
    assert keys[1][:2] == ("066080000001", "")
    assert keys[1][2].split("\n")[:3] == ["nguyen thi uoc", "ntu", "066080000001"]
    assert keys[1][2].endswith("cstd\nbang khen")


def test_what_is_new_can_be_stored_in_it(first_version: Conference, open_store: Opener) -> None:
    store = open_store()
    changed = a_conference_of_the_second_version()
    store.conferences.save(changed)
    store.close()
    again = open_store()
    assert again.conferences.get(HERE) == changed
    again.log.undo(HERE)
    assert again.conferences.get(HERE) == first_version


def test_hall_script_and_budget_can_be_stored_in_it(
    first_version: Conference, open_store: Opener
) -> None:
    store = open_store()
    changed = a_conference_with_papers_of_the_day()
    person = replace(store.delegates.of(HERE)[0], home_town="Nam Định", schooling="12/12")
    store.conferences.save(changed)
    store.delegates.save((person,))
    store.close()
    again = open_store()
    assert again.conferences.get(HERE) == changed
    assert again.delegates.of(HERE)[0] == person
    again.log.undo(HERE)
    again.log.undo(HERE)
    assert again.conferences.get(HERE) == first_version


def test_settings_of_papers_can_be_stored_in_it_and_taken_back(
    first_version: Conference, open_store: Opener
) -> None:
    store = open_store()
    changed = a_conference_with_its_papers()
    store.conferences.save(changed)
    store.close()
    again = open_store()
    assert again.conferences.get(HERE) == changed
    again.log.undo(HERE)
    assert again.conferences.get(HERE) == first_version
    again.log.redo(HERE)
    assert again.conferences.get(HERE) == changed


def test_keys_and_hand_overs_can_be_stored_in_it(
    first_version: Conference, open_store: Opener
) -> None:
    store = open_store()
    store.own_keys.add(own_keys())
    store.known_keys.add(known_keys())
    store.handoffs.add(sent_bundle())
    store.handoffs.take_down(down_bundle())
    store.close()
    again = open_store()
    assert again.own_keys.newest() == own_keys()
    assert again.known_keys.all() == (known_keys(),)
    assert again.handoffs.of(HERE) == (sent_bundle(),)
    assert again.handoffs.down() == (down_bundle(),)


def test_a_migration_that_fails_leaves_the_older_store(
    first_version: Conference,
    open_store: Opener,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: object) -> None:
        raise sqlite3.OperationalError("no such thing")

    with monkeypatch.context() as patch:
        patch.setattr("db.migrations.m0002_rules_as_data.apply", fail)
        with pytest.raises(sqlite3.OperationalError):
            open_store()
    assert read_content(path).migrations == ("m0001_first_tables",)
    assert open_store().conferences.get(HERE) == first_version
