"""What an office is to mend, in the desk's own words."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE
from desktop.widgets.window_size import resize_within_screen

_LONGEST = 4000  # letters, as the reply holds them


class ReturnDialog(QDialog):
    """Asks for a remark; without one nothing is returned."""

    def __init__(self, office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Return with a remark"))
        resize_within_screen(self, 620, 360)
        label = PlainLabel(
            tr(
                "What has “{office}” to mend? It reads your words when it takes over what comes"
                " back; what it handed over stays here as it is.",
                office=office,
            ),
            parent=self,
        )
        self.field = QPlainTextEdit(self)
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(tr("Remark"))
        self.note = PlainLabel(role="binding", parent=self)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok_button = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok_button.setText(tr("&Return it"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        column.addWidget(label)
        column.addWidget(self.field, 1)
        column.addWidget(self.note)
        column.addWidget(buttons)
        self.field.textChanged.connect(self._check)
        self._check()
        self.field.setFocus()

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.toPlainText().strip()

    def _check(self) -> None:
        is_long = len(self.text) > _LONGEST
        self.note.setText(
            tr("A remark has at most {limit} letters.", limit=_LONGEST) if is_long else ""
        )
        self.ok_button.setEnabled(bool(self.text) and not is_long)


def ask_for_remark(office: str, parent: QWidget) -> str:
    """Ask what an office is to mend; empty where it is not returned after all."""
    dialog = ReturnDialog(office, parent)
    return dialog.text if dialog.exec() else ""
