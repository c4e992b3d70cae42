"""The columns that a running script may have."""

from __future__ import annotations

from enum import StrEnum

SCRIPT = "script"  # the key of the paper


class ScriptColumn(StrEnum):
    """A column."""

    TIME = "time"
    ACTION = "action"
    WORDS = "words"
    ACTOR = "actor"
    STAGE = "stage"
    PROPS = "props"
    SOUND = "sound"
    LIGHT = "light"


USUAL_COLUMNS = tuple(ScriptColumn)
