"""The register and the clipboard: rows to Excel and back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.language import tr
from desktop.models.beside import beside_the_windows
from desktop.models.pasted_cells import PastePlan, plan_paste
from desktop.models.people_list import are_many
from desktop.people.clipboard_table import as_text, as_web_table
from desktop.widgets.delegate_table import DelegateTable
from desktop.wizard.paste_dialog import PasteDialog
from desktop.wizard.register_edits import RegisterEdits

_FEW_CELLS = 3  # are pasted without a look at them


class RegisterClipboard(QObject):
    """Copies the selected rows; pastes over cells, or hands the text on as new people."""

    new_people = Signal()  # are on the clipboard

    def __init__(
        self, table: DelegateTable, edits: RegisterEdits, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._edits = edits

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with the titles of the columns shown."""
        people, columns = self._edits.selected, self._table.shown_columns()
        if not people:
            return

        def write() -> tuple[str, str]:
            block = [
                [column.title for column in columns],
                *([column.written(one) for column in columns] for one in people),
            ]
            return as_text(block), as_web_table(block)

        text, table = beside_the_windows(write) if are_many(len(people)) else write()
        data = QMimeData()
        data.setText(text)
        data.setHtml(table)
        QGuiApplication.clipboard().setMimeData(data)
        self._edits.say(tr("Copied: {count}. Paste them into Excel.", count=len(people)))

    def paste(self) -> None:
        """Paste over the cells from the cursor on, after a look at many changes."""
        row, place = self._table.cursor_cell()
        if row < 0:
            self.paste_new()
            return
        text, shown = QGuiApplication.clipboard().text(), self._table.rows.shown
        columns = self._table.shown_columns()

        def work_out() -> PastePlan:
            return plan_paste(text, shown, columns, (row, place))

        plan = beside_the_windows(work_out) if are_many(text.count("\n")) else work_out()
        is_clear = not (plan.refused or plan.left_over or plan.unknown)
        if not is_clear or len(plan.changes) > _FEW_CELLS:
            dialog = PasteDialog(plan, self._table)
            if not dialog.exec():
                if dialog.wants_new:
                    self.paste_new()
                return
        self._edits.save(plan.people, tr("Pasted: {count}.", count=len(plan.changes)))

    def paste_new(self) -> None:
        """Hand on what is on the clipboard, to be taken over as new people."""
        if QGuiApplication.clipboard().text().strip():
            self.new_people.emit()
        else:
            self._edits.say(tr("There is no text on the clipboard."))
