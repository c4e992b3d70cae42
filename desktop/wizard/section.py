"""What every section of a conference shares: bound fields and the findings beside them.

A section is used in two frames: as a page of the wizard and as a section of the conference window.
"""

from __future__ import annotations

from operator import attrgetter
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from db.records import WizardStep
from desktop.models.draft import Draft
from desktop.rules.decisions import can_be_decided
from desktop.rules.findings import Finding
from desktop.sentences.findings import decision_word, finding_sentence
from desktop.widgets.findings_panel import finding_role
from desktop.widgets.form import Form
from desktop.widgets.note_line import Note
from desktop.wizard.decision_dialog import ask_for_decision


class Section(Form):
    """One step of planning a conference.

    A subclass sets `step`, says its `title` and `subtitle`, and adds its fields in `build`.
    """

    step: ClassVar[WizardStep]

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.build()
        self.body.addStretch(1)
        self._show_conference(self.field_names)
        self._show_findings()
        draft.changed.connect(self._show_conference)
        draft.findings_changed.connect(self._show_findings)

    @classmethod
    def title(cls) -> str:
        """Name the section."""
        raise NotImplementedError

    @classmethod
    def subtitle(cls) -> str:
        """Say in one sentence what is asked here."""
        raise NotImplementedError

    @classmethod
    def subtitle_of(cls, draft: Draft) -> str:  # noqa: ARG003 - for those who look at it
        """Say the same of one conference, where that makes a difference."""
        return cls.subtitle()

    def build(self) -> None:
        """Add the section's fields."""
        raise NotImplementedError

    def take(self, name: str, value: object) -> None:
        """Store what a field committed."""
        self.draft.change(**{name: value})

    def leave_forwards(self) -> bool:
        """Do what Next means here; false keeps the officer on the section."""
        self.flush()
        return True

    def undo(self) -> None:
        """Store what is being typed, then take back the last step."""
        self.flush()
        self.draft.undo()

    def redo(self) -> None:
        """Store what is being typed, then do again the step last taken back."""
        self.flush()
        self.draft.redo()

    def fit_room(self, *, is_short: bool) -> None:
        """Give way where the window is low; called when it becomes low or high again."""

    def conference_changed(self, names: frozenset[str]) -> None:
        """Show what depends on several fields; called after the bound fields show theirs."""

    def _show_conference(self, names: frozenset[str]) -> None:
        for name in self.field_names:
            if name in names or name.partition(".")[0] in names:  # a field of a record in a field
                self.bound(name).show_value(attrgetter(name)(self.draft.conference))
        self.conference_changed(names)

    def _show_findings(self) -> None:
        beside: dict[str, list[Finding]] = {}
        for finding in self.draft.findings:
            if finding.step is self.step:
                beside.setdefault(finding.field.partition(":")[0], []).append(finding)
        for name in self.field_names:
            self.show_notes(name, [self._note(finding) for finding in beside.get(name, [])])

    def _note(self, finding: Finding) -> Note:
        sentence = finding_sentence(finding)
        if not can_be_decided(finding):
            return Note(sentence, finding_role(finding))
        return Note(
            sentence,
            finding_role(finding),
            decision_word(finding),
            lambda: ask_for_decision(self.draft, finding, self),
        )
