"""Sending down: plans for everybody, and for each office its places, remarks and receipts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.handoff.field_choice import choosable_fields
from desktop.handoff.key_ring import UnlockedKeys
from desktop.language import tr
from desktop.models.down_rows import DownRows
from desktop.models.province import Province
from desktop.models.told_rows import Told, ToldRows
from desktop.widgets.busy_page import BusyPage
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.field_ticks import FieldTicks
from desktop.widgets.labels import PlainLabel
from desktop.widgets.plain_table import ONE_LINE, PlainTable
from desktop.widgets.stick_field import StickField
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import keep_place, open_dialog, resize_within_screen
from desktop.windows.province.give_update_dialog import GiveUpdateDialog
from desktop.windows.province.send_session import SendSession, SentLine
from desktop.wizard.session_dialog import SessionDialog

_WIDTH, _HEIGHT = 1080, 680
_WIDTHS = (0, 120, 90, 90, 110, 150)
_PACKS_HEIGHT = 126
_KEY = Qt.ItemDataRole.UserRole


class SendDialog(SessionDialog):
    """One stick for all offices: each opens only what is its own, plans are for everybody.

    Args:
        only: ids of the offices to write for; none for all.
    """

    def __init__(
        self,
        province: Province,
        keys: UnlockedKeys,
        parent: QWidget | None = None,
        only: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._province = province
        self._keys = keys
        self._only = frozenset(only)
        self.session = SendSession(province, self)
        self.setWindowTitle(tr("Send down"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self.stick = StickField(self)
        self.message = PlainLabel(parent=self)
        self.rows = DownRows(self)
        self.results: ToldRows[SentLine] = ToldRows(
            (
                Told(tr("For"), lambda one: one.office),
                Told(tr("Hand-over"), lambda one: one.number, is_number=True),
                Told(tr("What became of it"), lambda one: one.words, mark=lambda one: one.mark),
            ),
            self,
        )
        self.pages = QStackedWidget(self)
        self._choice = self._choice_page()
        self.busy_page = BusyPage(tr("Files written"), self)
        self.stop_button = self.busy_page.stop_button
        self._outcome = PlainTable(self.results, tr("What was written"), self, row_height=ONE_LINE)
        self._outcome.fit(0, 80, 0)
        keep_widths(self._outcome, "send-outcome")
        for page in (self._choice, self.busy_page, self._outcome):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.stick)
        column.addWidget(self.message)
        column.addWidget(self.pages, 1)
        column.addLayout(self._buttons())
        self._connect()
        self._begin()

    def stop_work(self) -> None:
        """Stop writing; what is on the stick is whole."""
        self.session.stop()

    @property
    def offices(self) -> tuple[str, ...]:
        """The offices to write for."""
        if not self.replies_box.isChecked():
            return ()
        return tuple(one.office_id for one in self.rows.lines)

    @property
    def asks_anew(self) -> bool:
        """Whether other fields of each person are asked for than before."""
        return self.fields.fields != self._asked

    def write(self) -> None:
        """Seal and copy."""
        folder = self.stick.folder
        if folder is None:
            return
        chosen = {
            self.packs.item(row).data(_KEY)
            for row in range(self.packs.count())
            if self.packs.item(row).checkState() == Qt.CheckState.Checked
        }
        packs = [one for one in self._province.plans if one.id in chosen]
        if self.asks_anew:
            self._province.ask_for_fields(self.fields.fields)
        self.session.send(folder, self.offices, packs, self._keys, asks_anew=self.asks_anew)

    def give_update(self) -> None:
        """Open the dialog that gives out a newer version of the program, on the same stick."""
        dialog = GiveUpdateDialog(self._province, self._keys, self)
        if self.stick.folder is not None:
            dialog.stick.show_folder(self.stick.folder)
        open_dialog(dialog)

    def _choice_page(self) -> QWidget:
        page = QWidget(self)
        self.packs = QListWidget(page)
        self.packs.setAccessibleName(tr("Plans that everybody may read"))
        self.packs.setMaximumHeight(_PACKS_HEIGHT)
        for pack in self._province.plans:
            item = QListWidgetItem(
                tr("{name}, version {version}", name=pack.name, version=pack.version), self.packs
            )
            item.setData(_KEY, pack.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.fields = FieldTicks(page, choosable_fields())
        self.fields.setAccessibleName(tr("What offices are asked to tell of each person"))
        self.fields.setMaximumHeight(_PACKS_HEIGHT)
        self.fields.tick(self._province.asked_fields)
        self._asked = self.fields.fields
        self.replies_box = QCheckBox(
            tr("&Receipts, remarks and places, sealed for each office alone"), page
        )
        self.replies_box.setChecked(True)
        self.table = PlainTable(self.rows, tr("Offices"), page, row_height=ONE_LINE)
        self.table.fit(*_WIDTHS)
        keep_widths(self.table, "send-offices")
        self.table.setEditTriggers(
            PlainTable.EditTrigger.DoubleClicked
            | PlainTable.EditTrigger.EditKeyPressed
            | PlainTable.EditTrigger.AnyKeyPressed
        )
        self.table.setSelectionBehavior(PlainTable.SelectionBehavior.SelectItems)
        self.plan_button = QPushButton(tr("Fill &in the places of the plan"), page)
        foot = QHBoxLayout()
        foot.addWidget(self.replies_box, 1)
        foot.addWidget(self.plan_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for_all = QGridLayout()
        for_all.setSpacing(GAP)
        for place, listed in enumerate((self.packs, self.fields)):
            for_all.addWidget(PlainLabel(listed.accessibleName(), "heading", page), 0, place)
            for_all.addWidget(listed, 1, place)
            for_all.setColumnStretch(place, 1)
        column.addLayout(for_all)
        column.addLayout(foot)
        column.addWidget(self.table, 1)
        return page

    def _buttons(self) -> QHBoxLayout:
        self.write_button = QPushButton(tr("&Write to the stick"), self)
        self.write_button.setProperty("role", "primary")
        self.close_button = QPushButton(tr("&Close"), self)
        self.update_button = QPushButton(tr("Newer &version of the program…"), self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.update_button)
        row.addStretch(1)
        row.addWidget(self.write_button)
        row.addWidget(self.close_button)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        return row

    def _connect(self) -> None:
        session = self.session
        session.working.connect(self._show_working)
        session.done.connect(self._show_outcome)
        session.failed.connect(self._fail)
        self.stick.changed.connect(self._enable)
        self.replies_box.toggled.connect(self._enable)
        self.packs.itemChanged.connect(lambda _: self._enable())
        self.fields.ticked.connect(lambda _: self._enable())
        self.rows.given.connect(self._province.give_places)
        self.plan_button.clicked.connect(self._fill_in)
        self.write_button.clicked.connect(self.write)
        self.stop_button.clicked.connect(session.cancel)
        self.close_button.clicked.connect(self.reject)
        self.update_button.clicked.connect(self.give_update)

    def _begin(self) -> None:
        lines = self._province.down_lines()
        self.rows.show([one for one in lines if not self._only or one.office_id in self._only])
        self.pages.setCurrentWidget(self._choice)
        self._say(
            tr(
                "Choose the stick and what goes down on it. One stick does for all offices: plans"
                " are for everybody, and the rest only its own office can open."
            )
        )
        self._enable()

    def _fill_in(self) -> None:
        self._province.give_places_of_plan()
        self._begin()

    def _show_working(self, sentence: str, done: int, total: int) -> None:
        self._say(sentence)
        self.busy_page.count(done, total)
        self.pages.setCurrentWidget(self.busy_page)
        self._enable()

    def _take_back(self) -> None:
        """Ask as before, where nobody was told otherwise: the next stick says it anew."""
        if self.asks_anew and not self.session.is_whole:
            self._province.ask_for_fields(self._asked)

    def _show_outcome(self) -> None:
        self._take_back()
        self.results.show(self.session.lines)
        self.pages.setCurrentWidget(self._outcome)
        self._say(self.session.summary, "fine" if self.session.is_whole else "advisory")
        self._enable()
        self.close_button.setFocus()

    def _fail(self, sentence: str) -> None:
        self._take_back()
        self.pages.setCurrentWidget(self._choice)
        self._say(sentence, "binding")
        self._enable()

    def _enable(self) -> None:
        is_free = self.pages.currentWidget() is not self.busy_page
        has_packs = any(
            self.packs.item(row).checkState() == Qt.CheckState.Checked
            for row in range(self.packs.count())
        )
        self.stick.setEnabled(is_free)
        self.table.setEnabled(self.replies_box.isChecked())
        self.plan_button.setEnabled(self._province.has_places_of_plan)
        self.write_button.setVisible(is_free)
        self.update_button.setVisible(is_free and not self._only)
        self.write_button.setEnabled(
            self.stick.folder is not None and (has_packs or self.asks_anew or bool(self.offices))
        )
        self.close_button.setVisible(is_free)

    def _say(self, text: str, role: str = "") -> None:
        self.message.set_role(role)
        self.message.setText(text)
