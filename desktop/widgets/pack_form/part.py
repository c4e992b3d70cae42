"""What every editor of a part of a pack can do, whatever the part's shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.models.pack_draft import PackDraft
from desktop.rules.pack_part import Written
from desktop.rules.pack_shapes import FieldShape, NumberShape, RecordShape, Shape, TextShape
from desktop.rules.pack_tree import Node, TreePath, begins_with
from desktop.widgets.icons import Icon, put_icon
from desktop.widgets.note_line import Note

if TYPE_CHECKING:
    from desktop.widgets.pack_form.record_form import RecordForm

Inner: TypeAlias = "Editor | RecordForm"  # what an editor has inside
Faults = Mapping[TreePath, Sequence[Note]]  # by place
_MOST_COLUMNS = 4
WRONG, MISSING = "binding", "silent"  # the theme's roles for what is wrong, and still to come


class Editor(QWidget):
    """Edits what stands at one place of a draft, with all inside it."""

    helped = Signal(str)  # one sentence about the field that has the focus

    def __init__(self, draft: PackDraft, path: TreePath, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.path = path

    def inner(self) -> Sequence[Inner]:
        """List the editors of the parts inside that are open."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the draft as it stands; what is being typed stays."""
        raise NotImplementedError

    def read(self) -> Node:
        """Give what the fields hold, as the draft would."""
        raise NotImplementedError

    def show_faults(self, faults: Faults) -> None:
        """Say what is wrong beside the fields that mend it."""
        for one in self.inner():
            one.show_faults(faults)

    def commit(self) -> None:
        """Store what stands in a field that was not left yet."""
        for one in self.inner():
            one.commit()

    def field_at(self, path: TreePath) -> QWidget | None:
        """Find the field of a place, or of the part around it; it is opened where it was folded."""
        return first_field(self.inner(), path)

    def focus_first(self) -> None:
        """Put the cursor where one begins."""
        for one in self.inner():
            one.focus_first()
            return


def within(faults: Faults, path: TreePath) -> list[Note]:
    """Gather what is said about a place and all inside it."""
    return [one for place, said in faults.items() if begins_with(place, path) for one in said]


def is_row(shape: Shape) -> bool:
    """Tell whether a record is a row of a table: few fields, each a cell."""
    if not isinstance(shape, RecordShape) or len(shape.fields) > _MOST_COLUMNS:
        return False
    return all(
        isinstance(field.shape, TextShape | NumberShape) and not field.is_optional
        for field in shape.fields
    )


def or_empty(field: FieldShape, value: Node) -> Node:
    """Write nothing as an empty text where the format asks for the field, empty or not."""
    shape = field.shape
    if value is not None or not field.is_required or not isinstance(shape, TextShape):
        return value
    return "" if not shape.least and shape.written in (None, Written.CLAUSE) else None


def mark(faults: Faults, path: TreePath) -> str:
    """Give the sign that tells from afar what is within a place."""
    roles = {note.role for note in within(faults, path)}
    return "  ✖" if WRONG in roles else "  ○" if roles else ""


def tool(parent: QWidget, icon: Icon, name: str) -> QToolButton:
    """Make a small button that says on asking what it does."""
    button = QToolButton(parent)
    put_icon(button, icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def first_field(parts: Iterable[Inner], path: TreePath) -> QWidget | None:
    """Ask parts one after the other for the field of a place."""
    for part in parts:
        if begins_with(path, part.path):
            return part.field_at(path)
    return None
