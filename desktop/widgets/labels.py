"""Labels that show text exactly as it is: user text is never read as markup."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

_PLAIN_TEXT = 0  # Qt.TextFormat.PlainText; to name it loads every enum of Qt, 19 ms of the start


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the theme's style sheet, at once."""
    if role != widget.property("role"):
        widget.setProperty("role", role)
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
        set_role(self, role)
