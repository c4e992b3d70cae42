"""The windows that Qt itself brings, in its own words."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QColorDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
)

from desktop.language import tr
from tests.access.registry import shows
from tests.access.stage import Shown, Stage, settle

_BUTTONS = QMessageBox.StandardButton


@shows(QMessageBox)
def message_boxes(stage: Stage) -> Shown:
    words = tr("A rule pack was being written when the program stopped. Nothing was lost.")
    for icon, buttons in (
        (QMessageBox.Icon.Critical, _BUTTONS.Ok),
        (QMessageBox.Icon.Question, _BUTTONS.Retry | _BUTTONS.Discard),
        (QMessageBox.Icon.Question, _BUTTONS.Yes | _BUTTONS.No | _BUTTONS.Cancel),
        (QMessageBox.Icon.Question, _BUTTONS.Save | _BUTTONS.Open | _BUTTONS.Close),
        (QMessageBox.Icon.Question, _BUTTONS.Apply | _BUTTONS.Reset | _BUTTONS.Help),
    ):
        yield str(buttons), stage.show(QMessageBox(icon, "Hoinghi", words, buttons))


@shows(QFileDialog)
def file_dialogs(stage: Stage) -> Shown:
    (stage.folder / "tệp.json").write_text("{}", encoding="utf-8")
    for mode, accept in (
        (QFileDialog.FileMode.ExistingFile, QFileDialog.AcceptMode.AcceptOpen),
        (QFileDialog.FileMode.AnyFile, QFileDialog.AcceptMode.AcceptSave),
        (QFileDialog.FileMode.Directory, QFileDialog.AcceptMode.AcceptOpen),
    ):
        dialog = QFileDialog(None, tr("Save papers in"), str(stage.folder), "JSON (*.json)")
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(mode)
        dialog.setAcceptMode(accept)
        stage.show(dialog)
        settle()
        yield f"{mode}, {accept}", dialog


@shows(QInputDialog)
def input_dialog(stage: Stage) -> Shown:
    dialog = QInputDialog()
    dialog.setWindowTitle(tr("Keep this view"))
    dialog.setLabelText(tr("Name of the view"))
    yield "a name", stage.show(dialog)


@shows(QColorDialog)
def colour_dialog(stage: Stage) -> Shown:
    dialog = QColorDialog(QColor("#9f1d20"))
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    yield "a colour", stage.show(dialog)


@shows(QMenu)
def menus(stage: Stage) -> Shown:
    line, text = QLineEdit("chữ"), QPlainTextEdit("chữ")
    for field in (line, text):
        stage.show(field)
        menu = field.createStandardContextMenu()
        menu.setTitle("Hoinghi")
        yield type(field).__name__, stage.show(menu)
