from __future__ import annotations

from desktop.models.step_history import StepHistory


def test_steps_are_taken_back_and_done_again_in_turn() -> None:
    history: StepHistory[int, str] = StepHistory()
    history.step(1, "a")
    history.step(2, "b")
    assert history.before == 2
    assert history.undo(3) == (2, "b")
    assert history.undo(2) == (1, "a")
    assert history.undo(1) is None
    assert history.redo(1) == (2, "a")
    history.step(2, "c")
    assert not history.can_redo
    assert history.redo(4) is None


def test_a_step_may_take_the_place_of_the_last() -> None:
    history: StepHistory[int, str] = StepHistory()
    history.step(1, "a")
    history.forget_last()
    assert not history.can_undo


def test_the_oldest_steps_are_forgotten() -> None:
    history: StepHistory[int, str] = StepHistory()
    for number in range(600):
        history.step(number, "")
    taken = 0
    while history.undo(0) is not None:
        taken += 1
    assert taken == 500
