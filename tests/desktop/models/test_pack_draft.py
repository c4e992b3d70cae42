"""A rule pack being written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.store import Store
from desktop.models.pack_beginning import as_version, decoded, from_nothing
from desktop.models.pack_draft import PackDraft
from desktop.models.saving import SaveState
from desktop.rules.pack_names import Named
from desktop.rules.pack_part import Refers
from desktop.rules.pack_tree import path_of
from tests.builders import KEYS, NOON, ident
from tests.desktop.rules.every_shape import every_shape
from tests.hands import delete_now

NAME = path_of("name")
LIMITS = path_of("levels[0].limits")


@pytest.fixture
def new(store: Store, qtbot: QtBot) -> Iterator[PackDraft]:
    draft = PackDraft(store, ident(3), from_nothing())
    yield draft
    delete_now(draft)


@pytest.fixture
def whole(store: Store, qtbot: QtBot) -> Iterator[PackDraft]:
    draft = PackDraft(store, ident(3), as_version(every_shape(), 4))
    yield draft
    delete_now(draft)


def _stored(store: Store) -> dict[str, object]:
    stored = store.pack_drafts.get(ident(3))
    assert stored is not None
    return decoded(stored).tree


def _state_of(draft: PackDraft) -> SaveState:
    return draft.save_state


def test_each_change_is_stored_at_once(new: PackDraft, store: Store) -> None:
    new.set(NAME, "Tỉnh Sông Mây (2030)")
    assert _stored(store) == new.tree
    assert [one.name for one in store.pack_drafts.all()] == ["Tỉnh Sông Mây (2030)"]
    assert new.save_state is SaveState.SAVED


def test_a_half_written_pack_outlives_a_power_cut(
    new: PackDraft, store: Store, tmp_path: Path, new_id: Callable[[], str]
) -> None:
    new.set(
        path_of("levels[0].limits"), [{"clause": "", "words": "không quá", "value": "hai trăm"}]
    )
    shutil.copytree(tmp_path, tmp_path.with_name("cut"))  # as a killed process leaves it
    reopened = Store.open(
        tmp_path.with_name("cut") / "hoinghi.db", clock=lambda: NOON, new_id=new_id, keys=KEYS
    )
    assert _stored(reopened) == new.tree
    reopened.close()


def test_undo_and_redo_name_the_place_they_are_about(whole: PackDraft) -> None:
    before = whole.tree
    value = (*LIMITS, 0, "value")
    whole.set(value, 150)
    assert whole.can_undo
    assert not whole.can_redo
    assert whole.undo() == value
    assert whole.tree == before
    assert whole.redo() == value
    assert whole.value(value) == 150
    assert whole.redo() is None
    whole.undo()
    whole.set(value, 160)
    assert not whole.can_redo


def test_what_changes_nothing_is_no_step(whole: PackDraft, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(whole.changed):
        whole.set(NAME, whole.value(NAME))
    assert not whole.can_undo


def test_typing_with_pauses_is_one_step(new: PackDraft) -> None:
    new.set(NAME, "Tỉnh", still_typing=True)
    assert new.value(path_of("id")) == "tinh"
    new.set(NAME, "Tỉnh Sông", still_typing=True)
    new.set(NAME, "Tỉnh Sông Mây")
    assert new.value(path_of("id")) == "tinh-song-may"
    new.set(NAME, "Tỉnh Sông Mây (2030)")
    new.undo()
    assert new.value(NAME) == "Tỉnh Sông Mây"
    new.undo()
    assert new.value(NAME) is None
    assert not new.can_undo


def test_typing_that_ends_where_it_began_is_no_step(new: PackDraft) -> None:
    new.set(NAME, "Tỉnh", still_typing=True)
    new.set(NAME, None, still_typing=True)
    assert not new.can_undo
    new.set(NAME, "Tỉnh")
    assert new.can_undo


def test_leaving_a_field_ends_the_step(new: PackDraft) -> None:
    new.set(NAME, "Tỉnh", still_typing=True)
    new.end_typing()
    new.set(NAME, "Tỉnh Sông", still_typing=True)
    new.undo()
    assert new.value(NAME) == "Tỉnh"


def test_parts_are_begun_removed_and_moved(whole: PackDraft) -> None:
    count = len(whole.value(LIMITS))
    place = whole.add(LIMITS)
    assert place == (*LIMITS, count)
    assert whole.value(place) == {"clause": "", "words": "", "counts": []}
    moved = whole.move(place, -1)
    assert whole.value(moved) == {"clause": "", "words": "", "counts": []}
    assert whole.move(moved, 99) == moved
    whole.remove(moved)
    assert len(whole.value(LIMITS)) == count


def test_a_part_that_was_left_out_begins_as_the_kind_chosen(new: PackDraft) -> None:
    attendance = path_of("levels[0].attendance")
    assert new.add(attendance, "threshold") == attendance
    assert new.value(attendance)["kind"] == "threshold"
    new.set((*attendance, "words"), "từ 120 người")
    new.change_kind(attendance, "fixed")
    assert new.value(attendance) == {"kind": "fixed", "clause": "", "words": "từ 120 người"}
    steps = new.tree
    new.change_kind(attendance, "fixed")
    assert new.tree is steps
    new.remove(attendance)
    assert new.value(attendance) is None


def test_a_list_is_begun_where_there_is_none(new: PackDraft) -> None:
    assert new.add(path_of("levels[0].limits")) == path_of("levels[0].limits[0]")
    windows = path_of("levels[0].exceptions[0].windows")
    new.add(path_of("levels[0].exceptions"))
    assert new.add(windows) == windows
    assert new.value(windows) == []


def test_a_place_that_the_format_does_not_have_is_a_fault_of_ours(new: PackDraft) -> None:
    with pytest.raises(LookupError):
        new.add(path_of("levels[0].unheard"))


def test_a_rule_that_an_exception_lifts_gets_a_key_in_the_same_step(new: PackDraft) -> None:
    limit = new.add(LIMITS)
    new.set((*limit, "words"), "không quá 100 đại biểu")
    new.add(path_of("levels[0].exceptions"))
    lifts = path_of("levels[0].exceptions[0].lifts")
    (rule,) = new.offered(Refers.RULE, lifts)
    new.refer_to(lifts, (), rule)
    assert new.value(lifts) == ["khong-qua-100-dai-bieu"]
    assert new.value((*limit, "id")) == "khong-qua-100-dai-bieu"
    new.undo()
    assert new.value(lifts) is None
    assert new.value((*limit, "id")) is None
    new.refer_to(lifts, ("a",), Named("b", "", limit))
    assert new.value(lifts) == ["a", "b"]


def test_a_rule_without_words_is_named_after_its_list(new: PackDraft) -> None:
    limit = new.add(LIMITS)
    new.add(path_of("levels[0].exceptions"))
    lifts = path_of("levels[0].exceptions[0].lifts")
    new.refer_to(lifts, (), Named("", "", limit))
    assert new.value(lifts) == ["limits"]


def test_faults_are_looked_for_once_it_is_quiet(new: PackDraft, qtbot: QtBot) -> None:
    assert new.pack is None
    missing = len(new.faults)
    with qtbot.waitSignal(new.looked):
        new.set(path_of("plan.issuer"), "Ủy ban nhân dân tỉnh Sông Mây")
    assert len(new.faults) == missing - 1


def test_texts_of_the_last_cycle_are_seen_one_by_one(store: Store, qtbot: QtBot) -> None:
    beginning = as_version(every_shape(), 1)
    name = str(beginning.tree["name"])
    draft = PackDraft(
        store, ident(3), type(beginning)(tree=beginning.tree, unseen=(name, "năm 1999"))
    )
    assert list(draft.unseen) == [NAME]
    draft.accept(name)
    assert list(draft.unseen) == []
    draft.undo()
    assert list(draft.unseen) == [NAME]
    stored = store.pack_drafts.get(ident(3))
    assert stored is not None
    assert name in decoded(stored).unseen
    delete_now(draft)


def test_what_the_store_refuses_is_kept_and_tried_again(
    new: PackDraft, store: Store, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    with monkeypatch.context() as patched:
        patched.setattr(store.pack_drafts, "keep", refuse)
        with qtbot.waitSignal(new.save_failed):
            new.set(NAME, "Tỉnh Sông Mây")
        assert _state_of(new) is SaveState.UNSAVED
        assert new.value(NAME) == "Tỉnh Sông Mây"
    new.retry_save()
    assert _state_of(new) is SaveState.SAVED
    assert _stored(store) == new.tree
    new.retry_save()
