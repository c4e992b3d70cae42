"""Files dropped on the program's windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from db.records import WizardStep
from desktop.app import Program
from desktop.models.workspace import Workspace
from desktop.paths import resource
from desktop.widgets.fields import ParagraphField, TextField
from desktop.windows.conference_window import ConferenceWindow
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.wizard.participants import ParticipantsSection
from tests.builders import an_office
from tests.desktop.dropping import drop, drop_data

LIST = resource("samples", "binh-hoa", "danh-sach-dai-bieu.xlsx")
CONFERENCE = resource("samples", "binh-hoa", "conference.json")
PACK = resource("rulepacks", "binh-hoa-2024.toml")


@pytest.fixture
def program(workspace: Workspace, qtbot: QtBot) -> Iterator[Program]:
    running = Program(workspace)
    qtbot.addWidget(running.home)
    running.start()
    yield running
    running.end()


@pytest.fixture
def window(program: Program) -> ConferenceWindow:
    program.open_conference(program.workspace.add_sample())
    assert program.window is not None
    return program.window


def _imports_of(window: ConferenceWindow) -> list[Path | None]:
    """Note what would be imported, in the place of the dialog."""
    wanted: list[Path | None] = []
    section = window.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    section.import_list = wanted.append
    return wanted


def _box_over(window: QWidget, qtbot: QtBot) -> str:
    """Read what is said over a window, and put it away."""
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)))
    (box,) = window.findChildren(QMessageBox)
    assert isinstance(box, QMessageBox)
    box.accept()
    return box.text()


@pytest.mark.parametrize("name", ["a.xlsx", "b.XLS", "c.ods", "d.docx", "e.csv"])
def test_a_list_dropped_on_a_conference_is_imported_into_it(
    window: ConferenceWindow, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    wanted = _imports_of(window)
    window.go_to(WizardStep.PROGRAMME)
    assert drop(window, tmp_path / name)
    qtbot.waitUntil(lambda: wanted == [tmp_path / name])
    assert window.step is WizardStep.PARTICIPANTS


def test_a_list_dropped_on_a_field_is_no_text_of_it(window: ConferenceWindow, qtbot: QtBot) -> None:
    wanted = _imports_of(window)
    window.go_to(WizardStep.SCHEDULE)
    line = window.view(WizardStep.SCHEDULE).section.findChildren(TextField)[0]
    window.go_to(WizardStep.CONTENT)
    paragraph = window.view(WizardStep.CONTENT).section.findChildren(ParagraphField)[0]
    before = line.text(), paragraph.toPlainText()
    assert drop(line, LIST, text=str(LIST))
    assert drop(paragraph.viewport(), LIST, text=str(LIST))
    qtbot.waitUntil(lambda: wanted == [LIST, LIST])
    assert (line.text(), paragraph.toPlainText()) == before


def test_a_list_dropped_on_the_register_is_imported_once(
    window: ConferenceWindow, qtbot: QtBot
) -> None:
    wanted = _imports_of(window)
    window.go_to(WizardStep.PARTICIPANTS)
    section = window.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    assert drop(section.register.table.viewport(), LIST)
    qtbot.waitUntil(lambda: wanted == [LIST])


def test_what_is_no_list_goes_past_the_register_to_the_window(
    window: ConferenceWindow, program: Program, qtbot: QtBot
) -> None:
    window.go_to(WizardStep.PARTICIPANTS)
    section = window.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    assert drop(section.register, PACK)
    qtbot.waitUntil(lambda: program.desk.packs is not None)


def test_a_list_dropped_on_the_home_window_asks_for_its_conference(
    program: Program, qtbot: QtBot
) -> None:
    assert drop(program.home, LIST)
    qtbot.waitUntil(lambda: LIST.name in program.home.message.text)
    assert not program.home.message.action_button.isVisible(), "there is none to offer"
    program.workspace.add_sample()
    assert drop(program.home.list.viewport(), LIST)
    qtbot.waitUntil(program.home.message.action_button.isVisible)
    assert program.window is None
    assert drop(program.home, LIST)


def test_the_conference_offered_opens_with_the_import(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted: list[Path] = []
    monkeypatch.setattr(ConferenceWindow, "import_list", lambda _, path: wanted.append(path))
    program.workspace.add_sample()
    program.open_file(LIST)
    program.home.message.action_button.click()
    assert program.window is not None
    assert wanted == [LIST]
    program.window.close()


def test_a_list_dropped_on_the_wizard_is_imported_on_its_page(
    program: Program, qtbot: QtBot
) -> None:
    program.plan_new()
    assert program.wizard is not None
    assert drop(program.wizard, LIST)
    assert LIST.name in _box_over(program.wizard, qtbot), "the office comes first"
    program.wizard.reject()
    program.workspace.store.offices.save(an_office())
    program.plan_new()
    wanted: list[Path | None] = []
    section = program.wizard.view(WizardStep.PARTICIPANTS).section
    assert isinstance(section, ParticipantsSection)
    section.import_list = wanted.append
    assert drop(program.wizard, LIST)
    qtbot.waitUntil(lambda: wanted == [LIST])
    assert program.wizard.step is WizardStep.PARTICIPANTS
    program.wizard.reject()


def test_a_conference_file_dropped_on_a_conference_is_told_of_there(
    window: ConferenceWindow, program: Program, qtbot: QtBot
) -> None:
    before = program.home.list.rowCount()
    assert drop(window, CONFERENCE)
    assert "in the list" in _box_over(window, qtbot)
    assert program.home.list.rowCount() == before + 1
    assert program.window is window


def test_a_conference_file_dropped_on_home_is_in_the_list(program: Program, qtbot: QtBot) -> None:
    assert drop(program.home, CONFERENCE)
    qtbot.waitUntil(lambda: program.home.list.rowCount() == 1)
    assert QApplication.activeModalWidget() is None


def test_a_pack_dropped_on_home_is_installed(program: Program, qtbot: QtBot) -> None:
    assert drop(program.home, PACK)
    qtbot.waitUntil(lambda: program.desk.packs is not None)


def test_a_bundle_dropped_on_the_packs_is_read(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tra-loi.hoinghi"
    path.write_bytes(b"x" * 100)
    program.show_packs()
    packs = program.desk.packs
    assert packs is not None
    assert drop(packs, path)
    qtbot.waitUntil(lambda: bool(packs.findChildren(HandOverDialog)))
    (dialog,) = packs.findChildren(HandOverDialog)
    assert isinstance(dialog, HandOverDialog)
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=30_000)
    assert dialog.work.outcome.text().startswith(f"{path.name} was not used")
    dialog.reject()


def test_a_list_dropped_on_the_packs_says_where_it_goes(program: Program, qtbot: QtBot) -> None:
    program.workspace.add_sample()
    program.show_packs()
    packs = program.desk.packs
    assert packs is not None
    assert drop(packs, LIST)
    assert LIST.name in _box_over(packs, qtbot)


def test_a_pack_dropped_on_the_desk_is_installed(program: Program, qtbot: QtBot) -> None:
    program.workspace.store.offices.save(an_office())
    program.show_province()
    home = program.province.home
    assert home is not None
    assert drop(home, PACK)
    qtbot.waitUntil(lambda: program.desk.packs is not None)


def test_several_files_or_a_folder_are_not_opened_and_said_so(
    window: ConferenceWindow, program: Program, tmp_path: Path
) -> None:
    assert drop(window, LIST, CONFERENCE)
    assert window.message.text.startswith("2 files were dropped together")
    assert drop(window, tmp_path)
    assert f"“{tmp_path.name}” is a folder" in window.message.text
    window.close()
    assert drop(program.home, LIST, LIST)
    assert program.home.message.text.startswith("2 files")


def test_a_file_of_another_kind_is_named_over_the_window(
    window: ConferenceWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert drop(window, tmp_path / "ảnh <b>.heic")
    assert "ảnh <b>.heic is not opened" in _box_over(window, qtbot)


def test_an_address_of_the_web_is_not_welcome(program: Program) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.test/plan.toml")])
    assert not drop_data(program.home, data)
    data = QMimeData()
    data.setText("Hội nghị")
    assert not drop_data(program.home, data)
