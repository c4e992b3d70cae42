"""A newer version of the program at the window: shown whole, and never followed by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from db.backups import Reason
from db.errors import StoreFull
from desktop.models.updates import ReadyInstaller, Updates
from desktop.models.workspace import Workspace
from desktop.program_form import Form
from desktop.windows import update_dialog
from desktop.windows.about_dialog import AboutDialog
from desktop.windows.update_dialog import UpdateDialog, open_updates
from tests.desktop.handoff.offices import settled
from tests.desktop.handoff.parties import DESK, STRANGER, party
from tests.desktop.handoff.updating import CURRENT, NEWS, an_update, bytes_of, put_update

PATIENCE_MS = 60_000


class Hands:
    """An officer at the dialog."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, stick: Path) -> None:
        self.qtbot = qtbot
        self.workspace = workspace
        self.stick = stick
        self.left: list[ReadyInstaller] = []

    def open(self, form: Form | None = Form.WINDOWS, version: str = CURRENT) -> UpdateDialog:
        self.dialog = UpdateDialog(Updates(self.workspace, form=form, version=version))
        self.qtbot.addWidget(self.dialog)
        self.dialog.leave_wanted.connect(self.left.append)
        self.dialog.opener = "/usr/bin/xdg-open"
        self.dialog.show()
        return self.dialog

    def wait(self) -> str:
        self.qtbot.waitUntil(lambda: not self.dialog.work.is_busy, timeout=PATIENCE_MS)
        return self.dialog.work.outcome.text()

    def look(self) -> str:
        self.dialog.stick.show_folder(self.stick)
        self.dialog.look_button.click()
        return self.wait()

    def press(self) -> str:
        self.dialog.press_button.click()
        return self.wait()

    @property
    def copied(self) -> list[Path]:
        folder = self.dialog.updates.folder
        return sorted(folder.iterdir()) if folder.exists() else []

    @property
    def backups(self) -> list[Reason]:
        return [one.reason for one in self.workspace.store.backups.list()]


@pytest.fixture
def hands(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Hands:
    settled(workspace.store)
    (tmp_path / "USB").mkdir()
    return Hands(qtbot, workspace, tmp_path / "USB")


def test_a_newer_version_is_shown_and_nothing_happens_before_the_press(hands: Hands) -> None:
    put_update(hands.stick)
    dialog = hands.open()
    hands.look()
    shown = dialog.shown
    assert shown.isVisible()
    assert shown.versions.text() == "Version 0.1.0 → version 0.2.0"
    assert all(line in shown.news.toPlainText() for line in NEWS)
    assert party(DESK).name in shown.signer.text()
    assert shown.fingerprint.text() == party(DESK).card().fingerprint()
    assert "Hoinghi-0.2.0-setup.exe" in shown.file.text()
    assert "backup" in shown.steps.text()
    assert not dialog.press_button.isDefault()
    dialog.close_button.click()
    assert (hands.copied, hands.backups, hands.left) == ([], [], [])


def test_after_the_press_it_is_copied_backed_up_and_handed_over(hands: Hands) -> None:
    put_update(hands.stick)
    hands.open()
    hands.look()
    hands.press()
    (ready,) = hands.left
    assert Path(ready.path).read_bytes() == bytes_of(Form.WINDOWS)
    assert hands.copied == [Path(ready.path)]
    assert hands.backups == [Reason.UPDATE]
    assert "stays open" in hands.dialog.work.outcome.text()  # nobody closed the program here


def test_without_a_backup_nothing_is_handed_over(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_reason: Reason) -> None:
        raise StoreFull(Path("/x"))

    put_update(hands.stick)
    hands.open()
    hands.look()
    with monkeypatch.context() as full:
        full.setattr(hands.workspace.store.backups, "make", fail)
        assert "No backup could be made" in hands.press()
    assert hands.left == []


def test_a_package_is_prepared_and_its_one_command_shown(hands: Hands) -> None:
    put_update(hands.stick)
    dialog = hands.open(Form.DEBIAN)
    hands.look()
    hands.press()
    path = dialog.updates.folder / "hoinghi_0.2.0_amd64.deb"
    assert hands.left == []
    assert dialog.command_field.text() == f"sudo apt install {path}"
    assert dialog.command_field.accessibleName() == "Command"
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.command_field.text()
    assert dialog.leave_button.isVisible()
    dialog.leave_button.click()
    assert [one.path for one in hands.left] == [str(path)]


def test_without_an_installer_of_packages_only_the_command_is_shown(hands: Hands) -> None:
    put_update(hands.stick)
    dialog = hands.open(Form.DEBIAN)
    dialog.opener = ""
    hands.look()
    hands.press()
    assert dialog.command_field.isVisible()
    assert not dialog.leave_button.isVisible()


def test_the_portable_form_is_unpacked_by_hand_and_nothing_runs(hands: Hands) -> None:
    put_update(hands.stick)
    dialog = hands.open(Form.PORTABLE)
    hands.look()
    hands.press()
    assert "unpack the file beside" in dialog.by_hand_label.text()
    path = dialog.updates.folder / "Hoinghi-0.2.0-portable.zip"
    assert dialog.command_field.text() == str(path)
    assert not dialog.leave_button.isVisible()
    dialog.leave()
    assert hands.backups == [Reason.UPDATE]


def test_an_installer_that_is_not_the_signed_one_is_refused(hands: Hands) -> None:
    put_update(hands.stick)
    hands.open()
    hands.look()
    file = hands.stick / "Hoinghi-0.2.0-setup.exe"
    file.write_bytes(b"X" + file.read_bytes()[1:])
    assert "do not start it by hand" in hands.press()
    assert (hands.copied, hands.backups, hands.left) == ([], [], [])
    assert hands.dialog.press_button.isEnabled()


def test_an_empty_stick_and_one_that_is_gone_are_told(hands: Hands) -> None:
    dialog = hands.open()
    assert "no newer version" in hands.look()
    assert not dialog.shown.isVisible()
    hands.stick.rmdir()
    assert "does not answer" in hands.look()


def test_what_a_virus_left_on_the_stick_is_told(hands: Hands) -> None:
    put_update(hands.stick)
    (hands.stick / "autorun.inf").write_bytes(b"")
    dialog = hands.open()
    hands.look()
    assert "autorun.inf" in dialog.warning.text()
    assert dialog.warning.isVisible()


@pytest.mark.parametrize(
    ("version", "said"),
    [("0.2.0", "which you have already"), ("0.3.0", "is newer and stays")],
)
def test_an_equal_or_older_version_is_told_and_not_shown(
    hands: Hands, version: str, said: str
) -> None:
    put_update(hands.stick)
    hands.open(version=version)
    assert said in hands.look()
    assert not hands.dialog.shown.isVisible()


def test_a_description_is_read_by_itself(hands: Hands) -> None:
    path = put_update(hands.stick)
    dialog = hands.open()
    dialog.read(path)
    hands.wait()
    assert dialog.shown.isVisible()
    assert not dialog.stick.isVisible()


def test_a_strangers_description_is_refused_by_name(hands: Hands) -> None:
    path = put_update(hands.stick, sender=replace(party(STRANGER), name="Người lạ"))
    dialog = hands.open()
    dialog.read(path)
    said = hands.wait()
    assert "Người lạ" in said
    assert "nothing was changed" in said
    assert not dialog.press_button.isVisible()


def test_who_stops_the_copy_finds_nothing_changed(hands: Hands) -> None:
    put_update(hands.stick)
    dialog = hands.open()
    hands.look()
    dialog.press_button.click()
    dialog.work.cancel_button.click()
    assert "Nothing was installed" in hands.wait()
    assert (hands.copied, hands.backups, hands.left) == ([], [], [])


def test_nothing_is_looked_through_or_prepared_without_a_choice(hands: Hands) -> None:
    dialog = hands.open()
    dialog.stick.look = lambda: ()
    dialog.stick.look_again()
    dialog.look_through()
    dialog.prepare()
    assert not dialog.work.is_busy


def test_a_version_of_old_news_is_still_offered_whole(hands: Hands) -> None:
    long = an_update(news=tuple(f"Điểm mới thứ {number}." for number in range(1, 61)))
    put_update(hands.stick, long)
    dialog = hands.open()
    hands.look()
    assert dialog.shown.news.toPlainText().count("\n") == 59


def test_the_program_is_told_to_leave(
    hands: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_update(hands.stick)
    over = AboutDialog(Path())
    qtbot.addWidget(over)
    over.show()

    def on_windows(workspace: Workspace) -> Updates:
        return Updates(workspace, form=Form.WINDOWS, version=CURRENT)

    monkeypatch.setattr(update_dialog, "Updates", on_windows)
    hands.workspace.leave_wanted.connect(hands.left.append)
    hands.dialog = open_updates(hands.workspace, over, path)
    hands.wait()
    hands.press()
    assert len(hands.left) == 1
    hands.dialog.reject()
