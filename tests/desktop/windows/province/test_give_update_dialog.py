"""A desk gives out a newer version of the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from db.errors import StoreFull
from desktop.handoff.bundle import Trust, open_bundle
from desktop.handoff.update_content import read_update
from desktop.models.province import Province
from desktop.program_form import Form, installer_name
from desktop.windows.province import give_update_dialog
from desktop.windows.province.give_update_dialog import GiveUpdateDialog
from desktop.windows.province.send_dialog import SendDialog
from tests.desktop.handoff.updating import NEWER, NEWS, an_update, bytes_of
from tests.desktop.windows.province.receiving import desk_keys, wait
from tests.hands import type_text


@pytest.fixture
def dialog(qtbot: QtBot, province: Province, tmp_path: Path) -> GiveUpdateDialog:
    (tmp_path / "dist").mkdir()
    (tmp_path / "usb").mkdir()
    paths = [tmp_path / "dist" / installer_name(form, NEWER) for form in Form]
    for form, path in zip(Form, paths, strict=True):
        path.write_bytes(bytes_of(form))
    opened = GiveUpdateDialog(province, desk_keys(province))
    qtbot.addWidget(opened)
    opened.choose = lambda _: paths
    opened.stick.look = lambda: ()
    opened.stick.look_again()
    opened.show()
    return opened


def said(qtbot: QtBot, dialog: GiveUpdateDialog, action: Callable[[], object]) -> str:
    action()
    wait(qtbot, lambda: not dialog.work.is_busy)
    return dialog.work.outcome.text()


def test_installers_and_their_signed_description_go_to_the_stick(
    qtbot: QtBot, dialog: GiveUpdateDialog, tmp_path: Path
) -> None:
    stick = tmp_path / "usb"
    assert not dialog.write_button.isEnabled()
    dialog.choose_button.click()
    assert "Version 0.2.0: Hoinghi-0.2.0-setup.exe" in dialog.files_label.text()
    assert not dialog.write_button.isEnabled()
    dialog.stick.show_folder(stick)
    type_text(dialog.news, "\n".join(NEWS))
    assert "Version 0.2.0, number 1." in said(qtbot, dialog, dialog.write_button.click)
    assert "number 1 again" in said(qtbot, dialog, dialog.write_button.click)
    path = stick / "ban-moi-0.2.0.hoinghi"
    opened = open_bundle(path.read_bytes(), [], Trust(me="", known={}))
    assert read_update(opened.content) == an_update()
    assert len(list(stick.iterdir())) == 4


def test_without_news_nothing_is_written(
    qtbot: QtBot, dialog: GiveUpdateDialog, tmp_path: Path
) -> None:
    dialog.choose_button.click()
    dialog.write()
    dialog.stick.show_folder(tmp_path / "usb")
    assert "1 to 60 lines" in said(qtbot, dialog, dialog.write_button.click)
    assert list((tmp_path / "usb").iterdir()) == []


def test_what_is_no_installer_is_not_chosen(dialog: GiveUpdateDialog) -> None:
    dialog.choose = lambda _: (Path("Hoinghi.exe"),)
    dialog.choose_button.click()
    assert "is not called as an installer" in dialog.work.outcome.text()
    dialog.choose = lambda _: ()
    dialog.choose_button.click()
    assert dialog.files == ()


def test_what_fails_on_the_way_is_told(
    qtbot: QtBot, dialog: GiveUpdateDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "usb"
    dialog.choose_button.click()
    type_text(dialog.news, NEWS[0])
    dialog.stick.show_folder(stick)
    for error, words in (
        (StoreFull(Path("hoinghi.db")), "disk is full"),
        (OSError(28, "No space"), "no room on the stick"),
    ):

        def fail(*_: object, raised: Exception = error) -> None:
            raise raised

        with monkeypatch.context() as broken:
            broken.setattr(give_update_dialog, "write_description", fail)
            assert words in said(qtbot, dialog, dialog.write_button.click)
    stick_of_another_kind = stick / "ban-moi-0.2.0.hoinghi"
    stick_of_another_kind.mkdir()
    assert "✖" in said(qtbot, dialog, dialog.write_button.click)


def test_who_stops_leaves_no_description(
    qtbot: QtBot, dialog: GiveUpdateDialog, tmp_path: Path
) -> None:
    dialog.choose_button.click()
    type_text(dialog.news, NEWS[0])
    dialog.stick.show_folder(tmp_path / "usb")
    dialog.write_button.click()
    assert "no office follows" in said(qtbot, dialog, dialog.work.cancel_button.click)
    assert not list((tmp_path / "usb").glob("*.hoinghi"))


def test_it_is_reached_where_things_are_sent_down(
    qtbot: QtBot, province: Province, tmp_path: Path
) -> None:
    send = SendDialog(province, desk_keys(province))
    qtbot.addWidget(send)
    send.stick.show_folder(tmp_path)
    send.show()
    send.update_button.click()
    (dialog,) = send.findChildren(GiveUpdateDialog)
    assert isinstance(dialog, GiveUpdateDialog)
    assert dialog.stick.folder == tmp_path
    dialog.close_button.click()
