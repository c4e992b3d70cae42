"""One page of a pack's editor: its head, its form, and a sentence about the field at work."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.pack_draft import PackDraft
from desktop.models.pack_outline import OutlineNode
from desktop.rules.pack_texts import PARTS_WITH_PLACEHOLDERS
from desktop.rules.pack_tree import TreePath
from desktop.sentences.pack_faults import fault_sentence
from desktop.sentences.pack_places import BETWEEN_STEPS, place_words
from desktop.widgets.labels import PlainLabel
from desktop.widgets.note_line import Note
from desktop.widgets.pack_form.part import MISSING, WRONG, Inner
from desktop.widgets.pack_form.part_maker import make_inner, make_page
from desktop.widgets.pack_outline_view import page_hint, page_name
from desktop.widgets.placeholder_button import PlaceholderButton
from desktop.widgets.theme import GAP

_LOW = 400  # logical pixels; the foot says what the head has no room for


class PackPage(QWidget):
    """Shows the page chosen; the one left is stored first."""

    turned = Signal(int)  # to the page before or after

    def __init__(self, draft: PackDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._node: OutlineNode | None = None
        self._form: Inner | None = None
        self._title = PlainLabel(role="title", parent=self)
        self._hint = PlainLabel(role="hint", parent=self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.help = PlainLabel(role="hint", parent=self)
        self.help.setMinimumHeight(2 * self.help.fontMetrics().lineSpacing())
        self.back = QPushButton(tr("‹ &Back"), self)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.next = QPushButton(tr("&Next ›"), self)
        self.next.clicked.connect(lambda: self.turned.emit(1))
        self.insert = PlaceholderButton(self)
        foot = QHBoxLayout()
        foot.addWidget(self.help, 1)
        foot.addWidget(self.insert)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, 0, GAP, 0)
        column.setSpacing(GAP)
        for widget in (self._title, self._hint):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        draft.changed.connect(self._follow)
        draft.looked.connect(self._show_faults)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one

    @property
    def node(self) -> OutlineNode | None:
        """The page that is shown."""
        return self._node

    @property
    def form(self) -> Inner:
        """The editor of the page."""
        if self._form is None:
            raise RuntimeError("no page is shown yet")
        return self._form

    def show_page(self, node: OutlineNode) -> None:
        """Show a page, unless it is the one that is shown."""
        if self._node is not None and node.path == self._node.path:
            self._node = node
            return
        self.commit()
        self._node = node
        if node.field is not None:
            self._form = make_page(self._draft, node.field, node.path)
        else:
            self._form = make_inner(self._draft, node.shape, node.path)
        self._form.helped.connect(self.help.setText)
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, GAP, GAP)
        column.addWidget(self._form)
        column.addStretch(1)
        self._scroll.setWidget(frame)
        self.insert.work_on(None)
        self.insert.setVisible(len(node.path) > 2 and node.path[2] in PARTS_WITH_PLACEHOLDERS)
        self._name()
        self.help.setText("" if self._hint.isVisibleTo(self) else page_hint(node))
        self._show_faults()

    def commit(self) -> None:
        """Store what stands in a field that was not left yet."""
        if self._form is not None:
            self._form.commit()
        self._draft.end_typing()

    def field_at(self, path: TreePath) -> QWidget | None:
        """Find the field of a place on this page."""
        return self.form.field_at(path)

    def focus_place(self, path: TreePath) -> None:
        """Put the cursor on the field of a place."""
        field = self.field_at(path)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll the field that takes the focus into sight; what was typed before is a step."""
        if (
            event.type() is QEvent.Type.FocusIn
            and isinstance(watched, QWidget)
            and self._scroll.isAncestorOf(watched)
        ):
            self._draft.end_typing()
            self._reveal(watched)
            self.insert.work_on(watched if isinstance(watched, QPlainTextEdit) else None)
        return False

    def _reveal(self, field: QWidget) -> None:
        page = self._scroll.widget()
        if page is None or field.height() < self._scroll.viewport().height():
            self._scroll.ensureWidgetVisible(field, 0, GAP * 4)
            return
        self._scroll.ensureVisible(0, field.mapTo(page, QPoint(0, 0)).y(), 0, GAP * 4)

    def _follow(self, _path: TreePath) -> None:
        if self._node is None:
            return
        self._name()
        if self._node.path and self._draft.value(self._node.path[:-1]) is None:
            return  # what the page was about is gone; another page is about to be shown
        self.form.refresh()

    def _name(self) -> None:
        if self._node is None:
            return
        words = [page_name(self._draft, self._node)]
        if len(self._node.path) > 1:
            *around, _ = place_words(self._draft.tree, self._node.path).split(BETWEEN_STEPS)
            words = [*around, *words]
        self._title.setText(BETWEEN_STEPS.join(words))
        hint = page_hint(self._node)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and self.height() > _LOW)

    def _show_faults(self) -> None:
        if self._form is None:
            return
        faults: dict[TreePath, list[Note]] = {}
        for fault in self._draft.faults:
            role = MISSING if fault.is_missing else WRONG
            faults.setdefault(fault.path, []).append(Note(fault_sentence(fault), role))
        self._form.show_faults(faults)
