"""Going back to a backup."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db.backups import Backup, Content, Reason
from db.errors import StoreDamaged
from desktop.windows.rescue_dialog import RescueDialog
from tests.builders import NOON
from tests.hands import press

_CONTENT = Content(migrations=("m1",), revision=7, conferences=2, delegates=200)


def _backup(name: str, content: Content | None) -> Backup:
    return Backup(path=Path(name), made_at=NOON, reason=Reason.EXIT, size_bytes=1, content=content)


def _dialog(qtbot: QtBot, *backups: Backup) -> RescueDialog:
    dialog = RescueDialog(StoreDamaged(Path("hoinghi.db"), "integrity_check"), backups)
    qtbot.addWidget(dialog)
    return dialog


def test_the_newest_sound_backup_is_offered_first(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _backup("broken.db", None), _backup("sound.db", _CONTENT))
    assert dialog.chosen == Path("sound.db")
    dialog.restore_button.click()
    assert dialog.result() == RescueDialog.DialogCode.Accepted


def test_without_a_sound_backup_nothing_can_be_restored(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _backup("broken.db", None))
    assert dialog.chosen is None
    assert not dialog.restore_button.isEnabled()


def test_f1_tells_what_a_backup_is_before_the_program_stands(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, _backup("sound.db", _CONTENT))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    press(dialog, Qt.Key.Key_F1)
    guide = dialog.guide.window
    assert guide is not None
    assert guide.view.page == "khoi-phuc.html"
    dialog.restore_button.click()
    assert dialog.guide.window is None
