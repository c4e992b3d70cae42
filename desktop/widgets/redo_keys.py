"""The keys that do a step again."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def redo_keys() -> list[QKeySequence]:
    """List them: Ctrl+Y as in Excel and Word, which not every system has, and the system's own."""
    keys = [QKeySequence("Ctrl+Y")]
    keys += QKeySequence.keyBindings(QKeySequence.StandardKey.Redo)
    return [key for place, key in enumerate(keys) if key not in keys[:place]]
