from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from desktop.windows.key_dialogs import (
    CodeDialog,
    FingerprintDialog,
    NewPassphraseDialog,
    PassphraseDialog,
    RecoveryDialog,
)
from tests.desktop.handoff.parties import DESK, party
from tests.hands import child, press, type_text


def texts(dialog: FingerprintDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_a_passphrase_is_typed_unseen(qtbot: QtBot) -> None:
    words = "mật khẩu"
    dialog = PassphraseDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.ok_button.isEnabled()
    type_text(dialog.field, words)
    assert dialog.passphrase == words
    assert dialog.field.displayText() != words
    press(dialog.field, Qt.Key.Key_Return)
    assert dialog.result() == 1


def test_a_new_passphrase_is_typed_twice_the_same_or_not_at_all(qtbot: QtBot) -> None:
    dialog = NewPassphraseDialog("Keys", "Two sentences.", "OK")
    qtbot.addWidget(dialog)
    assert (dialog.old, dialog.recovery) == (None, None)
    assert dialog.ok_button.isEnabled()
    assert "whoever uses this computer" in dialog.note.text()
    type_text(dialog.first, "một")
    assert not dialog.ok_button.isEnabled()
    assert "differ" in dialog.note.text()
    type_text(dialog.second, "một")
    assert dialog.ok_button.isEnabled()
    assert "recovery key" in dialog.note.text()
    assert dialog.passphrase == dialog.second.text()


def test_a_recovery_key_is_shown_until_it_is_put_away(qtbot: QtBot) -> None:
    printed: list[int] = []
    dialog = RecoveryDialog("QQQQ PPPP", lambda: printed.append(1))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.key_label.text() == "QQQQ PPPP"
    dialog.print_button.click()
    assert printed == [1]
    press(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.close_button.isEnabled()
    dialog.done_box.setChecked(True)
    child(dialog, QDialogButtonBox).rejected.emit()
    assert not dialog.isVisible()


def test_keys_are_taken_over_only_when_every_group_was_compared(qtbot: QtBot) -> None:
    dialog = FingerprintDialog(party(DESK).card(), (2, 3))
    qtbot.addWidget(dialog)
    assert party(DESK).card().fingerprint() in texts(dialog)
    assert "2, 3" in texts(dialog)
    assert not dialog.ok_button.isEnabled()
    press(dialog.compared_box, Qt.Key.Key_Space)
    assert dialog.ok_button.isEnabled()


def test_a_check_code_is_typed(qtbot: QtBot) -> None:
    dialog = CodeDialog()
    qtbot.addWidget(dialog)
    type_text(dialog.field, "1234 5678")
    assert dialog.code == "1234 5678"
