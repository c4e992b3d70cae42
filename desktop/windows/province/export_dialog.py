"""Writing the consolidation out: the report for people, the data for larger systems."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.documents.consolidation.forms import ReportForm
from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.parcels import Parcel
from desktop.language import tr
from desktop.models.province import Province
from desktop.sentences.consolidated_export import Exported, ExportOrder, export_job, form_name
from desktop.sentences.exports import saving_failure_sentence
from desktop.widgets.file_choice import FileKind, choose_folder
from desktop.widgets.icons import Icon, make_primary
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen
from desktop.widgets.work_line import WorkLine
from desktop.windows.province.report_issue_form import ReportIssueForm
from desktop.wizard.export_bar import open_with_system
from desktop.wizard.session_dialog import SessionDialog

_DATA = frozenset({ReportForm.PACKAGE, ReportForm.SQL})


def ask_for_folder(parent: QWidget) -> Path | None:
    """Let the officer choose where the files go."""
    return choose_folder(parent, FileKind.CONSOLIDATED, tr("Folder for the consolidated files"))


class ExportDialog(SessionDialog):
    """Asks which files, and writes them beside the window.

    Attributes:
        choose, open_path: ask for the folder, and show it; replaceable.
    """

    def __init__(
        self,
        province: Province,
        view: Consolidation,
        parcels: Sequence[Parcel],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.choose: Callable[[QWidget], Path | None] = ask_for_folder
        self.open_path: Callable[[Path], bool] = open_with_system
        self._province = province
        self._view = view
        self._parcels = tuple(parcels)
        self._folder = Path()
        self.setWindowTitle(tr("Export the consolidation"))
        resize_within_screen(self, 680, 460)
        self.boxes = {form: QCheckBox(form_name(form), self) for form in ReportForm}
        self.warning = PlainLabel(
            tr(
                "The data hold the people of all offices with what they told of themselves: hand"
                " them only to an office that may have them (Law 91/2025)."
            ),
            "advisory",
            self,
        )
        self.work = WorkLine(self)
        self.issue = ReportIssueForm(province, self.work, self)
        self.open_button = QPushButton(tr("&Open the folder"), self)
        self.open_button.hide()
        self.save_button = QPushButton(tr("&Save in a folder…"), self)
        make_primary(self.save_button, Icon.SAVE)
        self.close_button = QPushButton(tr("&Close"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(PlainLabel(tr("Which files are wanted?"), "heading", self))
        for form, box in self.boxes.items():
            box.setChecked(form not in _DATA)
            box.toggled.connect(self._enable)
            column.addWidget(box)
        column.addWidget(self.warning)
        column.addWidget(self.issue)
        column.addStretch(1)
        column.addWidget(self.work)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch(1)
        for button, action in (
            (self.open_button, lambda: self.open_path(self._folder)),
            (self.save_button, self.save),
            (self.close_button, self.reject),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, action=action: action())
            row.addWidget(button)
        column.addLayout(row)
        self.work.busy_changed.connect(lambda _: self._enable())
        self._enable()

    @property
    def forms(self) -> tuple[ReportForm, ...]:
        """The files ticked."""
        return tuple(form for form, box in self.boxes.items() if box.isChecked())

    def stop_work(self) -> None:
        """Stop writing; each file is whole or not there."""
        self.work.drop()

    def save(self) -> None:
        """Ask for the folder and write."""
        folder = self.choose(self)
        if folder is None:
            return
        self.issue.flush()
        self._folder = folder
        self.open_button.hide()
        order = ExportOrder(
            snapshot=self._province.snapshot(),
            found=self._view,
            parcels=self._parcels,
            forms=self.forms,
        )
        self.work.start(
            export_job,
            order,
            str(folder),
            name=tr("Writing the files…"),
            then=self._finish,
            failed=lambda error: saving_failure_sentence(error, folder),
            stopped=tr("Stopped. Each file that is there is whole."),
        )

    def _finish(self, exported: Exported) -> None:
        names = ", ".join(Path(path).name for path in exported.paths)
        self.work.say(tr("Saved: {file}", file=names))
        self.open_button.show()

    def _enable(self) -> None:
        self.warning.setVisible(bool(_DATA & set(self.forms)))
        self.save_button.setEnabled(bool(self.forms) and not self.work.is_busy)
