"""Issuing the plan: budget source, recipients, number, date, signer."""

from __future__ import annotations

from typing import ClassVar

from db.records import WizardStep
from desktop.language import tr
from desktop.widgets.date_fields import DateField
from desktop.widgets.fields import ChoiceField, TextField, WholeNumberField
from desktop.widgets.text_list import TextListEditor
from desktop.wizard.budget_fields import BudgetFields
from desktop.wizard.section import Section


class IssueSection(Section):
    """What stands at the head and the foot of the plan."""

    step: ClassVar[WizardStep] = WizardStep.ISSUE

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Budget and issue")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("Leave number and date empty until the plan is signed.")

    def build(self) -> None:
        """Add the fields."""
        self.add_field("budget_source", tr("Where the money comes from"), TextField(parent=self))
        self.add_field(
            "recipients",
            tr("Recipients"),
            TextListEditor(tr("Add a recipient"), self),
            tr("One on each line; the last is the archive."),
            wide=True,
        )
        self._signer = ChoiceField(self)
        self.add_row(
            ("number", tr("Number of the plan"), WholeNumberField(1, 99_999, self)),
            ("issued_on", tr("Date of issue"), DateField(self)),
        )
        self.add_field("signer_id", tr("Signer"), self._signer)
        self.refresh_signers()
        self._budget = BudgetFields(self)

    def conference_changed(self, names: frozenset[str]) -> None:
        """Add up the budget."""
        self._budget.conference_changed(names)

    def refresh_signers(self) -> None:
        """Offer the office's signers as they are now."""
        office = self.draft.office
        signers: list[tuple[object, str]] = [
            (one.id, f"{one.name} – {one.post}") for one in office.signers
        ]
        self._signer.offer(signers)
        self._signer.show_value(self.draft.conference.signer_id)
