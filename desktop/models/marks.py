"""How a table model says that a cell needs a look; the widgets choose how it shows."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

MARK_ROLE = Qt.ItemDataRole.UserRole + 1


class Mark(Enum):
    """Why a cell stands out."""

    WRONG = "wrong"  # a value is missing or was not taken
    DOUBT = "doubt"  # the value was taken, but may be wrong
    SET_ASIDE = "set-aside"  # not going to be taken
    SHORT = "short"  # less than there should be in the end
    FINE = "fine"
