"""The register of a conference: its people searched, filtered, ordered, edited, handed out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

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

from desktop.language import tr
from desktop.models.delegate_rows import DelegateRows
from desktop.models.draft import Draft
from desktop.models.register_views import RegisterView
from desktop.people.people_filter import PeopleFilter
from desktop.sentences.person_fields import list_order_name, no_rows_sentence, shown_sentence
from desktop.widgets.delegate_table import DelegateTable
from desktop.widgets.dropped_files import LIST_SUFFIXES
from desktop.widgets.filter_bar import FilterBar
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.fold_button import FoldButton
from desktop.widgets.icons import Icon, make_primary, make_search
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.narrow_room import NarrowRoom
from desktop.widgets.tab_order import pass_in_turn
from desktop.widgets.theme import GAP
from desktop.wizard.field_dialog import FieldDialog
from desktop.wizard.import_files import dropped_list
from desktop.wizard.list_export_dialog import ListExportDialog
from desktop.wizard.numbers_dialog import NumbersDialog, day_of_badges
from desktop.wizard.photo_button import PhotoButton
from desktop.wizard.photo_files import dropped_photos
from desktop.wizard.register_clipboard import RegisterClipboard
from desktop.wizard.register_edits import RegisterEdits
from desktop.wizard.register_menus import EditMenu, OrderMenu, ViewMenu, fill_group_menu
from desktop.wizard.view_control import ViewControl

_USUAL_WIDTH = 600


class Register(QWidget):
    """Shows the delegates of a draft; every edit is stored at once and can be undone."""

    import_asked = Signal(object)  # Path of a dropped file | None
    pasted = Signal()  # new people are on the clipboard
    photos_dropped = Signal(object)  # list of Path: pictures, or a folder of them

    def __init__(
        self, draft: Draft, this_year: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._this_year = this_year
        self.rows = DelegateRows(self, draft.words_used)
        self.table = DelegateTable(self.rows, self)
        self.edits = RegisterEdits(draft, self.table, self)
        self.clipboard = RegisterClipboard(self.table, self.edits, self)
        self.views = ViewControl(draft, self.table, self.edits, self)
        self.search_box = QLineEdit(self)
        self.tools_button = FoldButton(tr("&Tools"), self)
        self.only_button = QPushButton(self)
        self.count_label = PlainLabel(role="hint", parent=self)
        self.status = PlainLabel(role="hint", parent=self)
        self.import_button = QPushButton(tr("&Import from Excel…"), self)
        self.add_button = QPushButton(tr("&Add a person"), self)
        self.remove_button = QPushButton(tr("&Remove"), self)
        self.group_button = QPushButton(tr("&Group"), self)
        self.photo_button = PhotoButton(self)
        self.edit_button = QPushButton(tr("&Edit"), self)
        self.edit_menu = EditMenu(self)
        self.numbers_button = QPushButton(tr("Badge nu&mbers…"), self)
        self.export_button = QPushButton(tr("E&xport…"), self)
        self.undo_button = QPushButton(tr("&Undo"), self)
        self.redo_button = QPushButton(tr("Re&do"), self)
        self.order_button = QPushButton(self)
        self.order_menu = OrderMenu(self.edits.order_by, self)
        self.view_button = QPushButton(tr("&View"), self)
        self.view_menu = ViewMenu(self._take_view, self.views.forget, self)
        self.filters = FilterBar(self.rows.choices, (self.order_button, self.view_button), self)
        self._lay_out()
        self._connect()
        self._connect_menus()
        self._order_tabs()
        self.setAcceptDrops(True)
        self.show_people()
        self.views.lay_out()

    def show_people(self) -> None:
        """Show what the store holds."""
        draft = self._draft
        conference = draft.conference
        self.rows.show(
            draft.delegates,
            conference.groups,
            self._this_year(),
            keys=draft.keys,
            list_order=conference.list_order,
            tone_order=draft.office.tone_order,
        )
        fill_group_menu(self.group_button, conference.groups, self.edits.put_into_group)
        self.filters.show_groups(conference.groups)
        self.filters.count_soon()
        self._show_order()
        self._show_count()
        self._enable()

    def fit_room(self, *, is_short: bool) -> None:
        """Leave a low window to the rows of the list."""
        self.tools_button.fit_room(is_short=is_short)
        self.table.fit_room(is_short=is_short)
        dress_as(self.search_box, "room", "narrow" if is_short else "")

    def show_only(self, ids: Sequence[str], who: str) -> None:
        """Show only these people until the officer asks for everybody again."""
        self.search_box.clear()
        self.rows.narrow(ids)
        self.only_button.setText(tr("Only: {who}  ✕", who=who.replace("&", "&&")))
        self.only_button.setVisible(True)
        self._show_count()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_everybody(self) -> None:
        """Show all people: a search or a filter could hide whom this is about."""
        self.rows.narrow(None)
        self.only_button.setVisible(False)
        self.search_box.clear()
        self._filter(PeopleFilter())

    def focus_person(self, delegate_id: str) -> None:
        """Select one person, or nobody, and put the cursor on the table."""
        if delegate_id:
            self.show_everybody()
            self.table.select([delegate_id])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_added(self, ids: Sequence[str], done: str) -> None:
        """Select the first of the people just added, and say what was done."""
        self.show_everybody()
        self.table.select(ids[:1])
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(done)

    def commit(self) -> None:
        """Store what stands in a cell that is being edited."""
        self.table.commit()

    def add_person(self) -> None:
        """Add an empty person with the next badge number and begin to type the name."""
        self.show_everybody()
        self.edits.add_person()

    def undo(self) -> None:
        """Take back the last step."""
        self.edits.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self.edits.redo()

    def set_field(self) -> None:
        """Ask for one field of all selected people, and set it."""
        people = self.edits.selected
        index = self.table.currentIndex()
        key = self.rows.columns[index.column()].key if index.isValid() else ""
        dialog = FieldDialog(self.rows, people, key, self)
        if people and dialog.exec():
            changed = dialog.changed
            done = tr("Set “{column}”: {count}.", column=dialog.column.title, count=len(changed))
            self.edits.save(changed, done)

    def give_numbers(self) -> None:
        """Ask how badge numbers are given, and give them."""
        draft = self._draft
        order = list_order_name(draft.conference.list_order)
        people = self.rows.listed
        dialog = NumbersDialog(people, draft.conference.groups, order, day_of_badges(draft), self)
        if dialog.exec():
            changed = dialog.changed
            draft.change(groups=dialog.groups)
            if changed:
                self.edits.save(changed, tr("Badge numbers given: {count}.", count=len(changed)))

    def export(self) -> None:
        """Hand the list out as a file."""
        self.commit()
        listed = self.rows.listed
        ListExportDialog(self._draft, listed, self.rows.shown, self.edits.selected, self).exec()

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
        self.search_box.setPlaceholderText(
            tr("Name, initials, unit, post, last digits of a number")
        )
        make_search(self.search_box, tr("Search the delegates"))
        self.count_label.setWordWrap(False)
        caption = QLabel(tr("&Find"), self)
        caption.setBuddy(self.search_box)
        tools = QWidget(self)
        actions = FlowLayout(tools, across=GAP, down=4)
        for button in self._actions():
            actions.addWidget(button)
        find = QHBoxLayout()
        find.setSpacing(GAP)
        find.addWidget(self.tools_button)
        find.addWidget(caption)
        find.addWidget(self.search_box, 1)
        for widget in (self.only_button, self.count_label, *self._buttons_beside_search()):
            find.addWidget(widget)
        self.only_button.hide()
        self.tools_button.fold((tools, *self._buttons_beside_search(), self.filters))
        NarrowRoom(self, (*self._actions(), *self._buttons_beside_search()), _USUAL_WIDTH)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(GAP - 2)
        frame.addWidget(tools)
        frame.addLayout(find)
        frame.addWidget(self.filters)
        frame.addWidget(self.table, 1)
        frame.addWidget(self.status)
        self.say("")

    def _actions(self) -> tuple[QPushButton, ...]:
        return (
            *(self.import_button, self.add_button, self.remove_button),
            *(self.group_button, self.photo_button, self.edit_button),
        )

    def _buttons_beside_search(self) -> tuple[QPushButton, ...]:
        return self.undo_button, self.redo_button, self.numbers_button, self.export_button

    def _order_tabs(self) -> None:
        """Let Tab go the way the eye goes."""
        pass_in_turn(
            *self._actions(),
            self.tools_button,
            self.search_box,
            self.only_button,
            *self._buttons_beside_search(),
            *self.filters.in_order,
            self.table,
        )

    def _connect(self) -> None:
        make_primary(self.import_button, Icon.IMPORT)
        self.import_button.setToolTip(
            tr("Or drop the file here: {kinds}", kinds=", ".join(LIST_SUFFIXES))
        )
        self.undo_button.setToolTip(tr("Take back the last change (Ctrl+Z)"))
        self.redo_button.setToolTip(tr("Do it again (Ctrl+Y)"))
        self.photo_button.taken.connect(self.edits.keep_photo)
        self.photo_button.refused.connect(lambda sentence: self.say(sentence, "binding"))
        self.only_button.setToolTip(tr("Show everybody again"))
        self.only_button.clicked.connect(self.show_everybody)
        self.import_button.clicked.connect(lambda: self.import_asked.emit(None))
        self.clipboard.new_people.connect(self.pasted)
        for button, act in (
            (self.add_button, self.add_person),
            (self.remove_button, self.edits.remove_selected),
            (self.numbers_button, self.give_numbers),
            (self.export_button, self.export),
            (self.undo_button, self.undo),
            (self.redo_button, self.redo),
        ):
            button.clicked.connect(act)
        self.search_box.textChanged.connect(self._search)
        self.filters.changed.connect(self._filter)
        self.views.filter_wanted.connect(self._filter)
        self.edits.said.connect(self.say)
        self.edits.added.connect(self.table.edit_name)
        self.rows.edited.connect(lambda person: self.edits.save((person,)))
        # not in the middle of a drop, which would go on with rows that have moved
        self.rows.dropped.connect(self.edits.move_before, Qt.ConnectionType.QueuedConnection)
        self.table.cells.hinted.connect(lambda hint: self.say(hint, "binding"))
        self.table.removal_asked.connect(self.edits.remove_selected)
        self.table.move_asked.connect(self.edits.move)
        self.table.fill_asked.connect(self.edits.fill_down)
        self.table.copy_asked.connect(self.clipboard.copy)
        self.table.paste_asked.connect(self.clipboard.paste)
        self.table.paste_new_asked.connect(self.clipboard.paste_new)
        self.table.selected_people_changed.connect(self._enable)
        header = self.table.horizontalHeader()
        header.customContextMenuRequested.connect(self.views.choose_columns)
        header.sortIndicatorChanged.connect(self.table.allow_moving)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.search_box.setFocus)

    def _connect_menus(self) -> None:
        self.group_button.setMenu(QMenu(self.group_button))
        self.group_button.setToolTip(tr("Put the selected people into a group"))
        self.edit_button.setMenu(self.edit_menu)
        self.order_button.setMenu(self.order_menu)
        self.view_button.setMenu(self.view_menu)
        for action, act in (
            (self.edit_menu.set_field, self.set_field),
            (self.edit_menu.fill_down, self.edits.fill_down),
            (self.edit_menu.copy, self.clipboard.copy),
            (self.edit_menu.paste, self.clipboard.paste),
            (self.edit_menu.paste_new, self.clipboard.paste_new),
            (self.edit_menu.up, lambda: self.edits.move(-1)),
            (self.edit_menu.down, lambda: self.edits.move(1)),
            (self.order_menu.hand_from_here, self.edits.order_by_hand_from_here),
            (self.order_menu.by_post_again, self.edits.order_by_post_again),
            (self.view_menu.keep, self.views.keep),
            (self.view_menu.columns, self.views.choose_columns),
            (self.view_menu.usual_columns, self.views.usual_columns),
        ):
            action.triggered.connect(lambda _, act=act: act())
        self.view_menu.aboutToShow.connect(
            lambda: self.view_menu.offer(self.views.ready, self.views.own)
        )
        self.view_menu.offer(self.views.ready, ())

    def _search(self, text: str) -> None:
        self.rows.search(text)
        self._show_count()

    def _filter(self, wanted: PeopleFilter) -> None:
        self.rows.filter(wanted)
        self.filters.show_filter(wanted)
        self.tools_button.mark(is_in_use=wanted != PeopleFilter())
        self._show_count()

    def _take_view(self, view: RegisterView) -> None:
        self.search_box.clear()
        self.views.take(view)

    def _show_count(self) -> None:
        everybody, shown = len(self._draft.delegates), self.rows.rowCount()
        self.table.say_when_empty(no_rows_sentence(everybody))
        self.tools_button.keep_open(is_needed=not everybody)
        self.count_label.setText(shown_sentence(shown, everybody))

    def _show_order(self) -> None:
        order = self._draft.conference.list_order
        self.order_button.setText(tr("Order: {order}", order=list_order_name(order)))
        has_moves = any(one.protocol_rank is not None for one in self._draft.delegates)
        self.order_menu.show_order(order, has_moves=has_moves)
        self.table.allow_moving()

    def _enable(self) -> None:
        people = self.edits.selected
        self.remove_button.setEnabled(bool(people))
        self.group_button.setEnabled(bool(people) and bool(self._draft.conference.groups))
        self.edit_menu.show_state(
            chosen=bool(people), many=len(people) > 1, movable=self.rows.can_be_moved
        )
        self._show_photo()

    def _show_photo(self) -> None:
        people = self.edits.selected
        person = people[0] if len(people) == 1 else None
        images = self._draft.images((person.photo_id,)) if person and person.photo_id else ()
        self.photo_button.show_person(
            person.id if person else "", images[0] if images else None, len(people)
        )

    def say(self, text: str, role: str = "hint") -> None:
        """Say what came of the last action; nothing hides the line."""
        self.status.set_role(role)
        self.status.setText(text)
        self.status.setVisible(bool(text))
