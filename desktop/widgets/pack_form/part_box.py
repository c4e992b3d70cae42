"""A part with its heading; one that the plan may leave out is added and taken out here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack_shapes import FieldShape
from desktop.rules.pack_tree import Node, TreePath
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.pack_form.part import Editor, Faults, Inner
from desktop.widgets.pack_form.part_card import InnerMaker
from desktop.widgets.pack_form.part_list import kinds_of
from desktop.widgets.theme import GAP

_INDENT = 12


class PartBox(Editor):
    """Shows a part, or that the plan says nothing of it."""

    def __init__(
        self,
        draft: PackDraft,
        field: FieldShape,
        path: TreePath,
        make_inner: InnerMaker,
        title: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(draft, path, parent)
        self._field = field
        self._make_inner = make_inner
        self._inner: Inner | None = None
        self._faults: Faults = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_INDENT if title else 0, GAP if title else 0, 0, 0)
        self._column.setSpacing(GAP)
        head = QHBoxLayout()
        if title:
            heading = PlainLabel(title, parent=self)
            heading.setProperty("emphasis", "strong")
            head.addWidget(heading, 1)
        self.out = QPushButton(tr("Take it out of the plan"), self)
        self.out.clicked.connect(self._take_out)
        head.addWidget(self.out)
        if not title:
            head.addStretch(1)
        self._column.addLayout(head)
        self._absent = PlainLabel(tr("The plan says nothing of this."), "hint", self)
        self._column.addWidget(self._absent)
        self._adders = QWidget(self)
        flow = FlowLayout(self._adders, across=GAP)
        self.add_buttons: dict[str, QPushButton] = {}
        for kind, name in (kinds_of(field.shape) or {"": title}).items():
            text = tr("Add: {part}", part=name) if name else tr("Add")
            button = QPushButton(text.replace("&", "&&"), self._adders)
            button.clicked.connect(lambda _=False, kind=kind: self.add(kind))
            flow.addWidget(button)
            self.add_buttons[kind] = button
        self._column.addWidget(self._adders)
        self.refresh()

    @property
    def is_there(self) -> bool:
        """Whether the plan says something of this."""
        return not self._field.is_optional or self.draft.value(self.path) is not None

    def inner(self) -> Sequence[Inner]:
        """Give the editor of the part, when it is there."""
        return (self._inner,) if self._inner is not None else ()

    def refresh(self) -> None:
        """Show the draft as it stands."""
        is_there = self.is_there
        if is_there and self._inner is None:
            inner = self._make_inner(self.draft, self._field.shape, self.path, self)
            inner.helped.connect(self.helped)
            inner.show_faults(self._faults)
            self._inner = inner
            self._column.addWidget(inner)
            if self.isVisible():
                inner.show()
        elif is_there and self._inner is not None:
            self._inner.refresh()
        elif self._inner is not None:
            self._column.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None
        self._absent.setVisible(not is_there)
        self._adders.setVisible(not is_there)
        self.out.setVisible(is_there and self._field.is_optional)

    def read(self) -> Node:
        """Give what the fields hold; None where the plan says nothing."""
        return self._inner.read() if self._inner is not None else None

    def show_faults(self, faults: Faults) -> None:
        """Say what is wrong inside."""
        self._faults = faults
        super().show_faults(faults)

    def field_at(self, path: TreePath) -> QWidget | None:
        """Find the field of a place; the button that adds where the part is not there."""
        if self._inner is None:
            return next(iter(self.add_buttons.values()), None)
        return self._inner.field_at(path)

    def focus_first(self) -> None:
        """Begin inside, or with the button that adds the part."""
        if self._inner is None:
            next(iter(self.add_buttons.values())).setFocus()
        else:
            self._inner.focus_first()

    def add(self, kind: str = "") -> None:
        """Let the plan say something of this, and begin to fill it in."""
        self.draft.add(self.path, kind)
        self.refresh()
        self.focus_first()

    def _take_out(self) -> None:
        self.draft.remove(self.path)
        self.refresh()
        self.focus_first()
