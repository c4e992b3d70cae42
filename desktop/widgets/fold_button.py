"""A button that folds the tools of a page away where there is little room above its list."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.widgets.labels import dress_as

_SHUT, _OPEN = "▸", "▾"


class FoldButton(QPushButton):
    """Hides widgets while the room is short, until it is pressed; unseen while there is room."""

    folded = Signal(bool)  # whether the tools are away

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._tools: tuple[QWidget, ...] = ()
        self._is_short = False
        self._is_needed = False
        self.setProperty("role", "small")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.toggled.connect(self._show)
        self._show()

    @property
    def is_folded(self) -> bool:
        """Whether the tools are away."""
        return self._is_short and not self._is_needed and not self.isChecked()

    def fold(self, tools: Iterable[QWidget]) -> None:
        """Fold these away."""
        self._tools = tuple(tools)
        self._show()

    def fit_room(self, *, is_short: bool) -> None:
        """Fold the tools away where the room is short, and show them where it is not."""
        if is_short != self._is_short:
            self._is_short = is_short
            self._show()

    def keep_open(self, *, is_needed: bool) -> None:
        """Leave the tools in sight, as nothing below them needs the room."""
        if is_needed != self._is_needed:
            self._is_needed = is_needed
            self._show()

    def mark(self, *, is_in_use: bool) -> None:
        """Show that one of the tools changes what the list shows."""
        dress_as(self, "state", "on" if is_in_use else "off")

    def _show(self) -> None:
        is_folded = self.is_folded
        for tool in self._tools:
            tool.setVisible(not is_folded)
        self.setText(f"{_SHUT if is_folded else _OPEN} {self._title}")
        self.setVisible(self._is_short and not self._is_needed)
        self.folded.emit(is_folded)
