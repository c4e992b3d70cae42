"""A fault that nobody foresaw: what is safe, how to go on, and the report for whoever mends it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from db.errors import StoreError
from desktop.language import tr
from desktop.local_time import shown_instant
from desktop.models.workspace import Workspace
from desktop.sentences.store import store_sentence
from desktop.widgets.labels import PlainLabel, dress_as
from desktop.widgets.theme import GAP, MARGIN, SPACE

_WIDTH = 520  # logical pixels


class FaultDialog(QDialog):
    """Says it once; whoever closes it goes on working.

    Attributes:
        report_button: leads to the report.
    """

    def __init__(
        self, error: Exception, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Hoinghi")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        self.labels = [PlainLabel(text, role, self) for text, role in _words(error, workspace)]
        for label in self.labels:
            column.addWidget(label)
        buttons = QDialogButtonBox(self)
        self.report_button = buttons.addButton(
            tr("&Report for support…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.report_button.setAutoDefault(False)
        self.report_button.clicked.connect(self._report)
        self.go_on_button = buttons.addButton(
            tr("&Go on working"), QDialogButtonBox.ButtonRole.RejectRole
        )
        dress_as(self.go_on_button, "role", "primary")
        self.go_on_button.setDefault(True)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _report(self) -> None:
        from desktop.windows.support_dialog import open_support  # noqa: PLC0415 - see desktop.app

        open_support(self._workspace, self)


def _words(error: Exception, workspace: Workspace) -> tuple[tuple[str, str], ...]:
    if isinstance(error, StoreError):
        return ((store_sentence(error), ""),)
    stored = _stored_up_to(workspace)
    return (
        (tr("Something went wrong that the program did not foresee"), "heading"),
        (
            tr("What you typed is stored up to {when}; nothing of that is lost.", when=stored)
            if stored
            else tr("What was stored before is safe."),
            "",
        ),
        (
            tr(
                "You can go on. If the same happens again, close the program and start it again,"
                " and make a report: it helps to mend the fault, names and numbers are replaced in"
                " it, and you see it before it is saved."
            ),
            "",
        ),
    )


def _stored_up_to(workspace: Workspace) -> str:
    """Tell when the store noted the last change; empty where it cannot be asked now."""
    if workspace.store.is_in_step:
        return ""
    try:
        newest = workspace.store.log.entries(limit=1)
    except StoreError:
        return ""
    return shown_instant(newest[0].at) if newest else ""
