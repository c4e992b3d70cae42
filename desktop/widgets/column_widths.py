"""Columns as wide as the officer drew them, the next day too.

Kept are those that can be drawn, at the usual size of text: `6|1=110,3=230` is the count of all
columns, then the width of each in logical pixels.
What only a hand at the mouse needs is loaded with its first event, because the home window has a
table too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QHeaderView, QTableView, QTreeView

from desktop.widgets.keepsakes import keep, kept
from desktop.widgets.theme import scaled, unscaled

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

_NARROWEST, _WIDEST = 12, 2000  # logical pixels


def restore_widths(view: QTableView | QTreeView, name: str) -> None:
    """Give the columns of a table the widths they were left with.

    Args:
        view: with its columns laid out as they are where nothing was kept.
        name: the table's, among all of the program.
    """
    header = header_of(view)
    for column, width in _read(kept(_key(name)), header.count()).items():
        if _can_be_drawn(header, column):
            header.resizeSection(column, scaled(width))


def keep_widths(view: QTableView | QTreeView, name: str) -> None:
    """Restore the widths of a table, and keep them whenever a column is drawn wider or narrower."""
    restore_widths(view, name)
    header = header_of(view)
    if not header.findChildren(_Keeper):
        _Keeper(header, name)


def header_of(view: QTableView | QTreeView) -> QHeaderView:
    """Give the titles of the columns."""
    return view.horizontalHeader() if isinstance(view, QTableView) else view.header()


class _Keeper(QObject):
    """Lives with a header; what the program itself lays out is kept by nobody."""

    def __init__(self, header: QHeaderView, name: str) -> None:
        super().__init__(header)
        self._header = header
        self._name = name
        self._later = QTimer(self)  # when the header has done what the mouse asked for
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep)
        header.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the widths when the mouse lets go of the header."""
        from PySide6.QtCore import QEvent  # noqa: PLC0415 - of no use to the start, see above

        if event.type() in (QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick):
            self._later.start()
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        header = self._header
        widths = _read(kept(_key(self._name)), header.count())
        for column in range(header.count()):
            if _can_be_drawn(header, column):
                widths[column] = unscaled(header.sectionSize(column))
        listed = ",".join(f"{column}={width}" for column, width in sorted(widths.items()))
        keep(_key(self._name), f"{header.count()}|{listed}")


def _key(name: str) -> str:
    return f"widths:{name}"


def _can_be_drawn(header: QHeaderView, column: int) -> bool:
    is_free = header.sectionResizeMode(column) == QHeaderView.ResizeMode.Interactive
    is_last = header.stretchLastSection() and column == header.count() - 1
    return is_free and not is_last and not header.isSectionHidden(column)


def _read(text: str, count: int) -> dict[int, int]:
    """Read what was kept; of a table with other columns, or of no sense, nothing is taken."""
    of, _, listed = text.partition("|")
    if of != str(count):
        return {}
    pairs = (one.split("=") for one in listed.split(",") if one)
    try:
        widths = {int(column): int(width) for column, width in pairs}
    except ValueError:
        return {}
    return {
        column: width
        for column, width in widths.items()
        if 0 <= column < count and _NARROWEST <= width <= _WIDEST
    }
