"""The editor for each shape of part: a new shape of the format finds its form here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.models.pack_draft import PackDraft
from desktop.models.pack_outline import is_page, is_value
from desktop.rules.pack_shapes import FieldShape, ListShape, RecordShape, Shape, UnionShape
from desktop.rules.pack_tree import TreePath
from desktop.sentences.pack_fields import pack_field
from desktop.widgets.pack_form.kind_editor import KindEditor
from desktop.widgets.pack_form.part import Editor, Inner, is_row
from desktop.widgets.pack_form.part_box import PartBox
from desktop.widgets.pack_form.part_list import PartList
from desktop.widgets.pack_form.record_form import RecordForm
from desktop.widgets.pack_form.row_table import RowTable


def make_inner(
    draft: PackDraft, shape: Shape, path: TreePath, parent: QWidget | None = None
) -> Inner:
    """Make the editor of a part that is there.

    Raises:
        TypeError: the format has a shape that no editor is made for yet.
    """
    match shape:
        case RecordShape():
            return record_form(draft, shape, path, parent)
        case UnionShape():
            return KindEditor(draft, shape, path, make_part, parent)
        case ListShape() if is_row(shape.item):
            return RowTable(draft, shape, path, parent)
        case ListShape():
            return PartList(draft, shape, path, make_inner, parent)
    raise TypeError(shape)


def record_form(
    draft: PackDraft, shape: RecordShape, path: TreePath, parent: QWidget | None = None
) -> RecordForm:
    """Make the form of a record; of a large one, without the parts that have their own pages."""

    def has_its_page(field: FieldShape) -> bool:
        return is_page(shape) and not is_value(field.shape)

    return RecordForm(draft, shape, path, make_part, has_its_page, parent)


def make_part(draft: PackDraft, record: RecordShape, field: FieldShape, path: TreePath) -> Editor:
    """Make the editor of a part inside a form, with its heading."""
    return PartBox(draft, field, path, make_inner, pack_field(record.type, field.name).label)


def make_page(draft: PackDraft, field: FieldShape, path: TreePath) -> Editor:
    """Make the editor of a part that has a page of its own, whose head names it already."""
    return PartBox(draft, field, path, make_inner)
