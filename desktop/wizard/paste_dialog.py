"""What a paste would change, looked at before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.pasted_cells import CellChange, PastePlan
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import resize_within_screen

_WIDTH, _HEIGHT = 820, 560
_MOST_SHOWN = 300


class PasteDialog(QDialog):
    """Lists the cells before and after; one undo takes the whole paste back.

    Attributes:
        wants_new: whether the block shall become new people instead.
    """

    def __init__(self, plan: PastePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_new = False
        self.setWindowTitle(tr("Paste over these cells"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        self.summary = PlainLabel(_summary(plan), parent=self)
        column.addWidget(self.summary)
        self.notes = PlainLabel("\n".join(_notes(plan)), "advisory", self)
        self.notes.setVisible(bool(_notes(plan)))
        column.addWidget(self.notes)
        self.table = self._table(plan)
        column.addWidget(self.table, 1)
        buttons = QDialogButtonBox(self)
        self.paste_button = QPushButton(tr("&Paste"), self)
        self.paste_button.setProperty("role", "primary")
        self.paste_button.setEnabled(bool(plan.changes))
        self.new_button = QPushButton(tr("Take them as &new people…"), self)
        self.new_button.clicked.connect(self._take_as_new)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.new_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.paste_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _take_as_new(self) -> None:
        self.wants_new = True
        self.reject()

    def _table(self, plan: PastePlan) -> QTableWidget:
        refused = plan.refused[:_MOST_SHOWN]
        changes = plan.changes[: _MOST_SHOWN - len(refused)]
        table = QTableWidget(len(refused) + len(changes), 4, self)
        table.setAccessibleName(tr("Cells that change"))
        table.setHorizontalHeaderLabels([tr("Person"), tr("Field"), tr("Before"), tr("After")])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        for row, change in enumerate((*refused, *changes)):
            after = change.text if row >= len(refused) else _refusal(change)
            texts = (change.person.name, change.column.title, change.before, after)
            for number, text in enumerate(texts):
                table.setItem(row, number, QTableWidgetItem(text))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return table


def _refusal(change: CellChange) -> str:
    return tr("not taken: “{text}”", text=change.text)


def _summary(plan: PastePlan) -> str:
    return tr(
        "Cells that change: {cells}, of {people} people. “Undo” takes the whole paste back.",
        cells=len(plan.changes),
        people=len(plan.people),
    )


def _notes(plan: PastePlan) -> Sequence[str]:
    notes = []
    if plan.by_number:
        notes.append(tr("The rows were told to people by their badge numbers."))
    if plan.refused:
        notes.append(
            tr(
                "Texts that their cell cannot take: {count}. These cells stay as they are.",
                count=len(plan.refused),
            )
        )
    if plan.left_over:
        notes.append(
            tr(
                "Rows without a person to paste them over: {count}. They are left out here; as new"
                " people they can be taken in.",
                count=plan.left_over,
            )
        )
    if plan.unknown:
        notes.append(tr("Headings that no column has: {names}.", names=", ".join(plan.unknown)))
    hidden = len(plan.changes) + len(plan.refused) - _MOST_SHOWN
    if hidden > 0:
        notes.append(tr("Only the first are listed; {count} more follow.", count=hidden))
    return notes
