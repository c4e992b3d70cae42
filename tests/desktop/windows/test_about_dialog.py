"""What the program says of itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.workspace import Workspace
from desktop.shipped_parts import program_version
from desktop.widgets.labels import PlainLabel
from desktop.windows.about_dialog import AboutDialog
from desktop.windows.home_window import HomeWindow
from desktop.windows.update_dialog import UpdateDialog


def test_it_names_its_version_and_where_the_data_lies(qtbot: QtBot) -> None:
    dialog = AboutDialog(Path("/home/an/hoinghi"))
    qtbot.addWidget(dialog)
    shown = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert f"Hoinghi {program_version()}" in shown
    assert "Your data is kept in /home/an/hoinghi." in shown


def test_the_licence_of_the_part_chosen_is_shown_whole(qtbot: QtBot) -> None:
    dialog = AboutDialog(Path())
    qtbot.addWidget(dialog)
    assert "Apache License" in dialog.licence.toPlainText()
    names = [dialog.parts_list.item(row).text() for row in range(dialog.parts_list.count())]
    dialog.parts_list.setCurrentRow(next(n for n, name in enumerate(names) if "Qt 6" in name))
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.licence.toPlainText()


def test_home_leads_there_and_names_the_folder_of_its_store(
    qtbot: QtBot, workspace: Workspace
) -> None:
    home = HomeWindow(workspace)
    qtbot.addWidget(home)
    shown: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AboutDialog)
        shown.extend(label.text() for label in dialog.findChildren(PlainLabel))
        dialog.reject()

    QTimer.singleShot(0, look)
    home.about_button.click()
    assert any(str(workspace.store.backups.folder.parent) in text for text in shown)


def test_from_there_a_newer_version_is_looked_for(qtbot: QtBot, workspace: Workspace) -> None:
    home = HomeWindow(workspace)
    qtbot.addWidget(home)
    shown: list[str] = []

    def look() -> None:
        about = QApplication.activeModalWidget()
        assert isinstance(about, AboutDialog)
        about.update_button.click()
        (dialog,) = about.findChildren(UpdateDialog)
        assert isinstance(dialog, UpdateDialog)
        shown.append(dialog.windowTitle())
        dialog.reject()
        about.reject()

    QTimer.singleShot(0, look)
    home.about_button.click()
    assert shown == ["Newer version of the program"]
