"""The home window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from db.store import Store
from desktop.models.workspace import Workspace
from desktop.windows.copy_dialog import CopyDialog
from desktop.windows.home_window import HomeWindow
from desktop.windows.office_dialog import OfficeDialog
from tests.hands import press, type_text


def _home(qtbot: QtBot, workspace: Workspace) -> HomeWindow:
    home = HomeWindow(workspace)
    qtbot.addWidget(home)
    with qtbot.waitActive(home):
        home.show()
        home.activateWindow()
    return home


def _answer(kind: type[QDialog], act: object) -> None:
    """Do something in the dialog that opens next."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)  # type: ignore[operator]

    QTimer.singleShot(0, look)


def test_an_empty_store_says_how_to_begin(qtbot: QtBot, workspace: Workspace) -> None:
    home = _home(qtbot, workspace)
    assert not home.list.isVisible()
    assert not home.open_button.isEnabled()
    assert home.focusWidget() is home.new_button
    with qtbot.waitSignal(home.new_wanted):
        home.new_button.click()


def test_the_sample_is_one_click_away(qtbot: QtBot, workspace: Workspace) -> None:
    home = _home(qtbot, workspace)
    with qtbot.waitSignal(home.open_wanted) as signal:
        home.sample_button.click()
    assert workspace.summaries()[0].id == signal.args[0]
    assert home.list.isVisible()


def test_enter_double_click_and_button_open_the_chosen_conference(
    qtbot: QtBot, workspace: Workspace
) -> None:
    sample = workspace.add_sample()
    home = _home(qtbot, workspace)
    assert home.focusWidget() is home.list
    with qtbot.waitSignal(home.open_wanted) as signal:
        home.open_button.click()
    assert signal.args == [sample]
    with qtbot.waitSignal(home.open_wanted):
        press(home.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(home.open_wanted):
        home.list.itemActivated.emit(home.list.item(0, 0))


def test_what_was_deleted_comes_back_by_undo(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_sample()
    home = _home(qtbot, workspace)
    home.list.setFocus()
    press(home.list, Qt.Key.Key_Delete)
    assert home.list.rowCount() == 0
    assert home.message.isVisible()
    home.message.action_button.click()
    assert home.list.rowCount() == 1


def test_a_conference_is_copied_to_another_day(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    workspace.add_sample()
    home = _home(qtbot, workspace)

    def fill(dialog: CopyDialog) -> None:
        type_text(dialog.title_field, "Hội nghị năm 2026")
        type_text(dialog.day_field.line, "20/3/2026")
        dialog.delegates_box.setChecked(True)
        dialog.accept()

    _answer(CopyDialog, fill)
    home.copy_button.click()
    copied = next(one for one in workspace.summaries() if one.title == "Hội nghị năm 2026")
    assert copied.day == date(2026, 3, 20)
    assert copied.delegate_count == 200
    assert home.message.isVisible()


def test_a_copy_that_is_cancelled_is_not_made(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_sample()
    home = _home(qtbot, workspace)
    _answer(CopyDialog, lambda dialog: dialog.reject())
    home.copy_button.click()
    assert len(workspace.summaries()) == 1


def test_a_conference_goes_out_and_comes_in_as_a_file(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.add_sample()
    home = _home(qtbot, workspace)
    home.choose_target = lambda _parent, _name: tmp_path / "a.json"
    home.choose_file = lambda _: tmp_path / "a.json"
    home.save_button.click()
    assert (tmp_path / "a.json").is_file()
    home.load_button.click()
    assert home.list.rowCount() == 2


def test_a_file_that_is_none_is_refused_with_a_sentence(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "ảnh.json").write_text("[]", encoding="utf-8")
    home = _home(qtbot, workspace)
    home.choose_file = lambda _: tmp_path / "ảnh.json"
    home.load_button.click()
    assert "ảnh.json" in home.message.text
    assert home.list.rowCount() == 0


def test_a_file_that_cannot_be_written_is_explained(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.add_sample()
    home = _home(qtbot, workspace)
    home.choose_target = lambda _parent, _name: tmp_path / "no such folder" / "a.json"
    home.save_button.click()
    assert "a.json" in home.message.text


def test_choosing_no_file_does_nothing(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_sample()
    home = _home(qtbot, workspace)
    home.choose_target = lambda _parent, _name: None
    home.choose_file = lambda _: None
    home.save_button.click()
    home.load_button.click()
    assert home.list.rowCount() == 1
    assert not home.message.isVisible()


def test_without_a_conference_chosen_nothing_happens(qtbot: QtBot, workspace: Workspace) -> None:
    home = _home(qtbot, workspace)
    with qtbot.assertNotEmitted(home.open_wanted):
        for act in (home.open_current, home.copy_current, home.delete_current, home.save_current):
            act()


def test_the_office_is_edited_from_the_home_window(qtbot: QtBot, workspace: Workspace) -> None:
    home = _home(qtbot, workspace)

    def fill(dialog: OfficeDialog) -> None:
        type_text(dialog.form.field("name"), "Ủy ban nhân dân xã Bình Hòa")
        dialog.reject()

    _answer(OfficeDialog, fill)
    home.office_button.click()
    assert workspace.office is not None
    assert workspace.office.name == "Ủy ban nhân dân xã Bình Hòa"


def test_a_failed_backup_is_told(qtbot: QtBot, workspace: Workspace) -> None:
    from db.errors import StoreFull

    home = _home(qtbot, workspace)
    workspace.backup_failed.emit(StoreFull(Path("backups")))
    assert home.message.isVisible()


def test_a_line_above_the_list_counts_what_presses_over_all_conferences(
    qtbot: QtBot, workspace: Workspace
) -> None:
    sample = workspace.add_sample()
    for day in (date(2025, 1, 16), date(2025, 2, 10)):
        workspace.copy_conference(sample, "Hội nghị", day, with_delegates=False)
    home = _home(qtbot, workspace)
    assert not home.pressing_label.isVisible()
    home.list.show_tasks()
    assert home.pressing_label.text() == "Tasks overdue: 3, due soon: 3"
    assert home.pressing_label.isVisible()


def test_where_nothing_presses_nothing_is_said(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.add_sample()
    home = _home(qtbot, workspace)
    home.list.show_tasks()
    assert not home.pressing_label.isVisible()


@pytest.mark.parametrize("typed", ["", "không phải ngày"])
def test_a_copy_without_a_day_keeps_or_empties_it(
    qtbot: QtBot, workspace: Workspace, typed: str
) -> None:
    dialog = CopyDialog("Hội nghị", date(2025, 3, 20))
    qtbot.addWidget(dialog)
    dialog.day_field.line.setText(typed)
    assert dialog.copied_day == (None if not typed else date(2025, 3, 20))
