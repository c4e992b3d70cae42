"""An office hands its conference over by stick, with the keyboard; returned, mended, received."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from db.records import Conference
from desktop.app import Program, open_workspace
from desktop.handoff.bundle import OpenedBundle, Trust, open_bundle, seal
from desktop.handoff.conference_content import read_content
from desktop.handoff.down_content import Remark, Reply, write_reply
from desktop.handoff.frame import BundleKind
from desktop.handoff.key_files import card_file, read_card_file, write_key_file
from desktop.handoff.keys import Card
from desktop.handoff.receipts import Verdict, check_code, receipt_for, sign_receipt
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.key_dialogs import (
    CodeDialog,
    FingerprintDialog,
    NewPassphraseDialog,
    RecoveryDialog,
)
from tests.builders import NOON, an_office
from tests.desktop.handoff.parties import DESK, address, party
from tests.hands import press, type_text
from tests.journeys.officer import wait_until

pytestmark = pytest.mark.journey


def in_next_dialog(kind: type[QDialog], act: Callable[[QDialog], object]) -> None:
    """Do something in the dialog that opens next, as soon as it is there."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and dialog.isVisible():
            act(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(20, look)


def compare(dialog: QDialog) -> None:
    assert isinstance(dialog, FingerprintDialog)
    press(dialog.compared_box, Qt.Key.Key_Space)
    press(dialog.ok_button, Qt.Key.Key_Space)


def choose_no_passphrase(dialog: QDialog) -> None:
    assert isinstance(dialog, NewPassphraseDialog)
    in_next_dialog(RecoveryDialog, put_away)
    press(dialog.ok_button, Qt.Key.Key_Space)


def put_away(dialog: QDialog) -> None:
    assert isinstance(dialog, RecoveryDialog)
    press(dialog.done_box, Qt.Key.Key_Space)
    press(dialog.close_button, Qt.Key.Key_Space)


class Stick:
    """What goes to and fro between the office and its desk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        desk = party(DESK)
        write_key_file(folder / "so-noi-vu.hoinghi-key", card_file(desk.card(), desk.keys))

    def newest_bundle(self) -> Path:
        return max(self.folder.glob("uy-ban-*.hoinghi"))

    def office_card(self) -> Card:
        (path,) = self.folder.glob("*-khoa-*.hoinghi-key")
        return read_card_file(path).card

    def desk_opens(self) -> OpenedBundle:
        card = self.office_card()
        trust = Trust(me=DESK, known={card.id: {card.keys.signing: card.keys.number}})
        data = self.newest_bundle().read_bytes()
        return open_bundle(data, [party(DESK).keys.identity()], trust)

    def desk_returns(self, text: str) -> None:
        header = self.desk_opens().header
        receipt = sign_receipt(receipt_for(header, Verdict.RETURNED), party(DESK).keys)
        remark = Remark(
            office=header.sender.id, subject=header.subject, number=header.number, text=text
        )
        reply = write_reply(Reply(receipts=(receipt,), remarks=(remark,)))
        down = address(kind=BundleKind.REPLY, recipient=header.sender.id, subject="")
        sealed = seal(down, reply, party(DESK), self.office_card().keys)
        (self.folder / "tra-loi.hoinghi").write_bytes(sealed)

    def code_of_receipt(self) -> str:
        return check_code(receipt_for(self.desk_opens().header, Verdict.RECEIVED))


class Hands:
    """The officer's hands on the dialog that hands over."""

    def __init__(self, dialog: HandOverDialog, stick: Stick) -> None:
        self.dialog = dialog
        self.way, self.keys = dialog.way, dialog.keys
        assert dialog.choice is not None
        self.choice = dialog.choice
        # the system's own dialogs for files are not ours to try
        self.choice.choose_keys = lambda _: stick.folder / "so-noi-vu.hoinghi-key"
        self.way.choose_stick = self.keys.choose_stick = lambda _: stick.folder
        self.way.choose_bundle = lambda _: stick.folder / "tra-loi.hoinghi"

    def state(self) -> str:
        return self.way.state_label.text()

    def know_the_desk(self) -> None:
        in_next_dialog(FingerprintDialog, compare)
        press(self.choice.receiver_button, Qt.Key.Key_Space)

    def seal(self, number: int) -> None:
        press(self.choice.seal_button, Qt.Key.Key_Space)
        wait_until(lambda: self.way.table.rowCount() == number and not self.dialog.work.is_busy)

    def give_keys(self) -> None:
        press(self.keys.give_button, Qt.Key.Key_Space)
        wait_until(lambda: not self.dialog.work.is_busy)

    def copy(self) -> None:
        press(self.way.copy_button, Qt.Key.Key_Space)
        wait_until(lambda: not self.dialog.work.is_busy)

    def read(self) -> None:
        press(self.way.read_button, Qt.Key.Key_Space)
        wait_until(lambda: not self.dialog.work.is_busy)

    def type_code(self, code: str) -> None:
        def enter(dialog: QDialog) -> None:
            assert isinstance(dialog, CodeDialog)
            type_text(dialog.field, code)
            press(dialog.field, Qt.Key.Key_Return)

        in_next_dialog(CodeDialog, enter)
        press(self.way.code_button, Qt.Key.Key_Space)


def opened(qtbot: QtBot, folder: Path) -> Program:
    workspace = open_workspace(folder, lambda: NOON, lambda: uuid.uuid4().hex)
    program = Program(workspace)
    qtbot.addWidget(program.home)
    program.start()
    return program


def hand_over(program: Program, stick: Stick) -> Hands:
    press(program.home.hand_over_button, Qt.Key.Key_Space)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HandOverDialog)
    return Hands(dialog, stick)


def mended(conference: Conference) -> Conference:
    return replace(conference, theme="Thi đua là yêu nước")


def test_an_office_hands_over_is_returned_mends_and_is_received(
    qtbot: QtBot, tmp_path: Path
) -> None:
    stick = Stick(tmp_path / "USB")
    program = opened(qtbot, tmp_path / "office")
    store = program.workspace.store
    store.offices.save(an_office())
    conference = program.workspace.add_sample()

    hands = hand_over(program, stick)
    assert hands.state() == "Draft"
    hands.know_the_desk()
    in_next_dialog(NewPassphraseDialog, choose_no_passphrase)
    hands.seal(1)
    assert hands.state() == "Sealed"
    hands.give_keys()
    hands.copy()
    assert hands.state() == "Copied to a stick (checked)"
    people = read_content(stick.desk_opens().content).file.delegates
    assert [one.name for one in people] == [one.name for one in store.delegates.of(conference)]

    stick.desk_returns("Thiếu chủ đề")
    hands.read()
    assert hands.state() == "The desk has returned it"
    assert hands.way.remarks.item(0).text() == "Thiếu chủ đề"
    hands.dialog.close()
    store.conferences.save(mended(store.conferences.get(conference)))
    program.end()
    store.close()

    program = opened(qtbot, tmp_path / "office")
    hands = hand_over(program, stick)
    assert hands.state() == "The desk has returned it"
    hands.seal(2)
    hands.copy()
    header, content = stick.desk_opens().header, read_content(stick.desk_opens().content)
    assert (header.number, content.file.conference.theme) == (2, "Thi đua là yêu nước")
    hands.type_code(stick.code_of_receipt())
    assert hands.state() == "The desk has received it"
    assert not hands.way.copy_button.isEnabled()
    hands.dialog.close()
    program.end()
    program.workspace.store.close()
