"""Receiving a stick at the desk."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.handoff.key_ring import UnlockedKeys
from desktop.handoff.receipts import CODE_DIGITS
from desktop.models.marks import MARK_ROLE, Mark
from desktop.models.province import Province
from desktop.windows.province.receive_dialog import ReceiveDialog
from tests.builders import ident
from tests.desktop.windows.province.receiving import a_stick, desk_keys, sealed, wait


def _dialog(qtbot: QtBot, province: Province, keys: UnlockedKeys, stick: Path) -> ReceiveDialog:
    dialog = ReceiveDialog(province, keys)
    qtbot.addWidget(dialog)
    dialog.stick.look = lambda: ()
    dialog.stick.look_again()
    dialog.stick.show_folder(stick)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def _look(qtbot: QtBot, dialog: ReceiveDialog) -> None:
    dialog.look_button.click()
    wait(qtbot, lambda: not dialog.busy_page.isVisible())


def _standing(dialog: ReceiveDialog) -> dict[str, str]:
    return {line.sender: line.standing for line in dialog.found.items}


def test_everything_is_seen_before_anything_is_written_then_all_good_ones_are_taken(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province, 1, 2)
    good = [sealed(province, 1), sealed(province, 2)]
    stick = a_stick(tmp_path / "usb", *good, good[0][:-40], b"age-encryption.org/v1\n")
    dialog = _dialog(qtbot, province, keys, stick)
    _look(qtbot, dialog)
    assert dialog.message.text() == "4 bundles; 2 can be taken over. Nothing was written yet."
    assert [line.standing for line in dialog.found.items] == [
        "✖ broken",
        "✖ broken",
        "✔ new",
        "✔ new",
    ]
    assert dialog.found.index(0, 2).data(MARK_ROLE) is Mark.WRONG
    assert province.workspace.store.received.all() == ()
    dialog.take_button.click()
    wait(qtbot, dialog.receipts_button.isVisible)
    assert dialog.message.text() == (
        "2 bundles were taken over and are stored. 2 were not taken; the table says why."
    )
    codes = [line.code for line in dialog.taken.items]
    assert codes[:2] == ["", ""]
    assert all(len(code.replace(" ", "")) == CODE_DIGITS for code in codes[2:])
    assert len(province.workspace.store.received.current()) == 2
    dialog.receipts_button.click()
    wait(qtbot, dialog.close_button.isVisible)
    assert dialog.message.text().startswith("2 files are on the stick, each read back")
    assert not dialog.receipts_button.isEnabled()
    written = sorted(path.name for path in stick.glob("tra-loi-*.hoinghi"))
    assert [name[:21] for name in written] == ["tra-loi-ubnd-xa-binh-", "tra-loi-ubnd-xa-ea-na"]


def test_an_unknown_office_waits_until_its_fingerprint_was_compared(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province)
    dialog = _dialog(qtbot, province, keys, a_stick(tmp_path / "usb", sealed(province, 1)))
    _look(qtbot, dialog)
    assert _standing(dialog) == {"UBND Xã Bình Hòa": "? unknown office"}
    assert dialog.trust_card.isVisible()
    assert len(dialog.fingerprint_label.text().split()) == 8
    assert not dialog.take_button.isEnabled()
    dialog.believe_button.click()
    wait(qtbot, dialog.take_button.isEnabled)
    assert _standing(dialog) == {"UBND Xã Bình Hòa": "✔ new"}
    assert not dialog.trust_card.isVisible()


def test_the_same_stick_again_changes_nothing_and_a_fork_is_told(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province, 1)
    stick = a_stick(tmp_path / "usb", sealed(province, 1))
    dialog = _dialog(qtbot, province, keys, stick)
    _look(qtbot, dialog)
    dialog.take_button.click()
    wait(qtbot, dialog.receipts_button.isVisible)
    a_stick(stick, sealed(province, 1), sealed(province, 1, people=3))
    again = _dialog(qtbot, province, keys, stick)
    _look(qtbot, again)
    assert sorted(line.standing for line in again.found.items) == [
        "! same number, other content",
        "the same again",
    ]
    again.take_button.click()
    wait(qtbot, again.receipts_button.isVisible)
    assert len(province.workspace.store.received.forks()) == 1
    states = {one.key: str(one.standing) for one in province.states()}
    assert states["xa-1"] == "fork"


def test_a_stick_with_nothing_on_it_and_one_that_is_gone_say_so(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province)
    dialog = _dialog(qtbot, province, keys, a_stick(tmp_path / "usb"))
    _look(qtbot, dialog)
    assert dialog.message.text().startswith("There is no bundle of this program on the stick.")
    dialog.stick.show_folder(tmp_path / "gone")
    _look(qtbot, dialog)
    assert dialog.message.text().startswith("The stick does not answer")
    assert dialog.look_button.isEnabled()


def test_signs_of_a_virus_are_told(qtbot: QtBot, province: Province, tmp_path: Path) -> None:
    keys = desk_keys(province)
    stick = a_stick(tmp_path / "usb")
    (stick / "autorun.inf").write_text("[autorun]")
    dialog = _dialog(qtbot, province, keys, stick)
    _look(qtbot, dialog)
    assert dialog.signs.text() == (
        "The stick may carry a virus (it starts a program by itself: autorun.inf). None of that"
        " was opened; have the stick checked, and tell its owner."
    )


def test_looking_can_be_stopped(qtbot: QtBot, province: Province, tmp_path: Path) -> None:
    keys = desk_keys(province, 1)
    dialog = _dialog(qtbot, province, keys, a_stick(tmp_path / "usb", sealed(province, 1)))
    dialog.look_button.click()
    assert dialog.stop_button.isVisible()
    dialog.stop_button.click()
    assert dialog.message.text() == "Stopped. Nothing was written."
    assert province.workspace.store.received.all() == ()


def test_a_stick_that_is_full_or_gone_keeps_the_receipts_for_later(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province, 1)
    stick = a_stick(tmp_path / "usb", sealed(province, 1))
    dialog = _dialog(qtbot, province, keys, stick)
    _look(qtbot, dialog)
    dialog.take_button.click()
    wait(qtbot, dialog.receipts_button.isVisible)
    dialog.session.folder = tmp_path / "gone"
    dialog.receipts_button.click()
    wait(qtbot, dialog.close_button.isVisible)
    assert dialog.message.text().startswith("0 files are on the stick; 1 are not")
    assert dialog.receipts_button.isEnabled()
    assert dialog.send.lines[0].words.startswith("✖ the stick does not answer")
    assert dialog.session.senders == (ident(1),)


def test_the_dialog_fits_a_small_screen(qtbot: QtBot, province: Province, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, province, desk_keys(province), tmp_path)
    assert dialog.minimumSizeHint().width() <= 960
    assert dialog.minimumSizeHint().height() <= 500
