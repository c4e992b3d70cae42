"""Who does what: one card for each body with its duties."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Assignment
from desktop.language import tr
from desktop.widgets.fields import TextField
from desktop.widgets.record_cards import RecordCard, RecordCards
from desktop.widgets.text_list import TextListEditor
from desktop.widgets.theme import GAP


class _AssignmentCard(RecordCard):
    """A body and its duties."""

    def __init__(self, assignment: Assignment, parent: QWidget) -> None:
        super().__init__(assignment.id, parent)
        self.setProperty("role", "card")
        self.body = TextField(tr("Body or person"), self)
        self.body.setAccessibleName(tr("Body or person"))
        self.duties = TextListEditor(tr("Add a duty"), self)
        self.duties.setAccessibleName(tr("Duties"))
        head = QHBoxLayout()
        head.addWidget(self.body, 1)
        head.addWidget(self.remove_button(tr("Remove this body and its duties")))
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self.duties)
        self.body.committed.connect(lambda body: self.changed.emit({"body": body}))
        self.duties.committed.connect(lambda duties: self.changed.emit({"duties": duties}))

    def show_record(self, record: Assignment) -> None:
        """Show a stored assignment."""
        self.body.show_value(record.body)
        self.duties.show_value(record.duties)

    def commit(self) -> None:
        """Emit what was not left yet."""
        self.body.commit()
        self.duties.commit()

    def focus_first(self) -> None:
        """Begin with the body."""
        self.body.setFocus()


class AssignmentsField(RecordCards):
    """All assignments of the plan."""

    def __init__(self, new_id: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(
            _AssignmentCard,
            lambda _: Assignment(id=new_id(), body=""),
            tr("Add a body"),
            parent,
        )
