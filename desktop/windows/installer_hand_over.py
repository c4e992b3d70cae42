"""The last step of an update: nothing uses the store any more, and the installer is started."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from desktop.errors import InputRefused
from desktop.handoff.installer_copy import check_copy
from desktop.installer_start import start_installer
from desktop.models.updates import ReadyInstaller
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.updates import not_started_sentence


def hand_over(ready: ReadyInstaller) -> None:
    """Start an installer, if it still is what was signed; say so on screen where it is not."""
    path = Path(ready.path)
    try:
        check_copy(path, ready.installer)
        start_installer(path, ready.installer.form)
    except InputRefused as refusal:
        QMessageBox.critical(None, "Hoinghi", refusal_sentence(refusal.of_file(path)))
    except OSError as error:
        detail = error.strerror or type(error).__name__
        QMessageBox.critical(None, "Hoinghi", not_started_sentence(detail))
