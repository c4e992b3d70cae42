"""The windows of an office that hands over, and of the desk that receives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from db.known_keys import KeyOrigin
from desktop.handoff.bundle import Sender
from desktop.handoff.key_ring import UnlockedKeys, make_own_keys
from desktop.models.province import Province
from desktop.models.workspace import Workspace
from desktop.rules.installed import to_store
from desktop.widgets.stick_field import StickField
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.key_dialogs import FingerprintDialog, RecoveryDialog
from desktop.windows.province.consolidated_window import ConsolidatedWindow
from desktop.windows.province.desk_keys_dialog import DeskKeysDialog
from desktop.windows.province.desk_window import DeskWindow
from desktop.windows.province.receive_dialog import ReceiveDialog
from desktop.windows.province.send_dialog import SendDialog
from tests.builders import an_office
from tests.desktop.handoff.a_province import a_plan
from tests.desktop.handoff.parties import DESK, party
from tests.desktop.windows.province.receiving import a_stick, desk_keys, sealed
from tests.pictures.camera import picture_of, wait_until

_FINGERPRINT = (
    "C2VU EKNG IV4K JPB3 Q3LM UGZN 337Q UDFE"  # those of new keys are never twice the same
)
_STICK_COLUMN = 4
_SENDERS = (1, 2, 3)  # the fourth commune has sent nothing yet


def hand_over_pages(workspace: Workspace) -> Iterator[tuple[str, Image.Image]]:
    """Hand the sample over, from the keys to the stick."""
    workspace.store.offices.save(workspace.sample_file().office)
    sample = workspace.add_sample()
    recovery = RecoveryDialog(make_own_keys(workspace.store).recovery_key, lambda: None)
    recovery.show()
    yield "hand-over-recovery", picture_of(recovery)
    recovery.hide()  # it does not close before the key is on paper
    keys = party(DESK).keys
    desk = Sender(id=DESK, name="Sở Nội vụ tỉnh Đắk Lắk", keys=keys)
    comparing = FingerprintDialog(desk.card(), ())
    comparing.show()
    yield "hand-over-fingerprint", picture_of(comparing)
    comparing.close()
    dialog = HandOverDialog(workspace, sample)
    dialog.desk.believe(desk.card(), KeyOrigin.COMPARED)
    dialog.show()
    choice = dialog.choice
    if choice is None:
        raise LookupError(sample)
    choice.fingerprint_label.setText(f"Dấu khóa: {_FINGERPRINT}")
    yield "hand-over-choice", picture_of(dialog)
    for row in range(choice.papers.count()):
        item = choice.papers.item(row)
        is_plan = item.data(Qt.ItemDataRole.UserRole) == "plan"
        item.setCheckState(Qt.CheckState.Checked if is_plan else Qt.CheckState.Unchecked)
    choice.seal_button.click()
    wait_until(lambda: bool(workspace.store.handoffs.of(sample)))
    stick = a_stick(workspace.store.backups.folder.parent / "USB")
    dialog.way.choose_stick = lambda _: stick
    wait_until(lambda: not dialog.work.is_busy)
    dialog.way.copy_button.click()
    wait_until(lambda: not dialog.work.is_busy)
    place = dialog.way.table.item(0, _STICK_COLUMN)
    if place is not None:
        place.setText("E:\\")  # the folder here is another one each time
    yield "hand-over-way", picture_of(dialog)
    dialog.tabs.setCurrentWidget(dialog.keys)
    yield "hand-over-keys", picture_of(dialog)
    dialog.reject()


def province_pages(
    workspace: Workspace, size: tuple[int, int] | None = None
) -> Iterator[tuple[str, Image.Image]]:
    """Receive what three of four communes handed over, and send down.

    Args:
        size: of the windows, in logical pixels, where it is to be another than theirs.
    """
    province, keys, stick = _a_desk(workspace)
    receiving = ReceiveDialog(province, keys)
    _show(receiving, size)
    yield "desk-receive-empty", picture_of(receiving)
    receiving.stick.show_folder(stick)
    _name_drive(receiving.stick)
    receiving.look_through()
    wait_until(receiving.take_button.isEnabled)
    yield "desk-receive", picture_of(receiving)
    receiving.session.take()
    wait_until(receiving.receipts_button.isVisible)
    yield "desk-received", picture_of(receiving)
    receiving.reject()
    home = DeskWindow(province)
    _show(home, size)
    yield "desk", picture_of(home)
    home.close()
    view = ConsolidatedWindow(province)
    _show(view, size)
    wait_until(lambda: view.session.view is not None)
    for index in range(view.tabs.count()):
        view.tabs.setCurrentIndex(index)
        yield f"desk-view-{index}", picture_of(view)
    view.close()
    sending = SendDialog(province, keys)
    sending.stick.show_folder(stick)
    _name_drive(sending.stick)
    sending.show()
    yield "desk-send", picture_of(sending)
    sending.reject()
    ring = DeskKeysDialog(province.keys)
    ring.show()
    yield "desk-keys", picture_of(ring)
    ring.close()


def _a_desk(workspace: Workspace) -> tuple[Province, UnlockedKeys, Path]:
    workspace.store.offices.save(an_office(id=DESK, name="Sở Nội vụ tỉnh Đắk Lắk"))
    workspace.store.rule_packs.install(to_store(a_plan()))
    workspace.forget_packs()
    workspace.is_desk = True
    province = Province(workspace, workspace)
    province.choose_plan("binh-hoa-2024")
    keys = desk_keys(province, *_SENDERS)
    bundles = [sealed(province, commune, people=20 * commune) for commune in _SENDERS]
    return province, keys, a_stick(workspace.store.backups.folder.parent / "USB", *bundles)


def _show(window: QWidget, size: tuple[int, int] | None) -> None:
    window.show()
    if size is not None:
        window.resize(*size)


def _name_drive(field: StickField) -> None:
    """Name the stick as Windows would: its folder here is another one each time."""
    field.box.setItemText(field.box.currentIndex(), "KINGSTON (E:)")
