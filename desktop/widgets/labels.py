"""Labels that show text exactly as it is: user text is never read as markup."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

_PLAIN_TEXT = 0  # Qt.TextFormat.PlainText; to name it loads every enum of Qt, 19 ms of the start


def dress_as(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the theme's style sheet asks for, and dress the widget by it at once."""
    if value != widget.property(name):
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class PlainLabel(QLabel):
    """A label whose text is plain, wraps, and takes a role of the theme."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("textFormat", _PLAIN_TEXT)
        self.setWordWrap(True)
        self.setText(text)
        self.setProperty("role", role)  # nothing is dressed yet that would have to be dressed anew

    def set_role(self, role: str) -> None:
        """Dress the label as a title, heading, hint, or as a finding's severity."""
        dress_as(self, "role", role)
