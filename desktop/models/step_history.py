"""Undo and redo of a thing that is replaced whole at each step."""

from __future__ import annotations

from typing import Generic, TypeVar

_LONGEST = 500

State = TypeVar("State")
Place = TypeVar("Place")


class StepHistory(Generic[State, Place]):
    """The states before and after the present one, each with the place its step was about."""

    def __init__(self) -> None:
        self._done: list[tuple[State, Place]] = []
        self._undone: list[tuple[State, Place]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)

    @property
    def before(self) -> State:
        """The state before the last step."""
        return self._done[-1][0]

    def step(self, before: State, place: Place) -> None:
        """Remember the state that a step leaves; what was undone cannot be done again any more."""
        self._done = [*self._done[1 - _LONGEST :], (before, place)]
        self._undone.clear()

    def forget_last(self) -> None:
        """Let the step before be as if it had not been: another one takes its place."""
        self._done.pop()

    def undo(self, present: State) -> tuple[State, Place] | None:
        """Give the state before the last step, and its place."""
        return self._walk(self._done, self._undone, present)

    def redo(self, present: State) -> tuple[State, Place] | None:
        """Give the state after the step last taken back, and its place."""
        return self._walk(self._undone, self._done, present)

    def _walk(
        self,
        source: list[tuple[State, Place]],
        target: list[tuple[State, Place]],
        present: State,
    ) -> tuple[State, Place] | None:
        if not source:
            return None
        state, place = source.pop()
        target.append((present, place))
        return state, place
