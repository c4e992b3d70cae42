"""Which unit of the plan an office is, where neither its bundles nor its name tell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from desktop.language import tr
from desktop.widgets.labels import PlainLabel
from desktop.widgets.roomy_box import RoomyBox
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen


class PlaceDialog(QDialog):
    """Asks for one of the units."""

    def __init__(
        self, office: str, units: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Offer units by id and name."""
        super().__init__(parent)
        self.setWindowTitle(tr("Place in the plan"))
        label = PlainLabel(tr("Which unit of the plan is “{office}”?", office=office), parent=self)
        self.field = RoomyBox(self)
        self.field.setAccessibleName(tr("Unit"))
        for key, name in units:
            self.field.addItem(name, key)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(label)
        column.addWidget(self.field)
        column.addStretch(1)
        column.addWidget(buttons)
        resize_within_screen(self, 520, 200)

    @property
    def unit(self) -> str:
        """The id of the unit chosen."""
        return str(self.field.currentData())


def ask_for_unit(office: str, units: Sequence[tuple[str, str]], parent: QWidget) -> str:
    """Let a unit of the plan be chosen; its id comes back, empty for none."""
    dialog = PlaceDialog(office, units, parent)
    return dialog.unit if dialog.exec() else ""
