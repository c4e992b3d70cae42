"""Saving papers."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from desktop.documents.export import ExportedFile
from desktop.documents.papers import Format
from desktop.documents.rendered import PaperProblem, ProblemCode
from desktop.documents.snapshot import Snapshot
from desktop.wizard import export_bar
from desktop.wizard.export_bar import (
    ExportBar,
    ask_for_folder,
    open_with_system,
)
from tests.builders import NOON, a_file
from tests.desktop.wizard.hand_runner import HandRunner
from tests.hands import press

SNAPSHOT = Snapshot(file=a_file(), made_at=NOON)
NOTE = PaperProblem(code=ProblemCode.TEXT_TOO_LONG, field="name", text="Nguyễn")


@pytest.fixture
def bar(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> ExportBar:
    monkeypatch.setattr(export_bar, "JobRunner", HandRunner)
    monkeypatch.setattr(export_bar, "export", _export)
    shown = ExportBar()
    qtbot.addWidget(shown)
    shown.resize(800, 300)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    return shown


def _export(
    report: object,
    snapshot: Snapshot,
    folder: Path,
    only: tuple[str, ...],
    formats: tuple[Format, ...],
) -> tuple[ExportedFile, ...]:
    return tuple(
        ExportedFile(
            key=key,
            path=folder / f"{key}.{form}",
            pages=place if form is Format.PDF else 0,
            size_bytes=1025,
        )
        for place, key in enumerate(only, start=1)
        for form in formats
    )


def _runner(bar: ExportBar) -> HandRunner:
    runner = bar._runner
    assert isinstance(runner, HandRunner)
    return runner


def _is_saving(bar: ExportBar) -> bool:
    return bar.is_saving


def _lines(bar: ExportBar) -> list[str]:
    return [bar.file_list.item(row).text() for row in range(bar.file_list.count())]


def test_the_button_says_how_many_papers_it_saves(bar: ExportBar) -> None:
    assert not bar.save_button.isEnabled()
    bar.show_ticked(1)
    assert bar.save_button.text() == "&Save 1 paper as PDF"
    bar.show_ticked(3)
    assert bar.save_button.text() == "&Save 3 papers as PDF"
    assert bar.save_button.isEnabled()


def test_a_folder_is_offered_until_the_officer_chooses_one(bar: ExportBar, tmp_path: Path) -> None:
    bar.offer_folder(tmp_path / "one")
    bar.choose_folder = lambda _parent, _folder: None
    bar.folder_button.click()
    assert bar.folder == tmp_path / "one"
    bar.choose_folder = lambda _, folder: folder / "two"
    bar.folder_button.click()
    bar.offer_folder(tmp_path / "three")
    assert bar.folder == tmp_path / "one" / "two"
    assert bar.folder_label.whole_text == str(tmp_path / "one" / "two")


def test_saving_shows_how_far_it_is_and_then_the_files(
    bar: ExportBar, qtbot: QtBot, tmp_path: Path
) -> None:
    bar.offer_folder(tmp_path / "Hội nghị <b>")
    bar.show_ticked(2)
    with qtbot.waitSignal(bar.wanted):
        bar.save_button.click()
    bar.save(SNAPSHOT, ["plan", "badges"])
    assert _is_saving(bar)
    assert _runner(bar).arguments == (SNAPSHOT, bar.folder, ("plan", "badges"), (Format.PDF,))
    assert not bar.save_button.isVisible()
    assert bar.cancel_button.hasFocus()
    _runner(bar).progress.emit(1, 2)
    assert bar.progress_bar.text() == "1 of 2 papers"
    with qtbot.waitSignal(bar.saved):
        _runner(bar).finish()
    assert not _is_saving(bar)
    assert bar.outcome == f"Saved in “{tmp_path / 'Hội nghị <b>'}”."
    assert _lines(bar) == ["Plan: plan.pdf, 1 page, 2 KB", "Badges: badges.pdf, 2 pages, 2 KB"]
    assert bar.file_list.hasFocus()
    assert bar.save_button.isVisible()


def test_word_files_are_saved_beside_the_pdf_when_the_officer_wants_them(bar: ExportBar) -> None:
    bar.show_ticked(2)
    press(bar.docx_box, Qt.Key.Key_Space)
    assert bar.save_button.text() == "&Save 2 papers as PDF and DOCX"
    bar.show_ticked(1)
    assert bar.save_button.text() == "&Save 1 paper as PDF and DOCX"
    bar.save(SNAPSHOT, ["plan"])
    assert _runner(bar).arguments[-1] == (Format.PDF, Format.DOCX)
    _runner(bar).finish()
    assert _lines(bar) == ["Plan: plan.pdf, 1 page, 2 KB", "Plan: plan.docx, 2 KB"]


def test_notes_are_pointed_out_after_saving(
    bar: ExportBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar.save(SNAPSHOT, ["plan"])
    file = ExportedFile(
        key="plan", path=Path("/x/plan.pdf"), pages=1, size_bytes=1, problems=(NOTE, NOTE)
    )
    _runner(bar).finished.emit((file,))
    assert "notes before printing: 2" in bar.outcome


def test_a_file_and_the_folder_are_opened_by_mouse_and_keyboard(
    bar: ExportBar, tmp_path: Path
) -> None:
    opened: list[Path] = []

    def open_path(path: Path) -> bool:
        opened.append(path)
        return True

    bar.open_path = open_path
    bar.offer_folder(tmp_path)
    bar.save(SNAPSHOT, ["plan", "badges"])
    _runner(bar).finish()
    bar.open_button.click()
    bar.open_folder_button.click()
    bar.file_list.setCurrentRow(1)
    press(bar.file_list, Qt.Key.Key_Return)
    assert opened == [tmp_path / "plan.pdf", tmp_path, tmp_path / "badges.pdf"]
    bar.file_list.clear()
    bar.open_button.click()
    assert len(opened) == 3


def test_without_a_program_for_pdf_the_place_is_said(bar: ExportBar, tmp_path: Path) -> None:
    bar.open_path = lambda _: False
    bar.offer_folder(tmp_path)
    bar.save(SNAPSHOT, ["plan"])
    _runner(bar).finish()
    bar.open_button.click()
    assert "plan.pdf" in bar.outcome
    assert str(tmp_path) in bar.outcome


def test_a_failure_is_said_and_can_be_tried_again(bar: ExportBar, tmp_path: Path) -> None:
    bar.offer_folder(tmp_path)
    bar.show_ticked(1)
    bar.save(SNAPSHOT, ["plan"])
    _runner(bar).fail(OSError(errno.ENOSPC, "No space left on device"))
    assert "The disk is full" in bar.outcome
    assert not bar.file_list.isVisible()
    assert bar.save_button.hasFocus()
    bar.save(SNAPSHOT, ["plan"])
    assert bar.outcome == ""


def test_stopping_takes_its_time_and_is_then_said(bar: ExportBar) -> None:
    bar.show_ticked(1)
    bar.save(SNAPSHOT, ["plan"])
    bar.cancel_button.click()
    assert not bar.cancel_button.isEnabled()
    assert bar.progress_bar.text() == "Stopping…"
    _runner(bar).confirm_cancel()
    assert bar.outcome.startswith("Stopped.")
    bar.save(SNAPSHOT, ["plan"])
    assert bar.cancel_button.isEnabled()


def test_closing_the_window_stops_without_a_word(bar: ExportBar) -> None:
    bar.stop()
    bar.save(SNAPSHOT, ["plan"])
    bar.stop()
    assert not _is_saving(bar)
    assert bar.outcome == ""
    assert bar.save_button.isVisible()


def test_a_change_after_saving_is_pointed_out(bar: ExportBar) -> None:
    bar.call_outdated()
    assert bar.outcome == ""
    bar.save(SNAPSHOT, ["plan"])
    _runner(bar).finish()
    bar.call_outdated()
    assert "changed after these papers were saved" in bar.outcome
    bar.hide_button.click()
    bar.call_outdated()
    assert bar.outcome == ""


def test_a_failure_stays_in_sight_when_the_conference_changes(bar: ExportBar) -> None:
    bar.save(SNAPSHOT, ["plan"])
    _runner(bar).fail(OSError(errno.EROFS, "read-only"))
    bar.call_outdated()
    assert "may not be written" in bar.outcome


def test_a_long_outcome_takes_the_lines_it_needs(bar: ExportBar, qtbot: QtBot) -> None:
    bar.say_failure("What happened, what is safe, what to do. " * 12)
    line = bar.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: bar.outcome_label.height() > 3 * line)
    bar.resize(1600, 300)
    qtbot.waitUntil(lambda: bar.outcome_label.height() <= 5 * line)


def test_every_control_has_a_name(bar: ExportBar) -> None:
    assert all(button.text() for button in bar.findChildren(QPushButton))
    assert bar.file_list.accessibleName()
    assert bar.progress_bar.accessibleName()


def test_the_chooser_begins_in_the_nearest_folder_that_exists(
    bar: ExportBar, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    begun: list[str] = []

    def choose(parent: object, caption: str, start: str) -> str:
        begun.append(start)
        return str(tmp_path / "chosen") if len(begun) == 1 else ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    assert ask_for_folder(bar, tmp_path / "not" / "there") == tmp_path / "chosen"
    assert ask_for_folder(bar, tmp_path) is None
    assert begun == [str(tmp_path)] * 2


def test_files_are_opened_with_the_systems_program(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_url(url: object) -> bool:
        opened.append(url.toLocalFile())  # type: ignore[attr-defined]
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert open_with_system(Path("/srv/Hội nghị & <b>/ke-hoach.pdf"))
    assert opened == ["/srv/Hội nghị & <b>/ke-hoach.pdf"]
