"""What every section of a conference shares: bound fields, notes of findings, focus, flushing.

A section is used in two frames: as a page of the wizard and as a section of the conference window.
"""

from __future__ import annotations

from typing import Any, ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.records import WizardStep
from desktop.models.draft import Draft
from desktop.rules.findings import Finding
from desktop.sentences import finding_sentence
from desktop.widgets.findings_panel import severity_role
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE

_FIELD_WIDTH = 760


class Field(Protocol):
    """What a section can bind: it shows a stored value and tells a typed one."""

    committed: ClassVar[Any]  # a Qt signal

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - each field has its own type
        """Show a stored value without committing it."""

    def commit(self) -> None:
        """Emit what was typed, if it differs from what is stored."""


class Section(QWidget):
    """One step of planning a conference.

    A subclass sets `step`, says its `title` and `subtitle`, and adds its fields in `build`.
    """

    step: ClassVar[WizardStep]

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self._fields: dict[str, QWidget] = {}
        self._notes: dict[str, PlainLabel] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, SPACE, SPACE)
        self.body.setSpacing(GAP)
        self.build()
        self.body.addStretch(1)
        self._show_conference(frozenset(self._fields))
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

    def build(self) -> None:
        """Add the section's fields."""
        raise NotImplementedError

    def flush(self) -> None:
        """Store what stands in a field that was not left yet."""
        for field in self._fields.values():
            _as_field(field).commit()

    def leave_forwards(self) -> bool:
        """Do what Next means here; false keeps the officer on the section."""
        self.flush()
        return True

    def focus_field(self, place: str) -> None:
        """Put the cursor where a finding is mended; `place` is a field, or "field:record id"."""
        name, _, record_id = place.partition(":")
        field = self._fields.get(name)
        if field is None:
            return
        focus_record = getattr(field, "focus_record", None)
        if record_id and focus_record is not None:
            focus_record(record_id)
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def field(self, name: str) -> QWidget:
        """Find the widget bound to a field of the conference."""
        return self._fields[name]

    def add_heading(self, text: str, hint: str = "") -> None:
        """Begin a group of fields."""
        heading = PlainLabel(text, "heading", self)
        heading.setContentsMargins(0, GAP, 0, 0)
        self.body.addWidget(heading)
        if hint:
            self.body.addWidget(PlainLabel(hint, "hint", self))

    def add_field(
        self, name: str, label: str, field: QWidget, hint: str = "", *, wide: bool = False
    ) -> None:
        """Bind a widget to a field of the conference, under its label, over its findings."""
        self.bind(name, label, field)
        self.body.addWidget(self._labelled(name, label, field, hint, wide=wide))

    def add_row(self, *fields: tuple[str, str, QWidget]) -> None:
        """Bind several short fields side by side."""
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name, label, field in fields:
            self.bind(name, label, field)
            row.addWidget(self._labelled(name, label, field, "", wide=True), 0)
        row.addStretch(1)
        self.body.addLayout(row)

    def bind(self, name: str, label: str, field: QWidget) -> None:
        """Store what the widget commits; show in it what is stored."""
        self._fields[name] = field
        field.setAccessibleName(label)
        field.setObjectName(name)
        _as_field(field).committed.connect(lambda value: self.draft.change(**{name: value}))

    def _labelled(self, name: str, label: str, field: QWidget, hint: str, *, wide: bool) -> QWidget:
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if label:
            caption = QLabel(box)
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setText(label)
            caption.setBuddy(field)
            column.addWidget(caption)
        if hint:
            column.addWidget(PlainLabel(hint, "hint", box))
        column.addWidget(field)
        note = PlainLabel(parent=box)
        note.hide()
        self._notes[name] = note
        column.addWidget(note)
        if not wide:
            box.setMaximumWidth(_FIELD_WIDTH)
        return box

    def _show_conference(self, names: frozenset[str]) -> None:
        for name in names & self._fields.keys():
            _as_field(self._fields[name]).show_value(getattr(self.draft.conference, name))
        self.conference_changed(names)

    def conference_changed(self, names: frozenset[str]) -> None:
        """Show what depends on several fields; called after the bound fields show theirs."""

    def _show_findings(self) -> None:
        beside: dict[str, list[Finding]] = {}
        for finding in self.draft.findings:
            if finding.step is self.step:
                beside.setdefault(finding.field.partition(":")[0], []).append(finding)
        for name, note in self._notes.items():
            findings = beside.get(name, [])
            note.setVisible(bool(findings))
            note.setText("\n".join(finding_sentence(finding) for finding in findings))
            if findings:
                note.set_role(severity_role(findings[0].severity))


def _as_field(widget: QWidget) -> Field:
    return widget  # type: ignore[return-value] # Qt widgets satisfy Field by their own methods
