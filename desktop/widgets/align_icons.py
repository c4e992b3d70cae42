"""Small pictures for the buttons that bring parts in line or lay them over one another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from desktop.documents.badges.arrange import Alignment
from desktop.models.badge_draft import Stacking
from desktop.widgets.palettes import Colour
from desktop.widgets.theme import colour_of

_SIDE = 20
_SHARP = 3  # drawn so many times larger, for screens of any scale
_LONG, _SHORT, _THICK = 14.0, 8.0, 4.0


def alignment_icon(alignment: Alignment) -> QIcon:
    """Draw two bars that end, or have their middle, on one line."""
    is_across = alignment in {Alignment.LEFT, Alignment.CENTRE, Alignment.RIGHT}
    share = {
        Alignment.LEFT: 0.0,
        Alignment.TOP: 0.0,
        Alignment.CENTRE: 0.5,
        Alignment.MIDDLE: 0.5,
        Alignment.RIGHT: 1.0,
        Alignment.BOTTOM: 1.0,
    }[alignment]
    start = (_SIDE - _LONG) / 2
    line = start + share * _LONG
    bars = [
        QRectF(line - share * length, offset, length, _THICK)
        for length, offset in ((_LONG, 4.0), (_SHORT, 12.0))
    ]
    picture, painter = _begin()
    if not is_across:
        painter.translate(0, _SIDE)
        painter.rotate(-90)
        if share != 0.5:  # turned to the left, what ended at the right ends at the top
            bars = [
                QRectF(_SIDE - bar.right(), bar.top(), bar.width(), bar.height()) for bar in bars
            ]
            line = _SIDE - line
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour_of(Colour.MUTED))
    for bar in bars:
        painter.drawRect(bar)
    painter.setPen(QPen(colour_of(Colour.ACCENT), 1.4))
    painter.drawLine(round(line), 1, round(line), _SIDE - 1)
    painter.end()
    return QIcon(picture)


def stacking_icon(stacking: Stacking) -> QIcon:
    """Draw a sheet over or under another."""
    is_up = stacking in {Stacking.UP, Stacking.TOP}
    mine, other = QRectF(3, 3, 9, 9), QRectF(8, 8, 9, 9)
    picture, painter = _begin()
    painter.setPen(QPen(colour_of(Colour.INK), 1))
    for rect, is_mine in (
        ((other, False), (mine, True)) if is_up else ((mine, True), (other, False))
    ):
        painter.setBrush(colour_of(Colour.ACCENT) if is_mine else colour_of(Colour.PAPER))
        painter.drawRect(rect)
    painter.end()
    return QIcon(picture)


def _begin() -> tuple[QPixmap, QPainter]:
    picture = QPixmap(_SIDE * _SHARP, _SIDE * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return picture, painter
