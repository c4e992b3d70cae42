"""A dialog over long work: it stops with the dialog, and Enter presses no button by surprise."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton


class SessionDialog(QDialog):
    """Ends the work under way when it closes, in whatever way."""

    @abstractmethod
    def stop_work(self) -> None:
        """Stop what is under way without a word."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, and nothing else."""
        focused = self.focusWidget()
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused, QPushButton):
            focused.click()

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self.stop_work()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what is under way."""
        self.stop_work()
        super().closeEvent(event)
