"""The register of a conference: its delegates with search, entry, removal, undo and import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from db.records import Delegate, StoredImage
from desktop.language import tr
from desktop.models.delegate_rows import DelegateRows
from desktop.models.draft import Draft
from desktop.sentences.field_names import field_name
from desktop.sentences.store import store_sentence
from desktop.widgets.delegate_table import DelegateTable
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP
from desktop.wizard.import_files import LIST_SUFFIXES, dropped_list
from desktop.wizard.photo_button import PhotoButton
from desktop.wizard.photo_files import dropped_photos

_HIGHEST_BADGE = 99_999  # as db.records has it


class Register(QWidget):
    """Shows the delegates of a draft; every edit is stored at once and can be undone."""

    import_asked = Signal(object)  # Path of a dropped file | None
    photos_dropped = Signal(object)  # list of Path: pictures, or a folder of them

    def __init__(
        self, draft: Draft, this_year: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._this_year = this_year
        self.rows = DelegateRows(self)
        self.table = DelegateTable(self.rows, self)
        self.search_box = QLineEdit(self)
        self.only_button = QPushButton(self)
        self.count_label = PlainLabel(role="hint", parent=self)
        self.status = PlainLabel(role="hint", parent=self)
        self.import_button = QPushButton(tr("&Import a list from Excel…"), self)
        self.add_button = QPushButton(tr("&Add a person"), self)
        self.remove_button = QPushButton(tr("&Remove"), self)
        self.group_button = QPushButton(tr("&Group"), self)
        self.photo_button = PhotoButton(self)
        self.undo_button = QPushButton(tr("&Undo"), self)
        self.redo_button = QPushButton(tr("Re&do"), self)
        self._lay_out()
        self._connect()
        self._order_tabs()
        self.setAcceptDrops(True)
        self.show_people()
        self.table.fit_columns()

    def show_people(self) -> None:
        """Show what the store holds."""
        draft = self._draft
        self.rows.show(draft.delegates, draft.conference.groups, self._this_year())
        self._fill_group_menu()
        self._show_count()
        self._enable()

    def show_only(self, ids: Sequence[str], who: str) -> None:
        """Show only these people until the officer asks for everybody again."""
        self.search_box.clear()
        self.rows.narrow(ids)
        self.only_button.setText(tr("Only: {who}  ✕", who=who.replace("&", "&&")))
        self.only_button.setVisible(True)
        self._show_count()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_everybody(self) -> None:
        """Show everybody again."""
        self.rows.narrow(None)
        self.only_button.setVisible(False)
        self._show_count()

    def focus_person(self, delegate_id: str) -> None:
        """Select one person, or nobody, and put the cursor on the table."""
        if delegate_id:
            self.search_box.clear()
            self.show_everybody()
            self.table.select([delegate_id])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_imported(self, ids: Sequence[str]) -> None:
        """Select the people just added, and say how to take the step back."""
        self.search_box.clear()
        self.show_everybody()
        self.table.select(ids[:1])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(tr("Added: {count}. “Undo” takes the whole import back.", count=len(ids)))

    def commit(self) -> None:
        """Store what stands in a cell that is being edited."""
        self.table.commit()

    def add_person(self) -> None:
        """Add an empty person with the next badge number and begin to type the name."""
        draft = self._draft
        groups = draft.conference.groups
        person = Delegate(
            id=draft.new_id(),
            conference_id=draft.conference.id,
            position=1 + max((one.position for one in draft.delegates), default=0),
            badge_number=_next_number(draft.delegates),
            name="",
            group_id=groups[0].id if groups else "",
        )
        self.search_box.clear()
        self.show_everybody()
        if self._store(lambda: draft.add_delegates((person,)), ""):
            self.table.edit_name(person.id)

    def remove_selected(self) -> None:
        """Remove the selected people; one undo brings them back."""
        ids = self.table.selected_ids()
        if not ids:
            return
        row = self.rows.rows_of(ids)[0]
        self._store(
            lambda: self._draft.remove_delegates(ids),
            tr("Removed: {count}. “Undo” brings them back.", count=len(ids)),
        )
        if self.rows.rowCount():
            self.table.selectRow(min(row, self.rows.rowCount() - 1))

    def put_into_group(self, group_id: str) -> None:
        """Move the selected people to a group, in one step."""
        ids = frozenset(self.table.selected_ids())
        people = [
            msgspec.structs.replace(one, group_id=group_id)
            for one in self._draft.delegates
            if one.id in ids
        ]
        self._store(
            lambda: self._draft.save_delegates(people),
            tr("Moved to the group: {count}.", count=len(people)),
        )

    def undo(self) -> None:
        """Take back the last step."""
        what = self._step_through_history(self._draft.undo)
        if what is not None:
            self.say(tr("Undone: {what}.", what=what) if what else tr("Nothing left to undo."))

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        what = self._step_through_history(self._draft.redo)
        if what is not None:
            self.say(tr("Redone: {what}.", what=what) if what else tr("Nothing left to redo."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a list file, and pictures."""
        data = event.mimeData()
        if dropped_list(data) is not None or dropped_photos(data):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Begin to import a list; give one picture to the row it was dropped on."""
        path = dropped_list(event.mimeData())
        photos = dropped_photos(event.mimeData())
        if not photos and path is None:
            return
        event.acceptProposedAction()
        if not photos:
            self.import_asked.emit(path)
        elif len(photos) > 1 or photos[0].is_dir():
            self.photos_dropped.emit(photos)
        else:
            self._take_photo(photos[0], event.position().toPoint())

    def _take_photo(self, path: Path, place: QPoint) -> None:
        viewport = self.table.viewport()
        row = self.table.indexAt(viewport.mapFrom(self, place)).row()
        if row < 0:
            self.say(tr("Drop a picture on the row of its person."), "binding")
            return
        person = self.rows.delegate(row)
        self.table.select([person.id])
        self.photo_button.take(person.id, path)

    def _lay_out(self) -> None:
        self.search_box.setPlaceholderText(tr("Search: name, unit, post, number, phone"))
        self.search_box.setAccessibleName(tr("Search the delegates"))
        self.search_box.setClearButtonEnabled(True)
        self.count_label.setWordWrap(False)
        caption = QLabel(tr("&Find"), self)
        caption.setBuddy(self.search_box)
        actions = QHBoxLayout()
        actions.setSpacing(GAP)
        for button in (
            self.import_button,
            self.add_button,
            self.remove_button,
            self.group_button,
            self.photo_button,
        ):
            actions.addWidget(button)
        actions.addStretch(1)
        find = QHBoxLayout()
        find.setSpacing(GAP)
        find.addWidget(caption)
        find.addWidget(self.search_box, 1)
        for widget in (self.only_button, self.count_label, self.undo_button, self.redo_button):
            find.addWidget(widget)
        self.only_button.hide()
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, GAP, 0, 0)
        frame.setSpacing(GAP)
        frame.addLayout(actions)
        frame.addLayout(find)
        frame.addWidget(self.table, 1)
        frame.addWidget(self.status)
        self.say("")

    def _order_tabs(self) -> None:
        """Let Tab go the way the eye goes."""
        widgets = (
            self.import_button,
            self.add_button,
            self.remove_button,
            self.group_button,
            self.photo_button,
            self.search_box,
            self.only_button,
            self.undo_button,
            self.redo_button,
            self.table,
        )
        for before, after in pairwise(widgets):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self.import_button.setProperty("role", "primary")
        self.import_button.setToolTip(
            tr("Or drop the file here: {kinds}", kinds=", ".join(LIST_SUFFIXES))
        )
        self.undo_button.setToolTip(tr("Take back the last change (Ctrl+Z)"))
        self.redo_button.setToolTip(tr("Do it again (Ctrl+Y)"))
        self.only_button.setToolTip(tr("Show everybody again"))
        self.only_button.clicked.connect(self.show_everybody)
        self.group_button.setMenu(QMenu(self.group_button))
        self.group_button.setToolTip(tr("Put the selected people into a group"))
        self.photo_button.taken.connect(self._keep_photo)
        self.photo_button.refused.connect(lambda sentence: self.say(sentence, "binding"))
        self.import_button.clicked.connect(lambda: self.import_asked.emit(None))
        self.add_button.clicked.connect(self.add_person)
        self.remove_button.clicked.connect(self.remove_selected)
        self.undo_button.clicked.connect(self.undo)
        self.redo_button.clicked.connect(self.redo)
        self.search_box.textChanged.connect(self._search)
        self.rows.edited.connect(self._save)
        self.table.cells.hinted.connect(lambda hint: self.say(hint, "binding"))
        self.table.removal_asked.connect(self.remove_selected)
        self.table.selected_people_changed.connect(self._enable)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search_box.setFocus)

    def _search(self, text: str) -> None:
        self.rows.search(text)
        self._show_count()

    def _show_count(self) -> None:
        everybody, shown = len(self._draft.delegates), self.rows.rowCount()
        self.count_label.setText(
            tr("{count} people", count=everybody)
            if shown == everybody
            else tr("{shown} of {count} people", shown=shown, count=everybody)
        )

    def _fill_group_menu(self) -> None:
        menu = self.group_button.menu()
        menu.clear()
        for group in self._draft.conference.groups:
            # an ampersand in a name is no accelerator
            action = menu.addAction(group.name.replace("&", "&&"))
            action.triggered.connect(lambda _, group_id=group.id: self.put_into_group(group_id))

    def _enable(self) -> None:
        chosen = bool(self.table.selectionModel().hasSelection())
        self.remove_button.setEnabled(chosen)
        self.group_button.setEnabled(chosen and bool(self._draft.conference.groups))
        self._show_photo()

    def _show_photo(self) -> None:
        ids = self.table.selected_ids()
        person = self._person(ids[0]) if len(ids) == 1 else None
        images = self._draft.images((person.photo_id,)) if person and person.photo_id else ()
        self.photo_button.show_person(person.id if person else "", images[0] if images else None)

    def _person(self, delegate_id: str) -> Delegate | None:
        return next((one for one in self._draft.delegates if one.id == delegate_id), None)

    def _keep_photo(self, delegate_id: str, image: StoredImage | None) -> None:
        person = self._person(delegate_id)
        if person is None:
            return  # removed while the picture was being read
        changed = msgspec.structs.replace(person, photo_id=image.id if image else "")
        self._store(
            lambda: self._draft.save_delegates((changed,), (image,) if image else ()),
            tr("The photo was stored.") if image else tr("The photo was removed."),
        )

    def _save(self, person: Delegate) -> None:
        self._store(lambda: self._draft.save_delegates((person,)), "")

    def _step_through_history(self, step: Callable[[], tuple[str, ...]]) -> str | None:
        """Take a step; name what it was about, "" when none is left, None when it failed."""
        self.table.commit()
        stepped: list[tuple[str, ...]] = []
        if not self._store(lambda: stepped.append(step()), ""):
            return None
        return ", ".join(field_name(name) for name in stepped[0])

    def _store(self, action: Callable[[], None], done: str) -> bool:
        """Do something to the store and say what came of it; tell whether it was done."""
        try:
            action()
        except StoreError as error:
            self.say(store_sentence(error), "binding")
            return False
        self.say(done)
        return True

    def say(self, text: str, role: str = "hint") -> None:
        """Say what came of the last action; nothing hides the line."""
        self.status.set_role(role)
        self.status.setText(text)
        self.status.setVisible(bool(text))


def _next_number(people: Sequence[Delegate]) -> int | None:
    """Give the number after the highest; none where the badges have no more digits."""
    number = 1 + max((one.badge_number or 0 for one in people), default=0)
    return number if number <= _HIGHEST_BADGE else None
