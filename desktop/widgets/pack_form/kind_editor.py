"""A part of one of several kinds: a choice of the kind, and the form of that kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack_shapes import UnionShape
from desktop.rules.pack_tree import Node, TreePath
from desktop.sentences.pack_names import part_name
from desktop.widgets.fields import ChoiceField
from desktop.widgets.pack_form.part import Editor, Inner
from desktop.widgets.pack_form.record_form import PartMaker, RecordForm
from desktop.widgets.theme import GAP


class KindEditor(Editor):
    """Shows the fields of the kind chosen."""

    def __init__(
        self,
        draft: PackDraft,
        shape: UnionShape,
        path: TreePath,
        make_part: PartMaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(draft, path, parent)
        self._shape = shape
        self._make_part = make_part
        self._form: RecordForm | None = None
        self.kind = ChoiceField(self)
        self.kind.offer([(kind, part_name(one.type)) for kind, one in shape.kinds.items()])
        self.kind.setMinimumContentsLength(34)
        self.kind.setAccessibleName(tr("Kind"))
        self.kind.committed.connect(self._change)
        caption = QLabel(tr("Kind"), self)
        caption.setBuddy(self.kind)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(caption)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addStretch(1)
        self._column.addLayout(row)
        self.refresh()

    def inner(self) -> Sequence[Inner]:
        """Give the form of the kind."""
        return (self._form,) if self._form is not None else ()

    def refresh(self) -> None:
        """Show the draft as it stands."""
        kind = str(self.draft.value((*self.path, self._shape.tag_field)))
        self.kind.show_value(kind)
        shape = self._shape.kinds.get(kind)
        if shape is None:
            return
        if self._form is None or self._form.shape is not shape:
            self._build(kind)
        elif self._form is not None:
            self._form.refresh()

    def read(self) -> Node:
        """Give the kind with what the fields hold."""
        fields = self._form.read() if self._form is not None else {}
        return {self._shape.tag_field: self.kind.value, **fields}

    def field_at(self, path: TreePath) -> QWidget | None:
        """Find the field of a place."""
        if path == (*self.path, self._shape.tag_field):
            return self.kind
        return super().field_at(path)

    def _build(self, kind: str) -> None:
        if self._form is not None:
            self._column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = RecordForm(
            self.draft, self._shape.kinds[kind], self.path, self._make_part, parent=self
        )
        self._form.helped.connect(self.helped)
        self._column.addWidget(self._form)
        if self.isVisible():
            self._form.show()

    def _change(self, kind: object) -> None:
        self.commit()
        self.draft.change_kind(self.path, str(kind))
