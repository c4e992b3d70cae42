"""What stores itself: whether the store holds all that is on screen, and how to try again."""

from __future__ import annotations

from enum import Enum
from typing import Any, Protocol


class SaveState(Enum):
    """What the status line says; it never claims more than the store has confirmed."""

    SAVED = "saved"
    UNSAVED = "unsaved"
    SAVING = "saving"  # a long step


class SavesItself(Protocol):
    """A conference or a rule pack that is stored after each change."""

    save_state_changed: Any  # a Qt signal with a SaveState
    save_failed: Any  # a Qt signal with a StoreError

    @property
    def save_state(self) -> SaveState:
        """Whether the store holds everything."""

    def retry_save(self) -> None:
        """Store again what the store refused before."""
