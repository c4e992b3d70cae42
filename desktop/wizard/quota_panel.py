"""The places of the units: given, taken and left, by group or by trait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from db.directory import Used
from db.records import Quota
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.rules.quota_changes import Place, with_places, with_units, without_units
from desktop.rules.quota_columns import ColumnKind, QuotaColumn
from desktop.rules.quota_matrix import QuotaMatrix, people_of_cell, quota_matrix
from desktop.sentences.quotas import people_title
from desktop.widgets.fields import ChoiceField
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.icons import make_search
from desktop.widgets.labels import PlainLabel
from desktop.widgets.quota_table import QuotaTable
from desktop.widgets.theme import GAP
from desktop.wizard.share_dialog import ShareDialog
from desktop.wizard.units_dialog import UnitsDialog


class Axis(Enum):
    """What the columns are."""

    GROUPS = "groups"
    TRAITS = "traits"


class QuotaPanel(QWidget):
    """Shows the matrix of a draft; every number is stored at once and can be undone.

    Attributes:
        ask_shares, ask_units: open the dialogs; replaceable.
    """

    people_wanted = Signal(object, str)  # ids of people, and what they have in common

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask_shares: Callable[[QuotaMatrix, QuotaColumn | None], tuple[Quota, ...] | None] = (
            self._ask_shares
        )
        self.ask_units: Callable[[Sequence[str]], Sequence[str]] = self._ask_units
        self._draft = draft
        self.axis_box = ChoiceField(self)
        self.axis_box.setAccessibleName(tr("Columns"))
        self.axis_box.setMinimumContentsLength(14)
        self.axis_box.offer([(Axis.GROUPS, tr("By group")), (Axis.TRAITS, tr("By trait"))])
        self.axis_box.show_value(Axis.GROUPS)
        self.find_box = QLineEdit(self)
        self.find_box.setPlaceholderText(tr("Find a unit"))
        make_search(self.find_box, tr("Find a unit"))
        self.table = QuotaTable(self)
        self.people_button = QPushButton(tr("Show these &people"), self)
        self.add_button = QPushButton(tr("Add &units…"), self)
        self.remove_button = QPushButton(tr("&Take off"), self)
        self.share_button = QPushButton(tr("Sh&are places out…"), self)
        self.status = PlainLabel(role="hint", parent=self)
        self._lay_out()
        self._matrix = quota_matrix(draft.conference, (), draft.pack)  # until it is looked at
        self._connect()
        draft.changed.connect(self._follow)
        draft.delegates_changed.connect(self._follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was hidden."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the matrix as it is now."""
        self._matrix = self._make_matrix()
        self.table.show_matrix(self._matrix, has_traits=self.axis_box.value is Axis.TRAITS)
        self._enable()

    def commit(self) -> None:
        """Store what stands in a cell that is being edited."""
        self.table.commit()

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()

    def _lay_out(self) -> None:
        legend = PlainLabel(
            tr("In each cell: places given / people on the list / places left"), "hint", self
        )
        legend.setWordWrap(False)
        caption = QLabel(tr("&Columns"), self)
        caption.setBuddy(self.axis_box)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(caption)
        head.addWidget(self.axis_box)
        head.addWidget(self.find_box, 1)
        actions = FlowLayout(across=GAP, down=4)
        for button in (self.people_button, self.add_button, self.remove_button, self.share_button):
            actions.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(legend)
        column.addWidget(self.table, 1)
        column.addLayout(actions)
        column.addWidget(self.status)
        self._say("")

    def _connect(self) -> None:
        self.people_button.setToolTip(tr("The people that this cell counts (Enter)"))
        self.remove_button.setToolTip(tr("Take the places you gave the selected units back"))
        self.axis_box.committed.connect(lambda _: self.refresh())
        self.find_box.textChanged.connect(self.table.rows.search)
        self.table.rows.entered.connect(self._give)
        self.table.asked_for.connect(self._lead)
        self.table.selection_changed.connect(self._enable)
        self.table.refused.connect(lambda sentence: self._say(sentence, "binding"))
        self.people_button.clicked.connect(self._lead_on)
        self.add_button.clicked.connect(self._add_units)
        self.remove_button.clicked.connect(self._take_off)
        self.share_button.clicked.connect(self._share)

    def _make_matrix(self) -> QuotaMatrix:
        draft = self._draft
        return quota_matrix(draft.conference, draft.delegates, draft.pack)

    def _enable(self) -> None:
        units = self.table.selected_units
        self.people_button.setEnabled(self.table.current is not None)
        given = {quota.unit for quota in self._draft.conference.quotas}
        self.remove_button.setEnabled(any(unit in given for unit in units))
        self.share_button.setEnabled(any(line.unit for line in self._matrix.lines))

    def _give(self, places: Mapping[Place, int | None]) -> None:
        self._store(with_places(self._draft.conference.quotas, places))

    def _lead(self, column: QuotaColumn, unit: str | None) -> None:
        draft = self._draft
        people = people_of_cell(draft.conference, draft.delegates, draft.pack, column, unit)
        title = people_title(column, unit)
        if people:
            self.people_wanted.emit([one.id for one in people], title)
        else:
            self._say(tr("Nobody on the list: {who}.", who=title))

    def _lead_on(self) -> None:
        if self.table.current is not None:
            self._lead(*self.table.current)

    def _add_units(self) -> None:
        quotas = self._draft.conference.quotas
        listed = {line.unit for line in self._matrix.lines}
        names = self.ask_units(
            [unit for unit in self._draft.words_used(Used.UNIT) if unit not in listed]
        )
        added = with_units(quotas, names)
        self._store(added)
        if len(added) > len(quotas):
            self.find_box.clear()
            self.table.select_unit(added[-1].unit)

    def _take_off(self) -> None:
        self._store(without_units(self._draft.conference.quotas, self.table.selected_units))

    def _share(self) -> None:
        current = self.table.current
        shared = self.ask_shares(self._matrix, current[0] if current else None)
        if shared is not None:
            self._store(shared)

    def _store(self, quotas: tuple[Quota, ...]) -> None:
        self._draft.change(quotas=quotas)
        self._say("")

    def _ask_shares(
        self, matrix: QuotaMatrix, column: QuotaColumn | None
    ) -> tuple[Quota, ...] | None:
        if column is None or not column.can_be_given:
            column = next(one for one in matrix.columns if one.kind is ColumnKind.WHOLE)
        dialog = ShareDialog(matrix, self._draft.conference.quotas, column, self)
        return dialog.shared if dialog.exec() else None

    def _ask_units(self, offered: Sequence[str]) -> Sequence[str]:
        dialog = UnitsDialog(offered, self)
        return dialog.units if dialog.exec() else ()

    def _say(self, text: str, role: str = "hint") -> None:
        self.status.set_role(role)
        self.status.setText(text)
        self.status.setVisible(bool(text))
