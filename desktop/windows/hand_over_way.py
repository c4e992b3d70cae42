"""Where each bundle is: sealed, on a stick, received or returned; and what came back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStorageInfo, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from db.handoffs import SentBundle, SentState
from db.known_keys import KeyOrigin
from desktop.documents.hand_over import write_document
from desktop.documents.papers import Format
from desktop.errors import InputRefused
from desktop.handoff.bundle import FILE_ENDING, OpenedBundle
from desktop.handoff.opening import OPEN_MEMORY_MB, OPEN_TIMEOUT_S, open_file
from desktop.handoff.stick import copy_sealed
from desktop.handoff.update_content import says_update
from desktop.language import tr
from desktop.models.hand_over import HandOverDesk
from desktop.sentences.exports import saving_failure_sentence
from desktop.sentences.hand_over import (
    copying_failure_sentence,
    proof_name,
    sealing_failure_sentence,
    sent_state_name,
    taken_sentence,
)
from desktop.sentences.refusals import refusal_sentence
from desktop.sentences.shown import shown_day
from desktop.sentences.store import store_sentence
from desktop.widgets.action_list import ActionList
from desktop.widgets.column_widths import keep_widths
from desktop.widgets.file_choice import FileKind, choose_file, choose_target, start_of
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, scaled
from desktop.widgets.work_line import WorkLine
from desktop.windows.key_dialogs import CodeDialog, FingerprintDialog
from desktop.windows.key_keeper import KeyKeeper, show_once
from desktop.windows.update_dialog import open_updates
from desktop.wizard.export_bar import open_with_system

_REMARKS_HEIGHT = 110
_WIDTHS = (80, 230, 210, 140)


def ask_for_stick(parent: QWidget) -> Path | None:
    """Let a stick, or a folder on it, be chosen; sticks that are plugged in come first."""
    sticks = [
        volume.rootPath()
        for volume in QStorageInfo.mountedVolumes()
        if volume.isReady() and not volume.isReadOnly() and _is_stick(volume.rootPath())
    ]
    start = sticks[0] if sticks else start_of(FileKind.STICK)
    chosen = QFileDialog.getExistingDirectory(parent, tr("Copy to this stick"), start)
    return Path(chosen) if chosen else None


def ask_for_bundle(parent: QWidget) -> Path | None:
    """Let a bundle from a desk be chosen."""
    kinds = f"{tr('Bundles')} (*{FILE_ENDING})"
    return choose_file(parent, FileKind.BUNDLE, tr("Open what came back"), kinds)


def ask_for_record(parent: QWidget, name: str) -> Path | None:
    """Let a place for the hand-over record be chosen."""
    kinds = f"PDF (*.{Format.PDF});;Word (*.{Format.DOCX})"
    return choose_target(parent, FileKind.RECORD, tr("Save the record as"), name, kinds)


def ask_for_code(parent: QWidget) -> str:
    """Let a check code be typed; empty when it is not."""
    dialog = CodeDialog(parent)
    return dialog.code if show_once(dialog) else ""


class HandOverWay(QWidget):
    """Lists the bundles of a conference, copies them, and takes what comes back.

    Attributes:
        choose_stick, choose_bundle, choose_record, ask_code, compare, open_path: ask; replaceable.
        table: the bundles, the newest first.
        remarks: of the bundle chosen, and what the desk gave.
    """

    packs_came = Signal()

    def __init__(
        self,
        desk: HandOverDesk,
        conference_id: str,
        keeper: KeyKeeper,
        work: WorkLine,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conference_id = conference_id
        self._keeper = keeper
        self._work = work
        self.choose_stick: Callable[[QWidget], Path | None] = ask_for_stick
        self.choose_bundle: Callable[[QWidget], Path | None] = ask_for_bundle
        self.choose_record: Callable[[QWidget, str], Path | None] = ask_for_record
        self.ask_code: Callable[[QWidget], str] = ask_for_code
        self.compare: Callable[[FingerprintDialog], bool] = show_once
        self.open_path: Callable[[Path], bool] = open_with_system
        self._bundles: tuple[SentBundle, ...] = ()
        self.state_label = PlainLabel(role="heading", parent=self)
        self.table = self._make_table()
        self.remarks = ActionList(self)
        self.remarks.setAccessibleName(tr("What the desk says"))
        self.remarks.fit_content(_REMARKS_HEIGHT)
        self.copy_button = self._button(tr("&Copy to a stick…"), self.copy)
        self.copy_button.setProperty("role", "primary")
        self.record_button = self._button(tr("Hand-over &record…"), self.save_record)
        self.read_button = self._button(tr("&Read what came back…"), self.read)
        self.code_button = self._button(tr("Type a chec&k code…"), self.type_code)
        self._lay_out()
        desk.changed.connect(self.refresh)
        work.busy_changed.connect(lambda _busy: self._enable())
        self.refresh()

    @property
    def chosen(self) -> SentBundle | None:
        """The bundle of the current row."""
        row = self.table.currentRow()
        return self._bundles[row] if 0 <= row < len(self._bundles) else None

    def refresh(self) -> None:
        """Read again where the bundles are."""
        self._bundles = self._desk.bundles(self._conference_id) if self._conference_id else ()
        self.table.setVisible(bool(self._conference_id))
        self.table.setRowCount(len(self._bundles))
        for row, bundle in enumerate(self._bundles):
            for column, text in enumerate(self._cells(bundle)):
                self.table.setItem(row, column, QTableWidgetItem(text))
        if self._bundles and self.table.currentRow() < 0:
            self.table.selectRow(0)
        newest = self._bundles[0].state if self._bundles else None
        self.state_label.setText(sent_state_name(newest))
        self.state_label.setVisible(bool(self._conference_id))
        self._show_remarks()

    def copy(self) -> None:
        """Copy the bundle chosen to a stick, and read it back."""
        bundle = self.chosen
        source = self._desk.kept_file(bundle) if bundle is not None else None
        if bundle is None or source is None:
            return
        folder = self.choose_stick(self)
        if folder is None:
            return
        target = self._desk.target(bundle, folder)
        self._work.start(
            copy_sealed,
            source,
            bundle.sealed_sha256,
            target,
            name=tr("Copying and reading back… Leave the stick where it is."),
            then=lambda _: self._note_copy(bundle, target),
            failed=lambda error: copying_failure_sentence(error, folder),
            stopped=tr(
                "Stopped. Nothing on the stick counts as handed over; the sealed file is safe here."
            ),
        )

    def save_record(self) -> None:
        """Write the hand-over record of the bundle chosen."""
        bundle = self.chosen
        document = self._desk.record(bundle) if bundle is not None else None
        if bundle is None or document is None:
            return
        path = self.choose_record(self, f"bien-ban-giao-nhan-{bundle.number}.{Format.PDF}")
        if path is None:
            return
        self._work.start(
            write_document,
            document,
            self._desk.workspace.clock(),
            path,
            name=tr("Drawing the paper…"),
            then=self._open_record,
            failed=lambda error: saving_failure_sentence(error, path.parent),
            stopped=tr("Stopped. Nothing was drawn."),
        )

    def read(self) -> None:
        """Read what a desk sent down: rules, or a reply with receipts and remarks."""
        path = self.choose_bundle(self)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read the bundle of a path that was chosen."""
        if says_update(path):
            open_updates(self._desk.workspace, self, path)
        elif self._desk.card is None:
            self._read(path)  # rules are open; a reply would be for keys that were never made
        else:
            self._keeper.with_keys(lambda _keys: self._read(path))

    def type_code(self) -> None:
        """Take a check code that was read out."""
        typed = self.ask_code(self)
        if not typed:
            return
        try:
            bundle = self._desk.take_code(typed)
        except InputRefused as refusal:
            self._work.say(refusal_sentence(refusal), "binding")
        except StoreError as error:
            self._work.say(store_sentence(error), "binding")
        else:
            state = sent_state_name(bundle.state)
            said = tr("Bundle number {number}: {state}.", number=bundle.number, state=state)
            self._work.say(said, _role(bundle.state))

    def _note_copy(self, bundle: SentBundle, target: Path) -> None:
        try:
            copied = self._desk.note_copied(bundle, target)
        except StoreError as error:
            self._work.say(store_sentence(error), "binding")
            return
        self._work.say(
            tr(
                "{state}: “{file}”. Eject the stick through the system before you pull it out.",
                state=sent_state_name(SentState.COPIED),
                file=target.name,
            )
        )
        self.table.selectRow(self._bundles.index(copied))

    def _open_record(self, path: Path) -> None:
        self._work.say(tr("Saved as {path}.", path=str(path)))
        self.open_path(path)

    def _read(self, path: Path) -> None:
        self._work.start(
            open_file,
            path,
            self._desk.opening_keys,
            self._desk.trust,
            name=tr("Checking what came back…"),
            then=lambda opened: self._take(opened, path),
            failed=lambda error: _reading_failure(error, path),
            stopped=tr("Stopped. Nothing was taken over."),
            memory_mb=OPEN_MEMORY_MB,
            timeout_s=OPEN_TIMEOUT_S,
        )

    def _take(self, opened: OpenedBundle, path: Path) -> None:
        card = opened.header.sender
        try:
            if not opened.is_known:
                if not self.compare(FingerprintDialog(card, (), self)):
                    self._work.say(tr("Nothing was taken over."), "hint")
                    return
                self._desk.believe(card, KeyOrigin.COMPARED)
            taken = self._desk.take(opened)
        except InputRefused as refusal:
            self._work.say(refusal_sentence(refusal.of_file(path)), "binding")
        except StoreError as error:
            self._work.say(store_sentence(error), "binding")
        else:
            self._work.say(taken_sentence(taken))
            if taken.packs:
                self.packs_came.emit()

    def _cells(self, bundle: SentBundle) -> tuple[str, ...]:
        state = sent_state_name(bundle.state)
        if bundle.answer is not None:
            state = f"{state}, {proof_name(bundle.answer.proof)}"
        copies = ", ".join(one.volume or one.place for one in bundle.copies)
        return (
            str(bundle.number),
            state,
            self._desk.receiver_name(bundle),
            shown_day(bundle.sealed_on),
            copies,
        )

    def _show_remarks(self) -> None:
        bundle = self.chosen
        self.remarks.clear()
        if bundle is not None:
            self.remarks.addItems(self._desk.remark_texts(bundle))
        for places in self._desk.places():
            self.remarks.addItem(
                tr(
                    "Places in the upper conference ({plan}, {unit}): {places}, alternates:"
                    " {alternates}",
                    plan=places.pack_id,
                    unit=places.unit,
                    places=places.places,
                    alternates=places.alternates,
                )
            )
        self.remarks.setVisible(self.remarks.count() > 0)
        self._enable()

    def _enable(self) -> None:
        is_free, bundle = not self._work.is_busy, self.chosen
        kept = self._desk.kept_file(bundle) if bundle is not None else None
        self.copy_button.setEnabled(is_free and kept is not None)
        self.copy_button.setToolTip(
            tr("The sealed file is no longer on this computer. Seal again to copy it.")
            if bundle is not None and kept is None
            else ""
        )
        self.record_button.setEnabled(is_free and bundle is not None)
        self.read_button.setEnabled(is_free)
        self.code_button.setEnabled(is_free)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_WIDTHS) + 1, self)
        table.setHorizontalHeaderLabels(
            [tr("Bundle no."), tr("State"), tr("Receiver"), tr("Sealed on"), tr("Sticks")]
        )
        table.setAccessibleName(tr("Bundles"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, scaled(width))
        keep_widths(table, "bundles")
        table.itemSelectionChanged.connect(self._show_remarks)
        return table

    def _button(self, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def _lay_out(self) -> None:
        buttons = QWidget(self)
        row = FlowLayout(buttons)
        for button in (self.copy_button, self.record_button, self.read_button, self.code_button):
            row.addWidget(button)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.state_label, 1)
        column = QVBoxLayout(self)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr(
                    "A bundle is copied to the stick, read back from it and only then called"
                    " checked. It stays sealed on this computer until the desk's receipt, on a"
                    " stick or as a check code by phone, says that it arrived."
                ),
                "hint",
                self,
            )
        )
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.remarks)
        column.addWidget(buttons)


def _is_stick(root: str) -> bool:
    return root.startswith(("/media/", "/run/media/", "/mnt/")) or (
        len(root) == len("E:/") and root[0].upper() not in "C/"
    )


def _reading_failure(error: Exception, path: Path) -> str:
    if isinstance(error, InputRefused):
        return refusal_sentence(error.of_file(path))
    return sealing_failure_sentence(error)


def _role(state: SentState) -> str:
    return "advisory" if state is SentState.RETURNED else "fine"
