"""Photos of a folder given to people: who gets which is seen before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QStyleOptionViewItem,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from db.records import Delegate
from desktop.language import tr
from desktop.models.draft import Draft
from desktop.models.flat_table import AnyIndex
from desktop.models.import_rows import SentenceRows
from desktop.models.photo_rows import FILE, PERSON, PhotoRows
from desktop.people.photo_parts import Crop, PhotoPreview, RefusedPhoto
from desktop.sentences.photos import person_words, plan_sentence, refused_photo_sentence
from desktop.widgets.busy_page import BusyPage
from desktop.widgets.column_room import give_widths
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.file_choice import FileKind, choose_folder
from desktop.widgets.labels import PlainLabel
from desktop.widgets.marked_cells import MarkedCells
from desktop.widgets.theme import GAP, SPACE, scaled
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.wizard.photo_session import PhotoSession
from desktop.wizard.session_dialog import SessionDialog

_WIDTH, _HEIGHT = 1000, 640
_ROW_HEIGHT = 30
_FILE_WIDTH, _PERSON_WIDTH = 230, 330


def ask_for_folder(parent: QWidget) -> Path | None:
    """Let the officer choose a folder of photos."""
    return choose_folder(parent, FileKind.PHOTOS, tr("Choose the folder of the photos"))


def ask_for_crop(preview: PhotoPreview, crop: Crop | None, parent: QWidget) -> Crop | None:
    """Let the officer choose what to keep of a photo."""
    from desktop.wizard.crop_dialog import CropDialog  # noqa: PLC0415 - most photos need none

    dialog = CropDialog(preview, crop, parent)
    return dialog.crop if dialog.exec() else None


class PhotoFolderDialog(SessionDialog):
    """Finds photos, shows whose they are, and stores them in one step.

    Attributes:
        choose, adjust: ask for a folder, and for what to keep of a photo; replaceable.
    """

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose: Callable[[QWidget], Path | None] = ask_for_folder
        self.adjust: Callable[[PhotoPreview, Crop | None, QWidget], Crop | None] = ask_for_crop
        self.session = PhotoSession(draft, self)
        self.setWindowTitle(tr("Photos from a folder"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self.rows = PhotoRows(self)
        self.without = SentenceRows[Delegate]((tr("Left without a photo"),), _named, self)
        self.refused = SentenceRows[RefusedPhoto]((tr("Files that were not used"),), _told, self)
        self.message = PlainLabel(parent=self)
        self.pages = QStackedWidget(self)
        self._matches = self._matches_page()
        self.busy_page = BusyPage(tr("Photos read"), self)
        self.stop_button = self.busy_page.stop_button
        self._outcome = _table(self.refused, tr("Files that were not used"), self)
        for page in (QWidget(self), self._matches, self.busy_page, self._outcome):
            self.pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(self.message)
        column.addWidget(self.pages, 1)
        column.addLayout(self._buttons())
        self._connect()
        self._ask("")

    def begin(self, paths: Sequence[Path]) -> None:
        """Begin with a folder, or with files that were dropped."""
        if len(paths) == 1 and paths[0].is_dir():
            self.session.search(paths[0])
        elif paths:
            self.session.match([str(path) for path in paths])

    def pick_folder(self) -> None:
        """Ask for a folder and look it through."""
        folder = self.choose(self)
        if folder is not None:
            self.session.search(folder)

    def stop_work(self) -> None:
        """Stop reading."""
        self.session.stop()

    def _matches_page(self) -> QWidget:
        page = QWidget(self)
        self.files_table = _table(self.rows, tr("Files and the people they are for"), page)
        self.files_table.setItemDelegate(_PhotoCells(self.files_table))
        self.files_table.setEditTriggers(
            QTableView.EditTrigger.DoubleClicked
            | QTableView.EditTrigger.EditKeyPressed
            | QTableView.EditTrigger.SelectedClicked
        )
        widths = {FILE: _FILE_WIDTH, PERSON: _PERSON_WIDTH}
        give_widths(self.files_table.horizontalHeader(), widths)
        keep_widths(self.files_table, "photo-files")
        self.without_table = _table(self.without, tr("Left without a photo"), page)
        self.tabs = QTabWidget(page)
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName(tr("Files, and people without a photo"))
        self.tabs.addTab(self.files_table, "")
        self.tabs.addTab(self.without_table, "")
        self.replace_box = QCheckBox(tr("&Replace the photos that people have already"), page)
        self.crop_button = QPushButton(tr("What is &kept…"), page)
        self.crop_button.setToolTip(tr("Choose what to keep of the photo of the selected row"))
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.replace_box, 1)
        foot.addWidget(self.crop_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)
        column.addWidget(
            PlainLabel(
                tr("Double-click under “Person” to choose whose photo it is, or press F2."),
                "hint",
                page,
            )
        )
        return page

    def _buttons(self) -> QHBoxLayout:
        self.folder_button = QPushButton(tr("Choose a &folder…"), self)
        self.store_button = QPushButton(self)
        self.store_button.setProperty("role", "primary")
        self.close_button = QPushButton(tr("&Close"), self)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        row.addWidget(self.store_button)
        row.addWidget(self.close_button)
        return row

    def _connect(self) -> None:
        session = self.session
        session.searching.connect(self._show_searching)
        session.planned.connect(self._show_plan)
        session.reading.connect(self._show_reading)
        session.done.connect(self._show_outcome)
        session.previewed.connect(self._adjust)
        session.cancelled.connect(lambda: self._back(tr("Stopped. Nothing was stored.")))
        session.failed.connect(self._back)
        self.rows.chosen.connect(session.choose)
        self.replace_box.toggled.connect(session.replace_photos)
        self.files_table.selectionModel().selectionChanged.connect(self._enable)
        self.folder_button.clicked.connect(self.pick_folder)
        self.crop_button.clicked.connect(self._look)
        self.store_button.clicked.connect(session.store)
        self.stop_button.clicked.connect(self._stop)
        self.close_button.clicked.connect(self.reject)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)

    def _ask(self, refusal: str) -> None:
        self._say(
            refusal
            or tr(
                "Choose the folder of the photos. A file is matched by its name: the person's name,"
                " badge number or ID number. You see every match before anything is stored."
            ),
            "binding" if refusal else "",
        )
        self.pages.setCurrentIndex(0)
        self._enable()

    def _back(self, sentence: str) -> None:
        """Go back to the matches after something came to nothing."""
        if self.session.plan is None:
            self._ask(sentence)
            return
        self.pages.setCurrentWidget(self._matches)
        self._say(sentence, "binding")
        self._enable()

    def _stop(self) -> None:
        for runner in (self.session.finder, self.session.reader):
            if runner.is_running:
                runner.cancel()

    def _show_searching(self, folder: str) -> None:
        self._say(tr("Looking through {folder}…", folder=folder))
        self.busy_page.count()
        self.pages.setCurrentWidget(self.busy_page)
        self._enable()

    def _show_plan(self) -> None:
        plan = self.session.plan
        if plan is None:
            return
        self.rows.show(plan)
        self.without.show(plan.left_without)
        self.tabs.setTabText(0, tr("Files ({count})", count=len(plan.files)))
        self.tabs.setTabText(1, tr("Left without a photo ({count})", count=len(plan.left_without)))
        self.replace_box.setChecked(plan.replaces)
        self.pages.setCurrentWidget(self._matches)
        self._say(plan_sentence(plan))
        self._enable()

    def _show_reading(self, done: int, total: int) -> None:
        self.pages.setCurrentWidget(self.busy_page)
        self.busy_page.count(done, total)
        self._say(tr("Reading the photos: {done} of {total}", done=done, total=total))
        self._enable()

    def _show_outcome(self) -> None:
        session = self.session
        self.refused.show(session.refused)
        self.pages.setCurrentWidget(self._outcome)
        text = tr("Stored: {count}. “Undo” takes all of them back.", count=session.stored)
        if session.refused:
            text = tr("{stored} Not used: {count}.", stored=text, count=len(session.refused))
        self._say(text, "advisory" if session.refused else "fine")
        self._outcome.setVisible(bool(session.refused))
        self._enable()
        self.close_button.setFocus()

    def _look(self) -> None:
        row = self.files_table.currentIndex().row()
        if row >= 0:
            self.session.preview(self.rows.file(row).path)

    def _adjust(self, path: str, preview: PhotoPreview) -> None:
        crop = self.adjust(preview, self.session.crop_of(path), self)
        if crop is not None:
            self.session.keep(path, crop)

    def _enable(self) -> None:
        plan = self.session.plan
        is_matching = self.pages.currentWidget() is self._matches
        count = len(plan.wanted) if plan is not None else 0
        self.store_button.setText(tr("&Store {count} photos", count=count))
        self.store_button.setVisible(is_matching)
        self.store_button.setEnabled(count > 0)
        self.folder_button.setVisible(self.pages.currentWidget() is not self.busy_page)
        row = self.files_table.currentIndex().row()
        self.crop_button.setEnabled(row >= 0 and self.rows.file(row).is_picture)

    def _say(self, text: str, role: str = "") -> None:
        self.message.set_role(role)
        self.message.setText(text)


class _PhotoCells(MarkedCells):
    """Lets the person of a file be picked."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: AnyIndex,
    ) -> QWidget:
        """Make the list of people."""
        editor = QComboBox(parent)
        rows = index.model()
        for person_id, name in rows.choices(index.row()) if isinstance(rows, PhotoRows) else ():
            editor.addItem(name, person_id)
        editor.setAccessibleName(tr("Person"))
        editor.activated.connect(lambda: self._finish(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        """Show the person chosen."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
            editor.showPopup()

    def setModelData(
        self,
        editor: QWidget,
        model: Any,  # noqa: ANN401 - Qt's signature
        index: AnyIndex,
    ) -> None:
        """Take the person picked."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)

    def _finish(self, editor: QComboBox) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, MarkedCells.EndEditHint.NoHint)


def _named(person: Delegate) -> tuple[str, ...]:
    return (person_words(person),)


def _told(photo: RefusedPhoto) -> tuple[str, ...]:
    return (refused_photo_sentence(photo),)


def _table(rows: Any, name: str, parent: QWidget) -> QTableView:  # noqa: ANN401 - any table model
    table = QTableView(parent)
    table.setModel(rows)
    table.setAccessibleName(name)
    table.setItemDelegate(MarkedCells(table))
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(scaled(_ROW_HEIGHT))
    header = table.horizontalHeader()
    header.setStretchLastSection(True)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table
