"""Whatever the format has, the editor has a form for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.models.pack_beginning import as_version
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack import RulePack
from desktop.rules.pack_shapes import FixedShape, record_shape
from desktop.rules.pack_types import struct_types
from desktop.widgets.pack_form.record_form import RecordForm
from desktop.widgets.pack_form.row_table import RowTable
from tests.builders import ident
from tests.desktop.rules.every_shape import every_shape
from tests.desktop.widgets.pack_form.pages import every_page
from tests.hands import delete_now


@pytest.fixture
def draft(store: Store, qtbot: QtBot) -> Iterator[PackDraft]:
    pack = every_shape()
    opened = PackDraft(store, ident(3), as_version(pack, pack.version))
    yield opened
    delete_now(opened)


def test_every_struct_of_the_format_can_be_reached_with_all_its_fields(draft: PackDraft) -> None:
    reached: dict[type, set[str]] = {}
    for node, editor in every_page(draft):
        if node.field is not None and node.record is not None:
            reached.setdefault(node.record.type, set()).add(node.field.name)
        forms = [editor] if isinstance(editor, RecordForm) else []
        for form in (*forms, *editor.findChildren(RecordForm)):
            names = {*form.field_names, *form.parts}
            reached.setdefault(form.shape.type, set()).update(names)
        for table in editor.findChildren(RowTable):
            names = set(table._record.type.__struct_fields__)
            reached.setdefault(table._record.type, set()).update(names)
    assert set(reached) == set(struct_types())
    for kind, names in reached.items():
        fields = record_shape(kind).fields
        assert names >= {one.name for one in fields if not isinstance(one.shape, FixedShape)}


def test_what_is_always_the_same_is_not_asked(draft: PackDraft) -> None:
    (_, editor), *_ = every_page(draft)
    assert isinstance(editor, RecordForm)
    assert {"format", "format_version"}.isdisjoint(editor.field_names)
    assert editor.shape.type is RulePack


def test_every_field_has_a_name_and_is_reached_by_keyboard(draft: PackDraft) -> None:
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
    nameless = []
    for node, editor in every_page(draft):
        for widget in editor.findChildren(QWidget):
            if not isinstance(widget, kinds) or _is_inside_another(widget):
                continue
            has_name = bool(widget.accessibleName() or getattr(widget, "text", str)())
            is_reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            if not has_name or not (is_reached or _has_keys(widget)):
                nameless.append((node.path, widget))
    assert nameless == []


def _is_inside_another(widget: QWidget) -> bool:
    """Tell whether a part of Qt's own fields or tables is meant."""
    parent = widget.parentWidget()
    names = ("qt_", "QTable")
    return (
        widget.objectName().startswith(names)
        or isinstance(parent, QComboBox)
        or (parent is not None and parent.metaObject().className().startswith("QTable"))
    )


def _has_keys(widget: QWidget) -> bool:
    """Tell whether the list around a button gives its action keys: Alt and an arrow, Backspace."""
    return isinstance(widget, QAbstractButton) and widget.toolTip() != ""


def test_every_label_belongs_to_its_field(draft: PackDraft) -> None:
    for _, editor in every_page(draft):
        for form in editor.findChildren(RecordForm):
            for name in form.field_names:
                field = form.field(name)
                box = field.parentWidget()
                assert box is not None
                buddies = [label.buddy() for label in box.findChildren(QLabel)]
                assert field in buddies or isinstance(field, QAbstractButton)
