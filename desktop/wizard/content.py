"""What the plan says: title, bases, purpose and requirements, tasks and movements."""

from __future__ import annotations

from typing import ClassVar

from db.records import Movement, WizardStep
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.record_rows import Column
from desktop.widgets.fields import ParagraphField
from desktop.widgets.record_table import RecordTable
from desktop.widgets.text_list import TextListEditor
from desktop.wizard.section import Section


class ContentSection(Section):
    """The texts of the plan, filled from the rule pack and free to edit."""

    step: ClassVar[WizardStep] = WizardStep.CONTENT

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Title and content")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("The usual texts are filled in; change what your office says differently.")

    @classmethod
    def subtitle_of(cls, draft: Draft) -> str:
        """Promise no texts where there is no plan to take them from."""
        if draft.pack is not None:
            return cls.subtitle()
        return tr("No plan is chosen, so nothing is filled in; write what your office says.")

    def build(self) -> None:
        """Add the fields."""
        self.add_field(
            "title", tr("Name of the conference"), ParagraphField(lines=2, parent=self), wide=True
        )
        self.add_field(
            "subject",
            tr("Subject of the plan"),
            ParagraphField(lines=2, parent=self),
            tr("Printed under the words KẾ HOẠCH"),
            wide=True,
        )
        self.add_field(
            "bases",
            tr("Legal bases, in order"),
            TextListEditor(tr("Add a basis"), self),
            wide=True,
        )
        self.add_field(
            "introduction",
            tr("Opening paragraph"),
            ParagraphField(lines=2, parent=self),
            wide=True,
        )
        self.add_heading(tr("Purpose and requirements"))
        for name, label, add in (
            ("purposes", tr("Purposes"), tr("Add a purpose")),
            ("requirements", tr("Requirements"), tr("Add a requirement")),
        ):
            self.add_field(name, label, TextListEditor(add, self), wide=True)
        self.add_heading(tr("Content"))
        self.add_field("tasks", tr("Tasks"), TextListEditor(tr("Add a task"), self), wide=True)
        movements = RecordTable(
            (
                Column("name", tr("Movement")),
                Column("years", tr("Years"), width=140),
            ),
            lambda: Movement(name=""),
            tr("Add a movement"),
            self,
        )
        self.add_field("movements", tr("Emulation movements"), movements, wide=True)
