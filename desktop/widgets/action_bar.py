"""A row of actions at the top of a window, within reach of the Tab key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QActionEvent
from PySide6.QtWidgets import QMainWindow, QToolBar, QToolButton

from desktop.language import tr


class ActionBar(QToolBar):
    """Shows actions as buttons that take the keyboard; Qt's own leave them to the mouse."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(tr("Actions"), window)
        self.setMovable(False)
        window.addToolBar(self)

    def actionEvent(self, event: QActionEvent) -> None:
        """Let a button that was added take the keyboard."""
        super().actionEvent(event)
        button = self.widgetForAction(event.action())
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
