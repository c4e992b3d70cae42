"""Asks which sheets came out right: only their badges count as printed."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.widgets.fields import WholeNumberField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE


class SheetsDialog(QDialog):
    """All of them, those before one that went wrong, or none."""

    def __init__(self, sheets: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self.setWindowTitle(tr("Did the sheets come out right?"))
        self.all_right = QRadioButton(tr("&All of them, {count} in number", count=sheets), self)
        self.some_right = QRadioButton(tr("&Not from this sheet on:"), self)
        self.none_right = QRadioButton(tr("N&one of them"), self)
        self.first_wrong = WholeNumberField(1, sheets, self)
        self.first_wrong.setAccessibleName(tr("The first sheet that is wrong"))
        self.first_wrong.setMaximumWidth(80)
        group = QButtonGroup(self)
        for button in (self.all_right, self.some_right, self.none_right):
            group.addButton(button)
        self.some_right.setEnabled(sheets > 1)
        self.first_wrong.setEnabled(sheets > 1)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        group.buttonToggled.connect(lambda *_: self._follow())
        self.first_wrong.textEdited.connect(lambda _: self._choose_some())
        row = QHBoxLayout()
        row.addWidget(self.some_right)
        row.addWidget(self.first_wrong)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr(
                    "Wait until the printer is done and look the sheets through. Only badges on"
                    " sheets that came out right count as printed; the others stay among those"
                    " not printed yet."
                ),
                parent=self,
            )
        )
        column.addWidget(self.all_right)
        column.addLayout(row)
        column.addWidget(self.none_right)
        column.addWidget(self.buttons)
        self.setMinimumWidth(440)
        self._follow()

    @property
    def right_sheets(self) -> int | None:
        """Count the sheets that came out right, from the first on; None until it is said."""
        if self.all_right.isChecked():
            return self._sheets
        if self.none_right.isChecked():
            return 0
        wrong = self.first_wrong.value
        return wrong - 1 if self.some_right.isChecked() and wrong is not None else None

    def _choose_some(self) -> None:
        self.some_right.setChecked(True)
        self._follow()

    def _follow(self) -> None:
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(self.right_sheets is not None)
