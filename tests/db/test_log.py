from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from db.changes import Action, State
from db.records import (
    Conference,
    Decision,
    Delegate,
    EventDay,
    Move,
    ParticipantGroup,
    ProgrammeItem,
    WizardStep,
)
from db.store import Store
from tests.builders import NOON, a_conference, a_delegate, an_office, ident
from tests.db.conftest import Opener

HERE = ident(10)


def actions(store: Store, conference_id: str | None = None) -> list[Action]:
    return [entry.action for entry in store.log.entries(conference_id)]


def test_each_user_action_is_one_entry_newest_first(planned: Store) -> None:
    planned.delegates.add((a_delegate(1), a_delegate(2)))
    planned.conferences.save(a_conference(title="x"))
    planned.delegates.save((a_delegate(1, name="Y Wang Niê"),))
    planned.delegates.remove((ident(1001), ident(1002)))
    planned.conferences.delete(HERE)
    planned.conferences.restore(HERE)
    assert actions(planned) == [
        Action.CONFERENCE_RESTORED,
        Action.CONFERENCE_DELETED,
        Action.DELEGATES_REMOVED,
        Action.DELEGATES_SAVED,
        Action.CONFERENCE_SAVED,
        Action.DELEGATES_ADDED,
        Action.CONFERENCE_ADDED,
        Action.OFFICE_SAVED,
    ]
    assert [entry.count for entry in planned.log.entries(HERE, limit=6)][2:6] == [2, 1, 0, 2]
    assert planned.log.entries()[-1].conference_id is None


def test_an_entry_carries_the_time_of_the_clock(planned: Store) -> None:
    times = [entry.at for entry in planned.log.entries()]
    assert times == sorted(times, reverse=True)
    assert times[-1] > NOON


def test_nothing_to_undo_or_redo_says_so(planned: Store) -> None:
    assert planned.log.next_undo(HERE) is None
    assert planned.log.undo(HERE) is None
    assert planned.log.redo(HERE) is None


def test_an_import_is_undone_and_redone_whole_after_a_restart(
    planned: Store, open_store: Opener
) -> None:
    people = tuple(a_delegate(n, honours=("a", "b")) for n in range(1, 201))
    planned.delegates.add(people)
    planned.close()
    store = open_store()
    undone = store.log.undo(HERE)
    assert undone is not None
    assert (undone.action, undone.count) == (Action.DELEGATES_ADDED, 200)
    assert store.delegates.of(HERE) == ()
    store.close()
    store = open_store()
    redone = store.log.redo(HERE)
    assert redone is not None
    assert redone.id == undone.id
    assert store.delegates.of(HERE) == people


@pytest.mark.parametrize(
    "fields",
    [
        {"programme": ()},
        {"programme": (ProgrammeItem(id=ident(21), title="Văn nghệ", minutes=30),)},
        {"period": None, "ordinal": 7, "title": "Đại hội"},
        {"bases": ("a", "b"), "staff_count": 45},
        {"co_organisers": ("Hội Nông dân",), "done_tasks": ("plan", "badges")},
        {"event_days": (EventDay(event="tet", day=date(2024, 2, 29)),), "unit_id": "tan-an"},
        {"moves": (Move(id=ident(70), old_day=date(2025, 3, 10), reason="Bão"),)},
        {"decisions": (Decision(id=ident(80), code="x", reason="y", approver="z"),)},
    ],
)
def test_an_edit_of_the_conference_is_undone_and_redone(
    planned: Store, fields: dict[str, Any]
) -> None:
    planned.conferences.save(a_conference(**fields))
    planned.log.undo(HERE)
    assert planned.conferences.get(HERE) == a_conference()
    planned.log.redo(HERE)
    assert planned.conferences.get(HERE) == a_conference(**fields)


def test_undoing_the_removal_of_a_group_finds_its_people_in_it(planned: Store) -> None:
    planned.delegates.add((a_delegate(group_id=ident(13)),))
    without = tuple(group for group in a_conference().groups if group.id != ident(13))
    planned.conferences.save(a_conference(groups=without))
    planned.log.undo(HERE)
    file = planned.conferences.file(HERE)
    assert file.delegates[0].group_id == ident(13)


def test_where_the_officer_stands_in_the_wizard_is_not_undone(planned: Store) -> None:
    planned.conferences.save(a_conference(programme=(), step=WizardStep.PROGRAMME))
    planned.conferences.save(a_conference(programme=(), step=WizardStep.REVIEW, is_planned=True))
    undone = planned.log.undo(HERE)
    assert undone is not None
    assert undone.fields == ("programme",)
    assert planned.conferences.get(HERE) == a_conference(step=WizardStep.REVIEW, is_planned=True)


def test_turning_the_page_keeps_what_can_be_redone(planned: Store) -> None:
    planned.conferences.save(a_conference(title="x"))
    planned.log.undo(HERE)
    planned.conferences.save(a_conference(step=WizardStep.REVIEW))
    assert planned.log.redo(HERE) is not None


def test_a_new_step_drops_what_could_be_redone(planned: Store) -> None:
    planned.conferences.save(a_conference(title="x"))
    planned.log.undo(HERE)
    planned.conferences.save(a_conference(title="y"))
    assert planned.log.next_redo(HERE) is None
    assert planned.log.redo(HERE) is None
    assert planned.log.undo(HERE) is not None
    assert planned.log.undo(HERE) is None
    states = {entry.state for entry in planned.log.entries(HERE)}
    assert states == {State.FINAL, State.UNDONE, State.DROPPED}


def test_an_undo_is_an_entry_that_names_what_it_takes_back(planned: Store) -> None:
    planned.conferences.save(a_conference(title="x"))
    step = planned.log.next_undo(HERE)
    planned.log.undo(HERE)
    assert step is not None
    newest = planned.log.entries()[0]
    assert (newest.action, newest.undoes) == (Action.UNDONE, step.id)
    assert planned.log.next_redo(HERE) == msgspec.structs.replace(step, state=State.UNDONE)


def test_each_conference_has_its_own_history(planned: Store) -> None:
    other = ident(30)
    planned.conferences.add(a_conference(id=other))
    planned.conferences.save(a_conference(title="x"))
    planned.conferences.save(a_conference(id=other, title="y"))
    planned.log.undo(HERE)
    assert planned.conferences.get(HERE) == a_conference()
    assert planned.conferences.get(other).title == "y"
    assert set(actions(planned, other)) == {Action.CONFERENCE_SAVED, Action.CONFERENCE_ADDED}


@settings(max_examples=25, stateful_step_count=20, deadline=None)
class _History(RuleBasedStateMachine):
    """Undo and redo against two plain stacks of states."""

    store: Store

    def __init__(self) -> None:
        super().__init__()
        self.store.delegates.remove([one.id for one in self.store.delegates.of(HERE)])
        self.store.conferences.save(a_conference())
        # what earlier examples did is no history of this one
        self.store._connection.execute("UPDATE change_log SET state = 'final'")
        self.past: list[tuple[Conference, tuple[Delegate, ...]]] = []
        self.future: list[tuple[Conference, tuple[Delegate, ...]]] = []
        self.now = self.stands()

    def stands(self) -> tuple[Conference, tuple[Delegate, ...]]:
        return self.store.conferences.get(HERE), self.store.delegates.of(HERE)

    def done(self) -> None:
        if (now := self.stands()) != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = now

    @rule(titles=st.lists(st.sampled_from("abcd"), max_size=4), theme=st.sampled_from(("", "x")))
    def edit(self, titles: list[str], theme: str) -> None:
        items = tuple(ProgrammeItem(id=ident(n), title=t) for n, t in enumerate(titles, 500))
        conference = msgspec.structs.replace(self.now[0], programme=items, theme=theme)
        self.store.conferences.save(conference)
        self.done()

    @rule(number=st.integers(1, 4))
    def regroup(self, number: int) -> None:
        groups = tuple(ParticipantGroup(id=ident(n), name=str(n)) for n in range(number, 5))
        self.store.conferences.save(msgspec.structs.replace(self.now[0], groups=groups))
        self.done()

    @rule(numbers=st.sets(st.integers(1, 6), min_size=1), honours=st.sampled_from(((), ("a", "b"))))
    def put(self, numbers: set[int], honours: tuple[str, ...]) -> None:
        known = {one.id for one in self.now[1]}
        people = [a_delegate(n, honours=honours) for n in sorted(numbers)]
        self.store.delegates.save([one for one in people if one.id in known])
        self.done()
        self.store.delegates.add([one for one in people if one.id not in known])
        self.done()

    @rule(numbers=st.sets(st.integers(1, 6)))
    def remove(self, numbers: set[int]) -> None:
        self.store.delegates.remove(ident(1000 + n) for n in numbers)
        self.done()

    @rule()
    def undo(self) -> None:
        assert (self.store.log.undo(HERE) is not None) == bool(self.past)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        assert (self.store.log.redo(HERE) is not None) == bool(self.future)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @invariant()
    def the_store_stands_where_the_stacks_say(self) -> None:
        assert self.stands() == self.now


def test_any_history_of_steps_undoes_and_redoes_exactly(store: Store) -> None:
    store.offices.save(an_office())
    store.conferences.add(a_conference())
    machine = type("History", (_History,), {"store": store})
    run_state_machine_as_test(machine, settings=_History.TestCase.settings)
