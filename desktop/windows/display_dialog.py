"""Colours and size of text: chosen once, seen at once, kept."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.widgets import theme
from desktop.widgets.chosen_look import choose_look
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE, Look


class DisplayDialog(QDialog):
    """Changes every open window with each choice.

    Attributes:
        looks: the choices of colours.
        size_box: the sizes of text, in percent.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Display"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(PlainLabel(tr("Colours"), "heading", self))
        self.looks: dict[Look, QRadioButton] = {}
        group = QButtonGroup(self)
        for look, text in (
            (Look.SYSTEM, tr("As the &system is")),
            (Look.LIGHT, tr("&Light")),
            (Look.DARK, tr("&Dark")),
            (Look.CONTRAST, tr("&High contrast")),
        ):
            button = QRadioButton(text, self)
            button.setChecked(look is theme.look())
            group.addButton(button)
            column.addWidget(button)
            self.looks[look] = button
        self.size_box = QComboBox(self)
        for percent in theme.TEXT_SIZES:
            self.size_box.addItem(tr("{percent} %", percent=percent), percent)
        self.size_box.setCurrentIndex(self.size_box.findData(theme.text_percent()))
        caption = QLabel(tr("Size of &text"), self)
        caption.setBuddy(self.size_box)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(caption)
        row.addWidget(self.size_box)
        row.addStretch(1)
        column.addSpacing(GAP)
        column.addLayout(row)
        hint = tr("What you choose is seen at once. Papers and badges stay as they are printed.")
        column.addWidget(PlainLabel(hint, "hint", self))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(buttons)
        group.buttonClicked.connect(self._choose)
        self.size_box.activated.connect(self._choose)

    def _choose(self) -> None:
        look = next(look for look, button in self.looks.items() if button.isChecked())
        choose_look(look, int(self.size_box.currentData()))
        self.adjustSize()
