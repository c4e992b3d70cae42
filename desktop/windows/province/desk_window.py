"""The desk's own home: every office below it, who is missing, and what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import InputRefused
from desktop.language import tr
from desktop.models.desk_overview import titles
from desktop.models.province import Province
from desktop.sentences.refusals import refusal_sentence
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.dropped_files import take_file, welcome_files
from desktop.widgets.file_choice import FileKind, choose_file
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.icons import make_search
from desktop.widgets.kind_buttons import KindButtons, KindCount
from desktop.widgets.labels import PlainLabel
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.offices_tree import OfficesTree
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.widgets.work_line import WorkLine
from desktop.windows.province.place_dialog import ask_for_unit

_WIDTH, _HEIGHT = 1240, 700
_STATE_WIDTH, _DAY_WIDTH, _NUMBER_WIDTH = 215, 104, 74
_SEARCH_WIDTH = 240


def ask_for_table(parent: QWidget) -> Path | None:
    """Let a table of merged units be chosen."""
    kinds = tr("Tables of merged units") + " (*.toml)"
    return choose_file(parent, FileKind.MERGERS, tr("Open a table of merged units"), kinds)


class DeskWindow(QMainWindow):
    """Shows how the offices stand, the missing ones first in words; leads to everything else.

    Attributes:
        choose_unit, choose_table: ask which unit an office is, and for a file; replaceable.
    """

    receive_wanted = Signal()
    view_wanted = Signal(str)  # key of an office to begin with; empty for all
    send_wanted = Signal()
    keys_wanted = Signal()
    packs_wanted = Signal()
    conferences_wanted = Signal()
    file_wanted = Signal(object)  # Path of what was dropped
    closed = Signal()

    def __init__(self, province: Province, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._province = province
        self.choose_unit: Callable[[str, Sequence[tuple[str, str]], QWidget], str] = ask_for_unit
        self.choose_table: Callable[[QWidget], Path | None] = ask_for_table
        self.setWindowTitle(tr("Desk – Hoinghi"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self.setAcceptDrops(True)
        self._frame = QWidget(self)
        self.message = MessageBar(self._frame)
        self.work = WorkLine(self._frame)
        self.headline = PlainLabel(parent=self._frame)
        self.headline.setProperty("emphasis", "strong")
        self.kinds = KindButtons(tr("Offices by how they stand"), self._frame)
        self.tree = OfficesTree(
            titles(),
            (_STATE_WIDTH, _DAY_WIDTH, _DAY_WIDTH, _NUMBER_WIDTH, _NUMBER_WIDTH, 0),
            self._frame,
        )
        keep_widths(self.tree, "desk-offices")
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
        shown = province.overview()  # reads the plans as well, while the windows live
        self._show_plans()
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        welcome_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what is dropped."""
        take_file(event, self.file_wanted.emit, self.message.warn)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that the window is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def place_current(self) -> None:
        """Say which unit of the plan the office chosen is."""
        bundle = self._province.bundle_of(self.tree.current)
        if bundle is None:
            return
        unit = self.choose_unit(bundle.sender_name, self._province.units(), self)
        if unit:
            self._province.place_office(bundle.sender_id, bundle.sender_name, unit)

    def add_mergers(self) -> None:
        """Take over a table of merged units."""
        path = self.choose_table(self)
        if path is None:
            return
        try:
            count = self._province.take_mergers(path)
        except InputRefused as refusal:
            self.message.warn(refusal_sentence(refusal))
        else:
            self.message.say(
                tr("{count} old names of units are understood from now on.", count=count)
            )

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
        self.mergers_button = self._button(tr("&Merged units…"), self.add_mergers)
        self.mergers_button.setToolTip(
            tr("A table of units that went into others, so that their old names are understood")
        )
        self.own_button = self._button(tr("&Our own conferences"), self.conferences_wanted)
        for button in (
            self.receive_button,
            self.view_button,
            self.send_button,
            self.keys_button,
            self.packs_button,
            self.mergers_button,
            self.own_button,
        ):
            flow.addWidget(button)
        return line

    def _filters(self) -> QHBoxLayout:
        self.search = QLineEdit(self._frame)
        self.search.setPlaceholderText(tr("Find an office"))
        make_search(self.search, tr("Find an office"))
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.kinds, 1)
        row.addWidget(self.search)
        return row

    def _foot(self) -> QHBoxLayout:
        self.deadline_label = PlainLabel(role="hint", parent=self._frame)
        self.place_button = self._button(tr("&Place in the plan…"), self.place_current)
        self.open_button = self._button(tr("See what it &handed over…"), self._view)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.deadline_label, 1)
        row.addWidget(self.place_button)
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
        self.place_button.setVisible(bool(self._province.units()))
        self.place_button.setEnabled(bundle is not None)
        self.open_button.setEnabled(bundle is not None)
        self.view_button.setEnabled(self._province.has_received)

    def _view_all(self) -> None:
        self.view_wanted.emit("")

    def _view(self) -> None:
        if self._province.bundle_of(self.tree.current) is not None:
            self.view_wanted.emit(self.tree.current)
