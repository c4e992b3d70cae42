"""A store that cannot be opened: said in words, or led back to a backup."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from db.backups import backups_in, folder_of
from db.errors import StoreDamaged, StoreError
from db.rescue import restore
from desktop.exit_code import ExitCode
from desktop.language import tr
from desktop.sentences.store import store_sentence
from desktop.widgets.qt_words import translate_qt
from desktop.windows.guide_desk import GuideDesk
from desktop.windows.rescue_dialog import RescueDialog


def refuse(error: StoreError) -> int:
    """Say why the store cannot be used; the exit code comes back."""
    translate_qt()
    QMessageBox.critical(None, tr("Hoinghi cannot open its data"), store_sentence(error))
    return ExitCode.STORE_REFUSED


def rescue(damage: StoreDamaged, store: Path, now: datetime) -> bool:
    """Let the officer go back to a backup; tell whether one was restored."""
    translate_qt()
    dialog = RescueDialog(damage, backups_in(folder_of(store)))
    guide = GuideDesk(dialog)
    guide.watch()
    backup = dialog.chosen if dialog.exec() else None
    guide.end()
    if backup is None:
        return False
    try:
        restore(backup, store, now)
    except StoreError as error:
        refuse(error)
        return False
    return True
