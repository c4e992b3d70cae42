"""What nobody foresaw, in the window, in threads and in Qt."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from db.errors import StoreFull, StoreUnreachable
from desktop.event_log import EVENTS, log_tail
from desktop.local_time import shown_instant
from desktop.models.workspace import Workspace
from desktop.windows.fault_dialog import FaultDialog
from desktop.windows.fault_watch import FaultWatch
from desktop.windows.support_dialog import SupportDialog
from tests.builders import NOON, an_office


@pytest.fixture
def watch(
    workspace: Workspace, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[FaultWatch]:
    EVENTS.keep_in(tmp_path)
    started = FaultWatch(workspace)
    started.start()
    yield started
    started.stop()
    EVENTS.keep_in(None)
    if started.dialog is not None:
        started.dialog.reject()
    capsys.readouterr()


def _fail(error: BaseException) -> None:
    try:
        raise error
    except type(error) as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def _dialog(watch: FaultWatch, qtbot: QtBot) -> FaultDialog:
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert isinstance(watch.dialog, FaultDialog)
    return watch.dialog


def _words(dialog: FaultDialog) -> str:
    return "\n".join(label.text() for label in dialog.labels)


def test_a_fault_is_said_with_what_is_safe(
    watch: FaultWatch, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace.store.offices.save(an_office())
    _fail(ValueError("Trần Thị Ước"))
    dialog = _dialog(watch, qtbot)
    assert f"What you typed is stored up to {shown_instant(NOON)}" in _words(dialog)
    assert "Ước" not in _words(dialog)
    noted = "\n".join(log_tail(tmp_path, 100))
    assert "fault in window: ValueError" in noted
    assert "in _fail" in noted
    assert "Ước" not in noted
    dialog.go_on_button.click()
    assert watch.dialog is None


def test_faults_never_come_in_a_cascade(watch: FaultWatch, qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(20):
        _fail(ValueError(number))
        _fail(KeyError(number))
    dialog = _dialog(watch, qtbot)
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, FaultDialog)] == [
        dialog
    ]
    dialog.reject()
    _fail(ValueError("the same again"))
    qtbot.wait(20)
    assert watch.dialog is None
    assert sum(" fault in window" in line for line in log_tail(tmp_path, 1000)) == 41
    _fail(ZeroDivisionError())
    _dialog(watch, qtbot)


def test_a_disk_that_fails_is_said_each_time(watch: FaultWatch, qtbot: QtBot) -> None:
    for _ in range(2):
        _fail(StoreFull(Path("hoinghi.db"), "SQLITE_FULL"))
        dialog = _dialog(watch, qtbot)
        assert _words(dialog).startswith("The disk is full.")
        dialog.reject()


def test_a_fault_in_a_thread_is_said_in_the_window(
    watch: FaultWatch, qtbot: QtBot, tmp_path: Path
) -> None:
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    _dialog(watch, qtbot)
    assert any("fault in thread: ZeroDivisionError" in line for line in log_tail(tmp_path, 9))


def test_a_message_of_qt_is_noted_and_handed_on(watch: FaultWatch, tmp_path: Path) -> None:
    handed: list[str] = []
    watch._earlier = lambda _level, _context, text: handed.append(text)
    EVENTS.note("start")
    qWarning("QThing: odd value")
    assert log_tail(tmp_path, 1)[0].endswith("QtWarningMsg: QThing: odd value")
    assert handed == ["QThing: odd value"]


def test_a_message_of_qt_goes_to_the_console_where_nobody_else_takes_it(
    watch: FaultWatch, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    watch._earlier = None
    qWarning("QThing: odd value")
    assert capsys.readouterr().err == "QThing: odd value\n"
    monkeypatch.setattr(sys, "stderr", None)
    qWarning("QThing: nobody there")


def test_whoever_interrupts_the_program_needs_no_report(watch: FaultWatch, qtbot: QtBot) -> None:
    _fail(KeyboardInterrupt())
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    qtbot.wait(20)
    assert watch.dialog is None


def test_it_leads_to_the_report(watch: FaultWatch, qtbot: QtBot) -> None:
    _fail(ValueError())
    dialog = _dialog(watch, qtbot)
    dialog.report_button.click()
    (report,) = dialog.findChildren(SupportDialog)
    assert isinstance(report, SupportDialog)
    assert "fault in window: ValueError" in report.report.toPlainText()
    report.reject()
    dialog.reject()


def test_in_the_middle_of_a_step_the_store_is_not_asked(
    workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace.store.offices.save(an_office())
    with workspace.store.atomic():
        dialog = FaultDialog(ValueError(), workspace)
    qtbot.addWidget(dialog)
    assert "What was stored before is safe." in _words(dialog)

    def fail(**_: object) -> None:
        raise StoreUnreachable(Path("hoinghi.db"))

    monkeypatch.setattr(workspace.store.log, "entries", fail)
    again = FaultDialog(ValueError(), workspace)
    qtbot.addWidget(again)
    assert "What was stored before is safe." in _words(again)


def test_what_was_taken_over_is_given_back(watch: FaultWatch) -> None:
    watch.stop()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__
    watch.start()
