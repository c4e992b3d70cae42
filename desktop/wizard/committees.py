"""The people who run the conference: presidium, organising committee, assignments."""

from __future__ import annotations

from typing import ClassVar

from db.records import CommitteeMember, PresidiumMember, PresidiumRole, WizardStep
from desktop.language import tr
from desktop.models.record_rows import Column, ColumnKind
from desktop.widgets.assignments_field import AssignmentsField
from desktop.widgets.record_table import RecordTable
from desktop.wizard.section import Section


class CommitteesSection(Section):
    """Who presides, who organises, who does what."""

    step: ClassVar[WizardStep] = WizardStep.COMMITTEES

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        return tr("Committees and assignments")

    @classmethod
    def subtitle(cls) -> str:
        """Say what is asked."""
        return tr("Who presides, who organises, and what each body has to do.")

    def build(self) -> None:
        """Add the fields."""
        new_id = self.draft.new_id
        presidium = RecordTable(
            (
                Column("name", tr("Full name")),
                Column("post", tr("Post"), width=240),
                Column(
                    "role",
                    tr("Role"),
                    ColumnKind.CHOICE,
                    width=130,
                    choices=(
                        (PresidiumRole.CHAIR, tr("Chair")),
                        (PresidiumRole.MEMBER, tr("Member")),
                        (PresidiumRole.SECRETARY, tr("Secretary")),
                    ),
                ),
                Column("is_exemplar", tr("Exemplar"), ColumnKind.FLAG, width=90),
            ),
            lambda: PresidiumMember(id=new_id(), name=""),
            tr("Add a member"),
            self,
        )
        self.add_field("presidium", tr("Presidium"), presidium, wide=True)
        committee = RecordTable(
            (
                Column("name", tr("Full name")),
                Column("post", tr("Post"), width=200),
                Column("role", tr("Role in the committee"), width=170),
                Column("task", tr("Task"), width=190),
            ),
            lambda: CommitteeMember(id=new_id(), name=""),
            tr("Add a member"),
            self,
        )
        self.add_field("committee", tr("Organising committee"), committee, wide=True)
        self.add_field(
            "assignments",
            tr("Assignments in the plan"),
            AssignmentsField(new_id, self),
            wide=True,
        )
