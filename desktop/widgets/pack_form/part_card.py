"""One item of a list as a card: a line that says what it is, and its form when it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.rules.pack_shapes import Shape
from desktop.rules.pack_tree import Node, TreePath
from desktop.sentences.pack_places import part_title
from desktop.widgets.icons import Icon
from desktop.widgets.pack_form.part import Editor, Faults, Inner, mark, tool
from desktop.widgets.theme import GAP

InnerMaker = Callable[[PackDraft, Shape, TreePath, QWidget], Inner]


class PartCard(Editor):
    """Folds and unfolds; moves and removes its item."""

    moved = Signal(int)
    removed = Signal()

    def __init__(
        self,
        draft: PackDraft,
        shape: Shape,
        path: TreePath,
        make_inner: InnerMaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(draft, path, parent)
        self._shape = shape
        self._make_inner = make_inner
        self._inner: Inner | None = None
        self._faults: Faults = {}
        self._frame = QFrame(self)
        self._frame.setProperty("role", "card")
        self.toggle = QPushButton(self._frame)
        self.toggle.setProperty("role", "fold")
        self.toggle.clicked.connect(lambda: self.open(is_open=self._inner is None))
        self.up = tool(self._frame, Icon.UP, tr("Move up"))
        self.down = tool(self._frame, Icon.DOWN, tr("Move down"))
        self.out = tool(self._frame, Icon.CLOSE, tr("Remove"))
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.out.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.toggle, 1)
        for button in (self.up, self.down, self.out):
            head.addWidget(button)
        self._column = QVBoxLayout(self._frame)
        self._column.setContentsMargins(GAP, 4, GAP, 4)
        self._column.addLayout(head)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self.refresh()

    @property
    def is_open(self) -> bool:
        """Whether the form is shown."""
        return self._inner is not None

    def open(self, *, is_open: bool) -> None:
        """Unfold or fold the form."""
        if is_open == self.is_open:
            return
        if self._inner is not None:
            self._inner.commit()
            self._column.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
            self._inner = None
        else:
            inner = self._make_inner(self.draft, self._shape, self.path, self._frame)
            inner.helped.connect(self.helped)
            inner.show_faults(self._faults)
            self._inner = inner
            self._column.addWidget(inner)
            if self.isVisible():
                inner.show()
        self._name()

    def inner(self) -> Sequence[Inner]:
        """Give the form, when it is open."""
        return (self._inner,) if self._inner is not None else ()

    def refresh(self) -> None:
        """Show the draft as it stands."""
        self._name()
        for one in self.inner():
            one.refresh()

    def read(self) -> Node:
        """Give what the fields hold; a folded form holds what is stored."""
        return self._inner.read() if self._inner is not None else self.draft.value(self.path)

    def show_faults(self, faults: Faults) -> None:
        """Mark a folded card with a fault inside."""
        self._faults = faults
        super().show_faults(faults)
        self._name()

    def field_at(self, path: TreePath) -> QWidget | None:
        """Unfold, and find the field of a place."""
        self.open(is_open=True)
        return super().field_at(path) or self.toggle

    def _name(self) -> None:
        place = int(self.path[-1])
        title = part_title(self._shape, self.draft.value(self.path), place)
        sign = "▾" if self.is_open else "▸"
        self.toggle.setText(
            f"{sign}  {place + 1}. {title}{mark(self._faults, self.path)}".replace("&", "&&")
        )
        self.toggle.setAccessibleName(
            tr("{part}: close", part=title) if self.is_open else tr("{part}: open", part=title)
        )
