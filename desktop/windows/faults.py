"""What is said on screen when the data cannot be opened, or a slot could not handle a fault."""

from __future__ import annotations

import sys
from types import TracebackType

from db.errors import StoreError
from desktop.exit_code import ExitCode
from desktop.language import tr
from desktop.sentences.store import store_sentence
from desktop.widgets.qt_words import translate_qt


def refuse(error: StoreError) -> int:
    """Say why the data cannot be opened; the exit code comes back."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - a sound start needs none

    translate_qt()
    QMessageBox.critical(None, tr("Hoinghi cannot open its data"), store_sentence(error))
    return ExitCode.STORE_REFUSED


def say_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say what a slot could not handle: a disk that failed, or a fault of ours."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415

    sys.__excepthook__(kind, error, trace)
    if isinstance(error, StoreError):
        sentence = store_sentence(error)
    else:
        sentence = tr(
            "A fault in this program stopped what you just did. What was stored before is safe."
            " If it goes on, close the program and start it again."
        )
    QMessageBox.critical(None, "Hoinghi", sentence)
