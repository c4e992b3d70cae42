"""Somebody's keys taken over from a file, once their fingerprint was compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.errors import StoreError
from desktop.errors import InputRefused
from desktop.handoff.key_files import read_card_file
from desktop.models.key_desk import KeyDesk
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.store import store_sentence
from desktop.widgets.work_line import WorkLine
from desktop.windows.key_dialogs import FingerprintDialog

Compare = Callable[[FingerprintDialog], bool]


def take_keys(
    path: Path, desk: KeyDesk, compare: Compare, work: WorkLine, parent: QWidget
) -> str | None:
    """Name whose keys count from now on; None where none do, and the line says why not."""
    try:
        file = read_card_file(path)
        if not compare(FingerprintDialog(file.card, file.revoked, parent)):
            return None
        desk.believe_file(file)
    except InputRefused as refusal:
        work.say(refusal_sentence(refusal), "binding")
    except StoreError as error:
        work.say(store_sentence(error), "binding")
    else:
        return file.card.name
    return None
