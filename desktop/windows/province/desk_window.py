"""The desk's own home: every office below it, who is missing, and what is to be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.desk_overview import titles
from desktop.models.province import Province
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.kind_buttons import KindButtons, KindCount
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.offices_tree import OfficesTree
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen
from desktop.widgets.work_line import WorkLine

_WIDTH, _HEIGHT = 1240, 700
_STATE_WIDTH, _DAY_WIDTH, _NUMBER_WIDTH, _TITLE_WIDTH = 230, 110, 76, 280
_SEARCH_WIDTH = 240


class DeskWindow(QMainWindow):
    """Shows how the offices stand, the missing ones first in words; leads to everything else."""

    receive_wanted = Signal()
    view_wanted = Signal(str)  # key of an office to begin with; empty for all
    send_wanted = Signal()
    keys_wanted = Signal()
    packs_wanted = Signal()
    conferences_wanted = Signal()
    closed = Signal()

    def __init__(self, province: Province, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._province = province
        self.setWindowTitle(tr("Desk – Hoinghi"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        self._frame = QWidget(self)
        self.message = MessageBar(self._frame)
        self.work = WorkLine(self._frame)
        self.headline = PlainLabel(parent=self._frame)
        self.headline.setProperty("emphasis", "strong")
        self.kinds = KindButtons(tr("Offices by how they stand"), self._frame)
        self.tree = OfficesTree(
            titles(),
            (_STATE_WIDTH, _DAY_WIDTH, _DAY_WIDTH, _NUMBER_WIDTH, _NUMBER_WIDTH, _TITLE_WIDTH),
            self._frame,
        )
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(MARGIN, SPACE, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        column.addWidget(self._ways())
        column.addWidget(self.message)
        column.addWidget(self.headline)
        column.addLayout(self._filters())
        column.addWidget(self.tree, 1)
        column.addWidget(self.work)
        column.addLayout(self._foot())
        self.setCentralWidget(self._frame)
        self.kinds.chosen.connect(self._filter)
        self.search.textChanged.connect(self._filter)
        self.tree.chosen.connect(self._enable)
        self.tree.opened.connect(self._view)
        province.changed.connect(self.refresh)
        self.refresh()
        self.receive_button.setFocus()

    def refresh(self) -> None:
        """Show the offices as they stand now."""
        province = self._province
        office = province.workspace.office
        self.office_label.setText(office.name if office is not None else "")
        self._show_plans()
        shown = province.overview()
        self.deadline_label.setText(shown.deadlines)
        self.headline.setText(shown.headline or tr("No office has handed anything over yet."))
        self.headline.set_role(shown.headline_role if shown.headline else "hint")
        self.tree.show_lines(shown.lines)
        self.kinds.show_counts([KindCount(*one) for one in shown.counts])
        self._filter()
        self._enable()

    def _show_plans(self) -> None:
        plan = self._province.plan
        self.plan_field.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.plan_field.clear()
        for one in self._province.plans:
            self.plan_field.addItem(one.name, one.id)
        self.plan_field.setCurrentIndex(self.plan_field.findData(plan.id if plan else ""))
        self.plan_field.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel(tr("Offices below this desk"), "title", self._frame))
        self.office_label = PlainLabel(role="hint", parent=self._frame)
        words.addWidget(self.office_label)
        self.plan_field = QComboBox(self._frame)
        self.plan_field.setAccessibleName(tr("Plan"))
        self.plan_field.setToolTip(tr("The plan that names the offices and their deadlines"))
        self.plan_field.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.plan_field.setMinimumContentsLength(28)
        self.plan_field.activated.connect(
            lambda: self._province.choose_plan(str(self.plan_field.currentData()))
        )
        plan_label = PlainLabel(tr("Plan"), parent=self._frame)
        plan_label.setWordWrap(False)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addLayout(words, 1)
        head.addWidget(plan_label)
        head.addWidget(self.plan_field)
        return head

    def _ways(self) -> QWidget:
        line = QWidget(self._frame)
        flow = FlowLayout(line, across=GAP, down=GAP)
        self.receive_button = self._button(tr("&Receive from a stick…"), self.receive_wanted)
        self.receive_button.setProperty("role", "primary")
        self.view_button = self._button(tr("&Consolidated view"), self._view_all)
        self.send_button = self._button(tr("&Send down…"), self.send_wanted)
        self.keys_button = self._button(tr("&Keys…"), self.keys_wanted)
        self.packs_button = self._button(tr("R&ule packs…"), self.packs_wanted)
        self.own_button = self._button(tr("&Our own conferences"), self.conferences_wanted)
        for button in (
            self.receive_button,
            self.view_button,
            self.send_button,
            self.keys_button,
            self.packs_button,
            self.own_button,
        ):
            flow.addWidget(button)
        return line

    def _filters(self) -> QHBoxLayout:
        self.search = QLineEdit(self._frame)
        self.search.setPlaceholderText(tr("Find an office"))
        self.search.setAccessibleName(tr("Find an office"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.kinds, 1)
        row.addWidget(self.search)
        return row

    def _foot(self) -> QHBoxLayout:
        self.deadline_label = PlainLabel(role="hint", parent=self._frame)
        self.open_button = self._button(tr("See what it &handed over…"), self._view)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.deadline_label, 1)
        row.addWidget(self.open_button)
        return row

    def _button(self, text: str, action: Callable[[], object] | SignalInstance) -> QPushButton:
        button = QPushButton(text, self._frame)
        button.clicked.connect(action)
        return button

    def _filter(self) -> None:
        self.tree.filter_by(self.kinds.kind, self.search.text())

    def _enable(self) -> None:
        bundle = self._province.bundle_of(self.tree.current)
        self.open_button.setEnabled(bundle is not None)
        self.view_button.setEnabled(self._province.has_received)

    def _view_all(self) -> None:
        self.view_wanted.emit("")

    def _view(self) -> None:
        if self._province.bundle_of(self.tree.current) is not None:
            self.view_wanted.emit(self.tree.current)
