"""Sending down from the desk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from db.reporting_offices import ReportingOffice
from desktop.handoff.bundle import Trust, open_bundle
from desktop.handoff.down_content import read_reply, read_rules
from desktop.handoff.key_ring import UnlockedKeys, own_card
from desktop.models.province import Province
from desktop.windows.province.send_dialog import SendDialog
from tests.builders import ident
from tests.desktop.windows.province.receiving import a_stick, commune_keys, desk_keys, wait
from tests.hands import press, type_text


def _dialog(qtbot: QtBot, province: Province, keys: UnlockedKeys, stick: Path) -> SendDialog:
    dialog = SendDialog(province, keys)
    qtbot.addWidget(dialog)
    dialog.stick.look = lambda: ()
    dialog.stick.look_again()
    dialog.stick.show_folder(a_stick(stick))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    return dialog


def test_places_are_typed_and_travel_in_the_reply_of_their_office_alone(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province, 1, 2)
    stick = tmp_path / "usb"
    dialog = _dialog(qtbot, province, keys, stick)
    assert [one.name for one in dialog.rows.lines] == ["UBND Xã Bình Hòa", "UBND Xã Ea Na"]
    dialog.table.setCurrentIndex(dialog.rows.index(0, 4))
    press(dialog.table, Qt.Key.Key_F2)
    editor = dialog.table.findChildren(QLineEdit)[-1]
    type_text(editor, "12")
    press(editor, Qt.Key.Key_Return)
    wait(qtbot, lambda: dialog.rows.lines[0].places == 12)
    dialog.write_button.click()
    wait(qtbot, dialog.close_button.isVisible)
    assert dialog.message.text().startswith("2 files are on the stick")
    (path,) = stick.glob("*binh-hoa*")
    mine = commune_keys(1)
    card = own_card(province.workspace.store)
    assert card is not None
    trust = Trust(me=mine.id, known={card.id: {card.keys.signing: 1}})
    opened = open_bundle(path.read_bytes(), [mine.keys.identity()], trust)
    reply = read_reply(opened.content, opened.header)
    assert [(one.office, one.places) for one in reply.quotas] == [(ident(1), 12)]


def test_a_plan_goes_down_for_everybody_with_the_keys_of_the_desk(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province)
    stick = tmp_path / "usb"
    dialog = _dialog(qtbot, province, keys, stick)
    dialog.replies_box.setChecked(False)
    assert not dialog.write_button.isEnabled()
    row = [one.id for one in province.plans].index("binh-hoa-2024")
    dialog.packs.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.write_button.click()
    wait(qtbot, dialog.close_button.isVisible)
    assert [one.office for one in dialog.session.lines] == ["for everybody"]
    (path,) = stick.glob("quy-tac-*")
    opened = open_bundle(path.read_bytes(), [], Trust(me=ident(1), known={}))
    rules = read_rules(opened.content)
    assert list(rules.packs) == ["binh-hoa-2024-90"]
    assert rules.rules.keys == (keys.sender.keys.public(),)


def _tick(dialog: SendDialog, key: str, *, is_wanted: bool) -> None:
    fields = [*dialog.fields.fields, key] if is_wanted else dialog.fields.fields
    dialog.fields.tick([one for one in fields if is_wanted or one != key])


def test_what_offices_are_to_tell_of_each_person_goes_down_for_everybody(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys, stick = desk_keys(province), tmp_path / "usb"
    dialog = _dialog(qtbot, province, keys, stick)
    assert "birth" in dialog.fields.fields
    assert "id_number" not in dialog.fields.fields
    assert not dialog.write_button.isEnabled()
    _tick(dialog, "id_number", is_wanted=True)
    dialog.write_button.click()
    wait(qtbot, dialog.close_button.isVisible)
    (path,) = stick.glob("quy-tac-*")
    opened = open_bundle(path.read_bytes(), [], Trust(me=ident(1), known={}))
    asked = read_rules(opened.content).rules.fields
    assert {"birth", "id_number"} <= set(asked)
    again = SendDialog(province, keys)
    qtbot.addWidget(again)
    assert again.fields.fields == asked
    assert not again.asks_anew


def test_a_request_that_reached_no_stick_is_made_anew_by_the_next(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province)
    dialog = _dialog(qtbot, province, keys, tmp_path / "usb")
    before = dialog.fields.fields
    _tick(dialog, "birth", is_wanted=False)
    dialog.write()
    dialog.stop_button.click()
    assert dialog.message.text() == "Stopped. Nothing was written to the stick."
    assert province.asked_fields == before
    assert dialog.asks_anew


def test_an_office_without_keys_is_told_and_the_others_are_written(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    keys = desk_keys(province, 1)
    stranger = ReportingOffice(office_id=ident(3), name="UBND Xã Dray Sáp")
    province.workspace.store.reporting_offices.save((stranger,))
    dialog = _dialog(qtbot, province, keys, tmp_path / "usb")
    dialog.write_button.click()
    wait(qtbot, dialog.close_button.isVisible)
    assert dialog.message.text().startswith("1 files are on the stick; 1 are not")
    assert dialog.session.lines[0].office == "UBND Xã Dray Sáp"
    assert dialog.session.lines[0].words.startswith("○ its keys are not known here")


def test_what_is_no_number_of_places_is_refused(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    dialog = _dialog(qtbot, province, desk_keys(province, 1), tmp_path / "usb")
    cell = dialog.rows.index(0, 4)
    assert not dialog.rows.setData(cell, "mười")
    assert not dialog.rows.setData(cell, "9999999")
    assert dialog.rows.setData(dialog.rows.index(0, 5), "2")
    assert [(one.places, one.alternates) for one in province.workspace.store.replies.places()] == [
        (0, 2)
    ]


def test_sealing_can_be_stopped(qtbot: QtBot, province: Province, tmp_path: Path) -> None:
    stick = tmp_path / "usb"
    dialog = _dialog(qtbot, province, desk_keys(province, 1, 2), stick)
    dialog.write()
    dialog.stop_button.click()
    assert dialog.message.text() == "Stopped. Nothing was written to the stick."
    assert list(stick.iterdir()) == []


def test_the_dialog_fits_a_small_screen(qtbot: QtBot, province: Province, tmp_path: Path) -> None:
    dialog = _dialog(qtbot, province, desk_keys(province), tmp_path / "usb")
    assert dialog.minimumSizeHint().width() <= 960
    assert dialog.minimumSizeHint().height() <= 500
