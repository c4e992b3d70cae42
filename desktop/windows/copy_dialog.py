"""What a copy of a conference is called, and when it is held."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.people.text import typed
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ParagraphField
from desktop.widgets.labels import PlainLabel


class CopyDialog(QDialog):
    """Asks for the name and the day of the copy."""

    def __init__(self, title: str, day: date | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Copy a conference"))
        self.resize(620, 0)
        self._day = day
        self.title_field = ParagraphField(lines=2, parent=self)
        self.title_field.show_value(title)
        self.title_field.setAccessibleName(tr("Name of the conference"))
        self.day_field = DateField(self)
        self.day_field.show_value(day)
        self.day_field.setAccessibleName(tr("First day"))
        self.day_field.committed.connect(self._take_day)
        self.delegates_box = QCheckBox(tr("Take the delegates along"), self)
        form = QFormLayout()
        form.addRow(tr("Name of the conference"), self.title_field)
        form.addRow(tr("First day"), self.day_field)
        form.addRow("", self.delegates_box)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        copy = buttons.button(QDialogButtonBox.StandardButton.Ok)
        copy.setText(tr("Make the copy"))
        copy.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(
            PlainLabel(
                tr("All dates move with the first day; number and date of issue stay empty."),
                "hint",
                self,
            )
        )
        column.addLayout(form)
        column.addWidget(buttons)

    @property
    def copied_title(self) -> str:
        """The name typed."""
        return typed(self.title_field.toPlainText())

    @property
    def copied_day(self) -> date | None:
        """The day typed, None when left empty."""
        self.day_field.commit()
        return self._day

    @property
    def takes_delegates(self) -> bool:
        """Whether the delegates go into the copy too."""
        return self.delegates_box.isChecked()

    def _take_day(self, day: date | None) -> None:
        self._day = day
