"""Handing over through the real windows."""

from __future__ import annotations

import errno
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from db.handoffs import SentState
from desktop.atomic_file import NotWrittenBackError
from desktop.handoff.conference_content import read_content
from desktop.handoff.down_content import PlacesOfUnit, Remark, Reply
from desktop.handoff.key_files import read_card_file
from desktop.handoff.receipts import Verdict, check_code, receipt_for, sign_receipt
from desktop.models.key_desk import KeyDesk
from desktop.models.workspace import Workspace
from desktop.paths import resource
from desktop.rules.load import decode_pack
from desktop.rules.write import encode_pack
from desktop.windows import key_keeper
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.home_window import HomeWindow
from desktop.windows.update_dialog import UpdateDialog
from tests.desktop.handoff import quick_keys
from tests.desktop.handoff.parties import DESK, party
from tests.desktop.handoff.updating import put_update
from tests.desktop.windows.handing_over import PATIENCE_MS, Office, cell
from tests.hands import press

PACK = resource("rulepacks", "binh-hoa-2024.toml").read_bytes()


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("make", "unlock", "rekey", "recover"):
        monkeypatch.setattr(key_keeper, f"{name}_job", getattr(quick_keys, f"{name}_quickly"))


@pytest.fixture
def office(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Office:
    return Office(qtbot, workspace, tmp_path)


@pytest.fixture
def ready(office: Office) -> Office:
    """An office that knows its desk."""
    office.know_desk()
    return office


def chosen(answer: Any, *_asked: object) -> Any:
    """Answer whatever is asked."""
    return answer


def test_nothing_is_sealed_before_the_desk_is_known(office: Office) -> None:
    choice = office.dialog.choice
    assert choice is not None
    assert not choice.seal_button.isEnabled()
    assert "Nobody yet" in choice.fingerprint_label.text()
    assert office.dialog.way.state_label.text() == "Draft"
    office.know_desk()
    assert choice.seal_button.isEnabled()
    assert party(DESK).card().fingerprint() in choice.fingerprint_label.text()
    assert office.answers.shown == ["FingerprintDialog"]


def test_a_desk_whose_fingerprint_was_not_compared_is_not_believed(office: Office) -> None:
    office.answers.accepts = False
    office.know_desk()
    assert office.workspace.store.known_keys.all() == ()


def test_what_blocks_is_named_first_and_nothing_can_be_sealed(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    sample = workspace.add_sample()
    conference = workspace.store.conferences.get(sample)
    workspace.store.conferences.save(replace(conference, title=""))
    office = Office(qtbot, workspace, tmp_path)
    office.know_desk()
    choice = office.dialog.choice
    assert choice is not None
    assert choice.blocking.count() > 0
    assert not choice.blocking.isHidden()
    assert not choice.seal_button.isEnabled()


def test_the_keys_are_made_at_first_need_and_their_recovery_key_is_put_on_paper(
    ready: Office,
) -> None:
    bundle = ready.seal("programme")
    assert ready.answers.shown[1:] == ["NewPassphraseDialog", "RecoveryDialog"]
    assert len(ready.answers.recovery_key.split()) > 10
    assert (bundle.number, bundle.state) == (1, SentState.SEALED)
    assert bundle.papers == ("chuong-trinh.pdf",)
    assert ready.dialog.tabs.currentWidget() is ready.dialog.way
    assert ready.state() == "Sealed"
    assert "is sealed for" in ready.dialog.work.outcome.text()
    store = ready.workspace.store
    assert ready.answers.recovery_key not in (
        store.handoffs.folder.parent / "hoinghi.db"
    ).read_text("latin-1")


def test_what_needed_the_keys_goes_on_when_their_recovery_key_is_drawn(ready: Office) -> None:
    ready.answers.prints = True
    assert ready.seal().number == 1
    ready.qtbot.waitUntil(lambda: bool(ready.opened_papers), timeout=60_000)
    assert [one.name for one in ready.opened_papers] == ["khoa-khoi-phuc.pdf"]


def test_a_sealed_bundle_is_copied_read_back_and_only_then_called_checked(ready: Office) -> None:
    bundle = ready.seal()
    ready.copy()
    assert ready.state() == "Copied to a stick (checked)"
    assert ready.dialog.way.state_label.text() == "Copied to a stick (checked)"
    assert "Eject the stick" in ready.dialog.work.outcome.text()
    (path,) = ready.on_stick
    assert path.name.isascii()
    content = read_content(ready.desk_opens(path).content)
    assert len(content.file.delegates) == bundle.people
    assert {one.id_number for one in content.file.delegates} == {""}
    (copy,) = ready.bundles[0].copies
    (logged,) = ready.workspace.store.exports.of(ready.conference_id)
    assert copy.place == logged.place == str(path)
    assert (logged.what, logged.count) == ("bundle", bundle.people)
    assert logged.fields == bundle.fields


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (NotWrittenBackError("x"), "not what was written"),
        (OSError(errno.ENOSPC, "full"), "not enough room"),
        (OSError(errno.EROFS, "read-only"), "may not be written"),
        (OSError(errno.EIO, "gone"), "does not answer"),
    ],
)
def test_a_copy_that_fails_is_never_called_checked(
    ready: Office, monkeypatch: pytest.MonkeyPatch, fault: OSError, said: str
) -> None:
    ready.seal()
    way = ready.dialog.way

    def start(*_: object, failed: object, **__: object) -> None:
        ready.dialog.work.say(failed(fault), "binding")  # type: ignore[operator]

    monkeypatch.setattr(ready.dialog.work, "start", start)
    way.copy_button.click()
    assert said in ready.dialog.work.outcome.text()
    assert "safe on this computer" in ready.dialog.work.outcome.text()
    assert ready.state() == "Sealed"


def test_a_stick_that_is_not_there_is_told(ready: Office) -> None:
    ready.seal()
    ready.stick = ready.folder / "gone"
    ready.copy()
    assert "does not answer" in ready.dialog.work.outcome.text()
    assert ready.state() == "Sealed"


def test_a_copy_that_the_store_cannot_note_is_not_called_checked(
    ready: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.seal()

    def full(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(ready.workspace.store.handoffs, "add_copy", full)
    ready.copy()
    assert "disk is full" in ready.dialog.work.outcome.text()
    assert ready.state() == "Sealed"


def test_a_copy_can_be_stopped_and_nothing_counts(ready: Office) -> None:
    ready.seal()
    ready.dialog.way.copy_button.click()
    assert not ready.dialog.way.copy_button.isEnabled()
    ready.do(ready.dialog.work.cancel_button.click)
    assert "Stopped." in ready.dialog.work.outcome.text()
    assert ready.state() == "Sealed"
    assert [one for one in ready.on_stick if one.suffix == ".part"] == []


def test_the_hand_over_record_is_printed_and_can_go_to_word(ready: Office) -> None:
    ready.seal()
    ready.copy()
    for name in ("bb.pdf", "bb.docx"):
        path = ready.folder / name
        ready.dialog.way.choose_record = partial(chosen, path)
        ready.do(ready.dialog.way.record_button.click)
        assert ready.opened_papers[-1] == path
    texts = [one.text for one in docx.Document(str(ready.folder / "bb.docx")).paragraphs]
    assert any("Mã nội dung" in text for text in texts)


def test_a_return_with_remarks_then_a_receipt_come_on_the_stick(ready: Office) -> None:
    ready.seal()
    ready.copy()
    (path,) = ready.on_stick
    header = ready.desk_opens(path).header
    receipts = {
        verdict: sign_receipt(receipt_for(header, verdict), party(DESK).keys) for verdict in Verdict
    }
    remark = Remark(
        office=header.sender.id, subject=header.subject, number=1, text="Thiếu năm sinh <b>"
    )
    (person, *_) = ready.workspace.store.delegates.of(ready.conference_id)
    about = replace(remark, text="đã có ở xã Ea Na", delegate=person.id)
    places = PlacesOfUnit(office=header.sender.id, pack_id="soc-trang", unit="x", places=5)
    returned = Reply(
        receipts=(receipts[Verdict.RETURNED],), remarks=(remark, about), quotas=(places,)
    )
    said = ready.read(ready.desk_replies(returned, 1))
    assert "The desk has returned it" in said
    assert "Remarks: 2." in said
    assert ready.state() == "The desk has returned it, by its signed receipt"
    remarks = ready.dialog.way.remarks
    assert [remarks.item(row).text() for row in range(2)] == [
        "Thiếu năm sinh <b>",
        f"{person.name}: đã có ở xã Ea Na",
    ]
    assert remarks.item(2).text().startswith("Places in the up")
    said = ready.read(ready.desk_replies(Reply(receipts=(receipts[Verdict.RECEIVED],)), 2))
    assert ready.dialog.way.state_label.text() == "The desk has received it"
    assert not ready.dialog.way.copy_button.isEnabled(), "it arrived, the sealed file is gone"
    assert "Seal again" in ready.dialog.way.copy_button.toolTip()
    assert "nothing was changed" in ready.read(ready.stick / "tra-loi-2.hoinghi")
    said = ready.read(ready.stick / "tra-loi-1.hoinghi")
    assert "tra-loi-1.hoinghi was not used" in said
    assert ready.dialog.way.state_label.text() == "The desk has received it"


def test_a_check_code_read_out_by_phone_is_typed_in(ready: Office) -> None:
    ready.seal()
    ready.copy()
    code = check_code(receipt_for(ready.desk_opens(ready.on_stick[0]).header, Verdict.RETURNED))
    way = ready.dialog.way
    for typed, said in (("", ""), ("1234", "four groups"), (code, "returned it")):
        ready.dialog.work.say("")
        way.ask_code = partial(chosen, typed)
        way.code_button.click()
        assert said in ready.dialog.work.outcome.text()
    assert ready.state() == "The desk has returned it, by its check code"


def test_rules_of_an_unknown_desk_bring_its_plans_once_it_was_compared(office: Office) -> None:
    # a version that the program does not bring itself
    newer = replace(decode_pack(PACK), version=7)
    rules = office.desk_gives_rules(binh_hoa_2024_7=encode_pack(newer))
    office.answers.accepts = False
    assert office.read(rules) == "Nothing was taken over."
    assert office.workspace.store.known_keys.all() == ()
    office.answers.accepts = True
    assert "New plans: " in office.read(rules)
    assert office.workspace.store.rule_packs.all()[0].version == 7
    assert {one.version for one in office.workspace.packs if one.id == "binh-hoa-2024"} == {1, 7}
    assert office.dialog.choice is not None
    assert office.dialog.choice.receiver.count() == 1


def test_what_tells_of_a_newer_version_of_the_program_is_shown_by_itself(office: Office) -> None:
    path = put_update(office.folder / "moi")
    assert office.read(path) == ""
    (dialog,) = office.dialog.findChildren(UpdateDialog)
    assert isinstance(dialog, UpdateDialog)
    office.qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=PATIENCE_MS)
    assert "whose keys are not known here" in dialog.work.outcome.text()
    dialog.reject()


def test_what_is_no_bundle_is_refused_by_its_name(office: Office) -> None:
    (office.stick / "x.hoinghi").write_bytes(b"x" * 100)
    assert office.read(office.stick / "x.hoinghi").startswith("x.hoinghi was not used")


@pytest.mark.usefixtures("quick_passphrases")
def test_keys_rest_under_a_passphrase_and_are_asked_for_once(ready: Office) -> None:
    ready.answers.types("mật khẩu")
    ready.seal()
    ready.dialog.close()
    ready.dialog = ready.open(ready.conference_id)
    ready.answers.shown.clear()
    ready.seal()
    ready.seal()
    assert ready.answers.shown == ["PassphraseDialog"]
    assert [one.number for one in ready.bundles] == [3, 2, 1]
    ready.dialog.close()
    ready.dialog = ready.open(ready.conference_id)
    ready.answers.types("khác")
    assert ready.dialog.choice is not None
    said = ready.do(ready.dialog.choice.seal_button.click)
    assert "does not open your keys" in said
    assert len(ready.bundles) == 3


@pytest.mark.usefixtures("quick_passphrases")
def test_a_forgotten_passphrase_is_replaced_with_the_paper(ready: Office) -> None:
    ready.answers.types("quên")
    ready.seal()
    ready.answers.types("mới")
    assert "was set" in ready.do(ready.dialog.keys.recover_button.click)
    assert "was set" in ready.do(ready.dialog.keys.passphrase_button.click)
    ready.seal()
    assert ready.answers.shown[-1] == "PassphraseDialog"


def test_public_keys_go_to_the_stick_and_their_fingerprint_onto_paper(ready: Office) -> None:
    keys = ready.dialog.keys
    assert not keys.give_button.isEnabled()
    ready.do(keys.make_button.click)
    ready.do(keys.give_button.click)
    (path,) = ready.on_stick
    card = read_card_file(path).card
    assert card == ready.dialog.desk.card
    assert card.fingerprint() in keys.own_label.text()
    ready.do(keys.form_button.click)
    (paper,) = ready.opened_papers
    ready.dialog.close()
    assert not paper.exists(), "it is kept nowhere"


def test_new_keys_take_the_place_of_the_old_ones_which_no_longer_count(ready: Office) -> None:
    keys = ready.dialog.keys
    ready.answers.prints = True
    ready.do(keys.make_button.click)
    ready.do(keys.make_button.click)
    ready.do(keys.give_button.click)
    file = read_card_file(ready.on_stick[0])
    assert (file.card.keys.number, file.revoked) == (2, (1,))


def test_keys_of_others_are_added_and_revoked(ready: Office) -> None:
    keys = ready.dialog.keys
    assert keys.table.rowCount() == 1
    assert cell(keys.table, 0, 2) == "fingerprint compared"
    keys.add_button.click()
    assert keys.table.rowCount() == 1, "the same keys"
    keys.table.selectRow(0)
    keys.revoke_button.click()
    assert cell(keys.table, 0, 2) == "revoked"
    assert not keys.revoke_button.isEnabled()
    choice = ready.dialog.choice
    assert choice is not None
    assert not choice.seal_button.isEnabled(), "nothing is sealed for revoked keys"


def test_a_file_that_holds_no_keys_is_told(office: Office) -> None:
    (office.folder / "desk.hoinghi-key").write_bytes(b"x")
    for tab in (office.dialog.choice, office.dialog.keys):
        assert tab is not None
        tab.add_keys()
        assert "holds no keys" in office.dialog.work.outcome.text()


def test_keys_that_cannot_be_stored_are_told(
    ready: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreFull(Path("hoinghi.db"))

    monkeypatch.setattr(KeyDesk, "believe_file", fail)
    for tab in (ready.dialog.choice, ready.dialog.keys):
        assert tab is not None
        tab.add_keys()
        assert "hoinghi.db" in ready.dialog.work.outcome.text()


def test_without_a_conference_only_what_comes_back_and_the_keys_are_shown(office: Office) -> None:
    dialog = office.open("")
    assert dialog.choice is None
    assert [dialog.tabs.tabText(at) for at in range(dialog.tabs.count())] == [
        "&2. On its way",
        "&3. Keys and trust",
    ]
    assert not dialog.way.table.isVisible()
    assert not dialog.way.copy_button.isEnabled()


def test_fields_are_remembered_and_the_sensitive_ones_marked(ready: Office) -> None:
    choice = ready.dialog.choice
    assert choice is not None
    texts = [choice.fields.item(row).text() for row in range(choice.fields.count())]
    assert "Ethnicity – sensitive" in texts
    choice.fields.tick(("post", "phone"))
    choice.photos_box.setChecked(False)
    bundle = ready.seal()
    assert set(bundle.fields) == {"post", "phone"}
    again = ready.open(ready.conference_id).choice
    assert again is not None
    assert set(again.chosen_fields) == {"post", "phone"}


def test_what_the_desk_asks_for_is_ticked_and_what_the_officer_leaves_out_stays_out(
    ready: Office,
) -> None:
    choice = ready.dialog.choice
    assert choice is not None
    ready.read(ready.desk_gives_rules(fields=("birth", "id_number", "of_a_newer_program")))
    assert choice.fields.fields == ("birth", "id_number")
    assert any(
        "asks for: Birth date or year, ID number." in label.text() and "sensitive" in label.text()
        for label in choice.findChildren(QLabel)
    )
    choice.fields.tick(("birth",))
    ready.seal()
    again = ready.open(ready.conference_id).choice
    assert again is not None
    assert again.fields.fields == ("birth",)
    ready.read(ready.desk_gives_rules(2, fields=("birth", "phone")))
    assert set(choice.fields.fields) == {"birth", "phone"}


def test_a_signed_scan_travels_with_the_papers_and_can_be_taken_out_again(ready: Office) -> None:
    choice = ready.dialog.choice
    assert choice is not None
    for name in ("Giấy mời đã ký.pdf", "khác.pdf"):
        scan = ready.folder / name
        scan.write_bytes(b"%PDF-1.7 " + b"x" * 1991)
        choice.choose_pdf = partial(chosen, scan)
        ready.do(choice.add_button.click)
    texts = [choice.papers.item(row).text() for row in range(2)]
    assert texts == ["khác.pdf (2 KB)", "Giấy mời đã ký.pdf (2 KB)"]
    assert choice.papers.currentRow() == 0
    press(choice.remove_button, Qt.Key.Key_Space)
    assert choice.papers.item(0).text() == "Giấy mời đã ký.pdf (2 KB)"
    choice.papers.setCurrentRow(choice.papers.count() - 1)
    assert not choice.remove_button.isEnabled(), "papers that are drawn can only be unticked"
    for row in range(1, choice.papers.count()):
        choice.papers.item(row).setCheckState(Qt.CheckState.Unchecked)
    choice.seal_button.click()
    ready.qtbot.waitUntil(lambda: bool(ready.bundles), timeout=60_000)
    assert ready.bundles[0].papers == ("giay-moi-da-ky.pdf",)


def test_a_file_that_is_no_pdf_is_not_added(ready: Office) -> None:
    choice = ready.dialog.choice
    assert choice is not None
    before = choice.papers.count()
    letter = ready.folder / "thư.pdf"
    letter.write_bytes(b"PK")
    choice.choose_pdf = partial(chosen, letter)
    said = ready.do(choice.add_button.click)
    assert said.startswith("thư.pdf was not used, and nothing was changed. It is not a PDF.")
    choice.choose_pdf = partial(chosen, None)
    choice.add_button.click()
    assert choice.papers.count() == before


def test_a_hand_over_is_walked_with_the_keyboard_alone(ready: Office) -> None:
    choice, way = ready.dialog.choice, ready.dialog.way
    assert choice is not None
    choice.seal_button.setFocus()
    press(choice.seal_button, Qt.Key.Key_Space)
    ready.qtbot.waitUntil(lambda: bool(ready.bundles), timeout=60_000)
    ready.qtbot.waitUntil(way.copy_button.isEnabled)
    ready.do(lambda: press(way.copy_button, Qt.Key.Key_Space))
    assert ready.state() == "Copied to a stick (checked)"


def test_it_is_reached_from_the_list_and_from_the_conference(
    qtbot: QtBot, workspace: Workspace
) -> None:
    home = HomeWindow(workspace)
    qtbot.addWidget(home)
    empty = home.hand_over()
    assert empty.choice is None
    empty.close()
    conference_id = workspace.add_sample()
    from_list = home.hand_over()
    assert from_list.choice is not None
    from_list.close()
    window = ConferenceWindow(workspace, conference_id)
    qtbot.addWidget(window)
    window.actions_shown[-1].trigger()
    (dialog,) = window.findChildren(HandOverDialog)
    assert dialog.isVisible()
    assert dialog.choice is not None
    dialog.close()


def test_closing_forgets_the_keys_and_stops_the_work(ready: Office) -> None:
    ready.seal()
    desk = ready.dialog.desk
    assert repr(desk.opening_keys) == "OpeningKeys(1)"
    ready.dialog.way.copy_button.click()
    ready.dialog.close()
    assert repr(desk.opening_keys) == "OpeningKeys(0)"
    assert not ready.dialog.work.is_busy
    assert ready.bundles[0].state is SentState.SEALED
