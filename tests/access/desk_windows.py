"""Handing over, keys, and the windows of a desk."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from desktop.handoff.consolidation.consolidate import Consolidation
from desktop.handoff.key_files import card_file, write_key_file
from desktop.handoff.keys import make_keys
from desktop.models.province import Province
from desktop.models.updates import Updates
from desktop.program_form import Form, installer_name
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.key_dialogs import (
    CodeDialog,
    FingerprintDialog,
    NewPassphraseDialog,
    PassphraseDialog,
    RecoveryDialog,
)
from desktop.windows.province.consolidated_window import ConsolidatedWindow
from desktop.windows.province.desk_keys_dialog import DeskKeysDialog
from desktop.windows.province.desk_window import DeskWindow
from desktop.windows.province.export_dialog import ExportDialog
from desktop.windows.province.give_update_dialog import GiveUpdateDialog
from desktop.windows.province.hand_up_dialog import HandUpDialog
from desktop.windows.province.place_dialog import PlaceDialog
from desktop.windows.province.receive_dialog import ReceiveDialog
from desktop.windows.province.return_dialog import ReturnDialog
from desktop.windows.province.send_dialog import SendDialog
from desktop.windows.province.take_dialog import TakeDialog
from desktop.windows.update_dialog import UpdateDialog
from tests.access.registry import shows
from tests.access.stage import Shown, Stage, each_tab, settle, wait_until
from tests.builders import an_office, ident
from tests.desktop.handoff.offices import settled
from tests.desktop.handoff.parties import DESK, party
from tests.desktop.handoff.updating import CURRENT, NEWER, bytes_of, put_update
from tests.desktop.windows.handing_over import Answers

_FORGOTTEN = "Gõ khóa khôi phục trên giấy, rồi đặt mật khẩu mới."


@shows(HandOverDialog)
def hand_over(stage: Stage) -> Shown:
    yield from each_tab("without a conference", stage.show(HandOverDialog(stage.office)))
    workspace = stage.workspace("hands over")
    workspace.store.offices.save(an_office())
    conference = workspace.add_sample()
    dialog = HandOverDialog(workspace, conference)
    yield from each_tab("nothing sealed yet", stage.show(dialog))
    dialog.keeper.show_dialog = Answers()
    if dialog.choice is None:
        raise LookupError(conference)
    desk, path = party(DESK), stage.folder / "desk.hoinghi-key"
    write_key_file(path, card_file(desk.card(), desk.keys))
    dialog.choice.choose_keys = lambda _: path
    dialog.choice.compare = Answers()
    dialog.choice.receiver_button.click()
    dialog.choice.seal_button.click()
    wait_until(lambda: workspace.store.handoffs.of(conference) and not dialog.work.is_busy)
    settle()
    yield from each_tab("sealed", dialog)


@shows(PassphraseDialog)
def passphrase(stage: Stage) -> Shown:
    yield "unlock", stage.show(PassphraseDialog())


@shows(NewPassphraseDialog)
def new_passphrase(stage: Stage) -> Shown:
    words = ("Mật khẩu mới", _FORGOTTEN, "Đặt")
    yield "new", stage.show(NewPassphraseDialog(*words))
    yield "in place of", stage.show(NewPassphraseDialog(*words, asks_old=True))
    yield "forgotten", stage.show(NewPassphraseDialog(*words, asks_recovery=True))


@shows(RecoveryDialog)
def recovery(stage: Stage) -> Shown:
    dialog = RecoveryDialog(make_keys().recovery_key, lambda: None)
    yield "a key", stage.show(dialog)
    dialog.done_box.setChecked(True)


@shows(FingerprintDialog)
def fingerprint(stage: Stage) -> Shown:
    yield "keys", stage.show(FingerprintDialog(party(DESK).card(), (1, 2)))


@shows(CodeDialog)
def code(stage: Stage) -> Shown:
    yield "code", stage.show(CodeDialog())


@shows(DeskWindow)
def desk(stage: Stage) -> Shown:
    window = DeskWindow(stage.province)
    stage.show(window)
    window.tree.choose("xa-1")
    settle()
    yield "offices", window


@shows(ReceiveDialog)
def receive(stage: Stage) -> Shown:
    dialog = _receiving(stage, stage.stick)
    yield "asking", dialog
    dialog.look_through()
    wait_until(dialog.take_button.isEnabled)
    settle()
    yield "found", dialog
    _take_over(dialog)
    yield "taken", dialog
    dialog.reject()


def _receiving(stage: Stage, stick: Path) -> ReceiveDialog:
    dialog = ReceiveDialog(stage.province, stage.keys)
    dialog.stick.look = lambda: ()
    dialog.stick.look_again()
    dialog.stick.show_folder(stick)
    stage.show(dialog)
    return dialog


def _take_over(dialog: ReceiveDialog) -> None:
    dialog.session.take()
    wait_until(dialog.receipts_button.isVisible)
    settle()


def _with_bundles(stage: Stage) -> Province:
    """Let the communes of the stick have handed over."""
    if not stage.province.workspace.store.received.all():
        dialog = _receiving(stage, stage.stick)
        dialog.look_through()
        wait_until(dialog.take_button.isEnabled)
        _take_over(dialog)
        dialog.reject()
    return stage.province


@shows(ConsolidatedWindow)
def consolidated(stage: Stage) -> Shown:
    window = ConsolidatedWindow(_with_bundles(stage), "xa-2")
    stage.show(window)
    wait_until(lambda: window.session.view is not None and not window.session.is_busy)
    settle()
    stage.consolidation = window.session.view
    stage.parcels = window.session.parcels
    yield from each_tab("handed over", window)


def _consolidation(stage: Stage) -> Consolidation:
    """Give what the consolidated view came to; it is looked at where it was not yet."""
    if stage.consolidation is None:
        deque(consolidated(stage), 0)
    if stage.consolidation is None:
        raise LookupError("no consolidation")
    return stage.consolidation


@shows(ExportDialog)
def export(stage: Stage) -> Shown:
    found = _consolidation(stage)
    yield "files", stage.show(ExportDialog(stage.province, found, stage.parcels))


@shows(HandUpDialog)
def hand_up(stage: Stage) -> Shown:
    found = _consolidation(stage)
    dialog = HandUpDialog(stage.province, found, stage.parcels, (ident(1),))
    stage.show(dialog)
    wait_until(dialog.take_button.isVisible)
    yield "with people to take over", dialog


@shows(TakeDialog)
def take(stage: Stage) -> Shown:
    dialog = TakeDialog(_with_bundles(stage), (ident(1),))
    stage.show(dialog)
    wait_until(lambda: bool(dialog.changes))
    settle()
    yield "people", dialog


@shows(SendDialog)
def send(stage: Stage) -> Shown:
    yield "to the offices", stage.show(SendDialog(_with_bundles(stage), stage.keys))


@shows(DeskKeysDialog)
def desk_keys(stage: Stage) -> Shown:
    _ = stage.keys
    yield "keys", stage.show(DeskKeysDialog(stage.province.keys))


@shows(PlaceDialog)
def place(stage: Stage) -> Shown:
    yield "units", stage.show(PlaceDialog("Xã Ea Na", stage.province.units()))


@shows(ReturnDialog)
def give_back(stage: Stage) -> Shown:
    yield "a remark", stage.show(ReturnDialog("Xã Ea Na"))


@shows(UpdateDialog)
def update(stage: Stage) -> Shown:
    workspace, stick = stage.workspace("is updated"), stage.folder / "newer"
    stick.mkdir()
    settled(workspace.store)
    put_update(stick)
    dialog = UpdateDialog(Updates(workspace, form=Form.WINDOWS, version=CURRENT))
    yield "asking", stage.show(dialog)
    dialog.stick.show_folder(stick)
    dialog.look_through()
    wait_until(lambda: dialog.offer is not None and not dialog.work.is_busy)
    settle()
    yield "a newer version", dialog


@shows(GiveUpdateDialog)
def give_update(stage: Stage) -> Shown:
    dialog = GiveUpdateDialog(stage.province, stage.keys)
    path = stage.folder / installer_name(Form.WINDOWS, NEWER)
    path.write_bytes(bytes_of(Form.WINDOWS))
    dialog.choose = lambda _: (path,)
    dialog.choose_files()
    yield "an installer", stage.show(dialog)
