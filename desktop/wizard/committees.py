"""The people who run the conference: presidium, organising committee, assignments."""

from __future__ import annotations

from typing import ClassVar

from db.records import CommitteeMember, PresidiumMember, PresidiumRole, WizardStep
from desktop.language import tr
from desktop.models.record_rows import Column, ColumnKind
from desktop.rules.effective import level_of
from desktop.sentences.measures import presidium_words
from desktop.widgets.assignments_field import AssignmentsField
from desktop.widgets.labels import PlainLabel
from desktop.widgets.record_table import RecordTable
from desktop.wizard.section import Section

_WHAT_DECIDES = frozenset(
    ("rule_pack_id", "rule_pack_version", "level_id", "unit_id", "exception_id", "presidium")
)


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
        self._presidium_rule = PlainLabel(role="hint", parent=self)
        self._committee_rule = PlainLabel(role="hint", parent=self)
        self.body.addWidget(self._presidium_rule)
        self.add_field("presidium", tr("Presidium"), presidium, wide=True)
        committee = RecordTable(
            (
                Column("name", tr("Full name")),
                Column("post", tr("Post"), width=190),
                Column("role", tr("Role in the committee"), width=178),
                Column("subcommittee", tr("Subcommittee"), width=150, suggest=self._subcommittees),
                Column("task", tr("Task"), width=170),
            ),
            lambda: CommitteeMember(id=new_id(), name=""),
            tr("Add a member"),
            self,
        )
        self.body.addWidget(self._committee_rule)
        self.add_field("committee", tr("Organising committee"), committee, wide=True)
        self.add_field(
            "assignments",
            tr("Assignments in the plan"),
            AssignmentsField(new_id, self),
            wide=True,
        )

    def conference_changed(self, names: frozenset[str]) -> None:
        """Show what the plan says of both, and how many there are."""
        if not names & _WHAT_DECIDES:
            return
        level = level_of(self.draft.conference, self.draft.pack)
        presidium = level.presidium if level else None
        committee = level.committee if level else None
        self._presidium_rule.setVisible(presidium is not None)
        self._committee_rule.setVisible(committee is not None)
        if presidium is not None:
            self._presidium_rule.setText(presidium_words(presidium, self.draft.conference))
        if committee is not None:
            self._committee_rule.setText(
                tr("The plan says: {words}", words=f"{committee.words} ({committee.clause})")
            )

    def _subcommittees(self) -> tuple[str, ...]:
        level = level_of(self.draft.conference, self.draft.pack)
        rule = level.committee if level else None
        typed = [one.subcommittee for one in self.draft.conference.committee if one.subcommittee]
        return tuple(dict.fromkeys((*(rule.subcommittees if rule else ()), *typed)))
