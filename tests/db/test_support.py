"""What a report for support needs of a store."""

from __future__ import annotations

import shutil
from pathlib import Path

from msgspec.structs import replace

from db.backups import Reason, folder_of
from db.records import Delegate
from db.store import Store
from db.support import PERSONAL, TextKind, support_of_file
from tests.builders import KEYS, NOON, a_conference, a_delegate, an_office, ident

# codes, days, figures, words of the plan, and what is derived from columns that are told elsewhere
_NOBODYS = """
_sqlite_migrations: migration_set name applied_at
image: media_type
office: symbol archive_symbol tone_order
signer: form
conference: attendance theme budget_source issued_on step updated_at deleted_at list_order
conference: upper_choice_method upper_choice_start upper_choice_end attended_end
conference: hall_aisles hall_cross_aisles
conference_text: field text
movement: name years
session: kind day start
participant_group: name kind badge_label colour key
programme_item: title required_key
presidium_member: role
committee_member: role task subcommittee
delegate: gender ethnicity religion search_text schooling proposed_award
delegate_honour: text
setting: key value
change_log: at action state fields before after
event_day: event day
move: old_day
decision: code field clause words decided_on
rule_pack: installed_at
pack_draft: changed_at logged_at
export_log: at what fields
delegate_key: card name words
quota: trait
badge_layout: name changed_at
badge_background: name
badge_sheet: name changed_at
printer_fit: paper content measured_at
prints: at paper version design pages
award: form decision_number decided_on
candidate: outcome
paper_settings: key series symbol issued_on signing_form
paper_choice: key name value
script_step: action stage props sound light
door: name wall
seat_block: name seating
budget_line: purpose item unit basis
norm: name unit source issued_on
own_keys: sealing recovery signing
known_keys: sealing recovery signing origin
known_keys_revoked: revoked_at
sent_receiver: added_at
sent_bundle: content_sha512 sealed_on sealed_sha256 fields papers verdict proof answered_at
sent_copy: copied_at
sent_down: kind content_sha512 taken_at
received_bundle: content_sha512 sealed_on unit held_on received_at verdict
received_fork: content_sha512 settled_at
received_receipt: verdict issued_at
reporting_office: unit
reply_remark: written_at
reply_quota: unit
reply_sent: kind content_sha512 sealed_on
"""


def _open(path: Path) -> Store:
    return Store.open(path, clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS)


def test_every_column_of_text_is_told_apart(store: Store) -> None:
    nobodys = {
        (table, column)
        for table, _, columns in (line.partition(":") for line in _NOBODYS.split("\n"))
        for column in columns.split()
    }
    tables = store._connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    untold = {
        (table, column)
        for (table,) in tables
        if not table.startswith("sqlite_")
        for _, column, kind, *_ in store._connection.rows(f"PRAGMA table_info({table})")
        if kind == "TEXT" and column not in PERSONAL.get(table, {})
        if column != "id" and not column.endswith("_id")
    }
    assert untold - nobodys == set(), "say in db/support.py or here whose words these are"


def test_what_is_typed_of_a_person_is_told_with_its_kind(store: Store) -> None:
    person = a_delegate(name="Ước", unit="Thôn 3", phone="09", id_number="012", post="Kế toán")
    _fill(store, person)
    assert {
        (TextKind.NAME, "Ước"),
        (TextKind.UNIT, "Thôn 3"),
        (TextKind.NUMBER, "09"),
        (TextKind.NUMBER, "012"),
        (TextKind.POST, "Kế toán"),
    } <= set(store.support.personal_texts())


def _fill(store: Store, *people: Delegate) -> None:
    store.offices.save(an_office())
    store.conferences.add(a_conference(recipients=("Huyện ủy Sông Mây",)))
    store.delegates.add(people)


def test_the_offices_and_their_people_are_told(store: Store) -> None:
    _fill(store)
    told = set(store.support.personal_texts())
    assert (TextKind.UNIT, "Ủy ban nhân dân xã Bình Hòa") in told
    assert (TextKind.NAME, "Nguyễn Văn Ước") in told
    assert (TextKind.UNIT, "Huyện ủy Sông Mây") in told


def test_what_was_overwritten_or_deleted_is_told_still(store: Store) -> None:
    person = a_delegate(name="Trần Thị Cũ", phone="0905123456")
    _fill(store, person)
    store.delegates.save([replace(person, name="Trần Thị Mới")])
    store.delegates.remove([person.id])
    told = set(store.support.personal_texts())
    assert {
        (TextKind.NAME, "Trần Thị Cũ"),
        (TextKind.NAME, "Trần Thị Mới"),
        (TextKind.NUMBER, "0905123456"),
    } <= told


def test_a_store_is_told_in_numbers(store: Store) -> None:
    _fill(store, a_delegate(1), a_delegate(2))
    facts = store.support.facts()
    assert facts.schema.startswith("m0")
    assert facts.counts["conference"] == 1
    assert facts.counts["delegate"] == 2
    assert facts.packs == ()
    assert "Ước" not in repr(facts)


def test_a_closed_store_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "hoinghi.db"
    with _open(path) as store:
        _fill(store, a_delegate())
    before = path.read_bytes()
    read = support_of_file(path)
    assert read is not None
    facts, texts = read
    assert facts.counts["delegate"] == 1
    assert (TextKind.NAME, "Nguyễn Thị Ước") in texts
    assert path.read_bytes() == before


def test_of_a_damaged_store_the_newest_backup_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hoinghi.db"
    with _open(path) as store:
        _fill(store, a_delegate())
    path.write_bytes(b"no database" * 1000)
    read = support_of_file(path)
    assert read is not None
    assert (TextKind.NAME, "Nguyễn Thị Ước") in read[1]
    shutil.rmtree(folder_of(path))
    assert support_of_file(path) is None


def test_of_a_store_that_another_window_holds_the_newest_backup_is_read(tmp_path: Path) -> None:
    path = tmp_path / "hoinghi.db"
    with _open(path) as store:
        _fill(store, a_delegate())
        store.backups.make(Reason.PERIODIC)
        store.delegates.add([a_delegate(2, name="Lê Mới")])
        read = support_of_file(path)
    assert read is not None
    assert read[0].counts["delegate"] == 1
