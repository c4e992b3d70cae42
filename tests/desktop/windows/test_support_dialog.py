"""The report for support in its window."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreUnreachable
from desktop.event_log import EVENTS, log_tail
from desktop.models.workspace import Workspace
from desktop.selftest import Outcome, Trials
from desktop.support_facts import known_of_store
from desktop.windows import support_dialog
from desktop.windows.about_dialog import AboutDialog
from desktop.windows.home_window import HomeWindow
from desktop.windows.support_dialog import (
    SupportDialog,
    ask_where_to_save,
    open_support,
    open_support_without_store,
)
from tests.builders import NOON, a_conference, a_delegate, an_office
from tests.hands import type_text


@pytest.fixture(autouse=True)
def _log(tmp_path: Path) -> Iterator[None]:
    EVENTS.keep_in(tmp_path)
    yield
    EVENTS.keep_in(None)


@pytest.fixture
def filled(workspace: Workspace) -> Workspace:
    workspace.store.offices.save(an_office())
    workspace.store.conferences.add(a_conference())
    workspace.store.delegates.add([a_delegate(name="Trần Thị Ước", phone="0905123456")])
    return workspace


@pytest.fixture
def dialog(filled: Workspace, qtbot: QtBot, tmp_path: Path) -> SupportDialog:
    shown = SupportDialog(tmp_path, known_of_store(filled.store), lambda: NOON)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def _line(dialog: SupportDialog, start: str) -> str:
    lines = dialog.report.toPlainText().splitlines()
    return next(line for line in lines if line.startswith(start))


def test_the_whole_text_is_shown_and_cannot_be_written_over(dialog: SupportDialog) -> None:
    assert dialog.report.isReadOnly()
    assert _line(dialog, "delegate:") == "delegate: 1"
    assert _line(dialog, "Screen:").endswith("%")
    assert "(nothing written)" in dialog.report.toPlainText()


def test_what_is_typed_is_shown_as_it_will_go_out(dialog: SupportDialog, qtbot: QtBot) -> None:
    type_text(dialog.words, "Thẻ của TRAN THI UOC (0905 123 456) in mất chữ")
    wanted = "Thẻ của «name 1» («number 1») in mất chữ"
    qtbot.waitUntil(lambda: wanted in dialog.report.toPlainText())
    assert "Ước" not in dialog.report.toPlainText()


def test_the_report_is_saved_so_that_old_editors_read_it(
    dialog: SupportDialog, tmp_path: Path
) -> None:
    target = tmp_path / "báo cáo.txt"
    names: list[str] = []

    def choose(_parent: QWidget, name: str) -> Path:
        names.append(name)
        return target

    dialog.choose_target = choose
    type_text(dialog.words, "Trần Thị Ước")
    dialog.save_button.click()
    data = target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    assert data.decode("utf-8-sig").replace("\r\n", "\n") == dialog.report.toPlainText()
    assert "«name 1»" in data.decode("utf-8-sig")
    assert names == ["hoinghi-support.txt"]
    assert "báo cáo.txt" in dialog.work.outcome.text()


def test_where_it_cannot_be_saved_that_is_said(dialog: SupportDialog, tmp_path: Path) -> None:
    dialog.choose_target = lambda *_: tmp_path / "nowhere" / "x.txt"
    dialog.save_button.click()
    assert "x.txt was not written" in dialog.work.outcome.text()


def test_nothing_is_saved_where_no_file_is_chosen(
    dialog: SupportDialog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.save_button.click()
    assert set(tmp_path.iterdir()) == before
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("r.txt", ""))
    assert ask_where_to_save(dialog, "x.txt") == Path("r.txt")


def test_the_report_is_copied_whole(dialog: SupportDialog) -> None:
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.report.toPlainText()
    QGuiApplication.clipboard().clear()


def test_the_self_test_becomes_a_part_of_the_report_and_of_the_log(
    dialog: SupportDialog, tmp_path: Path
) -> None:
    dialog._take_trials(Trials((Outcome("a"), Outcome("b", "of Trần Thị Ước"))))
    assert _line(dialog, "Tried:") == "Tried: 2; faults: 1"
    assert _line(dialog, "FAULT") == "FAULT  b: of «name 1»"
    assert "faults" in dialog.work.outcome.text()
    assert log_tail(tmp_path, 1)[0].endswith("self-test 2 1")
    dialog._take_trials(Trials((Outcome("a"),)))
    assert dialog.work.outcome.text() == "The test found no fault."


def test_the_self_test_runs_beside_the_window_and_can_be_stopped(
    dialog: SupportDialog, qtbot: QtBot
) -> None:
    dialog.test()
    assert not dialog.test_button.isEnabled()
    assert dialog.work.cancel_button.isVisible()
    dialog.work.cancel_button.click()
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=30_000)
    assert dialog.work.outcome.text().startswith("The test was stopped.")
    assert dialog.test_button.isEnabled()
    assert "Not run." in dialog.report.toPlainText()


def test_the_self_test_finds_the_program_sound(dialog: SupportDialog, qtbot: QtBot) -> None:
    dialog.test()
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=240_000)
    assert dialog.work.outcome.text() == "The test found no fault."
    assert _line(dialog, "Tried:").endswith("faults: 0")


def test_without_a_store_it_says_that_it_knows_no_names(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_support_without_store(tmp_path / "none", lambda: NOON, None)
    assert "The data cannot be read" in dialog.report.toPlainText()
    assert dialog.work.is_busy
    dialog.reject()
    assert not dialog.work.is_busy


def test_it_opens_from_the_window_that_tells_of_the_program(
    filled: Workspace, qtbot: QtBot
) -> None:
    home = HomeWindow(filled)
    qtbot.addWidget(home)
    seen: list[str] = []

    def look() -> None:
        about = QApplication.activeModalWidget()
        assert isinstance(about, AboutDialog)
        about.report_button.click()
        (dialog,) = about.findChildren(SupportDialog)
        seen.append(dialog.report.toPlainText())
        dialog.reject()
        about.reject()

    QTimer.singleShot(0, look)
    home.about_button.click()
    assert "delegate: 1" in seen[0]
    assert "Ước" not in seen[0]


def test_in_the_middle_of_a_step_the_store_is_left_alone(
    filled: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support_dialog, "known_of_store", None)
    with filled.store.atomic():
        dialog = open_support(filled, None)
    assert "Data, in numbers" in dialog.report.toPlainText()
    dialog.reject()


def test_where_the_store_does_not_answer_its_backup_is_asked(
    filled: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_store: object) -> None:
        raise StoreUnreachable(Path("hoinghi.db"), errno.errorcode[errno.EIO])

    monkeypatch.setattr(support_dialog, "known_of_store", fail)
    dialog = open_support(filled, None)
    assert "Data, in numbers" in dialog.report.toPlainText()
    dialog.reject()
