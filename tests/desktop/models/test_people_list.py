"""People in memory: always what the store holds; a long step leaves the window alive."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from db.errors import StoreError, StoreFull
from db.records import ListOrder, ToneOrder
from db.store import Store
from desktop.models import people_list
from desktop.models.draft import Draft
from desktop.models.saving import SaveState
from desktop.models.workspace import Workspace
from desktop.rules.check import check
from tests.builders import a_delegate, an_office, ident
from tests.desktop.conftest import OpenDraft

HERE = ident(10)


def in_step(draft: Draft, store: Store) -> bool:
    return draft.delegates == store.delegates.of(HERE) and draft.keys == store.delegates.keys_of(
        HERE
    )


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_memory_holds_what_the_store_holds(
    open_draft: OpenDraft, store: Store, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311 - steps, no secrets
    draft = open_draft(*(a_delegate(number) for number in range(1, 6)))
    numbers = iter(range(100, 1000))
    for _ in range(40):
        people = draft.delegates
        some = [one for one in people if chance.random() < 0.4]
        place = chance.randrange(9)
        match chance.randrange(5):
            case 0:
                draft.add_delegates([a_delegate(next(numbers), position=place) for _ in range(2)])
            case 1:
                draft.save_delegates([replace(one, position=place, name="Lê Ý") for one in some])
            case 2:
                draft.remove_delegates([one.id for one in some[:1]])
            case 3:
                draft.undo()
            case _:
                draft.redo()
        assert in_step(draft, store)
        assert draft.findings == check(draft.conference, draft.delegates, draft.pack, draft.office)


def test_who_did_not_change_stays_the_same_object(open_draft: OpenDraft) -> None:
    draft = open_draft(a_delegate(1), a_delegate(2))
    first, second = draft.delegates
    draft.save_delegates([replace(second, unit="Thôn 2")])
    assert draft.delegates[0] is first


def test_another_order_of_tones_is_followed(open_draft: OpenDraft, store: Store) -> None:
    draft = open_draft(a_delegate(1, name="Lê Hoà"))
    before = draft.keys[ident(1001)]
    store.offices.save(an_office(tone_order=ToneOrder.SAC_HUYEN_HOI_NGA_NANG))
    draft.office_changed()
    assert draft.keys[ident(1001)] != before
    assert in_step(draft, store)


def test_the_order_of_the_list_is_a_step_of_undo(open_draft: OpenDraft, store: Store) -> None:
    draft = open_draft(a_delegate(1))
    draft.change(list_order=ListOrder.PROTOCOL)
    assert store.conferences.get(HERE).list_order is ListOrder.PROTOCOL
    assert draft.undo() == ("list_order",)
    assert draft.conference.list_order is ListOrder.GIVEN_NAME


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call any step a long one."""
    monkeypatch.setattr(people_list, "MANY", 1)


def test_during_a_long_step_timers_run_and_what_they_bring_is_stored_afterwards(
    open_draft: OpenDraft, store: Store, qtbot: QtBot, crowded: None
) -> None:
    draft = open_draft(a_delegate(1))
    seen: list[tuple[bool, int]] = []

    def bring() -> None:
        draft.when_free(lambda: draft.log_export("xlsx", "ds.xlsx", 1))
        seen.append((store.is_in_step, len(draft.exports())))

    QTimer.singleShot(0, bring)
    draft.add_delegates([a_delegate(2)])
    assert seen == [(True, 0)]
    qtbot.waitUntil(lambda: len(draft.exports()) == 1)
    assert not store.is_in_step


def test_without_a_long_step_it_is_done_at_once(open_draft: OpenDraft) -> None:
    draft = open_draft()
    draft.when_free(lambda: draft.log_export("xlsx", "ds.xlsx", 1))
    assert len(draft.exports()) == 1


def test_no_backup_begins_in_the_middle_of_a_step(
    open_draft: OpenDraft, store: Store, workspace: Workspace, crowded: None
) -> None:
    draft = open_draft(a_delegate(1))
    QTimer.singleShot(0, workspace.back_up)
    QTimer.singleShot(0, workspace.complete_file)
    draft.save_delegates([a_delegate(1, name="Lê An")])
    assert store.backups.list() == ()
    workspace.complete_file()
    workspace.back_up()
    assert len(store.backups.list()) == 1


def test_a_long_step_that_fails_leaves_all_as_it_was(
    open_draft: OpenDraft, store: Store, monkeypatch: pytest.MonkeyPatch, crowded: None
) -> None:
    draft = open_draft(a_delegate(1))

    def fail(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"), "SQLITE_FULL")

    with monkeypatch.context() as patched:
        patched.setattr(store.delegates, "save", fail)
        with pytest.raises(StoreError):
            draft.save_delegates([a_delegate(1, name="Lê An")])
    assert in_step(draft, store)
    draft.save_delegates([a_delegate(1, name="Lê An")])
    assert draft.delegates[0].name == "Lê An"


def test_what_is_typed_and_not_stored_waits_for_the_end_of_the_step(
    open_draft: OpenDraft, store: Store, monkeypatch: pytest.MonkeyPatch, crowded: None
) -> None:
    draft = open_draft(a_delegate(1))

    def fail(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"), "SQLITE_FULL")

    with monkeypatch.context() as patched:
        patched.setattr(store.conferences, "save", fail)
        draft.change(venue="Hội trường")
    QTimer.singleShot(0, draft.retry_save)
    draft.save_delegates([a_delegate(1, name="Lê An")])
    assert store.conferences.get(HERE).venue == ""
    draft.retry_save()
    assert store.conferences.get(HERE).venue == "Hội trường"


def test_during_a_long_step_nothing_is_called_saved(open_draft: OpenDraft, crowded: None) -> None:
    draft = open_draft(a_delegate(1))
    states: list[SaveState] = []
    draft.save_state_changed.connect(states.append)
    draft.save_delegates([a_delegate(1, name="Lê An")])
    assert states == [SaveState.SAVING, SaveState.SAVED]
