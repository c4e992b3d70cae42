"""A box to choose from: its list has room for long names, and it tells the whole of a cut one."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QToolTip

from desktop.widgets.plain_tip import plain_tip

_FRAME = 8  # logical pixels: border and padding of the list, on both sides


class RoomyBox(QComboBox):
    """Opens its list as wide as its longest name: Qt makes it as narrow as the box."""

    def showPopup(self) -> None:
        """Give the list its room first."""
        view = self.view()
        view.setMinimumWidth(
            view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width() + _FRAME
        )
        super().showPopup()

    def event(self, event: QEvent) -> bool:
        """Show the whole name of what is chosen where the box is too narrow for it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.is_cut:
            QToolTip.showText(event.globalPos(), plain_tip(self.currentText()), self)
            return True
        return super().event(event)

    @property
    def is_cut(self) -> bool:
        """Whether the name of what is chosen has no room."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        return self.fontMetrics().horizontalAdvance(self.currentText()) > room.width()
