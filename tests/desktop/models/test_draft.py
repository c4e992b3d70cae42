"""The draft: every change is durable and checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import StoreError, StoreFull
from db.records import Conference
from db.store import Store
from desktop.models.saving import SaveState
from desktop.rules.findings import FindingCode
from tests.builders import a_delegate, ident
from tests.desktop.conftest import OpenDraft


def test_a_change_is_in_the_store_when_it_returns(open_draft: OpenDraft, store: Store) -> None:
    draft = open_draft()
    draft.change(venue="Hội trường UBND xã")
    assert store.conferences.get(draft.conference.id).venue == "Hội trường UBND xã"
    assert draft.save_state is SaveState.SAVED


def test_a_change_names_the_fields_that_differ(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(venue="cũ")
    with qtbot.waitSignal(draft.changed) as signal:
        draft.change(venue="mới", address="")
    assert signal.args == [frozenset({"venue"})]


def test_nothing_happens_when_nothing_differs(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(venue="cũ")
    with qtbot.assertNotEmitted(draft.changed):
        draft.change(venue="cũ")


def test_the_rules_are_checked_at_every_change(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(venue="")
    codes = [finding.code for finding in draft.findings]
    assert FindingCode.VENUE_MISSING in codes
    with qtbot.waitSignal(draft.findings_changed):
        draft.change(venue="Hội trường")
    assert FindingCode.VENUE_MISSING not in [finding.code for finding in draft.findings]


def test_without_a_plan_there_is_nothing_to_hold_it_to(open_draft: OpenDraft) -> None:
    draft = open_draft(rule_pack_id="")
    assert draft.pack is None


def test_delegates_are_added_changed_and_removed_durably(
    open_draft: OpenDraft, store: Store
) -> None:
    draft = open_draft(a_delegate(1))
    draft.add_delegates([a_delegate(2, name="Y Wang Niê")])
    draft.save_delegates([a_delegate(1, name="H'Hen Niê")])
    assert [one.name for one in draft.delegates] == ["H'Hen Niê", "Y Wang Niê"]
    draft.remove_delegates([ident(1001)])
    assert [one.name for one in store.delegates.of(draft.conference.id)] == ["Y Wang Niê"]


def test_undo_and_redo_go_back_and_forth(open_draft: OpenDraft, qtbot: QtBot) -> None:
    draft = open_draft(a_delegate(1), a_delegate(2))
    draft.remove_delegates([ident(1001)])
    with qtbot.waitSignal(draft.delegates_changed):
        assert draft.undo()
    assert len(draft.delegates) == 2
    steps = [draft.redo(), draft.redo()]
    assert steps == [("delegates",), ()]
    assert len(draft.delegates) == 1


def test_what_the_store_refuses_stays_on_screen_and_is_stored_later(
    open_draft: OpenDraft,
    store: Store,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    draft = open_draft()
    states: list[SaveState] = []
    draft.save_state_changed.connect(states.append)

    def refuse(_: Conference) -> None:
        raise StoreFull(tmp_path)

    with monkeypatch.context() as patched:
        patched.setattr(store.conferences, "save", refuse)
        with qtbot.waitSignal(draft.save_failed) as signal:
            draft.change(venue="Hội trường")
        assert isinstance(signal.args[0], StoreError)
    assert draft.conference.venue == "Hội trường"
    draft.retry_save()
    assert store.conferences.get(draft.conference.id).venue == "Hội trường"
    draft.retry_save()
    assert states == [SaveState.UNSAVED, SaveState.SAVED]
