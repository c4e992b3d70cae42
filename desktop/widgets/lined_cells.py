"""Cells of one or several paragraphs, each in its own ink and size, wrapped in their column."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTableWidgetItem,
)

from desktop.widgets.palettes import Colour
from desktop.widgets.theme import BASE_POINTS, SMALL_POINTS, colour_of

_LINES_ROLE = Qt.ItemDataRole.UserRole + 1
_PADDING_X, _PADDING_Y = 9, 7  # logical pixels: as the theme and the style pad other cells
_BETWEEN = 2
_ENDLESS = 100_000
_WRAPPED = Qt.TextFlag.TextWordWrap


class Line(NamedTuple):
    """A paragraph of a cell; plain text."""

    text: str
    ink: Colour = Colour.INK
    is_small: bool = False


class _Lines:
    """Keeps lines from being made into something else on their way through Qt."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines


def lined_item(*lines: Line) -> QTableWidgetItem:
    """Make a cell that `LinedCells` draws; empty lines are left out."""
    shown = tuple(line for line in lines if line.text)
    item = QTableWidgetItem("\n".join(line.text for line in shown))
    item.setData(_LINES_ROLE, _Lines(shown))
    return item


class LinedCells(QStyledItemDelegate):
    """Draws the cells that `lined_item` made, in their own inks when they are selected too."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the ground of the cell, then its lines, in the middle of its height."""
        lines = _lines(index)
        if not lines:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget
        )
        room = option.rect.adjusted(_PADDING_X, 0, -_PADDING_X, 0)
        heights = [_height(line, room.width(), option.font) for line in lines]
        top = room.top() + max(0, (room.height() - _total(heights)) // 2)
        painter.save()
        for line, height in zip(lines, heights, strict=True):
            painter.setFont(_font(line, option.font))
            painter.setPen(colour_of(line.ink))
            painter.drawText(QRect(room.left(), top, room.width(), height), _WRAPPED, line.text)
            top += height + _BETWEEN
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Measure the lines as they wrap in their column."""
        hint = super().sizeHint(option, index)
        table = self.parent()
        lines = _lines(index)
        if not lines or not isinstance(table, QTableView):
            return hint
        width = table.columnWidth(index.column()) - 2 * _PADDING_X
        heights = [_height(line, width, table.font()) for line in lines]
        return QSize(hint.width(), _total(heights) + 2 * _PADDING_Y)


def _lines(index: QModelIndex | QPersistentModelIndex) -> tuple[Line, ...]:
    kept = index.data(_LINES_ROLE)
    return kept.lines if isinstance(kept, _Lines) else ()


def _height(line: Line, width: int, font: QFont) -> int:
    room = QRect(0, 0, max(1, width), _ENDLESS)
    return QFontMetrics(_font(line, font)).boundingRect(room, _WRAPPED, line.text).height()


def _total(heights: list[int]) -> int:
    return sum(heights) + _BETWEEN * (len(heights) - 1)


def _font(line: Line, base: QFont) -> QFont:
    if not line.is_small:
        return base
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * SMALL_POINTS / BASE_POINTS)
    return font
