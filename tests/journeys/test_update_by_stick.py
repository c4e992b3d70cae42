"""A newer version of the program on its way: signed at the desk, followed by an office."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.backups import Reason, backups_in, folder_of
from db.known_keys import KeyOrigin
from db.store import Store
from desktop.app import run_window
from desktop.exit_code import ExitCode
from desktop.handoff.key_ring import believe, own_card
from desktop.handoff.update_writing import copy_installers, write_description
from desktop.language import Language, speak
from desktop.models import updates
from desktop.paths import STORE_NAME
from desktop.program_form import Form, installer_name
from desktop.windows import installer_hand_over
from desktop.windows.update_dialog import UpdateDialog
from tests.builders import KEYS, NOON, an_office, ident
from tests.desktop.handoff.desks import a_desk
from tests.desktop.handoff.parties import OFFICE, TODAY
from tests.desktop.handoff.updating import an_update, bytes_of, quiet

pytestmark = pytest.mark.journey
VERSION = "99.0.0"  # newer than whatever runs here
PATIENCE_MS = 60_000


@pytest.fixture(autouse=True)
def _dressed_afterwards(qapp: QApplication) -> Iterator[None]:
    style = qapp.style().objectName()
    yield
    gc.unfreeze()
    speak(Language.ENGLISH)
    qapp.setStyleSheet("")
    qapp.setStyle(style)


def opened(folder: Path) -> Store:
    return Store.open(folder / STORE_NAME, clock=lambda: NOON, new_id=lambda: ident(99), keys=KEYS)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """What the desk wrote; the office knows its keys and hands over to it."""
    for name in ("dist", "USB", "desk", "office"):
        (tmp_path / name).mkdir()
    for form in Form:
        (tmp_path / "dist" / installer_name(form, VERSION)).write_bytes(bytes_of(form))
    files = sorted(map(str, (tmp_path / "dist").iterdir()))
    copy_installers(quiet, files, str(tmp_path / "USB"))
    with opened(tmp_path / "desk") as desk:
        write_description(desk, a_desk(desk), tmp_path / "USB", an_update(VERSION), TODAY)
        card = own_card(desk)
    assert card is not None
    with opened(tmp_path / "office") as office:
        office.offices.save(an_office(id=OFFICE))
        believe(office, card, KeyOrigin.COMPARED)
        office.handoffs.add_receiver(card.id)
    return tmp_path / "USB"


def test_an_office_opens_what_its_desk_signed_and_the_installer_takes_over(
    qtbot: QtBot, stick: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "office"
    started: list[Path] = []

    def start(path: Path, form: Form) -> None:
        assert form is Form.WINDOWS
        assert path.read_bytes() == bytes_of(Form.WINDOWS)
        opened(folder).close()  # nobody uses the store any more
        started.append(path)

    monkeypatch.setattr(updates, "program_form", lambda: Form.WINDOWS)
    monkeypatch.setattr(installer_hand_over, "start_installer", start)

    def press() -> None:
        dialog = next(
            one for one in QApplication.topLevelWidgets() if isinstance(one, UpdateDialog)
        )
        qtbot.waitUntil(dialog.press_button.isVisible, timeout=PATIENCE_MS)
        assert started == []
        dialog.press_button.click()

    QTimer.singleShot(0, press)
    description = stick / f"ban-moi-{VERSION}.hoinghi"
    assert run_window(folder=folder, file=description) == ExitCode.DONE
    assert started == [folder / "updates" / f"Hoinghi-{VERSION}-setup.exe"]
    backups = backups_in(folder_of(folder / STORE_NAME))
    assert Reason.UPDATE in {one.reason for one in backups}
    assert all(one.content is not None for one in backups)
