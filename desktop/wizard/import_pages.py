"""What the import shows while there is no list: the question for one, and that it is being read."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.widgets.dropped_files import LIST_SUFFIXES
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE, scaled

_CARD_WIDTH = 560
_BAR_WIDTH = 360


class QuestionPage(QWidget):
    """Asks for a list; says why the one before was refused."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refusal = PlainLabel(role="binding", parent=self)
        self.pick = QPushButton(tr("Choose a &file…"), self)
        self.pick.setProperty("role", "primary")
        self.paste = QPushButton(tr("&Paste copied rows"), self)
        card = QFrame(self)
        card.setProperty("role", "card")
        card.setFixedWidth(scaled(_CARD_WIDTH))
        words = QVBoxLayout(card)
        words.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        words.setSpacing(SPACE)
        words.addWidget(self.refusal)
        words.addWidget(
            PlainLabel(tr("Choose the list as it was sent, or drop it here."), parent=card)
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.pick)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        words.addLayout(buttons)
        words.addWidget(
            PlainLabel(
                tr(
                    "Kinds of file: {kinds}. Title lines, merged cells and lines of totals may stay"
                    " in it. You see every row before anything is stored.",
                    kinds=", ".join(LIST_SUFFIXES),
                ),
                "hint",
                card,
            )
        )
        row = QHBoxLayout()  # an alignment would cut the words that wrap
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
