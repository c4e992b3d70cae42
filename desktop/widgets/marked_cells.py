"""Draws the cells that a model marks, and shows the whole text of those that are cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QHelpEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.models.flat_table import AnyIndex
from desktop.models.marks import MARK_ROLE, Mark
from desktop.widgets.palettes import Colour
from desktop.widgets.plain_tip import plain_tip
from desktop.widgets.theme import colour_of

_INKS = {
    Mark.WRONG: Colour.BINDING,
    Mark.DOUBT: Colour.ADVISORY,
    Mark.SET_ASIDE: Colour.MUTED,
    Mark.SHORT: Colour.ADVISORY,
    Mark.FINE: Colour.FINE,
}
_GROUNDS = {Mark.WRONG: Colour.WRONG_GROUND, Mark.DOUBT: Colour.DOUBT_GROUND}


class MarkedCells(QStyledItemDelegate):
    """Shows marks as ink and ground; the model puts a sign before the text as well."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Dress the cell."""
        super().initStyleOption(option, index)
        mark = index.data(MARK_ROLE)
        if mark in _INKS:
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, colour_of(_INKS[mark]))
        if mark in _GROUNDS:
            option.backgroundBrush = QBrush(colour_of(_GROUNDS[mark]))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        """Explain a marked cell; show the whole text of one that is too narrow for it."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = index.data(Qt.ItemDataRole.ToolTipRole)
        needed, room = self.sizeHint(option, index), option.rect.size()
        if not text and needed.expandedTo(room) != room:
            text = index.data()
        QToolTip.showText(event.globalPos(), plain_tip(str(text or "")))
        return True
