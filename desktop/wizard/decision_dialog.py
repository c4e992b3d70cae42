"""Deciding about a finding instead of mending it: an answer, or an override that was allowed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.records import Decision
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.people.text import typed
from desktop.rules.decisions import decision_about, needs_approver
from desktop.rules.findings import Finding
from desktop.sentences.findings import finding_sentence
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ParagraphField, TextField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 620, 420


class DecisionDialog(QDialog):
    """Asks for the reason, for the day, and, where a rule binds, for who allowed it."""

    def __init__(
        self, finding: Finding, earlier: Decision | None, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_override = needs_approver(finding)
        self._day: date | None = earlier.decided_on if earlier is not None else today
        self.is_withdrawn = False
        self.setWindowTitle(tr("Allow an exception") if self._is_override else tr("Answer"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self.reason_field = ParagraphField(lines=3, parent=self)
        self.approver_field = TextField(tr("Name and post, or the paper that allows it"), self)
        self.day_field = DateField(self)
        self.day_field.committed.connect(self._take_day)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(PlainLabel(finding_sentence(finding), parent=self))
        column.addWidget(PlainLabel(self._what_happens(), "hint", self))
        self._add(column, tr("&Reason"), self.reason_field)
        if self._is_override:
            self._add(column, tr("&Who allowed it"), self.approver_field)
        else:
            self.approver_field.hide()
        self._add(column, tr("&Day"), self.day_field)
        self._missing = PlainLabel(role="binding", parent=self)
        self._missing.hide()
        column.addWidget(self._missing)
        column.addStretch(1)
        column.addWidget(self._buttons(earlier is not None))
        self.day_field.show_value(self._day)
        if earlier is not None:
            self.reason_field.show_value(earlier.reason)
            self.approver_field.show_value(earlier.approver)

    @property
    def reason(self) -> str:
        """The reason typed."""
        return typed(self.reason_field.toPlainText())

    @property
    def approver(self) -> str:
        """Who allowed it, as typed."""
        return typed(self.approver_field.text())

    @property
    def day(self) -> date | None:
        """The day of the decision."""
        self.day_field.commit()
        return self._day

    def accept(self) -> None:
        """Close when everything that is needed was typed."""
        if not self.reason:
            self._ask_for(tr("Write the reason; it is kept with the plan."), self.reason_field)
        elif self._is_override and not self.approver:
            self._ask_for(
                tr("Write who allowed it; without that the rule still binds."), self.approver_field
            )
        else:
            super().accept()

    def withdraw(self) -> None:
        """Close, taking the decision back."""
        self.is_withdrawn = True
        super().accept()

    def _what_happens(self) -> str:
        if self._is_override:
            return tr(
                "A rule that binds may be departed from only when somebody above allows it."
                " Reason and name are printed in the annex of the plan."
            )
        return tr(
            "The plan is silent here, so the office decides. The reason is kept and printed in the"
            " annex of the plan."
        )

    def _add(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        label = QLabel(name, self)
        label.setBuddy(field)
        field.setAccessibleName(name.replace("&", ""))
        column.addWidget(label)
        column.addWidget(field)

    def _buttons(self, can_withdraw: bool) -> QDialogButtonBox:  # noqa: FBT001 - one caller
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        keep = buttons.button(QDialogButtonBox.StandardButton.Ok)
        keep.setText(tr("&Keep the decision"))
        keep.setProperty("role", "primary")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        if can_withdraw:
            back = QPushButton(tr("&Take it back"), self)
            back.clicked.connect(self.withdraw)
            buttons.addButton(back, QDialogButtonBox.ButtonRole.ResetRole)
        return buttons

    def _ask_for(self, sentence: str, field: QWidget) -> None:
        self._missing.setText(sentence)
        self._missing.show()
        field.setFocus()

    def _take_day(self, day: date | None) -> None:
        self._day = day


def ask_for_decision(draft: Draft, finding: Finding, parent: QWidget) -> None:
    """Let the officer decide about a finding, change the decision or take it back."""
    today = draft.today
    dialog = DecisionDialog(finding, decision_about(draft.conference, finding), today, parent)
    if not dialog.exec():
        return
    if dialog.is_withdrawn:
        draft.withdraw_decision(finding)
    else:
        draft.decide(finding, dialog.reason, dialog.approver, dialog.day or today)
