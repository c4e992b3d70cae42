"""Choosing a stick."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.widgets.stick_field import Stick, StickField, plugged_in, stick_name


def _field(qtbot: QtBot, *sticks: Stick) -> StickField:
    field = StickField()
    qtbot.addWidget(field)
    field.look = lambda: sticks
    field.look_again()
    return field


def test_the_sticks_that_are_plugged_in_are_offered_by_name(qtbot: QtBot, tmp_path: Path) -> None:
    field = _field(qtbot, Stick(tmp_path, "KINGSTON"))
    assert field.folder == tmp_path
    assert field.box.currentText() == f"KINGSTON ({tmp_path})"


def test_without_a_stick_the_field_says_so_and_names_no_folder(qtbot: QtBot) -> None:
    field = _field(qtbot)
    assert field.folder is None
    assert field.box.currentText() == "No stick is plugged in"


def test_a_folder_chosen_by_hand_stays_when_one_looks_again(qtbot: QtBot, tmp_path: Path) -> None:
    field = _field(qtbot)
    field.choose = lambda _: tmp_path
    with qtbot.waitSignal(field.changed):
        field.folder_button.click()
    assert field.folder == tmp_path
    field.look = lambda: (Stick(Path("/media/a/USB"), "USB"),)
    field.again_button.click()
    assert field.folder == tmp_path
    assert field.box.count() == 2


def test_choosing_no_folder_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    field = _field(qtbot, Stick(tmp_path, str(tmp_path)))
    field.choose = lambda _: None
    field.folder_button.click()
    assert field.folder == tmp_path


def test_the_system_disk_is_no_stick_and_has_a_name() -> None:
    assert Path("/") not in [stick.folder for stick in plugged_in()]
    assert stick_name(Path.cwd())
