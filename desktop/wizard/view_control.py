"""Views of the register: taken, kept under a name, forgotten; the columns as they were left."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from db.errors import StoreError
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.register_views import RegisterView, ViewShelf, ready_views, view_of
from desktop.people.text import typed
from desktop.widgets.delegate_table import DelegateTable
from desktop.wizard.columns_dialog import ColumnsDialog
from desktop.wizard.register_edits import RegisterEdits


def ask_for_name(parent: QWidget) -> str:
    """Let the officer name a view; empty when they would rather not."""
    name, is_given = QInputDialog.getText(parent, tr("Keep this view"), tr("Name of the view"))
    return typed(name) if is_given else ""


class ViewControl(QObject):
    """Lays the table out as a view says, and puts what is shown under a name.

    Attributes:
        ask_for_name: asks for the name of a view; replaceable.
    """

    filter_wanted = Signal(object)  # PeopleFilter

    def __init__(
        self, draft: Draft, table: DelegateTable, edits: RegisterEdits, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.ask_for_name: Callable[[QWidget], str] = ask_for_name
        self._draft = draft
        self._table = table
        self._edits = edits
        self._window = parent
        self._shelf = ViewShelf(draft.settings)
        table.columns_changed.connect(self.keep_columns)

    @property
    def ready(self) -> tuple[RegisterView, ...]:
        """The views that come with the program."""
        return ready_views()

    @property
    def own(self) -> tuple[RegisterView, ...]:
        """The views that the officer kept."""
        return self._shelf.views()

    def lay_out(self) -> None:
        """Put the columns as they were left."""
        self._table.lay_out_columns(self._shelf.columns())

    def take(self, view: RegisterView) -> None:
        """Show what a view says: columns, sorting, filters."""
        if view.columns:
            self._table.lay_out_columns(view.columns)
            self.keep_columns()
        order = Qt.SortOrder.DescendingOrder if view.is_falling else Qt.SortOrder.AscendingOrder
        known = [column.key for column in self._table.rows.columns]
        number = known.index(view.sorted_by) if view.sorted_by in known else -1
        self._table.horizontalHeader().setSortIndicator(number, order)
        self.filter_wanted.emit(view.filter(self._draft.conference.groups))

    def keep(self) -> None:
        """Keep what is shown now under a name that the officer gives."""
        name = self.ask_for_name(self._window)
        if not name:
            return
        view = view_of(
            name,
            self._table.rows.wanted,
            self._draft.conference.groups,
            self._table.rows.sorted_by,
            self._table.column_places(),
        )
        self._edits.store(lambda: self._shelf.keep(view), tr("Kept as “{name}”.", name=name))

    def forget(self, name: str) -> None:
        """Forget a view that the officer kept."""
        done = tr("The view “{name}” was forgotten.", name=name)
        self._edits.store(lambda: self._shelf.remove(name), done)

    def choose_columns(self) -> None:
        """Let the officer tick and order the columns."""
        titles = {column.key: column.title for column in self._table.rows.columns}
        dialog = ColumnsDialog(self._table.column_places(), titles, self._window)
        if dialog.exec():
            self._table.lay_out_columns(dialog.places)
            self.keep_columns()

    def usual_columns(self) -> None:
        """Put the columns as they were at the beginning."""
        self._table.fit_columns()
        self.keep_columns()

    def keep_columns(self) -> None:
        """Remember the columns as they are; a full disk only loses their widths."""
        with contextlib.suppress(StoreError):
            self._shelf.keep_columns(self._table.column_places())
