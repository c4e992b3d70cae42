"""One newer version: what is new, who signed it, and what will happen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.handoff.updates import Offer
from desktop.language import tr
from desktop.sentences.updates import file_line, signer_lines, steps, versions_line
from desktop.widgets.growing_text import GrowingText
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE


class UpdateOffer(QScrollArea):
    """Shows an offer; it decides nothing.

    Attributes:
        news: what is new, to be read line by line.
    """

    def __init__(self, current: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        self.versions = PlainLabel(role="title", parent=page)
        self.news = GrowingText(least_lines=3, parent=page)
        self.news.setReadOnly(True)
        self.news.setAccessibleName(tr("What is new"))
        self.signer = PlainLabel(parent=page)
        self.fingerprint = PlainLabel(parent=page)
        self.fingerprint.setAccessibleName(tr("Fingerprint"))
        self.file = PlainLabel(parent=page)
        for label in (self.signer, self.fingerprint, self.file):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.steps = PlainLabel(parent=page)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.versions)
        column.addWidget(PlainLabel(tr("What is new"), "heading", page))
        column.addWidget(self.news)
        column.addWidget(self._card(page))
        column.addSpacing(SPACE - GAP)
        column.addWidget(PlainLabel(tr("What will happen"), "heading", page))
        column.addWidget(self.steps)
        column.addStretch(1)
        self.setWidget(page)

    def show_offer(self, offer: Offer) -> None:
        """Show one."""
        self.versions.setText(versions_line(offer, self._current))
        self.news.setPlainText("\n".join(f"• {line}" for line in offer.update.news))
        signer, fingerprint = signer_lines(offer)
        self.signer.setText(signer)
        self.fingerprint.setText(fingerprint)
        self.file.setText(file_line(offer))
        told = enumerate(steps(offer.installer.form), start=1)
        self.steps.setText("\n".join(f"{number}. {step}" for number, step in told))

    def _card(self, page: QWidget) -> QFrame:
        card = QFrame(page)
        card.setProperty("role", "card")
        form = QFormLayout(card)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setHorizontalSpacing(SPACE)
        form.setVerticalSpacing(GAP)
        form.addRow(tr("Given and signed by"), self.signer)
        form.addRow(tr("Fingerprint"), self.fingerprint)
        form.addRow(tr("Installer"), self.file)
        return card
