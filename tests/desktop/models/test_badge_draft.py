"""A design changed step by step, each step in the store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from db.badge_designs import DesignKind
from db.errors import StoreFull
from db.store import Store
from desktop.documents.badges.arrange import Alignment, extent
from desktop.documents.badges.layout import Band, Code, Field, Side, Text
from desktop.documents.badges.load import decode_layout, shipped_layout
from desktop.errors import InputRefused
from desktop.models.badge_draft import BadgeDraft, OpenDesign, Stacking
from desktop.models.badge_shelf import BadgeShelf
from desktop.models.saving import SaveState
from tests.desktop.documents.badges.people import a_portrait
from tests.hands import delete_now


@pytest.fixture
def draft(store: Store, new_id: Callable[[], str], qapp: object) -> Iterator[BadgeDraft]:
    opened = BadgeDraft(store, OpenDesign(layout=shipped_layout("cr80")), new_id)
    yield opened
    delete_now(opened)


def stored(store: Store) -> list[str]:
    return [each.name for each in store.badge_designs.all(DesignKind.LAYOUT)]


def index_of(draft: BadgeDraft, kind: type) -> int:
    return next(index for index, each in enumerate(draft.elements) if isinstance(each, kind))


def test_a_design_of_the_program_is_copied_at_the_first_change(
    draft: BadgeDraft, store: Store
) -> None:
    draft.select([0])
    assert stored(store) == []

    draft.move(1, 0)

    assert stored(store) == [f"{shipped_layout('cr80').title} – our own"]
    (kept,) = store.badge_designs.all(DesignKind.LAYOUT)
    assert kept.id == draft.design_id
    assert decode_layout(kept.content, checked=False) == draft.layout
    assert draft.save_state is SaveState.SAVED


def test_a_copy_that_is_named_at_once_has_that_name(draft: BadgeDraft, store: Store) -> None:
    draft.set_card(name="Thẻ hội nghị xã")

    assert stored(store) == ["Thẻ hội nghị xã"]


def test_each_step_can_be_taken_back_and_done_again(draft: BadgeDraft) -> None:
    draft.select([0])
    before = draft.layout.elements
    draft.move(2, 0)
    draft.move(0, 3)
    after = draft.layout.elements

    draft.undo()
    draft.undo()
    assert draft.layout.elements == before
    assert not draft.can_undo
    draft.redo()
    draft.redo()
    assert draft.layout.elements == after
    assert not draft.can_redo


def test_a_drag_is_one_step_and_is_stored_when_it_ends(draft: BadgeDraft, store: Store) -> None:
    draft.select([0])
    left, top, right, bottom = extent(draft.elements[0])
    for shift in (1, 2, 3):
        draft.place({0: (left, top + shift, right, bottom + shift)}, step="drag")
    assert stored(store) == []
    assert draft.save_state is SaveState.UNSAVED

    draft.settle()

    assert len(stored(store)) == 1
    assert extent(draft.elements[0])[1] == top + 3
    draft.undo()
    assert extent(draft.elements[0])[1] == top


def test_typing_on_in_one_field_is_one_step(draft: BadgeDraft) -> None:
    draft.select([index_of(draft, Text)])
    for size in (7.0, 8.0, 9.0):
        draft.set("full_pt", size)
    draft.undo()

    assert not draft.can_undo


def test_what_a_part_does_not_have_is_not_set(draft: BadgeDraft) -> None:
    band, code = index_of(draft, Band), index_of(draft, Code)
    draft.select([band, code])

    draft.set("pattern_mm", 3.0)

    changed = draft.elements[band]
    assert isinstance(changed, Band)
    assert changed.pattern_mm == 3
    assert draft.elements[code] == shipped_layout("cr80").elements[code]


def test_parts_are_added_copied_and_removed(draft: BadgeDraft) -> None:
    count = len(draft.elements)
    draft.add(Band(x_mm=3, y_mm=3, width_mm=10, height_mm=5))
    assert draft.selection == (count,)
    draft.duplicate()
    assert draft.selection == (count + 1,)
    assert extent(draft.elements[-1]) == (6, 6, 16, 11)
    draft.select([count, count + 1])
    draft.remove()
    assert draft.elements == shipped_layout("cr80").elements
    assert not draft.selection


def test_the_last_part_of_the_front_stays_and_the_back_may_be_emptied(draft: BadgeDraft) -> None:
    draft.select(range(len(draft.elements)))
    draft.remove()
    assert len(draft.elements) == len(shipped_layout("cr80").elements)

    draft.look_at(Side.BACK)
    draft.select(range(len(draft.elements)))
    draft.remove()
    assert draft.layout.back == ()
    assert draft.layout.sides == 1


@pytest.mark.parametrize(
    ("stacking", "order"),
    [
        (Stacking.TOP, [1, 3, 0, 2]),
        (Stacking.BOTTOM, [0, 2, 1, 3]),
        (Stacking.UP, [1, 0, 3, 2]),
        (Stacking.DOWN, [0, 2, 1, 3]),
    ],
)
def test_parts_are_laid_over_and_under_one_another(
    draft: BadgeDraft, stacking: Stacking, order: list[int]
) -> None:
    draft.set_card(elements=draft.layout.elements[:4])
    before = draft.elements
    draft.select([0, 2])

    draft.restack(stacking)

    assert draft.elements == tuple(before[index] for index in order)
    assert {draft.elements[index] for index in draft.selection} == {before[0], before[2]}


def test_one_part_is_aligned_within_the_safe_zone(draft: BadgeDraft) -> None:
    draft.align(Alignment.LEFT)
    assert not draft.can_undo
    draft.select([index_of(draft, Code)])

    draft.align(Alignment.LEFT)

    assert extent(draft.selected[0])[0] == draft.layout.safe_mm


def test_turning_the_card_selects_nothing(qtbot: QtBot, draft: BadgeDraft) -> None:
    draft.select([1])
    with qtbot.waitSignal(draft.selection_changed):
        draft.look_at(Side.BACK)

    assert not draft.selection
    assert draft.selected_area() is None
    assert draft.elements == draft.layout.back


def test_a_fault_is_told_and_the_design_kept_all_the_same(draft: BadgeDraft, store: Store) -> None:
    draft.select([index_of(draft, Code)])
    draft.set("side_mm", 5.0)

    assert draft.fault is not None
    assert draft.fault.reason == "layout-code"
    offered = [each for each in BadgeShelf(store).designs() if each.design.id]
    assert [each.fault.reason for each in offered if each.fault] == ["layout-code"]


def test_a_background_is_kept_with_the_design_and_taken_away_again(
    draft: BadgeDraft, store: Store
) -> None:
    photo = a_portrait().data
    draft.look_at(Side.BACK)
    draft.set_background("nen.jpg", photo)
    (kept,) = store.badge_designs.all(DesignKind.LAYOUT)
    assert kept.backgrounds == {"nen.jpg": photo}
    assert draft.layout.background is None

    draft.set_background("", b"")

    (kept,) = store.badge_designs.all(DesignKind.LAYOUT)
    assert kept.backgrounds == {}


def test_a_file_that_cannot_lie_under_a_card_changes_nothing(draft: BadgeDraft) -> None:
    with pytest.raises(InputRefused):
        draft.set_background("nen.jpg", b"no picture")

    assert draft.layout.background is None
    assert not draft.can_undo


def test_the_colours_of_a_group_are_set(draft: BadgeDraft) -> None:
    swatch = replace(draft.layout.palette["red"], fill="#400000")

    draft.set_swatch("red", swatch)

    assert draft.layout.palette["red"] == swatch


def test_a_full_disk_is_told_and_tried_again(
    qtbot: QtBot, draft: BadgeDraft, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = store.badge_designs.keep

    def refuse(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(store.badge_designs, "keep", refuse)
    with qtbot.waitSignal(draft.save_failed):
        draft.set_card(name="Mới")
    assert draft.save_state is SaveState.UNSAVED
    monkeypatch.setattr(store.badge_designs, "keep", keep)

    with qtbot.waitSignal(draft.save_state_changed):
        draft.retry_save()

    assert stored(store) == ["Mới"]


def test_a_name_stays_as_it_is_typed_in_every_design_of_the_program(draft: BadgeDraft) -> None:
    names = [each for each in draft.elements if isinstance(each, Text)]

    assert [each.capitals for each in names if each.field is Field.NAME] == [False]
