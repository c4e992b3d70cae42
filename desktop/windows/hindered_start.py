"""What keeps the window from opening or closing in order: said, noted, mended if it can be."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from db.errors import StoreDamaged, StoreError
from desktop.event_log import EVENTS, kind_of
from desktop.exit_code import ExitCode
from desktop.language import tr
from desktop.paths import STORE_NAME
from desktop.sentences.store import store_sentence
from desktop.widgets.qt_words import translate_qt

Clock = Callable[[], datetime]


def refuse(error: StoreError) -> int:
    """Say why the store cannot be used; the exit code comes back."""
    _note(error)
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - a sound start needs none

    translate_qt()
    QMessageBox.critical(None, tr("Hoinghi cannot open its data"), store_sentence(error))
    return ExitCode.STORE_REFUSED


def say_no_start(error: Exception) -> int:
    """Say that the window could not be opened, or not be closed in order."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - a sound start needs none

    from desktop.sentences.faults import fault_sentence  # noqa: PLC0415

    sys.__excepthook__(type(error), error, error.__traceback__)
    EVENTS.note_fault(error, "start")
    if QApplication.instance() is not None:
        QMessageBox.critical(None, "Hoinghi", fault_sentence())
    return ExitCode.UNFORESEEN


def rescue(damage: StoreDamaged, folder: Path, clock: Clock) -> bool:
    """Let the officer go back to a backup; tell whether one was restored."""
    _note(damage)
    from db.backups import backups_in, folder_of  # noqa: PLC0415 - a sound start needs none
    from db.rescue import restore  # noqa: PLC0415
    from desktop.windows.rescue_dialog import RescueDialog  # noqa: PLC0415

    translate_qt()
    store = folder / STORE_NAME
    dialog = RescueDialog(damage, backups_in(folder_of(store)))
    dialog.report_wanted.connect(lambda: _report(folder, clock, dialog))
    backup = dialog.chosen if dialog.exec() else None
    if backup is None:
        return False
    try:
        restore(backup, store, clock())
    except StoreError as error:
        refuse(error)
        return False
    EVENTS.note("restored")
    return True


def _report(folder: Path, clock: Clock, dialog: QWidget) -> None:
    from desktop.windows.support_dialog import open_support_without_store  # noqa: PLC0415

    open_support_without_store(folder, clock, dialog)


def _note(error: StoreError) -> None:
    EVENTS.note("store-refused", *kind_of(error).rsplit(".", 1)[-1].split())
