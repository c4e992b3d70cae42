"""The report for support: what happened, the whole text that would go out, and where to save it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from desktop.atomic_file import write_atomically
from desktop.event_log import EVENTS, LOG_LINES, log_tail
from desktop.language import spoken, tr
from desktop.masking import Masker
from desktop.selftest import Trials, self_test_job
from desktop.sentences.store import write_failure_sentence
from desktop.support_facts import (
    KnownStore,
    known_of_file,
    known_of_store,
    machine,
    secrets_of_computer,
    shipped_pack_names,
)
from desktop.support_report import ReportFacts, report_bytes, report_text, secrets
from desktop.widgets.file_choice import FileKind, choose_target
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import open_dialog, resize_within_screen
from desktop.widgets.work_line import WorkLine

if TYPE_CHECKING:
    from desktop.models.workspace import Workspace

_SHOWN_AFTER_MS = 200  # typing goes on meanwhile
_SELF_TEST_S = 600.0
_LINES_OF_WORDS = 4
_FILE_NAME = "hoinghi-support.txt"


def ask_where_to_save(parent: QWidget, name: str) -> Path | None:
    """Let the officer choose where the report goes."""
    title, kinds = tr("Save the report"), tr("Text (*.txt)")
    return choose_target(parent, FileKind.SUPPORT, title, name, kinds)


class SupportDialog(QDialog):
    """Shows all that would go out; nothing leaves the computer but by saving or copying it.

    Args:
        folder: of the data.
        store: what could be read of it; None where nothing could.
        clock: gives the present instant, aware.

    Attributes:
        words: what happened, in the officer's own words.
        report: the text as it is saved.
        work: the self-test.
        choose_target: asks where to save; replaceable.
    """

    def __init__(
        self,
        folder: Path,
        store: KnownStore | None,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report for support"))
        resize_within_screen(self, 820, 680)
        self.choose_target: Callable[[QWidget, str], Path | None] = ask_where_to_save
        self._masker = Masker(secrets(store.texts if store else (), secrets_of_computer()))
        self._facts = ReportFacts(
            made_at=clock(),
            machine=machine(folder, spoken(), shipped_pack_names(), _screens()),
            store=store.facts if store else None,
            log=log_tail(folder, LOG_LINES),
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_AFTER_MS)
        self._timer.timeout.connect(self._show_report)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        line = self.fontMetrics().lineSpacing()
        self.words.setMinimumHeight(line + MARGIN)  # on a small screen it gives way
        self.words.setMaximumHeight(_LINES_OF_WORDS * line + MARGIN)
        self.words.setAccessibleName(tr("What happened?"))
        self.words.textChanged.connect(self._timer.start)
        self.report = QPlainTextEdit(self)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(tr("This goes out, and nothing else"))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.work = WorkLine(self, has_jobs=True)
        self.work.busy_changed.connect(self._show_busy)
        self._lay_out(is_known=store is not None)
        self._show_report()
        self.words.setFocus()

    def _lay_out(self, *, is_known: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr(
                    "For whoever helps you with the program. Nothing leaves this computer by"
                    " itself: read the text below, then save it or copy it, and hand it over."
                ),
                parent=self,
            )
        )
        for label, field, stretch in (
            (tr("What happened?"), self.words, 0),
            (tr("This goes out, and nothing else"), self.report, 1),
        ):
            column.addWidget(PlainLabel(label, "heading", self))
            if field is self.report:
                column.addWidget(PlainLabel(_about_masking(is_known=is_known), "hint", self))
            column.addWidget(field, stretch)
        column.addWidget(self.work)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.test_button = self._add(buttons, tr("&Test the program"), self.test)
        self.copy_button = self._add(buttons, tr("&Copy"), self._copy)
        self.save_button = self._add(buttons, tr("&Save…"), self._save)
        dress_as(self.save_button, "role", "primary")
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        column.addWidget(buttons)

    def _add(
        self, buttons: QDialogButtonBox, name: str, action: Callable[[], object]
    ) -> QPushButton:
        button = buttons.addButton(name, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(action)
        return button

    def test(self) -> None:
        """Run the self-test beside the window; it becomes a part of the report."""
        self.work.start(
            self_test_job,
            spoken(),
            name=tr("The program tests itself…"),
            then=self._take_trials,
            failed=lambda _: tr("The test could not be finished. The report says so in its log."),
            stopped=tr("The test was stopped. The report can be saved without it."),
            timeout_s=_SELF_TEST_S,
        )

    def done(self, result: int) -> None:
        """Stop what still runs."""
        self.work.drop()
        self._timer.stop()
        super().done(result)

    def _take_trials(self, trials: Trials) -> None:
        tried = tuple((one.what, one.fault) for one in trials.outcomes)
        faults = sum(bool(fault) for _, fault in tried)
        EVENTS.note("self-test", len(tried), faults)
        self._facts = replace(self._facts, self_test=tried)
        self._show_report()
        if faults:
            self.work.say(tr("The test found faults; the report lists them."), "binding")
        else:
            self.work.say(tr("The test found no fault."))

    def _show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 - a slot
        self.test_button.setEnabled(not is_busy)

    def _show_report(self) -> None:
        text = self._text()
        if text == self.report.toPlainText():
            return
        bar = self.report.verticalScrollBar()
        place = bar.value()
        self.report.setPlainText(text)
        bar.setValue(place)

    def _text(self) -> str:
        self._timer.stop()
        return report_text(replace(self._facts, words=self.words.toPlainText()), self._masker)

    def _copy(self) -> None:
        self._show_report()
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.work.say(tr("The report is on the clipboard."))

    def _save(self) -> None:
        self._show_report()
        path = self.choose_target(self, _FILE_NAME)
        if path is None:
            return
        try:
            write_atomically(path, report_bytes(self.report.toPlainText()))
        except OSError as error:
            self.work.say(write_failure_sentence(error, path), "binding")
        else:
            self.work.say(tr("The report is saved: {file}", file=path.name))


def open_support(workspace: Workspace, parent: QWidget | None) -> SupportDialog:
    """Open the report over a window of the running program, and begin the self-test."""
    dialog = SupportDialog(
        workspace.store.backups.folder.parent, _known(workspace), workspace.clock, parent
    )
    open_dialog(dialog)
    dialog.test()
    return dialog


def open_support_without_store(
    folder: Path, clock: Callable[[], datetime], parent: QWidget | None
) -> SupportDialog:
    """Open the report where the store cannot be opened; names come from its newest backup."""
    dialog = SupportDialog(folder, known_of_file(folder), clock, parent)
    open_dialog(dialog)
    dialog.test()
    return dialog


def _known(workspace: Workspace) -> KnownStore | None:
    """Read the store beside the windows; in the middle of a step, its newest backup."""
    from desktop.models.beside import beside_the_windows  # noqa: PLC0415 - see desktop.app

    store = workspace.store
    if store.is_in_step:
        return known_of_file(store.backups.folder.parent)
    try:
        with store.lent():
            return beside_the_windows(lambda: known_of_store(store))
    except StoreError:
        return known_of_file(store.backups.folder.parent)


def _about_masking(*, is_known: bool) -> str:
    if is_known:
        return tr(
            "Names, offices and numbers that the program knows are replaced. Look whether others"
            " are left in your own words."
        )
    return tr(
        "The data cannot be read, so the program knows no names. Numbers are replaced; do not"
        " write names above."
    )


def _screens() -> list[str]:
    return [
        f"{size.width()}×{size.height()}, {round(screen.devicePixelRatio() * 100)} %"
        for screen in QGuiApplication.screens()
        for size in (screen.size(),)
    ]
