"""A button that puts a placeholder into the text at work: what each conference fills in itself."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton, QWidget

from desktop.language import tr
from desktop.sentences.placeholders import placeholder_names


class PlaceholderButton(QPushButton):
    """Offers the placeholders by what stands for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("&Insert…"), parent)
        self.setToolTip(tr("Puts something into the text that each conference fills in itself."))
        self._text: QPlainTextEdit | None = None
        menu = QMenu(self)
        for key, name in placeholder_names().items():
            action = menu.addAction(f"{name}  {{{key}}}".replace("&", "&&"))
            action.triggered.connect(lambda _=False, key=key: self._insert(key))
        self.setMenu(menu)
        self.setEnabled(False)

    def work_on(self, text: QPlainTextEdit | None) -> None:
        """Insert into this text from now on; None where there is no text to insert into."""
        self._text = text
        self.setEnabled(text is not None)
        if text is not None:
            text.destroyed.connect(self._forget)

    def _forget(self, gone: QObject) -> None:
        if self._text is gone:
            self.work_on(None)

    def _insert(self, key: str) -> None:
        if self._text is not None:
            self._text.insertPlainText(f"{{{key}}}")
            self._text.setFocus()
