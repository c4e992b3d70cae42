"""The office's details, changed later."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.models.workspace import Workspace
from desktop.widgets.labels import PlainLabel
from desktop.widgets.window_size import resize_within_screen
from desktop.wizard.office_form import OfficeForm


class OfficeDialog(QDialog):
    """Shows the office form; what is typed is stored on leaving each field."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Your office"))
        resize_within_screen(self, 960, 640)
        office = workspace.office or workspace.blank_office()
        self.form = OfficeForm(workspace.store, office, workspace.new_id)
        scroll = QScrollArea(self)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keyboard
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        self.desk_box = QCheckBox(
            tr("&Offices hand their conferences over to this computer (desk of a level above)"),
            self,
        )
        self.desk_box.setChecked(workspace.is_desk)
        self.desk_box.toggled.connect(lambda is_desk: setattr(workspace, "is_desk", is_desk))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(PlainLabel(tr("Your office"), "title", self))
        column.addWidget(
            PlainLabel(tr("Entered once; every paper is headed and signed with it."), "hint", self)
        )
        column.addWidget(scroll, 1)
        column.addWidget(self.desk_box)
        column.addWidget(buttons)

    def done(self, result: int) -> None:
        """Store what stands in a field that was not left yet, then close."""
        self.form.flush()
        super().done(result)
