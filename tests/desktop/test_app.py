"""The program as it is wired together."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreMisplaced
from db.store import Store
from desktop import app
from desktop.app import Program, run_window
from desktop.event_log import log_tail
from desktop.exit_code import ExitCode
from desktop.handoff.key_ring import make_own_keys
from desktop.language import Language, speak
from desktop.models.updates import ReadyInstaller
from desktop.models.workspace import Workspace
from desktop.paths import STORE_NAME, resource
from desktop.program_form import Form, installer_name
from desktop.shipped_parts import program_version
from desktop.widgets.keepsakes import kept
from desktop.windows import installer_hand_over
from desktop.windows.fault_dialog import FaultDialog
from desktop.windows.hand_over_dialog import HandOverDialog
from desktop.windows.home_window import HomeWindow
from desktop.windows.province.receive_dialog import ReceiveDialog
from desktop.windows.rescue_dialog import RescueDialog
from desktop.windows.support_dialog import SupportDialog
from desktop.windows.update_dialog import UpdateDialog
from tests.builders import KEYS, NOON, an_office, ident
from tests.desktop.handoff.updating import an_installer, bytes_of, put_update
from tests.hands import delete_now, draw_column

Look = Callable[[], None]


@pytest.fixture(autouse=True)
def _dressed_afterwards(qapp: QApplication) -> Iterator[None]:
    """Take off what the program puts on, so that other tests see the bare interface."""
    style = qapp.style().objectName()
    yield
    gc.unfreeze()
    speak(Language.ENGLISH)
    qapp.setStyleSheet("")
    qapp.setStyle(style)


@pytest.fixture
def program(workspace: Workspace, qtbot: QtBot) -> Iterator[Program]:
    running = Program(workspace)
    qtbot.addWidget(running.home)
    running.start()
    yield running
    running.end()


def _run(folder: Path, look: Look) -> int:
    """Run the program until `look`, called in its event loop, has closed every window."""
    QTimer.singleShot(0, look)
    return run_window(folder=folder)


def _top(kind: type[QWidget]) -> QWidget:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind))


def _in_front(program: Program) -> QWidget:
    return program.front


def _close_all() -> None:
    for window in QApplication.topLevelWidgets():
        window.close()


def test_a_new_conference_begins_in_the_wizard_and_ends_in_its_window(program: Program) -> None:
    program.workspace.store.offices.save(an_office())
    program.home.new_button.click()
    assert program.wizard is not None
    assert not program.home.isVisible()
    program.wizard.accept()
    assert program.window is not None
    program.window.close()
    assert program.home.isVisible()


def test_closing_the_wizard_leads_home(program: Program) -> None:
    program.workspace.store.offices.save(an_office())
    program.plan_new()
    assert program.wizard is not None
    program.wizard.reject()
    assert program.home.isVisible()
    assert program.workspace.open_conference == ""
    assert program.home.list.rowCount() == 1


def test_after_a_power_cut_the_open_conference_comes_back(
    program: Program, workspace: Workspace, qtbot: QtBot
) -> None:
    program.workspace.store.offices.save(an_office())
    program.plan_new()
    assert program.wizard is not None
    program.wizard.next()
    step = program.wizard.step
    again = Program(workspace)
    qtbot.addWidget(again.home)
    again.start()
    assert again.wizard is not None
    assert again.wizard.step is step
    again.wizard.close()


def test_the_sample_opens_in_its_window(program: Program) -> None:
    program.home.sample_button.click()
    assert program.window is not None
    program.window.close()


def test_a_rule_pack_handed_over_is_installed_where_packs_are_seen(program: Program) -> None:
    program.open_file(resource("rulepacks", "binh-hoa-2024.toml"))
    packs = program.desk.packs
    assert packs is not None
    assert packs.isVisible()
    assert not packs.message.isHidden()


def test_a_conference_file_handed_over_is_in_the_list(program: Program) -> None:
    program.open_file(resource("samples", "binh-hoa", "conference.json"))
    assert program.home.list.rowCount() == 1


def test_a_file_of_another_kind_is_named_and_changes_nothing(program: Program) -> None:
    program.open_file(Path("Gói của xã.zip"))
    assert "Gói của xã.zip" in program.home.message.text
    assert program.home.list.rowCount() == 0


def _dialog_of(window: QWidget) -> HandOverDialog:
    (dialog,) = window.findChildren(HandOverDialog)
    assert isinstance(dialog, HandOverDialog)
    return dialog


def _is_read(qtbot: QtBot, dialog: HandOverDialog, path: Path) -> bool:
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=30_000)
    is_told = dialog.work.outcome.text().startswith(f"{path.name} was not used")
    return dialog.tabs.currentWidget() is dialog.way and is_told


def test_a_bundle_is_read_where_an_office_sees_what_comes_back(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tra-loi.HOINGHI"
    path.write_bytes(b"x" * 100)
    program.open_file(path)
    dialog = _dialog_of(program.home)
    assert _is_read(qtbot, dialog, path)
    dialog.reject()
    program.workspace.store.offices.save(an_office())
    program.plan_new()
    program.open_file(path)
    assert program.wizard is not None
    in_wizard = _dialog_of(program.wizard)
    assert _is_read(qtbot, in_wizard, path)
    in_wizard.reject()
    program.wizard.reject()
    program.open_conference(program.workspace.add_sample())
    program.open_file(path)
    assert program.window is not None
    in_window = _dialog_of(program.window)
    assert in_window.choice is not None
    assert _is_read(qtbot, in_window, path)
    in_window.reject()
    program.window.close()


def test_a_bundle_leads_a_desk_to_the_folder_that_it_lies_in(
    program: Program, tmp_path: Path
) -> None:
    program.workspace.store.offices.save(an_office())
    make_own_keys(program.workspace.store)
    program.show_province()
    program.open_file(tmp_path / "xa-binh-hoa.hoinghi")
    dialog = program.province.dialog
    assert isinstance(dialog, ReceiveDialog)
    assert dialog.stick.folder == tmp_path
    assert dialog.look_button.isEnabled()
    program.open_file(tmp_path / "usb" / "xa-ea-na.hoinghi")
    assert program.province.dialog is dialog
    assert dialog.stick.folder == tmp_path / "usb"
    dialog.reject()


def test_a_second_start_hands_its_file_to_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    file = resource("samples", "binh-hoa", "conference.json")
    counted: list[int] = []

    def look() -> None:
        home = _top(HomeWindow)
        assert isinstance(home, HomeWindow)
        run_window(folder=tmp_path, file=file)
        qtbot.waitUntil(lambda: home.list.rowCount() == 1)
        counted.append(home.list.rowCount())
        home.close()

    assert _run(tmp_path, look) == ExitCode.DONE
    assert counted == [1]


def test_data_beside_a_program_on_a_stick_is_used_where_somebody_asked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside = tmp_path / "hoinghi-data"
    beside.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "Hoinghi.exe"))

    def refuse(folder: Path) -> None:
        raise StoreMisplaced(folder, "removable")

    monkeypatch.setattr(app, "check_place", refuse)
    QTimer.singleShot(0, _close_all)
    assert run_window() == ExitCode.DONE
    assert (beside / STORE_NAME).is_file()


def test_the_program_runs_in_vietnamese_and_ends_with_its_last_window(tmp_path: Path) -> None:
    seen: list[str] = []

    def look() -> None:
        home = _top(HomeWindow)
        assert isinstance(home, HomeWindow)
        seen.append(home.new_button.text())
        home.close()

    assert _run(tmp_path, look) == ExitCode.DONE
    assert seen == ["&Hội nghị mới"]
    assert (tmp_path / STORE_NAME).is_file()


def test_a_second_start_raises_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    codes: list[int] = []

    def look() -> None:
        home = _top(HomeWindow)
        home.hide()
        codes.append(run_window(folder=tmp_path))
        qtbot.waitUntil(home.isVisible)
        home.close()

    assert _run(tmp_path, look) == ExitCode.DONE
    assert codes == [ExitCode.DONE]


def _say_yes_to(kind: type[QDialog], seen: list[str]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:  # what goes before it may let timers run
            QTimer.singleShot(5, look)
            return
        assert isinstance(dialog, kind)
        seen.append(dialog.text() if isinstance(dialog, QMessageBox) else "")
        dialog.accept()

    QTimer.singleShot(0, look)


def test_a_store_that_another_program_holds_is_explained(tmp_path: Path) -> None:
    seen: list[str] = []
    other = Store.open(
        tmp_path / STORE_NAME, clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS
    )
    _say_yes_to(QMessageBox, seen)
    assert run_window(folder=tmp_path) == ExitCode.STORE_REFUSED
    other.close()
    assert str(tmp_path) in seen[0]


def test_a_folder_on_a_stick_is_refused_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def refuse(folder: Path) -> None:
        raise StoreMisplaced(folder, "removable")

    monkeypatch.setattr(app, "check_place", refuse)
    _say_yes_to(QMessageBox, seen)
    assert run_window(folder=tmp_path) == ExitCode.STORE_REFUSED
    assert not (tmp_path / STORE_NAME).exists()


def test_a_damaged_store_goes_back_to_its_backup(tmp_path: Path) -> None:
    store = Store.open(
        tmp_path / STORE_NAME, clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS
    )
    store.offices.save(an_office())
    store.close()
    path = tmp_path / STORE_NAME
    path.write_bytes(b"not a database" * 1000)

    def look() -> None:
        _say_yes_to_rescue()

    def _say_yes_to_rescue() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RescueDialog)
        QTimer.singleShot(0, _close_all)
        dialog.accept()

    QTimer.singleShot(0, look)
    assert run_window(folder=tmp_path) == ExitCode.DONE
    again = Store.open(path, clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS)
    assert again.offices.get() == an_office()
    again.close()
    assert list(tmp_path.glob("set-aside-*")), "the damaged file is kept"


def test_a_damaged_store_without_a_backup_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / STORE_NAME
    path.write_bytes(b"not a database" * 1000)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RescueDialog)
        dialog.reject()

    QTimer.singleShot(0, leave)
    assert run_window(folder=tmp_path) == ExitCode.STORE_REFUSED
    assert path.read_bytes() == b"not a database" * 1000


def test_a_start_that_nobody_foresaw_to_fail_is_said_and_noted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(Program, "start", Mock(side_effect=ValueError("Nguyễn Văn Ước")))
    _say_yes_to(QMessageBox, seen)
    before = len(_shown(HomeWindow))
    assert run_window(folder=tmp_path) == ExitCode.UNFORESEEN
    assert len(_shown(HomeWindow)) == before, "its window is gone"
    assert sys.excepthook is sys.__excepthook__
    assert "ngoài dự kiến" in seen[0]
    noted = "\n".join(log_tail(tmp_path, 100))
    assert "fault in start: ValueError" in noted
    assert "Ước" not in noted
    capsys.readouterr()


def test_a_fault_in_a_slot_is_said_once_while_the_program_runs(
    tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def look() -> None:
        sys.excepthook(ValueError, ValueError("Nguyễn Văn Ước"), None)
        qtbot.waitUntil(lambda: _shown(FaultDialog) != [])
        (dialog,) = _shown(FaultDialog)
        dialog.close()
        _close_all()

    assert _run(tmp_path, look) == ExitCode.DONE
    noted = log_tail(tmp_path, 100)
    assert any("fault in window: ValueError" in line for line in noted)
    assert noted[-1].endswith(" end")
    assert sys.excepthook is sys.__excepthook__
    capsys.readouterr()


def _shown(kind: type[QWidget]) -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, kind)]


def test_a_damaged_store_leads_to_a_report_without_it(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / STORE_NAME).write_bytes(b"not a database" * 1000)
    seen: list[str] = []

    def look() -> None:
        rescue = QApplication.activeModalWidget()
        assert isinstance(rescue, RescueDialog)
        rescue.report_button.click()
        (report,) = _shown(SupportDialog)
        assert isinstance(report, SupportDialog)
        seen.append(report.report.toPlainText())
        report.reject()
        rescue.reject()

    QTimer.singleShot(0, look)
    assert run_window(folder=tmp_path) == ExitCode.STORE_REFUSED
    assert "store-refused StoreDamaged SQLITE_NOTADB" in seen[0]


def test_the_rule_packs_lead_home_and_to_a_conference(program: Program) -> None:
    program.workspace.add_sample()
    program.home.packs_button.click()
    packs = program.desk.packs
    assert packs is not None
    assert _in_front(program) is packs
    assert not program.home.isVisible()
    packs.close()
    assert _in_front(program) is program.home
    assert program.home.isVisible()
    program.show_packs()
    (sample,) = program.workspace.summaries()
    packs = program.desk.packs
    assert packs is not None
    packs.open_wanted.emit(sample.id)
    assert program.window is not None
    assert _in_front(program) is not program.desk.packs
    program.window.close()
    assert program.home.isVisible()


def test_the_editor_of_a_pack_leads_back_to_the_list(program: Program) -> None:
    program.show_packs()
    packs = program.desk.packs
    assert packs is not None
    packs.edit_button.click()
    editor = program.desk.editor
    assert editor is not None
    assert _in_front(program) is editor
    assert not packs.isVisible()
    editor.close()
    assert _in_front(program) is packs
    assert packs.isVisible()
    packs.close()


def test_after_a_power_cut_the_pack_being_written_is_offered_again(
    program: Program, workspace: Workspace
) -> None:
    program.show_packs()
    assert program.desk.packs is not None
    program.desk.packs.edit_button.click()
    editor = program.desk.editor
    assert editor is not None
    editor.draft.set(("name",), "Tỉnh Sông Mây (2030)")
    again = Program(workspace)
    again.start()
    again._load_rest()
    assert "being written when the program stopped" in again.home.message.text
    again.home.message.action_button.click()
    reopened = again.desk.editor
    assert reopened is not None
    assert reopened.draft.value(("name",)) == "Tỉnh Sông Mây (2030)"
    assert not again.home.isVisible()
    again.end()
    delete_now(again)


def test_what_the_start_loaded_is_not_searched_for_garbage(program: Program) -> None:
    gc.disable()
    program._load_rest()
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_a_draft_that_is_gone_is_not_opened(program: Program) -> None:
    program.edit_pack(ident(999))
    assert _in_front(program) is program.home
    assert program.home.isVisible()


def test_what_tells_of_a_newer_version_leads_to_its_own_dialog(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = put_update(tmp_path)
    program.open_file(path)
    (dialog,) = program.home.findChildren(UpdateDialog)
    assert isinstance(dialog, UpdateDialog)
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=30_000)
    assert f"{path.name} was not used" in dialog.work.outcome.text()
    dialog.reject()


def test_a_desk_that_is_told_of_a_newer_version_sees_the_same(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    program.workspace.store.offices.save(an_office())
    make_own_keys(program.workspace.store)
    program.show_province()
    program.open_file(put_update(tmp_path))
    (dialog,) = program.front.findChildren(UpdateDialog)
    assert isinstance(dialog, UpdateDialog)
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=30_000)
    dialog.reject()


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Form, bool]]:
    """What was started, and whether the store was closed by then; nothing really is."""
    seen: list[tuple[Path, Form, bool]] = []

    def note(path: Path, form: Form) -> None:
        store = path.parent / STORE_NAME
        with Store.open(store, clock=lambda: NOON, new_id=lambda: ident(1), keys=KEYS):
            seen.append((path, form, True))

    monkeypatch.setattr(installer_hand_over, "start_installer", note)
    return seen


def _ready(folder: Path, data: bytes = bytes_of(Form.WINDOWS)) -> ReadyInstaller:
    installer = an_installer()
    path = folder / installer.file
    path.write_bytes(data)
    return ReadyInstaller(path=str(path), installer=installer)


def _leave_for(ready: ReadyInstaller, *, from_sample: bool = False) -> Look:
    def look() -> None:
        home = _top(HomeWindow)
        assert isinstance(home, HomeWindow)
        if from_sample:
            home.sample_button.click()
        home._workspace.leave_wanted.emit(ready)

    return look


@pytest.mark.parametrize("from_sample", [False, True])
def test_an_installer_is_started_once_the_store_is_closed(
    tmp_path: Path, started: list[tuple[Path, Form, bool]], from_sample: bool
) -> None:
    ready = _ready(tmp_path)
    assert _run(tmp_path, _leave_for(ready, from_sample=from_sample)) == ExitCode.DONE
    assert started == [(Path(ready.path), Form.WINDOWS, True)]


def test_an_installer_that_was_changed_meanwhile_is_not_started(
    tmp_path: Path, started: list[tuple[Path, Form, bool]]
) -> None:
    said: list[str] = []
    ready = _ready(tmp_path, bytes_of(Form.WINDOWS)[:-1] + b"X")

    def look() -> None:
        _leave_for(ready)()
        _say_yes_to(QMessageBox, said)

    assert _run(tmp_path, look) == ExitCode.DONE
    assert started == []
    assert Path(ready.path).name in said[0]


def test_an_installer_that_does_not_start_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def fail(_path: Path, _form: Form) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(installer_hand_over, "start_installer", fail)

    def look() -> None:
        _leave_for(_ready(tmp_path))()
        _say_yes_to(QMessageBox, said)

    assert _run(tmp_path, look) == ExitCode.DONE
    assert "Permission denied" in said[0]


def test_a_window_that_does_not_close_keeps_the_program_open(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(program.home), "close", lambda _: False)
    program.workspace.leave_wanted.emit(_ready(tmp_path))
    assert program.next_installer is None
    monkeypatch.undo()


def test_the_installer_that_brought_this_version_is_thrown_away(
    workspace: Workspace, qtbot: QtBot
) -> None:
    folder = workspace.updates_folder
    folder.mkdir()
    (folder / installer_name(Form.WINDOWS, program_version())).write_bytes(b"MZ")
    program = Program(workspace)
    qtbot.addWidget(program.home)
    program.start()
    qtbot.waitUntil(lambda: not folder.exists())
    program.end()


def test_widths_and_places_come_back_with_the_program(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.add_sample()

    def started() -> Program:
        running = Program(workspace)
        running.start()
        qtbot.waitUntil(lambda: running.home.list.pressing is not None)
        return running

    first = started()
    room = QRect(first.home.geometry())
    first.home.setGeometry(0, 40, room.width(), room.height() - 60)
    left = QRect(first.home.geometry())
    before = first.home.list.columnWidth(3)
    draw_column(first.home.list, 3, -40)
    qtbot.waitUntil(lambda: kept("widths:conferences") != "")
    drawn = first.home.list.columnWidth(3)
    first.end()
    second = started()
    width, place = second.home.list.columnWidth(3), QRect(second.home.geometry())
    second.end()
    assert width == drawn
    assert (place.top(), place.height()) == (left.top(), left.height())  # wider than this screen
    assert drawn != before
    assert left != room
