"""Handing out the list: whom, which fields, into which file; what is sensitive stands out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from db.errors import StoreError
from db.records import Delegate
from desktop.folder_names import folder_name
from desktop.language import tr
from desktop.local_time import shown_instant
from desktop.models.draft import Draft
from desktop.people.field_catalogue import BY_KEY
from desktop.people.list_export import (
    EXPORT_MEMORY_MB,
    EXPORT_TIMEOUT_S,
    ListExport,
    ListForm,
    export_list_job,
)
from desktop.sentences.exports import list_failure_sentence
from desktop.sentences.person_fields import person_field_name
from desktop.sentences.store import store_sentence
from desktop.widgets.field_ticks import FieldTicks
from desktop.widgets.file_choice import FileKind, chosen, documents_folder, start_of
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.job_runner import JobRunner
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, SPACE
from desktop.widgets.window_size import keep_place, resize_within_screen
from desktop.wizard.export_bar import open_with_system

_WIDTH, _HEIGHT = 720, 620
_USUAL = ("name", "post", "unit", "group_id", "represents", "honours")
_REMEMBERED = "export-fields"
_HISTORY = 3


def choose_file(parent: QWidget, proposed: Path, form: ListForm) -> Path | None:
    """Let the officer name the file; the system asks before it replaces one."""
    kinds = {ListForm.XLSX: tr("Excel workbook"), ListForm.CSV: tr("Text with commas (CSV)")}
    name, _ = QFileDialog.getSaveFileName(
        parent,
        tr("Save the list as"),
        start_of(FileKind.EXPORTED_LIST, proposed.name),
        f"{kinds[form]} (*.{form})",
    )
    path = chosen(FileKind.EXPORTED_LIST, name)
    if path is None:
        return None
    return path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")


class ListExportDialog(QDialog):
    """Asks what is to leave, writes it beside the window, and notes it in the log.

    Attributes:
        choose_file: asks for the file; replaceable.
        open_path: opens the file; replaceable.
    """

    def __init__(
        self,
        draft: Draft,
        everybody: Sequence[Delegate],
        shown: Sequence[Delegate],
        selected: Sequence[Delegate],
        parent: QWidget | None = None,
    ) -> None:
        """Offer three sets of people, each in the order of the list."""
        super().__init__(parent)
        self.choose_file: Callable[[QWidget, Path, ListForm], Path | None] = choose_file
        self.open_path: Callable[[Path], bool] = open_with_system
        self._draft = draft
        self._path = Path()
        self._sets = (tuple(everybody), tuple(shown), tuple(selected))
        self.runner = JobRunner(self)
        self.runner.progress.connect(self._show_progress)
        self.runner.finished.connect(lambda _: draft.when_free(self._finish))
        self.runner.failed.connect(self._fail)
        self.runner.cancelled.connect(self._show_cancelled)
        self.setWindowTitle(tr("Export the list"))
        resize_within_screen(self, _WIDTH, _HEIGHT)
        keep_place(self)
        self._build()
        self._follow_ticks()
        self._show_history()

    @property
    def people(self) -> tuple[Delegate, ...]:
        """Whom the list is about."""
        return self._sets[max(0, self.scope.checkedId())]

    @property
    def form(self) -> ListForm:
        """The kind of file."""
        return ListForm.CSV if self.csv_button.isChecked() else ListForm.XLSX

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields ticked, in the order of the columns."""
        return self.field_list.fields

    def save(self) -> None:
        """Ask for the file, and begin to write it."""
        title = folder_name(self._draft.conference.title, tr("Conference"))
        proposed = documents_folder() / f"{tr('Delegates')} - {title}.{self.form}"
        path = self.choose_file(self, proposed, self.form)
        if path is None:
            return
        self._path = path
        self.outcome.hide()
        self.open_button.hide()
        self._show_busy(is_busy=True)
        self._show_progress(0, len(self.people))
        self.runner.start(
            export_list_job,
            ListExport(
                people=self.people,
                groups=self._draft.conference.groups,
                fields=self.fields,
                form=self.form,
            ),
            path,
            memory_mb=EXPORT_MEMORY_MB,
            timeout_s=EXPORT_TIMEOUT_S,
        )

    def done(self, result: int) -> None:
        """Stop writing when the dialog closes; an older file stays whole."""
        self.runner.drop()
        super().done(result)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        column.setSpacing(GAP)
        column.addWidget(
            PlainLabel(
                tr(
                    "Tick only what the receiver asked for. The program notes when, which fields"
                    " and how many people; it notes no name."
                ),
                "hint",
                self,
            )
        )
        column.addLayout(self._scope_row())
        column.addLayout(self._form_row())
        self.field_list = FieldTicks(self)
        self.about = PlainLabel(role="hint", parent=self)
        self.field_list.explained.connect(self.about.setText)
        self.warning = PlainLabel(role="advisory", parent=self)
        self.outcome = PlainLabel(parent=self)
        self.outcome.hide()
        self.history = PlainLabel(role="hint", parent=self)
        column.addWidget(self.field_list, 1)
        for label in (self.about, self.warning, self.outcome):
            column.addWidget(label)
        column.addWidget(self._buttons())
        column.addWidget(self.history)
        known = self._draft.settings.get(_REMEMBERED).split()
        self.field_list.tick([key for key in known if key in BY_KEY] or _USUAL)
        self.field_list.ticked.connect(self._follow_ticks)
        self.field_list.setCurrentRow(0)

    def _scope_row(self) -> QHBoxLayout:
        everybody, shown, selected = (len(people) for people in self._sets)
        self.scope = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for number, (text, count) in enumerate(
            (
                (tr("&Everybody ({count})", count=everybody), everybody),
                (tr("Those s&hown ({count})", count=shown), shown),
                (tr("Those se&lected ({count})", count=selected), selected),
            )
        ):
            button = QRadioButton(text, self)
            button.setEnabled(count > 0)
            self.scope.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        wanted = 2 if selected > 1 else 1 if 0 < shown < everybody else 0
        self.scope.button(wanted).setChecked(True)
        return row

    def _form_row(self) -> QHBoxLayout:
        self._forms = QButtonGroup(self)
        self.xlsx_button = QRadioButton(tr("E&xcel (XLSX)"), self)
        self.csv_button = QRadioButton(
            tr("&CSV; opened in Excel, it loses the zeros in front of numbers"), self
        )
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in (self.xlsx_button, self.csv_button):
            self._forms.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.xlsx_button.setChecked(True)
        return row

    def _buttons(self) -> QWidget:
        line = QWidget(self)
        self.progress_bar = QProgressBar(line)
        self.progress_bar.setAccessibleName(tr("People written"))
        self.cancel_button = QPushButton(tr("Sto&p"), line)
        self.cancel_button.clicked.connect(self._cancel)
        self.open_button = QPushButton(tr("&Open the file"), line)
        self.open_button.clicked.connect(self._open)
        self.open_button.hide()
        self.close_button = QPushButton(tr("Close"), line)
        self.close_button.clicked.connect(self.reject)
        self.save_button = QPushButton(tr("&Save as a file…"), line)
        make_primary(self.save_button, Icon.SAVE)
        self.save_button.clicked.connect(self.save)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.progress_bar, 1)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        for button in (self.open_button, self.save_button, self.close_button):
            row.addWidget(button)
        self._show_busy(is_busy=False)
        return line

    def _follow_ticks(self) -> None:
        sensitive = [person_field_name(key) for key in self.fields if BY_KEY[key].is_sensitive]
        self.warning.setText(
            tr(
                "Sensitive by Law 91/2025: {fields}. Hand them out only to an office that may"
                " have them.",
                fields=", ".join(sensitive),
            )
            if sensitive
            else ""
        )
        self.warning.setVisible(bool(sensitive))
        self.save_button.setEnabled(bool(self.fields) and bool(self.people))

    def _show_history(self) -> None:
        lines = [
            tr(
                "{day}: {count} people, {fields} fields, {file}",
                day=shown_instant(export.at),
                count=export.count,
                fields=len(export.fields),
                file=Path(export.place).name,
            )
            for export in self._draft.exports()
            if export.what in tuple(ListForm)
        ]
        self.history.setText("\n".join([tr("Exported before:"), *lines[:_HISTORY]]))
        self.history.setVisible(bool(lines))

    def _show_busy(self, *, is_busy: bool) -> None:
        for widget in (self.progress_bar, self.cancel_button):
            widget.setVisible(is_busy)
        for button in (self.save_button, self.close_button):
            button.setVisible(not is_busy)
        self.cancel_button.setEnabled(True)
        self.field_list.setEnabled(not is_busy)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress_bar.setRange(0, total)
        self.progress_bar.setValue(done)
        self.progress_bar.setFormat(tr("{done} of {total} people", done=done, total=total))

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.progress_bar.setFormat(tr("Stopping…"))
        self.runner.cancel()

    def _finish(self) -> None:
        self._show_busy(is_busy=False)
        text, role = tr("Saved: {file}", file=self._path.name), "fine"
        try:
            self._draft.log_export(str(self.form), str(self._path), len(self.people), self.fields)
            self._draft.settings.set(_REMEMBERED, " ".join(self.fields))
        except StoreError as error:
            text, role = f"{text} {store_sentence(error)}", "binding"
        self._say(text, role)
        self.open_button.show()
        self._show_history()

    def _fail(self, error: Exception) -> None:
        self._show_busy(is_busy=False)
        self._say(list_failure_sentence(error, self._path), "binding")

    def _show_cancelled(self) -> None:
        self._show_busy(is_busy=False)
        self._say(tr("Stopped. A file of this name that was there is still whole."), "hint")

    def _say(self, text: str, role: str) -> None:
        self.outcome.set_role(role)
        self.outcome.setText(text)
        self.outcome.show()

    def _open(self) -> None:
        if not self.open_path(self._path):
            self._say(
                tr(
                    "No program opens “{name}” here. It is in “{folder}”.",
                    name=self._path.name,
                    folder=self._path.parent,
                ),
                "binding",
            )
