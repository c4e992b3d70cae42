"""What the program is, where its data lies, and the licences of everything inside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.language import tr
from desktop.shipped_parts import Part, program_version, shipped_parts, title
from desktop.widgets.labels import PlainLabel
from desktop.widgets.theme import GAP, MARGIN, SPACE, scaled
from desktop.widgets.window_size import keep_place, resize_within_screen

_LIST_WIDTH = 260  # logical pixels


class AboutDialog(QDialog):
    """Shows the version, the data folder, and one licence at a time; leads to newer versions."""

    update_wanted = Signal()

    report_wanted = Signal()

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About this program"))
        resize_within_screen(self, 860, 600)
        keep_place(self)
        self._parts = shipped_parts()
        self.parts_list = QListWidget(self)
        self.parts_list.setAccessibleName(tr("Parts of the program"))
        self.parts_list.setFixedWidth(scaled(_LIST_WIDTH))
        self.parts_list.addItems([title(part) for part in self._parts])
        self.licence = QPlainTextEdit(self)
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(tr("Its licence"))
        self.parts_list.currentRowChanged.connect(self._show_licence)
        both = QHBoxLayout()
        both.setSpacing(GAP)
        both.addWidget(self.parts_list)
        both.addWidget(self.licence, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.report_button = buttons.addButton(
            tr("&Report for support…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.report_button.setAutoDefault(False)
        self.report_button.clicked.connect(self.report_wanted)
        buttons.rejected.connect(self.reject)
        self.update_button = QPushButton(tr("&Look for a newer version on a stick…"), self)
        self.update_button.setAutoDefault(False)
        self.update_button.clicked.connect(self.update_wanted)
        buttons.addButton(self.update_button, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, SPACE)
        column.setSpacing(GAP)
        for text, role in self._words(data):
            label = PlainLabel(text, role, self)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addLayout(both, 1)
        column.addWidget(buttons)
        self.parts_list.setCurrentRow(0)

    def _words(self, data: Path) -> tuple[tuple[str, str], ...]:
        return (
            (tr("Hoinghi {version}", version=program_version()), "title"),
            (
                tr(
                    "Plans conferences and congresses of emulation on this computer alone: nothing"
                    " leaves it but the files you save."
                ),
                "",
            ),
            (tr("Your data is kept in {folder}.", folder=str(data)), ""),
            (
                tr(
                    "The program is free under the Apache License 2.0. Below is everything inside"
                    " it, each part under its own licence."
                ),
                "hint",
            ),
        )

    def _show_licence(self, row: int) -> None:
        part = self._parts[row]
        self.licence.setPlainText("\n\n".join([_heading(part), *part.texts]))


def _heading(part: Part) -> str:
    return tr("{part}: {licence}", part=title(part), licence=part.licence)
